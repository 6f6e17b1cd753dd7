/** Items: which face, script and size each character is set in, and what is said about characters without a glyph. */

import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/problem/problem.js';
import { dumpLines, edges, setLines, setting, shapeText, type Wish, widthOf } from './support.js';

function itemsOf(text: string, wish: Wish = {}): string[] {
  const { items, paragraph } = shapeText(text, wish);
  return items.map(item => `${item.face.id} ${item.script} ${paragraph.text.slice(item.start, item.end)}`);
}

const RTL = { direction: 'rtl' } as const;

describe('faces', () => {
  it('a Latin word in Arabic comes from the style’s Latin family', () => {
    expect(itemsOf('قال NASA', RTL)).toEqual(['noto-naskh/400 Arab قال ', 'source-serif/400 Latn NASA']);
  });

  it('a bracket round Arabic words in an Arabic line comes from the Arabic face', () => {
    expect(itemsOf('(قال)', RTL)).toEqual(['noto-naskh/400 Arab (قال)']);
  });

  it('brackets round Arabic words in an English line belong to the English line', () => {
    expect(itemsOf('a (قال) b').map(item => item.split(' ')[0])).toEqual([
      'source-serif/400',
      'noto-naskh/400',
      'source-serif/400',
    ]);
  });

  it('Arabic without an Arabic family in the style comes from the script’s fallback', () => {
    expect(itemsOf('قال', { ...RTL, families: ['barlow-condensed'] })).toEqual(['noto-naskh/400 Arab قال']);
  });

  it('Cyrillic in a family without it comes from the family that has it', () => {
    expect(itemsOf('Правда', { families: ['barlow-condensed'] })).toEqual(['source-serif/400 Cyrl Правда']);
  });

  it('vowel marks stay with their letter’s face', () => {
    expect(itemsOf('مُدَرِّس', RTL)).toEqual(['noto-naskh/400 Arab مُدَرِّس']);
  });

  it('a letter and its mark come from one face that has both', () => {
    // Cairo has no combining acute; Source Serif has the letter and the mark.
    expect(itemsOf('e\u0301', { families: ['cairo'] })).toEqual(['source-serif/400 Latn e\u0301']);
  });

  it('bold takes the bold face, italic Arabic the upright one', () => {
    expect(itemsOf('{b:قال}', RTL)).toEqual(['noto-naskh/700 Arab قال']);
  });

  it('joiners and direction marks take the face of the text before them', () => {
    expect(itemsOf('می\u200cخواهد', RTL)).toHaveLength(1);
    expect(itemsOf('c++\u200e')).toHaveLength(1);
  });
});

describe('sizes of mixed families', () => {
  it('are matched by the ratio of their optical factors', () => {
    const sizes = (text: string, wish: Wish): number[] => shapeText(text, wish).items.map(item => item.size);
    expect(sizes('قال NASA', RTL)).toEqual([10, expect.closeTo(10 / 1.12, 6)]);
    expect(sizes('said قال', {})).toEqual([10, expect.closeTo(11.2, 6)]);
  });
});

describe('characters without a glyph', () => {
  const problemsOf = (text: string, wish: Wish = {}): string[] => {
    const problems = new Problems();
    shapeText(text, wish, problems);
    return problems.list.map(({ code, message, span }) => `${code} ${span?.file}:${span?.column} ${message}`);
  };

  it('are one problem with the code point and the first place', () => {
    expect(problemsOf('ab ꙮ and ꙮ')).toEqual(['missing-glyph case:4 no font has the character “ꙮ” (U+A66E)']);
  });

  it('are one problem each, also beyond the basic plane', () => {
    expect(problemsOf('😀 ꙮ 😀').map(problem => /U\+\w+/.exec(problem)![0])).toEqual(['U+1F600', 'U+A66E']);
  });

  it.each([
    ['line separators', 'a\u2028b'],
    ['direction marks and isolates', 'a\u200e\u2066b\u2069'],
    ['soft hyphens and joiners', 'a\u00ad\u200c\u200db'],
    ['fixed spaces', 'a\u00a0\u2007\u2008\u2009\u202fb'],
    ['no-break hyphens', 'a\u2011b'],
  ])('are not %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(text, { families: ['barlow-condensed'] })).toEqual([]);
    expect(problemsOf(`قال ${text} قال`, RTL)).toEqual([]);
  });
});

describe('tracking', () => {
  it('adds its part of the size after each letter', () => {
    expect(
      widthOf('abc', { tracking: 100 }) - widthOf('abc', { tracking: 0, features: ['-liga'] }),
    ).toBeCloseTo(3, 6);
  });

  it('leaves joined scripts alone', () => {
    expect(widthOf('قال', { ...RTL, tracking: 100 })).toBe(widthOf('قال', RTL));
  });

  it('gives nothing to characters that do not show', () => {
    const wish = { tracking: 100 };
    expect(widthOf('ab\u00ad\u200ec', wish)).toBeCloseTo(widthOf('abc', wish), 6);
  });
});

it('a line separator draws nothing and takes no room', () => {
  const [line] = setLines(shapeText('ab\u2028cd'), 100, setting('start'));
  expect(
    line!.runs
      .flatMap(run => run.clusters)
      .every(cluster => cluster.text !== '' || cluster.glyphs.length === 0),
  ).toBe(true);
  expect(edges(line!, 100).right).toBeCloseTo(100 - widthOf('ab'), 6);
});

it('a hyphen’s own width counts when lines are chosen', () => {
  const wish = { hyphenate: true, lang: 'fr' };
  const width = widthOf('jour', wish) + widthOf('\u2010', wish) + 0.02;
  expect(dumpLines(shapeText('journal', wish), width, setting('justify'))).toEqual(['jour‐', 'nal']);
});

it('two line separators leave a line without glyphs between them', () => {
  const lines = setLines(shapeText('ab\u2028\u2028cd'), 100, setting('start'));
  expect(lines.map(line => line.natural > 0)).toEqual([true, false, true]);
});

it('a link covers its words on each line', () => {
  const lines = setLines(shapeText('see {link:page\u2028of} it'), 200, setting('start'));
  expect(lines.map(line => line.links)).toEqual([
    [
      {
        target: { url: 'https://example.org' },
        x: expect.closeTo(widthOf('see page') - widthOf('page'), 1),
        width: expect.closeTo(widthOf('page'), 6),
      },
    ],
    [{ target: { url: 'https://example.org' }, x: 0, width: expect.closeTo(widthOf('of'), 6) }],
  ]);
});
