/**
 * Two runs that are painted one after the other in, the spaces that readers lack between them out.
 *
 * What stands beside each other on one baseline, cells of a table or a label and its text, is parted by white. pdf.js sees that only towards
 * the right, MuPDF only where the direction stays the same; pdfium takes all of it for one line.
 */

import { below, kindsIn } from './islands.js';
import { fillsTab, widthOf } from './runs.js';
import { LEFT_TO_RIGHT_MARK, LETTER_SPACE, plain } from './spelling.js';
import { told } from './told.js';
import type { PaintedRun } from './told-line.js';

/** A run with the place it is painted at; points. */
export interface PlacedRun {
  readonly run: PaintedRun;
  readonly x: number;
  readonly y: number;
}

/** What parts them: nothing if they are of one line or paragraph, or stand apart. */
export function spacesBetween(before: PlacedRun | undefined, next: PlacedRun): PlacedRun[] {
  if (before === undefined || Math.abs(baseline(before) - baseline(next)) > before.run.size / 2) return [];
  const [last, first] = [before.run.of, next.run.of];
  if (last === undefined || first === undefined || last.line?.last === false) return [];
  const isSame = last.line === undefined ? last.y === first.y : last.line === first.line;
  if (isSame && (first.ornament === last.ornament || fillsTab(first) || fillsTab(last))) return [];
  const isSeen = !before.run.rtl && !next.run.rtl && next.x > before.x;
  return [...(isSeen ? [] : [spaceBehind(before, next)]), ...(isTurned(before, next) ? [lineEnd(next)] : [])];
}

/** A space without width, a little outside what it is behind: at the end of a sign poppler takes it for a word of its own before that. */
function spaceBehind(before: PlacedRun, next: PlacedRun): PlacedRun {
  // Of the direction of what follows: MuPDF turns a space round with a label or cell that it is like.
  const turns = before.run.rtl ? !next.run.rtl : next.run.of!.line?.rtl === false;
  const spelled = turns ? plain(`${LEFT_TO_RIGHT_MARK} `) : LETTER_SPACE;
  const space = told({ text: ' ', glyphs: [], advance: 0 }, spelled);
  const run = { ...before.run, rtl: false, clusters: [space], advances: [0] };
  const outside = before.run.size / 4;
  // Behind a phrase of the other direction stands no more of its line, and the phrase may stand inside it.
  if (isBelow(before)) return { run, x: next.x + widthOf(next.run) + outside, y: baseline(before) };
  return { ...before, x: before.run.rtl ? before.x - outside : before.x + widthOf(before.run), run };
}

/** True for the space that is painted below a line, behind a phrase of the other direction (`islands.ts`). */
function isBelow(placed: PlacedRun): boolean {
  return baseline(placed) !== placed.y;
}

/** Where the line stands; y up. */
function baseline({ run, y }: PlacedRun): number {
  return y + run.y - (run.of?.y ?? run.y);
}

/** True if pdfium, which gives all that stands on one baseline one direction, would put them in another order. */
function isTurned(before: PlacedRun, next: PlacedRun): boolean {
  const { rtl, line } = next.run.of!;
  const kinds = [before, next].flatMap(({ run }) => kindsIn([run]));
  const startsTurned =
    line !== undefined && line.rtl !== rtl && kindsIn([next.run]).includes(rtl ? 'R' : 'L');
  return startsTurned || (kinds.includes('L') && kinds.includes('R'));
}

function lineEnd(next: PlacedRun): PlacedRun {
  const run = below(next.run, 0);
  return { run, x: next.x - widthOf(run), y: next.y - (run.y - next.run.y) };
}
