/** Nothing in; small ICC profiles made by hand, of kinds that printers and cameras hand over, out. */

type Tags = Readonly<Record<string, Buffer>>;

export function word(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value >>> 0, index * 4);
  });
  return bytes;
}

function fixed(...values: readonly number[]): Buffer {
  return word(...values.map(value => Math.round(value * 0x10000)));
}

/** A profile from its header's words and its tags (ICC.1:2010, 7). */
export function profile(
  kind: { class: string; space: string; connection: string; version: 2 | 4 },
  tags: Tags,
): Buffer {
  const names = Object.keys(tags);
  const head = Buffer.alloc(128 + 4 + 12 * names.length);
  let end = head.length;
  head.writeUInt8(kind.version, 8);
  head.write(kind.class + kind.space + kind.connection, 12, 'latin1');
  head.writeUInt16BE(2022, 24);
  head.writeUInt16BE(3, 26);
  head.writeUInt16BE(1, 28);
  head.write('acsp', 36, 'latin1');
  fixed(0.9642, 1, 0.8249).copy(head, 68);
  head.writeUInt32BE(names.length, 128);
  const bodies = names.map((name, index) => {
    const tag = tags[name]!;
    const body = Buffer.concat([tag, Buffer.alloc(-tag.length & 3)]);
    head.write(name, 132 + 12 * index, 'latin1');
    head.writeUInt32BE(end, 136 + 12 * index);
    head.writeUInt32BE(tag.length, 140 + 12 * index);
    end += body.length;
    return body;
  });
  head.writeUInt32BE(end, 0);
  return Buffer.concat([head, ...bodies]);
}

const type = (name: string): Buffer => Buffer.concat([Buffer.from(name, 'latin1'), word(0)]);

export const xyz = (...values: readonly number[]): Buffer => Buffer.concat([type('XYZ '), fixed(...values)]);

/** A curve of type para: its function type and parameters. */
export function para(kind: number, ...parameters: readonly number[]): Buffer {
  return Buffer.concat([type('para'), Buffer.from([0, kind, 0, 0]), fixed(...parameters)]);
}

/** A curve of type curv: no entries for none, one for a gamma in 256ths, or a table of 16 bits. */
export function curv(...entries: readonly number[]): Buffer {
  const table = Buffer.alloc(entries.length * 2);
  entries.forEach((entry, index) => {
    table.writeUInt16BE(entry, index * 2);
  });
  const body = Buffer.concat([type('curv'), word(entries.length), table]);
  return Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
}

/** A grid's nodes from a function of its axes, 0 to 1, the last axis fastest; 8 or 16 bits. */
function nodes(inputs: number, side: number, bits: 8 | 16, at: (point: number[]) => number[]): Buffer {
  const values: number[] = [];
  for (let node = 0; node < side ** inputs; node++) {
    const point = Array.from({ length: inputs }, (_, axis) => {
      return (Math.floor(node / side ** (inputs - 1 - axis)) % side) / (side - 1);
    });
    values.push(...at(point));
  }
  const bytes = Buffer.alloc(values.length * (bits / 8));
  values.forEach((value, index) => {
    const whole = Math.round(Math.min(Math.max(value, 0), 1) * (2 ** bits - 1));
    if (bits === 8) bytes.writeUInt8(whole, index);
    else bytes.writeUInt16BE(whole, index * 2);
  });
  return bytes;
}

interface Lut {
  readonly inputs: number;
  readonly outputs: number;
  readonly side: number;
  readonly bits: 8 | 16;
  readonly at: (point: number[]) => number[];
}

/** lutAToBType or lutBToAType with all its parts (ICC.1:2010, 10.10 and 10.11). */
export function modernLut(kind: 'mAB ' | 'mBA ', lut: Lut, curve: Buffer, matrix: readonly number[]): Buffer {
  const { inputs, outputs, side, bits, at } = lut;
  const [connection, device] = kind === 'mAB ' ? [outputs, inputs] : [inputs, outputs];
  const curves = (count: number): Buffer => Buffer.concat(Array(count).fill(curve));
  const grid = Buffer.concat([
    Buffer.from([...Array(inputs).fill(side), ...Array(16 - inputs).fill(0)]),
    Buffer.from([bits / 8, 0, 0, 0]),
    nodes(inputs, side, bits, at),
  ]);
  const parts = [curves(connection), fixed(...matrix), curves(connection), grid, curves(device)].map(part =>
    Buffer.concat([part, Buffer.alloc(-part.length & 3)]),
  );
  const offsets: number[] = [];
  parts.reduce((offset, part) => {
    offsets.push(offset);
    return offset + part.length;
  }, 32);
  return Buffer.concat([type(kind), Buffer.from([inputs, outputs, 0, 0]), word(...offsets), ...parts]);
}

/** lut8Type or lut16Type with straight curves (ICC.1:2010, 10.8 and 10.9). */
export function oldLut({ inputs, outputs, side, bits, at }: Lut): Buffer {
  const ramp =
    bits === 8
      ? Buffer.from(Array.from({ length: 256 }, (_, value) => value))
      : Buffer.from([0, 0, 255, 255]);
  const ramps = (count: number): Buffer => Buffer.concat(Array(count).fill(ramp));
  return Buffer.concat([
    type(bits === 8 ? 'mft1' : 'mft2'),
    Buffer.from([inputs, outputs, side, 0]),
    fixed(1, 0, 0, 0, 1, 0, 0, 0, 1),
    bits === 8 ? Buffer.alloc(0) : Buffer.from([0, 2, 0, 2]),
    ramps(inputs),
    nodes(inputs, side, bits, at),
    ramps(outputs),
  ]);
}

/** L*a*b* as tables hold it, from inks that shade each other: a simple press. */
const look = ([cyan = 0, magenta = 0, yellow = 0, black = 0]: number[]): number[] => {
  const light = (1 - 0.35 * cyan) * (1 - 0.45 * magenta) * (1 - 0.1 * yellow) * (1 - 0.8 * black);
  const a = 0.5 + (0.25 * magenta - 0.15 * cyan) * (1 - black);
  const b = 0.5 + (0.35 * yellow - 0.25 * cyan - 0.05 * magenta) * (1 - black);
  return [light, a, b];
};

const inks = ([lightness = 0, a = 0, b = 0]: number[]): number[] => {
  const dark = 1 - lightness;
  return [dark * 0.6 + (0.5 - a), dark * 0.5 + (a - 0.5), dark * 0.5 + (b - 0.5), dark * dark];
};

const PRESS = { class: 'prtr', space: 'CMYK', connection: 'Lab ' } as const;

/** A press profile of version 4, its tables of the new types with curves, matrix and grid. */
export function modernPress(): Buffer {
  const gentle = para(3, 1.1, 0.98, 0.02, 0.9, 0.03);
  const matrix = [0.96, 0.02, 0.01, 0, 0.98, 0.01, 0.01, 0, 0.97, 0.01, 0, 0.005];
  const toLab = { inputs: 4, outputs: 3, side: 5, bits: 16, at: look } as const;
  const toInks = { inputs: 3, outputs: 4, side: 9, bits: 8, at: inks } as const;
  const [A2B0, B2A0] = [modernLut('mAB ', toLab, gentle, matrix), modernLut('mBA ', toInks, gentle, matrix)];
  return profile(
    { ...PRESS, version: 4 },
    { wtpt: xyz(0.9642, 1, 0.8249), A2B0, A2B1: A2B0, B2A0, B2A1: B2A0 },
  );
}

/** A press profile of version 2 with tables of 8 bits. */
export function oldPress(leaveOut: readonly string[] = []): Buffer {
  const tags: Record<string, Buffer> = {
    wtpt: xyz(0.7, 0.72, 0.6),
    A2B0: oldLut({ inputs: 4, outputs: 3, side: 5, bits: 8, at: look }),
    B2A0: oldLut({ inputs: 3, outputs: 4, side: 9, bits: 8, at: inks }),
  };
  for (const name of leaveOut) delete tags[name];
  return profile({ ...PRESS, version: 2 }, tags);
}

/** A camera's profile: three primaries, wider than sRGB's, and the curves given. */
export function camera(curves: readonly Buffer[], version: 2 | 4 = 2): Buffer {
  const [rTRC, gTRC, bTRC] = [curves[0]!, curves[1 % curves.length]!, curves[2 % curves.length]!];
  return profile(
    { class: 'mntr', space: 'RGB ', connection: 'XYZ ', version },
    {
      wtpt: xyz(0.9642, 1, 0.8249),
      rXYZ: xyz(0.60974, 0.31111, 0.01947),
      gXYZ: xyz(0.20528, 0.62567, 0.06087),
      bXYZ: xyz(0.14919, 0.06322, 0.74457),
      rTRC,
      gTRC,
      bTRC,
    },
  );
}

/** A scanner's profile: a table from RGB to Lab. */
export function scanner(): Buffer {
  const at = ([r = 0, g = 0, b = 0]: number[]): number[] => {
    return [0.3 * r + 0.6 * g + 0.1 * b, 0.5 + 0.25 * (r - g), 0.5 + 0.2 * (g - b)];
  };
  return profile(
    { class: 'scnr', space: 'RGB ', connection: 'Lab ', version: 2 },
    { wtpt: xyz(0.9642, 1, 0.8249), A2B0: oldLut({ inputs: 3, outputs: 3, side: 9, bits: 16, at }) },
  );
}

/** Gray with a gamma. */
export function gray(gamma: number): Buffer {
  return profile(
    { class: 'mntr', space: 'GRAY', connection: 'XYZ ', version: 2 },
    { wtpt: xyz(0.9642, 1, 0.8249), kTRC: curv(Math.round(gamma * 256)) },
  );
}
