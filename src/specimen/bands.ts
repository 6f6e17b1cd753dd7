/** Stacks of pieces side by side over as many pages as they need: bands of lanes in, the items of each page out. */

import { heightOf, type Piece, pour, type Slot } from '../flow/piece.js';
import type { Ink, Item } from '../frame/frame.js';
import type { Area } from '../page/geometry.js';

/** Pieces that stand over one another. */
export interface Lane {
  /** Distance from the left edge of the type area, in points. */
  readonly x: number;
  readonly pieces: readonly Piece[];
}

/** Lanes that begin at the same height. */
export type Band = readonly Lane[];

/** What parts a band from the one over it: room in points with a rule in its middle. */
export interface Parting {
  readonly gap: number;
  readonly rule: number;
  readonly ink: Ink;
}

/** Share of a page that a band higher than a page begins in. */
const LEAST_BEGINNING = 0.25;

/**
 * Items page by page. A band that does not fit under the one before it begins a page; one higher than a page begins under it if a
 * quarter of the page is left, and goes on over the next. `areaOf` is the room of a page, counted from 1.
 */
export function layBands(bands: readonly Band[], parting: Parting, areaOf: (page: number) => Area): Item[][] {
  const pages: Item[][] = [[]];
  let y = areaOf(1).y;
  for (const [index, band] of bands.entries()) {
    const area = areaOf(pages.length);
    const height = Math.max(...band.map(lane => heightOf(lane.pieces)));
    const left = area.y + area.height - y - parting.gap;
    const least = height > area.height ? area.height * LEAST_BEGINNING : height;
    if (index > 0 && left < least) {
      pages.push([]);
      y = areaOf(pages.length).y;
    } else if (index > 0) {
      pages.at(-1)!.push(ruleAcross(area, y + parting.gap / 2, parting));
      y += parting.gap;
    }
    y = layBand(band, y, pages, areaOf);
  }
  return pages;
}

function ruleAcross({ x, width }: Area, y: number, { rule, ink }: Parting): Item {
  return { kind: 'rule', x1: x, y1: y, x2: x + width, y2: y, width: rule, ink };
}

/** Adds a band to the last page from `y` on, and to new ones; returns its foot on the last of them. */
function layBand(band: Band, y: number, pages: Item[][], areaOf: (page: number) => Area): number {
  let rest = band;
  for (let top = y; ; top = areaOf(pages.length).y) {
    const area = areaOf(pages.length);
    const items = pages.at(-1)!;
    let foot = top;
    rest = rest.map(lane => {
      const slot = { x: area.x + lane.x, top, bottom: area.y + area.height };
      const pieces = pourLane(lane.pieces, top === area.y, slot, ({ piece, x, y: at }) => {
        items.push(...piece.draw(x, at));
        foot = Math.max(foot, at + piece.height);
      });
      return { ...lane, pieces };
    });
    if (rest.every(lane => lane.pieces.length === 0)) return foot;
    pages.push([]);
  }
}

/** Pours what fits. On a fresh page something must, so there a piece higher than the page stands over its edge. */
function pourLane(
  pieces: readonly Piece[],
  fresh: boolean,
  slot: Slot,
  place: NonNullable<Parameters<typeof pour>[2]>,
): readonly Piece[] {
  const rest = pour(pieces, [slot], place);
  if (!fresh || rest.length < pieces.length || rest.length === 0) return rest;
  pour(pieces.slice(0, 1), [{ ...slot, bottom: Number.POSITIVE_INFINITY }], place);
  return pieces.slice(1);
}
