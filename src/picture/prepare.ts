/** Makes all renditions an edition needs for one output and hands them out while the PDF is written. */

import type { Edition, Item, PictureItem } from '../frame/frame.js';
import type { PictureCache } from './cache.js';
import type { OutputSettings } from './output.js';
import { type Progress, type RenditionRequest, renderPictures } from './rendition.js';
import type { PictureTrouble } from './trouble.js';

export interface PreparedRenditions {
  /** The rendition of a picture item; as the PDF stage asks for it. */
  provider(
    item: PictureItem,
  ): Promise<{ data: Uint8Array; width: number; height: number; channels: 1 | 3 | 4 }>;
  readonly troubles: readonly { readonly file: string; readonly trouble: PictureTrouble }[];
}

/** Renditions for all picture items of the edition. `pathOf` turns an item into a path the program can open. */
export async function prepareRenditions(
  edition: Edition,
  pathOf: (item: PictureItem) => string,
  output: OutputSettings,
  cache: PictureCache,
  progress: Progress,
): Promise<PreparedRenditions> {
  const items = edition.pages.flatMap(page => pictureItems(page.items));
  const requests = items.map(
    (item): RenditionRequest => ({
      file: pathOf(item),
      crop: item.crop,
      width: item.width,
      height: item.height,
    }),
  );
  const outcomes = await renderPictures(requests, output, cache, progress);
  const byItem = new Map(items.map((item, index) => [item, outcomes[index]!]));
  const troubles = items.flatMap((item, index) => {
    const outcome = outcomes[index]!;
    return outcome.ok ? [] : [{ file: item.file, trouble: outcome.trouble }];
  });
  return {
    troubles,
    async provider(item) {
      const outcome = byItem.get(item);
      if (outcome === undefined || !outcome.ok) throw new Error(`no rendition of ${item.file}`);
      const { bytes, width, height, channels } = outcome.value;
      return { data: bytes, width, height, channels };
    },
  };
}

function pictureItems(items: readonly Item[]): PictureItem[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return pictureItems(item.items);
    return item.kind === 'picture' ? [item] : [];
  });
}
