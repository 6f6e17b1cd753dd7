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

/** The pieces that found room, and the ones that did not in the order in which they go on elsewhere. */
export interface Poured {
  readonly placed: readonly PlacedPiece[];
  readonly rest: readonly Piece[];
}

/** Pours pieces into slots. Keep rules hold at every slot's end: what may not be parted moves on. */
export function pour(pieces: readonly Piece[], slots: readonly Slot[]): Poured {
  const placed: PlacedPiece[] = [];
  let rest = pieces;
  for (const slot of slots) {
    const column = takeColumn(rest, slot.bottom - slot.top);
    let y = slot.top;
    for (const [index, piece] of column.taken.entries()) {
      if (index > 0) y += piece.before;
      placed.push({ piece, x: slot.x, y });
      y += piece.height;
    }
    rest = column.rest;
  }
  return { placed, rest };
}

/** The pieces that a column of `room` points takes without breaking a keep rule. */
function takeColumn(
  pieces: readonly Piece[],
  room: number,
): { taken: readonly Piece[]; rest: readonly Piece[] } {
  const taken: Piece[] = [];
  const moved: Piece[] = [];
  let used = 0;
  let allowed = { taken: 0, moved: 0, next: 0 };
  let next = 0;
  for (; next < pieces.length; next++) {
    const piece = pieces[next]!;
    const height = piece.height + (taken.length > 0 ? piece.before : 0);
    if (used + height > room + 0.01) {
      if (!piece.floats || taken.length === 0) break;
      moved.push(piece);
      continue;
    }
    used += height;
    taken.push(piece);
    if (piece.mayEndColumn || next === pieces.length - 1) {
      allowed = { taken: taken.length, moved: moved.length, next: next + 1 };
    }
  }
  const stayed = moved.slice(0, allowed.moved);
  const rest = stayed.length > 0 ? [...stayed, ...pieces.slice(allowed.next)] : pieces.slice(allowed.next);
  return { taken: taken.slice(0, allowed.taken), rest };
}

/** Height of a run of pieces set in one endless column. */
export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((height, piece, index) => height + piece.height + (index > 0 ? piece.before : 0), 0);
}
