/** What stands on the pages and where: frames in; every item at its place with the groups round it, and the file it is to be mended in, out. */

import type { Group, Item, Page } from '../frame/frame.js';
import type { Manifest } from '../manifest/manifest.js';
import type { Span } from '../problem/problem.js';
import type { Story } from '../story/story.js';

/** An item that is no group. Its own coordinates are from x, y of the page (points, trim's upper left corner, y down). */
export interface PlacedItem {
  readonly item: Exclude<Item, Group>;
  readonly x: number;
  readonly y: number;
  readonly page: number;
  /** The story that the groups round it name. */
  readonly story: string | undefined;
  /** The innermost group that it stands in; a drawing and its labels share one. */
  readonly group: Group | undefined;
}

/** All items of a page in the order in which they are painted. */
export function* itemsOf(page: Page): Iterable<PlacedItem> {
  function* walk(items: readonly Item[], at: Omit<PlacedItem, 'item'>): Iterable<PlacedItem> {
    for (const item of items) {
      if (item.kind !== 'group') yield { ...at, item };
      else {
        const story = item.story ?? at.story;
        yield* walk(item.items, { ...at, x: at.x + item.x, y: at.y + item.y, story, group: item });
      }
    }
  }
  yield* walk(page.items, { x: 0, y: 0, page: page.number, story: undefined, group: undefined });
}

/** Where a picture stands; the same file may be named by the front page and by stories. */
export interface Standing {
  readonly page: number;
  readonly story: string | undefined;
}

/**
 * Where the editor names a picture: on the front page, in a story, among the fillers. Of several places the one that puts it where it
 * stands. Undefined for a file nobody names.
 */
export function placeOfPicture(
  file: string,
  manifest: Manifest,
  stories: readonly Story[],
  at?: Standing,
): Span | undefined {
  const { publication, publicationSource } = manifest;
  const onFront = placeOnFront(file, manifest);
  if (onFront !== undefined && at?.page === 1) return onFront;
  const naming = stories.flatMap(({ id, pictures }) =>
    pictures
      .filter(picture => [picture.file, ...picture.beside, picture.phone].includes(file))
      .map(({ span }) => ({ id, span })),
  );
  const inStory = naming.find(({ id }) => id === at?.story) ?? naming[0];
  if (inStory !== undefined) return inStory.span;
  if (onFront !== undefined) return onFront;
  const filler = (publication.fillers ?? []).findIndex(
    ({ picture }) => `issues/pictures/${picture}` === file,
  );
  return filler >= 0 ? publicationSource.span(['fillers', filler, 'picture']) : undefined;
}

function placeOnFront(file: string, { issue, issueSource, folder }: Manifest): Span | undefined {
  const { front } = issue;
  const isMeant = (name: string | undefined): boolean => `${folder}/pictures/${name}` === file;
  if (isMeant(front?.picture.file)) return issueSource.span(['front', 'picture', 'file']);
  const teaser = (front?.teasers ?? []).findIndex(({ picture }) => isMeant(picture));
  return teaser >= 0 ? issueSource.span(['front', 'teasers', teaser, 'picture']) : undefined;
}
