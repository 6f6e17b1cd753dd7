/** Rules for the issue as a whole: its pages in; a count that cannot be bound, empty pages and too many spot colours out. */

import { platesOf } from '../press/inks.js';
import { broken, type Findings, type Preflighted, tooLarge } from './finding.js';

/** Checks the number of pages, that none is empty, and the plates. */
export function checkPages(input: Preflighted, findings: Findings): void {
  checkCount(input, findings);
  checkEmpty(input, findings);
  checkSpots(input, findings);
}

/** Sheets that are folded once have four pages. */
function checkCount({ manifest, made }: Preflighted, findings: Findings): void {
  const count = made.edition.pages.length;
  const fault = broken(manifest.publication.print.preflight['page-count'], limit => count % limit !== 0);
  if (fault === undefined) return;
  const span = manifest.issueSource.span(['pages']);
  const message = `the issue has ${count} ${count === 1 ? 'page' : 'pages'}, which is no multiple of ${fault.limit}`;
  const hint = `Take ${Math.ceil(count / fault.limit) * fault.limit} pages; only the printer knows a way to bind others.`;
  findings.add('page-count', '', { ...fault, page: count, story: undefined, span, message, hint });
}

function checkEmpty({ manifest, made }: Preflighted, findings: Findings): void {
  const { pages: given, plan } = manifest.issue;
  const used = Math.max(0, ...made.pages.flatMap(({ page, modules }) => (modules.length > 0 ? [page] : [])));
  const hint =
    given === undefined && plan === undefined
      ? `The press counts pages in fours: write “pages: ${Math.ceil(used / 2) * 2}” for fewer, or add a story.`
      : 'Take fewer “pages”, give the stories more of them in “plan”, or add a story.';
  for (const { page, modules } of made.pages) {
    if (modules.length > 0) continue;
    const at = { page, story: undefined, span: manifest.issueSource.span(['pages']) };
    const message = 'nothing stands here but the page’s head and folio';
    findings.add('empty-page', '', { severity: 'warning', ...at, message, hint });
  }
}

function checkSpots({ manifest, made }: Preflighted, findings: Findings): void {
  const { layout, publication } = manifest;
  const { pages } = made.edition;
  const spots = platesOf(pages).flatMap(({ spot }) => (spot === undefined ? [] : [spot.name]));
  const fault = tooLarge(publication.print.preflight['spot-colours'], spots.length);
  if (fault === undefined) return;
  const name = [...layout.inks].find(([, { spot }]) => spot?.name === spots[fault.limit])?.[0];
  const span = layout.source.span(['inks', name ?? '', 'spot']);
  const page = pages.find(one => platesOf([one]).some(({ spot }) => spot?.name === spots[fault.limit]))!;
  const message = `the issue prints ${spots.length} spot ${spots.length === 1 ? 'colour' : 'colours'} (${spots.join(', ')}), and ${fault.limit} are allowed`;
  const hint =
    'Each needs a plate and a unit of the press of its own: mix it of process inks, or raise “spot-colours”.';
  findings.add('spot-colours', '', { ...fault, page: page.number, story: undefined, span, message, hint });
}
