/** Which filler stands where: a pool and places in, the fillers handed out. */

import { expect, it } from 'vitest';
import type { Filler } from '../../src/flow/filler.js';
import type { Item } from '../../src/frame/frame.js';
import { drawRow } from '../../src/page/draw.js';
import { FillerPool, FillerStock } from '../../src/page/fillers.js';
import type { SetRow } from '../../src/page/set-page.js';
import type { SystemText } from '../../src/page/words.js';
import { raster, rich, runsIn, setter } from '../support/setting.js';

const filler = (entry: number, title: string, picture?: Filler['picture'], lang = 'en'): Filler => ({
  entry,
  lang,
  title: rich(title),
  text: rich('Two lines are enough.'),
  picture,
  alt: undefined,
});

function taken(pool: readonly Filler[], heights: readonly number[], lang = 'en'): string[] {
  const stock = new FillerStock();
  const own = new FillerPool(pool, setter);
  return heights.map(height =>
    runsIn(stock.take(own, 4, height, lang).draw(0, 0, height))
      .flatMap(run => (run.kind === 'glyphs' ? run.clusters.map(({ text }) => text) : []))
      .join('')
      .replace('Two lines are enough.', ''),
  );
}

it('the one that leaves the least white comes first, then those not used yet', () => {
  const pool = [filler(0, 'Write'), filler(1, 'Read', raster('ad.jpg', 900, 600))];
  const height = 110;
  expect(new FillerPool(pool, setter).fitting(4, height)).toHaveLength(2);
  expect(taken(pool, [height, height, height])).toEqual(['Read', 'Write', 'Read']);
});

it('a gap is closed only where each language has a filler for it', () => {
  const words = (lang: string, title: string): Filler => ({
    ...filler(0, title, undefined, lang),
    text: undefined,
  });
  const own = new FillerPool([words('en', 'Read on'), words('ar', 'اقرأها')], setter);
  const [latin, arabic] = ['en', 'ar'].map(lang => new FillerPool([words(lang, 'Read on')], setter));
  const heights = Array.from({ length: 60 }, (_, step) => 30 + step * 3);
  const only = heights.filter(height => latin!.fits(4, height) && !arabic!.fits(4, height));
  expect(only.length).toBeGreaterThan(0);
  for (const height of only) expect(own.fits(4, height)).toBe(false);
  expect(heights.some(height => own.fits(4, height))).toBe(true);
});

it('the language of the place weighs more than any use', () => {
  const pool = [filler(0, 'Write'), filler(1, 'Lis', raster('ad.jpg', 900, 600), 'fr')];
  expect(taken(pool, [110, 110, 110, 110])).toEqual(['Write', 'Write', 'Write', 'Write']);
  expect(taken(pool, [110, 110, 110], 'fr-CA')).toEqual(['Lis', 'Lis', 'Lis']);
  expect(taken(pool, [110, 110], 'ku')).toEqual(['Lis', 'Write']);
});

it('the language of the place weighs more than white', () => {
  const pool = [filler(0, 'Write'), filler(1, 'Lis', raster('ad.jpg', 900, 600), 'fr')];
  expect(taken(pool, [110])).toEqual(['Write']);
  expect(taken(pool, [110], 'fr')).toEqual(['Lis']);
});

it('a filler across the page has one rule over it, its own', () => {
  const fillers = new FillerPool([filler(0, 'Write')], setter);
  const cell = { x: 0, width: 716, columns: 4, modules: [], filler: { y: 0, height: 110 } };
  const row = { cells: [cell], height: 110 } as unknown as SetRow;
  const words = undefined as unknown as SystemText;
  const items = drawRow(row, 300, 280, 2, { setter, fillers }, words, new FillerStock(), 'en');
  const rulesIn = (list: readonly Item[]): Item[] =>
    list.flatMap(item => (item.kind === 'group' ? rulesIn(item.items) : item.kind === 'rule' ? [item] : []));
  expect(rulesIn(items)).toMatchObject([{ y1: 300, y2: 300, x1: 0 }]);
});
