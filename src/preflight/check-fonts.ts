/** Clauses on fonts: those a written PDF shows and the codes shown in each in; faults of embedding and widths out. */

import type { ShownCodes } from './check-page.js';
import type { Faults } from './clause.js';
import type { PdfDocument } from './pdf-file.js';
import type { Dictionary } from './pdf-syntax.js';

/** Checks every font that text is shown in. */
export function checkFonts(pdf: PdfDocument, shown: ShownCodes, faults: Faults): void {
  for (const { font, codes } of shown.values()) {
    if (font === undefined || pdf.resolve(font) === null) {
      faults.add('fonts', 'text is shown in no font');
      continue;
    }
    const name = String(pdf.get(font, '/BaseFont') ?? 'without a name').replace('/', '');
    const subtype = pdf.get(font, '/Subtype');
    if (subtype === '/Type3') {
      faults.add('fonts', `the font ${name} is a Type 3 font`);
      continue;
    }
    const own = subtype === '/Type0' ? pdf.array(pdf.get(font, '/DescendantFonts'))[0] : font;
    checkFont(name, pdf.dictionary(own), codes, pdf, faults);
  }
}

function checkFont(
  name: string,
  own: Dictionary,
  codes: ReadonlySet<number>,
  pdf: PdfDocument,
  faults: Faults,
): void {
  const descriptor = pdf.get(own, '/FontDescriptor');
  const files = ['/FontFile', '/FontFile2', '/FontFile3'];
  const key = files.find(file => pdf.data(pdf.dictionary(descriptor).get(file)) !== undefined);
  if (key === undefined) {
    faults.add('fonts', `the font ${name} is not embedded`);
    return;
  }
  faults.expect(/^[A-Z]{6}\+/.test(name), 'fonts', `the font ${name} is not marked as a subset`);
  const widths = widthsOf(own, pdf);
  const without = [...codes].filter(code => !widths.has(code));
  faults.expect(without.length === 0, 'fonts', `the font ${name} gives no width for code ${without[0]}`);
  if (key !== '/FontFile2') return;
  const advances = advancesOf(Buffer.from(pdf.data(pdf.dictionary(descriptor).get(key))!));
  const isTrue = (code: number): boolean => Math.abs(widths.get(code)! - (advances?.[code] ?? 0)) <= 1;
  const wrong = [...codes].find(code => widths.has(code) && !isTrue(code));
  faults.expect(
    wrong === undefined,
    'fonts',
    `the font ${name} gives code ${wrong} another width than its program does`,
  );
}

/** Widths by code: of a composite font (ISO 32000-1 9.7.4.3), or of a simple one. */
function widthsOf(own: Dictionary, pdf: PdfDocument): Map<number, number> {
  const widths = new Map<number, number>();
  const parts = pdf.array(own.get('/W')).map(part => pdf.resolve(part));
  for (let at = 0; at < parts.length; ) {
    const [first, next] = [parts[at] as number, parts[at + 1]!];
    if (Array.isArray(next)) {
      for (const [index, width] of next.entries()) widths.set(first + index, Number(width));
      at += 2;
    } else {
      for (let code = first; code <= Number(next); code++) widths.set(code, Number(parts[at + 2]));
      at += 3;
    }
  }
  const from = Number(pdf.get(own, '/FirstChar') ?? 0);
  for (const [index, width] of pdf.array(own.get('/Widths')).entries())
    widths.set(from + index, Number(width));
  return widths;
}

/** Advances of a TrueType program in thousandths of its em, by glyph; undefined if it is none. */
function advancesOf(program: Buffer): number[] | undefined {
  const tables = new Map<string, number>();
  if (program.length < 12) return undefined;
  for (
    let index = 0, at = 12;
    index < program.readUInt16BE(4) && at + 16 <= program.length;
    index++, at += 16
  ) {
    tables.set(program.toString('latin1', at, at + 4), program.readUInt32BE(at + 8));
  }
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map(tag => tables.get(tag));
  if (head === undefined || hhea === undefined || hmtx === undefined) return undefined;
  const em = program.readUInt16BE(head + 18);
  const count = program.readUInt16BE(hhea + 34);
  if (hmtx + 4 * count > program.length) return undefined;
  return Array.from({ length: count }, (_, glyph) => (program.readUInt16BE(hmtx + 4 * glyph) * 1000) / em);
}
