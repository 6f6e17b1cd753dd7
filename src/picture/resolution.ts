/** How fine a picture is where it stands: its place on a page and its pixels in, pixels an inch out. */

import type { PictureItem } from '../frame/frame.js';
import type { GalleryPicture } from './gallery.js';

/**
 * Effective resolution: pixels of the original that an inch of paper gets, the coarser of both directions. Undefined for drawings, which
 * have none.
 */
export function effectivePpi(item: PictureItem, source: GalleryPicture | undefined): number | undefined {
  if (source === undefined || source.kind !== 'raster') return undefined;
  const across = (source.width * item.crop.width) / item.width;
  const down = (source.height * item.crop.height) / item.height;
  return Math.min(across, down) * 72;
}
