/** The columns of a module: inserts set in at their heads and feet, the free slots between them for text. */

import type { Direction } from '../text/paragraph.js';
import type { Insert } from './insert.js';
import type { Slot } from './piece.js';

/** Whole columns side by side, counted in reading order. Points. */
export interface ColumnSet {
  readonly count: number;
  readonly columnWidth: number;
  readonly gutter: number;
  readonly direction: Direction;
  /** Left edge of the whole set. */
  readonly x: number;
}

export interface PlacedInsert {
  readonly insert: Insert;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly atFoot: boolean;
}

/** Width of `span` columns with the gutters between them. */
export function spanWidth(set: Pick<ColumnSet, 'columnWidth' | 'gutter'>, span: number): number {
  return span * set.columnWidth + (span - 1) * set.gutter;
}

/** Left edge of the block of `span` columns that begins with column `first` in reading order. */
export function spanX(set: ColumnSet, first: number, span: number): number {
  const step = set.columnWidth + set.gutter;
  const fromLeft = set.direction === 'ltr' ? first : set.count - first - span;
  return set.x + fromLeft * step;
}

/** Where inserts stand: the columns each takes and whether at their head or foot. */
export interface Seat {
  readonly insert: Insert;
  readonly first: number;
  readonly atFoot: boolean;
}

/**
 * Gives each insert its columns. The first stands at the head, one column in, so that the text begins beside it;
 * the next at the foot of the last columns, then whatever is least occupied. A place the editor asked for is kept.
 * Where the head stands over the first `under` columns only, the first insert stands beside it.
 */
export function seatInserts(inserts: readonly Insert[], count: number, under = count): Seat[] {
  const heads = new Array<number>(count).fill(0);
  const feet = new Array<number>(count).fill(0);
  return inserts.map((insert, index) => {
    const span = Math.min(insert.columns, count);
    if (index === 0 && under < count) {
      heads.fill(1, under, under + span);
      return { insert, first: under, atFoot: false };
    }
    let best: { first: number; atFoot: boolean; cost: number } | undefined;
    for (const atFoot of [false, true]) {
      if (insert.place !== undefined && (insert.place === 'bottom') !== atFoot) continue;
      const row = atFoot ? feet : heads;
      for (let first = 0; first + span <= count; first++) {
        const taken = row.slice(first, first + span);
        const other = (atFoot ? heads : feet).slice(first, first + span);
        const preferred = atFoot ? count - span : Math.min(1, count - span);
        // The story opens at the head of the first column: nothing narrower than the module stands over it.
        const overOpening = !atFoot && first === 0 && span < count ? 6 : 0;
        const cost =
          Math.max(...taken) * 10 +
          (Math.max(...taken) - Math.min(...taken)) * 6 +
          Math.max(...other) * 3 +
          Math.abs(first - preferred) * 0.5 +
          (atFoot ? 1 : 0) +
          overOpening;
        if (best === undefined || cost < best.cost) best = { first, atFoot, cost };
      }
    }
    const seat = best!;
    const row = seat.atFoot ? feet : heads;
    for (let column = seat.first; column < seat.first + span; column++) row[column]! += 1;
    return { insert, first: seat.first, atFoot: seat.atFoot };
  });
}

/** Lines that the room beside inserts must hold to be used. */
const LEAST_SLOT = 3;

/** Slots and placed inserts for columns from their `tops` to `foot`; undefined if the inserts do not fit. Points. */
export function layColumns(
  seats: readonly Seat[],
  scale: number,
  tops: readonly number[],
  foot: number,
  leading: number,
  set: ColumnSet,
): { slots: Slot[]; inserts: PlacedInsert[] } | undefined {
  const heads = [...tops];
  const feet = tops.map(() => foot);
  const inserts: PlacedInsert[] = [];
  for (const { insert, first, atFoot } of seats) {
    const span = Math.min(insert.columns, set.count);
    const width = spanWidth(set, span);
    const tall = insert.heightAt(scale, width);
    const columns = Array.from({ length: span }, (_, index) => first + index);
    const y = atFoot
      ? Math.min(...columns.map(column => feet[column]!)) - tall
      : Math.max(...columns.map(column => heads[column]!));
    for (const column of columns) {
      if (atFoot) feet[column] = y;
      else heads[column] = y + tall;
      if (heads[column]! > feet[column]! + 0.01) return undefined;
    }
    inserts.push({ insert, x: spanX(set, first, span), y, width, height: tall, atFoot });
  }
  const gaps = heads.map((head, column) => {
    const parted = head > tops[column]! || feet[column]! < foot;
    return parted && feet[column]! - head < LEAST_SLOT * leading ? feet[column]! - head : undefined;
  });
  const grown = inserts.map((placed, index) => {
    const { first } = seats[index]!;
    const columns = Array.from({ length: Math.min(placed.insert.columns, set.count) }, (_, at) => first + at);
    const more = closing(placed, columns, heads, feet, gaps);
    for (const column of columns) {
      if (more === 0) continue;
      gaps[column]! -= more;
      if (!placed.atFoot) heads[column]! += more;
    }
    return { ...placed, y: placed.atFoot ? placed.y - more : placed.y, height: placed.height + more };
  });
  // One or two lines alone between a picture and the foot look lost, so what is left of such a gap stays white.
  const slots = heads.map((head, column) => ({
    x: spanX(set, column, 1),
    top: head,
    bottom: gaps[column] === undefined ? feet[column]! : head,
  }));
  return { slots, inserts: grown };
}

/** What a picture can grow by so that no gap too low for text is left between it and another. Points. */
function closing(
  { insert, y, width, height, atFoot }: PlacedInsert,
  columns: readonly number[],
  heads: readonly number[],
  feet: readonly number[],
  gaps: readonly (number | undefined)[],
): number {
  const borders = columns.every(column => (atFoot ? feet[column] === y : heads[column] === y + height));
  const gap = Math.min(...columns.map(column => gaps[column] ?? 0));
  if (!borders || gap <= 0) return 0;
  return insert.heightAt(Number.POSITIVE_INFINITY, width) >= height + gap ? gap : 0;
}
