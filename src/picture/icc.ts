/** The bytes of an ICC profile in, its header, its tags and their curves out (ICC.1:2010 and the older version 2). */

/** What is wrong with a profile, in words that follow “the profile cannot be used: ”. */
export class ProfileError extends Error {}

export interface IccProfile {
  /** Four characters: `prtr` for presses and printers, `mntr` for screens, `scnr` for scanners and cameras. */
  readonly deviceClass: string;
  /** Four characters: `RGB `, `CMYK`, `GRAY`. */
  readonly space: string;
  /** What device colours are tied to: `Lab ` or `XYZ `, under D50. */
  readonly connection: string;
  /** 2 or 4. */
  readonly version: number;
  /** A tag's element, its type signature included, or undefined if the profile has none of that name. */
  tag(name: string): DataView | undefined;
}

const HEADER_LENGTH = 128;
const TAG_LENGTH = 12;

/**
 * Opens a profile; its tags are read when they are asked for.
 * @throws ProfileError if it is cut off or no profile at all.
 */
export function readProfile(bytes: Uint8Array): IccProfile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_LENGTH + 4 || text(view, 36) !== 'acsp') {
    throw new ProfileError('it is not an ICC profile');
  }
  if (view.getUint32(0) > bytes.length) throw new ProfileError('it is cut off');
  const places = new Map<string, readonly [offset: number, length: number]>();
  for (let index = 0; index < view.getUint32(HEADER_LENGTH); index++) {
    const at = HEADER_LENGTH + 4 + index * TAG_LENGTH;
    if (at + TAG_LENGTH > bytes.length) throw new ProfileError('it is cut off');
    places.set(text(view, at), [view.getUint32(at + 4), view.getUint32(at + 8)]);
  }
  return {
    deviceClass: text(view, 12),
    space: text(view, 16),
    connection: text(view, 20),
    version: view.getUint8(8),
    tag(name) {
      const place = places.get(name);
      if (place === undefined) return undefined;
      const [offset, length] = place;
      if (offset + length > bytes.length) throw new ProfileError(`its tag ${name} is cut off`);
      return new DataView(bytes.buffer, bytes.byteOffset + offset, length);
    },
  };
}

/** Four characters at a place. */
export function text(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map(index => view.getUint8(at + index)));
}

/** A number of type s15Fixed16Number. */
export function fixed(view: DataView, at: number): number {
  return view.getInt32(at) / 0x10000;
}

/** A function from 0..1 to 0..1. */
export type Curve = (value: number) => number;

/** Steps of equal width between the entries of a table. */
export function tableCurve(table: ArrayLike<number>): Curve {
  const last = table.length - 1;
  return value => {
    const place = Math.min(Math.max(value, 0), 1) * last;
    const below = Math.min(Math.floor(place), last - 1);
    return table[below]! + (place - below) * (table[below + 1]! - table[below]!);
  };
}

/**
 * A curve element (types curv and para) at a place of a tag, and its length in bytes.
 * @throws ProfileError if it is of another type or cut off.
 */
export function readCurve(view: DataView, at: number): { readonly curve: Curve; readonly length: number } {
  if (at + 12 > view.byteLength) throw new ProfileError('one of its curves is cut off');
  switch (text(view, at)) {
    case 'curv': {
      const count = view.getUint32(at + 8);
      const entry = (index: number): number => view.getUint16(at + 12 + 2 * index);
      const length = 12 + 2 * count;
      if (at + length > view.byteLength) throw new ProfileError('one of its curves is cut off');
      if (count === 0) return { curve: value => value, length };
      if (count === 1) return { curve: value => Math.max(value, 0) ** (entry(0) / 0x100), length };
      return { curve: tableCurve(Float64Array.from({ length: count }, (_, i) => entry(i) / 0xffff)), length };
    }
    case 'para':
      return parametric(view, at);
    default:
      throw new ProfileError(`it has a curve of the unknown type ${text(view, at)}`);
  }
}

/** How many parameters each function type has (ICC.1:2010, table 65). */
const PARAMETERS = [1, 3, 4, 5, 7];

function parametric(view: DataView, at: number): { readonly curve: Curve; readonly length: number } {
  const type = view.getUint16(at + 8);
  const count = PARAMETERS[type];
  if (count === undefined) throw new ProfileError(`it has a curve of the unknown function ${type}`);
  if (at + 12 + 4 * count > view.byteLength) throw new ProfileError('one of its curves is cut off');
  const given = Array.from({ length: count }, (_, index) => fixed(view, at + 12 + 4 * index));
  const [gamma = 1, a = 1, b = 0] = given;
  const power = (value: number): number => Math.max(a * value + b, 0) ** gamma;
  // The types differ in where the straight part ends and in what is added to both parts.
  const [, , , third = 0, fourth = 0, fifth = 0, sixth = 0] = given;
  const curves: readonly Curve[] = [
    power,
    value => (value >= -b / a ? power(value) : 0),
    value => (value >= -b / a ? power(value) + third : third),
    value => (value >= fourth ? power(value) : third * value),
    value => (value >= fourth ? power(value) + fifth : third * value + sixth),
  ];
  return { curve: curves[type]!, length: 12 + 4 * count };
}
