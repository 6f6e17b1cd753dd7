/** Imposition by folding: sheets are nested, folded and read as a reader turns the leaves. */

import { describe, expect, it } from 'vitest';
import { bookletPages, sheetsOf } from '../../src/press/sheets.js';
import { foldAndRead } from './folding.js';

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
