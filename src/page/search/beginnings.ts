/** Beginnings of a page: where the run stands in, rows one under another with their costs out. */

import type { Run } from '../run.js';
import { type Cursor, type RowChoice, UNTOUCHED } from './choice.js';
import { HOLE } from './curve.js';
import type { Measure } from './measure.js';
import { pinCost, rowPins } from './pins.js';
import type { RowFinder } from './rows.js';

/** Rows on a page. */
const MOST_ROWS = 6;
/** Beginnings with the same stories that are kept. */
const KEPT = 40;

/** Rows from the top of a page on, as far as `height` grid steps. */
export interface Beginning {
  readonly height: number;
  readonly cost: number;
  readonly story: number;
  readonly row: RowChoice | undefined;
  readonly above: Beginning | undefined;
  /** Stories in its last row that are pinned to the bottom. */
  readonly bottom: number;
  readonly count: number;
}

export class Beginnings {
  /** By the story that a page begins with. */
  private readonly tables = new Map<number, ReadonlyMap<number, readonly Beginning[]>>();

  constructor(
    private readonly stories: Run['stories'],
    private readonly finder: RowFinder,
    private readonly measure: Measure,
    /** Height of a page in grid steps. */
    private readonly room: number,
  ) {}

  /** By the first story that they leave over. */
  at(from: Cursor): ReadonlyMap<number, readonly Beginning[]> {
    if (from.progress.rest !== undefined) return this.tabulate(from);
    const known = this.tables.get(from.story) ?? this.tabulate(from);
    this.tables.set(from.story, known);
    return known;
  }

  /** Row under row, of those that get as far with the same height only the cheapest. */
  private tabulate(from: Cursor): ReadonlyMap<number, readonly Beginning[]> {
    const { measure, room } = this;
    const start: Beginning = {
      height: -measure.gap,
      cost: 0,
      story: from.story,
      row: undefined,
      above: undefined,
      bottom: 0,
      count: 0,
    };
    const table = new Map<number, readonly Beginning[]>();
    const waiting = new Map<number, Beginning[]>([[from.story, [start]]]);
    for (let story = from.story; story <= this.stories.length; story++) {
      const found = this.lean(waiting.get(story) ?? []);
      if (found.length === 0) continue;
      table.set(story, found);
      if (story === this.stories.length) break;
      const progress = story === from.story ? from.progress : UNTOUCHED;
      for (const plan of this.finder.at({ story, progress }).rows) {
        const pins = plan.options.map(({ way }) => rowPins(way));
        const next = waiting.get(plan.next) ?? [];
        waiting.set(plan.next, next);
        for (const above of found) {
          if (above.count === MOST_ROWS) continue;
          for (const [index, { height, cost, way }] of plan.options.entries()) {
            const foot = above.height + measure.gap + height;
            if (foot > room) break;
            next.push({
              height: foot,
              cost: above.cost + cost + pinCost(pins[index]!, above),
              story: plan.next,
              row: way,
              above,
              bottom: pins[index]!.bottom,
              count: above.count + 1,
            });
          }
        }
      }
    }
    return table;
  }

  private lean(beginnings: readonly Beginning[]): Beginning[] {
    const sorted = [...beginnings].sort((a, b) => a.height - b.height || a.cost - b.cost);
    const kept: Beginning[] = [];
    for (const beginning of sorted) {
      const last = kept.at(-1);
      if (last !== undefined) {
        if (last.height === beginning.height) continue;
        if (beginning.cost >= last.cost + (beginning.height - last.height) * this.measure.white * HOLE)
          continue;
      }
      kept.push(beginning);
    }
    if (kept.length <= KEPT) return kept;
    const worth = [...kept].sort((a, b) => a.cost - b.cost).slice(0, KEPT);
    return worth.sort((a, b) => a.height - b.height);
  }
}

/** Rows of a beginning, from the top. */
export function rowsOf(beginning: Beginning): RowChoice[] {
  const { row, above } = beginning;
  return row === undefined ? [] : [...rowsOf(above!), row];
}
