/** A sidebar in the one column of a phone's page: a box that goes to the next page whole, or one that is parted; pieces out. */

import type { BlockContext } from '../flow/blocks.js';
import type { Piece } from '../flow/piece.js';
import { sidebarInsert, sidebarPieces } from '../flow/sidebar.js';
import type { Item } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import type { Block } from '../story/story.js';

export interface SidebarPlace {
  readonly story: string;
  /** The number of the block. */
  readonly block: number;
  /** By how much the box stands out of the column on both sides. Points. */
  readonly reach: number;
  /** Height of a page's column. Points. */
  readonly tallest: number;
}

/** One piece where the box fits a page, or one for each line and row. */
export function boxPieces(
  sidebar: Extract<Block, { kind: 'sidebar' }>,
  context: BlockContext,
  place: SidebarPlace,
): Piece[] {
  const { setter, leading } = context;
  const { story, block, reach } = place;
  const width = context.width + 2 * reach;
  const insert = sidebarInsert(sidebar, 1, context, story, block);
  const height = insert.heightAt(1, width);
  const before = setter.onGrid(leading / 2);
  if (height > place.tallest) return partedBox(sidebar, context, place);
  return [
    {
      height,
      before,
      floats: true,
      mayEndColumn: true,
      whole: true,
      role: 'sidebar',
      block,
      draw: (x, y) => insert.draw({ x: x - reach, y, width, height }, false),
    },
  ];
}

/** The tint lies behind what of the box stands on each page, and reaches over it by a part of its padding. */
function partedBox(
  sidebar: Extract<Block, { kind: 'sidebar' }>,
  context: BlockContext,
  { block, reach }: SidebarPlace,
): Piece[] {
  const { setter, leading } = context;
  const { sidebarPadding: padding, sidebarInk, sidebarRule, ruleInk } = setter.layout.module;
  const { inks } = setter.layout;
  const width = context.width + 2 * reach;
  const over = setter.onGrid(padding / 2);
  const ground = (x: number, top: number, foot: number): Item[] => {
    const [left, y] = [x - reach, top - over];
    const edge = { x1: left, y1: y, x2: left + width, y2: y, width: sidebarRule };
    return [
      { kind: 'box', x: left, y, width, height: foot + over - y, ink: inks.get(sidebarInk)! },
      { kind: 'rule', ...edge, ink: inks.get(ruleInk)! },
    ];
  };
  const shift = padding - reach;
  const pieces = sidebarPieces(sidebar, width - 2 * padding, context);
  return pieces.map((piece, at) => ({
    ...inBox(piece, block, shift, ground),
    // The box's title stays with its text.
    mayEndColumn: piece.mayEndColumn && piece.block >= 0,
    before: at === 0 ? setter.onGrid(leading / 2) + over : piece.before,
    height: at === pieces.length - 1 ? piece.height + over : piece.height,
  }));
}

/** A piece of the text as one of the box. */
function inBox(
  { inLines: _, ...piece }: Piece,
  block: number,
  shift: number,
  ground: NonNullable<Piece['ground']>,
): Piece {
  const draw = (x: number, y: number): Item[] => inPart(piece.draw(x + shift, y), piece.role, piece.block);
  const over = piece.over && inBox(piece.over, block, shift, ground);
  return { ...piece, floats: false, role: 'sidebar', block, ground, draw, ...(over && { over }) };
}
