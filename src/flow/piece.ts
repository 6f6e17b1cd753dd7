/** The unit that flows through columns: a line of text, a table row, a pull quote; and how it may be parted. */

import type { Item, Role } from '../frame/frame.js';

export interface Piece {
  /** Points. Every piece is a whole number of grid steps high. */
  readonly height: number;
  /** Space above, left out at the top of a column. */
  readonly before: number;
  /** A column may end after this piece. */
  readonly mayEndColumn: boolean;
  /** Stands apart from the text: where a column has no room for it, it goes to the head of the next one. */
  readonly floats: boolean;
  readonly role: Role;
  /** Pieces with the same block are parts of one paragraph, list item or table; blocks count in reading order. */
  readonly block: number;
  /** Set once more over the piece where it begins a column: the header of its table. */
  readonly over?: Piece;
  /** Stands only between others: left out at the head of a column. */
  readonly between?: true;
  /** The piece begins whole lines of this height below the head of its column, in step with the columns beside it. */
  readonly step?: number;
  /** Lines of the same block before this one; undefined for what is not a line. */
  readonly line?: number;
  /** The line ends inside a word. */
  readonly divided?: true;
  /** On a paragraph's first line: all of it in another number of lines, if good lines can give that. */
  readonly inLines?: (count: number) => Relined | undefined;
  /** The story it is of, where a module holds several. */
  readonly story?: string;
  /** It draws groups of its own: a picture with its caption. */
  readonly whole?: true;
  /** What lies behind all pieces of its block that stand together: the tint of a box over several pages. */
  readonly ground?: (x: number, top: number, foot: number) => readonly Item[];
  /** Items for a piece whose top left corner is at x, y. */
  draw(x: number, y: number): readonly Item[];
}

/** A paragraph set in another number of lines than is best. */
export interface Relined {
  readonly pieces: readonly Piece[];
  /** What its loosest line lacks of the measure by nature, as a share of it. */
  readonly lacking: number;
}

/** Free room in one column, in reading order of the module. Points, y down. */
export interface Slot {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Where there is no room at all: what stays free under the picture that its column ends with. 0 if left out. */
  readonly under?: number;
}

export interface PlacedPiece {
  readonly piece: Piece;
  readonly x: number;
  readonly y: number;
}

/** True for a piece that may have a line of space added over it: a subhead, a list, a table, a head, a quote. */
export function mayOpen({ before, floats }: Piece): boolean {
  return before > 0 || floats;
}

/**
 * Pours pieces into slots and returns those that found no room, in the order in which they go on elsewhere. Keep
 * rules hold at every slot's end: what may not be parted moves on. `place` is told where each piece stands, and where
 * one is set again over another, `filled` what each slot took.
 */
export function pour(
  pieces: readonly Piece[],
  slots: readonly Slot[],
  place?: (placed: PlacedPiece) => void,
  filled?: (column: Column, slot: Slot) => void,
): readonly Piece[] {
  let queue = pieces;
  let next = 0;
  for (const slot of slots) {
    const column = takeColumn(queue, next, slot.bottom - slot.top);
    if (place !== undefined) placeColumn(queue, next, column, slot, place);
    filled?.(column, slot);
    if (column.moved.length > 0) {
      queue = carriedOver(column.moved, queue.slice(column.end));
      next = 0;
    } else next = column.end;
  }
  return next === 0 ? queue : queue.slice(next);
}

/** What goes on in the next column: the floats that moved there, then the text; a quote behind a head that the text begins with. */
export function carriedOver(moved: readonly Piece[], text: readonly Piece[]): readonly Piece[] {
  const head = moved.some(isQuote) ? headOf(text) : 0;
  return [...text.slice(0, head), ...moved, ...text.slice(head)];
}

function isQuote({ role }: Piece): boolean {
  return role === 'quote';
}

/**
 * How many pieces at the head of a text a quote goes behind rather than stand over them: a subhead and what follows it, or
 * another block that is not parted from the next; none where the text begins otherwise.
 */
function headOf(pieces: readonly Piece[]): number {
  for (let at = 1, tied = false; at < pieces.length; at++) {
    const { block, mayEndColumn } = pieces[at - 1]!;
    if (block === pieces[at]!.block) continue;
    if (mayEndColumn) return tied ? at : 0;
    tied = true;
  }
  return 0;
}

/** What one column takes: the pieces of a queue up to `end`, but for those that move on. */
export interface Column {
  readonly end: number;
  readonly moved: readonly Piece[];
  /** Height of all that it takes. Points. */
  readonly foot: number;
  /** Places in it where a line of space may be added. */
  readonly spots: number;
}

const NONE: readonly Piece[] = [];

/** The pieces from `from` on that a column of `room` points takes without breaking a keep rule. */
export function takeColumn(queue: readonly Piece[], from: number, room: number): Column {
  let moved = NONE;
  let used = 0;
  let end = from;
  let movedAtEnd = 0;
  let footAtEnd = 0;
  let spots = 0;
  let spotsAtEnd = 0;
  // True after a piece that the column may not end with: a quote that follows it does not change that.
  let tied = false;
  let last: Piece | undefined;
  for (let next = from; next < queue.length; next++) {
    const piece = queue[next]!;
    if (used === 0 && piece.between === true) continue;
    const foot = startOf(piece, used, last) + piece.height;
    if (foot > room + 0.01) {
      if (!piece.floats) break;
      moved = [...moved, piece];
      continue;
    }
    // The first piece of a column has nothing over it.
    if (used > 0 && mayOpen(overOf(piece, last) ?? piece)) spots += 1;
    used = foot;
    if (!piece.floats) {
      // A line that goes on from the column before does not stand alone in this one.
      const goesOn = (piece.line ?? 0) > 0 && piece.block !== last?.block;
      tied = !piece.mayEndColumn || (goesOn && queue[next + 1]?.block === piece.block);
      last = piece;
    }
    // The last words do not pass a quote: it would stand alone behind them.
    if (next === queue.length - 1 && moved.some(isQuote)) break;
    if (!tied || next === queue.length - 1) {
      end = next + 1;
      movedAtEnd = moved.length;
      footAtEnd = foot;
      spotsAtEnd = spots;
    }
  }
  return {
    end,
    moved: movedAtEnd === moved.length ? moved : moved.slice(0, movedAtEnd),
    foot: footAtEnd,
    spots: spotsAtEnd,
  };
}

/** Where a piece begins in a column of which `used` points are taken, `last` being the text above it. */
function startOf(piece: Piece, used: number, last: Piece | undefined): number {
  const { before, step } = piece;
  const over = overOf(piece, last)?.height ?? 0;
  if (used === 0) return over;
  return over + (step === undefined ? used + before : Math.ceil((used + before) / step - 1e-6) * step);
}

/** What is set again over a piece where it does not follow another of its block. */
function overOf({ over, block }: Piece, last: Piece | undefined): Piece | undefined {
  return last?.block === block ? undefined : over;
}

function placeColumn(
  queue: readonly Piece[],
  from: number,
  { end, moved }: Column,
  slot: Slot,
  place: (placed: PlacedPiece) => void,
): void {
  let used = 0;
  let last: Piece | undefined;
  for (let index = from; index < end; index++) {
    const piece = queue[index]!;
    if (moved.includes(piece) || (used === 0 && piece.between === true)) continue;
    const start = startOf(piece, used, last);
    const over = overOf(piece, last);
    if (over !== undefined) place({ piece: over, x: slot.x, y: slot.top + start - over.height });
    place({ piece, x: slot.x, y: slot.top + start });
    used = start + piece.height;
    if (!piece.floats) last = piece;
  }
}

/** Height of a run of pieces set in one endless column. */
export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce(
    (height, piece, index) =>
      height === 0 && piece.between === true
        ? height
        : startOf(piece, height, pieces[index - 1]) + piece.height,
    0,
  );
}
