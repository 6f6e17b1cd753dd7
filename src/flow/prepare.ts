/** Makes a story ready for placing: its blocks as pieces, its pictures and sidebars as inserts, its natural width. */

import type { Item } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import type { Gallery } from '../picture/gallery.js';
import { storiesListed } from '../story/contents.js';
import type { DigitSet } from '../story/digits.js';
import { plainRun } from '../story/inline.js';
import { type Block, type RichText, type Story, storyWords, type Weight } from '../story/story.js';
import { type BlockContext, blockPieces } from './blocks.js';
import { briefPieces } from './brief.js';
import { figureInsert } from './figure.js';
import type { Insert } from './insert.js';
import { openingOf } from './opening.js';
import type { Piece } from './piece.js';
import type { TextSetter } from './setter.js';
import { sidebarInsert } from './sidebar.js';

export interface PreparedStory {
  readonly story: Story;
  readonly words: number;
  /** Body leading in points. */
  readonly leading: number;
  /** The body at column width. */
  readonly body: readonly Piece[];
  /** Deck and byline as the first thing in the first column, for modules whose head leaves them out. */
  readonly opening: readonly Piece[];
  readonly inserts: readonly Insert[];
  /** Head and body as they flow with other briefs through shared columns; undefined for a story that stands alone. */
  readonly brief: readonly Piece[] | undefined;
}

/** Words from which a story without a wish takes the whole width, or two columns. */
const WIDE = 420;
const HALF = 170;

/** Columns of a page of `count` that suit a story: what the editor asked for, else by its length. */
export function wishedColumns(prepared: PreparedStory, count: number): number {
  const { story, words, inserts } = prepared;
  const widest = Math.max(1, ...inserts.map(insert => insert.columns));
  const byLength = words >= WIDE ? count : words >= HALF ? Math.max(1, Math.round(count / 2)) : 1;
  return Math.min(story.columns ?? Math.max(byLength, widest), count);
}

/** Weight of a story's head in a module of `columns` of `count`: what the editor asked for, else by length and width. */
export function weightOf(prepared: PreparedStory, columns: number, count: number): Weight {
  const { story, words } = prepared;
  if (story.weight !== undefined) return story.weight;
  if (columns === 1) return words >= HALF ? 'normal' : 'brief';
  if (columns < count) return words >= WIDE ? 'major' : 'normal';
  return words >= 1100 ? 'lead' : words >= WIDE ? 'major' : 'normal';
}

export interface PrepareContext {
  readonly setter: TextSetter;
  readonly gallery: Gallery;
  readonly digits: (lang: string) => DigitSet;
  /** All stories of the issue, for lists of contents. */
  readonly stories: readonly Story[];
}

/** What the blocks of a story share in columns of the layout. */
export function blockContextOf(
  story: Story,
  { setter, digits, stories }: Omit<PrepareContext, 'gallery'>,
): BlockContext {
  const classified = story.kind === 'classified';
  const bodyStyle = classified ? 'classified' : 'body';
  return {
    setter,
    lang: story.lang,
    direction: story.direction,
    digits,
    listed: (block, lang) => storiesListed(block, lang, stories, story.id),
    width: setter.layout.columnWidth,
    leading: setter.style(bodyStyle, story.lang).leading,
    bodyStyle,
    listStyle: classified ? bodyStyle : 'list',
    headStyle: classified ? 'classified-head' : 'subhead',
    items: story.kind !== undefined,
  };
}

/** Sets the story's text for the layout's column width. */
export function prepareStory(story: Story, given: PrepareContext): PreparedStory {
  const { setter, gallery } = given;
  const { layout } = setter;
  const context = blockContextOf(story, given);
  const { leading } = context;
  const inserts: Insert[] = [];
  for (const [block, picture] of story.pictures.entries()) {
    const source = gallery.pictures.get(picture.file);
    if (source === undefined) continue;
    const figure = {
      setter,
      lang: story.lang,
      leading,
      story: story.id,
      block,
      beside: picture.beside.flatMap(file => gallery.pictures.get(file) ?? []),
    };
    inserts.push(figureInsert(picture, source, figure));
  }
  const blocks = withDateline(story);
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'sidebar') inserts.push(sidebarInsert(block, block.columns, context, story.id, index));
  }
  const words = storyWords(story);
  const body = blockPieces(
    blocks,
    context,
    story.kind === undefined ? layout.module.endMark : undefined,
    openingOf(story, layout.openingFor(story.lang)),
  );
  const alone =
    inserts.length > 0 ||
    words > HALF ||
    story.columns !== undefined ||
    story.weight !== undefined ||
    story.pin !== undefined;
  return {
    story,
    words,
    leading,
    body,
    opening: openingPiece(story, context),
    inserts,
    brief: alone || body.length === 0 ? undefined : briefPieces(story, body, layout.columnWidth, setter),
  };
}

/** The dateline opens the first paragraph in its own marks. */
export function withDateline(story: Story): readonly Block[] {
  const { dateline } = story;
  const first = story.blocks.findIndex(isOwnParagraph);
  if (dateline === undefined) return story.blocks;
  if (first < 0) return [{ kind: 'paragraph', text: inDatelineStyle(dateline) }, ...story.blocks];
  return story.blocks.map((block, index) => {
    if (index !== first || !isOwnParagraph(block)) return block;
    return { ...block, text: [...inDatelineStyle(dateline), ...plainRun(' — ', story.span), ...block.text] };
  });
}

/** A paragraph in the story's own language. */
function isOwnParagraph(block: Block): block is Extract<Block, { kind: 'paragraph' }> {
  return block.kind === 'paragraph' && block.passage === undefined;
}

function inDatelineStyle(text: RichText): RichText {
  return text.map(run => ({ ...run, style: 'dateline' as const }));
}

function openingPiece(story: Story, context: BlockContext): Piece[] {
  const { setter, width, leading } = context;
  if (story.deck === undefined && story.byline === undefined) return [];
  const deck = story.deck && setter.set(story.deck, 'deck', story.lang, width);
  const byline = story.byline && setter.set(story.byline, 'byline', story.lang, width);
  const deckHeight = deck === undefined ? 0 : deck.height + setter.layout.grid * 2;
  const height = Math.ceil((deckHeight + (byline?.height ?? 0) + setter.layout.grid) / leading) * leading;
  const ink = setter.layout.inks.get(setter.layout.module.ruleInk)!;
  return [
    {
      height,
      before: 0,
      floats: false,
      mayEndColumn: false,
      role: 'deck',
      block: -1,
      draw: (x, y) => {
        const items: Item[] = deck === undefined ? [] : setter.draw(deck, x, y);
        if (byline !== undefined) {
          // The byline is as near the text everywhere.
          const top = y + height - setter.layout.grid - byline.height;
          const rule = top - setter.layout.grid / 2;
          if (deck !== undefined)
            items.push({ kind: 'rule', x1: x, y1: rule, x2: x + width, y2: rule, width: 0.5, ink });
          items.push(...inPart(setter.draw(byline, x, top), 'byline', -1));
        }
        return items;
      },
    },
  ];
}
