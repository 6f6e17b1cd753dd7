/** Written press PDFs read back: sound ones have no faults, and each fault put into one is found, with its clause and page. */

import { beforeAll, describe, expect, it } from 'vitest';
import { clauseName, readBack, type Standard } from '../../src/preflight/read-back.js';
import { pages, written } from '../pdf/everything.js';
import { type Forgery, forged } from './forge.js';

const files = new Map<Standard, Uint8Array>();
beforeAll(async () => {
  for (const standard of ['x-4', 'x-1a'] as const) files.set(standard, await written(standard));
});

/** Faults as `clause: message`, those of a page with its number. */
function faultsOf(bytes: Uint8Array, standard: Standard, leastPpi = 0): string[] {
  const { pages: all, bleed } = pages();
  const sheets = all.map(({ width, height }) => ({ width, height, bleed }));
  return readBack(bytes, { standard, pages: sheets, leastPpi }).map(
    ({ breaks, page, message }) => `${breaks}${page === undefined ? '' : ` page ${page}`}: ${message}`,
  );
}

function faultsIn(standard: Standard, forgery: Forgery): string[] {
  return faultsOf(forged(files.get(standard)!, forgery), standard);
}

/** What is put in, and the fault that must be found. */
type Row = readonly [name: string, forgery: Forgery, fault: string];

const text = (from: string | RegExp, to: string): Forgery => ({ syntax: [[from, to]] });
const ops = (from: string | RegExp, to: string): Forgery => ({ content: [[from, to]] });

const BOTH: readonly Row[] = [
  ['no trapping', text('/Trapped /False\n', ''), 'trapping: it does not say whether it is trapped'],
  [
    'trapping by a string',
    text('/Trapped /False', '/Trapped (False)'),
    'trapping: it does not say whether it is trapped',
  ],
  ['no title', text(/\/Title <.*>\n/, ''), 'identity: the document information has no /Title'],
  ['no date', text(/\/CreationDate \(.*\)/, '/CreationDate (today)'), 'identity: /CreationDate is no date'],
  ['no ID', text(/\/ID \[.*\]\n/, ''), 'identity: the trailer has no ID'],
  ['another name', text('(PDF/X-', '(PDF/Y-'), 'identity: it calls itself “PDF/Y-'],
  [
    'a conformance level',
    text('/Trapped', '/GTS_PDFXConformance (PDF/X-1a:2001)\n/Trapped'),
    'identity: it names a conformance level',
  ],
  [
    'no output intent',
    text(/\/OutputIntents \[[\s\S]*?\]\n/, ''),
    'colour: it has 0 output intents for PDF/X, not one',
  ],
  [
    'an intent without a condition',
    text(/\/OutputConditionIdentifier \(.*?\)\n/, ''),
    'colour: the output intent has no /OutputConditionIdentifier',
  ],
  [
    'an intent without a profile',
    text(/\/DestOutputProfile \d+ 0 R/, ''),
    'colour: the output intent has no output profile',
  ],
  [
    'the profile of a screen',
    { packed: [['prtrCMYK', 'mntrRGB ']] },
    'colour: the output profile is not a press’s for CMYK',
  ],
  ['RGB text', ops(/0 1 0\.9 0 k/, '1 0 0 rg'), 'colour page 1: the page is painted in DeviceRGB'],
  ['RGB lines', ops(/0 0 0 1 K/, '0 0 0 RG'), 'colour page 1: the page is painted in DeviceRGB'],
  [
    'an RGB image',
    text('/ColorSpace /DeviceCMYK', '/ColorSpace /DeviceRGB'),
    'colour page 1: the page is painted in DeviceRGB',
  ],
  [
    'an image in a profile',
    text('/ColorSpace /DeviceCMYK', '/ColorSpace [/ICCBased 1 0 R]'),
    'colour page 1: the page is painted in ICCBased',
  ],
  [
    'a spot colour of RGB',
    text('/DeviceCMYK <<', '/DeviceRGB <<'),
    'colour page 1: the page is painted in Separation',
  ],
  [
    'a gray JPEG taken for CMYK',
    text('/ColorSpace /DeviceGray', '/ColorSpace /DeviceCMYK'),
    'colour page 1: a JPEG is not of the size and channels',
  ],
  [
    'a JPEG of another size',
    text('/Width 16', '/Width 32'),
    'colour page 1: a JPEG is not of the size and channels',
  ],
  [
    '16 bits',
    text('/BitsPerComponent 8', '/BitsPerComponent 16'),
    'colour page 1: an image has not eight bits a channel',
  ],
  ['a font that is not embedded', text(/\/FontFile2 \d+ 0 R/, ''), 'is not embedded'],
  ['a Type 3 font', text('/Subtype /Type0', '/Subtype /Type3'), 'is a Type 3 font'],
  ['no mark of a subset', text(/\/BaseFont \/[A-Z]{6}\+(\w)/g, '/BaseFont /'), 'is not marked as a subset'],
  ['no widths', text(/\/W \[1\[[^\]]*\]\]/, '/W []'), 'gives no width for code'],
  [
    'wrong widths',
    text(/\/W \[1\[[\d.]+ [\d.]+/, '/W [1[340 999'),
    'gives code 2 another width than its program does',
  ],
  ['text in no font', text(/\/F0 \d+ 0 R/, ''), 'fonts: text is shown in no font'],
  ['LZW', text('/FlateDecode', '/LZWDecode'), 'filters: a stream is packed by /LZWDecode'],
  ['no trim', text(/\/TrimBox \[.*?\]\n/, ''), 'boxes page 1: there is no trim box'],
  [
    'trim outside bleed',
    text(/\/BleedBox \[.*?\]/, '/BleedBox [30 30 400 500]'),
    'boxes page 1: the trim box reaches out of the bleed box',
  ],
  [
    'bleed outside media',
    text(/\/MediaBox \[.*?\]/, '/MediaBox [20 20 425 525]'),
    'boxes page 1: the bleed box reaches out of the media box',
  ],
  [
    'another trim',
    text(/\/TrimBox \[.*?\]/, '/TrimBox [21 21 420 521]'),
    'boxes page 1: the trim is 399 × 500 points, not 400 × 500',
  ],
  [
    'a crop box',
    text('/TrimBox', '/CropBox [0 0 400 500]\n/TrimBox'),
    'boxes page 1: the page has the key /CropBox',
  ],
  ['a turned page', text('/TrimBox', '/Rotate 90\n/TrimBox'), 'boxes page 1: the page has the key /Rotate'],
  ['a transfer curve', text('/OPM 1', '/OPM 1\n/TR /Identity'), 'states: it has the key /TR'],
  ['a halftone', text('/OPM 1', '/OPM 1\n/HT /Default'), 'states: it has the key /HT'],
  ['PostScript', ops(/\bBT\b/, '(x) PS BT'), 'postscript page 1: the page has the operator PS'],
  [
    'encryption',
    text('/Root', '/Encrypt << /Filter /Standard >>\n/Root'),
    'encryption: it has the key /Encrypt',
  ],
  [
    'another image to choose',
    text('/BitsPerComponent', '/Alternates []\n/BitsPerComponent'),
    'alternates: it has the key /Alternates',
  ],
  [
    'an annotation',
    text('/TrimBox', '/Annots [<< /Subtype /Link >>]\n/TrimBox'),
    'annotations: it has the key /Annots',
  ],
  [
    'a form',
    text('/Type /Catalog', '/Type /Catalog\n/AcroForm << >>'),
    'annotations: it has the key /AcroForm',
  ],
  [
    'an action',
    text('/Type /Catalog', '/Type /Catalog\n/OpenAction << /S /Named >>'),
    'actions: it has the key /OpenAction',
  ],
  [
    'a script',
    text('/Type /Catalog', '/Type /Catalog\n/Names << /JavaScript << >> >>'),
    'actions: it has the key /JavaScript',
  ],
  [
    'layers',
    text('/Type /Catalog', '/Type /Catalog\n/OCProperties << >>'),
    'viewers: it has the key /OCProperties',
  ],
  [
    'an external stream',
    text('/Type /Catalog', '/Type /Catalog\n/F (else.pdf)'),
    'external: it has the key /F',
  ],
  ['hidden operators', ops(/\bBT\b/, 'BX BT'), 'operators page 1: the page has the operator BX'],
  ['an unknown operator', ops(/\bBT\b/, 'blend BT'), 'operators page 1: the page has the operator blend'],
  [
    'an inline image',
    ops(/\bBT\b/, 'BI /W 1 /H 1 ID x EI BT'),
    'operators page 1: the page has the operator BI',
  ],
  ['a shading', ops(/\bBT\b/, '/Sh0 sh BT'), 'operators page 1: the page has the operator sh'],
  ['states that stay open', ops(/\bBT\b/, 'q BT'), 'operators page 1: the page has the operator q without Q'],
  [
    'content that is no syntax',
    ops(/\bBT\b/, ') BT'),
    'file page 1: the content of the page cannot be read: a stray “)”',
  ],
  [
    'black text that knocks out',
    text('/OP false\n/op true', '/OP false\n/op false'),
    'black-overprint page 1: black text of 9 pt does not overprint',
  ],
  [
    'black text that knocks out in part',
    text(/\/Fills <<([\s\S]*?)\/OPM 1/, '/Fills <<\n/Type /ExtGState\n/OP false\n/op true\n/OPM 0'),
    'black-overprint page 1: black text of 9 pt does not overprint',
  ],
  [
    'coloured text that overprints',
    ops(/\/Knock gs\n0 1 0\.9 0 k/, '0 1 0.9 0 k'),
    'black-overprint page 1: text that is not black overprints',
  ],
  [
    'a coloured area that overprints',
    ops(/(\/S0 cs)/, '/Fills gs\n/S0 cs'),
    'black-overprint page 1: an area that is not black overprints',
  ],
  ['a page lost', text(/\/Kids \[(\d+ 0 R) \d+ 0 R\]/, '/Kids [4 0 R]'), 'file: it has 0 pages, not 2'],
];

const ONLY_X4: readonly Row[] = [
  ['an older PDF', { ...text('%PDF-1.6', '%PDF-1.5') }, 'file: it is PDF 1.5, not 1.6'],
  ['no XMP', text(/\/Metadata \d+ 0 R\n/, ''), 'identity: it has no XMP metadata'],
  [
    'XMP without the mark',
    { plain: [['PDF/X-4</pdfxid', 'PDF/X-3</pdfxid']] },
    'identity: pdfxid:GTS_PDFXVersion in its XMP is “PDF/X-3”, not “PDF/X-4”',
  ],
  [
    'XMP of another day',
    { plain: [[/<xmp:CreateDate>2022/, '<xmp:CreateDate>2021']] },
    'identity: xmp:CreateDate in its XMP is “2021-03-01T00:00:00Z”',
  ],
  [
    'XMP that is trapped',
    { plain: [['<pdf:Trapped>False', '<pdf:Trapped>True']] },
    'identity: pdf:Trapped in its XMP is “True”, not “False”',
  ],
  ['XMP of another title', { plain: [['/ Truth', '/ Lies']] }, 'identity: dc:title in its XMP is'],
  [
    'XMP without an ID',
    { plain: [[/<xmpMM:DocumentID>.*?<\/xmpMM:DocumentID>/, '']] },
    'identity: its XMP has no xmpMM:DocumentID',
  ],
];

const ONLY_X1A: readonly Row[] = [
  ['a newer PDF', { ...text('%PDF-1.4', '%PDF-1.6') }, 'file: it is PDF 1.6, not 1.4'],
  [
    'a soft mask',
    text('/BitsPerComponent', '/SMask null\n/BitsPerComponent'),
    'transparency: it has the key /SMask',
  ],
  ['a blend mode', text('/OPM 1', '/OPM 1\n/BM /Multiply'), 'transparency: it has the key /BM'],
  ['opacity', text('/OPM 1', '/OPM 1\n/ca 0.5'), 'transparency: it has the key /ca'],
  [
    'a group',
    text('/TrimBox', '/Group << /S /Transparency >>\n/TrimBox'),
    'transparency: it has the key /Group',
  ],
  [
    'a profile of version 4',
    { packed: [['\u0002 \0\0prtr', '\u0004 \0\0prtr']] },
    'colour: the output profile is of ICC version 4, and 2 is the newest allowed',
  ],
];

describe('a sound press PDF', () => {
  it.each(['x-4', 'x-1a'] as const)('has no faults: %s', standard => {
    expect(faultsOf(files.get(standard)!, standard)).toEqual([]);
    expect(faultsIn(standard, {})).toEqual([]);
  });

  it('is not one of the other standard', () => {
    expect(faultsOf(files.get('x-1a')!, 'x-4')).toEqual([
      'file: it is PDF 1.4, not 1.6',
      'identity: it calls itself “PDF/X-1a:2003”, not “PDF/X-4”',
      'identity: it has no XMP metadata',
    ]);
  });

  it('has clauses by the numbers of its own part', () => {
    expect(clauseName('trapping', 'x-4')).toBe('PDF/X-4, clause 6.9 of ISO 15930-7');
    expect(clauseName('trapping', 'x-1a')).toBe('PDF/X-1a:2003, clause 6.6 of ISO 15930-4');
  });
});

for (const [standard, rows] of [
  ['x-4', [...BOTH, ...ONLY_X4]],
  ['x-1a', [...BOTH, ...ONLY_X1A]],
] as const) {
  describe(`a fault in ${standard}`, () => {
    it.each(rows)('%s', (_, forgery, fault) => {
      expect(faultsIn(standard, forgery).join('\n')).toContain(fault);
    });
  });
}

describe('images', () => {
  it('are as fine as their place on the page makes them', () => {
    // 16 pixels over 90 and 60 points.
    expect(faultsOf(files.get('x-4')!, 'x-4', 100)).toEqual([
      'resolution page 1: an image has 12 pixels an inch, and 100 are wanted',
    ]);
  });
});

describe('a file that cannot be read', () => {
  const whole = (): Buffer => Buffer.from(files.get('x-4')!);

  it.each([
    ['nothing', Buffer.alloc(0), 'no “startxref”'],
    ['cut short', () => whole().subarray(0, 5000), 'no “startxref”'],
    [
      'with objects in other places',
      () => Buffer.from(whole().toString('latin1').replace('\n', '\n%%\n'), 'latin1'),
      'no cross-reference table',
    ],
    [
      'with a stream of another length',
      () => forged(whole(), { syntax: [[/\/Length \d/, '/Length 1']] }),
      'is not as long as it says',
    ],
  ] as const)('%s', (_, bytes, message) => {
    const [fault, ...others] = faultsOf(typeof bytes === 'function' ? bytes() : bytes, 'x-4');
    expect(fault).toMatch(/^file: it cannot be read: /);
    expect(fault).toContain(message);
    expect(others).toEqual([]);
  });
});
