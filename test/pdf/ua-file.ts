/**
 * What PDF/UA-1 asks of a file apart from its structure: objects in, failures out. The paper makes no forms, no layers and attaches
 * nothing; where one of these comes in one day, its clause is there.
 */

import type { Dictionary, PdfObjects, Value } from './objects.js';
import { kidsOf, type StructureTree } from './structure.js';
import type { Failure } from './ua.js';

/** `6.1` is the clause of ISO 14289-1 itself; the Matterhorn Protocol has no number for it. */
export function* file(_: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  if (!/^1\.[0-7]$/.test(pdf.version)) yield ['6.1', `version ${pdf.version}`];
  yield* layers(pdf);
  const form = pdf.resolve(pdf.catalog['/AcroForm']) as Dictionary | undefined;
  if (form?.['/XFA'] !== undefined) yield ['25-001', 'a form of XML'];
  const encryption = pdf.resolve(pdf.trailer['/Encrypt']) as Dictionary | undefined;
  if (encryption !== undefined) {
    const permissions = encryption['/P'];
    if (typeof permissions !== 'number') yield ['26-001', 'permissions'];
    else if ((permissions & FOR_THE_BLIND) === 0) yield ['26-002', 'permissions'];
  }
  for (const dictionary of pdf.dictionaries()) yield* embedded(dictionary, pdf);
}

/** Bit 10 of the permissions: text may be taken out for accessibility (ISO 32000-1 table 22). */
const FOR_THE_BLIND = 1 << 9;

function* layers(pdf: PdfObjects): Iterable<Failure> {
  const properties = pdf.resolve(pdf.catalog['/OCProperties']) as Dictionary | undefined;
  if (properties === undefined) return;
  const others = kidsOf(pdf.resolve(properties['/Configs']));
  const all: [condition: string, Value][] = others.map(value => ['20-001', value]);
  if (properties['/D'] !== undefined) all.push(['20-002', properties['/D']]);
  for (const [condition, value] of all) {
    const configuration = pdf.dictionary(value);
    if (!/^u:./.test(String(configuration['/Name'] ?? ''))) yield [condition, 'layers'];
    if (configuration['/AS'] !== undefined) yield ['20-003', 'layers'];
  }
}

function* embedded(dictionary: Dictionary, pdf: PdfObjects): Iterable<Failure> {
  const says = (key: string): boolean => /^[ub]:./.test(String(pdf.resolve(dictionary[key]) ?? ''));
  if (dictionary['/EF'] !== undefined && !(says('/F') && says('/UF'))) yield ['21-001', 'an attached file'];
  if (dictionary['/Subtype'] !== '/Form') return;
  if (dictionary['/Ref'] !== undefined) yield ['30-001', 'a form'];
  // Stricter than the rule, which forbids such a form to be painted twice.
  if (dictionary['/StructParents'] !== undefined) yield ['30-002', 'a form with parts of the structure'];
}
