/** Stories pinned to pages and places: what a page that misses a pin costs, and the orders of a run that may meet them. */

import { type CellChoice, COST, type Copy, type Cursor, type RowChoice } from './choice.js';
import type { Run } from './run.js';
import type { FoundPages } from './search.js';

/** Orders of a run's stories that are searched for its pins, the editor's own among them. */
const MOST_ORDERS = 8;
/** Places further than where a story should stand that are tried for it where that order has been searched already. */
const FARTHEST = 3;

/** Pinned pages that are missed where a page of a run begins and ends so: each counts on the page where that is certain. */
export function pagePinCost(
  { stories }: Pick<Run, 'stories'>,
  page: number,
  from: Cursor,
  to: Cursor,
): number {
  const first = from.progress.rest === undefined ? from.story : from.story + 1;
  const next = to.progress.rest === undefined ? to.story : to.story + 1;
  let missed = 0;
  for (const [index, { story }] of stories.entries()) {
    const wanted = story.pin?.page;
    if (wanted === undefined || index < first) continue;
    const begins = index < next;
    if (begins ? wanted > page : wanted === page) missed++;
  }
  return missed * COST.pin;
}

/** Pins to the top or bottom of a page, as a row meets them. */
export interface RowPins {
  /** Stories that belong at the top, and at the bottom, and can be there if the row is. */
  readonly top: number;
  readonly bottom: number;
  /** Stories that have others or a filler on the wrong side within the row. */
  readonly misplaced: number;
}

const UNPINNED: RowPins = { top: 0, bottom: 0, misplaced: 0 };

export function rowPins({ cells }: Pick<RowChoice, 'cells'>): RowPins {
  return cells.map(cellPins).reduce(
    (a, b) => ({
      top: a.top + b.top,
      bottom: a.bottom + b.bottom,
      misplaced: a.misplaced + b.misplaced,
    }),
    UNPINNED,
  );
}

function cellPins({ modules, filler }: CellChoice): RowPins {
  let [top, bottom, misplaced] = [0, 0, 0];
  for (const [index, { copy }] of modules.entries()) {
    const place = copy.from.rest === undefined ? copy.stories[0]?.story.pin?.place : undefined;
    const meets = place === 'top' ? index === 0 : index === modules.length - 1 && filler === 0;
    if (place === undefined) continue;
    if (!meets) misplaced++;
    else if (place === 'top') top++;
    else bottom++;
  }
  return { top, bottom, misplaced };
}

/** Pins that a row misses under another, or that the one over it misses for it. */
export function pinCost(
  { top, misplaced }: RowPins,
  above: { readonly row: RowChoice | undefined; readonly bottom: number },
): number {
  return (misplaced + (above.row === undefined ? 0 : top) + above.bottom) * COST.pin;
}

/** A part of a story that begins under so many rows although it belongs at the top. */
export function partPinCost({ stories, from }: Copy, rows: number): number {
  const place = from.rest === undefined ? stories[0]?.story.pin?.place : undefined;
  return place === 'top' && rows > 0 ? COST.pin : 0;
}

/** What a search found for one order of a run's stories. */
interface Tried {
  readonly run: Run;
  readonly found: FoundPages;
}

/**
 * The run with its stories in an order that meets their pinned pages: a story that comes too late or too early is moved, and the
 * run searched again, a few times at the most.
 */
export function orderForPins(run: Run, search: (run: Run) => FoundPages): Run {
  if (run.stories.every(({ story }) => story.pin?.page === undefined)) return run;
  let tried: Tried = { run, found: search(run) };
  let best = tried;
  const seen = new Set([orderOf(run)]);
  for (let count = 1; count < MOST_ORDERS && missesOf(tried).length > 0; count++) {
    const orders = Array.from({ length: FARTHEST + 1 }, (_, by) => ({ ...run, stories: moved(tried, by) }));
    const next = orders.find(order => !seen.has(orderOf(order)));
    if (next === undefined) break;
    seen.add(orderOf(next));
    tried = { run: next, found: search(next) };
    if (isBetter(tried, best)) best = tried;
  }
  return best.run;
}

/** No pin is worth text that finds no room, and no full page is worth a pin. */
function isBetter(one: Tried, other: Tried): boolean {
  const over = one.found.overset.length - other.found.overset.length;
  const missed = missesOf(one).length - missesOf(other).length;
  return (over || missed || one.found.cost - other.found.cost) < 0;
}

function orderOf({ stories }: Run): string {
  return stories.map(({ story }) => story.id).join();
}

/** The page on which each story of the run begins, by its place in the run; past the last page for those without room. */
function pagesOf({ run, found }: Tried): number[] {
  const pages = run.stories.map(() => run.lastPage + 1);
  const begin = (page: number, cells: readonly CellChoice[]): void => {
    for (const { copy } of cells.flatMap(({ modules }) => modules)) {
      if (copy.from.rest !== undefined) continue;
      for (const prepared of copy.stories) pages[run.stories.indexOf(prepared)] = page;
    }
  };
  for (const { page, rows, part } of found.pages.map(({ choice }) => choice)) {
    for (const { cells } of rows) begin(page, cells);
    if (part === undefined) continue;
    begin(page, [...part.before, { columns: 0, modules: [part.module], filler: 0 }]);
  }
  return pages;
}

/** How many stories begin on another page than they are pinned to. */
export function missedPages(run: Run, found: FoundPages): number {
  return missesOf({ run, found }).length;
}

/** Places in the run of stories that begin on another page than they are pinned to. */
function missesOf(tried: Tried): number[] {
  const pages = pagesOf(tried);
  return tried.run.stories.flatMap(({ story }, index) =>
    story.pin?.page !== undefined && story.pin.page !== pages[index] ? [index] : [],
  );
}

/**
 * The stories with each that missed its page before the first that begins there, or `farther` by so many places; by one place
 * where it is already.
 */
function moved(tried: Tried, farther: number): Run['stories'] {
  const pages = pagesOf(tried);
  let order = tried.run.stories.map((prepared, index) => ({ prepared, page: pages[index]! }));
  for (const index of missesOf(tried)) {
    const prepared = tried.run.stories[index]!;
    const wanted = prepared.story.pin!.page!;
    const at = order.findIndex(item => item.prepared === prepared);
    const late = order[at]!.page > wanted;
    const others = order.filter((_, place) => place !== at);
    const first = others.findIndex(({ page }) => page >= wanted);
    const found = first < 0 ? others.length : first;
    const by = found !== at ? farther : farther + 1;
    const place = Math.min(Math.max(found + (late ? -by : by), 0), others.length);
    order = [...others.slice(0, place), { prepared, page: wanted }, ...others.slice(place)];
  }
  return order.map(({ prepared }) => prepared);
}
