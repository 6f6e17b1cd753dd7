/** The lines of a page in, the sign that keeps pdfium from taking them for upright ones out. */

import type { Cluster, GlyphRun } from '../../frame/frame.js';
import type { PlacedLine } from './lines.js';
import { plain, RIGHT_TO_LEFT_MARK } from './spelling.js';
import { told } from './told.js';

/** pdfium takes lines for upright ones where letters stand over less than 0.8 of a page's width; we measure runs. */
const COVERED = 0.9;
/** In points: pdfium counts whole ones of a sign's height. */
const SIZE = 4;

/** A run of one sign as wide as the page's text, for its foot; undefined where text stands over most of its width. */
export function wideRun(lines: readonly PlacedLine[]): GlyphRun | undefined {
  const run = lines.flatMap(line => line.runs).find(({ clusters }) => clusters.some(isDrawn));
  if (run === undefined) return undefined;
  const left = Math.min(...lines.map(line => line.left));
  const width = Math.max(...lines.map(line => line.right)) - left;
  if (coveredBy(lines) > COVERED * width) return undefined;
  const sign = run.clusters.find(isDrawn)!;
  const natural = (sign.advance / run.face.unitsPerEm) * SIZE;
  return {
    ...run,
    x: left,
    y: 0,
    size: SIZE,
    stretch: width / natural,
    rtl: false,
    clusters: [told(sign, plain(RIGHT_TO_LEFT_MARK))],
    advances: [width],
  };
}

function isDrawn({ glyphs, advance }: Cluster): boolean {
  return glyphs.length > 0 && advance > 0;
}

/** Points of the width of a page over which lines stand. */
function coveredBy(lines: readonly PlacedLine[]): number {
  let [sum, end] = [0, Number.NEGATIVE_INFINITY];
  const widths = lines.flatMap(line => line.widths);
  for (const { left, right } of widths.sort((a, b) => a.left - b.left)) {
    sum += Math.max(0, right - Math.max(left, end));
    end = Math.max(end, right);
  }
  return sum;
}
