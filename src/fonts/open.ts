/** Opens a font file with fontkit: a path in, a `Face` with metrics and coverage out. */

import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import type { Face } from './face.js';
import type { FaceFile } from './library.js';

/** The part of fontkit's font object that is read here; the package ships no types. */
interface FontkitFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly bbox: { minX: number; minY: number; maxX: number; maxY: number };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): {
    readonly advanceWidth: number;
    readonly bbox: { minX: number; maxX: number };
  };
}

const TATWEEL = 0x640;

/**
 * Reads one face. Cap height and x-height fall back to 0.7 and 0.5 em where a font leaves them out
 * (many Arabic fonts do).
 * @throws Error if the file is no single font that fontkit can read.
 */
export function openFace(wish: { id: string; family: string; file: FaceFile }): Face {
  const data = readFileSync(wish.file.path);
  const font = fontkit.create(data) as FontkitFont;
  const coverage: (boolean | undefined)[] = [];
  return {
    id: wish.id,
    family: wish.family,
    weight: wish.file.weight,
    italic: wish.file.italic,
    postscriptName: font.postscriptName,
    data,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight || font.unitsPerEm * 0.7,
    xHeight: font.xHeight || font.unitsPerEm * 0.5,
    italicAngle: font.italicAngle,
    bbox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY],
    features: wish.file.features,
    tatweel: tatweelOf(font),
    covers(codePoint) {
      let covered = coverage[codePoint];
      if (covered === undefined) {
        covered = font.hasGlyphForCodePoint(codePoint);
        coverage[codePoint] = covered;
      }
      return covered;
    },
  };
}

/** Some fonts give the tatweel no width, or one that leaves a gap: between letters it would tear the word. */
function tatweelOf(font: FontkitFont): number {
  if (!font.hasGlyphForCodePoint(TATWEEL)) return 0;
  const { advanceWidth, bbox } = font.glyphForCodePoint(TATWEEL);
  return bbox.minX <= 0 && bbox.maxX >= advanceWidth ? advanceWidth : 0;
}
