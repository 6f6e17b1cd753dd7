/** Stories over the pages of a phone, one after another: their pieces in, the items of each page and where stories begin out. */

import { groupsOf } from '../flow/groups.js';
import { type Piece, type PlacedPiece, pour, type Slot } from '../flow/piece.js';
import { scaledPiece } from '../flow/scaled.js';
import type { TextSetter } from '../flow/setter.js';
import type { Item } from '../frame/frame.js';
import type { Area } from '../page/geometry.js';

/** What flows over pages by itself: a story, the list of contents, the imprint. */
export interface Strand {
  readonly story: string | undefined;
  readonly pieces: readonly Piece[];
}

export interface Filled {
  /** What draws each page. */
  readonly pages: readonly (() => Item[])[];
  /** The page on which each strand begins, from 1. */
  readonly begins: readonly number[];
}

/**
 * A strand begins under a rule where `room` of the page's height is left for it, else on a new page. Points.
 */
export function fillPages(strands: readonly Strand[], area: Area, room: number, setter: TextSetter): Filled {
  const pages: (() => readonly Item[])[][] = [[]];
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
      const begin = top > area.y ? 'under' : begins[strand] === undefined ? 'head' : 'goes on';
      const poured = pourPage(rest, { x: area.x, top, bottom: foot }, area.height, begin);
      const { placed } = poured;
      if (placed.length > 0) {
        if (top === y + gap && gap > 0 && rest.length === pieces.length)
          page.push(ruleOver(top - gap / 2, area, setter));
        if (begins[strand] === undefined) begins[strand] = pages.length;
        page.push(() => groupsOf(placed, story));
        y = Math.max(...placed.map(item => item.y + item.piece.height));
        rest = poured.rest;
      }
      if (rest.length === 0) break;
      pages.push([]);
      top = area.y;
    }
  }
  return { pages: pages.map(parts => () => parts.flatMap(draw => draw())), begins };
}

interface Poured {
  readonly placed: readonly PlacedPiece[];
  readonly rest: readonly Piece[];
}

/** A page with more white than this share of it at its foot is filled in other ways too. */
const WHITE = 0.1;

/** How a page begins: under others, with the head of a strand, or with what goes on from the page before. */
type Begin = 'under' | 'head' | 'goes on';

/**
 * What of the pieces stands on a page. Where much white would be left at its foot, a picture or box on it goes to the next page if
 * that leaves less; one that would stand behind all text goes to the head of the page before. On a fresh page something must
 * stand: where keep rules forbid all, they are left for this page.
 */
function pourPage(pieces: readonly Piece[], slot: Slot, height: number, begin: Begin): Poured {
  const plain = pourAs(pieces, slot, piece => piece);
  if (plain.placed.length === 0 && begin !== 'under')
    return pourAs(pieces, slot, piece => ({ ...piece, mayEndColumn: true }));
  const whiteOf = ({ placed, rest }: Poured): number => {
    const used = Math.max(slot.top, ...placed.map(({ piece, y }) => y + piece.height));
    return rest.length === 0 ? 0 : slot.bottom - used;
  };
  let best = plain;
  if (whiteOf(plain) <= height * WHITE) return plain;
  for (const { piece: large } of plain.placed.filter(({ piece }) => piece.floats)) {
    const later = pourAs(pieces, slot, piece =>
      piece === large ? { ...piece, height: Number.POSITIVE_INFINITY } : piece,
    );
    if (later.placed.length > 0 && whiteOf(later) < whiteOf(best)) best = later;
  }
  const [last] = plain.rest;
  if (begin !== 'goes on' || last === undefined || !plain.rest.every(({ floats }) => floats)) return best;
  const earlier = pourAs([last, ...pieces.filter(piece => piece !== last)], slot, piece => piece);
  return whiteOf(earlier) < whiteOf(best) ? earlier : best;
}

/** Pours pieces that are changed for this page alone. */
function pourAs(pieces: readonly Piece[], slot: Slot, change: (piece: Piece) => Piece): Poured {
  const placed: PlacedPiece[] = [];
  const own = new Map(pieces.map(piece => [change(piece), piece]));
  const rest = pour([...own.keys()], [slot], item => placed.push(item));
  return { placed, rest: rest.map(piece => own.get(piece)!) };
}

/** A piece that is higher than a page, smaller and in the middle of the column. */
function fitted(piece: Piece, { width, height }: Area, setter: TextSetter): Piece {
  const over = piece.over?.height ?? 0;
  if (piece.height + over <= height) return piece;
  const scale = (height - 2) / (piece.height + over);
  return scaledPiece(piece, scale, (width * (1 - scale)) / 2, setter);
}

function ruleOver(y: number, { x, width }: Area, { layout }: TextSetter): () => Item[] {
  const { rule, ruleInk } = layout.module;
  const ink = layout.inks.get(ruleInk)!;
  return () => [{ kind: 'rule', x1: x, y1: y, x2: x + width, y2: y, width: rule, ink }];
}
