/** Made-up pieces and inserts: names, heights and rules in, boxes with the name as their ink out. */

import type { Insert } from '../../src/flow/insert.js';
import type { ModuleContent } from '../../src/flow/module.js';
import { type Piece, type PlacedPiece, pour, type Slot } from '../../src/flow/piece.js';
import type { Box, Item } from '../../src/frame/frame.js';

/** Height of every made-up line. Points. */
export const LINE = 12;
/** Width of every made-up column. Points. */
export const COLUMN = 100;
export const GUTTER = 10;

export function box(name: string, x: number, y: number, width: number, height: number): Box {
  return { kind: 'box', x, y, width, height, ink: { name, cmyk: [0, 0, 0, 1], rgb: [0, 0, 0] } };
}

export function piece(name: string, rules: Partial<Piece> = {}): Piece {
  const height = rules.height ?? LINE;
  return {
    height,
    before: 0,
    mayEndColumn: true,
    floats: false,
    role: 'paragraph',
    block: 0,
    draw: (x, y) => [box(name, x, y, COLUMN, height)],
    ...rules,
  };
}

/** Lines of a paragraph, `a1 a2 …`, that keeps two lines together at both its ends. */
export function paragraph(name: string, lines: number, rules: Partial<Piece> = {}): Piece[] {
  const last = lines - 1;
  return Array.from({ length: lines }, (_, at) =>
    piece(`${name}${at + 1}`, { ...rules, mayEndColumn: at === last || (at >= 1 && at < last - 1) }),
  );
}

export function float(name: string, height: number): Piece {
  return piece(name, { height, floats: true, role: 'quote' });
}

/** Slots side by side, each so many lines deep. */
export function slots(...lines: number[]): Slot[] {
  return lines.map((count, index) => ({ x: index * (COLUMN + GUTTER), top: 0, bottom: count * LINE }));
}

export function nameOf(item: Item | undefined): string {
  return item?.kind === 'box' ? item.ink.name : '';
}

export function nameOfPiece(item: Piece): string {
  return nameOf(item.draw(0, 0)[0]);
}

/** Pours pieces and says what stands in each slot: `a1 a2 | b1 / rest`. */
export function poured(pieces: readonly Piece[], into: readonly Slot[]): string {
  const placed: PlacedPiece[] = [];
  const rest = pour(pieces, into, item => placed.push(item));
  const columns = into.map(slot =>
    placed
      .filter(item => item.x === slot.x)
      .map(item => nameOfPiece(item.piece))
      .join(' '),
  );
  return `${columns.join(' | ')} / ${rest.map(nameOfPiece).join(' ')}`.trim();
}

/** An insert whose height is `shape` times its width at scale 1, in whole lines. */
export function insert(
  name: string,
  columns: number,
  rules: { readonly shape?: number; readonly place?: Insert['place'] } = {},
): Insert {
  const shape = rules.shape ?? 0.6;
  return {
    columns,
    widths: [columns],
    place: rules.place,
    heightAt: (scale, width) => Math.ceil((width * shape * scale) / LINE) * LINE,
    draw: ({ x, y, width, height }) => [box(name, x, y, width, height)],
  };
}

/** A module without a head at x 0. */
export function content(
  pieces: readonly Piece[],
  count: number,
  rest: Partial<ModuleContent> = {},
): ModuleContent {
  return {
    story: 's',
    head: undefined,
    under: count,
    pieces,
    inserts: [],
    leading: LINE,
    columns: { count, columnWidth: COLUMN, gutter: GUTTER, direction: 'ltr', x: 0 },
    jumpHeight: LINE,
    ...rest,
  };
}
