/** Prepared JPEG renditions in, image XObjects out; the same bytes are embedded once. */

import { createHash } from 'node:crypto';
import type { Edition, Item, Page, PictureItem } from '../frame/frame.js';
import type { PdfFile, PdfRef } from './container.js';

/** A picture prepared for one output: exactly the crop to be shown, as JPEG without metadata. */
export interface PictureRendition {
  /** JPEG bytes; four channels in Adobe's inverted sense, as sharp writes them. */
  readonly data: Uint8Array;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
  /** 1 gray, 3 sRGB, 4 CMYK. */
  readonly channels: 1 | 3 | 4;
}

/** Asked once for each picture item, in page order; the same bytes twice are embedded once. */
export type RenditionProvider = (item: PictureItem, page: Page) => Promise<PictureRendition>;

/** An image XObject and its name in resource dictionaries. */
export interface Image {
  readonly name: string;
  readonly ref: PdfRef;
}

export type Images = ReadonlyMap<PictureItem, Image>;

/**
 * Asks for all renditions of an edition at once and embeds them in page order (ISO 32000-1 8.9.5).
 * @throws Error if a rendition has a number of channels that the output does not allow.
 */
export async function embedImages(
  file: PdfFile,
  edition: Edition,
  rendition: RenditionProvider,
  allowed: readonly number[],
): Promise<Images> {
  const wanted = edition.pages.flatMap(page => picturesOf(page.items).map(item => ({ item, page })));
  const ready = await Promise.all(wanted.map(({ item, page }) => rendition(item, page)));
  const byContent = new Map<string, Image>();
  const images = new Map<PictureItem, Image>();
  ready.forEach((picture, index) => {
    const { item } = wanted[index]!;
    if (!allowed.includes(picture.channels)) {
      throw new Error(
        `${item.file}: a rendition of ${picture.channels} channels in a PDF that takes ${allowed.join(' or ')}`,
      );
    }
    const key = createHash('sha256').update(picture.data).digest('hex');
    const image = byContent.get(key) ?? { name: `I${byContent.size}`, ref: embed(file, picture) };
    byContent.set(key, image);
    images.set(item, image);
  });
  return images;
}

function picturesOf(items: readonly Item[]): PictureItem[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return picturesOf(item.items);
    return item.kind === 'picture' ? [item] : [];
  });
}

const SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

function embed(file: PdfFile, picture: PictureRendition): PdfRef {
  return file.stream(
    {
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: picture.height,
      BitsPerComponent: 8,
      ColorSpace: SPACES[picture.channels],
      Decode: picture.channels === 4 ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
      Filter: 'DCTDecode',
    },
    picture.data,
  );
}
