/** Turns a story's blocks into pieces for columns of one width: the driver of the block kinds. */

import type { DigitSet } from '../story/digits.js';
import { plainRun } from '../story/inline.js';
import type { Block, ContentsBlock, ListItem, RichText, Story } from '../story/story.js';
import type { Alignment } from '../text/lines.js';
import type { Direction } from '../text/paragraph.js';
import { contentsPieces } from './contents.js';
import { type InitialText, setInitial } from './initial.js';
import { linePieces } from './line-pieces.js';
import { listItemPieces, listPiece } from './list.js';
import { type Opening, withFirstWords } from './opening.js';
import { contextOf, partedFrom } from './passage.js';
import type { Piece } from './piece.js';
import type { SetText, TextSetter } from './setter.js';
import { tablePieces } from './table.js';
import { tieHeads } from './tied.js';

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
  /** The style of subheads, if it is not `subhead`. */
  readonly headStyle?: string;
  /** Subheads begin small items, such as letters. */
  readonly items?: boolean;
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
  const lastText = blocks.findLastIndex(({ kind }) => ['paragraph', 'list-item', 'list'].includes(kind));
  for (const [index, block] of blocks.entries()) {
    const previous = blocks.slice(0, index).findLast(item => item.kind !== 'sidebar');
    const whole = index === lastText && endMark !== undefined ? withEndMark(block, endMark) : block;
    const opens = previous === undefined && block.kind === 'paragraph' && block.passage === undefined;
    const own =
      opens && opening !== undefined && 'text' in whole
        ? openingPieces(whole.text, index, opening, context)
        : piecesOf(whole, index, previous, contextOf(block, context));
    pieces.push(...inStepAfter(previous, partedFrom(previous, block, own, context), context));
  }
  return tieHeads(pieces, blocks);
}

const OUT_OF_STEP: readonly Block['kind'][] = ['table', 'contents'];

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
  if (first === undefined || !OUT_OF_STEP.some(kind => kind === previous?.kind)) return pieces;
  const before = Math.max(first.before, setter.onGrid(leading / 2));
  return [{ ...first, before, step: first.step ?? leading }, ...rest];
}

/** The block with the mark behind its last word. */
function withEndMark(block: Block, mark: string): Block {
  if (block.kind === 'list')
    return { ...block, items: block.items.with(-1, withEndMark(block.items.at(-1)!, mark) as ListItem) };
  const last = 'text' in block ? block.text.at(-1) : undefined;
  if (last === undefined || !('text' in block)) return block;
  const sign = plainRun(mark, last.span).map(run => ({ ...run, ornament: true as const }));
  return { ...block, text: [...block.text, ...plainRun('\u00a0', last.span), ...sign] };
}

function piecesOf(block: Block, index: number, previous: Block | undefined, context: BlockContext): Piece[] {
  switch (block.kind) {
    case 'paragraph': {
      const follows = previous?.kind === 'paragraph' && previous.passage === block.passage;
      return paragraphPieces(block.text, index, follows, context);
    }
    case 'subhead':
      return subheadPieces(block.text, index, previous, context);
    case 'list-item':
      return listItemPieces(block, index, previous, context);
    case 'list':
      return [listPiece(block, index, context)];
    case 'slogan':
    case 'pull':
      return [quotePiece(block.text, block.kind, index, context)];
    case 'source':
    case 'signature': {
      const text = setText(block.text, block.kind, context);
      const role = block.kind === 'source' ? 'source' : 'byline';
      return linePieces(text, index, role, text.style.before, context);
    }
    case 'table':
      return tablePieces(block, index, context);
    case 'contents':
      return contentsPieces(context.listed(block, context.lang), context.width, index, context.setter);
    case 'sidebar':
      return [];
  }
}

/** A subhead stays with what follows; in a story of items it begins one, with a rule over it where it follows another. */
function subheadPieces(
  body: RichText,
  index: number,
  previous: Block | undefined,
  context: BlockContext,
): Piece[] {
  const { items, headStyle = 'subhead' } = context;
  const text = setText(body, headStyle, context);
  const before = items === true ? 0 : text.style.before;
  const lines = linePieces(text, index, 'subhead', before, context).map(piece => ({
    ...piece,
    mayEndColumn: false,
  }));
  return items === true && previous !== undefined ? [itemRule(index, context), ...lines] : lines;
}

/** A thin rule between two items, a body line high. */
function itemRule(index: number, { setter, width, leading }: BlockContext): Piece {
  const { inks, module, table } = setter.layout;
  const ink = inks.get(module.ruleInk)!;
  return {
    height: leading,
    before: 0,
    between: true,
    floats: false,
    mayEndColumn: false,
    role: 'furniture',
    block: RULE_BLOCK - index,
    draw: (x, y) => {
      const middle = y + leading * 0.6;
      return [{ kind: 'rule', x1: x, y1: middle, x2: x + width, y2: middle, width: table.rule, ink }];
    },
  };
}

/** Rules between items are blocks of their own; those of the text count from 0. */
const RULE_BLOCK = -100;

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
  return linePieces(initial.text, index, 'paragraph', 0, context).map(({ inLines, ...piece }, line) => ({
    ...piece,
    mayEndColumn: piece.mayEndColumn && line >= initial.beside - 1,
    draw: (x, y) => initial.drawLine(line, x, y),
  }));
}

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
