/** Which pages lie where on the sheets of a saddle-stitched booklet: a page count and the binding side in, sheets out. */

import type { Spread } from '../page/geometry.js';

/** A sheet that is folded once; each side shows two pages as one looks at it. Undefined where nothing is printed. */
export interface Sheet {
  readonly front: Spread;
  readonly back: Spread;
}

/** Thicker booklets do not close: the staples no longer hold them, and the inner pages become too narrow. */
export const MOST_PAGES = 64;

/** The pages of a booklet: the next multiple of four. */
export function bookletPages(pageCount: number): number {
  return Math.max(4, Math.ceil(pageCount / 4) * 4);
}

/**
 * The sheets from the outermost to the innermost. The front is outside after folding; sheets are turned over about the fold.
 * A page count that is no multiple of four leaves the last pages blank.
 */
export function sheetsOf(pageCount: number, binding: 'left' | 'right'): Sheet[] {
  const total = bookletPages(pageCount);
  const side = (first: number, second: number): Spread => {
    const [a, b] = [first, second].map(page => (page <= pageCount ? page : undefined));
    return binding === 'left' ? [a, b] : [b, a];
  };
  return Array.from({ length: total / 4 }, (_, nesting) => {
    const [low, high] = [1 + 2 * nesting, total - 2 * nesting];
    return { front: side(high, low), back: side(low + 1, high - 1) };
  });
}
