/** The last touch to a page: rows as the search chose them in, the same with white in and under their columns filled out. */

import { copyfitModule } from '../flow/copyfit.js';
import { type FeetMeasure, layModule, measureFeet } from '../flow/module.js';
import type { Area } from './geometry.js';
import type { SetCell, SetModule, SetPage, SetRow } from './set-page.js';

/** A row that has room under it, and what it would be with that room. */
interface Lowered {
  readonly at: number;
  readonly row: SetRow;
  /** Points that then stay free under its columns beyond what did before. */
  readonly free: number;
}

/**
 * Modules that end over their row's foot reach down to it, and paragraphs gain lines where that fills columns. Room down to
 * the page's `bottom` that is too much for the space between rows goes to the row that makes most of it. Points.
 */
export function copyfitPage(page: SetPage, bottom: number): SetPage {
  const rows = page.rows.map(({ row, y }) => ({ row: fitRow(row, row.height), y }));
  const last = page.rows.at(-1);
  const left = last === undefined ? 0 : bottom - last.y - last.row.height;
  const best = page.rows
    .map(({ row }, at): Lowered => {
      const lowered = fitRow({ ...row, height: row.height + left }, row.height + left);
      return { at, row: lowered, free: roomUnder(lowered, FREE) - roomUnder(rows[at]!.row, FREE) };
    })
    .reduce<Lowered | undefined>((a, b) => (a === undefined || b.free < a.free ? b : a), undefined);
  const width = last?.row.cells.reduce((sum, { columns }) => sum + columns, 0) ?? 0;
  if (best === undefined || best.free > left * width * MOST_LEFT) return { ...page, rows };
  return {
    ...page,
    rows: rows.map(({ row, y }, at) => ({
      row: at === best.at ? best.row : row,
      y: at > best.at ? y + left : y,
    })),
  };
}

/** A row that leaves more than this share of the room free is better left as it was. */
const MOST_LEFT = 0.6;

/** The row with its modules down to `height` from its top. */
function fitRow(row: SetRow, height: number): SetRow {
  return { ...row, cells: row.cells.map(cell => fitCell(cell, height)) };
}

function fitCell(cell: SetCell, height: number): SetCell {
  if (cell.filler !== undefined) return { ...cell, modules: cell.modules.map(fitModule) };
  const last = cell.modules.length - 1;
  const modules = cell.modules.map((module, index) =>
    fitModule(index === last ? hung(lowered(module, height), height) : module),
  );
  return { ...cell, modules };
}

/** The module down to its row's foot, as far as whole lines reach. */
function lowered(module: SetModule, foot: number): SetModule {
  const { content, layout, scale, y } = module;
  const lines = Math.floor((foot - y - layout.height) / content.leading + 1e-6);
  if (lines < 1 || layout.rest.length > 0) return module;
  const laid = layModule(content, layout.height + lines * content.leading, scale);
  return laid === undefined ? module : { ...module, layout: laid };
}

/** The module with what its columns lack of a line under its head, so that its text ends on its row's foot. */
function hung(module: SetModule, foot: number): SetModule {
  const { content, layout, scale, y } = module;
  const { head, under, columns, leading } = content;
  const height = foot - y;
  if (head === undefined || under < columns.count || height - layout.height >= leading) return module;
  const missing = (height - head.height + 0.01) % leading;
  if (missing < 0.1) return module;
  const lower = { ...content, head: { ...head, height: head.height + missing - 0.01 } };
  const laid = layModule(lower, height, scale);
  const same = laid?.rest.length === layout.rest.length;
  return laid === undefined || !same ? module : { ...module, content: lower, layout: laid };
}

function fitModule(module: SetModule): SetModule {
  return { ...module, ...copyfitModule(module.content, module.layout, module.scale) };
}

/** What is free under a row's columns and cells, in points of one column: of its modules what `of` says, in lines. */
function roomUnder({ cells, height }: SetRow, of: (feet: FeetMeasure) => number): number {
  return cells.reduce((sum, { modules, columns, filler }) => {
    const own = modules.map(({ content, layout }) => of(measureFeet(content, layout)) * content.leading);
    const last = modules.at(-1);
    const under =
      last === undefined || filler !== undefined ? 0 : (height - last.y - last.layout.height) * columns;
    return own.reduce((all, free) => all + free, sum + under);
  }, 0);
}

const FREE = ({ free }: FeetMeasure): number => free;
const WHITE = ({ white }: FeetMeasure): number => white;

/** Share of a page's area that stays blank in its columns and under its rows; space added between things counts. */
export function blankShare({ rows }: SetPage, area: Area): number {
  const last = rows.at(-1);
  if (last === undefined) return 1;
  const columns = last.row.cells.reduce((sum, cell) => sum + cell.columns, 0);
  const foot = area.y + area.height - last.y - last.row.height;
  const free = rows.reduce((sum, { row }) => sum + roomUnder(row, WHITE), foot * columns);
  return free / (area.height * columns);
}
