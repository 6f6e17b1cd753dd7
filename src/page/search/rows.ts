/** Rows of a page: which stories stand side by side and one under another, and in which heights that can be. */

import { heightOf } from '../../flow/piece.js';
import type { PreparedStory } from '../../flow/prepare.js';
import {
  type CellChoice,
  type Copy,
  type Cursor,
  type ModuleChoice,
  type RowChoice,
  UNTOUCHED,
} from './choice.js';
import { beside, type Option, type Side, stacked } from './curve.js';
import type { Measure } from './measure.js';

/** Stories that a row takes from the run, and its heights. */
export interface RowPlan {
  /** The first story after the row. */
  readonly next: number;
  readonly options: readonly Option<RowChoice>[];
}

/** Cells that leave columns at a row's end free for a part of the next story. */
export interface OpenRow {
  readonly next: number;
  /** Columns left. */
  readonly free: number;
  readonly options: readonly Option<readonly CellChoice[]>[];
}

/** What can follow at a place in the run. */
export interface Following {
  readonly rows: readonly RowPlan[];
  readonly open: readonly OpenRow[];
}

/** Cells side by side at the most, modules one under another in a cell, and briefs in one stream. */
const MOST_IN_ROW = 3;
const MOST_STACKED = 3;
const MOST_BRIEFS = 14;
/** Columns of a filler beside stories at the most. */
const MOST_FILLED = 2;
/** Longer stories do not stand over or under others in a part of the page's width. */
const LONGEST_STACKED = 480;
/** Rows kept that take the same stories, and open ones. */
const KEPT = 8;
const KEPT_OPEN = 2;

/** A cell as copy one under another. */
interface CellPlan {
  readonly columns: number;
  readonly copies: readonly Copy[];
}

export class RowFinder {
  private readonly known = new Map<number, Following>();
  private readonly cells = new Map<string, Side<CellChoice>>();

  constructor(
    private readonly stories: readonly PreparedStory[],
    private readonly measure: Measure,
    /** Height of a page in grid steps. */
    private readonly room: number,
  ) {}

  /** Rows that can follow at a place in the run, of those that take the same stories the best. */
  at({ story, progress }: Cursor): Following {
    if (progress.rest !== undefined) return this.find(story, progress);
    let plans = this.known.get(story);
    if (plans === undefined) {
      plans = this.find(story, progress);
      this.known.set(story, plans);
    }
    return plans;
  }

  private find(story: number, from: Cursor['progress']): Following {
    const rows: RowPlan[] = [];
    const open: OpenRow[] = [];
    this.extend([], this.measure.count, story, from, (cells, next, free) => {
      const options = this.cellOptions(cells);
      if (options.length === 0) return;
      if (free === 0) rows.push({ next, options: options.map(wholeRow) });
      else {
        if (free <= MOST_FILLED) rows.push({ next, options: this.filled(options, free) });
        if (next < this.stories.length) open.push({ next, free, options });
      }
    });
    return {
      rows: bestOf(rows, KEPT, ({ next }) => String(next)),
      open: bestOf(open, KEPT_OPEN, ({ next, free }) => `${next}/${free}`),
    };
  }

  /** Every way to fill `free` columns more with the stories from `at` on. */
  private extend(
    row: readonly CellPlan[],
    free: number,
    at: number,
    from: Cursor['progress'],
    add: (cells: readonly CellPlan[], next: number, free: number) => void,
  ): void {
    if (free === 0) {
      add(row, at, 0);
      return;
    }
    if (row.length > 0) add(row, at, free);
    if (at >= this.stories.length || row.length === MOST_IN_ROW) return;
    for (let columns = 1; columns <= free; columns++) {
      for (const copies of this.copiesFor(at, from, columns, row)) {
        const cell = { columns, copies };
        if (this.side(cell).options.length === 0) continue;
        const taken = copies.reduce((sum, { stories }) => sum + stories.length, 0);
        this.extend([...row, cell], free - columns, at + taken, UNTOUCHED, add);
      }
    }
  }

  /** What can stand in a cell of `columns` columns that begins with story `at`. */
  private copiesFor(
    at: number,
    from: Cursor['progress'],
    columns: number,
    row: readonly CellPlan[],
  ): Copy[][] {
    const single = (index: number): Copy => ({
      stories: [this.stories[index]!],
      from: index === at ? from : UNTOUCHED,
    });
    const found: Copy[][] = [];
    if (this.mayBe(at, columns)) found.push([single(at)]);
    if (from.rest !== undefined) return found;
    for (let count = 2; columns < this.measure.count && count <= MOST_STACKED; count++) {
      const group = this.stories.slice(at, at + count);
      const fits =
        group.length === count &&
        group.every((story, index) => isShort(story) && this.mayBe(at + index, columns));
      if (!fits || group.every(({ brief }) => brief !== undefined)) break;
      found.push(group.map((_, index) => single(at + index)));
    }
    if (row.length < 2 && !row.some(({ copies }) => copies.some(({ stories }) => stories.length > 1))) {
      for (let count = 2; count <= MOST_BRIEFS; count++) {
        const group = this.stories.slice(at, at + count);
        if (group.length < count || !flowTogether(group) || !this.holds(group, columns)) break;
        found.push([{ stories: group, from: UNTOUCHED }]);
      }
    }
    return found;
  }

  /** True unless briefs are too long for so many columns of a page. */
  private holds(group: readonly PreparedStory[], columns: number): boolean {
    const text = group.reduce((sum, { brief }) => sum + heightOf(brief!), 0);
    return text / columns <= this.measure.height;
  }

  /** A story whose editor gives its width has that, or the whole page's. */
  private mayBe(at: number, columns: number): boolean {
    const { count } = this.measure;
    const pinned = this.stories[at]!.story.columns;
    return pinned === undefined || columns === Math.min(pinned, count) || columns === count;
  }

  private side({ columns, copies }: CellPlan): Side<CellChoice> {
    const [first] = copies;
    const untouched = first!.from.rest === undefined;
    const key = `${columns}/${copies.map(({ stories }) => stories.map(({ story }) => story.id).join()).join('/')}`;
    const known = untouched ? this.cells.get(key) : undefined;
    if (known !== undefined) return known;
    const { measure, room } = this;
    const white = measure.whiteIn(columns);
    const parts = copies.map(copy => measure.options(copy, columns));
    const options = stacked<ModuleChoice>(parts, measure.gap, room, white).map(({ height, cost, way }) => ({
      height,
      cost,
      way: { columns, modules: way, filler: 0 },
    }));
    const side = { options, white, close: (cell: CellChoice, steps: number) => this.closed(cell, steps) };
    if (untouched) this.cells.set(key, side);
    return side;
  }

  /** A cell with a filler in the room under its modules. */
  private closed(cell: CellChoice, steps: number): { cost: number; way: CellChoice } | undefined {
    const height = steps - this.measure.gap;
    if (height <= 0) return undefined;
    const cost = this.measure.fillerCost(cell.columns, height);
    return cost === Number.POSITIVE_INFINITY ? undefined : { cost, way: { ...cell, filler: height } };
  }

  /** The same with a filler at the row's end. */
  private filled(options: readonly Option<readonly CellChoice[]>[], free: number): Option<RowChoice>[] {
    return options.flatMap(({ height, cost, way }) => {
      const filler = this.measure.fillerCost(free, height);
      if (filler === Number.POSITIVE_INFINITY) return [];
      const cells = [...way, { columns: free, modules: [], filler: height }];
      return [{ height, cost: cost + filler, way: { cells, height } }];
    });
  }

  private cellOptions(cells: readonly CellPlan[]): Option<readonly CellChoice[]>[] {
    const sides = cells.map(cell => this.side(cell));
    const columns = cells.reduce((sum, cell) => sum + cell.columns, 0);
    return beside(sides, this.measure.whiteIn(columns)).filter(({ height }) => height <= this.room);
  }
}

function wholeRow({ height, cost, way }: Option<readonly CellChoice[]>): Option<RowChoice> {
  return { height, cost, way: { cells: way, height } };
}

/** Of the plans with the same key those whose cheapest option costs least. */
function bestOf<T extends { readonly options: readonly Option<unknown>[] }>(
  plans: readonly T[],
  count: number,
  keyOf: (plan: T) => string,
): T[] {
  const groups = new Map<string, { least: number; plan: T }[]>();
  for (const plan of plans) {
    if (plan.options.length === 0) continue;
    const key = keyOf(plan);
    const rivals = groups.get(key) ?? [];
    rivals.push({ least: Math.min(...plan.options.map(option => option.cost)), plan });
    groups.set(key, rivals);
  }
  return [...groups.values()].flatMap(rivals =>
    rivals
      .sort((a, b) => a.least - b.least)
      .slice(0, count)
      .map(({ plan }) => plan),
  );
}

function isShort({ words }: PreparedStory): boolean {
  return words <= LONGEST_STACKED;
}

/** Briefs of one direction and leading can share columns. */
function flowTogether(group: readonly PreparedStory[]): boolean {
  const [first] = group;
  return group.every(
    ({ brief, story, leading }) =>
      brief !== undefined && story.direction === first!.story.direction && leading === first!.leading,
  );
}
