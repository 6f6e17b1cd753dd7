/** All sensible fillings of one page: where the run stands in, choices with their costs out. */

import {
  type CellChoice,
  COST,
  type Cursor,
  type Filling,
  type Progress,
  type RowChoice,
  UNTOUCHED,
} from './choice.js';
import type { RowContext } from './content.js';
import { HOLE, whiteCost } from './curve.js';
import type { Measure } from './measure.js';
import { setPart } from './part.js';
import { partPinCost, pinCost, rowPins } from './pins.js';
import type { RowFinder } from './rows.js';
import type { Run } from './run.js';

/** Rows on a page. */
const MOST_ROWS = 6;
/** A parted story gets at least so much of a page's foot, in points. */
const LEAST_PART = 150;
/** Beginnings of a page with the same stories that a parted story is tried under: in passing, and where it matters. */
const PARTED = 7;
const PARTED_FINE = 14;
/** Beginnings under which parts beside whole stories are tried, and how many of them under each. */
const PARTED_ASIDE = 2;
const PLACES_ASIDE = 3;
/** Pages with the same stories of which the columns' feet are looked at. */
const LOOKED_AT = 8;
/** Beginnings with the same stories that are kept. */
const KEPT = 40;

/** Rows from the top of a page on, as far as `height` grid steps. */
interface Beginning {
  readonly height: number;
  readonly cost: number;
  readonly story: number;
  readonly row: RowChoice | undefined;
  readonly above: Beginning | undefined;
  /** Stories in its last row that are pinned to the bottom. */
  readonly bottom: number;
  readonly count: number;
}

export class PageFiller {
  /** Beginnings of a page by the story it begins with. */
  private readonly tables = new Map<number, ReadonlyMap<number, readonly Beginning[]>>();

  constructor(
    private readonly run: Run,
    private readonly finder: RowFinder,
    private readonly measure: Measure,
    private readonly context: RowContext,
  ) {}

  /** Ways to fill a page from a place in the run; `fine` tries more of those that end in a parted story. */
  fillings(page: number, from: Cursor, fine: boolean): Filling[] {
    const table = this.beginnings(from);
    const found: Filling[] = [];
    for (const [story, beginnings] of table) {
      found.push(...this.whole(page, story, beginnings, from));
      if (story < this.run.stories.length) found.push(...this.parted(page, beginnings, from, fine));
    }
    return found;
  }

  private get room(): number {
    return Math.floor(this.context.area.height / this.context.setter.layout.grid + 1e-6);
  }

  private beginnings(from: Cursor): ReadonlyMap<number, readonly Beginning[]> {
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
    for (let story = from.story; story <= this.run.stories.length; story++) {
      const found = this.lean(waiting.get(story) ?? []);
      if (found.length === 0) continue;
      table.set(story, found);
      if (story === this.run.stories.length) break;
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

  /** Pages that end with their last whole row; of those with the same stories the two best. */
  private whole(page: number, story: number, beginnings: readonly Beginning[], from: Cursor): Filling[] {
    const { room, measure } = this;
    return beginnings
      .flatMap(beginning => {
        const rows = rowsOf(beginning);
        if (beginning.row === undefined)
          return [{ rows, cost: this.blankCost(room, story) + this.skippingCost(from) }];
        const left = room - beginning.height;
        const plain = { rows, cost: beginning.cost + this.blankCost(left, story) };
        const height = left - measure.gap;
        const filler = height > 0 ? measure.fillerCost(measure.count, height) : Number.POSITIVE_INFINITY;
        if (filler === Number.POSITIVE_INFINITY) return [plain];
        const row = { cells: [{ columns: measure.count, modules: [], filler: height }], height };
        return [plain, { rows: [...rows, row], cost: beginning.cost + filler + beginning.bottom * COST.pin }];
      })
      .sort((a, b) => a.cost - b.cost)
      .slice(0, LOOKED_AT)
      .map(({ rows, cost }) => ({ rows, cost: cost + measure.feet(rows) }))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 2)
      .map(({ rows, cost }) => ({
        choice: { page, rows, part: undefined },
        cursor: { story, progress: rows.length === 0 ? from.progress : UNTOUCHED },
        cost,
      }));
  }

  /** Steps left at the foot of a page: many of them weigh more, and still more while stories wait. */
  private blankCost(left: number, story: number): number {
    const early = story < this.run.stories.length ? COST.early : 1;
    return whiteCost(left, this.measure.white) * early;
  }

  /** A page left empty although stories wait. */
  private skippingCost({ story, progress }: Cursor): number {
    if (story >= this.run.stories.length) return 0;
    return progress.rest === undefined ? COST.skipped : COST.skippedPart;
  }

  /** Pages whose foot is filled with as much of the next story as fits. */
  private parted(page: number, beginnings: readonly Beginning[], from: Cursor, fine: boolean): Filling[] {
    const { room, measure, context } = this;
    const { grid } = context.setter.layout;
    const most = fine ? PARTED_FINE : PARTED;
    return [...beginnings]
      .filter(({ height }) => (room - height - measure.gap) * grid >= LEAST_PART)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, most + LOOKED_AT)
      .map(beginning => {
        const rows = rowsOf(beginning);
        const begun = beginning.cost + measure.feet(rows) + beginning.bottom * COST.pin;
        return { beginning, rows, begun };
      })
      .sort((a, b) => a.begun - b.begun)
      .slice(0, most)
      .flatMap(({ beginning, rows, begun }, index) => {
        const progress = beginning.row === undefined ? from.progress : UNTOUCHED;
        const height = room - beginning.height - measure.gap;
        const across = { before: [], columns: measure.count, cost: 0, story: beginning.story, progress };
        const aside = index < PARTED_ASIDE ? this.openRows(beginning.story, progress, height) : [];
        return [across, ...aside].flatMap(place => {
          const copy = { stories: [this.run.stories[place.story]!], from: place.progress };
          const parts = setPart(copy, place.columns, height, fine && place === across, measure, context);
          return parts.map(({ part, rest, cost }) => ({
            choice: { page, rows, part: { before: place.before, module: part } },
            cursor: { story: place.story, progress: rest },
            cost: begun + place.cost + cost + partPinCost(copy, rows.length),
          }));
        });
      });
  }

  /** Rows of a height that end in room for a part of the next story: the cheapest of each. */
  private openRows(story: number, progress: Progress, height: number): PartPlace[] {
    const { measure } = this;
    return this.finder
      .at({ story, progress })
      .open.flatMap(({ next, free, options }) => {
        const white = measure.whiteIn(measure.count - free);
        let best: PartPlace | undefined;
        for (const option of options) {
          if (option.height > height) break;
          const cost = option.cost + whiteCost(height - option.height, white);
          if (best !== undefined && cost >= best.cost) continue;
          best = { before: option.way, columns: free, cost, story: next, progress: UNTOUCHED };
        }
        return best ?? [];
      })
      .sort((a, b) => a.cost - b.cost)
      .slice(0, PLACES_ASIDE)
      .map(place => ({ ...place, cost: place.cost + measure.feet([{ cells: place.before }]) }));
  }
}

/** Where a part can stand: across the page, or at the end of a row of whole stories. */
interface PartPlace {
  readonly before: readonly CellChoice[];
  readonly columns: number;
  /** Of what stands before it. */
  readonly cost: number;
  readonly story: number;
  readonly progress: Progress;
}

function rowsOf(beginning: Beginning): RowChoice[] {
  const { row, above } = beginning;
  return row === undefined ? [] : [...rowsOf(above!), row];
}
