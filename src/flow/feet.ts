/** Even column feet: pieces and the slots that hold them in, slots as short as their text and as even as can be out. */

import { mayOpen } from './feather.js';
import { type Piece, pour, type Slot } from './piece.js';

/** How many lines longer than the shortest equal columns are tried where keep rules leave holes. */
const LONGER = 3;
/** Lines that text may lose when subheads come to the heads of columns. */
const SLACK = 1;

/** Slots with what stays free under them once they are feathered. */
export interface EvenFeet {
  readonly pieces: readonly Piece[];
  readonly slots: readonly Slot[];
  readonly free: readonly number[];
  /** From the shortest to the longest of what stays free. Points. */
  readonly apart: number;
  /** The sum of squares from the mean. */
  readonly uneven: number;
  /** All that stays free before the columns are feathered. Points. */
  readonly white: number;
}

/**
 * Text that ends in a module leaves room at the end of the last column. The room is shared out: all columns end
 * earlier by the same number of lines, some by one more. Keep rules decide which of them these can be: the last
 * columns are tried first, then every choice, until the feet are within a line of each other.
 */
export function evenFeet(pieces: readonly Piece[], slots: readonly Slot[], leading: number): EvenFeet {
  let best = shareOut(pieces, slots, leading, LONGER)!;
  // A line of space over a subhead or a quote moves all that follows, so that other lines come to the columns' ends.
  for (const opened of openings(pieces)) {
    if (best.apart <= leading + 0.01) break;
    const looser = pieces.map((piece, index) =>
      opened.has(index) ? { ...piece, before: piece.before + leading } : piece,
    );
    const tried = shareOut(looser, slots, leading, LONGER);
    if (tried !== undefined && tried.apart < best.apart - 0.01) best = tried;
  }
  return best;
}

/** Of this many places for a line of space two are opened together; of more only one. */
const FEW = 6;

/** Pieces that space can be added over, one by one and then two by two. */
function openings(pieces: readonly Piece[]): ReadonlySet<number>[] {
  const spots = pieces.flatMap((piece, index) => (index > 0 && mayOpen({ piece }) ? [index] : []));
  const pairs = spots.flatMap((one, at) => spots.slice(at + 1).map(other => new Set([one, other])));
  return [...spots.map(spot => new Set([spot])), ...(spots.length <= FEW ? pairs : [])];
}

/**
 * The evenest feet that shorter columns can give, columns up to `longer` lines longer than the shortest equal ones tried
 * as well; undefined if the text does not fit.
 */
export function shareOut(
  pieces: readonly Piece[],
  slots: readonly Slot[],
  leading: number,
  longer = 0,
): EvenFeet | undefined {
  let best = tryFeet(pieces, slots, slots, leading);
  if (best === undefined || slots.length === 1) return best;
  const spare = best.white + SLACK * leading + 0.01;
  const shortest = sharedLines(pieces, slots, leading, spare);
  for (let lines = shortest; lines >= Math.max(0, shortest - longer); lines--) {
    for (const orders of [tails(slots.length), others(slots.length)]) {
      for (const shorter of orders) {
        const shortened = slots.map((slot, index) =>
          shorten(slot, (lines + (shorter.has(index) ? 1 : 0)) * leading),
        );
        if (lost(slots, shortened) > spare) continue;
        const tried = tryFeet(pieces, shortened, slots, leading);
        if (tried !== undefined && tried.uneven < best.uneven - 0.01) best = tried;
      }
      if (best.apart <= leading + 0.01) return best;
    }
  }
  return best;
}

function shorten(slot: Slot, height: number): Slot {
  return { ...slot, bottom: Math.max(slot.top, slot.bottom - height) };
}

/** Room that slots lose by being shortened. Points. */
function lost(slots: readonly Slot[], shortened: readonly Slot[]): number {
  let sum = 0;
  for (const [index, { bottom }] of slots.entries()) sum += bottom - shortened[index]!.bottom;
  return sum;
}

/** Lines that all columns can lose together where `spare` points are free in all of them. */
function sharedLines(
  pieces: readonly Piece[],
  slots: readonly Slot[],
  leading: number,
  spare: number,
): number {
  const deepest = Math.max(...slots.map(slot => slot.bottom - slot.top));
  let lines = 0;
  while (lines * leading < deepest) {
    const tried = slots.map(slot => shorten(slot, (lines + 1) * leading));
    if (lost(slots, tried) > spare || pour(pieces, tried).length > 0) break;
    lines++;
  }
  return lines;
}

/** What stays free over the feet of `slots` in slots `tried` for it; undefined if the text does not fit. */
function tryFeet(
  pieces: readonly Piece[],
  tried: readonly Slot[],
  slots: readonly Slot[],
  leading: number,
): EvenFeet | undefined {
  const { rest, free, white } = freeUnder(pieces, tried, slots, leading);
  if (rest.length > 0) return undefined;
  const mean = free.reduce((sum, height) => sum + height, 0) / free.length;
  return {
    pieces,
    slots: tried,
    free,
    white,
    apart: free.length === 0 ? 0 : Math.max(...free) - Math.min(...free),
    uneven: free.reduce((sum, height) => sum + (height - mean) ** 2, 0),
  };
}

/** Room under the text of each column once it is feathered, and what found no room. */
export function freeUnder(
  pieces: readonly Piece[],
  tried: readonly Slot[],
  slots: readonly Slot[],
  leading: number,
): { rest: readonly Piece[]; free: number[]; white: number } {
  const feet = slots.map(slot => slot.top);
  const spots = slots.map(() => 0);
  let column = -1;
  const rest = pour(pieces, tried, placed => {
    const { piece, x, y } = placed;
    // The first piece of a column has nothing over it.
    if (x !== slots[column]?.x) column = slots.findIndex(slot => slot.x === x);
    else if (mayOpen(placed)) spots[column]! += 1;
    feet[column] = y + piece.height;
  });
  let white = 0;
  const free = slots.flatMap(({ top, bottom }, index) => {
    if (bottom <= top) return [];
    const under = bottom - feet[index]!;
    white += under;
    return [under - Math.min(Math.floor(under / leading + 1e-6), spots[index]!) * leading];
  });
  return { rest, free, white };
}

/** The last columns, one after another. */
function tails(count: number): ReadonlySet<number>[] {
  const columns = Array.from({ length: count }, (_, index) => index);
  return [new Set<number>(), ...columns.map(index => new Set(columns.slice(count - 1 - index)))];
}

/** All other sets of columns: those that hold a column but not the one after it. */
function others(count: number): ReadonlySet<number>[] {
  const columns = Array.from({ length: count }, (_, index) => index);
  const sets = Array.from(
    { length: 2 ** count },
    (_, mask) => new Set(columns.filter(index => mask & (1 << index))),
  );
  return sets.filter(set =>
    columns.some(column => set.has(column) && !set.has(column + 1) && column + 1 < count),
  );
}
