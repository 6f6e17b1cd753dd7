/** Pages as pictures to be posted: a set issue and its pictures for readers in, JPEGs of page 1, and on request of all pages, out. */

import { availableParallelism } from 'node:os';
import type { Page } from './frame/frame.js';
import { mapBounded } from './picture/map-bounded.js';
import type { Progress } from './picture/rendition.js';
import { pageToJpeg, type Renditions } from './proof/picture.js';

/** Pixels across: of a thumbnail, and of what fills a telephone held upright. A page is shown whole, whatever the screen's shape. */
const THUMBNAIL = 320;
const POST = 1080;

/** The names of pictures of all pages below an issue's folder, whatever the issue. */
export const PAGE_PICTURE = /^pages\/.*-\d+\.jpg$/;

/**
 * JPEGs by their names below the folder: page 1 in both sizes, and `pages/name-01.jpg` and so on if `all` are asked for.
 * They carry nothing but pixels; the same pages and renditions give the same bytes.
 */
export async function pagePictures(
  pages: readonly Page[],
  name: string,
  all: boolean,
  rendition: Renditions,
  progress: Progress,
): Promise<Map<string, Uint8Array>> {
  const shown = all ? pages : pages.slice(0, 1);
  let done = 0;
  const posts = await mapBounded(shown, availableParallelism(), async page => {
    const post = await pageToJpeg(page, rendition, POST);
    done += 1;
    progress(done, shown.length);
    return post;
  });
  const files = new Map([
    [`${name}-cover-${THUMBNAIL}.jpg`, await pageToJpeg(pages[0]!, rendition, THUMBNAIL)],
    [`${name}-cover-${POST}.jpg`, posts[0]!],
  ]);
  const digits = Math.max(2, String(pages.length).length);
  for (const [index, post] of all ? posts.entries() : [])
    files.set(`pages/${name}-${String(pages[index]!.number).padStart(digits, '0')}.jpg`, post);
  return files;
}
