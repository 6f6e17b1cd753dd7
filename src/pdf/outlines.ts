/** A face's outlines as TrueType glyph records: a font file in, one record per glyph id out, converted from CFF where needed. */

import * as fontkit from 'fontkit';
import type { Face } from '../fonts/face.js';
import { EMPTY, stripped } from './glyf.js';
import { type PathCommand, simpleGlyph } from './quadratic.js';
import { readTables, requireTable, type Tables, viewOf } from './sfnt.js';

export interface Outlines {
  readonly tables: Tables;
  /** Glyph record without instructions; empty for a glyph that draws nothing. Components keep the face's glyph ids. */
  record(id: number): Uint8Array;
  /** How many units of the records make one font unit. */
  readonly scale: number;
  /** The glyph's own advance in font units. */
  advance(id: number): number;
}

/** The part of fontkit's font object that is read here; the package ships no types. */
interface FontkitOutlines {
  getGlyph(id: number): { readonly path: { readonly commands: readonly PathCommand[] } };
}

/** Converted outlines have a finer grid, so that rounding to it stays under half a font unit. */
const CONVERTED_SCALE = 2;

const known = new WeakMap<Face, Outlines>();

/**
 * Opens a face's outlines: glyf as it is, CFF and CFF2 converted to quadratic curves.
 * @throws Error if the file has neither, or lacks head, hhea, hmtx, maxp or loca.
 */
export function outlinesOf(face: Face): Outlines {
  let outlines = known.get(face);
  if (outlines === undefined) {
    const tables = readTables(face.data);
    const converts = !tables.has('glyf');
    const record = memo(converts ? convertedRecords(face, tables) : trueTypeRecords(tables));
    outlines = { tables, record, scale: converts ? CONVERTED_SCALE : 1, advance: advances(tables) };
    known.set(face, outlines);
  }
  return outlines;
}

function memo<T>(read: (id: number) => T): (id: number) => T {
  const records = new Map<number, T>();
  return id => {
    let record = records.get(id);
    if (record === undefined) {
      record = read(id);
      records.set(id, record);
    }
    return record;
  };
}

function trueTypeRecords(tables: Tables): (id: number) => Uint8Array {
  const glyf = requireTable(tables, 'glyf');
  const loca = viewOf(requireTable(tables, 'loca'));
  const long = viewOf(requireTable(tables, 'head')).getInt16(50) === 1;
  const count = viewOf(requireTable(tables, 'maxp')).getUint16(4);
  const start = (id: number): number => (long ? loca.getUint32(id * 4) : loca.getUint16(id * 2) * 2);
  return id => (id < count ? stripped(glyf.subarray(start(id), start(id + 1))) : EMPTY);
}

function convertedRecords(face: Face, tables: Tables): (id: number) => Uint8Array {
  if (!tables.has('CFF ') && !tables.has('CFF2')) throw new Error(`${face.id}: font without outlines`);
  const font = fontkit.create(face.data) as FontkitOutlines;
  return id =>
    simpleGlyph(
      font.getGlyph(id).path.commands.map(({ command, args }) => ({
        command,
        args: args.map(value => value * CONVERTED_SCALE),
      })),
    );
}

function advances(tables: Tables): (id: number) => number {
  const hmtx = viewOf(requireTable(tables, 'hmtx'));
  const last = viewOf(requireTable(tables, 'hhea')).getUint16(34) - 1;
  return id => hmtx.getUint16(4 * Math.min(id, last));
}
