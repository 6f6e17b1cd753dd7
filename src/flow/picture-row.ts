/** Pictures of one figure side by side: their sources in, the shape of the row and each in its place out. */

import type { GalleryPicture } from '../picture/gallery.js';
import type { Direction } from '../text/paragraph.js';

/** Space between the pictures of a row. Points. */
const GAP = 4;

/** What a row is to the figure: one picture as wide as all at one height; it may be cropped if one of them may. */
export interface PictureRow extends Pick<GalleryPicture, 'width' | 'height' | 'kind'> {
  readonly sources: readonly GalleryPicture[];
}

/** A row of one or more pictures, in reading order. */
export function pictureRow(sources: readonly [GalleryPicture, ...GalleryPicture[]]): PictureRow {
  const [first] = sources;
  if (sources.length === 1) return { ...first, sources };
  const width = sources.reduce((sum, source) => sum + source.width / source.height, 0) * first.height;
  const kind = sources.some(source => source.kind === 'raster') ? 'raster' : 'drawing';
  return { width, height: first.height, kind, sources };
}

/** Places of a row's pictures in an area: one height, widths by their shapes, the first where reading begins. Points. */
export function placeRow<Area extends { readonly x: number; readonly width: number }>(
  { sources }: PictureRow,
  area: Area,
  direction: Direction,
): { readonly source: GalleryPicture; readonly area: Area }[] {
  const shapes = sources.map(source => source.width / source.height);
  const all = shapes.reduce((sum, shape) => sum + shape, 0);
  const room = area.width - GAP * (sources.length - 1);
  let before = 0;
  return sources.map((source, index) => {
    const width = (room * shapes[index]!) / all;
    const x = direction === 'rtl' ? area.x + area.width - before - width : area.x + before;
    before += width + GAP;
    return { source, area: { ...area, x, width } };
  });
}
