/** Flows a run of stories over its pages: the search for the fullest pages, then the pages as set. */

import { spanWidth, spanX } from '../flow/columns.js';
import { layModule, type ModuleContent, type ModuleLayout } from '../flow/module.js';
import type { PreparedStory } from '../flow/prepare.js';
import {
  type CellChoice,
  type ModuleChoice,
  type PageChoice,
  type PartChoice,
  type Progress,
  piecesLeft,
  type RowChoice,
} from './choice.js';
import { contentOf, pageColumns, type RowContext } from './content.js';
import { blankShare, copyfitPage } from './copyfit.js';
import {
  type Opener,
  openedRun,
  openerCost,
  openerHeights,
  type PlacedOpener,
  placeOpener,
} from './opener.js';
import { missedPages, orderForPins } from './pins.js';
import { estimatePages, type FoundPages, Shops, searchRun } from './search.js';

/** A module as it stands; `y` from the top of its row in points. */
export interface SetModule {
  readonly stories: readonly PreparedStory[];
  readonly content: ModuleContent;
  readonly layout: ModuleLayout;
  /** Height of its photographs over that of their own shape. */
  readonly scale: number;
  readonly y: number;
  /** True if the story goes on over the next page. */
  readonly goesOn: boolean;
}

/** Modules one under another, and room for a filler under them. */
export interface SetCell {
  /** Left edge and width in points. */
  readonly x: number;
  readonly width: number;
  readonly columns: number;
  readonly modules: readonly SetModule[];
  /** Place of a filler from the top of the row; undefined without one. */
  readonly filler: { readonly y: number; readonly height: number } | undefined;
}

export interface SetRow {
  readonly cells: readonly SetCell[];
  readonly height: number;
}

/** One page's rows; `y` from the top of the page in points. */
export interface SetPage {
  readonly page: number;
  /** The picture that stands over the rows. */
  readonly opener: PlacedOpener | undefined;
  readonly rows: readonly { readonly row: SetRow; readonly y: number }[];
}

/** Stories that flow over a stretch of pages of their own. */
export interface Run {
  readonly firstPage: number;
  readonly lastPage: number;
  readonly stories: readonly PreparedStory[];
  /** Ways to go on that a search keeps after each page. */
  readonly states: number;
  /** What a page's rows are set in. The room may differ by page: the last one of an issue holds the imprint. */
  readonly contextOf: (page: number) => RowContext;
  /** A picture that stands over the text of its first page, or of its two. */
  readonly opener: Opener | undefined;
}

export interface SetRun {
  readonly pages: readonly SetPage[];
  /** Stories that found no room on the run's pages, with how far each got. */
  readonly overset: readonly { readonly prepared: PreparedStory; readonly from: Progress }[];
}

/** Searches from the quick one on: how many times a run's states each keeps, and what it counts on that pictures grow by. */
const EFFORTS = [
  { times: 1, reached: 0.35 },
  { times: 3, reached: 0.1 },
];
/** A page with more than this share of it blank is worth a harder search, and so are lines that find no room, up to so many. */
const POOR = 0.03;
const FEW_LINES = 100;

/** The run's pages, with its stories in an order that meets their pins, or under the picture that opens it. */
export function setRun(run: Run): SetRun {
  if (run.opener !== undefined) return setOpened(run, run.opener);
  return settle(orderForPins(run, quickly)).set;
}

function quickly(run: Run): FoundPages {
  return searchRun(run, new Shops(run), { states: run.states, reached: EFFORTS[0]!.reached });
}

/** Pages as found and as set. */
interface Settled extends FoundPages {
  readonly set: SetRun;
}

/** If the quick search leaves a page poor, a harder one may do better. */
function settle(run: Run): Settled {
  const shops = new Shops(run);
  const tries: { readonly settled: Settled; readonly fault: number }[] = [];
  for (const { times, reached } of EFFORTS) {
    const found = searchRun(run, shops, { states: run.states * times, reached });
    const pages = found.pages.map(choice => fitted(setPage(choice, run), run));
    const set = { pages, overset: found.overset };
    const fault = faultOf(set, run) + missedPages(run, found);
    tries.push({ settled: { ...found, set }, fault });
    if (fault === 0 || fault > FEW_LINES) break;
  }
  return tries.reduce((a, b) => (b.fault < a.fault ? b : a)).settled;
}

/** Lines that found no room, and shares of pages blank beyond what is allowed. */
function faultOf(set: SetRun, run: Run): number {
  const blank = set.pages.map(page => blankShare(page, run.contextOf(page.page).area));
  return blank.reduce((sum, share) => sum + Math.max(0, share - POOR), oversetLines(set));
}

/** What found no room: its lines, and one more for each story. */
export function oversetLines({ overset }: SetRun): number {
  return overset.reduce((sum, { prepared, from }) => sum + piecesLeft(prepared, from) + 1, 0);
}

/** The run under its picture, at the height of the picture that fills the pages best. */
function setOpened(run: Run, opener: Opener): SetRun {
  const tried = openerHeights(run, opener, estimatePages(run)).map(height => {
    const opened = openedRun(run, opener, height);
    const { set, cost } = settle(opened);
    return { height, set, cost: cost + openerCost(opener, height, run) };
  });
  const { height, set } = tried.reduce((a, b) => (b.cost < a.cost ? b : a));
  const pages = set.pages.map(page => ({ ...page, opener: placeOpener(run, opener, height, page.page) }));
  return { ...set, pages };
}

function fitted(page: SetPage, run: Run): SetPage {
  const { area } = run.contextOf(page.page);
  return copyfitPage(page, area.y + area.height);
}

/** Ids of the stories on a page, each once. */
export function storiesOn(page: Pick<SetPage, 'rows'> | undefined): string[] {
  const modules = page?.rows.flatMap(({ row }) => row.cells.flatMap(cell => cell.modules)) ?? [];
  return [...new Set(modules.flatMap(({ stories }) => stories.map(({ story }) => story.id)))];
}

function setPage({ page, rows, part }: PageChoice, run: Run): SetPage {
  const context = run.contextOf(page);
  const { area, setter } = context;
  const gap = setter.onGrid(setter.layout.module.gap);
  const bottom = area.y + area.height;
  const set: { row: SetRow; y: number }[] = [];
  let y = area.y;
  for (const choice of rows) {
    const row = setRow(choice, context);
    set.push({ row, y });
    y += row.height + gap;
  }
  if (part !== undefined) {
    // What does not fit the run's last page goes on nowhere, so nothing says that it does.
    const row = setParted(part, page < run.lastPage, context);
    set.push({ row, y });
    y += row.height + gap;
  }
  return { page, opener: undefined, rows: spread(set, bottom - y + gap, context) };
}

function setRow({ cells, height }: RowChoice, context: RowContext): SetRow {
  let start = 0;
  const set = cells.map(cell => {
    start += cell.columns;
    return setCell(cell, start - cell.columns, context);
  });
  return { cells: set, height: height * context.setter.layout.grid };
}

function setCell({ columns, modules, filler }: CellChoice, start: number, context: RowContext): SetCell {
  const { setter } = context;
  const { grid, module } = setter.layout;
  let y = 0;
  const items = modules.map(choice => {
    const item = setModule(choice, start, y, false, context);
    y += choice.height * grid + setter.onGrid(module.gap);
    return item;
  });
  const room = filler === 0 ? undefined : { y, height: filler * grid };
  return { ...edgesOf(columns, start, context), modules: items, filler: room };
}

/** The row of a part: whole stories before it, the part itself in the columns they leave. */
function setParted({ before, module }: PartChoice, goesOn: boolean, context: RowContext): SetRow {
  const { cells } = setRow({ cells: before, height: module.height }, context);
  const start = before.reduce((sum, { columns }) => sum + columns, 0);
  const set = setModule(module, start, 0, goesOn && context.jumps, context);
  const cell = { ...edgesOf(module.columns, start, context), modules: [set], filler: undefined };
  return { cells: [...cells, cell], height: set.layout.height };
}

/** The place of `columns` columns that begin `start` columns from the start of the page. */
function edgesOf(
  columns: number,
  start: number,
  context: RowContext,
): Pick<SetCell, 'x' | 'width' | 'columns'> {
  const grid = pageColumns(context);
  return { x: spanX(grid, start, columns), width: spanWidth(grid, columns), columns };
}

function setModule(
  { copy, columns, sizes, height }: ModuleChoice,
  start: number,
  y: number,
  goesOn: boolean,
  context: RowContext,
): SetModule {
  const content = contentOf(copy, columns, start, sizes, context);
  const layout = layModule(content, height * context.setter.layout.grid, sizes.scale);
  if (layout === undefined) throw new Error(`the module of ${content.story} fits its place no more`);
  return { stories: copy.stories, content, layout, scale: sizes.scale, y, goesOn };
}

/** Shares a little room at the foot out between the rows; more than that would tear the page apart. */
function spread(rows: SetPage['rows'], left: number, { setter }: RowContext): SetPage['rows'] {
  const { layout } = setter;
  const gaps = rows.length - 1;
  if (gaps < 1 || left / gaps > layout.module.gap) return rows;
  const each = Math.floor(left / gaps / layout.grid) * layout.grid;
  return rows.map(({ row, y }, index) => ({ row, y: y + each * index }));
}
