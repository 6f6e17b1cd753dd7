/** All sensible fillings of one page: where the run stands in, choices with their costs out. */

import type { Run } from '../run.js';
import { type Beginning, Beginnings, rowsOf } from './beginnings.js';
import {
  type CellChoice,
  COST,
  type Cursor,
  type Filling,
  type Progress,
  progressKey,
  UNTOUCHED,
} from './choice.js';
import type { RowContext } from './content.js';
import { whiteCost } from './curve.js';
import type { Measure } from './measure.js';
import { setPart } from './part.js';
import { partPinCost } from './pins.js';
import type { RowFinder } from './rows.js';

/** A parted story gets at least so much of a page's foot, in points. */
const LEAST_PART = 150;
/** Beginnings under which parts beside whole stories are tried, and how many of them under each. */
const PARTED_ASIDE = 2;
const PLACES_ASIDE = 3;

/** How many ways to fill a page with the same stories are tried. */
interface Care {
  /** Pages that are kept. */
  readonly kept: number;
  /** Beginnings that a parted story is tried under. */
  readonly parted: number;
  /** Sizes of the parted story are tried in small steps. */
  readonly fine: boolean;
  /** What shallow parts of a story weigh. */
  readonly depth: number;
}

/** In passing, where it matters, and for a page that copyfitting left poor. */
const PASSING: Care = { kept: 2, parted: 5, fine: false, depth: 1 };
const FINE: Care = { ...PASSING, parted: 14, fine: true };
const SEARCHING: Care = { kept: 40, parted: 40, fine: true, depth: 1 };

export class PageFiller {
  private readonly beginnings: Beginnings;

  constructor(
    private readonly run: Run,
    private readonly finder: RowFinder,
    private readonly measure: Measure,
    private readonly context: RowContext,
  ) {
    this.beginnings = new Beginnings(run.stories, finder, measure, this.room);
  }

  /** Ways to fill a page from a place in the run; `fine` tries more of those that end in a parted story, as heavy as `depth` if shallow. */
  fillings(page: number, from: Cursor, fine: boolean, depth: number): Filling[] {
    return this.filled(page, from, { ...(fine ? FINE : PASSING), depth });
  }

  /** Other ways to fill a page with just as much of the run as `filling` does, the cheapest first; none misses a pin for it. */
  others(from: Cursor, { choice, cursor, cost }: Filling): Filling[] {
    const key = progressKey(cursor.progress);
    return this.filled(choice.page, from, SEARCHING)
      .filter(other => other.cursor.story === cursor.story && progressKey(other.cursor.progress) === key)
      .filter(other => other.cost < cost + COST.pin / 2)
      .sort((a, b) => a.cost - b.cost);
  }

  private filled(page: number, from: Cursor, care: Care): Filling[] {
    const found: Filling[] = [];
    for (const [story, beginnings] of this.beginnings.at(from)) {
      found.push(...this.whole(page, story, beginnings, from, care));
      if (story < this.run.stories.length) found.push(...this.parted(page, beginnings, from, care));
    }
    return found;
  }

  private get room(): number {
    return Math.floor(this.context.area.height / this.context.setter.layout.grid + 1e-6);
  }

  /** Pages that end with their last whole row; of those with the same stories the best. */
  private whole(
    page: number,
    story: number,
    beginnings: readonly Beginning[],
    from: Cursor,
    { kept }: Care,
  ): Filling[] {
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
      .slice(0, kept)
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
  private parted(
    page: number,
    beginnings: readonly Beginning[],
    from: Cursor,
    { parted: most, fine, depth }: Care,
  ): Filling[] {
    const { room, measure, context } = this;
    const { grid } = context.setter.layout;
    const begun = ({ cost, bottom }: Beginning): number => cost + bottom * COST.pin;
    return [...beginnings]
      .filter(({ height }) => (room - height - measure.gap) * grid >= LEAST_PART)
      .sort((a, b) => begun(a) - begun(b))
      .slice(0, most)
      .flatMap((beginning, index) => {
        const rows = rowsOf(beginning);
        const progress = beginning.row === undefined ? from.progress : UNTOUCHED;
        const height = room - beginning.height - measure.gap;
        const across = { before: [], columns: measure.count, cost: 0, story: beginning.story, progress };
        const aside = index < PARTED_ASIDE ? this.openRows(beginning.story, progress, height) : [];
        return [across, ...aside].flatMap(place => {
          const copy = { stories: [this.run.stories[place.story]!], from: place.progress };
          const small = fine && place === across;
          const parts = setPart(copy, place.columns, height, small, depth, measure, context);
          return parts.map(({ part: module, rest, cost }) => {
            const part = { before: place.before, module };
            return {
              choice: { page, rows, part },
              cursor: { story: place.story, progress: rest },
              cost: begun(beginning) + place.cost + cost + partPinCost(part, rows.length),
            };
          });
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
      .slice(0, PLACES_ASIDE);
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
