/** A page in small: its items in, the same at a scale out, text too small to read as bars. */

import type { Box, GlyphRun, Item } from '../frame/frame.js';
import { scaleItem } from '../frame/scale.js';
import { paled } from './inks.js';

/** Text smaller than this after scaling is drawn as bars. Points. */
const READABLE = 5;
/** Height of a bar and its place over the baseline, in sizes. */
const BAR = 0.5;

/** Rules are no thinner after scaling. Points. */
const THINNEST = 0.5;

/** Items whose origin, the trim's top left corner, stands at x, y of the sheet. Links and small labels of drawings are left out. */
export function miniature(items: readonly Item[], x: number, y: number, scale: number): Item[] {
  const found: Item[] = [];
  let line: GlyphRun[] = [];
  const flush = (): void => {
    if (line.length > 0) found.push(bar(line, x, y, scale));
    line = [];
  };
  for (const item of items) {
    if (item.kind === 'glyphs' && item.size * scale < READABLE) {
      if (!goesOn(line.at(-1), item)) flush();
      line.push(item);
      continue;
    }
    flush();
    found.push(...scaled(item, x, y, scale));
  }
  flush();
  return found;
}

/** Whether two runs are neighbours on a line. */
function goesOn(last: GlyphRun | undefined, next: GlyphRun): boolean {
  if (last === undefined || last.y !== next.y || last.ink !== next.ink) return false;
  return next.x - (last.x + widthOf(last)) < next.size;
}

function widthOf({ advances }: GlyphRun): number {
  return advances.reduce((sum, advance) => sum + advance, 0);
}

function bar(runs: readonly GlyphRun[], x: number, y: number, scale: number): Box {
  const left = Math.min(...runs.map(run => run.x));
  const right = Math.max(...runs.map(run => run.x + widthOf(run)));
  const { y: baseline, size, ink } = runs[0]!;
  return {
    kind: 'box',
    x: x + left * scale,
    y: y + (baseline - BAR * size) * scale,
    width: (right - left) * scale,
    height: BAR * size * scale,
    ink: paled(ink),
  };
}

function scaled(item: Item, x: number, y: number, scale: number): Item[] {
  switch (item.kind) {
    case 'group':
      return miniature(item.items, x + item.x * scale, y + item.y * scale, scale);
    case 'rule':
      return [scaleItem({ ...item, width: Math.max(item.width, THINNEST / scale) }, scale, x, y)];
    case 'turned': {
      const runs = item.runs.filter(({ size }) => size * scale >= READABLE);
      return runs.length === 0 ? [] : [scaleItem({ ...item, runs }, scale, x, y)];
    }
    case 'link':
      return [];
    default:
      return [scaleItem(item, scale, x, y)];
  }
}
