/**
 * Chooses what stands on each page of a run: which stories share rows and in how many columns, where a story is
 * parted, and how large the pictures of each page are. A beam search over pages; the cost counts blank space, parted
 * stories, odd widths and pictures far from their own size. Bounded in work, and the same for the same input.
 */

import { heightOf } from '../flow/piece.js';
import { type PreparedStory, wishedColumns } from '../flow/prepare.js';
import {
  LARGEST_SCALE,
  moduleHeight,
  type Place,
  type Progress,
  piecesLeft,
  type RowContext,
  rowOptions,
  SMALLEST_SCALE,
  setPart,
  UNTOUCHED,
} from './rows.js';
import type { Run, SetRun } from './run.js';

/** What stands on a page: whole rows from the top, then a part of a story that goes on over the next page. */
export interface PageChoice {
  readonly page: number;
  readonly rows: readonly RowChoice[];
  readonly part: { readonly place: Place; readonly from: Progress } | undefined;
  readonly scale: number;
}

export interface RowChoice {
  readonly places: readonly Place[];
  readonly from: Progress;
}

interface Cursor {
  readonly story: number;
  readonly progress: Progress;
}

interface State {
  readonly cursor: Cursor;
  readonly cost: number;
  readonly pages: readonly PageChoice[];
}

/** States kept after each page. */
const BEAM = 10;
/** Rows on a page. */
const MOST_ROWS = 5;
/** Scales that are tried for pictures, from the largest. */
const SCALES = Array.from({ length: 37 }, (_, index) => LARGEST_SCALE - index * 0.03).filter(
  scale => scale >= SMALLEST_SCALE,
);
/** Scales that are tried for a page whose foot is filled by a parted story. */
const PART_SCALES = [1, 0.85, 0.72, SMALLEST_SCALE, 1.2, 1.45];

/** A head with the space round it takes about this share of a page. */
const HEAD_SHARE = 0.08;

/** A parted story gets at least so much of a page's foot, in points. */
const LEAST_PART = 150;

/** Costs, weighed against a tenth of a page left blank. */
const COST = { blank: 10, outlook: 0.6, part: 0.35, width: 0.05, scale: 0.4, oversetLine: 1 };

/** Pages that a run's stories take at the least, pictures at their own size: for choosing a page count. */
export function estimatePages(run: Run): number {
  return new Search(run).pagesLeft({ story: 0, progress: UNTOUCHED });
}

export function searchRun(run: Run): { pages: readonly PageChoice[]; overset: SetRun['overset'] } {
  const search = new Search(run);
  let states: State[] = [{ cursor: { story: 0, progress: UNTOUCHED }, cost: 0, pages: [] }];
  for (let page = run.firstPage; page <= run.lastPage; page++) {
    const next = states.flatMap(state => search.fillings(state, page));
    states = best(next, BEAM, state => search.outlook(state.cursor, run.lastPage - page));
  }
  const [winner] = best(states, 1, state => search.oversetCost(state.cursor));
  const { pages, cursor } = search.polish(winner!);
  return { pages, overset: search.overset(cursor) };
}

/** The states with the least cost and outlook, of those at the same place in the stories only the cheapest. */
function best(states: readonly State[], count: number, outlook: (state: State) => number): State[] {
  const byCursor = new Map<string, State>();
  for (const state of states) {
    const { story, progress } = state.cursor;
    const key = `${story}/${progressKey(progress)}`;
    const rival = byCursor.get(key);
    if (rival === undefined || state.cost < rival.cost) byCursor.set(key, state);
  }
  return [...byCursor.values()]
    .map(state => ({ state, total: state.cost + outlook(state) }))
    .sort((a, b) => a.total - b.total)
    .slice(0, count)
    .map(({ state }) => state);
}

/** Two ways to the same place in a story leave the same pieces, so their number tells them apart well enough. */
function progressKey({ rest, insert }: Progress): string {
  return `${rest?.length ?? 'all'}/${insert}`;
}

class Search {
  private readonly heights = new Map<string, number>();
  private readonly count: number;

  constructor(private readonly run: Run) {
    this.count = run.contextOf(run.firstPage).setter.layout.columns.count;
  }

  /** Every sensible filling of one page, as states after it. */
  fillings(state: State, page: number): State[] {
    const context = this.run.contextOf(page);
    const found: State[] = [];
    const close = (choice: PageChoice, cursor: Cursor, cost: number): void => {
      found.push({ cursor, cost: state.cost + cost, pages: [...state.pages, choice] });
    };
    const visit = (rows: readonly RowChoice[], cursor: Cursor): void => {
      this.closeWhole(page, rows, cursor, context, close);
      if (cursor.story >= this.run.stories.length) return;
      this.closeWithPart(page, rows, cursor, context, close);
      if (rows.length === MOST_ROWS) return;
      for (const places of this.optionsAt(cursor)) {
        const longer = [...rows, { places, from: cursor.progress }];
        if (this.rowsHeight(longer, SMALLEST_SCALE, context) > context.area.height) continue;
        visit(longer, { story: cursor.story + places.length, progress: UNTOUCHED });
      }
    };
    visit([], state.cursor);
    return found;
  }

  /**
   * What the pages still to come will cost at the least: stories that are too much for them must be squeezed and
   * may be overset, stories that are too little leave white.
   */
  outlook(cursor: Cursor, pages: number): number {
    const left = this.pagesLeft(cursor);
    const miss = Math.abs(Math.log((left + 0.05) / (pages + 0.05)));
    return pages === 0 ? left * 100 : miss * pages * COST.outlook;
  }

  pagesLeft(cursor: Cursor): number {
    return this.overset(cursor).reduce((sum, { prepared, from }) => sum + this.pagesOf(prepared, from), 0);
  }

  /** Room that the rest of a story takes, in pages, its pictures at their own size. */
  private pagesOf(prepared: PreparedStory, from: Progress): number {
    const { area, setter } = this.run.contextOf(this.run.firstPage);
    const { columnWidth, columns } = setter.layout;
    const text = heightOf(from.rest ?? [...prepared.opening, ...prepared.body]);
    const inserts = prepared.inserts.slice(from.insert).reduce((sum, insert) => {
      const span = Math.min(insert.columns, this.count);
      return sum + span * insert.heightAt(1, span * columnWidth + (span - 1) * columns.gutter);
    }, 0);
    const head = from.rest === undefined ? HEAD_SHARE : HEAD_SHARE / 3;
    return (text + inserts) / (area.height * this.count) + head;
  }

  /**
   * The beam tries few scales where a page ends in a parted story. If the page after the last such page ends the run,
   * finer scales are tried for the two, so that the run ends on a full page.
   */
  polish(winner: State): State {
    const [before, last] = winner.pages.slice(-2);
    const first = last?.rows[0];
    if (before?.part === undefined || last === undefined || first === undefined || last.part !== undefined) return winner;
    const context = this.run.contextOf(before.page);
    const gap = context.setter.onGrid(context.setter.layout.module.gap);
    let best = winner;
    for (const scale of SCALES) {
      const height = this.rowsHeight(before.rows, scale, context);
      const room = context.area.height - height - (before.rows.length > 0 ? gap : 0);
      const rest = room < LEAST_PART ? undefined : setPart(before.part.place, before.part.from, room, scale, context)?.modules[0]?.rest;
      if (rest === undefined) continue;
      const rows = [{ ...first, from: rest }, ...last.rows.slice(1)];
      this.closeWhole(last.page, rows, winner.cursor, this.run.contextOf(last.page), (choice, cursor, cost) => {
        const total = cost + Math.abs(Math.log(scale)) * COST.scale;
        const pages = [...winner.pages.slice(0, -2), { ...before, scale }, choice];
        if (best === winner || total < best.cost) best = { cursor, cost: total, pages };
      });
    }
    return best;
  }

  oversetCost(cursor: Cursor): number {
    const lines = this.overset(cursor).reduce(
      (sum, { prepared, from }) => sum + piecesLeft(prepared, from) + 5,
      0,
    );
    return lines * COST.oversetLine;
  }

  overset({ story, progress }: Cursor): SetRun['overset'] {
    return this.run.stories.slice(story).map((prepared, index) => ({
      prepared,
      from: index === 0 ? progress : UNTOUCHED,
    }));
  }

  private optionsAt({ story, progress }: Cursor): Place[][] {
    if (progress.rest === undefined) return rowOptions(this.run.stories, story, this.count);
    return [[{ prepared: this.run.stories[story]!, columns: this.count }]];
  }

  /** The page ends with its last whole row; pictures take the largest scale that fits. */
  private closeWhole(
    page: number,
    rows: readonly RowChoice[],
    cursor: Cursor,
    context: RowContext,
    close: (choice: PageChoice, cursor: Cursor, cost: number) => void,
  ): void {
    const room = context.area.height;
    const scale = largestScale(item => this.rowsHeight(rows, item, context) <= room + 0.01);
    if (scale === undefined) return;
    const left = rows.length === 0 ? room : room - this.rowsHeight(rows, scale, context);
    const cost =
      (left / room) * COST.blank +
      this.rowsCost(rows, scale, context) +
      Math.abs(Math.log(scale)) * COST.scale;
    close({ page, rows, part: undefined, scale }, cursor, cost);
  }

  /** The page's foot is filled with as much of the next story as fits. */
  private closeWithPart(
    page: number,
    rows: readonly RowChoice[],
    cursor: Cursor,
    context: RowContext,
    close: (choice: PageChoice, cursor: Cursor, cost: number) => void,
  ): void {
    if (page === this.run.lastPage) return;
    const place = { prepared: this.run.stories[cursor.story]!, columns: this.count };
    const gap = context.setter.onGrid(context.setter.layout.module.gap);
    for (const scale of PART_SCALES) {
      const above = rows.length === 0 ? 0 : this.rowsHeight(rows, scale, context) + gap;
      const room = context.area.height - above;
      if (room < LEAST_PART) continue;
      const row = setPart(place, cursor.progress, room, scale, context);
      const rest = row?.modules[0]?.rest;
      if (rest === undefined) continue;
      const cost = COST.part + this.rowsCost(rows, scale, context) + Math.abs(Math.log(scale)) * COST.scale;
      const choice = { page, rows, part: { place, from: cursor.progress }, scale };
      close(choice, { story: cursor.story, progress: rest }, cost);
    }
  }

  private rowsHeight(rows: readonly RowChoice[], scale: number, context: RowContext): number {
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
  private rowsCost(rows: readonly RowChoice[], scale: number, context: RowContext): number {
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
function largestScale(fits: (scale: number) => boolean): number | undefined {
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
