/** PDF/UA-1: a small paper passes all that a machine can check, and each fault in its structure made on purpose is found by its number. */

import { describe, expect, it } from 'vitest';
import { writeSharePdf } from '../../src/pdf/write.js';
import { structuredIssue } from '../support/structured.js';
import { type Fault, Faults, isElement, set, without } from './faults.js';
import { grayPictures } from './helper.js';
import { installed } from './inspect.js';
import { type Dictionary, PdfObjects, type Value } from './objects.js';
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

  /** A type renamed in the role map. */
  const role =
    (entries: Dictionary) =>
    (root: Dictionary): void => {
      root['/RoleMap'] = { ...(root['/RoleMap'] as Dictionary), ...entries };
    };
  /** Another part after the first `at` of an element. */
  const insert =
    (at: number, part: Value) =>
    (element: Dictionary): void => {
      element['/K'] = (element['/K'] as Value[]).toSpliced(at, 0, part);
    };
  const first = (element: Dictionary): void => {
    element['/K'] = (element['/K'] as Value[]).slice(0, 1);
  };
  const isHeading = ({ '/S': type }: Dictionary): boolean => /^\/H\d$/.test(String(type));

  const faults: readonly (readonly [condition: string, what: string, fault: Fault])[] = [
    [
      '01-003',
      'an artifact in a paragraph',
      paper => paper.content(text => text.replace(/(\/P <<\/MCID \d+>> BDC)/, '$1 /Artifact BMC EMC')),
    ],
    [
      '01-004',
      'a paragraph in an artifact',
      paper =>
        paper.content(text => text.replace(/(\/P <<\/MCID \d+>> BDC[\s\S]*?EMC)/, '/Artifact BMC $1 EMC')),
    ],
    ['01-005', 'a rule that is marked as nothing', paper => paper.content(text => `${text}\n0 0 m 9 9 l S`)],
    ['01-005', 'no mark that it is marked', paper => paper.catalog(without('/MarkInfo'))],
    [
      '01-007',
      'suspects',
      paper => paper.catalog(set({ '/MarkInfo': { '/Marked': true, '/Suspects': true } })),
    ],
    ['02-001', 'a type of nobody', paper => paper.element('P', set({ '/S': '/Para' }))],
    [
      '02-003',
      'types in a circle',
      paper => paper.ofType('StructTreeRoot', role({ '/A': '/B', '/B': '/A' })),
    ],
    ['02-004', 'a standard type renamed', paper => paper.ofType('StructTreeRoot', role({ '/P': '/Span' }))],
    ['09-004', 'a paragraph for a row', paper => paper.element('TR', set({ '/S': '/P' }))],
    ['09-004', 'a header without a body', paper => paper.element('Table', first)],
    ['09-004', 'two headers', paper => paper.element('TBody', set({ '/S': '/THead' }))],
    [
      '09-004',
      'a caption between header and body',
      paper => paper.element('Table', insert(1, paper.reference('Caption'))),
    ],
    ['09-005', 'an entry without a list', paper => paper.element('L', set({ '/S': '/Div' }))],
    [
      '09-005',
      'a caption behind an entry',
      paper => paper.element('L', insert(1, paper.reference('Caption'))),
    ],
    ['09-006', 'a heading in a list of contents', paper => paper.element('TOCI', set({ '/S': '/H2' }))],
    [
      '09-006',
      'a caption in a list of contents',
      paper => paper.element('TOC', insert(1, paper.reference('Caption'))),
    ],
    ['11-001', 'no language', paper => paper.catalog(without('/Lang'))],
    [
      '11-001',
      'a language that is none',
      paper => paper.element('Span', set({ '/Lang': 'u:French language' })),
    ],
    ['11-002', 'no language of a picture’s words', paper => paper.catalog(without('/Lang'))],
    ['11-003', 'no language of the outline', paper => paper.catalog(without('/Lang'))],
    ['11-004', 'no language of annotations', paper => paper.catalog(without('/Lang'))],
    ['11-006', 'no language of the title', paper => paper.catalog(without('/Lang'))],
    ['13-004', 'a figure without words', paper => paper.element('Figure', without('/Alt'))],
    ['13-004', 'a figure with empty words', paper => paper.element('Figure', set({ '/Alt': 'u:' }))],
    ['14-002', 'a first heading of level 2', paper => paper.element('H1', set({ '/S': '/H2' }))],
    ['14-003', 'a level skipped', paper => paper.element('H2', set({ '/S': '/H4' }))],
    ['14-006', 'two headings of one part', paper => paper.every(isHeading, set({ '/S': '/H' }))],
    ['14-007', 'two ways of headings', paper => paper.element('H2', set({ '/S': '/H' }))],
    ['15-003', 'a header of nothing', paper => paper.element('TH', without('/A'))],
    [
      '15-003',
      'a row that lacks a cell',
      paper =>
        paper.element('TR', row => {
          row['/K'] = (row['/K'] as Value[]).slice(1);
        }),
    ],
    [
      '17-002',
      'a formula without words',
      paper =>
        paper.element('Figure', figure => {
          set({ '/S': '/Formula' })(figure);
          without('/Alt')(figure);
        }),
    ],
    ['19-003', 'a note without a name', paper => paper.element('P', set({ '/S': '/Note' }))],
    [
      '19-004',
      'notes of one name',
      paper => paper.every(found => isElement(found, 'P'), set({ '/S': '/Note', '/ID': 'u:one' })),
    ],
    ['28-002', 'another annotation', paper => paper.ofType('Annot', set({ '/Subtype': '/Highlight' }))],
    ['28-008', 'no order of tabs', paper => paper.ofType('Page', without('/Tabs'))],
    ['28-009', 'another order of tabs', paper => paper.ofType('Page', set({ '/Tabs': '/R' }))],
    ['28-011', 'a link outside of the structure', paper => paper.element('Link', set({ '/K': 0 }))],
    ['28-012', 'a link that says nothing', paper => paper.ofType('Annot', without('/Contents'))],
    ['tree', 'a sequence of no element', paper => paper.element('P', set({ '/K': [] }))],
    [
      'tree',
      'a sequence of two elements',
      paper =>
        paper.element('H2', heading => {
          heading['/K'] = [heading['/K']!, heading['/K']!];
        }),
    ],
    [
      'tree',
      'a parent tree that knows nothing',
      paper => paper.ofType('Page', set({ '/StructParents': 999 })),
    ],
    [
      'tree',
      'an annotation without its parent',
      paper => paper.ofType('Annot', set({ '/StructParent': 999 })),
    ],
    [
      'tree',
      'an element without its parent',
      paper => paper.element('P', set({ '/P': paper.reference('H1') })),
    ],
    ['tree', 'a figure that is nowhere', paper => paper.element('Figure', without('/A'))],
  ];
  it.each(faults)('fails %s for %s', (condition, _, fault) => {
    expect(failuresOf(fault(new Faults(pdf))).map(([found]) => found)).toContain(condition);
  });
});
