/** Tables as pieces: a table block and a column width in, one piece a row out, the header tied to the first row. */

import type { Item } from '../frame/frame.js';
import type { RichText, TableBlock } from '../story/story.js';
import type { BlockContext } from './blocks.js';
import type { Piece } from './piece.js';
import type { SetText } from './setter.js';

/** Space between two cells, and above and below a row's text. Points. */
const CELL_GAP = 8;
const ROW_PADDING = 3;

/** Rows share column widths: each column as wide as its longest cell wants, what is too much taken from the widest. */
export function tablePieces(block: TableBlock, index: number, context: BlockContext): Piece[] {
  const widths = columnWidths(block, context);
  const header = rowPiece(block.header, 'table-head', block, widths, index, context);
  const rows = block.rows.map(row => rowPiece(row, 'table', block, widths, index, context));
  const pieces = [header, ...rows];
  const last = pieces.length - 1;
  const total = pieces.reduce((sum, piece) => sum + piece.height, 0);
  const before = context.leading;
  const fill = (context.leading - ((total + before) % context.leading)) % context.leading;
  return pieces.map((piece, at) => ({
    ...piece,
    before: at === 0 ? before : 0,
    height: at === last ? piece.height + fill : piece.height,
    // The header stays with two rows, and the last row is not left alone.
    mayEndColumn: at === last || (at >= 2 && at < last - 1),
  }));
}

function columnWidths(block: TableBlock, context: BlockContext): number[] {
  const natural = block.header.map((_, column) => {
    const cells = [block.header[column]!, ...block.rows.map(row => row[column] ?? [])];
    return Math.max(
      ...cells.map((cell, at) => naturalWidth(cell, at === 0 ? 'table-head' : 'table', context)),
    );
  });
  const room = context.width - CELL_GAP * (natural.length - 1);
  const sum = natural.reduce((total, width) => total + width, 0);
  if (sum <= room) {
    // The first column takes what is left, so that figures stand at the table's end.
    return natural.map((width, column) => (column === 0 ? width + room - sum : width));
  }
  const fair = room / natural.length;
  const over = natural.reduce((total, width) => total + Math.max(0, width - fair), 0);
  return natural.map(width => (width > fair ? width - ((width - fair) / over) * (sum - room) : width));
}

function naturalWidth(cell: RichText, style: string, context: BlockContext): number {
  if (cell.length === 0) return 0;
  const { shaped } = context.setter.set(cell, style, context.lang, 10_000, { direction: context.direction });
  return shaped.advances.reduce((sum, advance) => sum + advance, 0) + 0.5;
}

function rowPiece(
  cells: readonly RichText[],
  style: string,
  block: TableBlock,
  widths: readonly number[],
  index: number,
  context: BlockContext,
): Piece {
  const { setter, lang, width } = context;
  const texts = widths.map((cellWidth, column): SetText | undefined => {
    const cell = cells[column];
    if (cell === undefined || cell.length === 0) return undefined;
    const align = block.align[column] ?? 'start';
    return setter.set(cell, style, lang, cellWidth, { align, direction: context.direction });
  });
  const tallest = Math.max(0, ...texts.map(text => text?.height ?? 0));
  const height = setter.onGrid(tallest + ROW_PADDING);
  const ink = setter.layout.inks.get(setter.layout.module.ruleInk)!;
  const rule = style === 'table-head' ? 1 : 0.4;
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
      for (const [column, text] of texts.entries()) {
        const cellWidth = widths[column]!;
        const left = context.direction === 'rtl' ? x + width - offset - cellWidth : x + offset;
        if (text !== undefined) items.push(...setter.draw(text, left, y));
        offset += cellWidth + CELL_GAP;
      }
      const foot = y + height - 1;
      items.push({ kind: 'rule', x1: x, y1: foot, x2: x + width, y2: foot, width: rule, ink });
      return items;
    },
  };
}
