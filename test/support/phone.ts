/** The phone edition of a project without its printed pages, and what its pages hold. */

import { FontLibrary } from '../../src/fonts/library.js';
import type { Edition, Item, Page } from '../../src/frame/frame.js';
import { openIssueGallery } from '../../src/issue-gallery.js';
import { readIssueFiles } from '../../src/manifest/manifest.js';
import type { Project } from '../../src/manifest/project.js';
import { readFront, readImprint } from '../../src/page/front/read-front.js';
import { makePhoneEdition, type PhoneEdition, type PhoneInput } from '../../src/phone/edition.js';
import { PictureCache } from '../../src/picture/cache.js';
import { itemsOf as placedItems } from '../../src/preflight/place.js';
import { Problems } from '../../src/problem/problem.js';
import { readStories } from '../../src/story/read.js';
import { itemsOf } from './newspaper.js';

/** Reads an issue that must be free of errors and makes its phone edition. */
export async function phoneEdition(
  project: Project,
  number: string,
): Promise<PhoneEdition & { readonly input: PhoneInput; readonly problems: Problems }> {
  const problems = new Problems();
  const { manifest, stories: list } = readIssueFiles(project, number, problems);
  if (manifest === undefined) throw new Error(problems.list.map(({ message }) => message).join('\n'));
  const { languages, typography } = manifest.publication;
  const ids = [...list.entries.keys()];
  const stories = readStories(list.sources, languages[0]!, problems, ids, typography);
  const cache = new PictureCache(project.path('.cache/pictures'));
  const gallery = await openIssueGallery(project, manifest, stories, [], cache);
  const input: PhoneInput = {
    manifest,
    stories,
    gallery,
    fonts: new FontLibrary(manifest.fonts),
    front: readFront(manifest, stories, problems),
    imprint: readImprint(manifest, problems),
  };
  return { ...makePhoneEdition(input, problems), input, problems };
}

/** Left, top, right and foot of all that a page shows; text by its baselines. Turned labels and drawings are left out. */
export function boxesOn(page: Page): (readonly [number, number, number, number])[] {
  return [...placedItems(page)].flatMap(({ item, x, y }) => {
    const box = boxOf(item);
    return box === undefined ? [] : [[box[0] + x, box[1] + y, box[2] + x, box[3] + y] as const];
  });
}

function boxOf(
  item: Exclude<Item, { kind: 'group' }>,
): readonly [number, number, number, number] | undefined {
  switch (item.kind) {
    case 'glyphs': {
      const width = item.advances.reduce((sum, advance) => sum + advance, 0);
      return [item.x, item.y - item.size * 0.6, item.x + width, item.y];
    }
    case 'rule':
      return [item.x1, item.y1, item.x2, item.y2];
    case 'box':
    case 'picture':
    case 'link':
      return [item.x, item.y, item.x + item.width, item.y + item.height];
    default:
      return undefined;
  }
}

/** Pages on which something stands outside the screen; a box may bleed over its head, as in a masthead. */
export function outside({ pages }: Edition): number[] {
  return pages.flatMap(page => {
    const out = boxesOn(page).some(
      ([left, top, right, foot]) =>
        left < -0.1 || top < -0.1 || right > page.width + 0.1 || foot > page.height + 0.1,
    );
    return out ? [page.number] : [];
  });
}

/** The stories with text on a page. */
export function storiesOn(page: Page): Set<string> {
  return new Set([...itemsOf(page)].flatMap(({ groups }) => groups.flatMap(({ story }) => story ?? [])));
}

/**
 * White between the last line, picture or box of each page and the foot of its column, as a share of the column, by page number.
 * Only of pages after which a story goes on. `column` is the upper and the lower edge.
 */
export function whiteFeet({ pages }: Edition, [head, foot]: readonly [number, number]): Map<number, number> {
  const found = new Map<number, number>();
  for (const [index, page] of pages.entries()) {
    const next = pages[index + 1];
    const own = storiesOn(page);
    if (next === undefined || ![...storiesOn(next)].some(story => own.has(story))) continue;
    const feet = boxesOn(page).flatMap(box => (box[3] <= foot + 1 ? [box[3]] : []));
    found.set(page.number, (foot - Math.max(...feet)) / (foot - head));
  }
  return found;
}
