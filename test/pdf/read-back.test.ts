/** What other programs read out of a written PDF: words, phrases, fonts. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { GlyphRun, TextLine } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { edition, type FaceName, face, noPictures, PROSE, page, run, setParagraph } from './helper.js';
import { installed, readByPdfium, readByPoppler, searchable, texts, withFile, wordShare } from './inspect.js';
import { readers } from './readers.js';
import { latin, numbers, plain, vowelled } from './texts.js';

/** A page of paragraphs, written. */
function paragraphs(name: FaceName, lines: readonly string[], rtl = true): Promise<Uint8Array> {
  const fonts = { arabic: face(name), latin: face('serif') };
  const items: GlyphRun[] = [];
  for (const text of lines) {
    const y = (items.at(-1)?.y ?? 20) + 24;
    items.push(...setParagraph(fonts, text, { x: 20, y, width: 250, size: 10, leading: 16, rtl }));
  }
  const change = rtl ? {} : ({ lang: 'en', binding: 'left' } as const);
  return writeSharePdf(edition([page(items)], change), { rendition: noPictures });
}

/** What a line of an English paragraph is that goes on. */
const goesOn: TextLine = { ...PROSE, justified: false };

/** Share of the runs of three words that stand in the text as they were set. */
function phraseShare(got: string, wanted: string): number {
  const words = searchable(wanted).split(' ');
  const phrases = words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`);
  return phrases.filter(phrase => got.includes(phrase)).length / phrases.length;
}

const faces: readonly FaceName[] = ['naskh', 'cairo'];
const poppler = installed('pdftotext');

describe.each(faces)('Arabic in %s', name => {
  const kinds = { plain, vowelled, numbers };
  const written = new Map<keyof typeof kinds, Uint8Array>();
  beforeAll(async () => {
    for (const kind of ['plain', 'vowelled', 'numbers'] as const)
      written.set(kind, await paragraphs(name, kinds[kind]));
  });

  it.each(['plain', 'vowelled'] as const)('pdfium reads every word and phrase (%s)', async kind => {
    const got = await readByPdfium(written.get(kind)!);
    expect(wordShare(got, kinds[kind].join(' '))).toBe(1);
    expect(phraseShare(got, kinds[kind].join(' '))).toBe(1);
  });
  it('pdfium reads numbers and brackets', async () => {
    expect(wordShare(await readByPdfium(written.get('numbers')!), numbers.join(' '))).toBe(1);
  });
  it.skipIf(!poppler).each(['plain', 'vowelled', 'numbers'] as const)('poppler reads all (%s)', kind => {
    const got = readByPoppler(written.get(kind)!);
    expect(wordShare(got, kinds[kind].join(' '))).toBe(1);
    expect(phraseShare(got, kinds[kind].join(' '))).toBe(1);
  });
});

describe('Latin', () => {
  it('keeps the letters of ligatures', async () => {
    const got = await readByPdfium(await paragraphs('naskh', latin, false));
    expect(got).toBe(searchable(latin.join(' ')));
  });
  it('keeps its word order in an edition bound on the right', async () => {
    const fonts = { arabic: face('naskh'), latin: face('serif') };
    const at = { x: 20, width: 300, size: 10, leading: 14 };
    const items = [
      ...setParagraph(fonts, plain[3]!, { ...at, y: 40, rtl: true }),
      ...setParagraph(fonts, latin[0]!, { ...at, y: 120, rtl: false }),
    ];
    const got = await readByPdfium(await writeSharePdf(edition([page(items)]), { rendition: noPictures }));
    expect(got).toBe(searchable(`${plain[3]} ${latin[0]}`));
  });
  it.skipIf(!poppler)('joins a word that a hyphen cut', async () => {
    const head = run(face('serif'), 'an exam-', { x: 20, y: 40, size: 10 });
    const clusters = head.clusters.map(cluster =>
      cluster.text === '-' ? { ...cluster, text: '' } : cluster,
    );
    const tail = run(face('serif'), 'ple of words', { x: 20, y: 52, size: 10 });
    const items = [{ ...head, clusters }, tail];
    const pdf = await writeSharePdf(edition([page(items)], { lang: 'en' }), { rendition: noPictures });
    expect(readByPoppler(pdf)).toBe('an example of words');
  });
  describe.each(readers)('$name', ({ here, pages }) => {
    it.skipIf(!here)('keeps a hyphen of the text where a line ends', async () => {
      const lines = ['a well-', 'known word'].map((text, index) => ({
        ...run(face('serif'), text, { x: 20, y: 40 + 12 * index, size: 10 }),
        line: goesOn,
      }));
      const pdf = await writeSharePdf(edition([page(lines)], { lang: 'en' }), { rendition: noPictures });
      expect(await pages(pdf)).toEqual(['a well-known word']);
    });
  });
  it.each([
    ['serif', 'one line', 'and another', false],
    ['naskh', 'سطر أول', 'وسطر ثان', true],
  ] as const)('sees no hyphen and no joiner in a forced line end (%s)', async (name, first, second, rtl) => {
    const separator = { text: '', glyphs: [], advance: 0 };
    const head = run(face(name), first, { x: 20, y: 40, size: 10, rtl });
    const clusters = rtl ? [separator, ...head.clusters] : [...head.clusters, separator];
    const advances = rtl ? [0, ...head.advances] : [...head.advances, 0];
    const items = [{ ...head, clusters, advances }, run(face(name), second, { x: 20, y: 52, size: 10, rtl })];
    const pdf = await writeSharePdf(edition([page(items)]), { rendition: noPictures });
    expect(await readByPdfium(pdf)).toBe(`${first} ${second}`);
    expect(texts(pdf).find(stream => stream.includes('beginbfchar'))).not.toMatch(/<200D>/i);
    if (poppler) expect(readByPoppler(pdf)).toBe(`${first} ${second}`);
  });
  it('is read by MuPDF', async () => {
    const pdf = await paragraphs('naskh', latin, false);
    const { pages } = readers.find(({ name }) => name === 'MuPDF')!;
    expect(await pages(pdf)).toEqual([searchable(latin.join(' '))]);
  });
});

describe.skipIf(!installed('pdffonts'))('fonts', () => {
  it('are embedded subsets with a text map', async () => {
    const pdf = await paragraphs('naskh', [...plain, 'and Latin']);
    const lines = withFile(pdf, 'pdffonts', ['FILE']).toString().trim().split('\n').slice(2);
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
    }
  });
});
