/** How full pages are, read off the frames: an edition in, the blank part of every page's body area out. */

import type { Edition, Group, Item, Page, Shape } from '../frame/frame.js';
import type { Layout } from '../manifest/layout.js';
import { type Area, bodyArea } from './geometry.js';

/** Space between two things in a column that is nobody's loss, and what it grows to before it counts: 12 mm. Points. */
const NORMAL = 14;
const MOST = 34;

const HEADS = new Set(['headline', 'kicker', 'deck', 'byline']);

/** A stretch of page that something stands on. Points. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

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
      const stretches = stretchesOf(page);
      let blank = 0;
      for (let column = 0; column < count; column++) {
        const left = area.x + column * (layout.columnWidth + gutter);
        blank += blankIn(stretches, left, left + layout.columnWidth, area);
      }
      return [page.number, blank / (count * area.height)] as const;
    }),
  );
}

/** Length of the blank stretches between `left` and `right`. */
function blankIn(stretches: readonly Stretch[], left: number, right: number, area: Area): number {
  const foot = area.y + area.height;
  const here = stretches
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

function stretchesOf(page: Page): Stretch[] {
  const found: Stretch[] = [];
  const heads: { readonly story: string | undefined; readonly stretch: Stretch }[] = [];
  const widths = new Map<string, { left: number; right: number }>();
  const walk = (items: readonly Item[], group: Group | undefined): void => {
    for (const item of items) {
      if (item.kind === 'group') {
        walk(item.items, item);
        continue;
      }
      const stretch = stretchOf(item);
      if (stretch === undefined) continue;
      const story = group?.story;
      if (story !== undefined) {
        const width = widths.get(story) ?? { left: stretch.left, right: stretch.right };
        widths.set(story, {
          left: Math.min(width.left, stretch.left),
          right: Math.max(width.right, stretch.right),
        });
      }
      if (HEADS.has(group?.role ?? '')) heads.push({ story, stretch });
      else found.push(stretch);
    }
  };
  walk(page.items, undefined);
  for (const { story, stretch } of heads)
    found.push({ ...stretch, ...(story === undefined ? {} : widths.get(story)) });
  return found;
}

/** Capitals and tails of a line, from its baseline in sizes. */
const ABOVE = 0.75;
const BELOW = 0.25;

/** The rectangle that an item takes; undefined for what only a reader's program sees, and for labels of drawings. */
export function stretchOf(item: Exclude<Item, Group>): Stretch | undefined {
  switch (item.kind) {
    case 'glyphs': {
      const width = item.advances.reduce((sum, advance) => sum + advance, 0);
      const { x, y, size } = item;
      return { left: x, right: x + width, top: y - ABOVE * size, bottom: y + BELOW * size };
    }
    case 'rule':
      if (item.x1 === item.x2) return undefined;
      return {
        left: item.x1,
        right: item.x2,
        top: item.y1 - item.width / 2,
        bottom: item.y1 + item.width / 2,
      };
    case 'box':
    case 'picture':
      return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
    case 'drawing': {
      const points = item.shapes.flatMap(pointsOf);
      const across = points.map(([x]) => item.x + x * item.scale);
      const down = points.map(([, y]) => item.y + y * item.scale);
      return {
        left: Math.min(...across),
        right: Math.max(...across),
        top: Math.min(...down),
        bottom: Math.max(...down),
      };
    }
    case 'turned':
    case 'link':
      return undefined;
  }
}

function pointsOf({ path }: Shape): [number, number][] {
  return path.flatMap(([, ...numbers]) => {
    const points: [number, number][] = [];
    for (let at = 0; at + 1 < numbers.length; at += 2) points.push([numbers[at]!, numbers[at + 1]!]);
    return points;
  });
}
