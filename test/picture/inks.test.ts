/** sRGB colours go in; the inks that come out are compared. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PictureCache } from '../../src/picture/cache.js';
import { coloursOf, inkShape, mixInks } from '../../src/picture/inks.js';
import { printOutput } from '../../src/picture/output.js';
import { PressColour } from '../../src/picture/press-colour.js';
import { type Rgb, readDrawing } from '../../src/picture/svg.js';
import { blackCurve } from '../../src/picture/tone.js';
import { PROFILE, temporaryFolder } from './samples.js';

const folder = temporaryFolder();

async function percents(colours: readonly Rgb[], limit = 2.4, cache = 'cache'): Promise<string[]> {
  const press = printOutput(PROFILE, { inkLimit: limit });
  const inks = await mixInks(colours, press, new PictureCache(join(folder, cache)));
  if (!inks.ok) throw new Error(inks.trouble.message);
  return colours.map(rgb => {
    const { name, cmyk } = inks.value(rgb);
    return `${name} ${cmyk.map(ink => Math.round(ink * 100)).join(' ')}`;
  });
}

describe('inks of drawings', () => {
  it('black, white and grays are black ink alone', async () => {
    const grays = await percents([
      [0, 0, 0],
      [255, 255, 255],
      [128, 128, 128],
      [127, 128, 130],
      [252, 253, 252],
    ]);
    expect(grays.slice(0, 2)).toEqual(['#000000 0 0 0 100', '#ffffff 0 0 0 0']);
    expect(grays[2]).toMatch(/^#808080 0 0 0 (4\d|5[0-5])$/);
    expect(grays[3]!.slice(8)).toBe(grays[2]!.slice(8));
    expect(grays[4]).toBe('#fcfdfc 0 0 0 0');
  });

  it('colours go through the profile in whole percents, without tiny dots', async () => {
    expect(
      await percents([
        [255, 0, 0],
        [0, 0, 255],
        [254, 255, 245],
      ]),
    ).toEqual(['#ff0000 0 88 90 0', '#0000ff 94 44 0 12', expect.stringMatching(/^#fefff5 0 0 \d+ 0$/)]);
  });

  it('stays within the ink limit', async () => {
    const dark: Rgb[] = Array.from({ length: 60 }, (_, step) => [step, 8, 60 - step]);
    for (const line of await percents(dark, 1.6)) {
      const total = line
        .split(' ')
        .slice(1)
        .reduce((sum, ink) => sum + Number(ink), 0);
      expect(total).toBeLessThanOrEqual(160);
    }
  });

  it('is the same out of the cache', async () => {
    const colours: Rgb[] = [
      [9, 99, 199],
      [200, 0, 10],
    ];
    const first = await percents(colours, 2.4, 'warm');
    const entries = readdirSync(join(folder, 'warm'), { recursive: true }).length;
    expect(await percents([...colours].reverse(), 2.4, 'warm')).toEqual([...first].reverse());
    expect(readdirSync(join(folder, 'warm'), { recursive: true }).length).toBe(entries);
  });

  it('takes no colours at all, and refuses an unusable profile', async () => {
    expect(await percents([])).toEqual([]);
    const refused = await mixInks(
      [[1, 2, 3]],
      printOutput(join(folder, 'none.icc')),
      new PictureCache(folder),
    );
    expect(refused.ok ? 'ok' : refused.trouble.code).toBe('profile-unusable');
  });

  it('turns a drawing into shapes of a frame', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h1" fill="red" stroke="#000"/><path d="M0 0h1"/></svg>';
    const drawing = readDrawing(svg, 'a.svg');
    if (!drawing.ok) throw new Error(drawing.trouble.message);
    const inks = await mixInks(
      coloursOf(drawing.value),
      printOutput(PROFILE),
      new PictureCache(join(folder, 'cache')),
    );
    if (!inks.ok) throw new Error(inks.trouble.message);
    const shapes = drawing.value.shapes.map(shape => inkShape(shape, inks.value));
    expect(shapes.map(({ fill, stroke }) => [fill?.name, stroke?.ink.name, stroke?.width])).toEqual([
      ['#ff0000', '#000000', 1],
      ['#000000', undefined, undefined],
    ]);
    expect(() => inks.value([1, 2, 3])).toThrow(RangeError);
  });
});

describe('tone curve', () => {
  it('falls from the shadow to the highlight and never turns', async () => {
    const curve = [
      ...blackCurve(new PressColour(readFileSync(PROFILE), 'perceptual').blackRamp, {
        highlight: 0.03,
        shadow: 0.9,
      }),
    ];
    expect([curve[0], curve[255]]).toEqual([230, 8]);
    expect([...curve].sort((a, b) => b - a)).toEqual(curve);
  });
});
