/**
 * The space at a line's end, which is not printed: the runs of a line in, the same runs with that space out, for programs that read the
 * content and not the page: words must be parted by characters (ISO 32000-1 14.8.2.5).
 */

import type { GlyphRun } from '../frame/frame.js';
import { levelOf, widthOf } from './told.js';

/**
 * Runs from left to right. The space stands outside the measure, on the side where the paragraph's lines end: in the run there if that is
 * of the paragraph's own direction, or else alone.
 * @param last the one of them that is read last of its line; undefined if the line goes on.
 */
export function withLineEnd<Run extends GlyphRun>(
  runs: readonly Run[],
  last: Run | undefined,
): readonly Run[] {
  if (last?.line?.after !== ' ') return runs;
  const { rtl } = last.line;
  const level = rtl ? 1 : 0;
  const outer = runs.at(rtl ? 0 : -1)!;
  const width = last.size / 4;
  const x = rtl ? outer.x - width : outer.x + widthOf(outer);
  const space = { text: ' ', glyphs: [], advance: Math.round(last.face.unitsPerEm / 4) };
  if (outer !== last || levelOf(last) !== level) {
    const alone = { ...last, x, rtl, level, clusters: [space], advances: [width] };
    return rtl ? [alone, ...runs] : [...runs, alone];
  }
  return rtl
    ? [
        { ...last, x, clusters: [space, ...last.clusters], advances: [width, ...last.advances] },
        ...runs.slice(1),
      ]
    : [
        ...runs.slice(0, -1),
        { ...last, clusters: [...last.clusters, space], advances: [...last.advances, width] },
      ];
}
