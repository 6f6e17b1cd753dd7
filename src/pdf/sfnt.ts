/** Font files as tables: an sfnt's bytes in, its tables out, and tables in, a new sfnt with correct checksums out. */

/** The tables of a font by tag. */
export type Tables = ReadonlyMap<string, Uint8Array>;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads the table directory (OpenType 1.9, "Organization of an OpenType Font"). Tables are views, not copies. */
export function readTables(bytes: Uint8Array): Tables {
  // A Buffer's slice would share memory where an array's copies.
  const data = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const view = viewOf(data);
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    const tag = String.fromCharCode(...data.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 8);
    tables.set(tag, data.subarray(offset, offset + view.getUint32(entry + 12)));
  }
  return tables;
}

/** A table that a font must have. @throws Error naming the table if it is missing. */
export function requireTable(tables: Tables, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`font without a ${tag} table`);
  return table;
}

/** Sum of a table's big-endian words, zero padded (OpenType 1.9, "Calculating Checksums"). */
export function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const whole = bytes.length & ~3;
  let sum = 0;
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  for (let at = whole; at < bytes.length; at++) sum = (sum + (bytes[at]! << (8 * (3 - (at & 3))))) >>> 0;
  return sum;
}

/** Value that head.checkSumAdjustment completes the whole file's checksum to. */
const MAGIC = 0xb1b0afba;

/** Writes a TrueType sfnt; `head` must be among the tables, its checkSumAdjustment is filled in here. */
export function writeTables(tables: Tables): Uint8Array {
  const tags = [...tables.keys()].sort();
  const directory = 12 + 16 * tags.length;
  const size = tags.reduce((sum, tag) => sum + padded(tables.get(tag)!.length), directory);
  const out = new Uint8Array(size);
  const view = viewOf(out);
  const power = 2 ** Math.floor(Math.log2(tags.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (tags.length - power) * 16);
  let offset = directory;
  let headAt = 0;
  tags.forEach((tag, index) => {
    const table = tables.get(tag)!;
    out.set(table, offset);
    if (tag === 'head') {
      headAt = offset;
      view.setUint32(offset + 8, 0);
    }
    const entry = 12 + 16 * index;
    for (let i = 0; i < 4; i++) out[entry + i] = tag.charCodeAt(i);
    view.setUint32(entry + 4, checksum(out.subarray(offset, offset + table.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    offset += padded(table.length);
  });
  view.setUint32(headAt + 8, (MAGIC - checksum(out)) >>> 0);
  return out;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
