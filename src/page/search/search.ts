/**
 * Chooses what stands on each page of a run: which stories share rows and in how many columns, where a story is
 * parted, and how large heads and pictures are. A beam search over pages; the cost counts blank space, parted
 * stories, odd widths and sizes far from their own. Bounded in work, and the same for the same input.
 */

import type { Run, SetRun } from '../run.js';
import { COST, type Cursor, type Filling, piecesLeft, progressKey, UNTOUCHED } from './choice.js';
import { PageFiller } from './fillings.js';
import { Measure } from './measure.js';
import { Outlook, type Reach } from './outlook.js';
import { pagePinCost } from './pins.js';
import { RowFinder } from './rows.js';

interface State {
  readonly cursor: Cursor;
  readonly cost: number;
  readonly pages: readonly Filling[];
}

/** The beginning of a run. */
export const START: Cursor = { story: 0, progress: UNTOUCHED };

/** What the search decided, and what that costs. */
export interface FoundPages {
  readonly pages: readonly Filling[];
  readonly overset: SetRun['overset'];
  readonly cost: number;
}

/** How hard a search tries. */
export interface Effort {
  /** States kept after each page. */
  readonly states: number;
  /** What it counts on that the stories still to come could grow by. */
  readonly reached: Reach;
  /** What shallow parts of stories weigh, 1 as usual. */
  readonly depth: number;
  /** More ways to part stories are tried on every page, not on the last two alone. */
  readonly fine: boolean;
}

/** The best pages for a run, and the stories that found no room on them. */
export function searchRun(run: Run, shops: Shops, effort: Effort): FoundPages {
  const { pages, cursor, cost } = search(run, shops, effort);
  return {
    pages,
    overset: oversetAt(run, cursor),
    cost: cost + oversetCost(run, cursor),
  };
}

/** What pages of one height are measured and filled with. */
interface Shop {
  readonly filler: PageFiller;
  readonly measure: Measure;
}

/** Measures and fillings of a run's pages, kept from one search to the next. */
export class Shops {
  private readonly known = new Map<number, Shop>();

  constructor(private readonly run: Run) {}

  of(page: number): Shop {
    const context = this.run.contextOf(page);
    const { height } = context.area;
    const known = this.known.get(height);
    if (known !== undefined) return known;
    const measure = new Measure(context);
    const room = Math.floor(height / context.setter.layout.grid + 1e-6);
    const finder = new RowFinder(this.run.stories, measure, room);
    const shop = { filler: new PageFiller(this.run, finder, measure, context), measure };
    this.known.set(height, shop);
    return shop;
  }
}

function search(run: Run, shops: Shops, { states: most, reached, depth, fine }: Effort): State {
  const outlook = new Outlook(run, reached, shops.of(run.firstPage).measure);
  let states: State[] = [{ cursor: START, cost: 0, pages: [] }];
  for (const [at, page] of run.pages.entries()) {
    const left = run.pages.length - 1 - at;
    const next = states.flatMap(({ cursor, cost, pages }) =>
      shops
        .of(page)
        .filler.fillings(page, cursor, left === 1 || fine, depth)
        .map(filling => ({
          cursor: filling.cursor,
          cost: cost + filling.cost + pagePinCost(run, page, cursor, filling.cursor),
          pages: [...pages, filling],
        })),
    );
    states = best(next, left === 1 ? most * 4 : most, state => outlook.cost(state.cursor, left));
  }
  return best(states, 1, state => oversetCost(run, state.cursor))[0]!;
}

/** Pages that a run's stories take, pictures at their own size: for choosing a page count. */
export function estimatePages(run: Run): number {
  return new Outlook(run, { whole: 0, parted: 0 }).pages;
}

/** The states with the least cost and outlook, of those at the same place in the stories only the cheapest. */
function best(states: readonly State[], count: number, ahead: (state: State) => number): State[] {
  const byCursor = new Map<string, State>();
  for (const state of states) {
    const { story, progress } = state.cursor;
    const key = `${story}/${progressKey(progress)}`;
    const rival = byCursor.get(key);
    if (rival === undefined || state.cost < rival.cost) byCursor.set(key, state);
  }
  return [...byCursor.values()]
    .map(state => ({ state, total: state.cost + ahead(state) }))
    .sort((a, b) => a.total - b.total)
    .slice(0, count)
    .map(({ state }) => state);
}

function oversetCost(run: Run, cursor: Cursor): number {
  const lines = oversetAt(run, cursor).reduce(
    (sum, { prepared, from }) => sum + piecesLeft(prepared, from) + 5,
    0,
  );
  return lines * COST.oversetLine;
}

/** Stories from a place in the run on. */
function oversetAt(run: Run, { story, progress }: Cursor): SetRun['overset'] {
  return run.stories
    .slice(story)
    .map((prepared, index) => ({ prepared, from: index === 0 ? progress : UNTOUCHED }));
}
