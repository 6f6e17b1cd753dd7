/** Items in another size: frames and a factor in, the same frames with every length multiplied by it out. */

import type { GlyphRun, Item } from './frame.js';

/** Pictures are items of their own, so that each output prepares them for the new size. */
export function scaleItems(items: readonly Item[], scale: number): Item[] {
  return items.map(item => scaleItem(item, scale));
}

/** One item; the origin of its coordinates then stands at x, y. */
export function scaleItem(item: Item, scale: number, x = 0, y = 0): Item {
  switch (item.kind) {
    case 'rule': {
      const from = { x1: x + item.x1 * scale, y1: y + item.y1 * scale };
      const to = { x2: x + item.x2 * scale, y2: y + item.y2 * scale };
      return { ...item, ...from, ...to, width: item.width * scale };
    }
    case 'box':
    case 'picture':
    case 'link':
      return {
        ...item,
        x: x + item.x * scale,
        y: y + item.y * scale,
        width: item.width * scale,
        height: item.height * scale,
      };
    case 'glyphs':
      return scaleRun(item, scale, x, y);
    case 'turned': {
      const runs = item.runs.map(run => scaleRun(run, scale, 0, 0));
      return { ...item, x: x + item.x * scale, y: y + item.y * scale, runs };
    }
    case 'drawing':
      return { ...item, x: x + item.x * scale, y: y + item.y * scale, scale: item.scale * scale };
    case 'group': {
      const { clip } = item;
      const place = { x: x + item.x * scale, y: y + item.y * scale };
      const small = { ...item, ...place, items: scaleItems(item.items, scale) };
      if (clip === undefined) return small;
      const corner = { x: clip.x * scale, y: clip.y * scale };
      return { ...small, clip: { ...corner, width: clip.width * scale, height: clip.height * scale } };
    }
  }
}

function scaleRun(run: GlyphRun, scale: number, x: number, y: number): GlyphRun {
  const { size, advances, letterSpace } = run;
  const scaled = {
    ...run,
    x: x + run.x * scale,
    y: y + run.y * scale,
    size: size * scale,
    advances: advances.map(advance => advance * scale),
  };
  return letterSpace === undefined ? scaled : { ...scaled, letterSpace: letterSpace * scale };
}
