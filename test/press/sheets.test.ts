/** Imposition by folding: sheets are nested, folded and read as a reader turns the leaves. */

import { describe, expect, it } from 'vitest';
import { bookletPages, type Sheet, sheetsOf } from '../../src/press/sheets.js';

/** One side of a sheet of paper, its left half and its right half. */
type Side = readonly [left: number | undefined, right: number | undefined];

/** Two halves of a sheet joined at the fold. Each half is a leaf with what is printed on its upper and its lower face. */
interface Leaf {
  readonly up: number | undefined;
  readonly down: number | undefined;
}

/** A sheet on the table, its back up. What lies under the left half of the back is the right half of the front. */
function lay(front: Side, back: Side): { left: Leaf; right: Leaf } {
  return { left: { up: back[0], down: front[1] }, right: { up: back[1], down: front[0] } };
}

/**
 * Puts the sheets on each other with their backs up, the outermost first, folds the pile so that the backs meet, and reads it: the
 * reader holds the spine on the binding side and turns leaf after leaf from the other side.
 */
function foldAndRead(sheets: readonly Sheet[], binding: 'left' | 'right'): (number | undefined)[] {
  const pile = sheets.map(({ front, back }) => lay(front, back));
  // With the spine on the left, the leaves on the right of the open booklet come last, so the left half is folded over to the front.
  const [first, last] = binding === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const read: (number | undefined)[] = [];
  // The half that is folded over lies upside down, so the outermost sheet is on top: its lower face is read first.
  for (const sheet of pile) read.push(sheet[first].down, sheet[first].up);
  for (const sheet of [...pile].reverse()) read.push(sheet[last].up, sheet[last].down);
  return read;
}

const COUNTS = Array.from({ length: 16 }, (_, index) => 4 * (index + 1));

describe.each(['left', 'right'] as const)('a booklet bound on the %s', binding => {
  it.each(COUNTS)('of %i pages reads in order once folded', count => {
    const sheets = sheetsOf(count, binding);
    expect(sheets).toHaveLength(count / 4);
    expect(foldAndRead(sheets, binding)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  it('shows its first page in front, away from the fold', () => {
    const [outermost] = sheetsOf(16, binding);
    expect(outermost!.front).toEqual(binding === 'left' ? [16, 1] : [1, 16]);
  });

  it('shows two pages that follow each other in the middle', () => {
    expect(sheetsOf(16, binding).at(-1)!.back).toEqual(binding === 'left' ? [8, 9] : [9, 8]);
  });

  it('leaves the last pages blank if their number is no multiple of four', () => {
    expect(foldAndRead(sheetsOf(10, binding), binding)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      undefined,
      undefined,
    ]);
  });
});

it('read as if bound on the other side, it begins at the end', () => {
  expect(foldAndRead(sheetsOf(8, 'left'), 'right')).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it.each([
  [1, 4],
  [4, 4],
  [5, 8],
  [61, 64],
])('%i pages take a booklet of %i', (count, pages) => {
  expect(bookletPages(count)).toBe(pages);
});
