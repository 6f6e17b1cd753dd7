/** What four reader families copy out of hard paragraphs, word by word and in order, and which phrases a search finds. */

import { describe, expect, it } from 'vitest';
import { installed, searchable } from './inspect.js';
import { PdfObjects } from './objects.js';
import { readers } from './readers.js';
import { StructureTree } from './structure.js';
import { inOrder, paragraphsPdf, phrasesIn, wordsOf } from './travel.js';
import { news } from './travel-news.js';
import { press, strangers } from './travel-press.js';
import { marks, type Torture, torture } from './travel-texts.js';

const families = [
  ['noto-naskh', 'source-serif'],
  ['cairo', 'source-serif'],
] as const;

/** Paragraphs with phrases of both directions in one line, and marks that touch them. */
const HARD = /phrases|in brackets|short mixed|Latin first|Arabic first|more Arabic|percent/;

async function shares(
  texts: readonly Torture[],
  family: readonly string[],
  read: (pdf: Uint8Array) => Promise<string[]>,
  tagged = true,
): Promise<{ words: number; phrases: number }> {
  const sum = { words: 0, found: 0, phrases: 0 };
  for (const text of texts) {
    const got = (await read(await paragraphsPdf([text], family, tagged))).join(' ');
    const words = wordsOf(text);
    sum.words += words.length;
    sum.found += inOrder(words, got);
    sum.phrases += phrasesIn(words, got);
  }
  return { words: sum.found / sum.words, phrases: sum.phrases / texts.length };
}

/** What stands in the content of paragraphs, without the hyphens of divided words. */
async function contentOf(pdf: Uint8Array): Promise<string[]> {
  const tree = new StructureTree(PdfObjects.read(pdf));
  return tree.ofType('P').map(paragraph => searchable(tree.text(paragraph).replace(/-|\u200d/g, '')));
}

describe.each(families)('in %s', (...family) => {
  const plain = torture.filter(({ name }) => !HARD.test(name));
  const hard = torture.filter(({ name }) => HARD.test(name));
  describe.each(readers)('$name', ({ here, promise, hardest, press: prose, strangers: unseen, pages }) => {
    it.skipIf(!here)('keeps words and phrases in order', async () => {
      const got = await shares(plain, family, pages);
      expect(got.words).toBeGreaterThanOrEqual(promise);
      expect(got.phrases).toBeGreaterThanOrEqual(promise - 0.03);
    });
    it.skipIf(!here)('keeps most of them beside phrases of the other direction', async () => {
      expect((await shares(hard, family, pages)).words).toBeGreaterThanOrEqual(hardest);
    });
    it.skipIf(!here)('keeps them in the prose of newspapers', async () => {
      expect((await shares(press, family, pages)).words).toBeGreaterThanOrEqual(prose);
      expect((await shares(strangers, family, pages)).words).toBeGreaterThanOrEqual(unseen);
      expect((await shares(news, family, pages)).words).toBeGreaterThanOrEqual(0.97);
    });
    it.skipIf(!here)('parts a phrase that begins with a wide letter from one on the next line', async () => {
      const report = press.find(({ name }) => name === 'English report with Arabic names')!;
      const got = (await pages(await paragraphsPdf([report], family, true))).join(' ');
      expect(got).toContain('شكراً, أحسنتم');
    });
    it.skipIf(!here)('keeps marks behind words of the other direction', async () => {
      expect((await shares(marks, family, pages)).words).toBe(1);
    });
    it.skipIf(!here)('keeps them in English lines on an Arabic page', async () => {
      const arabic = torture.find(({ name }) => name === 'plain Arabic')!;
      for (const text of marks.filter(({ rtl }) => !rtl)) {
        const got = (await pages(await paragraphsPdf([arabic, text], family, true))).join(' ');
        expect(got.split(' ').slice(-wordsOf(text).length)).toEqual(wordsOf(text));
      }
    });
    it.skipIf(!here)(
      'tells the same without tags and the spaces at line ends that come with them',
      async () => {
        expect((await shares(plain, family, pages, false)).words).toBeGreaterThanOrEqual(promise - 0.01);
      },
    );
    it.skipIf(!here)('keeps them when Arabic paragraphs share a page', async () => {
      const arabic = plain.filter(({ rtl }) => rtl);
      const text = (await pages(await paragraphsPdf(arabic, family))).join(' ');
      const words = arabic.flatMap(wordsOf);
      expect(inOrder(words, text) / words.length).toBeGreaterThanOrEqual(promise - 0.01);
    });
  });

  it.skipIf(!installed('qpdf'))(
    'paints words in the order they are read, parted over line ends',
    async () => {
      const texts = torture.map(({ name, rtl, text }) => ({ name, rtl, text: text.replaceAll('-', '') }));
      const got = await shares(texts, family, contentOf, true);
      expect(got.words).toBeGreaterThanOrEqual(0.995);
      expect(got.phrases).toBeGreaterThanOrEqual(0.985);
    },
  );
});
