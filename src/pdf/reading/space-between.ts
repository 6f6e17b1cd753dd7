/**
 * Two runs that are painted one after the other in, the space that readers lack between them out.
 *
 * What stands beside each other on one baseline, cells of a table or a label and its text, is parted by white. pdf.js sees that only towards
 * the right, MuPDF only where the direction stays the same.
 */

import { LEFT_TO_RIGHT_MARK, LETTER_SPACE, plain } from './spelling.js';
import { fillsTab, told, widthOf } from './told.js';
import type { PaintedRun } from './told-line.js';

/** A run with the place it is painted at; points. */
export interface PlacedRun {
  readonly run: PaintedRun;
  readonly x: number;
  readonly y: number;
}

/** A space without width at the end of the one before, or undefined if they are of one line or paragraph, or stand apart. */
export function spaceBetween(before: PlacedRun | undefined, next: PlacedRun): PlacedRun | undefined {
  if (before === undefined || Math.abs(before.y - next.y) > before.run.size / 2) return undefined;
  const [last, first] = [before.run.of, next.run.of];
  if (last === undefined || first === undefined || last.line?.last === false) return undefined;
  const isSame = last.line === undefined ? last.y === first.y : last.line === first.line;
  if (isSame && (first.ornament === last.ornament || fillsTab(first) || fillsTab(last))) return undefined;
  if (!before.run.rtl && !next.run.rtl && next.x > before.x) return undefined;
  // Of the direction of what follows: MuPDF turns a space round with a label or cell that it is like.
  const turns = before.run.rtl && !next.run.rtl;
  const spelled = turns ? plain(`${LEFT_TO_RIGHT_MARK} `) : LETTER_SPACE;
  const space = told({ text: ' ', glyphs: [], advance: 0 }, spelled);
  const x = before.run.rtl ? before.x : before.x + widthOf(before.run);
  return { ...before, x, run: { ...before.run, rtl: false, clusters: [space], advances: [0] } };
}
