/** Stories of small items: letters and classifieds. */

import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/problem/problem.js';
import { parseBlocks } from '../../src/story/markdown.js';
import { prose } from '../support/newspaper.js';
import { dumpPieces, extentOf, prepared, setter, storyOf, wordsOf } from '../support/setting.js';

const WIDTH = setter.layout.columnWidth;
const TEXT = 'A letter of a few words, and some more of them, so that it takes two lines.';
const LETTERS = `## First\n\n${TEXT}\n\n::signature[A., Hama]\n\n## Second\n\n${TEXT}\n\n::signature[B.]`;

const body = (text: string, kind: 'letters' | 'classified' | 'none' = 'letters', lang = 'en') =>
  prepared(storyOf(lang, text, { kind: kind === 'none' ? undefined : kind })).body;
const roles = (kind: 'letters' | 'none'): string =>
  body(LETTERS, kind)
    .map(piece => `${piece.role}${piece.mayEndColumn ? '|' : ''}`)
    .join(' ');

describe('letters', () => {
  it('begin with their subheads, a rule between two', () => {
    expect(roles('letters')).toBe(
      'subhead paragraph paragraph byline| furniture subhead paragraph paragraph byline|',
    );
    expect(roles('none')).not.toContain('furniture');
  });

  it('are dumped so in two columns: no rule at the head of the second', () => {
    expect(dumpPieces(body(LETTERS), 60, 60)).toMatchInlineSnapshot(`
      [
        "0..20.8 @9 [barlow-condensed/700 12.5] First",
        "0..170.1 @21 [source-serif/400 9.5] A letter of a few words, and some more",
        "0..150.6 @33 [source-serif/400 9.5] of them, so that it takes two lines.",
        "140.9..170.1 @45 [barlow-condensed/600 9.5] A., Hama",
        "180.1..213.2 @9 [barlow-condensed/700 12.5] Second",
        "180.1..350.2 @21 [source-serif/400 9.5] A letter of a few words, and some more",
        "180.1..330.7 @33 [source-serif/400 9.5] of them, so that it takes two lines.",
        "343.8..350.2 @45 [barlow-condensed/600 9.5] B.",
      ]
    `);
  });

  it('have the rule where both stand in one column', () => {
    expect(dumpPieces(body(LETTERS), 200).filter(line => line.startsWith('rule'))).toHaveLength(1);
  });

  it('keep their lines and every rule in step', () => {
    for (const piece of body(LETTERS)) expect(piece.height % 12).toBe(0);
  });

  it('have no end mark', () => {
    expect(dumpPieces(body(LETTERS)).join()).not.toContain('■');
  });
});

describe('a signature', () => {
  it.each(['en', 'ar'])('stands at the end of its line, and is never parted from its letter (%s)', lang => {
    const text = lang === 'ar' ? 'نص رسالة قصيرة.\n\n::signature[ر. ن.، حلب]' : LETTERS;
    const pieces = body(text, 'letters', lang);
    const at = pieces.findIndex(piece => piece.role === 'byline');
    const { left, right } = extentOf(pieces[at]!.draw(0, 0));
    if (lang === 'ar') expect(left).toBeCloseTo(0, 0);
    else expect(right).toBeCloseTo(WIDTH, 0);
    expect(pieces[at - 1]!.mayEndColumn).toBe(false);
  });

  it('may stand in any story', () => {
    expect(body('Text.\n\n::signature[The desk]', 'none').map(piece => wordsOf(piece.draw(0, 0)))).toEqual([
      'Text.\u00a0■',
      'The desk',
    ]);
  });

  it.each([
    ['::signature', '“::signature” has no text | Write it in brackets: ::signature[Name, town].'],
    ['::signatur[A]', 'Did you mean “::signature[…]”?'],
  ])('is mended where it is wrong: %s', (text, message) => {
    const problems = new Problems();
    parseBlocks(text, { file: 'a.md', line: 1, column: 1, length: 1 }, problems);
    expect(problems.list.map(({ message: said, hint }) => `${said} | ${hint}`).join()).toContain(message);
  });
});

describe('classifieds', () => {
  const text = `## Room\n\n${prose(20, 'en')}\n\n## Goats\n\nFour.`;

  it.each(['en', 'ar'])('are set small, in whole lines of their own leading (%s)', lang => {
    const { leading } = prepared(storyOf(lang, text, { kind: 'classified' }));
    expect(leading).toBeLessThan(setter.style('body', lang).leading);
    for (const piece of body(text, 'classified', lang)) expect(piece.height).toBe(leading);
  });

  it('of one line may end a column', () => {
    const short = body('## Goats\n\nFour.\n\n## Tent\n\nOne.', 'classified');
    expect(short.map(piece => piece.mayEndColumn)).toEqual([false, true, false, false, true]);
  });

  it.each(['en', 'ar'])('have heads on the same step as their text (%s)', lang => {
    const lines = dumpPieces(body(text, 'classified', lang)).filter(line => line.includes('@'));
    const baselines = lines.map(line => Number(/@([\d.]+)/.exec(line)![1]));
    const { leading } = setter.style('classified', lang);
    expect(baselines[1]! - baselines[0]!).toBe(leading);
  });
});
