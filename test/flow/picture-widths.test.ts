/** Widths in columns for pictures whose editor leaves them open, on a page of four columns of 60 mm. */

import { expect, it } from 'vitest';
import { widthsOf } from '../../src/flow/picture-widths.js';
import type { GalleryPicture } from '../../src/picture/gallery.js';
import { raster, setter } from '../support/setting.js';

/** A drawing with a title and ten labels of the given size. */
function chart(width: number, label?: number): GalleryPicture {
  const at = {
    x: 0,
    y: 0,
    rotate: 0,
    lang: 'en',
    rtl: false,
    bold: false,
    rgb: [0, 0, 0],
    anchor: 'start',
  } as const;
  const ink = setter.layout.inks.get('black')!;
  const title = { ...at, ink, text: 'Prices', size: (label ?? 0) * 2 };
  const labels = Array.from({ length: 10 }, () => ({ ...at, ink, text: 'January', size: label ?? 0 }));
  return {
    ...raster('a', width, 400),
    kind: 'drawing',
    vector: { shapes: [], labels: label === undefined ? [] : [title, ...labels] },
  };
}

it.each([
  ['a photograph', raster('a', 1800, 1200), [2, 3, 1, 4]],
  ['an upright one', raster('a', 1800, 2400), [1, 2, 3]],
  ['one with few pixels, which two columns would show', raster('a', 600, 400), [1, 2]],
  ['one with fewer', raster('a', 400, 300), [1]],
  ['a drawing without labels', chart(400), [2, 3, 1, 4]],
  ['a drawing with labels as large as text', chart(400, 10), [2, 1]],
  ['one with large labels', chart(400, 28), [1]],
  ['one with small labels, which fewer columns would make too small', chart(1200, 12), [4, 3]],
])('%s', (_, source, widths) => {
  expect(widthsOf(source, setter)).toEqual(widths);
});
