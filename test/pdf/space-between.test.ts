/** What stands beside each other on one baseline, as readers copy it out: a label and its number, two cells of a table. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { setLines, setting, shapeText, type Wish } from '../text/support.js';
import { edition, face, noPictures, PROSE, page, run } from './helper.js';
import { readers } from './readers.js';

/** Runs from the right to the left, each a line of its own. */
async function beside(...texts: readonly string[]): Promise<Uint8Array> {
  const runs = texts.map((text, index): GlyphRun => {
    const rtl = !/[\p{Nd}]/u.test(text);
    const line = { ...PROSE, lang: 'ar', rtl: true, first: true, last: true };
    return { ...run(face('naskh'), text, { x: 150 - 60 * index, y: 50, rtl }), line };
  });
  return writeSharePdf(edition([page(runs)]), { rendition: noPictures });
}

describe.each(readers)('$name', ({ here, pages }) => {
  it.skipIf(!here).each([
    ['a bullet and a number', ['•', '١٥٩٠']],
    ['a bullet and a word', ['•', 'روما']],
    ['cells', ['المردود', '١٦٫٤', 'لترات']],
  ])('parts %s by a space', async (_, texts) => {
    const [got] = await pages(await beside(...texts));
    expect(got!.split(' ')).toEqual(texts);
  });
  it.skipIf(!here)('keeps a percent sign with its number in a cell', async () => {
    const texts = ['٢٥٪', '٢٧٫٣', '٣٫٧٪'];
    const row = texts.flatMap((text, index) => shaped(text, 'ar', 200 - 60 * index));
    const [got] = await pages(await pageOf([...shaped('المردود بحساب الوزن', 'ar', 120, 20), ...row]));
    expect(got!.split(' ').slice(-3)).toEqual(texts);
  });
  it.skipIf(!here)('parts a cell that ends with a name of the other direction from the next', async () => {
    const row = ['راوتر Wi-Fi', '١٠', '٢٤', '٧٫٢٠'].flatMap((text, index) =>
      shaped(text, 'ar', 250 - 60 * index),
    );
    const [got] = await pages(
      await pageOf([
        ...shaped('الجهاز وقدرته وساعات عمله في اليوم وما يأخذه في الشهر', 'ar', 60, 20),
        ...row,
      ]),
    );
    expect(got!.split(' ').slice(-5)).toEqual(['راوتر', 'Wi-Fi', '١٠', '٢٤', '٧٫٢٠']);
  });
  it.skipIf(!here)('keeps the order of cells in English rows with Arabic ones', async () => {
    const row = ['Venus', 'الزهرة', 'az-Zuhara'].map((text, index) =>
      cell(text, 20 + 80 * index, /[a-z]/i.test(text)),
    );
    const [got] = await pages(await pageOf(row));
    expect(got!.split(' ')).toEqual(['Venus', 'الزهرة', 'az-Zuhara']);
  });
  it.skipIf(!here).each(['رأس', '“رأس'])(
    'reads a bullet before an English line that begins with %s',
    async start => {
      const bullet = cell('•', 20, true);
      const text = shaped(`${start} السنة”: the new year`, 'en', 32);
      const [got] = await pages(await pageOf([bullet, ...text]));
      expect(got).toBe(`• ${start} السنة”: the new year`);
    },
  );
});

/** A line of its own in a page of English. */
function cell(text: string, x: number, latin: boolean): GlyphRun {
  const line = { ...PROSE, lang: latin ? 'en' : 'ar', rtl: !latin, first: true, last: true };
  return { ...run(face(latin ? 'serif' : 'naskh'), text, { x, y: 50, rtl: !latin }), line };
}

/** The runs of a line as the press sets it. */
function shaped(text: string, lang: 'ar' | 'en', x: number, y = 50): GlyphRun[] {
  const rtl = lang === 'ar';
  const wish: Wish = rtl
    ? { direction: 'rtl', families: ['cairo', 'source-serif'] }
    : { families: ['source-serif', 'noto-naskh'] };
  const [set] = setLines(shapeText(text, wish), 300, setting('start'));
  const line = { ...PROSE, lang, rtl, first: true, last: true };
  const left = Math.min(...set!.runs.map(part => part.x));
  return set!.runs.map(part => ({ ...part, x: x + part.x - left, y, line }));
}

async function pageOf(runs: readonly GlyphRun[]): Promise<Uint8Array> {
  return writeSharePdf(edition([page(runs)]), { rendition: noPictures });
}
