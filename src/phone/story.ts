/** A story for the one column of a phone's page: its head, text, pictures and boxes in; pieces in the order of reading out. */

import { HEAD_BLOCK, setHead } from '../flow/head.js';
import { linePieces } from '../flow/line-pieces.js';
import { heightOf, type Piece } from '../flow/piece.js';
import { blockContextOf, type PrepareContext, prepareStory, withDateline } from '../flow/prepare.js';
import type { StyleName } from '../manifest/layout.js';
import type { RichText, Story } from '../story/story.js';
import { figurePiece } from './figure.js';
import { boxPieces } from './sidebar.js';

export interface ColumnContext extends PrepareContext {
  /** By how much pictures and boxes stand out of the column on both sides. Points. */
  readonly reach: number;
  /** Height of a page's column. Points. */
  readonly tallest: number;
}

/** Stories of fewer words have a small headline. */
const BRIEF = 170;

/** All of a story. The first picture stands under the head, the others spread over the text, boxes where they are written. */
export function storyPieces(story: Story, context: ColumnContext): Piece[] {
  const { body: inColumns, words } = prepareStory(story, context);
  const body = inColumns.map(alone);
  const head = headPieces(story, words, context);
  const figures = figureMakers(story, context);
  const stands = new Map<number, Piece[]>();
  const stand = (at: number, pieces: readonly Piece[]): void => {
    stands.set(at, [...(stands.get(at) ?? []), ...pieces]);
  };
  const [opener, ...others] = figures;
  const opening = opener && openingFigure(opener, head, body, context);
  const total = heightOf(body);
  for (const [index, make] of (opener !== undefined && opening === undefined ? figures : others).entries()) {
    const share = opening === undefined ? index / figures.length : (index + 1) / figures.length;
    const from = body.findIndex((_, at) => heightOf(body.slice(0, at)) >= Math.max(1, total * share));
    stand(gapFrom(body, from), [make()]);
  }
  const blocks = blockContextOf(story, context);
  for (const [block, sidebar] of withDateline(story).entries()) {
    if (sidebar.kind !== 'sidebar') continue;
    const from = body.findIndex(piece => piece.block > block);
    stand(gapFrom(body, from), boxPieces(sidebar, blocks, { ...context, story: story.id, block }));
  }
  const text = body.flatMap((piece, at) => [...(stands.get(at) ?? []), piece]);
  return [...head, ...(opening ?? []), ...text, ...(stands.get(body.length) ?? [])];
}

/** A piece of a column without others beside it: it keeps step with none. No page ends inside a word. */
function alone({ step: _, ...piece }: Piece): Piece {
  return piece.divided === true ? { ...piece, mayEndColumn: false } : piece;
}

/** The first gap between blocks from `from` on where what stands apart may do so: its index, or the end. */
function gapFrom(body: readonly Piece[], from: number): number {
  if (from < 0) return body.length;
  const isGap = (piece: Piece, at: number): boolean => {
    const last = body[at - 1];
    if (at < from || piece.between === true) return false;
    return last === undefined || (last.block !== piece.block && last.mayEndColumn);
  };
  const gap = body.findIndex(isGap);
  return gap < 0 ? body.length : gap;
}

/** Kicker and headline as one piece; deck and byline in lines. No page ends inside or under them. */
function headPieces(story: Story, words: number, { setter }: ColumnContext): Piece[] {
  const { columnWidth } = setter.layout;
  const brief = story.weight === 'brief' || (story.weight === undefined && words < BRIEF);
  const { height, draw } = setHead(story, brief ? 'brief' : 'normal', columnWidth, false, setter);
  const head: Piece = {
    height,
    before: 0,
    floats: false,
    mayEndColumn: false,
    whole: true,
    role: 'headline',
    block: HEAD_BLOCK,
    draw: (x, y) => draw(x, y, height),
  };
  let after = 0;
  const lines = (text: RichText | undefined, style: StyleName & ('deck' | 'byline'), at: number): Piece[] => {
    if (text === undefined) return [];
    const set = setter.set(text, style, story.lang, columnWidth);
    const pieces = linePieces(set, HEAD_BLOCK + at, style, Math.max(after, set.style.before), { setter });
    after = set.style.after;
    return pieces.map(piece => ({ ...piece, mayEndColumn: false }));
  };
  const rest = [...lines(story.deck, 'deck', 2), ...lines(story.byline, 'byline', 3)];
  const last = rest.at(-1) ?? head;
  const space = setter.onGrid(after + setter.style('body', story.lang).leading / 3);
  return [head, ...rest].map(piece => (piece === last ? { ...piece, height: piece.height + space } : piece));
}

/** Makes a figure, photographs cropped so that it is no higher than asked. */
type FigureMaker = (height?: number) => Piece;

/** Each picture of a story that could be opened, ready to be made. */
function figureMakers(story: Story, context: ColumnContext): FigureMaker[] {
  const { gallery } = context;
  return story.pictures.flatMap((picture, block) => {
    const files = picture.phone === undefined ? [picture.file, ...picture.beside] : [picture.phone];
    const [first, ...beside] = files.flatMap(file => {
      const source = gallery.pictures.get(file);
      return source === undefined ? [] : [source];
    });
    if (first === undefined) return [];
    const figure = { ...context, lang: story.lang, story: story.id, block };
    return [(height?: number): Piece => figurePiece(picture, [first, ...beside], figure, height)];
  });
}

/** The least that a photograph under a head may be cropped to, as a share of its height. */
const LEAST_OPENER = 0.7;
/** Lines of text under it. */
const LINES = 3;

/**
 * The picture under the head where a page holds both and some lines of text, if need be a little lower. Where head and picture are
 * together higher than a page it stands there too, and the next page begins with it. Undefined if it goes with the text: only
 * head and picture would fit one page, and a head has text under it.
 */
function openingFigure(
  make: FigureMaker,
  head: readonly Piece[],
  body: readonly Piece[],
  { tallest }: ColumnContext,
): readonly Piece[] | undefined {
  const figure = make();
  const over = heightOf(head) + figure.before;
  const room = tallest - over - heightOf(body.slice(0, LINES));
  if (figure.height <= room) return [figure];
  const lower = make(room);
  if (lower.height <= room && lower.height >= figure.height * LEAST_OPENER) return [lower];
  return over + figure.height > tallest ? [figure] : undefined;
}
