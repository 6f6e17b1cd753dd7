/**
 * The space at a line's end, which is not printed: the last run of a line in, that run with its space out, for programs that read the
 * content and not the page: words must be parted by characters (ISO 32000-1 14.8.2.5).
 */

import type { GlyphRun } from '../frame/frame.js';

/** Runs in the order in which they are painted. The space stands outside the measure, on the side where the paragraph's lines end. */
export function withLineEnd(run: GlyphRun): GlyphRun[] {
  const { line, clusters, advances, x, face, size } = run;
  if (line?.after !== ' ') return [run];
  const space = { text: ' ', glyphs: [], advance: Math.round(face.unitsPerEm / 4) };
  const width = size / 4;
  const end = advances.reduce((sum, advance) => sum + advance, x);
  const left = line.rtl ? x - width : end;
  if (run.rtl !== line.rtl || clusters.length === 0) {
    const alone = { ...run, x: left, rtl: line.rtl, clusters: [space], advances: [width] };
    return line.rtl ? [alone, run] : [run, alone];
  }
  if (!line.rtl) return [{ ...run, clusters: [...clusters, space], advances: [...advances, width] }];
  return [{ ...run, x: left, clusters: [space, ...clusters], advances: [width, ...advances] }];
}
