/** Which filler stands where: a pool and places in, the fillers handed out. */

import { expect, it } from 'vitest';
import type { Filler } from '../../src/flow/filler.js';
import { FillerPool, FillerStock } from '../../src/page/fillers.js';
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

it('the language of the place weighs more than white', () => {
  const pool = [filler(0, 'Write'), filler(1, 'Lis', raster('ad.jpg', 900, 600), 'fr')];
  expect(taken(pool, [110])).toEqual(['Write']);
  expect(taken(pool, [110], 'fr')).toEqual(['Lis']);
});
