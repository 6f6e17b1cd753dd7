/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10): files by name and one date in, bytes out. Files are stored as they are: the PDFs that make up a
 * package are packed already, and what no compressor touches is the same bytes whatever version of zlib is at hand.
 */

interface Entry {
  readonly name: Buffer;
  readonly bytes: Uint8Array;
  readonly crc: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** Sizes and places have four bytes; ZIP64 is not written. */
const MOST = 0xffffffff;

/**
 * The same files and date give the same bytes.
 * @param date ISO 8601, `2022-03-01`: what all files are dated, at midnight. ZIP knows no year before 1980.
 * @throws RangeError if all together are larger than 4 GB.
 */
export function zip(files: ReadonlyMap<string, Uint8Array>, date: string): Uint8Array {
  const dosDate = dosDateOf(date);
  const parts: Uint8Array[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const entry: Entry = { name: Buffer.from(name), bytes, crc: crc32(bytes), offset };
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), versionNeeded(), commonHeader(entry, dosDate)]);
    parts.push(header, entry.name, bytes);
    entries.push(entry);
    offset += header.length + entry.name.length + bytes.length;
  }
  const directory = Buffer.concat(entries.flatMap(entry => [centralHeader(entry, dosDate), entry.name]));
  if (offset + directory.length > MOST) throw new RangeError('a package may have 4 GB at the most');
  return Buffer.concat([...parts, directory, endOf(entries.length, directory.length, offset)]);
}

/** Stored files need the first version of the format that had folders. */
function versionNeeded(): Buffer {
  return fields([[20, 2]]);
}

/** What both headers of a file say: UTF-8 name, stored, its date, checksum and sizes. */
function commonHeader({ name, bytes, crc }: Entry, dosDate: number): Buffer {
  const isUtf8 = 1 << 11;
  return fields([
    [isUtf8, 2],
    [0, 2],
    [0, 2],
    [dosDate, 2],
    [crc, 4],
    [bytes.length, 4],
    [bytes.length, 4],
    [name.length, 2],
    [0, 2],
  ]);
}

/** A plain file that its owner may write and all may read. */
const UNIX = 3;
const MODE = 0o100644;

function centralHeader(entry: Entry, dosDate: number): Buffer {
  const madeBy = fields([[(UNIX << 8) | 20, 2]]);
  const rest = fields([
    [0, 2],
    [0, 2],
    [0, 2],
    [MODE * 0x10000, 4],
    [entry.offset, 4],
  ]);
  return Buffer.concat([
    Buffer.from('PK\x01\x02'),
    madeBy,
    versionNeeded(),
    commonHeader(entry, dosDate),
    rest,
  ]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const numbers = fields([
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([Buffer.from('PK\x05\x06'), numbers]);
}

/** Unsigned numbers, lowest byte first, each with its length in bytes. */
function fields(numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const out = Buffer.alloc(numbers.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of numbers) at = out.writeUIntLE(value, at, bytes);
  return out;
}

/** MS-DOS: seven bits of years since 1980, four of months, five of days. */
function dosDateOf(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return year < 1980 ? (1 << 5) | 1 : ((year - 1980) << 9) | (month << 5) | day;
}

/** CRC-32 of each byte, polynomial 0x04c11db7 with its bits reversed. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
