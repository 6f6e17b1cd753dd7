/** Lines that came out badly, told where their text stands: an edition's frames in, problems with places out. */

import type { Edition } from './frame/frame.js';
import { linesOf, spaceRatio } from './frame/text-report.js';
import type { Problems } from './problem/problem.js';

/** Word spaces wider than this times their natural width are holes that a reader sees. */
const LOOSE = 3;

/** Warns of each line that had to be set loose and each word that had to be divided where it should not be. */
export function reportLines(edition: Edition, problems: Problems): void {
  for (const page of edition.pages) {
    for (const { line, runs } of linesOf({ ...edition, pages: [page] })) {
      const warn = (code: string, message: string, hint: string): void =>
        problems.add({ code, severity: 'warning', span: line.span, page: page.number, message, hint });
      if (line.torn) {
        warn(
          'torn-word',
          'a word in this line is wider than its column, so it is divided where it should not be',
          'Mark a better place with a soft hyphen (U+00AD), or use another word.',
        );
      }
      const ratio = line.justified ? (spaceRatio(runs) ?? 1) : 1;
      if (ratio > LOOSE) {
        warn(
          'loose-line',
          `word spaces ${ratio.toFixed(1)} times as wide as they should be: nothing else fits this line`,
          'Change a word near it, or mark where a long word may be divided with a soft hyphen (U+00AD).',
        );
      }
    }
  }
}
