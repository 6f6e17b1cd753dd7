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
  /** Columns that hold text. */
  readonly taken: number;
}

/**
 * Text that ends in a module leaves room at the end of the last column. The room is shared out: all columns end
 * earlier by the same number of lines, some by one more. Keep rules decide which of them these can be: the last
 * columns are tried first, then every choice, until the feet are within a line of each other.
 */
export function evenFeet(pieces: readonly Piece[], slots: readonly Slot[], leading: number): EvenFeet {
  let best = shareOut(pieces, slots, leading, LONGER)!;
  // A line of space moves all that follows, so that other lines come to the columns' ends.
  for (const opened of openings(pieces)) {
    if (best.apart <= leading + 0.01) break;
    const tried = shareOut(looser(pieces, opened, leading), slots, leading, LONGER);
    if (tried !== undefined && tried.apart < best.apart - 0.01) best = tried;
  }
  return best;
}

/** Of this many places for a line of space two are opened together; of more only one. */
const FEW = 6;

/** Pieces that space can be added to, one by one and then two by two. */
function openings(pieces: readonly Piece[]): ReadonlySet<number>[] {
  const spots = pieces.flatMap((piece, index) => (index > 0 && mayOpen({ piece }) ? [index] : []));
  const head = headOver(pieces);
  if (head !== undefined) spots.push(head);
  const pairs = spots.flatMap((one, at) => spots.slice(at + 1).map(other => new Set([one, other])));
  return [...spots.map(spot => new Set([spot])), ...(spots.length <= FEW ? pairs : [])];
}

/** The last piece of what stands over the text that begins a module: a deck, or the head over a story from another page. */
function headOver(pieces: readonly Piece[]): number | undefined {
  const text = pieces.findIndex(({ role }) => role !== 'deck' && role !== 'kicker' && role !== 'headline');
  // Briefs, which say their story, keep their heads as they are.
  return text > 0 && pieces[text]!.story === undefined ? text - 1 : undefined;
}

/** The pieces with a line of space over those that are opened, or under them if that is what begins the module. */
function looser(pieces: readonly Piece[], opened: ReadonlySet<number>, leading: number): Piece[] {
  return pieces.map((piece, index) => {
    if (!opened.has(index)) return piece;
    if (mayOpen({ piece }) && index > 0) return { ...piece, before: piece.before + leading };
    return { ...piece, height: piece.height + leading };
  });
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
  const whole = tryFeet(pieces, slots, slots, leading);
  if (whole === undefined || slots.length === 1) return whole;
  const even = shortenAll(pieces, slots, leading, longer, whole, new Set());
  return even.apart <= leading + 0.01
    ? even
    : shortenAll(pieces, slots, leading, longer, even, lowSlots(slots, leading));
}

/** Columns of this few lines, under a picture, cannot give one up without losing all of them; the first one, under a deck, may be such. */
const LOW = 4;

function lowSlots(slots: readonly Slot[], leading: number): ReadonlySet<number> {
  const low = slots.flatMap(({ top, bottom }, index) => (bottom - top < LOW * leading ? [index] : []));
  return new Set([0, ...low]);
}

/** All columns but those that `keep` their length shortened by as many lines, some by one more: evener feet than `best`, or that. */
function shortenAll(
  pieces: readonly Piece[],
  slots: readonly Slot[],
  leading: number,
  longer: number,
  best: EvenFeet,
  keep: ReadonlySet<number>,
): EvenFeet {
  let evenest = best;
  const shortenedBy = (lines: number, shorter: ReadonlySet<number>): Slot[] =>
    slots.map((slot, index) =>
      keep.has(index) ? slot : shorten(slot, (lines + (shorter.has(index) ? 1 : 0)) * leading),
    );
  const spare = best.white + SLACK * leading + 0.01;
  const deepest = Math.max(...slots.map(slot => slot.bottom - slot.top)) / leading;
  let shortest = 0;
  while (shortest < deepest) {
    const tried = shortenedBy(shortest + 1, new Set());
    if (lost(slots, tried) > spare || pour(pieces, tried).length > 0) break;
    shortest++;
  }
  for (let lines = shortest; lines >= Math.max(0, shortest - longer); lines--) {
    for (const orders of [tails(slots.length), others(slots.length)]) {
      for (const shorter of orders) {
        const shortened = shortenedBy(lines, shorter);
        if (lost(slots, shortened) > spare) continue;
        const tried = tryFeet(pieces, shortened, slots, leading);
        if (tried === undefined || tried.taken < best.taken) continue;
        if (tried.uneven < evenest.uneven - 0.01) evenest = tried;
      }
      if (evenest.apart <= leading + 0.01) return evenest;
    }
  }
  return evenest;
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

/** What stays free over the feet of `slots` in slots `tried` for it; undefined if the text does not fit. */
function tryFeet(
  pieces: readonly Piece[],
  tried: readonly Slot[],
  slots: readonly Slot[],
  leading: number,
): EvenFeet | undefined {
  const { rest, free, white, taken } = freeUnder(pieces, tried, slots, leading);
  if (rest.length > 0) return undefined;
  const mean = free.reduce((sum, height) => sum + height, 0) / free.length;
  return {
    pieces,
    slots: tried,
    free,
    white,
    taken,
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
): { rest: readonly Piece[]; free: number[]; white: number; taken: number } {
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
  const taken = slots.filter(({ top }, index) => feet[index]! > top).length;
  return { rest, free, white, taken };
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
