/** Packed files: objects in streams, found by qpdf, poppler, MuPDF and pdfium as those of plain files are. */

import { describe, expect, it } from 'vitest';
import { PdfFile, pdfText } from '../../src/pdf/container.js';
import { crossReferences, objectStreams } from '../../src/pdf/object-streams.js';
import { syntaxOf } from '../../src/pdf/syntax.js';
import { installed, readByPdfium, withFile } from './inspect.js';
import { PdfObjects } from './objects.js';

/** One page, and an object for each of so many numbers, the catalogue's. */
function written(count: number, packed: boolean): Uint8Array {
  const file = new PdfFile({ version: '1.7', level: 6, info: { Title: pdfText('أ') }, packed });
  const page = file.ref({ MediaBox: [0, 0, 9, 9], Contents: file.stream({}, Buffer.from('0 g')) });
  file.addPage(page);
  file.end(page);
  Object.assign(file.catalog, { Test: Array.from({ length: count }, (_, at) => file.object({ At: at })) });
  return file.finish();
}

describe.skipIf(!installed('qpdf'))('a packed file', () => {
  it('has the objects of a plain one', () => {
    const [packed, plain] = [true, false].map(is => PdfObjects.read(written(450, is))) as [
      PdfObjects,
      PdfObjects,
    ];
    const numbers = (pdf: PdfObjects) =>
      (pdf.catalog['/Test'] as string[]).map(reference => pdf.dictionary(reference)['/At']);
    expect(numbers(packed)).toEqual(Array.from({ length: 450 }, (_, at) => at));
    expect(numbers(packed)).toEqual(numbers(plain));
    expect(packed.info).toEqual(plain.info);
    expect(packed.pages).toHaveLength(1);
  });

  it('is free of errors, and a fraction as large', () => {
    expect(withFile(written(450, true), 'qpdf', ['--check', 'FILE']).toString()).toContain('No syntax');
    expect(written(450, true).length).toBeLessThan(written(450, false).length / 5);
  });

  it.skipIf(!installed('mutool'))('is opened by MuPDF and pdfium without repairs', async () => {
    const pdf = written(450, true);
    expect(withFile(pdf, 'mutool', ['show', 'FILE', 'trailer/Root/Test/450/At']).toString().trim()).toBe(
      '449',
    );
    expect(await readByPdfium(pdf)).toBe('');
  });

  it('is the same twice, and its ID another with other objects', () => {
    expect(Buffer.compare(written(3, true), written(3, true))).toBe(0);
    expect(PdfObjects.read(written(3, true)).trailer['/ID']).not.toEqual(
      PdfObjects.read(written(4, true)).trailer['/ID'],
    );
  });
});

it('streams hold at most 200 objects', () => {
  const objects = Array.from({ length: 401 }, (_, at) => ({ id: at + 1, syntax: 'null' }));
  expect(objectStreams(objects, 6).map(({ ids }) => ids.length)).toEqual([200, 200, 1]);
});

it('cross references have a row for every number', () => {
  const { data } = crossReferences([undefined, 15, { stream: 3, index: 1 }, 99], {}, 6);
  expect(data).toMatchObject({ Type: 'XRef', Size: 4, W: [1, 4, 2] });
});

it.each([
  ['Name', '/Name'],
  [1.23456789, '1.234568'],
  [-0.0000001, '0'],
  [[1, 'A', true], '[1 /A true]'],
  [{ A: 1, B: undefined, C: {} }, '<<\n/A 1\n/C <<\n>>\n>>'],
  [pdfText('(a)'), '(\\(a\\))'],
])('the syntax of %j', (value, syntax) => expect(syntaxOf(value)).toBe(syntax));
