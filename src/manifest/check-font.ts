/** Looks at the head of a font file: a path in, what is wrong with the file out, before anything is set in it. */

import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** Why a file cannot be used as a font, and what to do. */
export interface FontFault {
  readonly message: string;
  readonly hint: string;
}

/** Bytes of the table directory's header and of each of its records (OpenType 1.9, “Organization of an OpenType font”). */
const HEADER = 12;
const RECORD = 16;

/** Tables without which a text cannot be set. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2'];

const NOT_A_FONT = { message: 'it is no TrueType or OpenType font', hint: 'Use a .ttf or .otf file.' };

/** The fault of a font file, or undefined if its table directory is sound and complete. */
export function fontFault(path: string): FontFault | undefined {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const header = Buffer.alloc(HEADER);
    if (readSync(file, header, 0, HEADER, 0) < HEADER) return NOT_A_FONT;
    const kind = header.toString('latin1', 0, 4);
    if (kind === 'wOFF' || kind === 'wOF2') {
      return { message: 'it is a web font (WOFF)', hint: 'Use the .ttf or .otf file of the same face.' };
    }
    if (kind === 'ttcf') {
      return { message: 'it is a collection of fonts', hint: 'Use a file that holds a single face.' };
    }
    if (!['\0\u0001\0\0', 'OTTO', 'true'].includes(kind)) return NOT_A_FONT;
    const records = Buffer.alloc(header.readUInt16BE(4) * RECORD);
    if (readSync(file, records, 0, records.length, HEADER) < records.length) return NOT_A_FONT;
    return tableFault(records, size);
  } finally {
    closeSync(file);
  }
}

function tableFault(records: Buffer, size: number): FontFault | undefined {
  const tables = new Set<string>();
  for (let at = 0; at < records.length; at += RECORD) {
    const tag = records.toString('latin1', at, at + 4);
    const end = records.readUInt32BE(at + 8) + records.readUInt32BE(at + 12);
    if (end > size) return { message: 'it is cut short', hint: 'Copy the file again.' };
    tables.add(tag);
  }
  const missing = NEEDED.find(tag => !tables.has(tag));
  if (missing !== undefined) {
    return {
      message: `its table “${missing}” is missing`,
      hint: 'Use the complete font, not a subset for the web.',
    };
  }
  if (tables.has('glyf') || tables.has('CFF ')) return undefined;
  return { message: 'it has no outlines', hint: 'Use a font with TrueType or CFF outlines.' };
}

/** Bits of OS/2 fsType (OpenType 1.9, OS/2): what the font's licence says of documents. */
const RESTRICTED = 0x0002;
const FREER = 0x0004 | 0x0008;
const NO_SUBSET = 0x0100;
const BITMAPS_ONLY = 0x0200;

/** What a sound font forbids that press PDFs need; undefined if it says nothing against embedding a part of its outlines. */
export function embeddingFault(path: string): FontFault | undefined {
  const hint = 'Ask its maker for a licence to embed it, or use another font.';
  const kind = embeddingOf(path);
  if ((kind & RESTRICTED) !== 0 && (kind & FREER) === 0) {
    return { message: 'does not allow itself to be embedded in documents', hint };
  }
  if ((kind & NO_SUBSET) !== 0) return { message: 'may be embedded as a whole only, not as a subset', hint };
  if ((kind & BITMAPS_ONLY) !== 0) return { message: 'does not allow its outlines to be embedded', hint };
  return undefined;
}

function embeddingOf(path: string): number {
  const font = readFileSync(path);
  for (let at = HEADER; at < HEADER + font.readUInt16BE(4) * RECORD; at += RECORD) {
    if (font.toString('latin1', at, at + 4) !== 'OS/2') continue;
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    return length < 10 ? 0 : font.readUInt16BE(offset + 8);
  }
  return 0;
}
