/** How wide pictures stand: a picture and a layout in, the columns that suit it out, by its shape, pixels and labels. */

import type { GalleryPicture } from '../picture/gallery.js';
import { spanWidth } from './columns.js';
import type { TextSetter } from './setter.js';

/** Pixels an inch that newsprint asks for, and those below which a photograph is not made wider, nor higher than its own shape. */
export const FINE = 150;
export const COARSEST = 102;

/** Photographs from this height over width on stand in one column if they can, and never in all. */
const UPRIGHT = 1.1;
/** Columns of other pictures, if nothing speaks against them. */
const USUAL = 2;
/** Points below which the labels of a drawing are hard to read in print. */
const LEAST_LABEL = 6;

/** Widths in columns for a picture of which the editor says nothing, the one that suits it best first. */
export function widthsOf(source: GalleryPicture, { layout }: TextSetter): readonly [number, ...number[]] {
  const { count, gutter } = layout.columns;
  const width = (span: number): number => spanWidth({ columnWidth: layout.columnWidth, gutter }, span);
  return source.kind === 'raster'
    ? photographWidths(source, count, span => source.width / (width(span) / 72))
    : drawingWidths(labelSize(source), count, layout.module.mostLabel, span => width(span) / source.width);
}

/** `finenessAt` is pixels an inch in so many columns. */
function photographWidths(
  { width, height }: GalleryPicture,
  count: number,
  finenessAt: (span: number) => number,
): readonly [number, ...number[]] {
  const upright = height / width >= UPRIGHT;
  const widest = Math.max(1, upright ? count - 1 : count);
  const wished = Math.min(upright ? 1 : USUAL, count);
  const natural = wished > 1 && finenessAt(wished) < FINE ? wished - 1 : wished;
  return around(natural, span => span <= widest && (span < natural || finenessAt(span) >= COARSEST));
}

/** `scaleAt` is how large a drawing becomes in so many columns. */
function drawingWidths(
  label: number | undefined,
  count: number,
  most: number,
  scaleAt: (span: number) => number,
): readonly [number, ...number[]] {
  if (label === undefined) return around(Math.min(USUAL, count), span => span <= count);
  const fits = (span: number): boolean => span <= count && (span === 1 || label * scaleAt(span) <= most);
  let natural = Math.min(USUAL, count);
  while (natural > 1 && !fits(natural)) natural--;
  while (fits(natural + 1) && label * scaleAt(natural) < LEAST_LABEL) natural++;
  return around(natural, fits);
}

/** A width, and those beside it that are allowed. */
function around(natural: number, isAllowed: (span: number) => boolean): readonly [number, ...number[]] {
  const others = [natural + 1, natural - 1, natural + 2];
  return [natural, ...others.filter(span => span >= 1 && isAllowed(span))];
}

/** The size in which most of a drawing's letters are set: half of them are no larger. Undefined without labels. */
function labelSize({ vector }: GalleryPicture): number | undefined {
  const labels = [...(vector?.labels ?? [])].sort((a, b) => a.size - b.size);
  const half = labels.reduce((sum, { text }) => sum + text.length, 0) / 2;
  let letters = 0;
  return labels.find(({ text }) => {
    letters += text.length;
    return letters >= half;
  })?.size;
}
