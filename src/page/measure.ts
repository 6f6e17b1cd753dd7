/** Heights and costs of rows at every scale of their pictures, each measured once. */

import { type PreparedStory, wishedColumns } from '../flow/prepare.js';
import { COST, progressKey, type RowChoice } from './choice.js';
import {
  LARGEST_SCALE,
  moduleHeight,
  type Place,
  type Progress,
  type RowContext,
  SMALLEST_SCALE,
} from './rows.js';

/** Scales that are tried for pictures, from the largest. */
export const SCALES = Array.from({ length: 37 }, (_, index) => LARGEST_SCALE - index * 0.03).filter(
  scale => scale >= SMALLEST_SCALE,
);

export class RowMeasure {
  private readonly heights = new Map<string, number>();

  /** `count` is the page's columns. */
  constructor(private readonly count: number) {}

  /** Height of rows with the gaps between them, in points. */
  rowsHeight(rows: readonly RowChoice[], scale: number, context: RowContext): number {
    const gap = context.setter.onGrid(context.setter.layout.module.gap);
    let height = 0;
    for (const { places, from } of rows) height += this.rowHeight(places, from, scale, context) + gap;
    return height - (rows.length > 0 ? gap : 0);
  }

  private rowHeight(places: readonly Place[], from: Progress, scale: number, context: RowContext): number {
    let height = 0;
    for (const place of places) height = Math.max(height, this.moduleHeight(place, from, scale, context));
    return height;
  }

  private moduleHeight(place: Place, from: Progress, scale: number, context: RowContext): number {
    const key = `${place.prepared.story.id}/${place.columns}/${progressKey(from)}/${scale}`;
    let height = this.heights.get(key);
    if (height === undefined) {
      height = moduleHeight(place, from, scale, context);
      this.heights.set(key, height);
    }
    return height;
  }

  /** White under modules shorter than their row, and widths other than the stories'. */
  rowsCost(rows: readonly RowChoice[], scale: number, context: RowContext): number {
    let cost = 0;
    for (const { places, from } of rows) {
      const height = this.rowHeight(places, from, scale, context);
      for (const place of places) {
        const tallest = this.tallest(place, from, scale, height, context);
        const white = ((height - tallest) / context.area.height) * (place.columns / this.count);
        cost += white * COST.blank + widthCost(place, this.count) * COST.width;
      }
    }
    return cost;
  }

  /** The height a module reaches within its row when its pictures grow. */
  private tallest(place: Place, from: Progress, scale: number, limit: number, context: RowContext): number {
    const height = this.moduleHeight(place, from, scale, context);
    if (height === limit) return height;
    const larger = largestScale(item => this.moduleHeight(place, from, item, context) <= limit) ?? scale;
    return Math.max(height, this.moduleHeight(place, from, larger, context));
  }
}

/** The largest of `SCALES` that fits, found by halving: a larger scale never makes a page shorter. */
export function largestScale(fits: (scale: number) => boolean): number | undefined {
  let low = 0;
  let high = SCALES.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(SCALES[middle]!)) high = middle;
    else low = middle + 1;
  }
  return SCALES[low];
}

/** Columns more or fewer than the story's length and pictures ask for. */
function widthCost({ prepared, columns }: Place, count: number): number {
  return Math.abs(wishedColumns(prepared, count) - columns) + narrowPictures(prepared, columns);
}

function narrowPictures({ inserts }: PreparedStory, columns: number): number {
  return inserts.reduce((sum, insert) => sum + Math.max(0, insert.columns - columns), 0);
}
