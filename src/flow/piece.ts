/** The unit that flows through columns: a line of text, a table row, a pull quote; and how it may be parted. */

import type { Item, Role } from '../frame/frame.js';

export interface Piece {
  /** Points. Every piece is a whole number of grid steps high. */
  readonly height: number;
  /** Space above, left out at the top of a column. */
  readonly before: number;
  /** A column may end after this piece. */
  readonly mayEndColumn: boolean;
  readonly role: Role;
  /** Pieces with the same block are parts of one paragraph, list item or table. */
  readonly block: number;
  /** Items for a piece whose top left corner is at x, y. */
  draw(x: number, y: number): readonly Item[];
}

/** Free room in one column, in reading order of the module. Points, y down. */
export interface Slot {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedPiece {
  readonly piece: Piece;
  readonly x: number;
  readonly y: number;
}

/** Pours pieces into slots from `from` on. Keep rules hold at every slot's end: what may not be parted moves on. */
export function fillSlots(pieces: readonly Piece[], from: number, slots: readonly Slot[]): PlacedPiece[] {
  const placed: PlacedPiece[] = [];
  let next = from;
  for (const slot of slots) {
    const count = countFitting(pieces, next, slot.bottom - slot.top);
    let y = slot.top;
    for (let index = next; index < next + count; index++) {
      const piece = pieces[index]!;
      if (index > next) y += piece.before;
      placed.push({ piece, x: slot.x, y });
      y += piece.height;
    }
    next += count;
  }
  return placed;
}

/** `fillSlots` without the places: the index of the first piece that finds no room. */
export function pour(pieces: readonly Piece[], from: number, slots: readonly Slot[]): number {
  let next = from;
  for (const slot of slots) next += countFitting(pieces, next, slot.bottom - slot.top);
  return next;
}

/** How many pieces from `next` on a column of `room` points takes without breaking a keep rule. */
function countFitting(pieces: readonly Piece[], next: number, room: number): number {
  let used = 0;
  let allowed = 0;
  for (let index = next; index < pieces.length; index++) {
    const piece = pieces[index]!;
    used += piece.height + (index > next ? piece.before : 0);
    if (used > room + 0.01) break;
    if (piece.mayEndColumn || index === pieces.length - 1) allowed = index - next + 1;
  }
  return allowed;
}

/** Height of a run of pieces set in one endless column. */
export function heightOf(pieces: readonly Piece[], from: number): number {
  let height = 0;
  for (let index = from; index < pieces.length; index++) {
    const piece = pieces[index]!;
    height += piece.height + (index > from ? piece.before : 0);
  }
  return height;
}
