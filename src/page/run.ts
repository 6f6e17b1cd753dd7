/** Flows a run of stories over its pages: the search for the fullest pages, then the pages as set. */

import type { PreparedStory } from '../flow/prepare.js';
import type { PageChoice } from './choice.js';
import { type Progress, type RowContext, type SetRow, setPart, setWholeRow } from './rows.js';
import { searchRun } from './search.js';

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
  /** Stories that found no room on the run's pages, with how far each got. */
  readonly overset: readonly { readonly prepared: PreparedStory; readonly from: Progress }[];
}

export function setRun(run: Run): SetRun {
  const { pages, overset } = searchRun(run);
  const set = pages.map(choice => setPage(choice, run.contextOf(choice.page)));
  return { pages: set.map(page => (page.page === run.lastPage ? withoutJumps(page) : page)), overset };
}

/** What does not fit the run's last page goes on nowhere, so nothing says that it does. */
function withoutJumps(page: SetPage): SetPage {
  const rows = page.rows.map(({ row, y }) => {
    const modules = row.modules.map(module => ({ ...module, rest: undefined }));
    return { row: { ...row, modules }, y };
  });
  return { ...page, rows };
}

function setPage(choice: PageChoice, context: RowContext): SetPage {
  const { area, setter } = context;
  const gap = setter.onGrid(setter.layout.module.gap);
  const bottom = area.y + area.height;
  const rows: { row: SetRow; y: number }[] = [];
  let y = area.y;
  for (const { places, from } of choice.rows) {
    const row = setWholeRow(places, from, bottom - y, choice.scale, context);
    if (row === undefined) throw new Error(`a row that fitted page ${choice.page} fits it no more`);
    rows.push({ row, y });
    y += row.height + gap;
  }
  if (choice.part !== undefined) {
    const row = setPart(choice.part.place, choice.part.from, bottom - y, choice.scale, context);
    if (row === undefined) throw new Error(`a part that fitted page ${choice.page} fits it no more`);
    rows.push({ row, y });
    y += row.height + gap;
  }
  const left = rows.length === 0 ? area.height : Math.max(0, bottom - y + gap);
  return spread({ page: choice.page, rows, left }, context);
}

/** Shares a little room at the foot out between the rows; more than that would tear the page apart. */
function spread(page: SetPage, { setter }: RowContext): SetPage {
  const { layout } = setter;
  const gaps = page.rows.length - 1;
  if (gaps < 1 || page.left / gaps > layout.module.gap) return page;
  const each = Math.floor(page.left / gaps / layout.grid) * layout.grid;
  const rows = page.rows.map(({ row, y }, index) => ({ row, y: y + each * index }));
  return { ...page, rows, left: page.left - each * gaps };
}
