/** Pictures: cropped, never distorted, captions under them; drawings with their labels where the SVG has them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropTo, drawPicture, figureInsert } from '../../src/flow/figure.js';
import type { Item } from '../../src/frame/frame.js';
import type { GalleryPicture, VectorDrawing } from '../../src/picture/gallery.js';
import { type StoryPicture, USUAL_FOCUS } from '../../src/story/story.js';
import { textOf } from '../support/newspaper.js';
import { extentOf, raster, rich, rightOf, runsIn, setter, storyOf } from '../support/setting.js';

const PICTURE: StoryPicture = {
  file: 'a',
  beside: [],
  caption: rich('What is seen.'),
  credit: rich('N. N.'),
  alt: 'A thing',
  columns: 2,
  focus: [0.5, 0.5],
  place: undefined,
  span: storyOf('en', '').span,
};

const ink = setter.layout.inks.get('black')!;

function drawing(width: number, height: number, labels: VectorDrawing['labels'] = []): GalleryPicture {
  return {
    file: 'a',
    width,
    height,
    kind: 'drawing',
    vector: { shapes: [], labels },
    unsupported: undefined,
    untaggedInks: false,
  };
}

function figure(source: GalleryPicture, picture = PICTURE, leading = 12) {
  const context = { setter, lang: 'en', leading, story: 's', block: 0 };
  return figureInsert(picture, source, context);
}

function pictureOf(items: readonly Item[]): Item | undefined {
  return items
    .flatMap(item => (item.kind === 'group' ? item.items : [item]))
    .find(item => item.kind !== 'glyphs');
}

describe('crops', () => {
  it('take more off the foot than off the head if nobody says what is looked at', () => {
    const { y, height } = cropTo(raster('a', 1000, 1500), 0.9, USUAL_FOCUS);
    expect(y).toBeLessThan((1 - height - y) / 2);
    expect(y).toBeGreaterThan(0);
  });
  it('keep the wanted shape and the focus point in view', () => {
    const side = fc.integer({ min: 10, max: 5000 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const checked = fc.property(
      side,
      side,
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      share,
      share,
      (width, height, shape, x, y) => {
        const crop = cropTo(raster('a', width, height), shape, [x, y]);
        expect((crop.width * width) / (crop.height * height)).toBeCloseTo(shape, 6);
        expect(Math.max(crop.width, crop.height)).toBe(1);
        for (const [from, size, point] of [
          [crop.x, crop.width, x],
          [crop.y, crop.height, y],
        ] as const) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from + size).toBeLessThanOrEqual(1 + 1e-9);
          expect(point).toBeGreaterThanOrEqual(from - 1e-9);
          expect(point).toBeLessThanOrEqual(from + size + 1e-9);
        }
      },
    );
    fc.assert(checked, { seed: 14 });
  });

  it('take the whole picture where it has the shape', () => {
    expect(cropTo(raster('a', 300, 200), 1.5, [0.1, 0.9])).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it.each([
    [0, 0],
    [0.5, 0.25],
    [1, 0.5],
  ])('go to the focus at %d: from %d', (focus, x) => {
    expect(cropTo(raster('a', 400, 100), 2, [focus, 0.5]).x).toBe(x);
  });
});

describe('photographs', () => {
  const insert = figure(raster('a', 400, 300));

  it('are whole lines high with their captions', () => {
    expect(insert.heightAt(1, 360) % 12).toBe(0);
    expect(figure(raster('a', 400, 300), PICTURE, 15).heightAt(1, 360) % 15).toBe(0);
  });

  it('grow and shrink with the scale, within the limits of the layout', () => {
    const heights = [0.1, 0.62, 1, 1.7, 9].map(scale => insert.heightAt(scale, 360));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(heights[0]).toBeGreaterThan(360 * setter.layout.module.leastPicture);
    expect(heights.at(-1)).toBeLessThan(360 * setter.layout.module.mostPicture + 60);
  });

  it.each([
    [300, 6000],
    [30, 3000],
  ])('of %i by %i leave room for their story on the page', (width, height) => {
    expect(figure(raster('a', width, height)).heightAt(1, 744)).toBeLessThan(800);
    expect(figure(drawing(width, height)).heightAt(1, 744)).toBeLessThan(800);
  });

  it('fill their width, the crop in the shape of the frame', () => {
    const height = insert.heightAt(0.8, 360);
    const item = pictureOf(insert.draw({ x: 10, y: 20, width: 360, height }, false));
    if (item?.kind !== 'picture') throw new Error('no picture');
    expect(item).toMatchObject({ x: 10, y: 20, width: 360 });
    expect((item.crop.width * 400) / (item.crop.height * 300)).toBeCloseTo(item.width / item.height);
  });

  it.each([true, false])(
    'have caption and credit under them, inside their room (at the foot: %s)',
    atFoot => {
      const height = insert.heightAt(1, 360);
      const items = insert.draw({ x: 10, y: 20, width: 360, height }, atFoot);
      const item = pictureOf(items);
      if (item?.kind !== 'picture') throw new Error('no picture');
      const caption = runsIn(items);
      expect(caption.map(textOf).join('')).toBe('What is seen. N. N.');
      for (const run of caption) {
        expect(run.y).toBeGreaterThan(item.y + item.height + 3);
        expect(run.y).toBeLessThan(20 + height);
      }
      expect(item.y).toBeGreaterThanOrEqual(20);
    },
  );

  it('stand without a caption where there is none', () => {
    const bare = figure(raster('a', 400, 300), { ...PICTURE, caption: undefined, credit: undefined });
    expect(bare.draw({ x: 0, y: 0, width: 360, height: bare.heightAt(1, 360) }, false)).toHaveLength(1);
    expect(bare.heightAt(1, 360)).toBeLessThan(insert.heightAt(1, 360));
  });

  it('have less than a line under their caption', () => {
    const insert = figure(raster('a', 1600, 900));
    expect(insert.spaceUnder!(200, 240)).toBeCloseTo(0.6 * 12);
  });

  it('say what they show', () => {
    expect(insert.draw({ x: 0, y: 0, width: 360, height: 300 }, false)[0]).toMatchObject({
      role: 'figure',
      alt: 'A thing',
    });
  });
});

describe('drawings', () => {
  it('keep their shape at every scale', () => {
    const insert = figure(drawing(400, 300));
    expect(insert.heightAt(0.62, 360)).toBe(insert.heightAt(1.7, 360));
    const item = pictureOf(insert.draw({ x: 0, y: 0, width: 360, height: insert.heightAt(1, 360) }, false));
    expect(item).toMatchObject({ kind: 'drawing', x: 0, scale: 0.9 });
  });

  it('leave the rest of a block that is higher than they are under them', () => {
    const insert = figure(drawing(100, 50), { ...PICTURE, caption: [], credit: [] });
    expect(insert.spaceUnder!(200, 150)).toBeCloseTo(50);
  });

  it('stand in the middle of a frame wider than they are', () => {
    const [item] = drawPicture(
      { focus: [0.5, 0.5] },
      drawing(100, 100),
      { x: 0, y: 0, width: 300, height: 100 },
      setter,
    );
    expect(item).toMatchObject({ kind: 'drawing', x: 100, y: 0, scale: 1 });
  });

  it('are shown whole where they print as pixels', () => {
    const pixels = { ...drawing(100, 100), vector: undefined };
    const [item] = drawPicture(
      { focus: [0.5, 0.5] },
      pixels,
      { x: 0, y: 0, width: 300, height: 100 },
      setter,
    );
    expect(item).toMatchObject({
      kind: 'picture',
      x: 100,
      width: 100,
      height: 100,
      crop: { x: 0, y: 0, width: 1, height: 1 },
    });
  });
});

describe('labels of drawings', () => {
  type Label = VectorDrawing['labels'][number];
  const label = (text: string, rules: Partial<Label>): Label => ({
    text,
    x: 50,
    y: 40,
    size: 10,
    bold: false,
    anchor: 'start',
    rtl: false,
    lang: '',
    rgb: [0, 0, 0] as unknown as Label['rgb'],
    rotate: 0,
    ink,
    ...rules,
  });
  const set = (one: Label): Item[] =>
    drawPicture(
      { focus: [0.5, 0.5] },
      drawing(200, 100, [one]),
      { x: 0, y: 0, width: 400, height: 200 },
      setter,
    ).slice(1);

  it.each([
    ['start', false, 'left'],
    ['end', false, 'right'],
    ['start', true, 'right'],
    ['end', true, 'left'],
  ] as const)(
    'with anchor %s, right to left %s, stand with their %s end at the point',
    (anchor, rtl, side) => {
      const items = set(label(rtl ? 'ثلاث كلمات هنا' : 'Three words here', { anchor, rtl }));
      expect(extentOf(items)[side]).toBeCloseTo(100, 4);
      expect(runsIn(items)[0]!.y).toBe(80);
    },
  );

  it.each([true, false])('with anchor middle stand over the point (right to left: %s)', rtl => {
    const { left, right } = extentOf(set(label(rtl ? 'وسط' : 'Middle', { anchor: 'middle', rtl })));
    expect((left + right) / 2).toBeCloseTo(100, 4);
  });

  it('keep the places of the parts of a mixed label', () => {
    const runs = runsIn(set(label('نحو 1706 كلمة', { rtl: true }))).sort((a, b) => a.x - b.x);
    expect(runs.length).toBeGreaterThan(1);
    for (const [at, run] of runs.slice(1).entries()) expect(run.x).toBeCloseTo(rightOf(runs[at]!), 3);
  });

  it('scale with the drawing', () => {
    expect(runsIn(set(label('Big', {})))[0]!.size).toBeCloseTo(20);
  });

  it('turn about their point', () => {
    expect(set(label('Turned', { rotate: 90 }))[0]).toMatchObject({
      kind: 'turned',
      x: 100,
      y: 80,
      degrees: 90,
    });
  });
});
