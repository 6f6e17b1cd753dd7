/** The phone edition as a file: tagged, its words found by other programs, built with the others and held to a size. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildIssue } from '../../src/build.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { makePhoneEdition } from '../../src/phone/edition.js';
import { Problems } from '../../src/problem/problem.js';
import { readStructure } from '../../src/structure/read.js';
import { storyTexts } from '../../src/structure/story-text.js';
import { grayPictures } from '../pdf/helper.js';
import { installed, readByPdfium, searchable } from '../pdf/inspect.js';
import { PdfObjects } from '../pdf/objects.js';
import { failuresOf } from '../pdf/ua.js';
import { photograph } from '../support/generated/pictures.js';
import { projectOf, story } from '../support/issue.js';
import { structuredIssue } from '../support/structured.js';

async function written(): Promise<{ pdf: Uint8Array; texts: string[] }> {
  const { edition } = makePhoneEdition(await structuredIssue(), new Problems());
  const pdf = await writeSharePdf(edition, { rendition: grayPictures });
  return { pdf, texts: [...storyTexts(readStructure(edition)!).values()] };
}

it.skipIf(!installed('qpdf'))(
  'passes PDF/UA-1, and all folios are one link that says where it leads',
  async () => {
    const pdf = PdfObjects.read((await written()).pdf);
    expect(failuresOf(pdf)).toEqual([]);
    expect(pdf.catalog['/Outlines']).toBeDefined();
    const annotations = pdf.pages.flatMap(page => (page['/Annots'] ?? []) as string[]);
    const back = annotations
      .map(reference => pdf.dictionary(reference))
      .filter(({ '/Contents': says }) => says === 'u:حقيقة المقهورين');
    expect(back).toHaveLength(pdf.pages.length - 1);
    expect(new Set(back.map(({ '/StructParent': key }) => key)).size).toBe(back.length);
  },
  60_000,
);

it('is read by pdfium word for word', async () => {
  const { pdf, texts } = await written();
  const read = searchable((await readByPdfium(pdf)).replace(/[-\u2010\ufffe\u00ad]\r?\n/g, ''));
  const words = new Set(read.toLowerCase().split(' '));
  const wanted = texts.flatMap(text => searchable(text).toLowerCase().split(' '));
  const missing = wanted.filter(word => !words.has(word));
  expect(missing.length / wanted.length).toBeLessThan(0.03);
}, 60_000);

const OPTIONS = { write: true, allowOverset: false, grid: false, clock: () => 0, progress: () => {} };

it('is built beside the others when asked for, the same bytes each time, and no larger than asked', async () => {
  const pictures = { 'p.jpg': await photograph({ seed: 1, wide: true }) };
  const head = 'pictures:\n  - { file: p.jpg, columns: 4, caption: Seen., credit: Us., alt: A thing. }\n';
  const paper = projectOf({ stories: { a: story('en', 900, 1, head) }, issue: 'pages: 4\n', pictures });
  const find = async (options: object) => {
    const { report, problems } = await buildIssue(paper, '5', { ...OPTIONS, ...options });
    return { report, problems, phone: report!.files.find(({ file }) => file.endsWith('-phone.pdf')) };
  };
  expect((await find({})).phone).toBeUndefined();
  const { report, phone } = await find({ phone: true });
  const bytes = readFileSync(paper.path(phone!.file));
  expect(report!.phone).toMatchObject({ width: 360, height: 640, stories: [{ id: 'a' }] });
  const json = report!.files[0]!.file.replace('-print.pdf', '-report.json');
  expect(JSON.parse(readFileSync(paper.path(json), 'utf8')).phone.pageCount).toBe(report!.phone!.pageCount);
  const most = phone!.bytes - 2000;
  const again = await find({ phone: true, maxSize: most });
  expect(again.phone!.bytes).toBeLessThanOrEqual(most);
  expect(again.phone!.note).toMatch(/^pictures at \d+ pixels an inch/);
  const none = await find({ phone: true, maxSize: 2000 });
  expect(none.problems.list.map(({ code }) => code)).toContain('share-too-large');
  expect(readFileSync(paper.path(phone!.file)).byteLength).toBe(again.phone!.bytes);
  await find({ phone: true });
  expect(readFileSync(paper.path(phone!.file)).equals(bytes)).toBe(true);
}, 120_000);
