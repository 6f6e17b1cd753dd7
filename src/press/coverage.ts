/** How much ink lies where: the plates of a page in, the mean over windows of 15 mm, the most in one place, and where it is too much out. */

import type { PlateImage } from './plates.js';

/** A share of ink, 2.4 for 240 %, and where it is: points from the trim's upper left corner. */
export interface InkSpot {
  readonly share: number;
  readonly x: number;
  readonly y: number;
}

/** Ink on the trimmed page; 1 is a full layer of one ink everywhere. */
export interface Coverage {
  /** Of each plate over the whole page, in the plates' order. */
  readonly plates: readonly { readonly name: string; readonly mean: number }[];
  /** Of all plates together. */
  readonly mean: number;
  /** The window with most ink, by its upper left corner. */
  readonly densest: InkSpot;
  /** The pixel with most ink. */
  readonly peak: InkSpot;
  /** Side of the windows in points: 15 mm, or less on a smaller page. */
  readonly window: number;
  readonly grid: CoverageGrid;
}

/** The page in square cells, row by row. */
export interface CoverageGrid {
  readonly columns: number;
  readonly rows: number;
  /** Points. */
  readonly cell: number;
  /** The mean of the window in whose middle the cell is; at the edges of the page, of the window nearest to that. */
  readonly means: Float32Array;
  /** 1 where the cell lies in a window that is over the limit. */
  readonly over: Uint8Array;
  /** The ink of the cell alone. */
  readonly own: Float32Array;
}

/** The trimmed page among the pixels of its plates. Points. */
export interface PlateArea {
  readonly width: number;
  readonly height: number;
  /** What the plates show around the trim. */
  readonly around: number;
}

const MM = 72 / 25.4;
/** The Ghent Workgroup judges ink by its mean over squares of this side. */
const WINDOW = 15 * MM;
const CELL = MM / 3;

/** `limit` is a share: 2.4 for 240 %. */
export function coverageOf(images: readonly PlateImage[], area: PlateArea, limit: number): Coverage {
  const total = new Total(images, area);
  const window = Math.min(WINDOW, area.width, area.height);
  const [columns, rows] = [Math.ceil(area.width / CELL), Math.ceil(area.height / CELL)];
  const count = columns * rows;
  const grid = {
    columns,
    rows,
    cell: CELL,
    means: new Float32Array(count),
    over: new Uint8Array(count),
    own: new Float32Array(count),
  };
  let densest: InkSpot = { share: -1, x: 0, y: 0 };
  for (let at = 0; at < count; at++) {
    const [left, top] = [(at % columns) * CELL, Math.floor(at / columns) * CELL];
    const x = within(left + CELL / 2 - window / 2, area.width - window);
    const y = within(top + CELL / 2 - window / 2, area.height - window);
    const share = total.mean(x, y, window, window);
    grid.means[at] = share;
    grid.own[at] = total.mean(left, top, CELL, CELL);
    if (share > densest.share) densest = { share, x, y };
    if (share > limit) markWindow(grid, x, y, window);
  }
  const plates = images.map(({ plate }, index) => ({ name: plate.name, mean: total.means[index]! }));
  const mean = total.mean(0, 0, area.width, area.height);
  return { plates, mean, densest, peak: total.peak, window, grid };
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

function markWindow({ columns, rows, over }: CoverageGrid, x: number, y: number, window: number): void {
  const last = (end: number, count: number): number => Math.min(count, Math.ceil(end / CELL - 1e-6));
  const [right, bottom] = [last(x + window, columns), last(y + window, rows)];
  for (let row = Math.floor(y / CELL); row < bottom; row++)
    over.fill(1, row * columns + Math.floor(x / CELL), row * columns + right);
}

/** The ink of all plates together: sums over rectangles from a table of sums, so that each costs four look-ups. */
class Total {
  readonly peak: InkSpot;
  /** Of each plate over the whole area. */
  readonly means: readonly number[];
  /** Sums of everything to the left of and over a pixel, with a row and a column of zeros before the first. */
  private readonly sums: Float64Array;
  private readonly width: number;
  private readonly height: number;
  private readonly perPoint: number;

  constructor(images: readonly PlateImage[], { width, height, around }: PlateArea) {
    const [first] = images;
    this.perPoint = first!.width / (width + 2 * around);
    const edge = Math.round(around * this.perPoint);
    this.width = Math.min(first!.width - edge, Math.round(width * this.perPoint));
    this.height = Math.min(first!.height - edge, Math.round(height * this.perPoint));
    const across = this.width + 1;
    this.sums = new Float64Array(across * (this.height + 1));
    const inks = images.map(({ ink }) => ink);
    const ofPlates = new Float64Array(inks.length);
    let most = -1;
    let place = 0;
    for (let y = 0; y < this.height; y++) {
      let row = 0;
      for (let x = 0; x < this.width; x++) {
        const at = (y + edge) * first!.width + x + edge;
        let total = 0;
        for (let plate = 0; plate < inks.length; plate++) {
          const ink = inks[plate]![at]!;
          ofPlates[plate]! += ink;
          total += ink;
        }
        if (total > most) {
          most = total;
          place = y * this.width + x;
        }
        row += total;
        this.sums[(y + 1) * across + x + 1] = this.sums[y * across + x + 1]! + row;
      }
    }
    this.means = [...ofPlates].map(sum => sum / (255 * this.width * this.height));
    const x = (place % this.width) / this.perPoint;
    const y = Math.floor(place / this.width) / this.perPoint;
    this.peak = { share: most / 255, x, y };
  }

  /** Over a rectangle in points, to whole pixels and at least one. */
  mean(x: number, y: number, width: number, height: number): number {
    const [left, right] = this.range(x, width, this.width);
    const [top, bottom] = this.range(y, height, this.height);
    const across = this.width + 1;
    const sum = (column: number, row: number): number => this.sums[row * across + column]!;
    const ink = sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
    return ink / (255 * (right - left) * (bottom - top));
  }

  private range(from: number, length: number, most: number): [number, number] {
    const start = Math.min(most - 1, Math.round(from * this.perPoint));
    return [start, Math.max(start + 1, Math.min(most, Math.round((from + length) * this.perPoint)))];
  }
}
