/** What items stand on: items of a page in, the rectangles they take out. Points, from the origin of what holds them. */

import type { Group, Item, Rectangle, Shape } from './frame.js';

/** A stretch of page, across and down, that something stands on. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Capitals and tails of a line, from its baseline in sizes. */
const ABOVE = 0.75;
const BELOW = 0.25;

/** What the items that `counts` stand on, groups opened, from an origin at x, y. */
export function extentsOf(
  items: readonly Item[],
  x = 0,
  y = 0,
  counts: (item: Exclude<Item, Group>) => boolean = () => true,
): Extent[] {
  return items.flatMap((item): Extent[] => {
    if (item.kind === 'group') return extentsOf(item.items, x + item.x, y + item.y, counts);
    const extent = counts(item) ? extentOf(item) : undefined;
    if (extent === undefined) return [];
    const { left, right, top, bottom } = extent;
    return [{ left: x + left, right: x + right, top: y + top, bottom: y + bottom }];
  });
}

/** The smallest rectangle round the items that are not text. Undefined where there are none of them. */
export function boundsOf(items: readonly Item[], x: number, y: number): Rectangle | undefined {
  const extents = extentsOf(items, x, y, item => item.kind !== 'glyphs');
  if (extents.length === 0) return undefined;
  const left = Math.min(...extents.map(extent => extent.left));
  const top = Math.min(...extents.map(extent => extent.top));
  const right = Math.max(...extents.map(extent => extent.right));
  const bottom = Math.max(...extents.map(extent => extent.bottom));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The rectangle that an item takes; undefined for what only a reader's program sees, and for labels of drawings. */
export function extentOf(item: Exclude<Item, Group>): Extent | undefined {
  switch (item.kind) {
    case 'glyphs': {
      const width = item.advances.reduce((sum, advance) => sum + advance, 0);
      const { x, y, size } = item;
      return { left: x, right: x + width, top: y - ABOVE * size, bottom: y + BELOW * size };
    }
    case 'rule': {
      const [wide, high] = item.x1 === item.x2 ? [item.width / 2, 0] : [0, item.width / 2];
      return {
        left: Math.min(item.x1, item.x2) - wide,
        right: Math.max(item.x1, item.x2) + wide,
        top: Math.min(item.y1, item.y2) - high,
        bottom: Math.max(item.y1, item.y2) + high,
      };
    }
    case 'box':
    case 'picture':
      return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
    case 'drawing': {
      const points = item.shapes.flatMap(pointsOf);
      if (points.length === 0) return undefined;
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
