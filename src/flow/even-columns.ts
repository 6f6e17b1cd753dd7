/** Pieces in columns as low as can be: pieces and columns in, their depth and their items out. */

import type { Item } from '../frame/frame.js';
import { type ColumnSet, spanX } from './columns.js';
import { type Piece, pour, type Slot } from './piece.js';

export interface EvenColumns {
  /** Points. */
  readonly depth: number;
  /** Items of all columns with the top left corner of their set at x, y. */
  draw(x: number, y: number): Item[];
}

/** The least depth in whole steps of `step` points that holds all pieces; keep rules hold. */
export function evenColumns(
  pieces: readonly Piece[],
  columns: Omit<ColumnSet, 'x'>,
  step: number,
): EvenColumns {
  const total = pieces.reduce((sum, piece) => sum + piece.height, 0);
  let depth = Math.ceil(total / columns.count / step - 1e-6) * step;
  const slotsAt = (x: number, top: number): Slot[] =>
    Array.from({ length: columns.count }, (_, index) => ({
      x: spanX({ ...columns, x }, index, 1),
      top,
      bottom: top + depth,
    }));
  while (pour(pieces, slotsAt(0, 0)).length > 0) depth += step;
  return {
    depth,
    draw: (x, y) => {
      const items: Item[] = [];
      pour(pieces, slotsAt(x, y), placed => items.push(...placed.piece.draw(placed.x, placed.y)));
      return items;
    },
  };
}
