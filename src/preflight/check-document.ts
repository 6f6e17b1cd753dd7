/** Clauses on the file as a whole: a written PDF in; faults of its version, identity, output intent and trapping, and whatever it should not hold, out. */

import { type Clause, type Faults, STANDARDS, type Standard } from './clause.js';
import type { PdfDocument } from './pdf-file.js';
import type { PdfObject } from './pdf-syntax.js';

/** Checks all but pages and fonts. */
export function checkDocument(pdf: PdfDocument, standard: Standard, faults: Faults): void {
  const { version } = STANDARDS[standard];
  faults.expect(
    pdf.version === version,
    'file',
    `it is PDF ${pdf.version || 'of no version'}, not ${version}`,
  );
  checkForbidden(pdf, standard, faults);
  checkIntent(pdf, standard, faults);
  checkInfo(pdf, standard, faults);
  if (standard === 'x-4') checkMetadata(pdf, faults);
  const ids = pdf.array(pdf.trailer.get('/ID'));
  const isGiven = ids.length === 2 && ids.every(id => id instanceof Uint8Array && id.length > 0);
  faults.expect(isGiven, 'identity', 'the trailer has no ID');
}

/** Keys of any dictionary of the file that the standards forbid, or that no page of a newspaper needs. */
const FORBIDDEN: readonly (readonly [Clause, readonly string[]])[] = [
  ['external', ['/F', '/FFilter', '/Ref', '/OPI', '/EF', '/AF']],
  ['states', ['/TR', '/TR2', '/HT', '/HTP', '/BG', '/BG2', '/UCR', '/UCR2']],
  ['postscript', ['/PS']],
  ['encryption', ['/Encrypt']],
  ['alternates', ['/Alternates']],
  ['annotations', ['/Annots', '/AcroForm']],
  ['actions', ['/A', '/AA', '/OpenAction', '/JavaScript', '/JS', '/URI']],
  ['viewers', ['/ViewerPreferences', '/OCProperties', '/Requirements', '/PresSteps', '/XFA']],
];
const TRANSPARENT = ['/SMask', '/Group', '/BM', '/CA', '/ca', '/AIS', '/SMaskInData'];
const FILTERS = new Set(['/FlateDecode', '/DCTDecode']);

function checkForbidden(pdf: PdfDocument, standard: Standard, faults: Faults): void {
  for (const dictionary of pdf.dictionaries()) {
    for (const [clause, keys] of FORBIDDEN) {
      for (const key of keys) faults.expect(!dictionary.has(key), clause, `it has the key ${key}`);
    }
    for (const key of standard === 'x-1a' ? TRANSPARENT : []) {
      faults.expect(!dictionary.has(key), 'transparency', `it has the key ${key}`);
    }
    const filter = pdf.resolve(dictionary.get('/Filter'));
    for (const name of Array.isArray(filter) ? filter : filter === null ? [] : [filter]) {
      faults.expect(FILTERS.has(String(name)), 'filters', `a stream is packed by ${String(name)}`);
    }
    const isSubtype = (name: string): boolean => pdf.get(dictionary, '/Subtype') === name;
    faults.expect(!isSubtype('/PS'), 'postscript', 'it holds PostScript');
  }
}

/** Where an ICC profile says its version, class, space and signature (ICC.1:2010, 7.2). */
const ICC = { version: 8, class: 12, space: 16, signature: 36, header: 128 };

function checkIntent(pdf: PdfDocument, standard: Standard, faults: Faults): void {
  const intents = pdf
    .array(pdf.catalog.get('/OutputIntents'))
    .filter(intent => pdf.get(intent, '/S') === '/GTS_PDFX');
  faults.expect(intents.length === 1, 'colour', `it has ${intents.length} output intents for PDF/X, not one`);
  const [intent] = intents;
  if (intent === undefined) return;
  const named = ['/OutputConditionIdentifier', '/Info'].filter(key => textOf(pdf.get(intent, key)) === '');
  faults.expect(named.length === 0, 'colour', `the output intent has no ${named.join(' and no ')}`);
  const profile = pdf.data(pdf.dictionary(intent).get('/DestOutputProfile'));
  if (profile === undefined || profile.length < ICC.header) {
    faults.add('colour', 'the output intent has no output profile');
    return;
  }
  const bytes = Buffer.from(profile);
  const word = (at: number): string => bytes.toString('latin1', at, at + 4);
  const isPress = word(ICC.signature) === 'acsp' && word(ICC.class) === 'prtr' && word(ICC.space) === 'CMYK';
  faults.expect(isPress, 'colour', 'the output profile is not a press’s for CMYK');
  const { newestProfile } = STANDARDS[standard];
  const newest = `the output profile is of ICC version ${bytes[ICC.version]}, and ${newestProfile} is the newest allowed`;
  faults.expect(bytes[ICC.version]! <= newestProfile, 'colour', newest);
}

function checkInfo(pdf: PdfDocument, standard: Standard, faults: Faults): void {
  const info = pdf.dictionary(pdf.trailer.get('/Info'));
  const trapped = pdf.get(info, '/Trapped');
  faults.expect(
    trapped === '/True' || trapped === '/False',
    'trapping',
    'it does not say whether it is trapped',
  );
  for (const key of ['/Title', '/Creator', '/Producer', '/CreationDate', '/ModDate']) {
    faults.expect(textOf(pdf.get(info, key)) !== '', 'identity', `the document information has no ${key}`);
  }
  for (const key of ['/CreationDate', '/ModDate']) {
    const isDate = isoDate(textOf(pdf.get(info, key))) !== undefined;
    faults.expect(isDate, 'identity', `${key} is no date`);
  }
  const { name } = STANDARDS[standard];
  const said = textOf(pdf.get(info, '/GTS_PDFXVersion'));
  faults.expect(said === name, 'identity', `it calls itself “${said}”, not “${name}”`);
  const isOfOldStandard = info.has('/GTS_PDFXConformance');
  faults.expect(!isOfOldStandard, 'identity', 'it names a conformance level, as the standard of 2001 did');
}

/** The XMP packet of PDF/X-4, and that it says the same as the document information. */
function checkMetadata(pdf: PdfDocument, faults: Faults): void {
  const reference = pdf.catalog.get('/Metadata');
  const bytes = pdf.data(reference);
  if (bytes === undefined) {
    faults.add('identity', 'it has no XMP metadata');
    return;
  }
  faults.expect(pdf.get(reference, '/Filter') === null, 'identity', 'its XMP metadata is packed');
  const packet = Buffer.from(bytes).toString('utf8');
  const value = (name: string): string =>
    unescaped(new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(packet)?.[1] ?? '');
  const info = pdf.dictionary(pdf.trailer.get('/Info'));
  const own = (key: string): string => textOf(pdf.get(info, key));
  const title = unescaped(/<dc:title>.*?<rdf:li[^>]*>([^<]*)<\/rdf:li>/s.exec(packet)?.[1] ?? '');
  const wanted: readonly (readonly [name: string, said: string, wanted: string])[] = [
    ['pdfxid:GTS_PDFXVersion', value('pdfxid:GTS_PDFXVersion'), STANDARDS['x-4'].name],
    ['xmp:CreateDate', value('xmp:CreateDate'), isoDate(own('/CreationDate')) ?? ''],
    ['xmp:ModifyDate', value('xmp:ModifyDate'), isoDate(own('/ModDate')) ?? ''],
    ['pdf:Trapped', value('pdf:Trapped'), String(pdf.get(info, '/Trapped')).slice(1)],
    ['dc:title', title, own('/Title')],
  ];
  for (const [name, said, expected] of wanted) {
    faults.expect(said === expected, 'identity', `${name} in its XMP is “${said}”, not “${expected}”`);
  }
  for (const name of ['xmpMM:DocumentID', 'xmpMM:RenditionClass', 'xmpMM:VersionID', 'xmp:MetadataDate']) {
    faults.expect(value(name) !== '', 'identity', `its XMP has no ${name}`);
  }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A text string (ISO 32000-1 7.9.2.2); empty for what is none. */
function textOf(object: PdfObject): string {
  if (!(object instanceof Uint8Array)) return '';
  const isWide = object[0] === 0xfe && object[1] === 0xff;
  return isWide
    ? Buffer.from(object.subarray(2)).swap16().toString('utf16le')
    : Buffer.from(object).toString('latin1');
}

/** A PDF date in the form of XMP, undefined for what is none; all ours are UTC. */
function isoDate(date: string): string | undefined {
  const [, year, month, day, hours, minutes, seconds] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/.exec(date) ?? [];
  return seconds === undefined ? undefined : `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`;
}
