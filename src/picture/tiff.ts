/** CMYK pixels go in, an uncompressed TIFF comes out: the one way to hand sharp CMYK pixels as they are. */

/** Rows of CMYK pixels, 255 full ink. */
export interface InkRows {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** TIFF 6.0, section 2: field types SHORT and LONG. */
const SHORT = 3;
const LONG = 4;

const HEADER_LENGTH = 8;
const FIELD_LENGTH = 12;
const FIELD_COUNT = 10;

type Field = readonly [tag: number, type: number, count: number, value: number];

/** A TIFF 6.0 file, little endian, one strip, four inks (photometric interpretation 5). */
export function cmykTiff(pixels: InkRows): Buffer {
  const depthsAt = HEADER_LENGTH + 2 + FIELD_COUNT * FIELD_LENGTH + 4;
  const stripAt = depthsAt + 8;
  const fields: Field[] = [
    [256, LONG, 1, pixels.width],
    [257, LONG, 1, pixels.height],
    [258, SHORT, 4, depthsAt],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, stripAt],
    [277, SHORT, 1, 4],
    [278, LONG, 1, pixels.height],
    [279, LONG, 1, pixels.data.length],
    [284, SHORT, 1, 1],
  ];
  const head = Buffer.alloc(stripAt);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(HEADER_LENGTH, 4);
  head.writeUInt16LE(fields.length, HEADER_LENGTH);
  fields.forEach((field, index) => {
    writeField(head, HEADER_LENGTH + 2 + index * FIELD_LENGTH, field);
  });
  for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, depthsAt + channel * 2);
  return Buffer.concat([head, pixels.data]);
}

/** A little-endian SHORT in a four-byte slot with zeros after it reads the same as a LONG. */
function writeField(head: Buffer, at: number, [tag, type, count, value]: Field): void {
  head.writeUInt16LE(tag, at);
  head.writeUInt16LE(type, at + 2);
  head.writeUInt32LE(count, at + 4);
  head.writeUInt32LE(value, at + 8);
}
