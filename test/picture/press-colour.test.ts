/** Colours for the press, held against LittleCMS's conversion with black point compensation. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PressColour } from '../../src/picture/press-colour.js';
import { convert, deltaE, hasLittleCms, meanAndMost, printed } from './littlecms.js';
import { camera, curv, modernPress, oldPress } from './profiles.js';
import { PROFILE, temporaryFolder } from './samples.js';

const folder = temporaryFolder();
const NEWSPRINT = readFileSync(PROFILE);

function kept(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** All dots as they are. */
const FULL = { highlight: 0, shadow: 1 };

/** A grid over all colours, its grays among them, with the darks in smaller steps. */
const LEVELS = [0, 12, 40, 90, 140, 190, 230, 255];
const COLOURS = LEVELS.flatMap(r => LEVELS.flatMap(g => LEVELS.map(b => [r, g, b])));

function inksOf(press: PressColour, colours: readonly number[][], profile?: Buffer): number[][] {
  const channels = colours[0]!.length;
  const data = Buffer.from(colours.flat());
  const inks = press.convert({ data, width: colours.length, height: 1, channels }, profile, FULL).data;
  return colours.map((_, index) => [...inks.subarray(4 * index, 4 * index + 4)].map(ink => ink / 2.55));
}

describe('pure colours', () => {
  /** Percents by transicc 5.1 (LittleCMS 2.14) with -b, which the test below asks anew where it is installed. */
  const KNOWN = {
    perceptual: [
      [
        [255, 0, 0],
        [0, 88.0, 89.5, 0.2],
      ],
      [
        [0, 0, 255],
        [93.7, 44.2, 0, 11.6],
      ],
      [
        [128, 128, 128],
        [7.2, 1.3, 0, 52.5],
      ],
      [
        [255, 255, 255],
        [0, 0, 0, 0],
      ],
    ],
    relative: [
      [
        [0, 0, 0],
        [49.9, 35.9, 35.2, 92.3],
      ],
      [
        [255, 0, 0],
        [0, 94.3, 93.7, 1.0],
      ],
      [
        [0, 0, 255],
        [97.1, 75.4, 0, 0],
      ],
      [
        [128, 128, 128],
        [6.9, 1.3, 0, 54.2],
      ],
      [
        [255, 255, 255],
        [0, 0, 0, 0],
      ],
    ],
  } as const;
  for (const intent of ['perceptual', 'relative'] as const) {
    it(`are what LittleCMS makes of them, ${intent}`, () => {
      const press = new PressColour(NEWSPRINT, intent);
      for (const [rgb, percents] of KNOWN[intent]) {
        const ours = press.colour(rgb).map(ink => ink * 100);
        const furthest = Math.max(...ours.map((ink, plate) => Math.abs(ink - percents[plate]!)));
        expect(furthest, `${rgb}: ${ours}`).toBeLessThan(1);
      }
    });
  }
});

describe.skipIf(!hasLittleCms)('whole pictures print as LittleCMS’s', () => {
  const cases = [
    ['newsprint', NEWSPRINT, 'perceptual'],
    ['newsprint', NEWSPRINT, 'relative'],
    ['a press of version 4', modernPress(), 'perceptual'],
    ['a press of version 4', modernPress(), 'relative'],
  ] as const;
  for (const [name, bytes, intent] of cases) {
    it(`from sRGB: ${name}, ${intent}`, () => {
      const path = kept('press.icc', bytes);
      const ours = inksOf(new PressColour(bytes, intent), COLOURS);
      const theirs = convert(COLOURS, { from: '*sRGB', to: path, intent, blackPoint: true });
      const [look, wanted] = [printed(ours, path), printed(theirs, path)];
      const { mean, most } = meanAndMost(look.map((lab, index) => deltaE(lab, wanted[index]!)));
      expect(mean).toBeLessThan(0.5);
      expect(most).toBeLessThan(3);
    });
  }

  it('from a camera with colours outside of sRGB', () => {
    const profile = camera([curv(563)]);
    const ours = inksOf(new PressColour(NEWSPRINT, 'relative'), COLOURS, profile);
    const from = kept('camera.icc', profile);
    const theirs = convert(COLOURS, { from, to: PROFILE, intent: 'relative', blackPoint: true });
    const [look, wanted] = [printed(ours, PROFILE), printed(theirs, PROFILE)];
    const { mean, most } = meanAndMost(look.map((lab, index) => deltaE(lab, wanted[index]!)));
    expect(mean).toBeLessThan(0.5);
    expect(most).toBeLessThan(3);
  });

  it('from inks for another press', () => {
    const LIGHT = [0, 60, 130, 200, 255];
    const inks = LIGHT.flatMap(c =>
      LIGHT.flatMap(m => LIGHT.flatMap(y => [0, 90, 180].map(k => [c, m, y, k]))),
    );
    const profile = oldPress();
    const ours = inksOf(new PressColour(NEWSPRINT, 'relative'), inks, profile);
    const percents = inks.map(ink => ink.map(value => value / 2.55));
    const from = kept('other.icc', profile);
    const theirs = convert(percents, { from, to: PROFILE, intent: 'relative', blackPoint: true });
    const [look, wanted] = [printed(ours, PROFILE), printed(theirs, PROFILE)];
    const { mean, most } = meanAndMost(look.map((lab, index) => deltaE(lab, wanted[index]!)));
    expect(mean).toBeLessThan(1);
    expect(most).toBeLessThan(5);
  });
});

describe('pictures', () => {
  const press = new PressColour(NEWSPRINT, 'relative');

  it('in inks for this very press keep their numbers', () => {
    expect(press.accepts(NEWSPRINT)).toBe(true);
    const data = Buffer.from([0, 0, 0, 255, 40, 0, 0, 255]);
    expect(press.convert({ data, width: 2, height: 1, channels: 4 }, NEWSPRINT, FULL).data.equals(data)).toBe(
      true,
    );
  });

  it('follow a profile only if it is whole and one for colours', () => {
    expect(press.accepts(camera([curv()]))).toBe(true);
    expect(press.accepts(oldPress())).toBe(true);
    expect(press.accepts(oldPress(['A2B0']))).toBe(false);
    expect(press.accepts(NEWSPRINT.subarray(0, 9000))).toBe(false);
    expect(press.accepts(Buffer.from('profile'))).toBe(false);
  });

  it('that are neutral stay near neutral, and get darker as they should', () => {
    const grays = Array.from({ length: 256 }, (_, value) => [value, value, value]);
    const black = inksOf(press, grays).map(([, , , ink]) => ink!);
    expect([...black].sort((a, b) => b - a)).toEqual(black);
  });
});
