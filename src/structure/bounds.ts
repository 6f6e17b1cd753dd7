/** What items cover: items and the place of their origin in, the smallest rectangle round them out. Points. */

import type { Item, Rectangle } from '../frame/frame.js';

/** Of pictures, drawings, boxes and rules; text and links count for nothing. Undefined where there are none of them. */
export function boundsOf(items: readonly Item[], x: number, y: number): Rectangle | undefined {
  const corners = items.flatMap(item => cornersOf(item, x, y));
  if (corners.length === 0) return undefined;
  const [left, top, right, bottom] = corners.reduce((all, one) => [
    Math.min(all[0], one[0]),
    Math.min(all[1], one[1]),
    Math.max(all[2], one[2]),
    Math.max(all[3], one[3]),
  ]);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

type Corners = readonly [left: number, top: number, right: number, bottom: number];

function cornersOf(item: Item, x: number, y: number): Corners[] {
  switch (item.kind) {
    case 'picture':
    case 'box':
      return [[x + item.x, y + item.y, x + item.x + item.width, y + item.y + item.height]];
    case 'rule':
      return [[x + item.x1, y + item.y1, x + item.x2, y + item.y2]];
    case 'drawing':
      return item.shapes.flatMap(({ path }) =>
        path.flatMap(([, ...numbers]) =>
          numbers.flatMap((across, at): Corners[] => {
            const down = numbers[at + 1];
            if (at % 2 === 1 || down === undefined) return [];
            const [left, top] = [x + item.x + across * item.scale, y + item.y + down * item.scale];
            return [[left, top, left, top]];
          }),
        ),
      );
    case 'group': {
      const inside = boundsOf(item.items, x + item.x, y + item.y);
      if (inside === undefined) return [];
      return [[inside.x, inside.y, inside.x + inside.width, inside.y + inside.height]];
    }
    default:
      return [];
  }
}
