/** A face's outlines and the clusters a document uses in, a TrueType program with one glyph per cluster out. */

import type { PlacedGlyph } from '../frame/frame.js';
import {
  boxOf,
  componentsOf,
  composite,
  countsOf,
  EMPTY,
  type GlyphBox,
  isComposite,
  withComponents,
} from './glyf.js';
import type { Outlines } from './outlines.js';
import { requireTable, viewOf, writeTables } from './sfnt.js';

/** One glyph of the program to be. */
export interface ClusterGlyph {
  readonly glyphs: readonly PlacedGlyph[];
  /** Advance in font units, whole. */
  readonly advance: number;
}

/**
 * Builds the program: glyph 0 is the face's .notdef, glyph n the nth cluster, and behind them the parts that only
 * composites use. A cluster of one unmoved glyph is that glyph, any other a composite. Hinting is left out. The tables are
 * those that ISO 32000-1 9.9 asks of a CIDFontType2 program; codes reach glyphs by Identity, so there is no cmap.
 */
export function fontProgram(outlines: Outlines, clusters: readonly ClusterGlyph[]): Uint8Array {
  const { scale } = outlines;
  const records = programRecords(outlines, clusters);
  const own = [outlines.advance(0), ...clusters.map(({ advance }) => advance)];
  const advances = records.map((_, id) => (own[id] ?? 0) * scale);
  const { loca, glyf, long } = locate(records);
  const head = requireTable(outlines.tables, 'head').slice();
  const bounds = unionBox(records);
  bounds.forEach((value, index) => {
    viewOf(head).setInt16(36 + 2 * index, value);
  });
  viewOf(head).setUint16(16, viewOf(head).getUint16(16) | LSB_AT_X_MIN);
  viewOf(head).setUint16(18, viewOf(head).getUint16(18) * scale);
  viewOf(head).setInt16(50, long ? 1 : 0);
  const hhea = requireTable(outlines.tables, 'hhea').slice();
  viewOf(hhea).setUint16(10, Math.max(...advances));
  viewOf(hhea).setUint16(34, records.length);
  return writeTables(
    new Map([
      ['glyf', glyf],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', metrics(records, advances)],
      ['loca', loca],
      ['maxp', profile(records)],
    ]),
  );
}

/** head.flags bit 1: every left side bearing is the glyph's xMin (renderers shift outlines by the difference). */
const LSB_AT_X_MIN = 0x0002;

function programRecords(outlines: Outlines, clusters: readonly ClusterGlyph[]): Uint8Array[] {
  const sources: (readonly PlacedGlyph[])[] = [[{ id: 0, dx: 0, dy: 0 }]];
  for (const cluster of clusters)
    sources.push(cluster.glyphs.filter(({ id }) => outlines.record(id).length > 0));
  const places = new Map<number, number>();
  sources.forEach((glyphs, place) => {
    if (isPlain(glyphs) && !places.has(glyphs[0]!.id)) places.set(glyphs[0]!.id, place);
  });
  // Parts are added behind the clusters while the list is walked, so parts of parts follow by themselves.
  const placeOf = (id: number): number => {
    let place = places.get(id);
    if (place === undefined) {
      place = sources.push([{ id, dx: 0, dy: 0 }]) - 1;
      places.set(id, place);
    }
    return place;
  };
  const records: Uint8Array[] = [];
  for (let place = 0; place < sources.length; place++) {
    const glyphs = sources[place]!;
    if (glyphs.length === 0) records.push(EMPTY);
    else if (isPlain(glyphs)) records.push(withPlaces(outlines.record(glyphs[0]!.id), placeOf));
    else records.push(joined(glyphs, outlines, placeOf));
  }
  return records;
}

function isPlain(glyphs: readonly PlacedGlyph[]): boolean {
  return glyphs.length === 1 && Math.round(glyphs[0]!.dx) === 0 && Math.round(glyphs[0]!.dy) === 0;
}

function withPlaces(record: Uint8Array, placeOf: (id: number) => number): Uint8Array {
  return isComposite(record) ? withComponents(record, placeOf) : record;
}

function joined(
  glyphs: readonly PlacedGlyph[],
  outlines: Outlines,
  placeOf: (id: number) => number,
): Uint8Array {
  const boxes = new Map<number, GlyphBox>();
  const parts = glyphs.map(glyph => {
    const id = placeOf(glyph.id);
    boxes.set(id, boxOf(outlines.record(glyph.id)));
    return { id, dx: glyph.dx * outlines.scale, dy: glyph.dy * outlines.scale };
  });
  return composite(parts, id => boxes.get(id)!);
}

/** The glyf table and its index; short offsets (halved) as long as they reach. */
function locate(records: readonly Uint8Array[]): { loca: Uint8Array; glyf: Uint8Array; long: boolean } {
  const offsets = [0];
  for (const record of records) offsets.push(offsets.at(-1)! + ((record.length + 3) & ~3));
  const long = offsets.at(-1)! > 0x1fffe;
  const loca = new Uint8Array(offsets.length * (long ? 4 : 2));
  const glyf = new Uint8Array(offsets.at(-1)!);
  const view = viewOf(loca);
  offsets.forEach((offset, id) => {
    if (long) view.setUint32(id * 4, offset);
    else view.setUint16(id * 2, offset / 2);
    if (id < records.length) glyf.set(records[id]!, offset);
  });
  return { loca, glyf, long };
}

function metrics(records: readonly Uint8Array[], advances: readonly number[]): Uint8Array {
  const table = new Uint8Array(4 * records.length);
  const view = viewOf(table);
  records.forEach((record, id) => {
    view.setUint16(4 * id, advances[id]!);
    view.setInt16(4 * id + 2, record.length > 0 ? boxOf(record)[0] : 0);
  });
  return table;
}

function unionBox(records: readonly Uint8Array[]): GlyphBox {
  const boxes = records.filter(record => record.length > 0).map(boxOf);
  if (boxes.length === 0) return [0, 0, 0, 0];
  return boxes.reduce((a, b) => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
}

/** maxp version 1.0 with the limits a renderer allocates by. */
function profile(records: readonly Uint8Array[]): Uint8Array {
  const size = { points: 0, contours: 0, allPoints: 0, allContours: 0, parts: 0, depth: 0 };
  for (const record of records) {
    const whole = extentOf(record, records);
    if (isComposite(record)) {
      size.allPoints = Math.max(size.allPoints, whole.points);
      size.allContours = Math.max(size.allContours, whole.contours);
      size.parts = Math.max(size.parts, componentsOf(record).length);
      size.depth = Math.max(size.depth, whole.depth);
    } else {
      size.points = Math.max(size.points, whole.points);
      size.contours = Math.max(size.contours, whole.contours);
    }
  }
  const table = new Uint8Array(32);
  const view = viewOf(table);
  view.setUint32(0, 0x00010000);
  const head = [records.length, size.points, size.contours, size.allPoints, size.allContours, 1];
  head.forEach((value, index) => {
    view.setUint16(4 + 2 * index, value);
  });
  view.setUint16(28, size.parts);
  view.setUint16(30, size.depth);
  return table;
}

function extentOf(
  record: Uint8Array,
  records: readonly Uint8Array[],
): { points: number; contours: number; depth: number } {
  if (record.length === 0) return { points: 0, contours: 0, depth: 0 };
  if (!isComposite(record)) return { ...countsOf(record), depth: 0 };
  const parts = componentsOf(record).map(id => extentOf(records[id]!, records));
  return {
    points: parts.reduce((sum, part) => sum + part.points, 0),
    contours: parts.reduce((sum, part) => sum + part.contours, 0),
    depth: 1 + parts.reduce((deepest, part) => Math.max(deepest, part.depth), 0),
  };
}
