/**
 * Chooses what stands on each page of a run: which stories share rows and in how many columns, where a story is
 * parted, and how large heads and pictures are. A beam search over pages; the cost counts blank space, parted
 * stories, odd widths and sizes far from their own. Bounded in work, and the same for the same input.
 */

import { spanWidth } from '../flow/columns.js';
import { heightOf } from '../flow/piece.js';
import { type PreparedStory, wishedColumns } from '../flow/prepare.js';
import {
  COST,
  type Cursor,
  type Filling,
  type PageChoice,
  type Progress,
  piecesLeft,
  progressKey,
  UNTOUCHED,
} from './choice.js';
import { contentOf } from './content.js';
import { PageFiller } from './fillings.js';
import { Measure } from './measure.js';
import { LARGEST_SCALE } from './picture-sizes.js';
import { RowFinder } from './rows.js';
import type { Run, SetRun } from './run.js';

interface State {
  readonly cursor: Cursor;
  readonly cost: number;
  readonly pages: readonly Filling[];
}

/** States kept after each page. */
const BEAM = 10;
/** Area that pictures can have, wider and taller than they wish or less so, over the area that they wish for. */
const LEAST_GROWTH = 0.4;
const MOST_GROWTH = 2.5;

const START: Cursor = { story: 0, progress: UNTOUCHED };

/** The best pages for a run, and the stories that found no room on them. */
export function searchRun(run: Run): { pages: readonly PageChoice[]; overset: SetRun['overset'] } {
  const fillers = new Map<number, PageFiller>();
  const fillerOf = (page: number): PageFiller => {
    const context = run.contextOf(page);
    const { height } = context.area;
    const known = fillers.get(height);
    if (known !== undefined) return known;
    const measure = new Measure(context);
    const room = Math.floor(height / context.setter.layout.grid + 1e-6);
    const filler = new PageFiller(run, new RowFinder(run.stories, measure, room), measure, context);
    fillers.set(height, filler);
    return filler;
  };
  let states: State[] = [{ cursor: START, cost: 0, pages: [] }];
  for (let page = run.firstPage; page <= run.lastPage; page++) {
    const left = run.lastPage - page;
    const next = states.flatMap(({ cursor, cost, pages }) =>
      fillerOf(page)
        .fillings(page, cursor, left === 1)
        .map(filling => ({ cursor: filling.cursor, cost: cost + filling.cost, pages: [...pages, filling] })),
    );
    states = best(next, left === 1 ? BEAM * 4 : BEAM, state => outlook(run, state.cursor, left));
  }
  const [winner] = best(states, 1, state => oversetCost(run, state.cursor));
  const { pages, cursor } = winner!;
  return { pages: pages.map(({ choice }) => choice), overset: oversetAt(run, cursor) };
}

/** Pages that a run's stories take, pictures at their own size: for choosing a page count. */
export function estimatePages(run: Run): number {
  const { text, pictures } = roomLeft(run, START);
  return text + pictures;
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

/**
 * What the pages still to come will cost at the least: pictures must grow or shrink to fill them, beyond their limits
 * stories are overset or white is left.
 */
function outlook(run: Run, cursor: Cursor, pages: number): number {
  const { text, pictures } = roomLeft(run, cursor);
  if (pages === 0) return (text + pictures) * 100;
  const growth = (pages - text) / Math.max(pictures, 0.05 * pages);
  const within = Math.min(Math.max(growth, LEAST_GROWTH), MOST_GROWTH);
  const filled = text + pictures * within;
  const blank = Math.max(0, pages - filled) * COST.blank;
  const over = Math.max(0, filled - pages) * 3 * COST.blank;
  return Math.log(within) ** 2 * pages * COST.outlook + blank + over;
}

/** Pages that text and pictures take, pictures at their own size. */
interface Room {
  readonly text: number;
  readonly pictures: number;
}

/** Room that everything takes from a place in the run on. */
function roomLeft(run: Run, cursor: Cursor): Room {
  let text = 0;
  let pictures = 0;
  for (const { prepared, from } of oversetAt(run, cursor)) {
    const room = roomOf(run, prepared, from);
    text += room.text;
    pictures += room.pictures;
  }
  return { text, pictures };
}

/** Rooms of whole stories, which do not change while a run is searched. */
const rooms = new WeakMap<Run, Map<PreparedStory, Room>>();

function roomOf(run: Run, prepared: PreparedStory, from: Progress): Room {
  if (from.rest !== undefined) return measureRoom(run, prepared, from);
  const known = rooms.get(run) ?? new Map<PreparedStory, Room>();
  rooms.set(run, known);
  const room = known.get(prepared) ?? measureRoom(run, prepared, from);
  known.set(prepared, room);
  return room;
}

function measureRoom(run: Run, prepared: PreparedStory, from: Progress): Room {
  const context = run.contextOf(run.firstPage);
  const { area, setter } = context;
  const { columnWidth, columns } = setter.layout;
  const page = area.height * columns.count;
  const gap = setter.onGrid(setter.layout.module.gap);
  const wide = from.rest === undefined ? wishedColumns(prepared, columns.count) : columns.count;
  const sizes = { head: 1, under: wide, spans: [], scale: 1 };
  const { head, pieces } = contentOf({ stories: [prepared], from }, wide, 0, sizes, context);
  let text = wide * (gap + (head?.height ?? 0)) + heightOf(pieces);
  let pictures = 0;
  for (const insert of prepared.inserts.slice(from.insert)) {
    const span = Math.min(insert.columns, columns.count);
    const width = spanWidth({ columnWidth, gutter: columns.gutter }, span);
    const height = insert.heightAt(1, width);
    if (insert.heightAt(LARGEST_SCALE, width) === height) text += span * height;
    else pictures += span * height;
  }
  // A story of several pages has a small head on each of them.
  text += Math.floor((text + pictures) / page) * heightOf(context.continuation(prepared));
  return { text: text / page, pictures: pictures / page };
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
