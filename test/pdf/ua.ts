/**
 * PDF/UA-1 as far as a machine can tell: a written PDF in, what is wrong with it out, each by the number of its failure condition in the
 * Matterhorn Protocol 1.1 (PDF Association); `tree` is what ISO 32000-1 14.7.4 asks of the structure tree itself.
 */

import type { Dictionary, PdfObjects } from './objects.js';
import { attributesOf, type Element, STANDARD, StructureTree } from './structure.js';
import { file } from './ua-file.js';
import { fonts } from './ua-fonts.js';
import { nesting } from './ua-nesting.js';

/** A failure: its number, and where. */
export type Failure = readonly [condition: string, what: string];

type Check = (tree: StructureTree, pdf: PdfObjects) => Iterable<Failure>;

/** All failures of a file, in the order of the checks. */
export function failuresOf(pdf: PdfObjects): Failure[] {
  if (pdf.catalog['/StructTreeRoot'] === undefined) return [['01-005', 'the file has no structure tree']];
  const tree = new StructureTree(pdf);
  return CHECKS.flatMap(check => [...check(tree, pdf)]);
}

const CHECKS: readonly Check[] = [
  file,
  marking,
  sequences,
  roles,
  metadata,
  nesting,
  languages,
  alternatives,
  notes,
  headings,
  tables,
  annotations,
  fonts,
];

function* marking({ contents }: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  for (const [page, { painted, misplaced }] of contents.entries()) {
    for (const condition of misplaced) yield [condition, `page ${page + 1}`];
    for (const { artifact, mcid, operator } of painted) {
      if (!artifact && mcid === undefined) yield ['01-005', `${operator} on page ${page + 1}`];
    }
  }
  const mark = (pdf.resolve(pdf.catalog['/MarkInfo']) ?? {}) as Dictionary;
  if (mark['/Marked'] !== true) yield ['01-005', 'the file does not say that it is marked'];
  if (mark['/Suspects'] === true) yield ['01-007', 'MarkInfo'];
}

/** Every sequence belongs to one element, and the parent tree says to which. */
function* sequences(tree: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  const owners = new Map<string, Element[]>();
  for (const element of tree.elements) {
    for (const child of element.children) {
      if (!('mcid' in child)) continue;
      const key = `${child.page} ${child.mcid}`;
      owners.set(key, [...(owners.get(key) ?? []), element]);
      if (tree.painted(child).length === 0) yield ['tree', `${element.type}: sequence ${key} paints nothing`];
    }
  }
  for (const [page, { painted }] of tree.contents.entries()) {
    const parents = tree.parents(pdf.pages[page]!['/StructParents'] as number) as string[] | undefined;
    for (const mcid of new Set(painted.flatMap(item => item.mcid ?? []))) {
      const own = owners.get(`${page} ${mcid}`) ?? [];
      if (own.length !== 1)
        yield ['tree', `sequence ${mcid} of page ${page + 1} is in ${own.length} elements`];
      else if (parents?.[mcid] !== own[0]!.reference) yield ['tree', `parent of ${mcid} on page ${page + 1}`];
    }
  }
  for (const { dictionary, parent, type } of tree.elements) {
    const above = parent === undefined ? String(pdf.catalog['/StructTreeRoot']) : parent.reference;
    if (dictionary['/P'] !== above) yield ['tree', `the parent of ${type}`];
  }
}

function* roles(tree: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  const map = pdf.dictionary(tree.root['/RoleMap'] ?? {});
  for (const [from, to] of Object.entries(map)) {
    if (STANDARD.has(from.slice(1))) yield ['02-004', from];
    const seen = new Set([from]);
    for (let at = to as string; map[at] !== undefined; at = map[at] as string) {
      if (seen.has(at)) {
        yield ['02-003', from];
        break;
      }
      seen.add(at);
    }
  }
  for (const { type, dictionary } of tree.elements)
    if (type === '?') yield ['02-001', String(dictionary['/S'])];
}

function* metadata(_: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  const reference = pdf.catalog['/Metadata'];
  if (reference === undefined) yield ['06-001', 'catalogue'];
  const xmp = reference === undefined ? '' : pdf.data(reference).toString();
  const own = 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"';
  if (!xmp.includes(own) || !/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp)) yield ['06-002', 'XMP'];
  if (!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]+</.test(xmp)) yield ['06-003', 'XMP'];
  const preferences = (pdf.resolve(pdf.catalog['/ViewerPreferences']) ?? {}) as Dictionary;
  if (preferences['/DisplayDocTitle'] === undefined) yield ['07-001', 'ViewerPreferences'];
  else if (preferences['/DisplayDocTitle'] !== true) yield ['07-002', 'ViewerPreferences'];
}

function* languages({ elements }: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  const isTag = (value: unknown): boolean =>
    typeof value === 'string' && /^u:[a-z]{2,3}(-[\w-]+)?$/i.test(value);
  const own = isTag(pdf.catalog['/Lang']);
  const known = (element: Element | undefined): boolean =>
    element === undefined ? own : isTag(element.dictionary['/Lang']) || known(element.parent);
  for (const element of elements) {
    const { '/Lang': lang } = element.dictionary;
    if (lang !== undefined && !isTag(lang)) yield ['11-001', String(lang)];
    const holds = element.children.some(child => 'mcid' in child);
    if (holds && !known(element)) yield ['11-001', element.type];
    const says = ['/Alt', '/ActualText', '/E'].some(key => element.dictionary[key] !== undefined);
    if (says && !known(element)) yield ['11-002', element.type];
  }
  if (own) return;
  if (pdf.catalog['/Outlines'] !== undefined) yield ['11-003', 'outline'];
  if (pdf.pages.some(page => page['/Annots'] !== undefined)) yield ['11-004', 'annotations'];
  yield ['11-006', 'metadata'];
}

function* alternatives(tree: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  for (const element of tree.ofType('Figure', 'Formula')) {
    const { '/Alt': alt, '/ActualText': actual } = element.dictionary;
    const said = [alt, actual].some(text => typeof text === 'string' && text.length > 2);
    if (!said) yield [element.type === 'Figure' ? '13-004' : '17-002', element.reference];
    const box = attributesOf(element, 'Layout', pdf)['/BBox'];
    if (!Array.isArray(box) || box.length !== 4) yield ['tree', `${element.reference} has no BBox`];
  }
}

function* notes(tree: StructureTree): Iterable<Failure> {
  const known = new Set<unknown>();
  for (const { dictionary, reference } of tree.ofType('Note')) {
    const id = dictionary['/ID'];
    if (typeof id !== 'string' || id.length < 3) yield ['19-003', reference];
    else if (known.has(id)) yield ['19-004', reference];
    known.add(id);
  }
}

function* headings({ elements }: StructureTree): Iterable<Failure> {
  let last = 0;
  for (const { type } of elements) {
    if (!/^H\d$/.test(type)) continue;
    const level = Number(type.slice(1));
    if (last === 0 && level !== 1) yield ['14-002', type];
    else if (level > last + 1) yield ['14-003', `${type} after H${last}`];
    last = level;
  }
  const plain = elements.filter(({ type }) => type === 'H');
  if (plain.length > 0 && last > 0) yield ['14-007', 'H and Hn'];
  for (const parent of new Set(plain.map(element => element.parent)))
    if (plain.filter(element => element.parent === parent).length > 1) yield ['14-006', 'H twice'];
}

function* tables(tree: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  for (const cell of tree.ofType('TH')) {
    const scope = attributesOf(cell, 'Table', pdf)['/Scope'];
    if (!['/Column', '/Row', '/Both'].includes(String(scope))) yield ['15-003', cell.reference];
  }
  for (const table of tree.ofType('Table')) {
    const rows = tree.ofType('TR').filter(row => row.parent === table || row.parent?.parent === table);
    if (new Set(rows.map(row => row.children.length)).size > 1)
      yield ['15-003', `rows of ${table.reference} differ`];
  }
}

function* annotations(tree: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  const owners = new Map<string, Element>();
  for (const element of tree.elements)
    for (const child of element.children) if ('annotation' in child) owners.set(child.annotation, element);
  for (const [index, page] of pdf.pages.entries()) {
    const references = (page['/Annots'] ?? []) as string[];
    if (references.length > 0 && page['/Tabs'] === undefined) yield ['28-008', `page ${index + 1}`];
    if (page['/Tabs'] !== undefined && page['/Tabs'] !== '/S') yield ['28-009', `page ${index + 1}`];
    for (const reference of references) {
      const annotation = pdf.dictionary(reference);
      const owner = owners.get(reference);
      if (annotation['/Subtype'] !== '/Link') yield ['28-002', reference];
      if (owner?.type !== 'Link') yield ['28-011', reference];
      if (!/^u:./.test(String(annotation['/Contents'] ?? ''))) yield ['28-012', reference];
      const parent = tree.parents(annotation['/StructParent'] as number);
      if (parent !== (owner && pdf.resolve(owner.reference))) yield ['tree', `the parent of ${reference}`];
    }
  }
}
