/** Labels of drawings: set larger where the layout wants them read, as far as they find room. */

import { describe, expect, it } from 'vitest';
import { setLabels } from '../../src/flow/labels.js';
import type { TextSetter } from '../../src/flow/setter.js';
import type { TurnedText } from '../../src/frame/frame.js';
import type { GalleryPicture, VectorDrawing } from '../../src/picture/gallery.js';
import { setter } from '../support/setting.js';

const INK = { name: 'black', cmyk: [0, 0, 0, 1], rgb: [0, 0, 0] } as const;

/** A label eight points high in a drawing of 300 by 100. */
function label(text: string, x: number, y: number, more = {}): VectorDrawing['labels'][number] {
  const plain = { bold: false, anchor: 'start', rtl: false, lang: 'en', rgb: [0, 0, 0], rotate: 0 } as const;
  return { text, x, y, size: 8, ...plain, ink: INK, ...more };
}

const DRAWING: GalleryPicture = {
  file: 'd.svg',
  width: 300,
  height: 100,
  kind: 'drawing',
  vector: undefined,
  unsupported: undefined,
  untaggedInks: false,
};

/** Sizes of the labels where the layout wants them `least` points high. */
function sizesOf(least: number, ...labels: VectorDrawing['labels']): number[] {
  const { layout } = setter;
  const own = Object.assign(Object.create(setter) as TextSetter, {
    layout: { ...layout, module: { ...layout.module, leastLabel: least } },
  });
  const items = setLabels(DRAWING, labels, { x: 0, y: 0, scale: 0.5 }, own) as TurnedText[];
  return items.map(({ runs }) => Math.round(runs[0]!.size * 100) / 100);
}

describe('labels of a drawing at half its size', () => {
  it('are as small as it is where the layout asks for nothing', () => {
    expect(sizesOf(0, label('Poles', 10, 50))).toEqual([4]);
  });

  it('are as large as it asks where they have room', () => {
    expect(sizesOf(10, label('Poles', 10, 50), label('Ropes', 200, 50))).toEqual([10, 10]);
  });

  it('grow no further than another label allows, all of one size alike', () => {
    const [one, other, apart] = sizesOf(
      12,
      label('Poles', 10, 50),
      label('Ropes', 50, 50),
      label('Pegs', 200, 90),
    );
    expect(one).toBeGreaterThan(4);
    expect(one).toBeLessThan(12);
    expect([other, apart]).toEqual([one, one]);
  });

  it('do not leave the drawing, on whichever side they stand or however they are turned', () => {
    const grown = (more: object, x: number, y: number): number => sizesOf(40, label('Poles', x, y, more))[0]!;
    expect(grown({}, 250, 50)).toBeLessThan(14);
    expect(grown({ anchor: 'end' }, 50, 50)).toBeLessThan(14);
    expect(grown({ rotate: -90 }, 150, 60)).toBeLessThan(16);
    expect(grown({ anchor: 'middle' }, 150, 60)).toBeGreaterThan(20);
  });

  it('that meet or stand out as drawn hold none back', () => {
    expect(sizesOf(10, label('Poles', 10, 50), label('Ropes', 12, 50))).toEqual([10, 10]);
    expect(sizesOf(10, label('Poles', 295, 50))).toEqual([10]);
  });
});
