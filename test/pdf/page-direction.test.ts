/** In which direction a page is to be read, and what this takes. */

import { expect, it } from 'vitest';
import type { GlyphRun } from '../../src/frame/frame.js';
import { placedLines } from '../../src/pdf/reading/lines.js';
import { directionRun, pageDirection } from '../../src/pdf/reading/page-direction.js';
import { face, run } from './helper.js';

const arabic = (text: string, y: number): GlyphRun => run(face('naskh'), text, { x: 0, y, rtl: true });
const latin = (text: string, y: number, x = 0): GlyphRun => run(face('serif'), text, { x, y });

it('follows the letters where no line mixes directions', () => {
  expect(pageDirection(placedLines([arabic('كتاب', 1), latin('a', 2)])).rtl).toBe(true);
  expect(pageDirection(placedLines([latin('book', 1)])).rtl).toBe(false);
});

it('follows a mixed line against the letters, with as many marks as they are', () => {
  const line = { style: 'body', lang: 'ar', rtl: true } as GlyphRun['line'] & object;
  const mixed = [
    { ...arabic('في', 1), line },
    { ...latin('Example', 1, 50), line },
  ];
  const page = pageDirection(placedLines([...mixed, latin('plain', 2)]));
  expect(page.rtl).toBe(true);
  const said = directionRun(page, { left: 12, right: 2 })!;
  expect(said.clusters.map(cluster => ('told' in cluster ? cluster.told : undefined))).toEqual([
    expect.objectContaining({ text: '\u200f'.repeat(60) }),
  ]);
  expect(directionRun(page, { left: 2, right: 12 })).toBeUndefined();
});

it('keeps thousands of marks on the page, whatever the size of its letters', () => {
  const page = pageDirection(placedLines([{ ...arabic('عنوان', 1), size: 60 }]));
  const { x, advances } = directionRun(page, { left: 5000, right: 100 })!;
  expect(advances.length).toBeGreaterThan(80);
  expect(x + advances.reduce((sum, advance) => sum + advance, 0)).toBeLessThan(595);
});

it('leaves a page of one language alone but for a word in a few of its lines', () => {
  const lines = Array.from({ length: 30 }, (_, y) => latin('all of a line', y));
  expect(pageDirection(placedLines([...lines, arabic('سطر', 40)])).rtl).toBe(false);
});
