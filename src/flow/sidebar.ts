/** A sidebar as an insert: its blocks set in a tinted box under a thick rule. */

import type { Item, Role } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import type { Block } from '../story/story.js';
import { type BlockContext, blockPieces } from './blocks.js';
import type { Insert } from './insert.js';
import { linePieces } from './line-pieces.js';
import { heightOf, type Piece, pour } from './piece.js';

/** A sidebar of `columns` columns, the block of its story with that number. Its text is never parted. */
export function sidebarInsert(
  sidebar: Extract<Block, { kind: 'sidebar' }>,
  columns: number,
  context: BlockContext,
  story: string,
  block: number,
): Insert {
  const { setter, leading } = context;
  const { module } = setter.layout;
  const padding = module.sidebarPadding;
  // A module may be narrower than the sidebar asks for, so the text is set for each width it meets.
  const texts = new Map<number, readonly Piece[]>();
  const piecesFor = (width: number): readonly Piece[] => {
    const kept = texts.get(width) ?? sidebarPieces(sidebar, width - 2 * padding, context);
    texts.set(width, kept);
    return kept;
  };
  return {
    columns,
    widths: [columns],
    place: undefined,
    heightAt: (_, width) => {
      const height = heightOf(piecesFor(width)) + 2 * padding + leading * 0.7;
      return Math.ceil(height / leading) * leading;
    },
    draw: (area, gapAbove) => {
      const boxHeight = area.height - leading * 0.6;
      const top = area.y + (gapAbove ? leading * 0.6 : 0);
      const ink = (name: string) => setter.layout.inks.get(name)!;
      const slot = { x: area.x + padding, top: top + padding, bottom: Number.POSITIVE_INFINITY };
      const text: Item[] = [];
      pour(piecesFor(area.width), [slot], ({ piece, x, y }) =>
        text.push(...inPart(piece.draw(x, y), piece.role, piece.block)),
      );
      const role: Role = 'sidebar';
      const items: Item[] = [
        { kind: 'box', x: area.x, y: top, width: area.width, height: boxHeight, ink: ink(module.sidebarInk) },
        {
          kind: 'rule',
          x1: area.x,
          y1: top,
          x2: area.x + area.width,
          y2: top,
          width: module.sidebarRule,
          ink: ink(module.ruleInk),
        },
        ...text,
      ];
      return [{ kind: 'group', x: 0, y: 0, role, story, block, alt: undefined, items }];
    },
  };
}

/** Title and blocks on a measure of `width` points. */
export function sidebarPieces(
  sidebar: Extract<Block, { kind: 'sidebar' }>,
  width: number,
  context: BlockContext,
): readonly Piece[] {
  const { setter } = context;
  const inner: BlockContext = {
    ...context,
    width,
    bodyStyle: 'sidebar',
    listStyle: 'sidebar',
    headStyle: 'subhead',
    items: false,
    leading: setter.layout.grid,
  };
  const pieces: Piece[] = [];
  if (sidebar.title !== undefined) {
    const title = setter.set(sidebar.title, 'sidebar-title', context.lang, width);
    pieces.push(...linePieces(title, -1, 'subhead', 0, inner));
  }
  return [...pieces, ...blockPieces(sidebar.blocks, inner, undefined)];
}
