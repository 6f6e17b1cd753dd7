/** Single glyph records of the TrueType glyf table: records without instructions in, counts, parts and composites out. */

import type { PlacedGlyph } from '../frame/frame.js';
import { viewOf } from './sfnt.js';

/** Component flags (OpenType 1.9, glyf, "Composite Glyph Description"). */
const WORDS = 0x0001;
const XY_VALUES = 0x0002;
const ONE_SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;
const INSTRUCTIONS = 0x0100;
const USE_METRICS = 0x0200;

const HEADER = 10;
export const EMPTY = new Uint8Array(0);

/** xMin, yMin, xMax, yMax in font units, y up. */
export type GlyphBox = readonly [number, number, number, number];

export function boxOf(record: Uint8Array): GlyphBox {
  const view = viewOf(record);
  return [view.getInt16(2), view.getInt16(4), view.getInt16(6), view.getInt16(8)];
}

export function isComposite(record: Uint8Array): boolean {
  return record.length > 0 && viewOf(record).getInt16(0) < 0;
}

/** Contours and points of a simple glyph. */
export function countsOf(record: Uint8Array): { contours: number; points: number } {
  const view = viewOf(record);
  const contours = view.getInt16(0);
  return { contours, points: view.getUint16(HEADER + 2 * (contours - 1)) + 1 };
}

/** Byte offsets of a composite's component entries. */
function componentOffsets(record: Uint8Array): { entries: number[]; end: number } {
  const view = viewOf(record);
  const entries: number[] = [];
  let at = HEADER;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    entries.push(at);
    at += flags & WORDS ? 8 : 6;
    if (flags & ONE_SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & MATRIX) at += 8;
    more = (flags & MORE) !== 0;
  }
  return { entries, end: at };
}

/** Glyph ids that a composite refers to, in its order. */
export function componentsOf(record: Uint8Array): number[] {
  const view = viewOf(record);
  return componentOffsets(record).entries.map(at => view.getUint16(at + 2));
}

/** The same composite with other glyph ids. */
export function withComponents(record: Uint8Array, newId: (id: number) => number): Uint8Array {
  const copy = record.slice();
  const view = viewOf(copy);
  for (const at of componentOffsets(copy).entries) view.setUint16(at + 2, newId(view.getUint16(at + 2)));
  return copy;
}

/**
 * A record as a font file holds it, without its instructions: presses and screens render at sizes
 * where hinting does nothing. Composites lose USE_MY_METRICS, their advance is stated outright.
 */
export function stripped(record: Uint8Array): Uint8Array {
  if (record.length < HEADER) return EMPTY;
  const view = viewOf(record);
  const contours = view.getInt16(0);
  if (contours === 0) return EMPTY;
  if (contours < 0) {
    const { entries, end } = componentOffsets(record);
    const copy = record.slice(0, end);
    const out = viewOf(copy);
    for (const at of entries) out.setUint16(at, out.getUint16(at) & ~(INSTRUCTIONS | USE_METRICS));
    return copy;
  }
  const lengthAt = HEADER + 2 * contours;
  const codeEnd = lengthAt + 2 + view.getUint16(lengthAt);
  const copy = new Uint8Array(lengthAt + 2 + record.length - codeEnd);
  copy.set(record.subarray(0, lengthAt));
  copy.set(record.subarray(codeEnd), lengthAt + 2);
  return copy;
}

/** A composite of glyphs at whole-unit offsets; `box` tells each component's bounds before it is moved. */
export function composite(parts: readonly PlacedGlyph[], box: (id: number) => GlyphBox): Uint8Array {
  const record = new Uint8Array(HEADER + 8 * parts.length);
  const view = viewOf(record);
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  parts.forEach((part, index) => {
    const at = HEADER + 8 * index;
    const [dx, dy] = [Math.round(part.dx), Math.round(part.dy)];
    view.setUint16(at, WORDS | XY_VALUES | (index < parts.length - 1 ? MORE : 0));
    view.setUint16(at + 2, part.id);
    view.setInt16(at + 4, dx);
    view.setInt16(at + 6, dy);
    const [x1, y1, x2, y2] = box(part.id);
    [xMin, yMin] = [Math.min(xMin, x1 + dx), Math.min(yMin, y1 + dy)];
    [xMax, yMax] = [Math.max(xMax, x2 + dx), Math.max(yMax, y2 + dy)];
  });
  view.setInt16(0, -1);
  [xMin, yMin, xMax, yMax].forEach((value, index) => {
    view.setInt16(2 + 2 * index, value);
  });
  return record;
}
