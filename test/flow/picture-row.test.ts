/** Pictures of one figure side by side. */

import { describe, expect, it } from 'vitest';
import { setIssue } from '../../src/build.js';
import { figureInsert } from '../../src/flow/figure.js';
import { pictureRow, placeRow } from '../../src/flow/picture-row.js';
import { dumpPage } from '../../src/frame/dump.js';
import type { Item, PictureItem } from '../../src/frame/frame.js';
import { Problems } from '../../src/problem/problem.js';
import { gray, pageItems, projectOf, setText, story } from '../support/issue.js';
import { raster, rich, setter, storyOf } from '../support/setting.js';

const wide = raster('wide', 600, 300);
const tall = raster('tall', 200, 400);
const picture = {
  file: 'wide',
  beside: ['tall'],
  caption: rich('Two things.'),
  credit: undefined,
  alt: 'Two things side by side',
  columns: 2,
  focus: [0.5, 0.5] as const,
  place: undefined,
  span: storyOf('en', '').span,
};

function drawn(lang: string, width = 354): readonly Item[] {
  const context = { setter, lang, leading: 12, story: 's', block: 0, beside: [tall] };
  const insert = figureInsert(picture, wide, context);
  return insert.draw({ x: 10, y: 20, width, height: insert.heightAt(1, width) }, false);
}

const picturesIn = (items: readonly Item[]): PictureItem[] =>
  items.flatMap(item =>
    item.kind === 'group' ? picturesIn(item.items) : item.kind === 'picture' ? [item] : [],
  );

describe('a row of pictures', () => {
  it('is as wide as all of them at one height', () => {
    expect(pictureRow([wide, tall])).toMatchObject({ width: 750, height: 300, kind: 'raster' });
    expect(pictureRow([wide])).toMatchObject({ width: 600, height: 300 });
  });

  it('shares its room by their shapes, the first where reading begins', () => {
    const row = pictureRow([wide, tall]);
    const places = (direction: 'ltr' | 'rtl') =>
      placeRow(row, { x: 10, width: 254 }, direction).map(({ area }) => [area.x, area.width]);
    expect(places('ltr')).toEqual([
      [10, 200],
      [214, 50],
    ]);
    expect(places('rtl')).toEqual([
      [64, 200],
      [10, 50],
    ]);
  });
});

describe('a figure of several pictures', () => {
  it('is dumped as one figure over one caption', () => {
    const items = drawn('en');
    const page = { number: 1, label: '1', width: 0, height: 0, items };
    expect(dumpPage(page).split('\n').slice(1)).toMatchInlineSnapshot(`
      [
        "  figure of s",
        "    picture 10,20 280 x 145.8 wide crop 0.02 0 0.96 1",
        "    picture 294,20 70 x 145.8 tall crop 0.02 0 0.96 1",
        "  caption of s",
        "    10..46.4 @177.8 [barlow-condensed/500 9.2] Two things.",
      ]
    `);
  });

  it.each(['en', 'ar'])('fills its width, all pictures at one height and cropped alike (%s)', lang => {
    const [first, second] = picturesIn(drawn(lang));
    expect(first!.height).toBe(second!.height);
    expect(first!.width + second!.width).toBeCloseTo(350);
    expect(first!.crop.width * first!.crop.height).toBeCloseTo(second!.crop.width * second!.crop.height);
    expect(first!.x < second!.x).toBe(lang === 'en');
  });
});

describe('a group in the head of a story', () => {
  const issue = (entry: string) => ({
    stories: { a: story('en', 300, 1, `pictures:\n  - ${entry}\n`) },
  });
  const problemsOf = async (entry: string): Promise<string[]> => {
    const problems = new Problems();
    await setIssue(
      projectOf({ ...issue(entry), pictures: { 'a.jpg': await gray(600, 400) } }),
      '5',
      problems,
    );
    return problems.list.map(
      ({ message, hint, span }) => `${span?.line}:${span?.column} ${message} | ${hint}`,
    );
  };

  it('stands on the page with all its pictures', async () => {
    const pictures = { 'a.jpg': await gray(600, 400), 'b.jpg': await gray(400, 400) };
    const set = await setText({ ...issue('{ group: [a.jpg, b.jpg], caption: Two. }'), pictures });
    const files = pageItems(set, 1).flatMap(item => (item.kind === 'picture' ? [item.file] : []));
    expect(files.map(file => file.slice(-5))).toEqual(['a.jpg', 'b.jpg']);
  });

  it.each([
    ['{ group: [a.jpg, c.jpg] }', '5:22 there is no file issues/5/pictures/c.jpg'],
    ['{ group: [a.jpg] }', 'group'],
    ['{ caption: Two. }', 'names no picture | Write “file: a.jpg”'],
    ['{ file: a.jpg, group: [a.jpg, a.jpg] }', 'has both “file” and “group”'],
  ])('is mended where it is wrong: %s', async (entry, message) => {
    expect((await problemsOf(entry)).join('\n')).toContain(message);
  });
});
