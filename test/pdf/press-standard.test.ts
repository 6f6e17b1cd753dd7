/**
 * Press PDFs held against PDF/X-1a:2003 (ISO 15930-4) and PDF/X-4 (ISO 15930-7:2010), clause by clause, as qpdf reads them. Each test is named
 * after the clauses it stands for, those of part 4 first; what they ask is taken from the CGATS application notes and published lists of
 * preflight rules.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { writePrintPdf } from '../../src/pdf/write.js';
import { PROFILE, pages, written } from './everything.js';
import { press } from './helper.js';
import { installed, syntax, withFile } from './inspect.js';
import { type Dictionary, PdfObjects, type Value } from './objects.js';
import { renderedPictures } from './pictures.js';

const STANDARDS = [
  ['x-4', '1.6', 'PDF/X-4', 4],
  ['x-1a', '1.4', 'PDF/X-1a:2003', 2],
] as const;

for (const [standard, version, name, newestProfile] of STANDARDS) {
  describe.skipIf(!installed('qpdf'))(`${name}, read by qpdf`, () => {
    let file: Uint8Array;
    let pdf: PdfObjects;
    beforeAll(async () => {
      file = await written(standard);
      pdf = PdfObjects.read(file);
    });
    const all = (): Dictionary[] => [...pdf.dictionaries()];
    const having = (key: string): Dictionary[] => all().filter(dictionary => key in dictionary);

    it(`6.1 · 6.1 is PDF ${version}, cross references in a table, no object streams`, () => {
      expect(pdf.version).toBe(version);
      expect(withFile(file, 'qpdf', ['--check', 'FILE']).toString()).toContain(
        'No syntax or stream encoding errors',
      );
      expect(Buffer.from(file).toString('latin1')).toMatch(/\nxref\n0 \d+\n0000000000 65535 f /);
      expect(all().filter(({ '/Type': type }) => type === '/ObjStm' || type === '/XRef')).toEqual([]);
    });

    it('6.1 · 6.3 needs nothing from outside: no external streams, no reference XObjects, no OPI', () => {
      for (const key of ['/F', '/FFilter', '/Ref', '/OPI', '/EF', '/AF'])
        expect(having(key), key).toEqual([]);
    });

    it('6.2 · 6.4 has one output intent for print, with a CMYK output profile of a version this PDF knows', () => {
      const intents = pdf.catalog['/OutputIntents'] as Value[];
      expect(intents).toHaveLength(1);
      const intent = pdf.dictionary(intents[0]);
      expect(intent).toMatchObject({
        '/Type': '/OutputIntent',
        '/S': '/GTS_PDFX',
        '/OutputConditionIdentifier': 'u:CGATS TR 002',
        '/OutputCondition': 'u:SNAP 2007',
        '/RegistryName': 'u:http://www.color.org',
        '/Info': 'u:SNAP 2007',
      });
      expect(pdf.dictionary(intent, '/DestOutputProfile')['/N']).toBe(4);
      const profile = pdf.data(intent['/DestOutputProfile']);
      expect(profile.equals(PROFILE)).toBe(true);
      expect(profile.toString('latin1', 12, 20)).toBe('prtrCMYK');
      expect(profile[8]).toBeLessThanOrEqual(newestProfile);
    });

    it('6.2 · 6.4 uses CMYK, gray and spot colours alone', () => {
      const spaces = all().flatMap(dictionary => [dictionary['/ColorSpace'], dictionary['/CS']]);
      const used = new Set(spaces.filter(space => typeof space === 'string' && space.startsWith('/')));
      expect([...used].sort()).toEqual(['/DeviceCMYK', '/DeviceGray']);
      for (const content of contents(pdf)) expect(content).not.toMatch(/\s(rg|RG|sh|ri)\s/);
      for (const key of ['/DefaultRGB', '/DefaultCMYK', '/DefaultGray', '/Pattern', '/Shading']) {
        expect(having(key), key).toEqual([]);
      }
      const text = JSON.stringify(all());
      expect(text).not.toMatch(/DeviceRGB|CalRGB|CalGray|ICCBased|"\/Lab"|Indexed/);
    });

    it('6.2 · 6.4 names spot colours with a CMYK alternate, on the pages that use them alone', () => {
      const [first, second] = pdf.pages;
      expect(pdf.dictionary(first!, '/Resources', '/ColorSpace')).toEqual({
        '/S0': [
          '/Separation',
          '/PANTONE 485 C',
          '/DeviceCMYK',
          { '/FunctionType': 2, '/Domain': [0, 1], '/C0': [0, 0, 0, 0], '/C1': [0, 0.9, 0.8, 0], '/N': 1 },
        ],
      });
      expect(contents(pdf)[0]).toContain('/S0 cs 0.5 scn');
      expect(pdf.dictionary(second!, '/Resources')).not.toHaveProperty('/ColorSpace');
    });

    it('6.3 · 6.5 embeds every font as a subset, and no font is named that is not', () => {
      expect(pdf.fonts).toHaveLength(4);
      for (const { font, descendant, descriptor } of pdf.fonts) {
        expect(font).toMatchObject({ '/Subtype': '/Type0', '/Encoding': '/Identity-H' });
        expect(font['/BaseFont']).toMatch(/^\/[A-Z]{6}\+/);
        expect(descendant).toMatchObject({ '/Subtype': '/CIDFontType2', '/CIDToGIDMap': '/Identity' });
        expect([descendant['/BaseFont'], descriptor['/FontName']]).toEqual([
          font['/BaseFont'],
          font['/BaseFont'],
        ]);
        expect(pdf.data(descriptor['/FontFile2']).readUInt32BE(0)).toBe(0x00010000);
      }
      const fonts = all().filter(({ '/Type': type }) => type === '/Font');
      expect(fonts.filter(({ '/Subtype': kind }) => kind !== '/Type0' && kind !== '/CIDFontType2')).toEqual(
        [],
      );
    });

    it('6.3 · 6.5 states the widths of the font programs, and shows no code beyond them', () => {
      for (const { font, descendant, descriptor } of pdf.fonts) {
        const [first, widths] = descendant['/W'] as [number, number[]];
        expect(first).toBe(1);
        const program = advancesOf(pdf.data(descriptor['/FontFile2']));
        widths.forEach((width, index) => {
          expect(Math.abs(width - program[index + 1]!), `${font['/BaseFont']} ${index + 1}`).toBeLessThan(
            0.01,
          );
        });
        expect(Math.max(...codesShown(pdf, font))).toBeLessThanOrEqual(widths.length);
      }
    });

    it('6.5 · 6.8 packs streams by Flate and DCT alone', () => {
      const filters = new Set(syntax(file).match(/\/Filter \S+/g));
      expect([...filters].sort()).toEqual(['/Filter /DCTDecode', '/Filter /FlateDecode']);
    });

    it('6.6 · 6.9 says that it is not trapped, by a name', () => {
      expect(pdf.info['/Trapped']).toBe('/False');
    });

    it('6.7 · 6.10, 6.11 is identified, titled and dated from the issue, and has an ID', () => {
      expect(pdf.info).toEqual({
        '/Title': 'u:حقيقة / Truth',
        '/Creator': 'u:issue',
        '/Producer': 'u:issue',
        '/CreationDate': 'u:D:20220301000000Z',
        '/ModDate': 'u:D:20220301000000Z',
        '/Trapped': '/False',
        '/GTS_PDFXVersion': `u:${name}`,
      });
      const [id, again] = pdf.trailer['/ID'] as string[];
      expect(id).toMatch(/^b:[0-9a-f]{32}$/);
      expect(again).toBe(id);
    });

    it('6.8 · 6.12 nests trim in bleed in media on every page, and has no art or crop box', () => {
      for (const sheet of pdf.pages) {
        expect(sheet['/TrimBox']).toEqual([21, 21, 421, 521]);
        expect(sheet['/BleedBox']).toEqual([12, 12, 430, 530]);
        expect(sheet['/MediaBox']).toEqual([0, 0, 442, 542]);
        expect(Object.keys(sheet).filter(key => /^\/(ArtBox|CropBox|Rotate|UserUnit)$/.test(key))).toEqual(
          [],
        );
      }
    });

    it('6.9 · 6.13 has graphics states for overprinting alone: no transfer, halftone or flatness', () => {
      for (const sheet of pdf.pages) {
        for (const state of Object.values(pdf.dictionary(sheet, '/Resources', '/ExtGState'))) {
          expect(Object.keys(state as Dictionary).sort()).toEqual(['/OP', '/OPM', '/Type', '/op']);
        }
      }
      for (const key of ['/TR', '/TR2', '/HT', '/BG', '/UCR', '/HTP', '/HTO'])
        expect(having(key), key).toEqual([]);
    });

    it('6.10 · 6.14 has images as its only XObjects, no PostScript', () => {
      const objects = all().filter(({ '/Type': type }) => type === '/XObject');
      expect(objects.map(({ '/Subtype': kind }) => kind)).toEqual(['/Image', '/Image']);
      for (const content of contents(pdf)) expect(content).not.toMatch(/\sPS\s/);
    });

    it('6.11 · 6.15 is not encrypted', () => {
      expect(pdf.trailer).not.toHaveProperty('/Encrypt');
    });

    it('6.12 · 6.16 has no alternate images, no interpolation, eight bits a channel', () => {
      for (const key of ['/Alternates', '/Interpolate', '/Intent']) expect(having(key), key).toEqual([]);
      const depths = having('/BitsPerComponent').map(dictionary => dictionary['/BitsPerComponent']);
      expect(depths).toEqual([8, 8]);
    });

    it('6.13, 6.14 · 6.17, 6.18 has no annotations, forms, actions or scripts', () => {
      for (const key of ['/Annots', '/A', '/AA', '/OpenAction', '/AcroForm', '/JavaScript', '/JS', '/URI']) {
        expect(having(key), key).toEqual([]);
      }
    });

    it('6.15 · 6.19 hides no operators between BX and EX', () => {
      for (const content of contents(pdf)) expect(content).not.toMatch(/\b(BX|EX)\b/);
    });

    it('6.16 · 6.20 has no transparency', () => {
      for (const key of [
        '/SMask',
        '/Mask',
        '/Group',
        '/BM',
        '/CA',
        '/ca',
        '/AIS',
        '/SMaskInData',
        '/ImageMask',
      ]) {
        expect(having(key), key).toEqual([]);
      }
    });

    it('6.17 · 6.21 to 6.27 says nothing to viewers, and has no layers, presentations, XFA or JPEG 2000', () => {
      const keys = ['/Metadata', '/OutputIntents', '/Pages', '/Type'];
      expect(Object.keys(pdf.catalog).sort()).toEqual(standard === 'x-4' ? keys : keys.slice(1));
    });

    it('Annex C of the PDF Reference: keeps arrays and names within what readers hold', () => {
      const values = all().flatMap(dictionary => Object.entries(dictionary));
      for (const [key, value] of values) {
        expect(key.length).toBeLessThan(128);
        if (Array.isArray(value)) expect(value.length).toBeLessThan(8192);
      }
    });
  });
}

describe.skipIf(!installed('qpdf'))('what sets the standards apart', () => {
  it('6.10 of part 7: PDF/X-4 has an XMP packet, unfiltered, that agrees with the information dictionary', async () => {
    const pdf = PdfObjects.read(await written('x-4'));
    const metadata = pdf.catalog['/Metadata'];
    expect(pdf.dictionary(metadata)).toEqual({ '/Type': '/Metadata', '/Subtype': '/XML' });
    const xmp = pdf.data(metadata).toString('utf8');
    const value = (name: string): string | undefined =>
      new RegExp(`<${name}>([^<]*)</${name}>`).exec(xmp)?.[1];
    expect(xmp).toContain('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>');
    expect(xmp).toContain('xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"');
    expect(xmp).toContain('<rdf:li xml:lang="x-default">حقيقة / Truth</rdf:li>');
    expect(value('pdfxid:GTS_PDFXVersion')).toBe('PDF/X-4');
    for (const date of ['CreateDate', 'ModifyDate', 'MetadataDate']) {
      expect(value(`xmp:${date}`)).toBe('2022-03-01T00:00:00Z');
    }
    expect(value('pdf:Trapped')).toBe('False');
    expect(value('xmpMM:VersionID')).toBe('1');
    expect(value('xmpMM:RenditionClass')).toBe('default');
    const [id] = pdf.trailer['/ID'] as string[];
    expect(value('xmpMM:DocumentID')?.replace(/uuid:|-/g, '')).toBe(id!.slice(2));
  });

  it('6.7 of part 4: PDF/X-1a:2003 has no XMP and no key of the standard of 2001', async () => {
    const file = await written('x-1a');
    expect(Buffer.from(file).includes('xpacket')).toBe(false);
    expect(Buffer.from(file).includes('GTS_PDFXConformance')).toBe(false);
  });

  it('a condition that is in no registry names none', async () => {
    const custom = { ...press, identifier: 'Custom', condition: 'The press in our street', profile: PROFILE };
    const file = await writePrintPdf(pages(), { press: custom, rendition: await renderedPictures() });
    const [intent] = PdfObjects.read(file).catalog['/OutputIntents'] as Dictionary[];
    expect(intent).toMatchObject({
      '/OutputConditionIdentifier': 'u:Custom',
      '/Info': 'u:The press in our street',
    });
    expect(intent).not.toHaveProperty('/RegistryName');
  });
});

function contents(pdf: PdfObjects): string[] {
  return pdf.pages.map(sheet => `\n${pdf.data(sheet['/Contents']).toString('latin1')}\n`);
}

/** Advances of a TrueType program in thousandths of its em. */
function advancesOf(program: Buffer): number[] {
  const tables = new Map<string, number>();
  for (let index = 0; index < program.readUInt16BE(4); index++) {
    const at = 12 + 16 * index;
    tables.set(program.toString('latin1', at, at + 4), program.readUInt32BE(at + 8));
  }
  const em = program.readUInt16BE(tables.get('head')! + 18);
  const count = program.readUInt16BE(tables.get('hhea')! + 34);
  return Array.from({ length: count }, (_, glyph) => {
    return (program.readUInt16BE(tables.get('hmtx')! + 4 * glyph) * 1000) / em;
  });
}

/** The codes that pages show with a font. */
function codesShown(pdf: PdfObjects, font: Dictionary): number[] {
  return pdf.pages.flatMap(sheet => {
    const fonts = Object.entries(pdf.dictionary(sheet, '/Resources', '/Font'));
    const name = fonts.find(([, reference]) => pdf.dictionary(reference) === font)?.[0];
    const content = pdf.data(sheet['/Contents']).toString('latin1');
    let current: string | undefined;
    return [...content.matchAll(/(\/\w+) [\d.]+ Tf|<([0-9A-F]+)>/g)].flatMap(([, named, hex = '']) => {
      current = named ?? current;
      return current === name ? (hex.match(/.{4}/g) ?? []).map(code => Number.parseInt(code, 16)) : [];
    });
  });
}
