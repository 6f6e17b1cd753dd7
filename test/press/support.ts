/** Editions of plain numbered pages, labels to print on them, and where items reach. Points. */

import type { Edition, Item, Page, Rectangle } from '../../src/frame/frame.js';
import { Labels } from '../../src/proof/labels.js';
import { black, edition, face, run } from '../pdf/helper.js';
import { extentOf, setter } from '../support/setting.js';

export const labels = new Labels(setter);

/** Pages of 300 by 400 points, each with its name in the middle and a black border that fills the bleed. */
export function numbered(count: number, change: Partial<Edition> = {}): Edition {
  const bleed = change.bleed ?? 0;
  const pages = Array.from({ length: count }, (_, index): Page => {
    const number = index + 1;
    const name = run(face('sans'), `P${number}`, { x: 130, y: 200, size: 30 });
    return { number, label: String(number), width: 300, height: 400, items: [...border(bleed), name] };
  });
  return edition(pages, { title: 'The Proof', binding: 'left', ...change });
}

function border(bleed: number): Item[] {
  const [width, height] = [300 + 2 * bleed, 400 + 2 * bleed];
  const box = (x: number, y: number, w: number, h: number): Item => {
    return { kind: 'box', x, y, width: w, height: h, ink: black };
  };
  return [box(-bleed, -bleed, width, bleed + 4), box(-bleed, -bleed, bleed + 4, height)];
}

/** Left, top, right and bottom of what an item paints; text by its letters' size. */
export function boundsOf(item: Item): { left: number; top: number; right: number; bottom: number } {
  switch (item.kind) {
    case 'rule': {
      const [across, down] = item.x1 === item.x2 ? [item.width / 2, 0] : [0, item.width / 2];
      return {
        left: Math.min(item.x1, item.x2) - across,
        right: Math.max(item.x1, item.x2) + across,
        top: Math.min(item.y1, item.y2) - down,
        bottom: Math.max(item.y1, item.y2) + down,
      };
    }
    case 'glyphs': {
      const { left, right } = extentOf([item]);
      return { left, right, top: item.y - item.size, bottom: item.y + item.size / 3 };
    }
    case 'drawing': {
      const points = item.shapes.flatMap(({ path }) =>
        path.flatMap(([, ...numbers]) =>
          numbers.flatMap((value, index) => (index % 2 === 0 ? [[value, numbers[index + 1]!] as const] : [])),
        ),
      );
      const xs = points.map(([x]) => item.x + x * item.scale);
      const ys = points.map(([, y]) => item.y + y * item.scale);
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    }
    case 'box':
      return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
    default:
      throw new Error(`no bounds of a ${item.kind}`);
  }
}

/** Whether something that is painted reaches into a rectangle. */
export function reaches(item: Item, { x, y, width, height }: Rectangle): boolean {
  const { left, top, right, bottom } = boundsOf(item);
  return left < x + width - 0.01 && right > x + 0.01 && top < y + height - 0.01 && bottom > y + 0.01;
}
