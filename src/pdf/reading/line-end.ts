/**
 * The space at a line's end, which is not printed: the runs of a line in, a run of that space out, for programs that read the content and
 * not the page: words must be parted by characters (ISO 32000-1 14.8.2.5).
 */

import type { GlyphRun } from '../../frame/frame.js';
import { widthOf } from './runs.js';
import { plain } from './spelling.js';
import { told } from './told.js';

/**
 * To be painted behind all runs of the line, which are given from left to right; undefined if the text has no space there. It stands outside
 * the measure, on the side where the paragraph's lines end, and is a run by itself: in front of a mark that is painted from
 * left to right it would part that from its word.
 * @param last the run that is read last.
 */
export function lineEndSpace<Run extends GlyphRun>(line: readonly Run[], last: Run): Run | undefined {
  if (last.line?.after !== ' ') return undefined;
  const width = last.size / 4;
  const [left, right] = [line[0]!, line.at(-1)!];
  const x = last.line.rtl ? left.x - width : right.x + widthOf(right);
  const space = { text: ' ', glyphs: [], advance: Math.round(last.face.unitsPerEm / 4) };
  return { ...last, x, rtl: false, clusters: [told(space, plain(' '))], advances: [width] };
}
