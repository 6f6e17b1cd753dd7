/** House advertisements: narrow ones have their picture over the words, wide ones beside them; both keep to their box. */

import { describe, expect, it } from 'vitest';
import { type Filler, setFiller } from '../../src/flow/filler.js';
import type { Group, Item } from '../../src/frame/frame.js';
import { extentOf, raster, rich, runsIn, setter } from '../support/setting.js';

const COLUMN = setter.layout.columnWidth;
const filler = (lang: string, picture?: Filler['picture']): Filler => ({
  entry: 0,
  lang,
  title: rich(lang === 'ar' ? 'اكتب إلينا' : 'Write to us'),
  text: rich(lang === 'ar' ? 'رسالة من سطرين تكفي' : 'Two lines are enough.'),
  picture,
  alt: picture && 'A hand.',
});

/** What stands in the box of a filler at 10, 20. */
function drawn(item: Filler, width: number, height: number): { picture: Item | undefined; words: Item[] } {
  const [group] = setFiller(item, width, setter).draw(10, 20, height) as [Group];
  const figure = group.items.find((item): item is Group => item.kind === 'group' && item.role === 'figure');
  expect(figure?.alt).toBe(item.picture && 'A hand.');
  return { picture: figure?.items.find(({ kind }) => kind === 'picture'), words: runsIn(group.items) };
}

describe.each(['en', 'ar'])('in %s', lang => {
  it('words alone stand in the middle of the height', () => {
    const { least, most } = setFiller(filler(lang), COLUMN, setter);
    const top = (height: number): number =>
      Math.min(...drawn(filler(lang), COLUMN, height).words.map(item => (item as { y: number }).y));
    expect(top(most) - top(least)).toBeCloseTo((most - least) / 2, 0);
  });

  it('a narrow one has its picture over the words', () => {
    const { least, most } = setFiller(filler(lang, raster('ad.jpg', 900, 600)), COLUMN, setter);
    const { picture, words } = drawn(filler(lang, raster('ad.jpg', 900, 600)), COLUMN, (least + most) / 2);
    const foot = (picture as { y: number; height: number }).y + (picture as { height: number }).height;
    for (const run of words) expect((run as { y: number }).y).toBeGreaterThan(foot);
  });

  it('a wide one has it at the end of the lines, and larger words', () => {
    const width = 4 * COLUMN;
    const wide = filler(lang, raster('ad.jpg', 900, 600));
    const { least } = setFiller(wide, width, setter);
    const { picture, words } = drawn(wide, width, least + 20);
    const { left, right } = extentOf(words);
    const area = picture as { x: number; y: number; width: number; height: number };
    if (lang === 'en') expect(right).toBeLessThan(area.x);
    else expect(left).toBeGreaterThan(area.x + area.width);
    expect(area.x).toBeGreaterThan(10);
    expect(area.x + area.width).toBeLessThan(10 + width);
    expect(area.y).toBeGreaterThan(20);
    expect(area.y + area.height).toBeLessThan(20 + least + 20);
    const sizes = words.flatMap(item => (item.kind === 'glyphs' ? [item.size] : []));
    expect(Math.max(...sizes)).toBeCloseTo(1.5 * setter.style('slogan', lang).size);
  });

  it('a wide one too high for that has it over them, larger still', () => {
    const width = 4 * COLUMN;
    const wide = filler(lang, raster('ad.jpg', 900, 600));
    const { least, most, whiteAt } = setFiller(wide, width, setter);
    expect(most).toBeGreaterThan(width / 2);
    const { picture, words } = drawn(wide, width, most);
    const area = picture as { x: number; y: number; width: number; height: number };
    for (const run of words) expect((run as { y: number }).y).toBeGreaterThan(area.y + area.height);
    expect(extentOf(words).left).toBeGreaterThan(10);
    const sizes = words.flatMap(item => (item.kind === 'glyphs' ? [item.size] : []));
    expect(Math.max(...sizes)).toBeCloseTo(2 * setter.style('slogan', lang).size);
    expect([whiteAt(least), whiteAt(most)]).toEqual([0, 0]);
  });

  it('keeps to its box at every height', () => {
    const width = 4 * COLUMN;
    const wide = filler(lang, raster('ad.jpg', 900, 600));
    const { least, most } = setFiller(wide, width, setter);
    for (let height = least; height <= most; height += 9) {
      const { picture, words } = drawn(wide, width, height);
      const area = picture as { y: number; height: number };
      const heads = words.flatMap(item => (item.kind === 'glyphs' ? [item.y - item.size] : []));
      const feet = words.flatMap(item => (item.kind === 'glyphs' ? [item.y] : []));
      expect(Math.min(area.y, ...heads)).toBeGreaterThanOrEqual(20);
      const bottom = Math.max(area.y + area.height, ...feet);
      expect(bottom).toBeLessThanOrEqual(20 + height);
    }
  });
});
