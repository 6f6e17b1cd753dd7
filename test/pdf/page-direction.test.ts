/** In which direction a page is to be read, and what this takes. */

import { expect, it } from 'vitest';
import type { GlyphRun } from '../../src/frame/frame.js';
import { directionRun, pageDirection } from '../../src/pdf/reading/page-direction.js';
import { face, run } from './helper.js';

const arabic = (text: string, y: number): GlyphRun => run(face('naskh'), text, { x: 0, y, rtl: true });
const latin = (text: string, y: number, x = 0): GlyphRun => run(face('serif'), text, { x, y });

it('follows the letters where no line mixes directions', () => {
  expect(pageDirection([arabic('كتاب', 1), latin('a', 2)]).rtl).toBe(true);
  expect(pageDirection([latin('book', 1)])).toMatchObject({ rtl: false, marks: 0 });
});

it('follows a mixed line against the letters, with as many marks as they are', () => {
  const line = { style: 'body', lang: 'ar', rtl: true } as GlyphRun['line'] & object;
  const mixed = [
    { ...arabic('في', 1), line },
    { ...latin('Example', 1, 50), line },
  ];
  const page = pageDirection([...mixed, latin('plain', 2)]);
  expect(page).toMatchObject({ rtl: true, marks: 7 + 5 - 2 + 1 });
  const said = directionRun(page)!.clusters.map(cluster => ('told' in cluster ? cluster.told : undefined));
  expect(said).toEqual([expect.objectContaining({ text: '\u200f'.repeat(60) })]);
});

it('leaves a page of one language alone but for a word in a few of its lines', () => {
  const lines = Array.from({ length: 30 }, (_, y) => latin('all of a line', y));
  expect(pageDirection([...lines, arabic('سطر', 40)])).toMatchObject({ rtl: false, marks: 0 });
});
