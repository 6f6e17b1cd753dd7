/** A page's choice in, its modules with every line and picture in place out. */

import { spanWidth, spanX } from '../flow/columns.js';
import { layModule, type ModuleContent, type ModuleLayout } from '../flow/module.js';
import type { PreparedStory } from '../flow/prepare.js';
import type { PlacedOpener } from './opener.js';
import type { CellChoice, ModuleChoice, PageChoice, PartChoice, RowChoice } from './search/choice.js';
import { contentOf, pageColumns, type RowContext } from './search/content.js';

/** A module as it stands; `y` from the top of its row in points. */
export interface SetModule {
  readonly stories: readonly PreparedStory[];
  readonly content: ModuleContent;
  readonly layout: ModuleLayout;
  /** Height of its photographs over that of their own shape. */
  readonly scale: number;
  readonly y: number;
  /** The page on which the story goes on, if a line is to say so. */
  readonly goesOn: number | undefined;
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

/** Ids of the stories on a page, each once. */
export function storiesOn(page: Pick<SetPage, 'rows'> | undefined): string[] {
  const modules = page?.rows.flatMap(({ row }) => row.cells.flatMap(cell => cell.modules)) ?? [];
  return [...new Set(modules.flatMap(({ stories }) => stories.map(({ story }) => story.id)))];
}

/** The section that most of a page's room belongs to; of equals the one that comes first. */
export function sectionOn(page: Pick<SetPage, 'rows'> | undefined): string | undefined {
  const rooms = new Map<string, number>();
  for (const { row } of page?.rows ?? []) {
    for (const { modules, width } of row.cells) {
      for (const { stories, layout } of modules) {
        const section = stories[0]!.story.section;
        if (section !== undefined) rooms.set(section, (rooms.get(section) ?? 0) + width * layout.height);
      }
    }
  }
  return [...rooms].reduce<[string | undefined, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [undefined, 0],
  )[0];
}

/** `next` is the page after this one in its run. On the last, what finds no room goes on nowhere, so nothing says that it does. */
export function setPage(
  { page, rows, part }: PageChoice,
  context: RowContext,
  next: number | undefined,
): SetPage {
  const { area, setter } = context;
  const gap = setter.onGrid(setter.layout.module.gap);
  const bottom = area.y + area.height;
  const set = rows.map(choice => setRow(choice, context));
  if (part !== undefined) set.push(setParted(part, next, context));
  let y = area.y;
  const placed = (context.jumps && endsStory(rows[0]) ? endLast(set) : set).map(row => {
    y += row.height + gap;
    return { row, y: y - row.height - gap };
  });
  return { page, opener: undefined, rows: spread(placed, bottom - y + gap, context) };
}

/** True for a row that holds nothing but the end of a story which began on an earlier page. */
function endsStory(row: RowChoice | undefined): boolean {
  const [cell, ...others] = row?.cells ?? [];
  const [module] = cell?.modules ?? [];
  return others.length === 0 && cell?.modules.length === 1 && module?.copy.from.rest !== undefined;
}

/**
 * The rows of a page that begins with the end of a story: under the others if one of them is higher, since the page is known by the headline
 * at its head, but over fillers. Where an editor asks for the head or foot of the page, rows stay as they are.
 */
function endLast([end, ...others]: readonly SetRow[]): readonly SetRow[] {
  const hasText = ({ cells }: SetRow): boolean => cells.some(({ modules }) => modules.length > 0);
  const isHigher = others.some(row => hasText(row) && row.height > end!.height);
  const modules = others.flatMap(({ cells }) => cells.flatMap(cell => cell.modules));
  const isPinned = modules.some(({ stories }) => stories.some(({ story }) => story.pin?.place !== undefined));
  return !isHigher || isPinned
    ? [end!, ...others]
    : others.toSpliced(others.findLastIndex(hasText) + 1, 0, end!);
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
    const item = setModule(choice, start, y, undefined, context);
    y += choice.height * grid + setter.onGrid(module.gap);
    return item;
  });
  const room = filler === 0 ? undefined : { y, height: filler * grid };
  return { ...edgesOf(columns, start, context), modules: items, filler: room };
}

/** The row of a part: whole stories before it, the part itself in the columns they leave. */
function setParted({ before, module }: PartChoice, next: number | undefined, context: RowContext): SetRow {
  const { cells } = setRow({ cells: before, height: module.height }, context);
  const start = before.reduce((sum, { columns }) => sum + columns, 0);
  const set = setModule(module, start, 0, context.jumps ? next : undefined, context);
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
  goesOn: number | undefined,
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
