/** PDF/UA-1: a small paper passes all that a machine can check, and each fault made on purpose is found by its number. */

import { describe, expect, it } from 'vitest';
import { writeSharePdf } from '../../src/pdf/write.js';
import { structuredIssue } from '../support/structured.js';
import { grayPictures } from './helper.js';
import { installed } from './inspect.js';
import { type Dictionary, PdfObjects } from './objects.js';
import { failuresOf } from './ua.js';

let pdf: PdfObjects;

describe.skipIf(!installed('qpdf'))('a paper', () => {
  it('passes', async () => {
    const { made } = await structuredIssue();
    pdf = PdfObjects.read(await writeSharePdf(made.edition, { rendition: grayPictures }));
    expect(failuresOf(pdf)).toEqual([]);
  }, 60_000);

  it('fails as a whole without tags', async () => {
    const { made } = await structuredIssue();
    const plain = await writeSharePdf(made.edition, { rendition: grayPictures, tagged: false });
    expect(failuresOf(PdfObjects.read(plain))).toEqual([['01-005', 'the file has no structure tree']]);
  }, 60_000);

  /** Changes the first dictionary of a kind. */
  const once = (
    is: (dictionary: Dictionary) => boolean,
    change: (dictionary: Dictionary) => void,
  ): PdfObjects => {
    let done = false;
    const changed = pdf.with(dictionary => {
      if (done || !is(dictionary)) return;
      done = true;
      change(dictionary);
    });
    expect(done).toBe(true);
    return changed;
  };
  const element = (type: string, change: (dictionary: Dictionary) => void): PdfObjects =>
    once(dictionary => dictionary['/S'] === `/${type}` && '/P' in dictionary, change);
  const catalog = (change: (dictionary: Dictionary) => void): PdfObjects =>
    once(dictionary => dictionary['/Type'] === '/Catalog', change);
  const annotation = (change: (dictionary: Dictionary) => void): PdfObjects =>
    once(dictionary => dictionary['/Type'] === '/Annot', change);
  const page = (change: (dictionary: Dictionary) => void): PdfObjects =>
    once(dictionary => dictionary['/Type'] === '/Page', change);
  const root = (change: (dictionary: Dictionary) => void): PdfObjects =>
    once(dictionary => dictionary['/Type'] === '/StructTreeRoot', change);
  const content = (change: (data: string) => string): PdfObjects => {
    const reference = pdf.pages[1]!['/Contents'];
    expect(change(pdf.data(reference).toString('latin1'))).not.toBe(pdf.data(reference).toString('latin1'));
    return pdf.withData(reference, change);
  };
  const without =
    (...keys: readonly string[]) =>
    (dictionary: Dictionary): void => {
      for (const key of keys) delete dictionary[key];
    };

  const faults: readonly (readonly [condition: string, what: string, fault: () => PdfObjects])[] = [
    [
      '01-003',
      'an artifact in a paragraph',
      () => content(text => text.replace(/(\/P <<\/MCID \d+>> BDC)/, '$1 /Artifact BMC EMC')),
    ],
    [
      '01-004',
      'a paragraph in an artifact',
      () => content(text => text.replace(/(\/P <<\/MCID \d+>> BDC[\s\S]*?EMC)/, '/Artifact BMC $1 EMC')),
    ],
    ['01-005', 'a rule that is marked as nothing', () => content(text => `${text}\n0 0 m 9 9 l S`)],
    ['01-005', 'no mark that it is marked', () => catalog(without('/MarkInfo'))],
    [
      '01-007',
      'suspects',
      () =>
        catalog(dictionary => {
          dictionary['/MarkInfo'] = { '/Marked': true, '/Suspects': true };
        }),
    ],
    [
      '02-001',
      'a type of nobody',
      () =>
        element('P', dictionary => {
          dictionary['/S'] = '/Para';
        }),
    ],
    [
      '02-003',
      'types in a circle',
      () =>
        root(dictionary => {
          dictionary['/RoleMap'] = { ...(dictionary['/RoleMap'] as Dictionary), '/A': '/B', '/B': '/A' };
        }),
    ],
    [
      '02-004',
      'a standard type renamed',
      () =>
        root(dictionary => {
          dictionary['/RoleMap'] = { ...(dictionary['/RoleMap'] as Dictionary), '/P': '/Span' };
        }),
    ],
    ['06-001', 'no XMP', () => catalog(without('/Metadata'))],
    [
      '06-002',
      'no mark of the standard',
      () => pdf.withData(pdf.catalog['/Metadata'], xmp => xmp.replace('pdfuaid:part>1', 'pdfuaid:part>')),
    ],
    [
      '06-003',
      'no title',
      () => pdf.withData(pdf.catalog['/Metadata'], xmp => xmp.replace(/<dc:title>.*<\/dc:title>/, '')),
    ],
    [
      '07-001',
      'no word on the title bar',
      () =>
        catalog(dictionary => {
          dictionary['/ViewerPreferences'] = {};
        }),
    ],
    [
      '07-002',
      'the file name in the title bar',
      () =>
        catalog(dictionary => {
          dictionary['/ViewerPreferences'] = { '/DisplayDocTitle': false };
        }),
    ],
    [
      '09-004',
      'a paragraph for a row',
      () =>
        element('TR', dictionary => {
          dictionary['/S'] = '/P';
        }),
    ],
    [
      '09-005',
      'an entry without a list',
      () =>
        element('L', dictionary => {
          dictionary['/S'] = '/Div';
        }),
    ],
    [
      '09-006',
      'a heading in a list of contents',
      () =>
        element('TOCI', dictionary => {
          dictionary['/S'] = '/H2';
        }),
    ],
    [
      '10-001',
      'a code without a character',
      () => content(text => text.replace(/<([0-9A-F]{4})/, '<FFF0$1')),
    ],
    ['11-001', 'no language', () => catalog(without('/Lang'))],
    [
      '11-001',
      'a language that is none',
      () =>
        element('Span', dictionary => {
          dictionary['/Lang'] = 'u:French language';
        }),
    ],
    ['11-004', 'no language of annotations', () => catalog(without('/Lang'))],
    ['13-004', 'a figure without words', () => element('Figure', without('/Alt'))],
    [
      '13-004',
      'a figure with empty words',
      () =>
        element('Figure', dictionary => {
          dictionary['/Alt'] = 'u:';
        }),
    ],
    [
      '14-002',
      'a first heading of level 2',
      () =>
        element('H1', dictionary => {
          dictionary['/S'] = '/H2';
        }),
    ],
    [
      '14-003',
      'a level skipped',
      () =>
        element('H2', dictionary => {
          dictionary['/S'] = '/H4';
        }),
    ],
    [
      '14-007',
      'two ways of headings',
      () =>
        element('H2', dictionary => {
          dictionary['/S'] = '/H';
        }),
    ],
    ['15-003', 'a header of nothing', () => element('TH', without('/A'))],
    [
      '15-003',
      'a row that lacks a cell',
      () =>
        element('TR', dictionary => {
          dictionary['/K'] = (dictionary['/K'] as string[]).slice(1);
        }),
    ],
    [
      '28-002',
      'another annotation',
      () =>
        annotation(dictionary => {
          dictionary['/Subtype'] = '/Highlight';
        }),
    ],
    ['28-008', 'no order of tabs', () => page(without('/Tabs'))],
    [
      '28-009',
      'another order of tabs',
      () =>
        page(dictionary => {
          dictionary['/Tabs'] = '/R';
        }),
    ],
    [
      '28-011',
      'a link outside of the structure',
      () =>
        element('Link', dictionary => {
          dictionary['/K'] = 0;
        }),
    ],
    ['28-012', 'a link that says nothing', () => annotation(without('/Contents'))],
    [
      '31-009',
      'a font that is not in the file',
      () => once(dictionary => dictionary['/Type'] === '/FontDescriptor', without('/FontFile2')),
    ],
    [
      '31-030',
      'a glyph for what is not there',
      () => content(text => text.replace(/<([0-9A-F]{4})/, '<0000$1')),
    ],
    [
      'tree',
      'a sequence of no element',
      () =>
        element('P', dictionary => {
          dictionary['/K'] = [];
        }),
    ],
    [
      'tree',
      'a sequence of two elements',
      () =>
        element('H2', dictionary => {
          dictionary['/K'] = [dictionary['/K']!, dictionary['/K']!];
        }),
    ],
    [
      'tree',
      'a parent tree that knows nothing',
      () =>
        page(dictionary => {
          dictionary['/StructParents'] = 999;
        }),
    ],
    [
      'tree',
      'an annotation without its parent',
      () =>
        annotation(dictionary => {
          dictionary['/StructParent'] = 999;
        }),
    ],
  ];
  it.each(faults)('fails %s for %s', (condition, _, fault) => {
    expect(failuresOf(fault()).map(([found]) => found)).toContain(condition);
  });
});
