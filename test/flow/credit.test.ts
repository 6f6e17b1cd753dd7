/** Credits along the side of their pictures. */

import { describe, expect, it } from 'vitest';
import { isBeside, sideCredit } from '../../src/flow/credit.js';
import { figureInsert } from '../../src/flow/figure.js';
import type { TextSetter } from '../../src/flow/setter.js';
import type { Item, TurnedText } from '../../src/frame/frame.js';
import { textOf } from '../support/newspaper.js';
import { setter as plain, raster, rich, rightOf, runsIn, storyOf } from '../support/setting.js';

const layout = { ...plain.layout, module: { ...plain.layout.module, credit: 'side' as const } };
/** The tabloid with credits at the side. */
const setter: TextSetter = Object.assign(Object.create(plain), { layout });

const picture = {
  file: 'a',
  beside: [],
  caption: rich('What is seen.'),
  credit: rich('Drawing: the press'),
  alt: undefined,
  columns: 2,
  focus: [0.5, 0.5] as const,
  place: undefined,
  span: storyOf('en', '').span,
};
const arabic = { ...picture, caption: rich('ما يُرى.'), credit: rich('رسم: المطبعة') };
const area = { x: 100, y: 50, width: 200, height: 120 };

const turnedIn = (items: readonly Item[]): TurnedText[] =>
  items.flatMap(item =>
    item.kind === 'group' ? turnedIn(item.items) : item.kind === 'turned' ? [item] : [],
  );

/** Where the ends of a turned line stand on the page. */
function ends({ x, y, degrees, runs }: TurnedText): { first: number; last: number; baseline: number } {
  const left = Math.min(...runs.map(run => run.x));
  const right = Math.max(...runs.map(rightOf));
  const sine = Math.sin((degrees * Math.PI) / 180);
  return { first: y + left * sine, last: y + right * sine, baseline: x };
}

describe('a credit along the side', () => {
  it('stands right of the picture in English, begins at its foot and reads up', () => {
    const [line] = turnedIn([sideCredit(picture, area, 'en', { story: 's', block: 0 }, setter)]);
    expect(line!.degrees).toBe(-90);
    const { first, last, baseline } = ends(line!);
    expect(first).toBeCloseTo(170);
    expect(last).toBeLessThan(first);
    expect(last).toBeGreaterThan(50);
    expect(baseline).toBeGreaterThan(300);
    expect(line!.runs.map(textOf).join('')).toBe('Drawing: the press');
  });

  it('stands left of it in Arabic, its beginning at the foot too', () => {
    const [line] = turnedIn([sideCredit(arabic, area, 'ar', { story: 's', block: 0 }, setter)]);
    expect(line!.degrees).toBe(90);
    const { first, last, baseline } = ends(line!);
    // The right end of a right-to-left line is its beginning.
    expect(last).toBeCloseTo(170);
    expect(first).toBeLessThan(last);
    expect(baseline).toBeLessThan(100);
  });

  it.each(['en', 'ar'])('leaves the rule in the middle of the gutter free (%s)', lang => {
    const [line] = turnedIn([
      sideCredit(lang === 'ar' ? arabic : picture, area, lang, { story: 's', block: 0 }, setter),
    ]);
    const { x, runs } = line!;
    const edge = lang === 'ar' ? area.x : area.x + area.width;
    const { face, size } = runs[0]!;
    const heads = Math.abs(x - edge) - (face.capHeight / face.unitsPerEm) * size;
    expect(heads).toBeGreaterThan(1);
    expect(Math.abs(x - edge)).toBeLessThan(layout.columns.gutter / 2);
  });

  it('is for layouts that want it, and credits that fit', () => {
    expect(isBeside(picture, 100, 'en', setter)).toBe(true);
    expect(isBeside(picture, 100, 'en', plain)).toBe(false);
    expect(isBeside(picture, 20, 'en', setter)).toBe(false);
    expect(isBeside({ credit: undefined }, 100, 'en', setter)).toBe(false);
  });
});

describe('a figure', () => {
  const figure = (credit: string, width: number, using = setter): readonly Item[] => {
    const context = { setter: using, lang: 'en', leading: 12, story: 's', block: 0 };
    const insert = figureInsert({ ...picture, credit: rich(credit) }, raster('a', 400, 300), context);
    return insert.draw({ x: 0, y: 0, width, height: insert.heightAt(1, width) }, false);
  };
  const caption = (items: readonly Item[]): string =>
    runsIn(items.filter(item => item.kind === 'group' && turnedIn([item]).length === 0))
      .map(textOf)
      .join('');

  it('has its credit at the side and not in its caption', () => {
    const items = figure('Drawing: the press', 360);
    expect(turnedIn(items)).toHaveLength(1);
    expect(caption(items)).toBe('What is seen.');
  });

  it('has it in the caption where the layout wants it there, or where it is too long for a low picture', () => {
    expect(caption(figure('Drawing: the press', 360, plain))).toBe('What is seen. Drawing: the press');
    const long = 'A credit that names the archive, its town and the number of the plate';
    const items = figure(long, 170);
    expect(turnedIn(items)).toEqual([]);
    expect(caption(items).replace(/\s+/g, ' ')).toContain('A credit that names');
  });
});
