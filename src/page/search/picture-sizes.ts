/** Sizes that the search tries for pictures: heights over that of their own shape, and widths in columns. */

import { spanWidth } from '../../flow/columns.js';
import type { ModuleContent } from '../../flow/module.js';
import { COST, type Copy } from './choice.js';

/** The largest scale pictures are grown to, and the smallest they shrink to. */
export const LARGEST_SCALE = 1.5;
export const SMALLEST_SCALE = 0.62;

/** Scales that are tried for pictures, their own shape first. */
export const SCALES = [
  1,
  ...Array.from({ length: 13 }, (_, step) => 1.032 ** (step + 1)),
  ...Array.from({ length: 15 }, (_, step) => 0.9686 ** (step + 1)),
].filter(scale => scale <= LARGEST_SCALE && scale >= SMALLEST_SCALE);

/** Widths for the inserts of a module: what they wish for, and one or all of them wider or narrower. */
export function spanChoices({ stories, from }: Copy, columns: number): number[][] {
  const inserts = stories.length === 1 ? stories[0]!.inserts.slice(from.insert) : [];
  const within = (span: number): number => Math.min(span, columns);
  const wished = inserts.map(({ widths }) => within(widths[0]!));
  const choices = [wished];
  for (const nth of [1, 2, 3]) {
    choices.push(inserts.map(({ widths }) => within(widths[nth] ?? widths[0]!)));
    choices.push(inserts.map(({ widths }, at) => within((at === 0 ? widths[nth] : undefined) ?? widths[0]!)));
  }
  const seen = new Set<string>();
  return choices.filter(spans => {
    const key = spans.join();
    return seen.has(key) ? false : seen.add(key);
  });
}

/** What a module's photographs cost at a scale: their distance from their own shape, and too few pixels. */
export function pictureCost({ inserts, columns }: ModuleContent, scale: number): number {
  const coarse = inserts.reduce((sum, insert) => {
    const width = spanWidth(columns, Math.min(insert.columns, columns.count));
    return sum + (insert.coarseAt?.(scale, width) ?? 0);
  }, 0);
  return Math.log(scale) ** 2 * COST.scale + coarse * COST.coarse;
}
