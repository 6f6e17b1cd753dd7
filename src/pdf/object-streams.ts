/** Objects packed into streams, and the cross-reference stream that finds them: dictionaries in, deflated streams out. */

import { deflateSync } from 'node:zlib';
import type { PdfDictionary } from './syntax.js';

/** An object as it is written, without its number. */
export interface PackedObject {
  readonly id: number;
  readonly syntax: string;
}

/** A stream to be written: what its dictionary says but Length, and its bytes. */
export interface StreamParts {
  readonly data: PdfDictionary;
  readonly bytes: Uint8Array;
}

/** Objects of one stream: enough to deflate well, few enough to be found quickly. */
const LARGEST = 200;

/** The objects in streams of at most so many (ISO 32000-1 7.5.7). */
export function objectStreams(
  objects: readonly PackedObject[],
  level: number,
): (StreamParts & { readonly ids: readonly number[] })[] {
  const streams = [];
  for (let from = 0; from < objects.length; from += LARGEST) {
    const held = objects.slice(from, from + LARGEST);
    let offset = 0;
    const places = held.map(({ id, syntax }) => {
      const place = `${id} ${offset}`;
      offset += syntax.length + 1;
      return place;
    });
    const head = `${places.join(' ')}\n`;
    const bytes = deflate(head + held.map(({ syntax }) => syntax).join('\n'), level);
    const data = { Type: 'ObjStm', N: held.length, First: head.length, Filter: 'FlateDecode' };
    streams.push({ data, bytes, ids: held.map(({ id }) => id) });
  }
  return streams;
}

/** Where an object is: at a byte of the file, or in an object stream at an index; undefined for a number without an object. */
export type Place = number | { readonly stream: number; readonly index: number } | undefined;

/** Type, place and index of an entry (ISO 32000-1 table 18). */
const WIDTHS = [1, 4, 2];
const ROW = 7;

/** The cross-reference stream (ISO 32000-1 7.5.8) for objects by their numbers, 0 and itself included; rows by PNG's predictor “up”. */
export function crossReferences(
  places: readonly Place[],
  entries: PdfDictionary,
  level: number,
): StreamParts {
  const rows = Buffer.alloc(places.length * (ROW + 1));
  let before = Buffer.alloc(ROW);
  for (const [id, place] of places.entries()) {
    const row = Buffer.alloc(ROW);
    if (typeof place === 'number') {
      row[0] = 1;
      row.writeUInt32BE(place, 1);
    } else if (place !== undefined) {
      row[0] = 2;
      row.writeUInt32BE(place.stream, 1);
      row.writeUInt16BE(place.index, 5);
    } else row.writeUInt16BE(id === 0 ? 0xffff : 0, 5);
    const at = id * (ROW + 1);
    rows[at] = 2;
    for (let column = 0; column < ROW; column++) rows[at + 1 + column] = row[column]! - before[column]!;
    before = row;
  }
  const data = {
    Type: 'XRef',
    Size: places.length,
    W: WIDTHS,
    ...entries,
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 12, Columns: ROW },
  };
  return { data, bytes: deflate(rows, level) };
}

function deflate(data: string | Uint8Array, level: number): Uint8Array {
  return deflateSync(typeof data === 'string' ? Buffer.from(data, 'latin1') : data, { level });
}
