/** Turns a story's blocks into pieces for columns of one width: the driver of the block kinds. */

import type { Role } from '../frame/frame.js';
import type { Span } from '../problem/problem.js';
import type { DigitSet } from '../story/digits.js';
import { writeNumber } from '../story/digits.js';
import { plainRun } from '../story/inline.js';
import type { Block, ContentsBlock, RichText, Story } from '../story/story.js';
import type { Alignment } from '../text/lines.js';
import type { Direction } from '../text/paragraph.js';
import { contentsPieces } from './contents.js';
import { type InitialText, setInitial } from './initial.js';
import { type Opening, withFirstWords } from './opening.js';
import { contextOf, partedFrom } from './passage.js';
import type { Piece } from './piece.js';
import type { SetText, TextSetter } from './setter.js';
import { tablePieces } from './table.js';

/** What the blocks of one story share. */
export interface BlockContext {
  readonly setter: TextSetter;
  readonly lang: string;
  readonly direction: Direction;
  readonly digits: (lang: string) => DigitSet;
  /** The stories of a list of contents in this language. */
  readonly listed: (block: ContentsBlock, lang: string) => readonly Story[];
  /** Column width in points. */
  readonly width: number;
  /** Leading of the story's body: heights of special blocks are rounded to it, so that columns stay in step. */
  readonly leading: number;
  /** Styles for body text and lists: `body` and `list`, or `sidebar` for both. */
  readonly bodyStyle: string;
  readonly listStyle: string;
  /** How the lines of a passage stand, if not as their style has it. */
  readonly align?: Alignment | undefined;
}

/**
 * Pieces of a story's blocks in order; sidebars are left out, since they stand beside the text. An opening is for the
 * paragraph that the blocks begin with, if they do.
 */
export function blockPieces(
  blocks: readonly Block[],
  context: BlockContext,
  endMark: string | undefined,
  opening?: Opening,
): Piece[] {
  const pieces: Piece[] = [];
  const lastText = blocks.findLastIndex(block => block.kind === 'paragraph' || block.kind === 'list-item');
  for (const [index, block] of blocks.entries()) {
    const previous = blocks.slice(0, index).findLast(item => item.kind !== 'sidebar');
    const marked = index === lastText && endMark !== undefined && 'text' in block;
    const whole = marked ? { ...block, text: withEndMark(block.text, endMark) } : block;
    const opens = previous === undefined && block.kind === 'paragraph' && block.passage === undefined;
    const own =
      opens && opening !== undefined && 'text' in whole
        ? openingPieces(whole.text, index, opening, context)
        : piecesOf(whole as Block, index, previous, contextOf(block, context));
    pieces.push(...inStepAfter(previous, partedFrom(previous, block, own, context), context));
  }
  return pieces.map((piece, at) =>
    isFirstUnderSubhead(pieces, at) ? { ...piece, mayEndColumn: false } : piece,
  );
}

/**
 * What follows a table or a list of contents, whose lines are no body lines, begins in step with the columns beside it and
 * half a line or more below.
 */
function inStepAfter(
  previous: Block | undefined,
  pieces: readonly Piece[],
  { leading, setter }: BlockContext,
): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined || (previous?.kind !== 'table' && previous?.kind !== 'contents')) return pieces;
  const before = Math.max(first.before, setter.onGrid(leading / 2));
  return [{ ...first, before, step: first.step ?? leading }, ...rest];
}

/** True for the line right under a subhead where more text follows: a subhead has two lines under it. */
function isFirstUnderSubhead(pieces: readonly Piece[], at: number): boolean {
  const { role } = pieces[at]!;
  return (
    role !== 'subhead' && role !== 'quote' && pieces[at - 1]?.role === 'subhead' && at < pieces.length - 1
  );
}

function withEndMark(text: RichText, mark: string): RichText {
  const last = text.at(-1);
  if (last === undefined) return text;
  return [...text, ...plainRun(`\u00a0${mark}`, last.span)];
}

function piecesOf(block: Block, index: number, previous: Block | undefined, context: BlockContext): Piece[] {
  switch (block.kind) {
    case 'paragraph': {
      const follows = previous?.kind === 'paragraph' && previous.passage === block.passage;
      return paragraphPieces(block.text, index, follows, context);
    }
    case 'subhead': {
      const text = setText(block.text, 'subhead', context);
      return linePieces(text, index, 'subhead', text.style.before, context).map(piece => ({
        ...piece,
        mayEndColumn: false,
      }));
    }
    case 'list-item':
      return listItemPieces(block.number, block.text, index, previous, context);
    case 'slogan':
    case 'pull':
      return [quotePiece(block.text, block.kind, index, context)];
    case 'source': {
      const text = setText(block.text, 'source', context);
      return linePieces(text, index, 'source', text.style.before, context);
    }
    case 'table':
      return tablePieces(block, index, context);
    case 'contents':
      return contentsPieces(context.listed(block, context.lang), context.width, index, context.setter);
    case 'sidebar':
      return [];
  }
}

/** A text across the whole column. */
function setText(text: RichText, style: string, context: BlockContext, indent = false): SetText {
  const { setter, lang, width, direction, align } = context;
  return setter.set(text, style, lang, width, {
    indent,
    direction,
    ...(align === undefined ? {} : { align }),
  });
}

/** A paragraph that follows another is set in; verses, whose lines stand as they were written, have an empty line between them. */
function paragraphPieces(body: RichText, index: number, follows: boolean, context: BlockContext): Piece[] {
  const verse = context.align !== undefined && context.align !== 'justify';
  const text = setText(body, context.bodyStyle, context, follows && !verse);
  const before = follows && verse ? text.style.leading : 0;
  return linePieces(text, index, 'paragraph', before, context);
}

/** The first paragraph: with an initial, beside which no column ends, or else with its first words in bold. */
function openingPieces(body: RichText, index: number, opening: Opening, context: BlockContext): Piece[] {
  const { setter, lang, width, bodyStyle } = context;
  const { initial, words } = opening;
  const set = initial && setInitial(body, bodyStyle, lang, width, initial, setter);
  if (set === undefined) return paragraphPieces(withFirstWords(body, words), index, false, context);
  return initialPieces(set, index, context);
}

function initialPieces(initial: InitialText, index: number, context: BlockContext): Piece[] {
  return linePieces(initial.text, index, 'paragraph', 0, context).map((piece, line) => ({
    ...piece,
    mayEndColumn: piece.mayEndColumn && line >= initial.beside - 1,
    draw: (x, y) => initial.drawLine(line, x, y),
  }));
}

/** One piece a line. A paragraph's first and last line are not parted from their neighbours (no widows, no orphans). */
export function linePieces(
  text: SetText,
  block: number,
  role: Role,
  before: number,
  context: BlockContext,
  x = 0,
  decorate: (index: number, x: number, y: number) => ReturnType<Piece['draw']> = () => [],
): Piece[] {
  const last = text.lines.length - 1;
  return text.lines.map((_, index) => ({
    height: text.style.leading,
    before: index === 0 ? before : 0,
    floats: false,
    mayEndColumn: index === last || (index >= 1 && index < last - 1),
    role,
    block,
    draw: (left, top) => [
      ...decorate(index, left, top),
      ...context.setter.drawLine(text, index, left + x, top),
    ],
  }));
}

/** Room for a digit of a list's number, in sizes; three digits fit the usual hang. */
const DIGIT_WIDTH = 0.6;

/** A list item hangs beside its number or bullet, which stands at the column's start. */
function listItemPieces(
  number: number | undefined,
  body: RichText,
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
    line === 0 ? setter.drawLine(marker, 0, rtl ? x + width - hang : x, y) : [],
  );
}

const NOWHERE: Span = { file: '', line: 1, column: 1, length: 1 };

/** A slogan or pull quote: larger lines between two rules, one piece that is never parted. */
function quotePiece(body: RichText, kind: 'slogan' | 'pull', index: number, context: BlockContext): Piece {
  const { setter, width, leading } = context;
  const text = setText(body, kind, context);
  const ink = setter.layout.inks.get(setter.layout.module.ruleInk)!;
  const height = Math.ceil((text.height + text.style.before + text.style.after) / leading) * leading;
  const spare = height - text.height;
  return {
    height,
    before: 0,
    floats: true,
    mayEndColumn: true,
    role: 'quote',
    block: index,
    draw: (x, y) => {
      const top = y + leading * 0.5;
      const foot = y + height - leading * 0.35;
      const thick = kind === 'slogan' ? 3 : 1;
      return [
        { kind: 'rule', x1: x, y1: top, x2: x + width, y2: top, width: thick, ink },
        ...setter.draw(text, x, y + spare / 2),
        { kind: 'rule', x1: x, y1: foot, x2: x + width, y2: foot, width: 0.5, ink },
      ];
    },
  };
}
