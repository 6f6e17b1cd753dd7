/**
 * Chooses what stands on each page of a run: which stories share rows and in how many columns, where a story is
 * parted, and how large the pictures of each page are. A beam search over pages; the cost counts blank space, parted
 * stories, odd widths and pictures far from their own size. Bounded in work, and the same for the same input.
 */

import { heightOf } from '../flow/piece.js';
import type { PreparedStory } from '../flow/prepare.js';
import { COST, type Cursor, type Filling, type PageChoice, progressKey } from './choice.js';
import { PageFiller } from './fillings.js';
import { RowMeasure, SCALES } from './measure.js';
import { type Progress, piecesLeft, UNTOUCHED } from './rows.js';
import type { Run, SetRun } from './run.js';

interface State {
  readonly cursor: Cursor;
  readonly cost: number;
  readonly pages: readonly Filling[];
}

/** States kept after each page. */
const BEAM = 10;
/** How far finer scales go from the one the beam chose. */
const FINE_RANGE = 0.14;
/** A head with the space round it takes about this share of a page. */
const HEAD_SHARE = 0.08;

const START: Cursor = { story: 0, progress: UNTOUCHED };

/** The best pages for a run, and the stories that found no room on them. */
export function searchRun(run: Run): { pages: readonly PageChoice[]; overset: SetRun['overset'] } {
  const measure = new RowMeasure(run.contextOf(run.firstPage).setter.layout.columns.count);
  let states: State[] = [{ cursor: START, cost: 0, pages: [] }];
  for (let page = run.firstPage; page <= run.lastPage; page++) {
    const filler = new PageFiller(run, page, measure);
    const next = states.flatMap(({ cursor, cost, pages }) =>
      filler
        .fillings(cursor)
        .map(filling => ({ cursor: filling.cursor, cost: cost + filling.cost, pages: [...pages, filling] })),
    );
    states = best(next, BEAM, state => outlook(run, state.cursor, run.lastPage - page));
  }
  const [winner] = best(states, 1, state => oversetCost(run, state.cursor));
  const { pages, cursor } = polish(run, winner!, measure);
  return { pages: pages.map(({ choice }) => choice), overset: oversetAt(run, cursor) };
}

/** Pages that a run's stories take, pictures at their own size: for choosing a page count. */
export function estimatePages(run: Run): number {
  return pagesLeft(run, START);
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
 * What the pages still to come will cost at the least: stories that are too much for them must be squeezed and may be
 * overset, stories that are too little leave white.
 */
function outlook(run: Run, cursor: Cursor, pages: number): number {
  const left = pagesLeft(run, cursor);
  const miss = Math.abs(Math.log((left + 0.05) / (pages + 0.05)));
  return pages === 0 ? left * 100 : miss * pages * COST.outlook;
}

function pagesLeft(run: Run, cursor: Cursor): number {
  return oversetAt(run, cursor).reduce((sum, { prepared, from }) => sum + pagesOf(run, prepared, from), 0);
}

/** Room that the rest of a story takes, in pages, its pictures at their own size. */
function pagesOf(run: Run, prepared: PreparedStory, from: Progress): number {
  const { area, setter } = run.contextOf(run.firstPage);
  const { columnWidth, columns } = setter.layout;
  const text = heightOf(from.rest ?? [...prepared.opening, ...prepared.body]);
  const inserts = prepared.inserts.slice(from.insert).reduce((sum, insert) => {
    const span = Math.min(insert.columns, columns.count);
    return sum + span * insert.heightAt(1, span * columnWidth + (span - 1) * columns.gutter);
  }, 0);
  const head = from.rest === undefined ? HEAD_SHARE : HEAD_SHARE / 3;
  return (text + inserts) / (area.height * columns.count) + head;
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

/**
 * The beam tries few scales where a page ends in a parted story. If the page after the last such page ends the run,
 * finer scales are tried for the two, so that the run ends on a full page.
 */
function polish(run: Run, winner: State, measure: RowMeasure): State {
  const [before, last] = winner.pages.slice(-2);
  const first = last?.choice.rows[0];
  if (before === undefined || last === undefined || first === undefined) return winner;
  const { part, rows, page } = before.choice;
  if (part === undefined || last.choice.part !== undefined) return winner;
  const fillers = [page, last.choice.page].map(number => new PageFiller(run, number, measure));
  let best = { state: winner, cost: before.cost + last.cost };
  for (const scale of SCALES) {
    if (Math.abs(scale - before.choice.scale) > FINE_RANGE) continue;
    const parted = fillers[0]!.partedAt(rows, part, before.cursor.story, scale);
    if (parted === undefined) continue;
    const after = [{ ...first, from: parted.cursor.progress }, ...last.choice.rows.slice(1)];
    const whole = fillers[1]!.endWhole(after, last.cursor);
    if (whole === undefined || parted.cost + whole.cost >= best.cost) continue;
    const pages = [...winner.pages.slice(0, -2), parted, whole];
    best = { state: { ...winner, pages }, cost: parted.cost + whole.cost };
  }
  return best.state;
}
