/** How full printed pages are, seen from outside: a PDF in, drawn by pdfium, the white in the columns of each page out. */

import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Layout } from '../../src/manifest/layout.js';
import { type Area, bodyArea } from '../../src/page/geometry.js';

export interface RasterPage {
  readonly page: number;
  /** Share of the body area in empty rectangles, a column wide and higher than 12 mm. */
  readonly holes: number;
  /** Height of the highest of them in mm; 0 without any. */
  readonly highest: number;
}

/** Pixels a point. */
const SCALE = 0.5;
const HOLE = (12 * 72) / 25.4;
/** Paper and the palest noise of a picture's edge. */
const WHITE = 250;

interface Bitmap {
  readonly width: number;
  readonly data: Uint8Array;
}

/** Every page from `first` on; what stands in `heads` counts as taken, since a headline need not fill its lines. Points. */
export async function measureRaster(
  pdf: Uint8Array,
  layout: Layout,
  binding: 'left' | 'right',
  first: number,
  heads: (page: number) => readonly Area[] = () => [],
): Promise<RasterPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const found: RasterPage[] = [];
  let number = 0;
  for (const page of document.pages()) {
    number += 1;
    if (number < first) continue;
    const { width, data } = await page.render({ scale: SCALE, render: 'bitmap' });
    found.push(pageOf(number, { width, data }, layout, binding, heads(number)));
  }
  document.destroy();
  library.destroy();
  return found;
}

function pageOf(
  page: number,
  bitmap: Bitmap,
  layout: Layout,
  binding: 'left' | 'right',
  heads: readonly Area[],
): RasterPage {
  const area = bodyArea(layout, page, binding);
  const { count, gutter } = layout.columns;
  const [top, foot] = [area.y, area.y + area.height].map(y => Math.round(y * SCALE));
  let sum = 0;
  let highest = 0;
  for (let column = 0; column < count; column++) {
    const x = area.x + column * (layout.columnWidth + gutter);
    const left = Math.ceil((x + 1) * SCALE);
    const right = Math.floor((x + layout.columnWidth - 1) * SCALE);
    const own = heads.filter(head => head.x < x + 1 && head.x + head.width > x + layout.columnWidth - 1);
    const inHead = (y: number): boolean =>
      own.some(head => y / SCALE >= head.y && y / SCALE <= head.y + head.height);
    let run = 0;
    for (let y = top!; y <= foot!; y++) {
      if (y < foot! && !inHead(y) && isEmpty(bitmap, y, left, right)) {
        run += 1;
        continue;
      }
      if (run / SCALE > HOLE) {
        sum += run / SCALE;
        highest = Math.max(highest, run / SCALE);
      }
      run = 0;
    }
  }
  return { page, holes: sum / (count * area.height), highest: (highest * 25.4) / 72 };
}

function isEmpty({ width, data }: Bitmap, y: number, left: number, right: number): boolean {
  for (let x = left; x < right; x++) {
    const at = (y * width + x) * 4;
    if (data[at]! < WHITE || data[at + 1]! < WHITE || data[at + 2]! < WHITE) return false;
  }
  return true;
}
