/** A page as PNG: frames and renditions of their pictures in, the bytes of a picture out, a pixel for each point. */

import type { Item, Page, PictureItem } from '../frame/frame.js';
import { openDrawing } from '../picture/pixels.js';
import { pageToSvg } from './svg.js';

/** JPEGs of the page's picture items. */
export type Renditions = (item: PictureItem) => Promise<{ readonly data: Uint8Array }>;

/** The same page and renditions give the same bytes. */
export async function pageToPng(page: Page, rendition: Renditions): Promise<Uint8Array> {
  const pictures = new Map<PictureItem, Uint8Array>();
  for (const item of picturesOf(page.items)) pictures.set(item, (await rendition(item)).data);
  const svg = pageToSvg(page, item => pictures.get(item)!);
  const picture = await openDrawing(Buffer.from(svg), page.width);
  return picture.png({ compressionLevel: 9 }).toBuffer();
}

function picturesOf(items: readonly Item[]): PictureItem[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return picturesOf(item.items);
    return item.kind === 'picture' ? [item] : [];
  });
}
