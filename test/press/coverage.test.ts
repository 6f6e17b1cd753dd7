/** Ink counted on plates of known ink, and the map of it. */

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Coverage, coverageOf } from '../../src/press/coverage.js';
import { coverageMap } from '../../src/press/coverage-map.js';
import { PROCESS } from '../../src/press/inks.js';
import type { PlateImage } from '../../src/press/plates.js';
import { textOf } from '../support/newspaper.js';
import { labels } from './support.js';

const MM = 72 / 25.4;
/** Pixels to a millimetre of the plates. */
const FINE = 4;
const LIMIT = 2.4;

interface Patch {
  /** Millimetres. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Percent of each plate. */
  readonly inks: readonly [number, number, number, number];
}

/** Plates of a page with 5 mm around it and patches of ink, later ones over earlier ones. */
function plates(width: number, height: number, patches: readonly Patch[]): PlateImage[] {
  const [across, down] = [(width + 10) * FINE, (height + 10) * FINE];
  return PROCESS.map((plate, channel) => {
    const ink = new Uint8Array(across * down);
    for (const patch of patches) {
      const left = (patch.x + 5) * FINE;
      for (let row = (patch.y + 5) * FINE; row < (patch.y + 5 + patch.height) * FINE; row++)
        ink.fill(
          Math.round(patch.inks[channel]! * 2.55),
          row * across + left,
          row * across + left + patch.width * FINE,
        );
    }
    return { plate, width: across, height: down, ink };
  });
}

function counted(width: number, height: number, patches: readonly Patch[], limit = LIMIT): Coverage {
  const area = { width: width * MM, height: height * MM, around: 5 * MM };
  return coverageOf(plates(width, height, patches), area, limit);
}

const inMillimetres = ({ share, x, y }: { share: number; x: number; y: number }): number[] =>
  [share * 100, x / MM, y / MM].map(value => Math.round(value * 10) / 10);

/** The rectangle of cells that are over the limit, in millimetres; undefined if there are none. */
function overIn({ grid }: Coverage): number[] | undefined {
  const found = [...grid.over.keys()].filter(at => grid.over[at] === 1);
  if (found.length === 0) return undefined;
  const columns = found.map(at => at % grid.columns);
  const rows = found.map(at => Math.floor(at / grid.columns));
  const edges = [Math.min(...columns), Math.min(...rows), Math.max(...columns) + 1, Math.max(...rows) + 1];
  return edges.map(cells => Math.round((cells * grid.cell) / MM));
}

describe('the ink on a page', () => {
  it('is the mean of each plate and of all, marks around the trim not counted', () => {
    const mark: Patch = { x: -5, y: -5, width: 4, height: 4, inks: [100, 100, 100, 100] };
    const { plates: means, mean } = counted(100, 60, [
      { x: 0, y: 0, width: 50, height: 60, inks: [40, 0, 0, 20] },
      mark,
    ]);
    expect(means.map(plate => [plate.name, Math.round(plate.mean * 1000) / 10])).toEqual([
      ['Cyan', 20],
      ['Magenta', 0],
      ['Yellow', 0],
      ['Black', 10],
    ]);
    expect(mean).toBeCloseTo(0.3);
  });

  it('over an area larger than 15 mm is judged as it is', () => {
    const dark: Patch = { x: 30, y: 20, width: 20, height: 16, inks: [80, 80, 60, 40] };
    const coverage = counted(100, 60, [dark]);
    expect(coverage.densest.share).toBeCloseTo(2.6);
    expect(coverage.densest.x / MM).toBeGreaterThanOrEqual(29.9);
    expect(coverage.densest.x / MM + 15).toBeLessThanOrEqual(50.1);
    // Windows with as much as 240 % reach 1.2 mm beyond the patch.
    const [left, top, right, bottom] = overIn(coverage)!;
    expect([left! >= 28 && left! <= 29, top, right! >= 51 && right! <= 52, bottom]).toEqual([
      true,
      19,
      true,
      37,
    ]);
  });

  it('in a spot smaller than 15 mm is judged with what is around it, and its peak is told', () => {
    const spot: Patch = { x: 40, y: 30, width: 10, height: 10, inks: [80, 80, 80, 80] };
    const coverage = counted(100, 60, [spot]);
    expect(coverage.densest.share).toBeCloseTo((3.2 * 100) / 225, 2);
    expect(inMillimetres(coverage.peak)).toEqual([320, 40, 30]);
    expect(overIn(coverage)).toBeUndefined();
  });

  it('in a corner is judged by the window that fits into the corner', () => {
    const corner: Patch = { x: 85, y: 45, width: 15, height: 15, inks: [100, 100, 100, 0] };
    expect(inMillimetres(counted(100, 60, [corner]).densest)).toEqual([300, 85, 45]);
  });

  it('is judged as a whole on a page smaller than 15 mm', () => {
    const half: Patch = { x: 0, y: 0, width: 5, height: 10, inks: [100, 100, 100, 0] };
    const coverage = counted(10, 10, [half]);
    expect(coverage.window / MM).toBeCloseTo(10);
    expect(coverage.densest.share).toBeCloseTo(1.5);
  });
});

describe('the map', () => {
  const dark: Patch = { x: 30, y: 20, width: 30, height: 30, inks: [80, 80, 60, 40] };
  const gray: Patch = { x: 70, y: 20, width: 20, height: 30, inks: [0, 0, 0, 50] };
  const settings = { labels, limit: LIMIT, name: 'page 7' };

  it('is striped red where there is too much ink, blue where there is less, white where there is none', async () => {
    const { png } = await coverageMap(counted(100, 60, [dark, gray]), settings);
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number): number[] => {
      const start = (Math.round(y * 3) * info.width + Math.round(x * 3)) * info.channels;
      return [...data.subarray(start, start + 3)];
    };
    const inside = Array.from({ length: 30 }, (_, step) => at(40 + step / 3, 35));
    expect(inside.some(([red, green]) => red! > 100 && green! < 40)).toBe(true);
    expect(inside.some(([red, , blue]) => blue! > red!)).toBe(true);
    const [red, , blue] = at(80, 35) as [number, number, number];
    expect(blue).toBeGreaterThan(red);
    expect(at(10, 10)).toEqual([255, 255, 255]);
  });

  it('says of which page it is and the figures', async () => {
    const { page } = await coverageMap(counted(100, 60, [dark]), settings);
    const words = page.items.flatMap(item => (item.kind === 'glyphs' ? [textOf(item)] : [])).join('');
    for (const part of ['Ink on page 7', 'densest 15 mm 260 %', 'limit 240 %', 'Black 6.0 %'])
      expect(words).toContain(part);
  });

  it('has the same bytes again', async () => {
    const make = () => coverageMap(counted(100, 60, [dark, gray]), settings);
    expect(Buffer.compare((await make()).png, (await make()).png)).toBe(0);
  });
});
