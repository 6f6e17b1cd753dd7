/** Even column feet: pieces and the slots that hold them in, slots as short as their text and as even as can be out. */

import { type Piece, pour, type Slot } from './piece.js';

/** How many lines longer than the shortest equal columns are tried where keep rules leave holes. */
const LONGER = 3;

/**
 * Text that ends in a module leaves room at the end of the last column. The room is shared out: all columns end
 * earlier by the same number of lines, some by one more. Keep rules decide which of them these can be, so every
 * choice is tried, the last columns first, and the one with the evenest feet is taken.
 */
export function evenFeet(pieces: readonly Piece[], slots: readonly Slot[], leading: number): readonly Slot[] {
  const shortest = sharedLines(pieces, slots, leading);
  const orders = subsets(slots.length);
  let best = slots;
  let least = unevenness(pieces, slots, slots)!;
  for (let lines = shortest; lines >= Math.max(0, shortest - LONGER); lines--) {
    for (const shorter of orders) {
      const tried = slots.map((slot, index) =>
        shortened(slot, (lines + (shorter.has(index) ? 1 : 0)) * leading),
      );
      const uneven = unevenness(pieces, tried, slots);
      if (uneven === undefined || uneven >= least - 0.01) continue;
      best = tried;
      least = uneven;
    }
  }
  return best;
}

function shortened(slot: Slot, height: number): Slot {
  return { ...slot, bottom: Math.max(slot.top, slot.bottom - height) };
}

/** Lines that all columns can lose together. */
function sharedLines(pieces: readonly Piece[], slots: readonly Slot[], leading: number): number {
  const deepest = Math.max(...slots.map(slot => slot.bottom - slot.top));
  let lines = 0;
  while (lines * leading < deepest) {
    const tried = slots.map(slot => shortened(slot, (lines + 1) * leading));
    if (pour(pieces, tried).length > 0) break;
    lines++;
  }
  return lines;
}

/** How much the white under the columns differs: the sum of squares from their mean; undefined if the text does not fit. */
function unevenness(
  pieces: readonly Piece[],
  tried: readonly Slot[],
  slots: readonly Slot[],
): number | undefined {
  const feet = new Map(slots.map(slot => [slot.x, slot.top]));
  const rest = pour(pieces, tried, ({ piece, x, y }) => feet.set(x, y + piece.height));
  if (rest.length > 0) return undefined;
  const white = slots.filter(slot => slot.bottom > slot.top).map(slot => slot.bottom - feet.get(slot.x)!);
  const mean = white.reduce((sum, height) => sum + height, 0) / white.length;
  return white.reduce((sum, height) => sum + (height - mean) ** 2, 0);
}

/** All sets of columns, those of the last columns only before others. */
function subsets(count: number): ReadonlySet<number>[] {
  const columns = Array.from({ length: count }, (_, index) => index);
  const tails = columns.map(index => new Set(columns.slice(count - index)));
  const all = Array.from(
    { length: 2 ** count },
    (_, mask) => new Set(columns.filter(index => mask & (1 << index))),
  );
  return [...tails, ...all];
}
