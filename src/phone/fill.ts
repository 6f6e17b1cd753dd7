/** Stories over the pages of a phone, one after another: their pieces in, the items of each page and where stories begin out. */

import { groupsOf } from '../flow/groups.js';
import { type Piece, type PlacedPiece, pour } from '../flow/piece.js';
import { scaledPiece } from '../flow/scaled.js';
import type { TextSetter } from '../flow/setter.js';
import type { Item } from '../frame/frame.js';
import type { Area } from '../page/geometry.js';

/** What flows over pages by itself: a story, the list of contents, the imprint. */
export interface Strand {
  readonly story: string | undefined;
  readonly pieces: readonly Piece[];
}

export interface FilledPage {
  readonly items: readonly Item[];
  /** The strand that the page begins with: its index. */
  readonly strand: number;
}

export interface Filled {
  readonly pages: readonly FilledPage[];
  /** The page on which each strand begins, from 1. */
  readonly begins: readonly number[];
}

/**
 * A strand begins under a rule where `room` of the page's height is left for it, else on a new page. Points.
 */
export function fillPages(strands: readonly Strand[], area: Area, room: number, setter: TextSetter): Filled {
  const pages: { items: Item[]; strand: number }[] = [{ items: [], strand: 0 }];
  const begins: number[] = [];
  const foot = area.y + area.height;
  let y = area.y;
  for (const [strand, { story, pieces }] of strands.entries()) {
    let rest: readonly Piece[] = pieces.map(piece => fitted(piece, area, setter));
    const gap = y === area.y ? 0 : setter.onGrid(setter.layout.module.gap);
    let top = y + gap;
    if (foot - top < area.height * room) top = foot;
    while (rest.length > 0) {
      const page = pages.at(-1)!;
      const poured = pourPage(rest, { x: area.x, top, bottom: foot }, top === area.y);
      const { placed } = poured;
      if (placed.length > 0) {
        if (top === y + gap && gap > 0 && rest.length === pieces.length)
          page.items.push(ruleOver(top - gap / 2, area, setter));
        if (begins[strand] === undefined) begins[strand] = pages.length;
        page.items.push(...groupsOf(placed, story));
        y = Math.max(...placed.map(item => item.y + item.piece.height));
        rest = poured.rest;
      }
      if (rest.length === 0) break;
      pages.push({ items: [], strand });
      top = area.y;
    }
  }
  return { pages, begins };
}

interface Poured {
  readonly placed: readonly PlacedPiece[];
  readonly rest: readonly Piece[];
}

/** What of the pieces stands on a page. On a fresh one something must: where keep rules forbid all, they are left for this page. */
function pourPage(
  pieces: readonly Piece[],
  slot: { readonly x: number; readonly top: number; readonly bottom: number },
  fresh: boolean,
): Poured {
  const placed: PlacedPiece[] = [];
  const rest = pour(pieces, [slot], item => placed.push(item));
  if (placed.length > 0 || !fresh) return { placed, rest };
  const own = new Map(pieces.map(piece => [{ ...piece, mayEndColumn: true } as Piece, piece]));
  const left = pour([...own.keys()], [slot], item => placed.push(item));
  return { placed, rest: left.map(piece => own.get(piece)!) };
}

/** A piece that is higher than a page, smaller and in the middle of the column. */
function fitted(piece: Piece, { width, height }: Area, setter: TextSetter): Piece {
  const over = piece.over?.height ?? 0;
  if (piece.height + over <= height) return piece;
  const scale = (height - 2) / (piece.height + over);
  return scaledPiece(piece, scale, (width * (1 - scale)) / 2, setter);
}

function ruleOver(y: number, { x, width }: Area, { layout }: TextSetter): Item {
  const { rule, ruleInk } = layout.module;
  return { kind: 'rule', x1: x, y1: y, x2: x + width, y2: y, width: rule, ink: layout.inks.get(ruleInk)! };
}
