/** Lines that came out badly, told where their text stands: an edition's frames in, problems with places out. */

import type { Edition } from './frame/frame.js';
import { linesOf, spaceRatio } from './frame/text-report.js';
import type { Problems } from './problem/problem.js';

/** Word spaces wider than this times their natural width are holes that a reader sees. */
const LOOSE = 3;
/** Points by which a justified line is short of its column and looks it: about a word space. */
const SHORT = 4;

const CHANGE = 'Change a word near it';
const MEND = {
  ltr: `${CHANGE}, or mark where a long word may be divided with a soft hyphen (U+00AD).`,
  rtl: `${CHANGE}; words of its script are not divided.`,
};

/** Warns of each line that had to be set loose and each word that had to be divided where it should not be. */
export function reportLines(edition: Edition, problems: Problems): void {
  for (const page of edition.pages) {
    for (const { line, runs } of linesOf({ ...edition, pages: [page] })) {
      const warn = (code: string, message: string, hint: string, weight?: number): void => {
        const place = { span: line.span, page: page.number, ...(weight === undefined ? {} : { weight }) };
        problems.add({ code, severity: 'warning', ...place, message, hint });
      };
      if (line.torn) {
        warn(
          'torn-word',
          'a word in this line is wider than its column, so it is divided where it should not be',
          'Mark a better place with a soft hyphen (U+00AD), or use another word.',
        );
      }
      const { justified, short = 0 } = line;
      const mend = MEND[line.rtl ? 'rtl' : 'ltr'];
      const ratio = justified ? (spaceRatio(runs) ?? 1) : 1;
      if (ratio > LOOSE) {
        const times = `word spaces ${ratio.toFixed(1)} times as wide as they should be`;
        warn('loose-line', `${times}: nothing else fits this line`, mend, ratio);
      }
      if (short > SHORT) {
        const points = `this line is ${Math.round(short)} pt short of its column`;
        warn(
          'loose-line',
          `${points}: nothing else fits it but holes between its words`,
          mend,
          LOOSE + short / SHORT,
        );
      }
    }
  }
}
