/** A profile in, functions between its device colours and CIE colours out. */

import { type Curve, fixed, type IccProfile, ProfileError, readCurve } from './icc.js';
import { type ReadTable, readTable } from './icc-table.js';

/** CIE XYZ under D50, relative to the medium: white is D50 itself, Y = 1. */
export type Xyz = readonly [number, number, number];
/** CIE L*a*b* under D50, relative to the medium. */
export type Lab = readonly [number, number, number];
/** Device colours, 0 to 1: light for RGB, ink for CMYK. */
export type Device = readonly number[];

/** How colours that cannot be printed are brought into reach (ICC.1:2010, 0.9.1). */
export type Intent = 'perceptual' | 'relative';

/** The illuminant of the connection space (ICC.1:2010, 7.2.16). */
export const D50: Xyz = [0.9642, 1, 0.8249];

const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;

export function labOf(xyz: Xyz): Lab {
  const [x, y, z] = xyz.map((value, index) => {
    const share = value / D50[index]!;
    return share > EPSILON ? Math.cbrt(share) : (KAPPA * share + 16) / 116;
  }) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

export function xyzOf([lightness, a, b]: Lab): Xyz {
  const y = (lightness + 16) / 116;
  const back = (value: number): number => (value ** 3 > EPSILON ? value ** 3 : (116 * value - 16) / KAPPA);
  return [D50[0] * back(y + a / 500), D50[1] * back(y), D50[2] * back(y - b / 200)];
}

const CHANNELS: Readonly<Record<string, 3 | 4>> = { 'RGB ': 3, CMYK: 4 };

/** Tables by intent (ICC.1:2010, table 25); a profile without a special one uses the perceptual one for all. */
const SUFFIX = { perceptual: '0', relative: '1' } as const;

function tableOf(profile: IccProfile, kind: 'A2B' | 'B2A', intent: Intent): ReadTable | undefined {
  const tag = profile.tag(kind + SUFFIX[intent]) ?? profile.tag(`${kind}0`);
  const channels = channelsOf(profile);
  if (tag === undefined) return undefined;
  return kind === 'A2B' ? readTable(tag, channels, 3) : readTable(tag, 3, channels);
}

/** @throws ProfileError for other spaces than RGB and CMYK. */
export function channelsOf({ space }: IccProfile): 3 | 4 {
  const channels = CHANNELS[space];
  if (channels === undefined) throw new ProfileError(`it is for the colour space ${space.trim()}`);
  return channels;
}

/** The largest value that 16 bits of XYZ can say (ICC.1:2010, table 11). */
const MOST_XYZ = 1 + 32767 / 32768;

/**
 * What a device colour looks like.
 * @throws ProfileError if the profile has neither a table nor three curves and primaries.
 */
export function toXyz(profile: IccProfile, intent: Intent): (device: Device) => Xyz {
  const table = tableOf(profile, 'A2B', intent);
  if (table === undefined) return shaper(profile);
  const { apply, encoding } = table;
  if (profile.connection === 'XYZ ') return device => apply(device).map(value => value * MOST_XYZ) as never;
  const stretch = encoding === 'lab2' ? 0xffff / 0xff00 : 1;
  return device => {
    const [lightness, a, b] = apply(device).map(value => value * stretch) as [number, number, number];
    return xyzOf([100 * lightness, 255 * a - 128, 255 * b - 128]);
  };
}

/**
 * The device colour for a look.
 * @throws ProfileError if the profile has no table for that.
 */
export function fromXyz(profile: IccProfile, intent: Intent): (xyz: Xyz) => number[] {
  const table = tableOf(profile, 'B2A', intent);
  if (table === undefined) throw new ProfileError('it has no table from colours to inks (B2A0)');
  const { apply, encoding } = table;
  if (profile.connection === 'XYZ ') return xyz => apply(xyz.map(value => value / MOST_XYZ));
  const squeeze = encoding === 'lab2' ? 0xff00 / 0xffff : 1;
  return xyz => {
    const [lightness, a, b] = labOf(xyz);
    return apply([lightness / 100, (a + 128) / 255, (b + 128) / 255].map(value => value * squeeze));
  };
}

/** Three curves and the XYZ of three primaries: what screens and cameras have (ICC.1:2010, F.3). */
function shaper(profile: IccProfile): (device: Device) => Xyz {
  const curves = ['rTRC', 'gTRC', 'bTRC'].map(name => readCurve(need(profile, name), 0).curve);
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map(name => {
    const tag = need(profile, name, 20);
    return [fixed(tag, 8), fixed(tag, 12), fixed(tag, 16)] as const;
  });
  return shaped(curves, primaries);
}

function need(profile: IccProfile, name: string, length = 0): DataView {
  const tag = profile.tag(name);
  if (tag === undefined) throw new ProfileError(`it has neither a table of colours (A2B0) nor ${name}`);
  if (tag.byteLength < length) throw new ProfileError(`its tag ${name} is cut off`);
  return tag;
}

function shaped(curves: readonly Curve[], primaries: readonly Xyz[]): (device: Device) => Xyz {
  return device => {
    const light = curves.map((curve, index) => curve(device[index]!));
    return [0, 1, 2].map(axis =>
      primaries.reduce((sum, primary, index) => sum + light[index]! * primary[axis]!, 0),
    ) as never;
  };
}

const encodedLight: Curve = value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** sRGB (IEC 61966-2-1), its primaries adapted to D50 by the Bradford transform as in ICC's own sRGB profiles. */
export const srgbToXyz = shaped(
  [encodedLight, encodedLight, encodedLight],
  [
    [0.43607, 0.22249, 0.01392],
    [0.38515, 0.71687, 0.09708],
    [0.14307, 0.06061, 0.7141],
  ],
);
