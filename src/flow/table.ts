/**
 * Tables as pieces: a table block and a column width in, one piece a row out. The header is tied to three rows, and stands again
 * over the rows that begin another column or page.
 */

import type { Item } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import type { RichText, TableBlock } from '../story/story.js';
import type { BlockContext } from './blocks.js';
import { type NumberColumn, numberColumn } from './number-column.js';
import type { Piece } from './piece.js';
import { scaledPiece } from './scaled.js';
import type { SetText } from './setter.js';
import { columnGap, columnWidths, leastWidth, type Wanted } from './table-widths.js';

/** A table's columns, ready for its rows. */
interface Columns {
  readonly block: TableBlock;
  readonly widths: readonly number[];
  /** Points between two columns. */
  readonly gap: number;
  /** Of columns at the end of whose cells the editor wants numbers. */
  readonly numbers: readonly (NumberColumn | undefined)[];
  readonly index: number;
  readonly context: BlockContext;
}

/**
 * Rows share column widths; the whole is a number of body lines high. A table whose longest words are wider than the column is
 * set on a wider measure and drawn smaller, as far as the layout allows.
 */
export function tablePieces(block: TableBlock, index: number, context: BlockContext): Piece[] {
  const { setter, lang, direction, width, leading } = context;
  const { gap, smallest } = setter.layout.table;
  const numbers = block.align.map((align, column) =>
    align === 'end' ? numberColumn(cellsOf(block, column), 'table', lang, direction, setter) : undefined,
  );
  const wanted = numbers.map((column, at) => wantedWidth(block, at, column, context));
  const scale = Math.max(smallest, Math.min(1, width / leastWidth(wanted, gap)));
  const measure = width / scale;
  const clear = columnGap(wanted, measure, gap, setter.style('table', lang).size * CLEAR_GAP);
  const widths = columnWidths(wanted, measure, clear);
  const rows = rowPieces({
    block,
    widths,
    gap: clear,
    numbers,
    index,
    context: { ...context, width: measure },
  });
  const pieces = scale === 1 ? rows : rows.map(row => scaledPiece(row, scale, 0, setter));
  const last = pieces.length - 1;
  const total = pieces.reduce((sum, piece) => sum + piece.height, 0);
  const whole = block.rows.length <= WHOLE_ROWS && total <= WHOLE_LINES * leading;
  const fill = (leading - (total % leading)) % leading;
  return pieces.map((piece, at) => ({
    ...piece,
    height: at === last ? piece.height + fill : piece.height,
    mayEndColumn: at === last || (!whole && at >= LEAST_ROWS && at <= last - LEAST_ROWS),
  }));
}

/** Sizes of type between columns that leave room for it. */
const CLEAR_GAP = 1.5;
/** Tables of so many rows stay whole unless they are higher than so many body lines; others have so many rows in each column. */
const WHOLE_ROWS = 6;
const WHOLE_LINES = 16;
const LEAST_ROWS = 3;

/** The header and the rows, each of which has the header over it where it begins a column. */
function rowPieces(columns: Columns): Piece[] {
  const { block, context } = columns;
  const header = { ...rowPiece(block.header, undefined, columns), before: context.leading };
  return [header, ...block.rows.map((row, at) => ({ ...rowPiece(row, at, columns), over: header }))];
}

function cellsOf({ rows }: TableBlock, column: number): RichText[] {
  return rows.map(row => row[column] ?? []);
}

function wantedWidth(
  block: TableBlock,
  column: number,
  numbers: NumberColumn | undefined,
  context: BlockContext,
): Wanted {
  const header = textWidths(block.header[column]!, 'table-head', context);
  const cells =
    numbers === undefined
      ? cellsOf(block, column).map(cell => textWidths(cell, 'table', context))
      : [{ natural: numbers.whole + numbers.rest, least: numbers.whole + numbers.rest }];
  const all = [header, ...cells];
  return {
    natural: Math.max(...all.map(({ natural }) => natural)),
    least: Math.max(...all.map(({ least }) => least)),
  };
}

/** A measure that no cell fills. */
const UNBROKEN = 10_000;

/** Width of a cell on one line, and of its longest word. */
function textWidths(cell: RichText, style: string, { setter, lang, direction }: BlockContext): Wanted {
  if (cell.length === 0) return { natural: 0, least: 0 };
  const { shaped } = setter.set(cell, style, lang, UNBROKEN, { direction });
  const sum = (from: number, to: number): number => {
    let width = 0;
    for (let at = from; at < to; at++) width += shaped.isSpace[at] ? 0 : shaped.advances[at]!;
    return width;
  };
  const natural = shaped.advances.reduce((total, advance) => total + advance, 0);
  const ends = [0, ...shaped.breaks.filter(({ kind }) => kind !== 'hyphen').map(({ cluster }) => cluster)];
  const least = Math.max(...ends.slice(1).map((end, at) => sum(ends[at]!, end)));
  return { natural: natural + 0.5, least: least + 0.5 };
}

/** Items of a cell whose column has its left side at x and whose text begins at y; `height` is that of the row's text. */
type DrawCell = (x: number, y: number, height: number) => Item[];

/** The header, or a row by its number. */
function rowPiece(cells: readonly RichText[], row: number | undefined, columns: Columns): Piece {
  const { widths, gap, index, context } = columns;
  const { setter, width, direction } = context;
  const { padding, rule, ruleInk, headRule } = setter.layout.table;
  const drawn = widths.map((_, column) => cellOf(cells[column] ?? [], row, column, columns));
  const tallest = Math.max(0, ...drawn.map(cell => cell.height));
  const height = setter.onGrid(tallest + padding);
  const thick = row === undefined ? headRule : rule;
  const { module, inks } = setter.layout;
  const last = row === undefined || row === columns.block.rows.length - 1;
  const ink = inks.get(last ? module.ruleInk : (ruleInk ?? module.ruleInk))!;
  return {
    height,
    before: 0,
    floats: false,
    mayEndColumn: true,
    role: 'table',
    block: index,
    draw: (x, y) => {
      const items: Item[] = [];
      let offset = 0;
      for (const [column, cell] of drawn.entries()) {
        const left = direction === 'rtl' ? x + width - offset - widths[column]! : x + offset;
        const text = inPart(cell.draw(left, y, tallest), row === undefined ? 'header-cell' : 'cell', column);
        items.push(...inPart(text, 'row', row === undefined ? 0 : row + 1));
        offset += widths[column]! + gap;
      }
      const foot = y + height - 1;
      if (thick > 0)
        items.push({ kind: 'rule', x1: x, y1: foot, x2: x + width, y2: foot, width: thick, ink });
      return items;
    },
  };
}

function cellOf(
  cell: RichText,
  row: number | undefined,
  column: number,
  { block, widths, numbers: all, context }: Columns,
): { height: number; draw: DrawCell } {
  const { setter, lang, direction } = context;
  const cellWidth = widths[column]!;
  const numbers = all[column];
  const number = row === undefined ? undefined : numbers?.cells[row];
  if (numbers !== undefined && number !== undefined && numbers.whole + numbers.rest <= cellWidth + 0.01) {
    const { text, sign } = number;
    // Numbers stand at the column's end, their signs one under another.
    const start = direction === 'rtl' ? 0 : cellWidth - numbers.whole - numbers.rest;
    return { height: text.height, draw: (x, y) => setter.draw(text, x + start + numbers.whole - sign, y) };
  }
  if (cell.length === 0) return { height: 0, draw: () => [] };
  const style = row === undefined ? 'table-head' : 'table';
  const align = block.align[column] ?? 'start';
  const text: SetText = setter.set(cell, style, lang, cellWidth, { align, direction });
  // The last lines of the header's cells are level.
  const drop = (height: number): number => (row === undefined ? height - text.height : 0);
  return { height: text.height, draw: (x, y, height) => setter.draw(text, x, y + drop(height)) };
}
