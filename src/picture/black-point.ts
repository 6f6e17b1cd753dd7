/**
 * Two profiles in, the scaling that lays the darkest colour of one on the darkest of the other out: black point compensation
 * (ISO 18619; the estimates are those that Adobe published and LittleCMS follows).
 */

import type { IccProfile } from './icc.js';
import {
  channelsOf,
  D50,
  fromXyz,
  type Intent,
  type Lab,
  labOf,
  toXyz,
  type Xyz,
  xyzOf,
} from './icc-colour.js';

/** Black as version 4 defines it for the perceptual intent (ICC.1:2010, 6.3.4.3). */
const PERCEPTUAL_BLACK: Xyz = [0.00336, 0.0034731, 0.00287];

/** Nothing is called black that is lighter than this, L*. */
const LIGHTEST_BLACK = 50;

function neutral({ 0: lightness }: Lab): Xyz {
  return xyzOf([Math.min(Math.max(lightness, 0), LIGHTEST_BLACK), 0, 0]);
}

/** The darkest colour of a picture's profile, taken as neutral (ISO 18619, 4.3.1). */
export function sourceBlack(profile: IccProfile, intent: Intent): Xyz {
  const isPress = profile.deviceClass === 'prtr' && profile.space === 'CMYK';
  if (profile.version >= 4 && intent === 'perceptual' && profile.tag('A2B0') !== undefined)
    return PERCEPTUAL_BLACK;
  if (isPress && intent === 'relative') return darkestInPrint(profile);
  const darkest = Array(channelsOf(profile)).fill(isPress ? 1 : 0);
  return neutral(labOf(toXyz(profile, intent)(darkest)));
}

/** What the perceptual table makes of black: full ink on all plates says nothing, since no press can carry it. */
function darkestInPrint(profile: IccProfile): Xyz {
  const black: Xyz = profile.version >= 4 ? PERCEPTUAL_BLACK : [0, 0, 0];
  const inks = fromXyz(profile, 'perceptual')(black);
  return neutral(labOf(toXyz(profile, 'relative')(inks)));
}

/** Steps of lightness in which a press profile is tried out. */
const STEPS = 256;

/**
 * The darkest neutral at which a press profile still follows the lightness asked of it (ISO 18619, 4.3.2): where it stops doing
 * so, its curve of lightness in print over lightness asked for is fitted with a parabola, and the parabola's root is black.
 */
export function pressBlack(profile: IccProfile, intent: Intent): Xyz {
  if (profile.version >= 4 && intent === 'perceptual') return PERCEPTUAL_BLACK;
  const first: Lab = intent === 'relative' ? labOf(darkestInPrint(profile)) : [0, 0, 0];
  const asked = Array.from({ length: STEPS }, (_, step) => (100 * step) / (STEPS - 1));
  const printed = lightnessInPrint(profile, intent, asked);
  const [least, most] = [printed[0]!, printed.at(-1)!];
  if (least >= most) return [0, 0, 0];
  const follows = asked.every(
    (lightness, step) =>
      lightness <= least + 0.2 * (most - least) || Math.abs(lightness - printed[step]!) < 4,
  );
  if (intent === 'relative' && follows) return xyzOf(first);
  const [from, to] = intent === 'relative' ? [0.1, 0.5] : [0.03, 0.25];
  const shadows = asked
    .map((lightness, step) => [lightness, (printed[step]! - least) / (most - least)] as const)
    .filter(([, share]) => share >= from && share < to);
  return xyzOf([Math.min(Math.max(rootOf(shadows), 0), LIGHTEST_BLACK), 0, 0]);
}

/** Lightness asked for, through the press and back; never falling. */
function lightnessInPrint(profile: IccProfile, intent: Intent, asked: readonly number[]): number[] {
  const [inksOf, look] = [fromXyz(profile, intent), toXyz(profile, 'relative')];
  const printed = asked.map(lightness => labOf(look(inksOf(xyzOf([lightness, 0, 0]))))[0]);
  for (let step = printed.length - 2; step > 0; step--) {
    printed[step] = Math.min(printed[step]!, printed[step + 1]!);
  }
  return printed;
}

/** The greater root of the least-squares parabola through the points; 0 if there is none. */
function rootOf(points: readonly (readonly [x: number, y: number])[]): number {
  const sum = (power: number, withY: boolean): number =>
    points.reduce((total, [x, y]) => total + x ** power * (withY ? y : 1), 0);
  const [n, x, x2, x3, x4] = [0, 1, 2, 3, 4].map(power => sum(power, false)) as Five;
  const [y, xy, x2y] = [0, 1, 2].map(power => sum(power, true)) as Three;
  // Cramer's rule on the normal equations of y = a x² + b x + c.
  const whole = determinant([n, x, x2], [x, x2, x3], [x2, x3, x4]);
  const c = determinant([y, x, x2], [xy, x2, x3], [x2y, x3, x4]) / whole;
  const b = determinant([n, y, x2], [x, xy, x3], [x2, x2y, x4]) / whole;
  const a = determinant([n, x, y], [x, x2, xy], [x2, x3, x2y]) / whole;
  const root = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
  return Number.isFinite(root) ? root : 0;
}

type Three = [number, number, number];
type Five = [number, number, number, number, number];

function determinant([a, b, c]: Three, [d, e, f]: Three, [g, h, i]: Three): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** Scales XYZ along each axis so that `from` becomes `to` and white stays white (ISO 18619, 4.4). */
export function blackScaling(from: Xyz, to: Xyz): (xyz: Xyz) => Xyz {
  const axes = D50.map((white, axis) => {
    const scale = (to[axis]! - white) / (from[axis]! - white);
    return [scale, white * (1 - scale)] as const;
  });
  return xyz => xyz.map((value, axis) => value * axes[axis]![0] + axes[axis]![1]) as never;
}
