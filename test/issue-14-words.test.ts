/** Every paragraph of issue 14, word by word, as four readers copy it out of the share PDF, and every Arabic word as a search finds it. */

import { beforeAll, describe, expect, it } from 'vitest';
import { type SetIssue, setIssue } from '../src/build.js';
import { Project } from '../src/manifest/project.js';
import { writeSharePdf } from '../src/pdf/write.js';
import { Problems } from '../src/problem/problem.js';
import { writeNumber } from '../src/story/digits.js';
import type { RichText } from '../src/story/story.js';
import { textsOf } from '../src/story/texts.js';
import { grayPictures } from './pdf/helper.js';
import { searchable } from './pdf/inspect.js';
import { WordIndex } from './pdf/paragraph-words.js';
import { readers } from './pdf/readers.js';
import { foundByPdfium } from './pdf/search.js';

/** Share of words that must come back; 0.995 is asked for, 0.99 in pdf.js. */
const LEAST = 0.998;

interface Paragraph {
  readonly lang: string;
  readonly text: string;
}

let paragraphs: Paragraph[];
let share: Uint8Array;

/** A text as printed, references to pages filled in. */
function printed(text: RichText, lang: string, { made, manifest }: SetIssue): string {
  const page = (id: string): number => made.pages.find(({ stories }) => stories.includes(id))?.page ?? 0;
  const digits = manifest.publication.digits;
  return text
    .map(({ pageOf, text, lang: own = lang }) =>
      pageOf === undefined ? text : writeNumber(page(pageOf), digits[own] ?? 'european'),
    )
    .join('');
}

/** Lines may divide words. */
const plain = (text: string): string => text.replaceAll('\u00ad', '');

beforeAll(async () => {
  const set = (await setIssue(new Project('.'), '14', new Problems()))!;
  paragraphs = set.stories.flatMap(story =>
    [...textsOf(story)].map(text => ({ lang: story.lang, text: printed(text, story.lang, set) })),
  );
  share = await writeSharePdf(set.made.edition, { rendition: grayPictures });
}, 120_000);

describe.each(readers)('$name', ({ here, pages }) => {
  it.skipIf(!here)(
    'copies the words of each paragraph in order',
    async () => {
      const index = new WordIndex(plain((await pages(share)).join(' ')).split(' '));
      const sums: Record<string, { words: number; found: number }> = {};
      for (const { lang, text } of paragraphs) {
        const words = plain(searchable(text)).split(' ').filter(Boolean);
        sums[lang] ??= { words: 0, found: 0 };
        sums[lang].words += words.length;
        sums[lang].found += index.found(words);
      }
      for (const lang of ['ar', 'en']) {
        expect(sums[lang]!.words).toBeGreaterThan(4000);
        expect(sums[lang]!.found / sums[lang]!.words, lang).toBeGreaterThanOrEqual(LEAST);
      }
    },
    120_000,
  );
});

it('finds every Arabic word where one looks for it with pdfium', async () => {
  const all = paragraphs.map(({ text }) => text).join(' ');
  // Two marks on one letter come out of pdfium in the other order; Chrome's search looks over marks.
  const words = [...new Set(all.match(/[\p{L}\p{M}]{3,}/gu)!)].filter(
    word => /\p{Script=Arabic}/u.test(word) && !/\p{M}{2}/u.test(word),
  );
  expect(words.length).toBeGreaterThan(2000);
  const hits = await foundByPdfium(share, words);
  expect(hits.filter(hit => hit === 0).length).toBeLessThan(3);
}, 60_000);
