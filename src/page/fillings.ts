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
/** Beginnings of a page with the same stories that are followed up. */
const KEPT = 6;

/** Rows from the top of a page on, and where they leave the run. */
interface Beginning {
  readonly rows: readonly RowChoice[];
  readonly cursor: Cursor;
}

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

  /** Ways to fill the page from a place in the run: row under row, of each number of rows the best beginnings. */
  fillings(from: Cursor): Filling[] {
    const found: Filling[] = [];
    let level: Beginning[] = [{ rows: [], cursor: from }];
    for (let depth = 0; level.length > 0; depth++) {
      for (const { rows, cursor } of level) {
        const whole = this.endWhole(rows, cursor);
        if (whole !== undefined) found.push(whole);
        if (cursor.story < this.run.stories.length) found.push(...this.endParted(rows, cursor));
      }
      level = depth === MOST_ROWS ? [] : this.best(level.flatMap(beginning => this.longer(beginning)));
    }
    return found;
  }

  /** A beginning with one more row, in every way that leaves room on the page. */
  private longer({ rows, cursor }: Beginning): Beginning[] {
    if (cursor.story >= this.run.stories.length) return [];
    const { context, measure } = this;
    return this.optionsAt(cursor).flatMap((places): Beginning[] => {
      const more = [...rows, { places, from: cursor.progress }];
      if (measure.rowsHeight(more, SMALLEST_SCALE, context) > context.area.height) return [];
      return [{ rows: more, cursor: { story: cursor.story + places.length, progress: UNTOUCHED } }];
    });
  }

  /** Of all beginnings that get as far in the run, those with the least cost. */
  private best(beginnings: readonly Beginning[]): Beginning[] {
    if (beginnings.length <= KEPT) return [...beginnings];
    const ranked = beginnings
      .map(beginning => ({ beginning, cost: this.measure.rowsCost(beginning.rows, 1, this.context) }))
      .sort((a, b) => a.cost - b.cost);
    const kept = new Map<number, number>();
    return ranked.flatMap(({ beginning }) => {
      const { story } = beginning.cursor;
      const before = kept.get(story) ?? 0;
      kept.set(story, before + 1);
      return before < KEPT ? [beginning] : [];
    });
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
    const blank = (left / room) * COST.blank + (rows.length === 0 ? this.skippingCost(cursor) : 0);
    const cost = blank + measure.rowsCost(rows, scale, context) + scaleCost(scale);
    return { choice: { page, rows, part: undefined, scale }, cursor, cost };
  }

  /** A page left empty although stories wait. */
  private skippingCost({ story, progress }: Cursor): number {
    if (story >= this.run.stories.length) return 0;
    return progress.rest === undefined ? COST.skipped : COST.skippedPart;
  }

  /** The page's foot is filled with as much of the next story as fits, at several scales of the pictures. */
  private endParted(rows: readonly RowChoice[], cursor: Cursor): Filling[] {
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
    const row = setPart(part.place, part.from, room, scale, context);
    const progress = row?.modules[0]?.rest;
    if (row === undefined || progress === undefined) return undefined;
    const blank = ((room - row.height) / context.area.height) * COST.blank;
    const cost = COST.part + blank + measure.rowsCost(rows, scale, context) + scaleCost(scale);
    return { choice: { page, rows, part, scale }, cursor: { story, progress }, cost };
  }
}

/** Pictures far from their own size. */
function scaleCost(scale: number): number {
  return Math.abs(Math.log(scale)) * COST.scale;
}
