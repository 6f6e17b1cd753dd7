/** Columns brought to their foot: pieces as placed in one slot in, the same with whole lines of space between them out. */

import { mayOpen, type PlacedPiece } from './piece.js';

/**
 * Adds a line of space over pieces that have space over them anyway, no more than one each and the last ones first,
 * until the column ends within a line of `bottom`. The text keeps to the grid, and no piece changes its column.
 */
export function feather(
  placed: readonly PlacedPiece[],
  bottom: number,
  leading: number,
): readonly PlacedPiece[] {
  const last = placed.at(-1);
  if (last === undefined) return placed;
  let missing = Math.floor((bottom - last.y - last.piece.height) / leading + 1e-6);
  if (missing < 1) return placed;
  const opened = new Set<number>();
  for (let index = placed.length - 1; index > 0 && missing > 0; index--) {
    if (!mayOpen(placed[index]!.piece)) continue;
    opened.add(index);
    missing -= 1;
  }
  let shift = 0;
  return placed.map((item, index) => {
    if (opened.has(index)) shift += leading;
    return shift === 0 ? item : { ...item, y: item.y + shift };
  });
}
