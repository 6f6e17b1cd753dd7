/** Text that found no room, as problems: a set issue in; per stretch of pages the stories with their lines, and what would make room, out. */

import type { SetIssue } from './build.js';
import type { Manifest } from './manifest/manifest.js';
import type { OversetReport } from './page/plan/overset.js';
import type { Problems, Severity, Span } from './problem/problem.js';

/**
 * Names the stories that found no room, and how much of each; never more severely than the publication wants it. One story is named
 * where it is written, several of the same pages where their pages are given.
 */
export function reportOverset(
  { made, stories, manifest }: SetIssue,
  most: Severity,
  problems: Problems,
): void {
  const { overset } = manifest.publication.print.preflight;
  const severity = most === 'error' ? overset : most;
  const runs = new Map<number, OversetReport[]>();
  for (const report of made.overset)
    runs.set(report.pages.first, [...(runs.get(report.pages.first) ?? []), report]);
  for (const reports of runs.values()) {
    const [one, ...others] = reports as [OversetReport, ...OversetReport[]];
    const given = placeOfPages(one, manifest);
    const hint = remedy(one, sumOf(reports), given);
    const problem = { code: 'overset', severity, hint };
    if (others.length === 0) {
      const { span } = stories.find(({ id }) => id === one.story)!;
      const message = `“${one.story}” is overset: ${amount(one)} found no room`;
      problems.add({ ...problem, span, story: one.story, message });
    } else {
      const span = given?.span ?? manifest.issueSource.keySpan(['stories']);
      const parts = reports.map(({ story, lines }) => `${story} ${lines}`).join(', ');
      const where = `${amount(sumOf(reports))} found no room on ${inWords(one.pages)}`;
      problems.add({
        ...problem,
        span,
        message: `${reports.length} stories are overset: ${where}: ${parts}`,
      });
    }
  }
}

type Amount = Pick<OversetReport, 'lines' | 'words'>;

function sumOf(reports: readonly Amount[]): Amount {
  return {
    lines: reports.reduce((sum, { lines }) => sum + lines, 0),
    words: reports.reduce((sum, { words }) => sum + words, 0),
  };
}

function amount({ lines, words }: Amount): string {
  return `${lines} lines (about ${words} words)`;
}

function inWords({ first, last }: OversetReport['pages']): string {
  return first === last ? `page ${first}` : `pages ${first} to ${last}`;
}

interface GivenPages {
  readonly span: Span;
  /** The stories of its entry of the plan; undefined for the pages of the issue. */
  readonly planned: readonly string[] | undefined;
  readonly last: number;
}

/** Where the editor says how many pages the text has: in an entry of the plan, or for the issue. Undefined where the press counts them. */
function placeOfPages({ pages }: OversetReport, { issue, issueSource }: Manifest): GivenPages | undefined {
  for (const [index, entry] of (issue.plan ?? []).entries()) {
    if (entry.pages.first !== pages.first) continue;
    return {
      span: issueSource.span(['plan', index, 'pages']),
      planned: entry.stories,
      last: entry.pages.last,
    };
  }
  if (issue.pages === undefined) return undefined;
  return { span: issueSource.span(['pages']), planned: undefined, last: issue.pages };
}

/** What would make room, the likeliest first. */
function remedy(
  { pages, enough, inTheWay: way }: OversetReport,
  { words }: Amount,
  given: GivenPages | undefined,
): string {
  const hints: string[] = [];
  if (way !== undefined) {
    const { wish, of, span, lines } = way;
    hints.push(
      `“${wish}” of ${of} (${span.file}:${span.line}) is in the way: without it ${lines} lines more fit.`,
    );
  }
  if (given !== undefined && enough !== undefined) {
    const { file, line, column } = given.span;
    const at = `${file}:${line}:${column}`;
    hints.push(
      given.planned !== undefined
        ? `It fits on pages ${pages.first}-${enough}: its entry of the plan (${at}) says ${inWords(pages)}.`
        : `It fits in ${enough} pages: “pages” (${at}) is ${given.last}; left out, the press counts them itself.`,
    );
  }
  const shared = (given?.planned?.length ?? 0) > 1;
  const cut = hints.length > 0 ? 'Or cut' : shared ? 'Move a story to other pages, cut' : 'Cut';
  return [...hints, `${cut} about ${words} words, or build with --allow-overset.`].join(' ');
}
