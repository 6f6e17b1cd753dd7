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

/** Where the editor names a picture: in a story, on the front page, among the fillers. Undefined for a file nobody names. */
export function placeOfPicture(
  file: string,
  manifest: Manifest,
  stories: readonly Story[],
): Span | undefined {
  const { issue, issueSource, publication, publicationSource, folder } = manifest;
  const inStory = stories
    .flatMap(story => story.pictures)
    .find(picture => [picture.file, ...picture.beside, picture.phone].includes(file));
  if (inStory !== undefined) return inStory.span;
  const teaser = (issue.front?.teasers ?? []).findIndex(
    ({ picture }) => `${folder}/pictures/${picture}` === file,
  );
  if (teaser >= 0) return issueSource.span(['front', 'teasers', teaser, 'picture']);
  if (`${folder}/pictures/${issue.front?.picture.file}` === file) {
    return issueSource.span(['front', 'picture', 'file']);
  }
  const filler = (publication.fillers ?? []).findIndex(
    ({ picture }) => `issues/pictures/${picture}` === file,
  );
  return filler >= 0 ? publicationSource.span(['fillers', filler, 'picture']) : undefined;
}
