/** The cage around HarfBuzz: a face, a stretch of text and its properties in; positioned glyphs in visual order out. */

import {
  Blob,
  Buffer,
  BufferFlag,
  Direction,
  Feature,
  Font,
  GlyphFlag,
  Face as HarfBuzzFace,
  shape,
} from 'harfbuzzjs';
import type { Face } from './face.js';

/** One glyph as HarfBuzz returns it; lengths in font units, y up. */
export interface ShapedGlyph {
  readonly id: number;
  /** Offset in `text` of the first UTF-16 unit of the glyph's cluster. */
  readonly cluster: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** True if the text may not be cut before this cluster without shaping both sides again. */
  readonly unsafeToBreak: boolean;
  /** True if a tatweel may be put before this glyph's character (HarfBuzz 4.1, Arabic shaper). */
  readonly tatweelSafe: boolean;
}

/** What to shape: `text.slice(start, end)`, with the rest of `text` as context for joining. */
export interface ShapingRequest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly rtl: boolean;
  /** ISO 15924 script code, e.g. `Arab`. */
  readonly script: string;
  readonly lang: string;
  /** OpenType features as HarfBuzz writes them, e.g. `smcp`, `-liga`, `onum=1`. */
  readonly features: readonly string[];
}

/** Characters of context on either side: joining looks past a few marks at the most. */
const CONTEXT = 8;

const fonts = new WeakMap<Face, Font>();
const features = new Map<string, Feature | undefined>();
let buffer: Buffer | undefined;

function harfBuzzFont(face: Face): Font {
  let font = fonts.get(face);
  if (font === undefined) {
    font = new Font(new HarfBuzzFace(new Blob(face.data)));
    font.setScale(face.unitsPerEm, face.unitsPerEm);
    fonts.set(face, font);
  }
  return font;
}

function feature(name: string): Feature | undefined {
  if (!features.has(name)) features.set(name, Feature.fromString(name));
  return features.get(name);
}

/** Shapes one run of a single face, script, language and direction. Right-to-left runs come back in visual order. */
export function shapeRun(face: Face, request: ShapingRequest): ShapedGlyph[] {
  buffer ??= new Buffer();
  buffer.reset();
  const from = Math.max(0, request.start - CONTEXT);
  const around = request.text.slice(from, request.end + CONTEXT);
  buffer.addText(around, request.start - from, request.end - request.start);
  buffer.setDirection(request.rtl ? Direction.RTL : Direction.LTR);
  buffer.setScript(request.script);
  buffer.setLanguage(request.lang);
  buffer.setFlags(BufferFlag.PRODUCE_SAFE_TO_INSERT_TATWEEL);
  const wanted = request.features.map(feature).filter(item => item !== undefined);
  shape(harfBuzzFont(face), buffer, wanted);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  return infos.map((info, index) => {
    const position = positions[index]!;
    return {
      id: info.codepoint,
      cluster: info.cluster + from,
      xAdvance: position.xAdvance,
      xOffset: position.xOffset,
      yOffset: position.yOffset,
      unsafeToBreak: (info.flags & GlyphFlag.UNSAFE_TO_BREAK) !== 0,
      tatweelSafe: (info.flags & GlyphFlag.SAFE_TO_INSERT_TATWEEL) !== 0,
    };
  });
}

/** The outline of a glyph as SVG path data in font units, y up; empty for one that draws nothing. */
export function glyphPath(face: Face, id: number): string {
  return harfBuzzFont(face).glyphToPath(id);
}
