/** Folding on paper: the sheets of a booklet in, its pages as a reader meets them out. */

import type { Sheet } from '../../src/press/sheets.js';

/** Two halves of a sheet joined at the fold. Each half is a leaf with what is printed on its upper and its lower face. */
interface Leaf {
  readonly up: number | undefined;
  readonly down: number | undefined;
}

/** A sheet on the table, its back up. What lies under the left half of the back is the right half of the front. */
function lay({ front, back }: Sheet): { left: Leaf; right: Leaf } {
  return { left: { up: back[0], down: front[1] }, right: { up: back[1], down: front[0] } };
}

/**
 * Puts the sheets on each other with their backs up, the outermost first, folds the pile so that the backs meet, and reads it: the
 * reader holds the spine on the binding side and turns leaf after leaf from the other side.
 */
export function foldAndRead(sheets: readonly Sheet[], binding: 'left' | 'right'): (number | undefined)[] {
  const pile = sheets.map(lay);
  // With the spine on the left, the leaves on the right of the open booklet come last, so the left half is folded over to the front.
  const [first, last] = binding === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const read: (number | undefined)[] = [];
  // The half that is folded over lies upside down, so the outermost sheet is on top: its lower face is read first.
  for (const sheet of pile) read.push(sheet[first].down, sheet[first].up);
  for (const sheet of [...pile].reverse()) read.push(sheet[last].up, sheet[last].down);
  return read;
}
