/** Profiles made by hand and the newsprint profile, evaluated here and by LittleCMS. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProfileError, readProfile } from '../../src/picture/icc.js';
import { fromXyz, labOf, toXyz, xyzOf } from '../../src/picture/icc-colour.js';
import { convert, deltaE, hasLittleCms } from './littlecms.js';
import { camera, curv, modernPress, oldPress, para, profile, scanner, xyz } from './profiles.js';
import { PROFILE, temporaryFolder } from './samples.js';

const folder = temporaryFolder();

function kept(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Points all over a cube of so many axes, 0 to 1, the same in every run. */
function points(axes: number, count = 150): number[][] {
  let seed = 20220301;
  const next = (): number => {
    seed = (seed * 16807) % 2147483647;
    return (seed % 1001) / 1000;
  };
  return [
    Array(axes).fill(0),
    Array(axes).fill(1),
    ...Array.from({ length: count }, () => Array.from({ length: axes }, next)),
  ];
}

const srgbCurve = para(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);

describe.skipIf(!hasLittleCms)('device colours look as LittleCMS says', () => {
  const cases: [name: string, bytes: Buffer, axes: number, scale: number][] = [
    ['newsprint (lut16, version 2)', readFileSync(PROFILE), 4, 100],
    ['a press of 8 bits (lut8)', oldPress(), 4, 100],
    ['a press of version 4 (lutAToB)', modernPress(), 4, 100],
    ['a scanner (lut16 to Lab)', scanner(), 3, 255],
    ['a camera with a gamma', camera([curv(563)]), 3, 255],
    ['a camera with tables', camera([curv(0, 9000, 30000, 65535), curv(), curv(512)]), 3, 255],
    ['a camera with sRGB’s curve', camera([srgbCurve], 4), 3, 255],
    [
      'a camera with other functions',
      camera([para(0, 1.8), para(1, 2, 0.9, 0.1), para(4, 2, 0.8, 0.1, 0.3, 0.2, 0.1, 0.05)], 4),
      3,
      255,
    ],
  ];
  for (const [name, bytes, axes, scale] of cases) {
    it(name, () => {
      const path = kept('device.icc', bytes);
      const colours = points(axes);
      const look = toXyz(readProfile(bytes), 'relative');
      const theirs = convert(
        colours.map(colour => colour.map(value => value * scale)),
        { from: path, to: '*Lab', intent: 'relative' },
      );
      const differences = colours.map((colour, index) => deltaE(labOf(look(colour)), theirs[index]!));
      // LittleCMS cuts a grid of four axes another way between its nodes, and rounds to 16 bits.
      expect(Math.max(...differences)).toBeLessThan(axes === 4 ? 2 : 0.3);
    });
  }
});

describe.skipIf(!hasLittleCms)('looks take the inks that LittleCMS says', () => {
  const labs = points(3).map(([l, a, b]) => [100 * l!, 120 * a! - 60, 120 * b! - 60]);
  for (const intent of ['perceptual', 'relative'] as const) {
    for (const [name, bytes] of [
      ['newsprint', readFileSync(PROFILE)],
      ['a press of 8 bits', oldPress()],
      ['a press of version 4', modernPress()],
    ] as const) {
      // With version 4's perceptual tables LittleCMS compensates for black unasked; press-colour.test.ts has that case.
      if (intent === 'perceptual' && bytes[8] === 4) continue;
      it(`${name}, ${intent}`, () => {
        const path = kept('press.icc', bytes);
        const inksOf = fromXyz(readProfile(bytes), intent);
        const theirs = convert(labs, { from: '*Lab', to: path, intent });
        labs.forEach((lab, index) => {
          const ours = inksOf(xyzOf(lab as never)).map(ink => Math.min(Math.max(ink, 0), 1) * 100);
          const furthest = Math.max(...ours.map((ink, plate) => Math.abs(ink - theirs[index]![plate]!)));
          expect(furthest, `${lab}: ${ours} against ${theirs[index]}`).toBeLessThan(0.7);
        });
      });
    }
  }
});

describe('a profile that cannot be read', () => {
  const faultOf = (bytes: Uint8Array, use: (bytes: Uint8Array) => unknown = readProfile): string => {
    try {
      use(bytes);
      return 'none';
    } catch (error) {
      if (error instanceof ProfileError) return error.message;
      throw error;
    }
  };
  const colours = (bytes: Uint8Array): unknown => toXyz(readProfile(bytes), 'relative');
  const inks = (bytes: Uint8Array): unknown => fromXyz(readProfile(bytes), 'relative');

  it('says why', () => {
    const whole = readFileSync(PROFILE);
    expect(faultOf(Buffer.from('no profile'))).toBe('it is not an ICC profile');
    expect(faultOf(whole.subarray(0, 4000))).toBe('it is cut off');
    expect(faultOf(oldPress(['B2A0']), inks)).toBe('it has no table from colours to inks (B2A0)');
    expect(faultOf(camera([curv()]), inks)).toBe('it has no table from colours to inks (B2A0)');
    expect(faultOf(oldPress(['A2B0']), colours)).toBe('it has neither a table of colours (A2B0) nor rTRC');
    const noGrid = { class: 'prtr', space: 'CMYK', connection: 'Lab ', version: 2 } as const;
    expect(faultOf(profile(noGrid, { A2B0: xyz(1, 2, 3) }), colours)).toMatch(
      /^it has a table from \d+ to \d+ channels/,
    );
    expect(faultOf(profile({ ...noGrid, space: 'GRAY' }, {}), colours)).toBe(
      'it is for the colour space GRAY',
    );
    expect(faultOf(camera([para(9)]), colours)).toBe('it has a curve of the unknown function 9');
    expect(faultOf(camera([xyz(1, 1, 1)]), colours)).toBe('it has a curve of the unknown type XYZ ');
  });

  it('is never read beyond its end, wherever it is cut or changed', () => {
    const use = [(bytes: Uint8Array) => inks(bytes) && colours(bytes), colours, colours];
    [oldPress(), camera([curv(0, 9000, 65535)]), camera([srgbCurve], 4)].forEach((good, kind) => {
      for (let at = 128; at < good.length; at += kind === 0 ? 97 : 1) {
        const bent = Buffer.from(good);
        bent[at] = bent[at]! ^ 0xff;
        expect(typeof faultOf(bent, use[kind])).toBe('string');
        expect(typeof faultOf(good.subarray(0, at), use[kind])).toBe('string');
      }
    });
  });
});
