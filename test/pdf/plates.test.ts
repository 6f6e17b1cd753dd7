/** Small pages separated by Ghostscript: what each plate prints where. */

import { describe, expect, it } from 'vitest';
import type { DrawingItem, Ink, Item } from '../../src/frame/frame.js';
import { type PressCondition, writePrintPdf } from '../../src/pdf/write.js';
import { black, edition, face, noPictures, page, press, run } from './helper.js';
import { hasGhostscript, inksAt, type Plates, platesOf, shareOf } from './plates.js';

const accent: Ink = { name: 'accent', cmyk: [0, 1, 0.9, 0.15], rgb: [181, 18, 27] };
const tint: Ink = { name: 'tint', cmyk: [0.2, 0, 0.1, 0], rgb: [200, 230, 220] };
const spot: Ink = {
  name: 'house blue',
  cmyk: [0.5, 0.25, 0, 0],
  rgb: [120, 160, 220],
  spot: { name: 'PANTONE 300 C', tint: 0.5, alternate: [1, 0.5, 0, 0] },
};

async function plates(items: readonly Item[], change: Partial<PressCondition> = {}): Promise<Plates> {
  const condition = { ...press, ...change };
  const file = await writePrintPdf(edition([page(items)]), { press: condition, rendition: noPictures });
  return (await platesOf(file, 72))[0]!;
}

const box = (ink: Ink, x: number, width = 100, height = 100): Item => {
  return { kind: 'box', x, y: 100, width, height, ink };
};

const letters = (size: number, x: number, ink = black): Item =>
  run(face('sans'), 'HHHH', { x, y: 150 + size / 3, size, ink });

describe.skipIf(!hasGhostscript)('plates', () => {
  it('text prints on the black plate alone, whatever its script', async () => {
    const text = [
      run(face('serif'), 'The quick brown fox', { x: 20, y: 50, size: 9.5 }),
      run(face('naskh'), 'حقيقة المقهورين', { x: 20, y: 90, size: 10.6, rtl: true }),
      run(face('sans'), 'HEADLINE', { x: 20, y: 150, size: 60 }),
    ];
    const page = await plates(text);
    expect(['Cyan', 'Magenta', 'Yellow'].map(plate => shareOf(page, plate))).toEqual([0, 0, 0]);
    expect(shareOf(page, 'Black')).toBeGreaterThan(0.02);
  });

  it('small black text and thin black rules print over tints, large text and tints of black knock out', async () => {
    const gray: Ink = { name: 'gray', cmyk: [0, 0, 0, 0.6], rgb: [110, 110, 110] };
    const rule = (x: number, width: number): Item => {
      return { kind: 'rule', x1: x, y1: 150, x2: x, y2: 190, width, ink: black };
    };
    const page = await plates([box(tint, 0, 400), rule(50, 2), rule(100, 3), box(gray, 200, 4, 60)]);
    const under = { Cyan: 20, Magenta: 0, Yellow: 10 };
    expect(inksAt(page, 50, 170)).toEqual({ ...under, Black: 100 });
    expect(inksAt(page, 100, 170)).toEqual({ Cyan: 0, Magenta: 0, Yellow: 0, Black: 100 });
    expect(inksAt(page, 202, 130)).toEqual({ Cyan: 0, Magenta: 0, Yellow: 0, Black: 60 });
    const [small, large] = [
      await plates([box(tint, 0, 400), letters(19, 40)]),
      await plates([box(tint, 0, 400), letters(20, 40)]),
    ];
    expect(shareOf(small, 'Cyan')).toBeCloseTo((400 * 100) / (400 * 500), 4);
    expect(shareOf(large, 'Cyan')).toBeLessThan(shareOf(small, 'Cyan') - 0.0005);
  });

  it('black outlines of drawings print over their fills, and the fills knock out', async () => {
    const drawing: DrawingItem = {
      kind: 'drawing',
      x: 100,
      y: 120,
      scale: 1,
      shapes: [
        {
          path: [['M', 0, 0], ['L', 60, 0], ['L', 60, 60], ['L', 0, 60], ['Z']],
          fill: accent,
          fillRule: 'nonzero',
          stroke: { ink: black, width: 2, cap: 'butt', join: 'miter', dash: [] },
        },
      ],
    };
    const page = await plates([box(tint, 0, 400), drawing]);
    expect(inksAt(page, 130, 150)).toEqual({ Cyan: 0, Magenta: 100, Yellow: 90, Black: 15 });
    expect(inksAt(page, 100, 150)).toMatchObject({ Magenta: 100, Black: 100 });
    expect(inksAt(page, 99, 150)).toMatchObject({ Cyan: 20, Black: 100 });
  });

  it('a label that runs upright does not carry its overprinting on to what follows', async () => {
    const label: Item = {
      kind: 'turned',
      x: 60,
      y: 180,
      degrees: -90,
      runs: [run(face('sans'), 'small', { x: 0, y: 0, size: 9 })],
    };
    const after = [box(tint, 0, 400), label, box(accent, 200, 50, 50)];
    expect(inksAt(await plates(after), 225, 125)).toEqual({ Cyan: 0, Magenta: 100, Yellow: 90, Black: 15 });
    const text = run(face('sans'), 'small', { x: 250, y: 150, size: 9 });
    const twice = await plates([box(tint, 0, 400), text, label, { ...text, y: 170 }]);
    expect(shareOf(twice, 'Cyan')).toBeCloseTo((400 * 100) / (400 * 500), 4);
  });

  it('areas of solid black take more inks if asked to; rules and text do not', async () => {
    const items = [box(black, 20), box(black, 200, 8), letters(40, 300)];
    const page = await plates(items, { solidBlack: [0.4, 0, 0, 1] });
    expect(inksAt(page, 70, 150)).toEqual({ Cyan: 40, Magenta: 0, Yellow: 0, Black: 100 });
    expect(inksAt(page, 204, 150)).toEqual({ Cyan: 0, Magenta: 0, Yellow: 0, Black: 100 });
    expect(shareOf(page, 'Cyan')).toBeCloseTo((100 * 100) / (400 * 500), 4);
    expect(inksAt(await plates(items), 70, 150)).toMatchObject({ Cyan: 0, Black: 100 });
  });

  it('a spot colour prints on a plate of its own, as text, line and area, and process inks are spared', async () => {
    const line: Item = { kind: 'rule', x1: 200, y1: 150, x2: 300, y2: 150, width: 6, ink: spot };
    const page = await plates([box(spot, 20), line, letters(40, 330, spot)]);
    expect([...page.inks.keys()].sort()).toEqual(['Black', 'Cyan', 'Magenta', 'PANTONE 300 C', 'Yellow']);
    for (const x of [70, 250]) {
      expect(inksAt(page, x, 150)).toEqual({ Cyan: 0, Magenta: 0, Yellow: 0, Black: 0, 'PANTONE 300 C': 50 });
    }
    expect(shareOf(page, 'PANTONE 300 C')).toBeGreaterThan((100 * 100 + 100 * 6) / (400 * 500));
    expect(['Cyan', 'Magenta', 'Yellow', 'Black'].map(plate => shareOf(page, plate))).toEqual([0, 0, 0, 0]);
  });
});
