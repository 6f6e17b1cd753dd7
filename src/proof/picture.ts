/** A page as a picture: frames and renditions of their pictures in, the bytes of a PNG or JPEG out. */

import type { Item, Page, PictureItem } from '../frame/frame.js';
import { openDrawing } from '../picture/pixels.js';
import { pageToSvg } from './svg.js';

/** JPEGs of the page's picture items. */
export type Renditions = (item: PictureItem) => Promise<{ readonly data: Uint8Array }>;

/** A PNG with a pixel for each point. The same page and renditions give the same bytes. */
export async function pageToPng(page: Page, rendition: Renditions): Promise<Uint8Array> {
  const picture = await openDrawing(await svgOf(page, rendition), page.width);
  return picture.png({ compressionLevel: 9 }).toBuffer();
}

/** A JPEG `width` pixels wide, without any metadata. The same page and renditions give the same bytes. */
export async function pageToJpeg(page: Page, rendition: Renditions, width: number): Promise<Uint8Array> {
  const picture = await openDrawing(await svgOf(page, rendition), width);
  const height = Math.round((width * page.height) / page.width);
  return picture.resize({ width, height, fit: 'fill' }).jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}

async function svgOf(page: Page, rendition: Renditions): Promise<Buffer> {
  const pictures = new Map<PictureItem, Uint8Array>();
  for (const item of picturesOf(page.items)) pictures.set(item, (await rendition(item)).data);
  return Buffer.from(pageToSvg(page, item => pictures.get(item)!));
}

function picturesOf(items: readonly Item[]): PictureItem[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return picturesOf(item.items);
    return item.kind === 'picture' ? [item] : [];
  });
}
