/** What stands beside each other on one baseline, as readers copy it out: a label and its number, two cells of a table. */

import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
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
});
