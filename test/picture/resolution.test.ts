/** Effective resolution: pixels of the original for an inch of paper, by hand. */

import { expect, it } from 'vitest';
import type { PictureItem } from '../../src/frame/frame.js';
import type { GalleryPicture } from '../../src/picture/gallery.js';
import { effectivePpi } from '../../src/picture/resolution.js';

const item = (crop: PictureItem['crop']): PictureItem => {
  return { kind: 'picture', x: 0, y: 0, width: 144, height: 72, file: 'a.jpg', crop };
};
const source = (kind: 'raster' | 'drawing'): GalleryPicture => {
  return {
    file: 'a.jpg',
    kind,
    width: 600,
    height: 400,
    vector: undefined,
    unsupported: undefined,
    untaggedInks: false,
  };
};

it('counts what is shown, in the coarser direction', () => {
  // 2 by 1 inches: 600 / 2 and 200 / 1, then 300 / 2 and 200 / 1.
  expect(effectivePpi(item({ x: 0, y: 0.5, width: 1, height: 0.5 }), source('raster'))).toBe(200);
  expect(effectivePpi(item({ x: 0, y: 0.5, width: 0.5, height: 0.5 }), source('raster'))).toBe(150);
});

it('is nothing of drawings and of pictures that are not there', () => {
  expect(effectivePpi(item({ x: 0, y: 0, width: 1, height: 1 }), source('drawing'))).toBeUndefined();
  expect(effectivePpi(item({ x: 0, y: 0, width: 1, height: 1 }), undefined)).toBeUndefined();
});
