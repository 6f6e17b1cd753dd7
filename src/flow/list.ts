/** Lists: entries beside their numbers or bullets, one under another or over several columns. */

import type { Item } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import type { Span } from '../problem/problem.js';
import { writeNumber } from '../story/digits.js';
import { plainRun } from '../story/inline.js';
import type { Block, ListBlock, ListItem } from '../story/story.js';
import type { BlockContext } from './blocks.js';
import { evenColumns } from './even-columns.js';
import { linePieces } from './line-pieces.js';
import type { Piece } from './piece.js';

/** Room for a digit of a list's number, in sizes; three digits fit the usual hang. */
const DIGIT_WIDTH = 0.6;

/** A list item hangs beside its number or bullet, which stands at the column's start. */
export function listItemPieces(
  { number, text: body }: ListItem,
  index: number,
  previous: Block | undefined,
  context: BlockContext,
): Piece[] {
  const { setter, lang, width, digits, direction } = context;
  const style = setter.style(context.listStyle, lang);
  const label = number === undefined ? '•' : `${writeNumber(number, digits(lang))}.`;
  const hang = style.size * Math.max(number === undefined ? 1 : 1.9, label.length * DIGIT_WIDTH);
  const text = setter.set(body, context.listStyle, lang, width - hang, { direction });
  const marker = setter.set(plainRun(label, body[0]?.span ?? NOWHERE), context.listStyle, lang, hang, {
    align: 'start',
    direction,
  });
  const rtl = direction === 'rtl';
  const first = previous?.kind !== 'list-item';
  const before = first ? style.before : 0;
  return linePieces(text, index, 'list-item', before, context, rtl ? 0 : hang, (line, x, y) =>
    line === 0 ? inPart(setter.drawLine(marker, 0, rtl ? x + width - hang : x, y), 'label') : [],
  );
}

const NOWHERE: Span = { file: '', line: 1, column: 1, length: 1 };

/** Space between the columns of a list. Points. */
const GUTTER = 10;

/** A list over several columns, read down and then across: one piece of whole lines that is never parted. */
export function listPiece({ columns, items }: ListBlock, index: number, context: BlockContext): Piece {
  const { setter, lang, width, leading, direction } = context;
  const columnWidth = (width - GUTTER * (columns - 1)) / columns;
  const inner = { ...context, width: columnWidth };
  const pieces = items.flatMap((item, at) =>
    listItemPieces(item, index, at === 0 ? undefined : items[at - 1], inner).map(piece => ({
      ...piece,
      draw: (x: number, y: number) => inPart(piece.draw(x, y), 'list-item', at),
    })),
  );
  const style = setter.style(context.listStyle, lang);
  const set = { count: columns, columnWidth, gutter: GUTTER, direction };
  const even = evenColumns(pieces, set, style.leading);
  return {
    height: Math.ceil(even.depth / leading - 1e-6) * leading,
    before: style.before,
    floats: false,
    mayEndColumn: true,
    role: 'list',
    block: index,
    draw: (x, y): Item[] => even.draw(x, y),
  };
}
