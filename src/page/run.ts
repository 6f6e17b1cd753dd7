/**
 * Flows a run of stories over its pages: rows of modules one under another, a story that meets the page's foot goes
 * on over the next page, and pictures are scaled so that the last page is full too.
 */

import type { PreparedStory } from '../flow/prepare.js';
import {
  LARGEST_SCALE,
  type Progress,
  type RowContext,
  rowOf,
  SMALLEST_SCALE,
  setPart,
  type SetRow,
  setWholeRow,
  UNTOUCHED,
} from './rows.js';

/** One page's rows; `y` from the top of the page in points. */
export interface SetPage {
  readonly page: number;
  readonly rows: readonly { readonly row: SetRow; readonly y: number }[];
  /** Room left at the foot of the body area. */
  readonly left: number;
}

/** Stories that flow over a stretch of pages of their own. */
export interface Run {
  readonly firstPage: number;
  readonly lastPage: number;
  readonly stories: readonly PreparedStory[];
  /** What a page's rows are set in. The room may differ by page: the last one of an issue holds the imprint. */
  readonly contextOf: (page: number) => RowContext;
}

export interface SetRun {
  readonly pages: readonly SetPage[];
  /** Stories that found no room on the run's pages, with the lines that are left of each. */
  readonly overset: readonly { readonly prepared: PreparedStory; readonly from: Progress }[];
}

interface Cursor {
  readonly story: number;
  readonly progress: Progress;
}

/** The base scales of pictures that are tried, in the order of liking. */
const SCALES = [1, 1.1, 0.92, 1.2, 0.85, 1.3, 0.78, 1.4, 0.7, 1.5, SMALLEST_SCALE];
/** The last page is full enough when this share of it is blank at the most. */
const FULL_ENOUGH = 0.03;

/** Sets a run at the scale that fits its pages best. */
export function setRun(run: Run): SetRun {
  let best: { result: SetRun; cost: number } | undefined;
  for (const scale of SCALES) {
    const result = setAtScale(run, scale);
    const cost = costOf(result, run) + Math.abs(scale - 1) * 0.01;
    if (best === undefined || cost < best.cost) best = { result, cost };
    if (best.cost < FULL_ENOUGH) break;
  }
  return best!.result;
}

/** Blank pages and page feet count as share of a page, a story without room as much as ten pages. */
function costOf(result: SetRun, run: Run): number {
  const blankPages = run.lastPage - run.firstPage + 1 - result.pages.length;
  const blank = result.pages.reduce((sum, page) => sum + page.left / run.contextOf(page.page).area.height, 0);
  return result.overset.length * 10 + blankPages + blank;
}

function setAtScale(run: Run, scale: number): SetRun {
  const pages: SetPage[] = [];
  let cursor: Cursor = { story: 0, progress: UNTOUCHED };
  for (let page = run.firstPage; page <= run.lastPage && cursor.story < run.stories.length; page++) {
    const set = fillPage(run, page, cursor, scale);
    pages.push(set.page);
    cursor = set.next;
  }
  const overset = run.stories.slice(cursor.story).map((prepared, index) => ({
    prepared,
    from: index === 0 ? cursor.progress : UNTOUCHED,
  }));
  return { pages, overset };
}

interface FilledPage {
  readonly page: SetPage;
  readonly next: Cursor;
}

/** A page at the run's scale; if room is left at its foot, at the largest scale that still holds the same text. */
function fillPage(run: Run, page: number, from: Cursor, scale: number): FilledPage {
  let best = setPage(run, page, from, scale);
  if (best.page.left < 1) return best;
  const room = best.page.left;
  let step = 0.16;
  let larger = scale;
  while (step >= 0.01 && larger + step <= LARGEST_SCALE) {
    const trial = setPage(run, page, from, larger + step);
    const same = trial.next.story === best.next.story && trial.next.progress.piece === best.next.progress.piece;
    if (same && trial.page.left <= room) {
      larger += step;
      best = trial.page.left <= best.page.left ? trial : best;
    } else step /= 2;
  }
  return spread(best, run);
}

/** Shares a little room at the foot out between the rows; more than that would tear the page apart. */
function spread(filled: FilledPage, run: Run): FilledPage {
  const { page } = filled;
  const { layout } = run.contextOf(page.page).setter;
  const gaps = page.rows.length - 1;
  if (gaps < 1 || page.left / gaps > layout.module.gap) return filled;
  const each = Math.floor(page.left / gaps / layout.grid) * layout.grid;
  const rows = page.rows.map(({ row, y }, index) => ({ row, y: y + each * index }));
  return { next: filled.next, page: { ...page, rows, left: page.left - each * gaps } };
}

function setPage(run: Run, page: number, from: Cursor, scale: number): FilledPage {
  const context = run.contextOf(page);
  const { area, setter } = context;
  const gap = setter.onGrid(setter.layout.module.gap);
  const rows: { row: SetRow; y: number }[] = [];
  let { story, progress } = from;
  let y = area.y;
  const bottom = area.y + area.height;
  while (story < run.stories.length) {
    const places = progress.begun
      ? [{ prepared: run.stories[story]!, columns: setter.layout.columns.count }]
      : rowOf(run.stories, story, setter.layout.columns.count);
    const room = bottom - y;
    const whole = wholeRow(places, progress, room, scale, context);
    if (whole !== undefined) {
      rows.push({ row: whole, y });
      y += whole.height + gap;
      story += places.length;
      progress = UNTOUCHED;
      continue;
    }
    const part = places.length === 1 ? setPart(places[0]!, progress, room, scale, context) : undefined;
    if (part !== undefined) {
      rows.push({ row: part, y });
      y = bottom + gap;
      progress = part.modules[0]!.rest!;
    }
    break;
  }
  const used = rows.length === 0 ? 0 : Math.min(y - gap, bottom) - area.y;
  return { page: { page, rows, left: area.height - used }, next: { story, progress } };
}

/** A whole row at the scale, or with pictures up to a fifth smaller where that saves it from being parted. */
function wholeRow(
  places: Parameters<typeof setWholeRow>[0],
  progress: Progress,
  room: number,
  scale: number,
  context: RowContext,
): SetRow | undefined {
  for (const smaller of [scale, scale * 0.9, scale * 0.8]) {
    const row = setWholeRow(places, progress, room, Math.max(smaller, SMALLEST_SCALE), context);
    if (row !== undefined) return row;
  }
  return undefined;
}
