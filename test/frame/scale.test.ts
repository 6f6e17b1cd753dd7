/** Frames in another size. */

import { expect, it } from 'vitest';
import type { Group, Item } from '../../src/frame/frame.js';
import { scaleItems } from '../../src/frame/scale.js';
import { black, face, run, widthOf } from '../pdf/helper.js';

const group = (items: readonly Item[]): Group => ({
  kind: 'group',
  x: 10,
  y: 20,
  role: 'figure',
  story: 's',
  alt: 'a',
  clip: { x: -2, y: 0, width: 40, height: 30 },
  items,
});

it('multiplies every length', () => {
  const items: Item[] = [
    { kind: 'rule', x1: 1, y1: 2, x2: 3, y2: 4, width: 5, ink: black },
    { kind: 'box', x: 1, y: 2, width: 3, height: 4, ink: black },
    { kind: 'drawing', x: 1, y: 2, scale: 3, shapes: [] },
    { kind: 'link', x: 1, y: 2, width: 3, height: 4, target: { page: 6 } },
  ];
  expect(scaleItems([group(items)], 0.5)).toEqual([
    {
      ...group([]),
      x: 5,
      y: 10,
      clip: { x: -1, y: 0, width: 20, height: 15 },
      items: [
        { kind: 'rule', x1: 0.5, y1: 1, x2: 1.5, y2: 2, width: 2.5, ink: black },
        { kind: 'box', x: 0.5, y: 1, width: 1.5, height: 2, ink: black },
        { kind: 'drawing', x: 0.5, y: 1, scale: 1.5, shapes: [] },
        { kind: 'link', x: 0.5, y: 1, width: 1.5, height: 2, target: { page: 6 } },
      ],
    },
  ]);
});

it('keeps the crop of a picture and makes it an item of its own', () => {
  const crop = { x: 0.1, y: 0, width: 0.5, height: 1 };
  const picture: Item = { kind: 'picture', x: 4, y: 8, width: 100, height: 60, file: 'a.jpg', crop };
  const [small] = scaleItems([picture], 0.25);
  expect(small).toEqual({ ...picture, x: 1, y: 2, width: 25, height: 15 });
  expect(small).not.toBe(picture);
});

it('scales text with its letter space, turned or not, and leaves its clusters', () => {
  const word = { ...run(face('sans'), 'Ink', { x: 10, y: 40, size: 12 }), letterSpace: 0.4, stretch: 1.02 };
  const turned: Item = { kind: 'turned', x: 4, y: 4, degrees: 30, runs: [word] };
  const [small, small2] = scaleItems([word, turned], 0.5);
  expect(small).toMatchObject({ x: 5, y: 20, size: 6, letterSpace: 0.2, stretch: 1.02 });
  expect(small).toHaveProperty('clusters', word.clusters);
  expect(small?.kind === 'glyphs' && widthOf(small)).toBeCloseTo(widthOf(word) / 2);
  expect(small2).toMatchObject({ x: 2, y: 2, degrees: 30, runs: [{ x: 5, y: 20, size: 6 }] });
});
