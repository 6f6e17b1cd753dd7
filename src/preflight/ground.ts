/** What lies under a place on a page: painted items in, the uppermost ink there out. Points, trim's upper left corner, y down. */

import type { Ink, PathSegment, Shape } from '../frame/frame.js';
import type { PlacedItem } from './place.js';

/** An ink, or a picture whose inks are many. */
export type Ground = Ink | 'picture';

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly ground: Ground;
  /** Whether a place inside the bounds is painted; undefined if all of them are. */
  readonly covers: ((x: number, y: number) => boolean) | undefined;
}

/** Areas in the order in which they are painted. */
export class Grounds {
  private readonly areas: Area[] = [];

  /** Adds what an item paints, if that is an area. */
  add({ item, x, y }: PlacedItem): void {
    if (item.kind === 'box' || item.kind === 'picture') {
      const [left, top] = [x + item.x, y + item.y];
      const ground = item.kind === 'box' ? item.ink : 'picture';
      const [right, bottom] = [left + item.width, top + item.height];
      this.areas.push({ left, top, right, bottom, ground, covers: undefined });
    } else if (item.kind === 'drawing') {
      for (const shape of item.shapes) {
        if (shape.fill !== undefined) this.addShape(shape, shape.fill, x + item.x, y + item.y, item.scale);
      }
    }
  }

  private addShape({ path, fillRule }: Shape, ground: Ink, x: number, y: number, scale: number): void {
    const outlines = outlinesOf(path).map(outline =>
      outline.map(([px, py]): Point => [x + px * scale, y + py * scale]),
    );
    const points = outlines.flat();
    if (points.length === 0) return;
    const [xs, ys] = [points.map(([px]) => px), points.map(([, py]) => py)];
    this.areas.push({
      left: least(xs),
      top: least(ys),
      right: -least(xs.map(value => -value)),
      bottom: -least(ys.map(value => -value)),
      ground,
      covers: (px, py) => {
        const turns = outlines.map(outline => windingOf(outline, px, py));
        const winding = turns.reduce((sum, turn) => sum + turn, 0);
        return fillRule === 'nonzero' ? winding !== 0 : winding % 2 !== 0;
      },
    });
  }

  /** The uppermost area at a place; undefined for bare paper. */
  at(x: number, y: number): Ground | undefined {
    return this.areas.findLast(
      ({ left, top, right, bottom, covers }) =>
        x >= left && x <= right && y >= top && y <= bottom && (covers?.(x, y) ?? true),
    )?.ground;
  }
}

type Point = readonly [x: number, y: number];

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

/** Parts into which a curve is cut: the place of a word is not that exact. */
const CUTS = 8;

/** The outlines of a path as polygons. */
function outlinesOf(path: readonly PathSegment[]): Point[][] {
  const outlines: Point[][] = [];
  for (const segment of path) {
    const [kind, ...numbers] = segment;
    const current = outlines.at(-1);
    if (kind === 'M') outlines.push([[numbers[0]!, numbers[1]!]]);
    else if (kind === 'L') current?.push([numbers[0]!, numbers[1]!]);
    else if (kind === 'C') current?.push(...curve(current.at(-1)!, numbers as never));
  }
  return outlines;
}

type Handles = readonly [number, number, number, number, number, number];

function curve([x0, y0]: Point, [x1, y1, x2, y2, x3, y3]: Handles): Point[] {
  return Array.from({ length: CUTS }, (_, index): Point => {
    const t = (index + 1) / CUTS;
    const at = (a: number, b: number, c: number, d: number): number =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
    return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)];
  });
}

/** How often a polygon turns round a point (ISO 32000-1 8.5.3.3). */
function windingOf(outline: readonly Point[], x: number, y: number): number {
  let winding = 0;
  for (const [index, [x1, y1]] of outline.entries()) {
    const [x2, y2] = outline[(index + 1) % outline.length]!;
    if (y1 <= y === y2 <= y) continue;
    if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) > x) winding += y2 > y1 ? 1 : -1;
  }
  return winding;
}

/** How dark an ink prints, 0 for paper to 1 for black: its gray by ISO 32000-1 10.3.3. */
export function toneOf({ cmyk: [cyan, magenta, yellow, black] }: Ink): number {
  return Math.min(1, 0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black);
}

/** On how many plates an ink prints. */
export function plateCount({ cmyk, spot }: Ink): number {
  return spot === undefined ? cmyk.filter(part => part > 0).length : spot.tint > 0 ? 1 : 0;
}
