/** PDF/UA-1 apart from structure: each fault made on purpose in the file, its metadata and its fonts is found by its number. */

import { beforeAll, describe, expect, it } from 'vitest';
import { writeSharePdf } from '../../src/pdf/write.js';
import { type Fault, Faults, set, without } from './faults.js';
import { edition, face, noPictures, page, run } from './helper.js';
import { installed } from './inspect.js';
import { type Dictionary, PdfObjects, type Value } from './objects.js';
import { failuresOf } from './ua.js';

let pdf: PdfObjects;

describe.skipIf(!installed('qpdf'))('a paper of two words', () => {
  beforeAll(async () => {
    const pages = ['one', 'two'].map((story, index) => {
      const items = [run(face('serif'), story, { x: 10, y: 20 })];
      const headline = { kind: 'group', role: 'headline', x: 0, y: 0, story, alt: undefined, items } as const;
      return page([headline], index + 1);
    });
    pdf = PdfObjects.read(await writeSharePdf(edition(pages), { rendition: noPictures }));
  });

  it('passes', () => {
    expect(failuresOf(pdf)).toEqual([]);
  });

  const isDescendant = (dictionary: Dictionary): boolean => dictionary['/Subtype'] === '/CIDFontType2';
  const isTrailer = (dictionary: Dictionary): boolean => '/Root' in dictionary;
  const layers = (properties: Dictionary): Fault => {
    return paper => paper.catalog(set({ '/OCProperties': properties }));
  };
  const attached = (entries: Dictionary): Fault => {
    const files = {
      '/EmbeddedFiles': { '/Names': ['u:a', { '/Type': '/Filespec', '/EF': {}, ...entries }] },
    };
    return paper => paper.catalog(set({ '/Names': files }));
  };
  const widths =
    (change: (widths: Value[]) => Value[]) =>
    (descendant: Dictionary): void => {
      descendant['/W'] = change(descendant['/W'] as Value[]);
    };

  const faults: readonly (readonly [condition: string, what: string, fault: Fault])[] = [
    ['6.1', 'a later version', paper => paper.pdf.withVersion('2.0')],
    ['06-001', 'no XMP', paper => paper.catalog(without('/Metadata'))],
    [
      '06-002',
      'no mark of the standard',
      paper => paper.xmp(xmp => xmp.replace('pdfuaid:part>1', 'pdfuaid:part>')),
    ],
    ['06-002', 'a mark in another name', paper => paper.xmp(xmp => xmp.replace('/pdfua/', '/pdfa/'))],
    ['06-003', 'no title', paper => paper.xmp(xmp => xmp.replace(/<dc:title>.*<\/dc:title>/, ''))],
    ['07-001', 'no word on the title bar', paper => paper.catalog(set({ '/ViewerPreferences': {} }))],
    [
      '07-002',
      'the file name in the title bar',
      paper => paper.catalog(set({ '/ViewerPreferences': { '/DisplayDocTitle': false } })),
    ],
    [
      '10-001',
      'a code without a character',
      paper => paper.content(text => text.replace(/<([0-9A-F]{4})/, '<FFF0$1')),
    ],
    ['20-001', 'other layers without a name', layers({ '/Configs': [{}] })],
    ['20-002', 'layers without a name', layers({ '/D': {} })],
    ['20-003', 'layers that show themselves', layers({ '/D': { '/Name': 'u:a', '/AS': [] } })],
    ['21-001', 'an attached file without a name', attached({ '/F': 'u:a' })],
    ['25-001', 'a form of XML', paper => paper.catalog(set({ '/AcroForm': { '/XFA': 'u:a' } }))],
    ['26-001', 'a lock that permits nothing', paper => paper.every(isTrailer, set({ '/Encrypt': {} }))],
    [
      '26-002',
      'a lock against readers aloud',
      paper => paper.every(isTrailer, set({ '/Encrypt': { '/P': ~(1 << 9) } })),
    ],
    [
      '30-001',
      'a form from another file',
      paper => paper.catalog(set({ '/AF': { '/Subtype': '/Form', '/Ref': {} } })),
    ],
    [
      '30-002',
      'a form with parts of the structure',
      paper => paper.catalog(set({ '/AF': { '/Subtype': '/Form', '/StructParents': 0 } })),
    ],
    ['31-004', 'a map to no glyphs', paper => paper.once(isDescendant, set({ '/CIDToGIDMap': '/Other' }))],
    ['31-005', 'no map to glyphs', paper => paper.once(isDescendant, without('/CIDToGIDMap'))],
    [
      '31-006',
      'codes of another font',
      paper => paper.once(font => font['/Subtype'] === '/Type0', set({ '/Encoding': '/Other' })),
    ],
    [
      '31-009',
      'a font that is not in the file',
      paper => paper.ofType('FontDescriptor', without('/FontFile2')),
    ],
    [
      '31-011',
      'a code without a glyph',
      paper =>
        paper.once(
          isDescendant,
          widths(all => [...all, 500, 500, 0]),
        ),
    ],
    [
      '31-016',
      'a width that is not the glyph’s',
      paper =>
        paper.once(
          isDescendant,
          widths(([code]) => [code!, code!, 9]),
        ),
    ],
    [
      '31-027',
      'a font without characters',
      paper => paper.once(font => font['/Subtype'] === '/Type0', without('/ToUnicode')),
    ],
    ['31-028', 'a code for nothing', paper => paper.toUnicode('0000')],
    ['31-029', 'a code for a byte order mark', paper => paper.toUnicode('FEFF')],
    [
      '31-030',
      'a glyph for what is not there',
      paper => paper.content(text => text.replace(/<([0-9A-F]{4})/, '<0000$1')),
    ],
  ];
  it.each(faults)('fails %s for %s', (condition, _, fault) => {
    expect(failuresOf(fault(new Faults(pdf))).map(([found]) => found)).toContain(condition);
  });
});
