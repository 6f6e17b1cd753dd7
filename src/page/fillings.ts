/** All sensible fillings of one page: where the run stands in, choices with their costs out. */

import { COST, type Cursor, type Filling, type PageChoice, type RowChoice } from './choice.js';
import { largestScale, type RowMeasure } from './measure.js';
import { type Place, type RowContext, rowOptions, SMALLEST_SCALE, setPart, UNTOUCHED } from './rows.js';
import type { Run } from './run.js';

/** Rows on a page. */
const MOST_ROWS = 5;
/** Scales that are tried for a page whose foot is filled by a parted story. */
const PART_SCALES = [1, 0.85, 0.72, SMALLEST_SCALE, 1.2, 1.45];
/** A parted story gets at least so much of a page's foot, in points. */
const LEAST_PART = 150;

export class PageFiller {
  private readonly context: RowContext;
  private readonly count: number;

  constructor(
    private readonly run: Run,
    private readonly page: number,
    private readonly measure: RowMeasure,
  ) {
    this.context = run.contextOf(page);
    this.count = this.context.setter.layout.columns.count;
  }

  /** Every way to fill the page from a place in the run. */
  fillings(from: Cursor): Filling[] {
    const found: Filling[] = [];
    const visit = (rows: readonly RowChoice[], cursor: Cursor): void => {
      const whole = this.endWhole(rows, cursor);
      if (whole !== undefined) found.push(whole);
      if (cursor.story >= this.run.stories.length) return;
      found.push(...this.endParted(rows, cursor));
      if (rows.length === MOST_ROWS) return;
      for (const places of this.optionsAt(cursor)) {
        const longer = [...rows, { places, from: cursor.progress }];
        if (this.measure.rowsHeight(longer, SMALLEST_SCALE, this.context) > this.context.area.height)
          continue;
        visit(longer, { story: cursor.story + places.length, progress: UNTOUCHED });
      }
    };
    visit([], from);
    return found;
  }

  private optionsAt({ story, progress }: Cursor): Place[][] {
    if (progress.rest === undefined) return rowOptions(this.run.stories, story, this.count);
    return [[{ prepared: this.run.stories[story]!, columns: this.count }]];
  }

  /** The page ends with its last whole row; pictures take the largest scale that fits. */
  endWhole(rows: readonly RowChoice[], cursor: Cursor): Filling | undefined {
    const { context, measure, page } = this;
    const room = context.area.height;
    const scale = largestScale(item => measure.rowsHeight(rows, item, context) <= room + 0.01);
    if (scale === undefined) return undefined;
    const left = rows.length === 0 ? room : room - measure.rowsHeight(rows, scale, context);
    const cost = (left / room) * COST.blank + measure.rowsCost(rows, scale, context) + scaleCost(scale);
    return { choice: { page, rows, part: undefined, scale }, cursor, cost };
  }

  /** The page's foot is filled with as much of the next story as fits, at several scales of the pictures. */
  private endParted(rows: readonly RowChoice[], cursor: Cursor): Filling[] {
    if (this.page === this.run.lastPage) return [];
    const place = { prepared: this.run.stories[cursor.story]!, columns: this.count };
    return PART_SCALES.flatMap(
      scale => this.partedAt(rows, { place, from: cursor.progress }, cursor.story, scale) ?? [],
    );
  }

  /** A page that ends in a parted story at one scale; undefined if too little room is left for a part. */
  partedAt(
    rows: readonly RowChoice[],
    part: NonNullable<PageChoice['part']>,
    story: number,
    scale: number,
  ): Filling | undefined {
    const { context, measure, page } = this;
    const gap = context.setter.onGrid(context.setter.layout.module.gap);
    const above = rows.length === 0 ? 0 : measure.rowsHeight(rows, scale, context) + gap;
    const room = context.area.height - above;
    if (room < LEAST_PART) return undefined;
    const progress = setPart(part.place, part.from, room, scale, context)?.modules[0]?.rest;
    if (progress === undefined) return undefined;
    const cost = COST.part + measure.rowsCost(rows, scale, context) + scaleCost(scale);
    return { choice: { page, rows, part, scale }, cursor: { story, progress }, cost };
  }
}

/** Pictures far from their own size. */
function scaleCost(scale: number): number {
  return Math.abs(Math.log(scale)) * COST.scale;
}
