/**
 * A module: the rectangle that a story, or a part of it, takes on a page. Head across the top, the body in columns of
 * equal length under it, pictures and sidebars among the columns.
 */

import type { Item } from '../frame/frame.js';
import { type ColumnSet, layColumns, type PlacedInsert, seatInserts, spanWidth, spanX } from './columns.js';
import { feather } from './feather.js';
import { evenFeet, freeUnder } from './feet.js';
import { groupsOf } from './groups.js';
import type { Head } from './head.js';
import type { Insert } from './insert.js';
import { mayOpen, type Piece, type PlacedPiece, pour, type Slot } from './piece.js';

/** What goes into a module. Lengths in points. */
export interface ModuleContent {
  readonly story: string;
  readonly head: Head | undefined;
  /** Columns under the head; the others begin at the module's top, and the first insert stands there. */
  readonly under: number;
  /** The body from where this part begins to the story's end. */
  readonly pieces: readonly Piece[];
  readonly inserts: readonly Insert[];
  /** The story's body leading: columns are whole lines high. */
  readonly leading: number;
  readonly columns: ColumnSet;
  /** Room kept under the last column for a jump line, if the story goes on. */
  readonly jumpHeight: number;
}

/** A module measured at a height: everything knows its place relative to the module's top. */
export interface ModuleLayout {
  readonly height: number;
  /** The pieces that did not fit. */
  readonly rest: readonly Piece[];
  readonly slots: readonly Slot[];
  readonly inserts: readonly PlacedInsert[];
  /** Top left corner of the room kept for a jump line; undefined if the story ends here. */
  readonly jump: { readonly x: number; readonly y: number } | undefined;
}

/** The module at exactly `height` points; undefined if its head and inserts need more. */
export function layModule(content: ModuleContent, height: number, scale: number): ModuleLayout | undefined {
  const top = content.head?.height ?? 0;
  const lines = Math.floor((height - top) / content.leading + 1e-6);
  if (lines < 1) return undefined;
  const { under, columns, leading } = content;
  const seats = seatInserts(content.inserts, columns.count, under);
  const laid = layColumns(seats, scale, topsOf(content), top + lines * leading, leading, columns);
  if (laid === undefined) return undefined;
  const inserts = under < columns.count ? raised(laid.inserts) : laid.inserts;
  const slots = laid.slots.map(slot => closedBy(slot, inserts, top + lines * leading));
  const rest = pour(content.pieces, slots);
  if (rest.length === 0) return { height, rest, slots, inserts, jump: undefined };
  const last = slots.findLastIndex(slot => slot.bottom - slot.top >= content.jumpHeight + content.leading);
  if (last < 0) return undefined;
  const { x, bottom } = slots[last]!;
  const jump = { x, y: bottom - content.jumpHeight };
  const upTo = (foot: number): { slots: Slot[]; rest: readonly Piece[] } => {
    const shortened = slots.map((slot, index) => (index === last ? { ...slot, bottom: foot } : slot));
    return { slots: shortened, rest: pour(content.pieces, shortened) };
  };
  const full = upTo(jump.y);
  const whole = endsInWord(content.pieces, full.rest) ? upTo(jump.y - leading) : full;
  return { height, ...(endsInWord(content.pieces, whole.rest) ? full : whole), inserts, jump };
}

/** True if the last line before the rest divides a word, which would go on over the page. */
function endsInWord(pieces: readonly Piece[], rest: readonly Piece[]): boolean {
  return pieces[pieces.length - rest.length - 1]?.divided === true;
}

/** Tops of a module's columns: lines beside the head keep step with those under it. */
function topsOf({ head, under, leading, columns }: ModuleContent): number[] {
  const top = head?.height ?? 0;
  return Array.from({ length: columns.count }, (_, column) => (column < under ? top : top % leading));
}

/** The first insert, which stands beside the head, begins with it. */
function raised([first, ...others]: readonly PlacedInsert[]): PlacedInsert[] {
  return [{ ...first!, y: 0, height: first!.height + first!.y }, ...others];
}

/** The slot with what stays free over the `foot` of its column if a picture closes it. */
function closedBy(slot: Slot, inserts: readonly PlacedInsert[], foot: number): Slot {
  const own = inserts.filter(({ x, width }) => x <= slot.x && slot.x < x + width);
  const last = own.at(-1);
  if (slot.bottom > slot.top || last === undefined || own.some(({ atFoot }) => atFoot)) return slot;
  const { insert, y, width, height } = last;
  return { ...slot, under: foot - y - height + (insert.spaceUnder?.(width, height) ?? 0) };
}

/** The lowest module that takes the rest of the story, no higher than `limit`; undefined if none does. */
export function layWholeModule(
  content: ModuleContent,
  limit: number,
  scale: number,
): ModuleLayout | undefined {
  const top = content.head?.height ?? 0;
  const { count } = content.columns;
  // Space above pieces may fall away at the heads of columns, so it does not count.
  const text = content.pieces.reduce((sum, piece) => sum + piece.height, 0);
  const gained = topsOf(content).reduce((sum, own) => sum + top - own, 0);
  const area = text + insertArea(content, scale) - gained;
  const least = Math.ceil(area / count / content.leading - 1e-6);
  for (let lines = Math.max(1, least); top + lines * content.leading <= limit + 0.01; lines++) {
    const layout = layModule(content, top + lines * content.leading, scale);
    if (layout !== undefined && layout.rest.length === 0) return layout;
  }
  return undefined;
}

/** Height times columns of all inserts. */
export function insertArea(
  { inserts, columns }: Pick<ModuleContent, 'inserts' | 'columns'>,
  scale: number,
): number {
  return inserts.reduce((sum, insert) => {
    const span = Math.min(insert.columns, columns.count);
    return sum + span * insert.heightAt(scale, spanWidth(columns, span));
  }, 0);
}

/** A module at its lowest. */
export interface ModuleMeasure {
  /** Lines under the head. */
  readonly lines: number;
  /** Lines that stay free in its columns, together. */
  readonly white: number;
  /** Places where a line of space may be added. */
  readonly spots: number;
}

/** Undefined if the module needs more than `limit` points. */
export function measureModule(
  content: ModuleContent,
  scale: number,
  limit: number,
): ModuleMeasure | undefined {
  const { leading, pieces, head } = content;
  const layout = layWholeModule(content, limit, scale);
  if (layout === undefined) return undefined;
  return {
    lines: Math.round((layout.height - (head?.height ?? 0)) / leading),
    white: whiteIn(content, layout) / leading,
    spots: pieces.filter((piece, index) => index > 0 && mayOpen(piece)).length,
  };
}

/** Height of the white in a module's columns, together, in points. */
export function whiteIn(content: ModuleContent, layout: ModuleLayout): number {
  const { pieces, columns } = content;
  const feet = new Map(layout.slots.map(slot => [slot.x, slot.top]));
  let taken = layout.inserts.reduce(
    (sum, { insert, y, height }) =>
      sum + (height - (y === 0 ? topsOf(content).at(-1)! : 0)) * Math.min(insert.columns, columns.count),
    0,
  );
  pour(pieces, layout.slots, ({ piece, x, y }) => {
    taken += y + piece.height - feet.get(x)!;
    feet.set(x, y + piece.height);
  });
  const jump = layout.jump === undefined ? 0 : content.jumpHeight;
  return topsOf(content).reduce((sum, top) => sum + layout.height - top, 0) - taken - jump;
}

/** Room that stays under each column of a module once space has brought its columns down. Points. */
export function freeInColumns(
  { pieces, leading }: ModuleContent,
  { slots, rest }: ModuleLayout,
): readonly number[] {
  return rest.length === 0 ? evenFeet(pieces, slots, leading).free : freeUnder(pieces, slots, leading);
}

/** How a module's columns end, in lines of its text. */
export interface FeetMeasure {
  /** White in its columns, together. */
  readonly white: number;
  /** What of it stays under the columns once space is added over subheads and quotes. */
  readonly free: number;
  /** From the highest foot to the lowest one. */
  readonly apart: number;
}

export function measureFeet(content: ModuleContent, layout: ModuleLayout): FeetMeasure {
  const free = freeInColumns(content, layout);
  const apart = free.length === 0 ? 0 : Math.max(...free) - Math.min(...free);
  return {
    white: whiteIn(content, layout) / content.leading,
    free: free.reduce((sum, room) => sum + room, 0) / content.leading,
    apart: apart / content.leading,
  };
}

/** Items of a module whose top left corner is at x 0 of its column set and `y`. */
export function drawModule(content: ModuleContent, layout: ModuleLayout, y: number): Item[] {
  const { head, columns, under } = content;
  const items: Item[] = [...(head?.draw(spanX(columns, 0, under), y, head.height) ?? [])];
  for (const placed of layout.inserts) {
    items.push(...placed.insert.draw({ ...placed, y: placed.y + y }, placed.atFoot));
  }
  items.push(...groupsOf(placeBody(content, layout), content.story, y));
  return items;
}

/** Every piece of the body at its place: columns end on one line, or within a line of it. */
function placeBody({ pieces, leading }: ModuleContent, { slots, rest }: ModuleLayout): PlacedPiece[] {
  const even = rest.length === 0 ? evenFeet(pieces, slots, leading) : { pieces, slots, over: 0 };
  const columns = new Map<number, PlacedPiece[]>(slots.map(slot => [slot.x, []]));
  pour(even.pieces, even.slots, placed => columns.get(placed.x)!.push(placed));
  return slots.flatMap(({ x, bottom }) => feather(columns.get(x)!, bottom - even.over, leading));
}
