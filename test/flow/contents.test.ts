/** Lists of contents: which stories, in what order, how they are set. */

import { describe, expect, it } from 'vitest';
import { contentsPieces } from '../../src/flow/contents.js';
import { prepareStory } from '../../src/flow/prepare.js';
import type { Item } from '../../src/frame/frame.js';
import { Problems } from '../../src/problem/problem.js';
import { storiesListed } from '../../src/story/contents.js';
import { parseBlocks } from '../../src/story/markdown.js';
import type { ContentsBlock } from '../../src/story/story.js';
import { dumpPieces, extentOf, rich, setter, storyOf, wordsOf } from '../support/setting.js';

const ORIGIN = { file: 'a.md', line: 1, column: 1, length: 1 };
const WIDTH = setter.layout.columnWidth;

const stories = [
  storyOf('en', '', { id: 'water', headline: rich('Water'), section: 'land' }),
  storyOf('ar', '', { id: 'olive', headline: rich('موسم الزيتون'), section: 'land' }),
  storyOf('en', '', {
    id: 'tent',
    headline: rich('A short history of the tent, of its poles and of the ropes that hold it'),
  }),
  storyOf('en-GB', '', { id: 'page', headline: rich('How a page is made'), section: 'craft' }),
];

function block(text: string): { block: ContentsBlock; problems: string[] } {
  const problems = new Problems();
  const [first] = parseBlocks(text, ORIGIN, problems);
  return {
    block: first as ContentsBlock,
    problems: problems.list.map(({ message, span, hint }) => `${span?.column}: ${message} | ${hint}`),
  };
}

const listed = (text: string, lang = 'en', except?: string): string[] =>
  storiesListed(block(text).block, lang, stories, except).map(({ id }) => id);

describe('a list of contents', () => {
  it('holds all stories in its language but the one that it stands in', () => {
    expect(listed('::contents')).toEqual(['water', 'tent', 'page']);
    expect(listed('::contents', 'en', 'tent')).toEqual(['water', 'page']);
    expect(listed('::contents', 'ar')).toEqual(['olive']);
    expect(listed(':::contents\n:::')).toEqual(['water', 'tent', 'page']);
  });

  it('holds the stories it names in any language, those of its sections in its own', () => {
    expect(listed('::contents{stories="olive, tent"}')).toEqual(['olive', 'tent']);
    expect(listed('::contents{sections="land craft"}')).toEqual(['water', 'page']);
    expect(listed('::contents{sections=land stories=olive}')).toEqual(['water', 'olive']);
  });

  it.each([
    ['::contents[Some words]', '1: a list of contents has no text of its own'],
    ['::contents{story=a}', '1: a list of contents has no “story” | Known: stories, sections.'],
    ['::contents{stories=""}', '1: a list of contents names nothing'],
    ['::content', '1: “::content” is no block of a story | Did you mean “::contents”?'],
  ])('is mended where it is wrong: %s', (text, message) => {
    expect(block(text).problems[0]).toContain(message);
  });

  it('knows where its names are written', () => {
    expect(block('::contents{stories="a, bb" sections=cc}').block).toMatchObject({
      stories: [{ span: { column: 21, length: 1 } }, { span: { column: 24, length: 2 } }],
      sections: [{ span: { column: 37 } }],
    });
  });
});

describe('its entries', () => {
  const pieces = contentsPieces(stories, WIDTH, 0, setter);

  it('end with their page, in their own direction and digits', () => {
    expect(dumpPieces(pieces).filter(line => !line.startsWith('link'))).toMatchInlineSnapshot(`
      [
        "0..170.1 @12 [barlow-condensed/600 11] Water ||7",
        "0..170.1 @27 [barlow-condensed/600 10.4 + cairo/600 9.6] 7||موسم الزيتون",
        "0..164.2 @45 [barlow-condensed/600 11] A short history of the tent, of its poles and",
        "0..170.1 @60 [barlow-condensed/600 11] of the ropes that hold it ||7",
        "0..170.1 @75 [barlow-condensed/600 11] How a page is made ||7",
      ]
    `);
  });

  it('lead to their story over their whole width', () => {
    for (const piece of pieces) {
      const links = piece.draw(5, 0).filter((item: Item) => item.kind === 'link');
      expect(links).toEqual([
        {
          kind: 'link',
          x: 5,
          y: 0,
          width: WIDTH,
          height: piece.height,
          target: { page: 7, story: expect.any(String) },
        },
      ]);
    }
  });

  it('are not parted', () => {
    const long = pieces.filter(piece => !piece.mayEndColumn);
    expect(long).toHaveLength(1);
  });

  it('reach from the start of the column to its end', () => {
    for (const piece of pieces.filter(({ mayEndColumn }) => mayEndColumn)) {
      const { left, right } = extentOf(piece.draw(0, 0));
      expect(left).toBeCloseTo(0, 0);
      expect(right).toBeCloseTo(WIDTH, 0);
    }
  });

  it('stand on one line however the headline was broken', () => {
    const [piece] = contentsPieces([storyOf('en', '', { headline: rich('Two\\\nlines') })], WIDTH, 0, setter);
    expect(wordsOf(piece!.draw(0, 0))).toMatch(/^Two lines/);
  });

  it('leave the text after them in step', () => {
    const gallery = { pictures: new Map(), troubles: new Map() };
    const context = { setter, gallery, stories, digits: () => 'european' as const };
    const { body } = prepareStory(storyOf('en', 'One.\n\n::contents\n\nTwo.'), context);
    const text = dumpPieces(body).filter(line => line.includes('Two.'));
    expect((Number(/@([\d.]+)/.exec(text[0]!)![1]) - 9) % 12).toBe(0);
  });
});
