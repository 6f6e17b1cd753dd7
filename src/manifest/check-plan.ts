/** Checks the plan of an issue: pages in order and in the issue, every story once at the most and every page in use. */

import type { Problems } from '../problem/problem.js';
import { unplanned } from './plan-template.js';
import type { IssueFile, PlanEntry } from './schema-issue.js';
import type { YamlSource } from './source.js';
import type { StoryList } from './story-sources.js';

/** Adds what is wrong to `problems`. */
export function checkPlan(
  issue: IssueFile,
  source: YamlSource,
  stories: StoryList,
  problems: Problems,
): void {
  if (issue.plan === undefined) return;
  const others = unplanned(issue, stories.entries.keys());
  checkPages(issue, issue.plan, source, problems, others.stories.length > 0);
  const placed = new Map<string, number>();
  for (const [index, entry] of issue.plan.entries()) {
    for (const [at, id] of entry.stories.entries()) {
      const span = source.span(['plan', index, 'stories', at]);
      const before = placed.get(id);
      if (before !== undefined) {
        const message = `story “${id}” is already in the plan on line ${before}`;
        problems.error(
          'duplicate',
          span,
          message,
          'A story goes on over its pages by itself; take one of the two out.',
        );
      }
      placed.set(id, before ?? span.line);
    }
  }
  if (issue.pages === undefined || others.first <= issue.pages || others.between.length > 0) return;
  for (const id of others.stories) {
    const hint = `Add it to an entry of “plan”, or leave pages for it: “pages” on line ${source.span(['pages']).line} is ${issue.pages}.`;
    problems.error('plan', stories.entries.get(id), `story “${id}” has no page in the plan`, hint);
  }
}

function checkPages(
  issue: IssueFile,
  plan: readonly PlanEntry[],
  source: YamlSource,
  problems: Problems,
  hasOthers: boolean,
): void {
  let taken = issue.front === undefined ? 0 : 1;
  for (const [index, { pages }] of plan.entries()) {
    const span = source.span(['plan', index, 'pages']);
    if (pages.first <= taken) {
      const why =
        taken === 1 && issue.front !== undefined
          ? 'page 1 is the front page'
          : `page ${taken} and those before it are taken`;
      const hint = 'List the plan in page order, and each page once.';
      problems.error('plan', span, `${why}, but this entry begins on page ${pages.first}`, hint);
    } else if (pages.first > taken + 1 && !hasOthers) {
      const hint = 'Give them to an entry, or they stay blank.';
      problems.warning(
        'plan',
        span,
        `${pagesIn(taken + 1, pages.first - 1)} in no entry before this one`,
        hint,
      );
    }
    if (issue.pages !== undefined && pages.last > issue.pages) {
      const hint = `Change “pages” on line ${source.span(['pages']).line}, or this entry.`;
      problems.error('plan', span, `page ${pages.last} is past the last page, ${issue.pages}`, hint);
    }
    taken = Math.max(taken, pages.last);
  }
  if (issue.pages !== undefined && taken < issue.pages && !hasOthers) {
    const message = `${pagesIn(taken + 1, issue.pages)} in no entry of the plan`;
    problems.warning('plan', source.span(['pages']), message, 'Give them to an entry, or they stay blank.');
  }
}

function pagesIn(first: number, last: number): string {
  return first === last ? `page ${first} is` : `pages ${first} to ${last} are`;
}
