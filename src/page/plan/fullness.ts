/** How full pages are, read off the frames: an edition in, the blank part of every page's body area out. */

import { type Extent, extentOf } from '../../frame/extent.js';
import type { Edition, Group, Item, Page } from '../../frame/frame.js';
import type { Layout } from '../../manifest/layout.js';
import { type Area, bodyArea } from '../geometry.js';

/** Space between two things in a column that is nobody's loss, and what it grows to before it counts: 12 mm. Points. */
const NORMAL = 14;
const MOST = 34;

const HEADS = new Set(['headline', 'kicker', 'deck', 'byline']);

/**
 * Share of the body area of each page that is blank. Every column is walked from top to foot: a stretch of it without
 * text, picture, box or rule that is longer than space between things may be counts, less that space. A head takes the
 * whole width of its module.
 */
export function measureBlank(edition: Edition, layoutOf: (page: number) => Layout): Map<number, number> {
  return new Map(
    edition.pages.map(page => {
      const layout = layoutOf(page.number);
      const area = bodyArea(layout, page.number, edition.binding);
      const { count, gutter } = layout.columns;
      const extents = extentsIn(page);
      let blank = 0;
      for (let column = 0; column < count; column++) {
        const left = area.x + column * (layout.columnWidth + gutter);
        blank += blankIn(extents, left, left + layout.columnWidth, area);
      }
      return [page.number, blank / (count * area.height)] as const;
    }),
  );
}

/** Length of the blank stretches between `left` and `right`. */
function blankIn(extents: readonly Extent[], left: number, right: number, area: Area): number {
  const foot = area.y + area.height;
  const here = extents
    .filter(item => item.right > left + 1 && item.left < right - 1 && item.bottom > area.y && item.top < foot)
    .sort((a, b) => a.top - b.top);
  let blank = 0;
  let end = area.y;
  for (const { top, bottom } of [...here, { top: foot, bottom: foot }]) {
    if (top - end > MOST) blank += top - end - NORMAL;
    end = Math.max(end, bottom);
  }
  return blank;
}

function extentsIn(page: Page): Extent[] {
  const found: Extent[] = [];
  const heads: { readonly story: string | undefined; readonly extent: Extent }[] = [];
  const widths = new Map<string, { left: number; right: number }>();
  const walk = (items: readonly Item[], group: Group | undefined): void => {
    for (const item of items) {
      if (item.kind === 'group') {
        walk(item.items, item);
        continue;
      }
      if (item.kind === 'rule' && item.x1 === item.x2) continue;
      const extent = extentOf(item);
      if (extent === undefined) continue;
      const story = group?.story;
      if (story !== undefined) {
        const width = widths.get(story) ?? { left: extent.left, right: extent.right };
        widths.set(story, {
          left: Math.min(width.left, extent.left),
          right: Math.max(width.right, extent.right),
        });
      }
      if (HEADS.has(group?.role ?? '')) heads.push({ story, extent });
      else found.push(extent);
    }
  };
  walk(page.items, undefined);
  for (const { story, extent } of heads)
    found.push({ ...extent, ...(story === undefined ? {} : widths.get(story)) });
  return found;
}
