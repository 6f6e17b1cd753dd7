/** Words, directions and digits: small answers that other stages build on. */

import { describe, expect, it } from 'vitest';
import { writeNumber } from '../../src/story/digits.js';
import { plainRun } from '../../src/story/inline.js';
import { countWords, directionOf, type Story, storyWords } from '../../src/story/story.js';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  ', 0],
    ['one', 1],
    ['one  two\nthree', 3],
    ['well – or not', 3],
    ['“quoted”, 12.5 %', 2],
    ['ألفًا ومئة رغيف', 3],
    ['١٢ كيلوغرامًا، لا أكثر', 4],
    ['a\u00a0b', 2],
  ])('%j', (text, words) => expect(countWords(text)).toBe(words));
});

it('storyWords counts head and body, not captions', () => {
  const text = (words: string) => plainRun(words, { file: 'a', line: 1, column: 1, length: 1 });
  const story = {
    kicker: text('one'),
    headline: text('two words'),
    deck: undefined,
    byline: undefined,
    dateline: text('Aleppo'),
    pictures: [{ caption: text('not counted') }],
    blocks: [
      { kind: 'paragraph', text: text('three more words') },
      {
        kind: 'sidebar',
        title: text('title'),
        columns: 1,
        blocks: [{ kind: 'list-item', number: 1, text: text('item') }],
      },
      { kind: 'table', header: [text('head')], rows: [[text('cell here')]], align: ['start'] },
    ],
  };
  expect(storyWords(story as unknown as Story)).toBe(12);
});

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-SY', 'rtl'],
    ['fa', 'rtl'],
    ['he', 'rtl'],
    ['ckb', 'rtl'],
    ['ku', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['en', 'ltr'],
    ['fr', 'ltr'],
    ['AR', 'rtl'],
  ])('%s', (lang, direction) => expect(directionOf(lang)).toBe(direction));
});

describe('writeNumber', () => {
  it.each([
    [0, 'arabic-indic', '٠'],
    [2022, 'arabic-indic', '٢٠٢٢'],
    [1456, 'persian', '۱۴۵۶'],
    [90, 'european', '90'],
  ] as const)('%d in %s', (value, digits, text) => expect(writeNumber(value, digits)).toBe(text));
});
