/** Fonts by PDF/UA-1 7.21, and what their codes stand for (Matterhorn Protocol 10, 31): objects in, failures out. */

import * as fontkit from 'fontkit';
import type { Dictionary, PdfObjects, Value } from './objects.js';
import type { StructureTree } from './structure.js';
import type { Failure } from './ua.js';

/** The fonts are all of Type 0 over TrueType; others are a failure, not a case of their own. */
export function* fonts({ contents }: StructureTree, pdf: PdfObjects): Iterable<Failure> {
  for (const { font, descendant, descriptor } of pdf.fonts) {
    const name = String(font['/BaseFont']);
    if (!/^\/Identity-[HV]$/.test(String(font['/Encoding']))) yield ['31-006', name];
    const map = pdf.resolve(descendant['/CIDToGIDMap']);
    if (map === undefined) yield ['31-005', name];
    else if (map !== '/Identity') yield ['31-004', name];
    if (descriptor['/FontFile2'] === undefined) yield ['31-009', name];
    else yield* widths(name, descendant, pdf.data(descriptor['/FontFile2']));
    if (font['/ToUnicode'] === undefined) yield ['31-027', name];
  }
  for (const [page, { painted }] of contents.entries()) {
    for (const { code, text } of painted.flatMap(({ codes }) => codes)) {
      const where = `code ${code} on page ${page + 1}`;
      if (code === 0) yield ['31-030', where];
      if (text === undefined || text === '') yield ['10-001', where];
      else if (text.includes('\u0000')) yield ['31-028', where];
      else if (/[\ufeff\ufffe]/.test(text)) yield ['31-029', where];
    }
  }
}

interface Program {
  readonly numGlyphs: number;
  readonly unitsPerEm: number;
  getGlyph(id: number): { readonly advanceWidth: number };
}

/** Every code that the dictionary gives a width has a glyph, as wide to a thousandth of the size. */
function* widths(name: string, descendant: Dictionary, program: Buffer): Iterable<Failure> {
  const font = fontkit.create(program) as unknown as Program;
  for (const [code, width] of widthsOf(descendant['/W'] as Value[])) {
    if (code >= font.numGlyphs) yield ['31-011', `glyph ${code} of ${name}`];
    else if (Math.abs((font.getGlyph(code).advanceWidth * 1000) / font.unitsPerEm - width) > 1)
      yield ['31-016', `glyph ${code} of ${name}`];
  }
}

/** Widths by code: `first [w w …]` or `first last w` (ISO 32000-1 9.7.4.3). */
function* widthsOf(all: readonly Value[]): Iterable<readonly [code: number, width: number]> {
  for (let at = 0; at < all.length; ) {
    const first = all[at] as number;
    const next = all[at + 1]!;
    if (Array.isArray(next)) {
      for (const [index, width] of next.entries()) yield [first + index, width as number];
      at += 2;
    } else {
      for (let code = first; code <= (next as number); code++) yield [code, all[at + 2] as number];
      at += 3;
    }
  }
}
