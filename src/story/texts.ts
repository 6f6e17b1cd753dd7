/** All texts of a story: a story in, its texts one by one out, or the story with every text changed. */

import type { Block, RichText, Story, StoryPicture } from './story.js';

/** Every text of a story, in reading order, captions last. */
export function* textsOf(story: Story): Iterable<RichText> {
  for (const text of [story.kicker, story.headline, story.deck, story.byline, story.dateline]) {
    if (text !== undefined) yield text;
  }
  yield* blockTexts(story.blocks);
  for (const picture of story.pictures) {
    if (picture.caption !== undefined) yield picture.caption;
    if (picture.credit !== undefined) yield picture.credit;
  }
}

function* blockTexts(blocks: readonly Block[]): Iterable<RichText> {
  for (const block of blocks) {
    if (block.kind === 'sidebar') {
      if (block.title !== undefined) yield block.title;
      yield* blockTexts(block.blocks);
    } else if (block.kind === 'table') {
      for (const row of [block.header, ...block.rows]) yield* row;
    } else if (block.kind === 'list') yield* blockTexts(block.items);
    else if (block.kind !== 'contents') yield block.text;
  }
}

/** A text and its language in, the text to stand in its place out. */
export type TextChange = (text: RichText, lang: string) => RichText;

/** The story with each of its texts changed. */
export function changeTexts(story: Story, change: TextChange): Story {
  const changed = (text: RichText | undefined): RichText | undefined => text && change(text, story.lang);
  return {
    ...story,
    kicker: changed(story.kicker),
    headline: change(story.headline, story.lang),
    deck: changed(story.deck),
    byline: changed(story.byline),
    dateline: changed(story.dateline),
    pictures: story.pictures.map(
      (picture): StoryPicture => ({
        ...picture,
        caption: changed(picture.caption),
        credit: changed(picture.credit),
      }),
    ),
    blocks: story.blocks.map(block => changeBlock(block, story.lang, change)),
  };
}

function changeBlock(block: Block, outer: string, change: TextChange): Block {
  const lang = block.passage?.lang ?? outer;
  switch (block.kind) {
    case 'sidebar':
      return {
        ...block,
        title: block.title && change(block.title, lang),
        blocks: block.blocks.map(inner => changeBlock(inner, lang, change)),
      };
    case 'table': {
      const row = (cells: readonly RichText[]): RichText[] => cells.map(cell => change(cell, lang));
      return { ...block, header: row(block.header), rows: block.rows.map(row) };
    }
    case 'list':
      return {
        ...block,
        items: block.items.map(item => ({ ...item, text: change(item.text, lang) })),
      };
    case 'contents':
      return block;
    default:
      return { ...block, text: change(block.text, lang) };
  }
}
