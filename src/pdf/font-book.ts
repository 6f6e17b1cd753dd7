/** Clusters of many faces in, codes and widths out while pages are written; the embedded fonts at the end. */

import { createHash } from 'node:crypto';
import type { Face } from '../fonts/face.js';
import type { Cluster, PlacedGlyph } from '../frame/frame.js';
import { type PdfFile, type PdfRef, PdfToken, pdfText } from './container.js';
import { type ClusterGlyph, fontProgram } from './font-program.js';
import { type Outlines, outlinesOf } from './outlines.js';
import { type Strong, strongIn } from './reading/segments.js';
import {
  LETTER_SPACE,
  plain,
  RIGHT_TO_LEFT_MARK,
  type Spelling,
  spell,
  spellLast,
} from './reading/spelling.js';
import { HAIR, isTold } from './reading/told.js';
import { hex4, toUnicode } from './to-unicode.js';

/** A cluster as a text operator shows it. */
export interface Shown {
  /** One or more codes of two bytes in hexadecimal; all but one are empty glyphs, without width or a hair wide. */
  readonly hex: string;
  /** Advance in thousandths of the font size, as the W array states it. */
  readonly width: number;
  /** True if the first code is an empty one, coming from the left. */
  readonly startsEmpty: boolean;
  /** Characters of each direction in what the codes say. */
  readonly strong: Strong;
}

/** Codes have two bytes and 0 is .notdef. */
const CODES = 0xffff;
/** Widths of spaces that count as letters are whole multiples of this, in thousandths of the font size. */
const SPACE_STEP = 20;

/**
 * Width of a font's first code, a space that no text shows, in ems. pdfium takes a jump within a run for a space if it is wider than half
 * the first space of the font; but over a third of the em it goes by the width of the code behind the jump, and by none before an empty one.
 */
const WIDE_SPACE = 0.34;

/** One face of a document, with a code for each pair of a glyph cluster and its text. */
export class ClusterFont {
  private readonly shown = { ltr: new Map<Cluster, Shown>(), rtl: new Map<Cluster, Shown>() };
  private readonly codes = new Map<string, number>();
  private readonly glyphs: ClusterGlyph[] = [];
  private readonly widths: number[] = [];
  private readonly texts: string[] = [];
  private readonly outlines: Outlines;

  constructor(
    private readonly face: Face,
    /** Name in resource dictionaries. */
    readonly name: string,
    readonly ref: PdfRef,
  ) {
    this.outlines = outlinesOf(face);
    this.code([], Math.ceil(face.unitsPerEm * WIDE_SPACE), ' ');
  }

  /** How to show a cluster in a run of the given direction; the same object is looked up only once. */
  show(cluster: Cluster, rtl: boolean): Shown {
    const known = rtl ? this.shown.rtl : this.shown.ltr;
    let shown = known.get(cluster);
    if (shown === undefined) {
      shown = this.spelt(cluster, isTold(cluster) ? cluster.told : spell(cluster, rtl));
      known.set(cluster, shown);
    }
    return shown;
  }

  /**
   * How to show the cluster at the right end of a right-to-left run. Its code is a little narrower than the cluster, so that readers
   * which sort by place find an empty code behind it before the next run, however both are rounded.
   */
  showLast(cluster: Cluster): Shown {
    const spelling = isTold(cluster) ? cluster.told : spellLast(cluster);
    return this.spelt(cluster, spelling, spelling.after.length > 0 ? this.face.unitsPerEm / 50 : 0);
  }

  /** A space that counts as a letter, at most `width` wide and less than a step narrower; thousandths of the size. */
  showLetterSpace(width: number): Shown {
    const steps = Math.max(1, Math.floor(width / SPACE_STEP));
    const advance = (steps * SPACE_STEP * this.face.unitsPerEm) / 1000;
    return this.spelt({ glyphs: [], advance }, LETTER_SPACE);
  }

  /** U+200F alone. */
  showMark(): Shown {
    return this.spelt({ glyphs: [], advance: 0 }, plain(RIGHT_TO_LEFT_MARK));
  }

  /** What stands before empty codes at a line's left end, so that readers notice the new line: a hundredth of the size wide. */
  showEdge(): Shown {
    return this.spelt({ glyphs: [], advance: this.face.unitsPerEm / 100 }, LETTER_SPACE);
  }

  private spelt(cluster: Pick<Cluster, 'glyphs' | 'advance'>, spelling: Spelling, narrower = 0): Shown {
    const { before, text, after, startsEmpty } = spelling;
    const hair = before.length > 0 ? Math.round(this.face.unitsPerEm * HAIR) : 0;
    const advance = this.codeAdvance(cluster.glyphs, cluster.advance) - narrower - hair;
    const drawn = this.code(cluster.glyphs, Math.max(0, Math.round(advance)), text);
    const codes = [
      ...before.map((said, at) => this.code([], at === before.length - 1 ? hair : 0, said)),
      drawn,
      ...after.map(said => this.code([], 0, said)),
    ];
    const width = this.widths[drawn - 1]! + (hair * 1000) / this.face.unitsPerEm;
    const strong = strongIn([...before, text, ...after].join(''));
    return { hex: codes.map(hex4).join(''), width, startsEmpty, strong };
  }

  /** The code of what is drawn and said; equal content is given one code. */
  private code(glyphs: readonly PlacedGlyph[], advance: number, text: string): number {
    const drawn = glyphs.map(({ id, dx, dy }) => `${id},${Math.round(dx)},${Math.round(dy)}`).join(';');
    const key = `${drawn}|${advance}|${text}`;
    let code = this.codes.get(key);
    if (code === undefined) {
      if (this.glyphs.length >= CODES) throw new RangeError(`${this.face.id}: more than ${CODES} clusters`);
      this.widths.push(Math.round((advance * 1e5) / this.face.unitsPerEm) / 100);
      this.texts.push(text);
      code = this.glyphs.push({ glyphs, advance });
      this.codes.set(key, code);
    }
    return code;
  }

  /**
   * Kerning makes clusters that differ in advance alone. They share a code of the glyph's own advance, and the text operator
   * moves the pen; but moved back by more than half a glyph, readers see a new line, so such a cluster keeps its advance.
   */
  private codeAdvance(glyphs: readonly PlacedGlyph[], natural: number): number {
    if (glyphs.length !== 1 || glyphs[0]!.dx !== 0) return natural;
    const own = this.outlines.advance(glyphs[0]!.id);
    return natural < own / 2 ? natural : own;
  }

  /** Writes the font as Type0 over CIDFontType2, Identity-H (ISO 32000-1 9.7), embedded and subset. */
  embed(file: PdfFile): void {
    const program = fontProgram(this.outlines, this.glyphs);
    const map = toUnicode(this.texts);
    const tag = createHash('sha256').update(program).update(map).digest();
    const letters = [...tag.subarray(0, 6)].map(byte => String.fromCharCode(65 + (byte % 26))).join('');
    const name = `${letters}+${this.face.postscriptName.replace(/[^A-Za-z0-9._-]/g, '')}`;
    const descendant = file.object({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 },
      FontDescriptor: this.descriptor(file, name, program),
      DW: 0,
      W: widthArrays(this.widths),
      CIDToGIDMap: 'Identity',
    });
    Object.assign(this.ref.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: file.stream({}, map),
    });
    file.end(this.ref);
  }

  /** The font descriptor (ISO 32000-1 9.8), metrics in thousandths of the em. */
  private descriptor(file: PdfFile, name: string, program: Uint8Array): PdfRef {
    const { face } = this;
    const mille = (units: number): number => Math.round((units * 1000) / face.unitsPerEm);
    return file.object({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: SYMBOLIC | (face.italic ? ITALIC : 0),
      FontBBox: face.bbox.map(mille),
      ItalicAngle: face.italicAngle,
      Ascent: mille(face.ascent),
      Descent: mille(face.descent),
      CapHeight: mille(face.capHeight),
      XHeight: mille(face.xHeight),
      // No font says its stem width; this line through the usual values at 400 and 700 is what most writers state.
      StemV: Math.round(10 + (220 * (face.weight - 50)) / 900),
      FontFile2: file.stream({ Length1: program.length }, program),
    });
  }
}

/** What readers of PDF 1.4 to 1.6 hold in one array (PDF Reference 1.6, table C.1). */
const LONGEST_ARRAY = 8191;

/** The widths of codes 1 and up as a W array (ISO 32000-1 9.7.4.3). */
function widthArrays(widths: readonly number[]): PdfToken {
  const parts: string[] = [];
  for (let at = 0; at < widths.length; at += LONGEST_ARRAY) {
    parts.push(`${at + 1}[${widths.slice(at, at + LONGEST_ARRAY).join(' ')}]`);
  }
  return new PdfToken(`[${parts.join('')}]`);
}

/** Font flags (ISO 32000-1 table 123). */
const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** All faces of a document, in the order of their first use. */
export class FontBook {
  private readonly fonts = new Map<Face, ClusterFont>();

  constructor(private readonly file: PdfFile) {}

  font(face: Face): ClusterFont {
    let font = this.fonts.get(face);
    if (font === undefined) {
      font = new ClusterFont(face, `F${this.fonts.size}`, this.file.ref());
      this.fonts.set(face, font);
    }
    return font;
  }

  /** Writes all fonts; call once, behind the last page. */
  embed(): void {
    for (const font of this.fonts.values()) font.embed(this.file);
  }
}
