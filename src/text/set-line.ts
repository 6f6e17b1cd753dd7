/** Sets one line: a range of clusters and a measure in, glyph runs in visual order with their places out. */

import type { GlyphRun } from '../frame/frame.js';
import { visualOrder } from '../frame/reorder.js';
import { hangAtEnd, hangAtStart, hangOfHyphen } from './hang.js';
import { fitToMeasure, type JustifiedLine, justify, totalAdvance } from './justify.js';
import type { LineExtent, LineSetting } from './lines.js';
import type { LinkTarget } from './paragraph.js';
import { cutPieces, type Piece } from './pieces.js';
import { isSpaced, type ShapedParagraph } from './shape.js';
import { hasTabs, setTabs } from './tabs.js';

/** A stretch of a set line that a reader may tap. */
export interface LineLink {
  readonly target: LinkTarget;
  readonly x: number;
  readonly width: number;
}

/** A line ready to be placed: runs with x from the measure's left end and y 0 on the baseline. */
export interface SetLine {
  readonly runs: readonly GlyphRun[];
  readonly links: readonly LineLink[];
  /** Natural width of the text, in points. */
  readonly natural: number;
  /** Word spaces as set over their natural width; 1 for lines that are not justified. */
  readonly spaceRatio: number;
  /** Points by which a justified line stays short of its measure, since nothing could fill them. */
  readonly short: number;
}

/** Sets a line on a measure of `width` points. */
export function setLine(
  shaped: ShapedParagraph,
  line: LineExtent,
  width: number,
  setting: LineSetting,
): SetLine {
  const tabbed = hasTabs(shaped, setting);
  const natural = tabbed
    ? setTabs(cutPieces(shaped, line), line.width, setting.tabs)
    : cutPieces(shaped, line);
  const length = totalAdvance(natural);
  const hang = hangOf(shaped, line, setting);
  const measure = line.width + hang.start + hang.end;
  const { pieces, spaceRatio, letters, short } = tabbed
    ? { pieces: natural, spaceRatio: 1, letters: 0, short: 0 }
    : fillMeasure(shaped, line, natural, measure - length, setting);
  const rtl = shaped.paragraph.direction === 'rtl';
  const start = line.indent - hang.start;
  const slack = measure - totalAdvance(pieces);
  const left = (rtl ? width - start - measure : start) + offsetOf(setting.alignment, rtl, slack);
  const order = visualOrder(pieces.map(piece => piece.item.level));
  const placed = placePieces(
    order.map(place => ({ ...pieces[place]!, place })),
    left,
    { stretch: 1 + letters * setting.glyphScaling, letterSpace: letters * setting.letterSpace },
  );
  return { ...placed, natural: length, spaceRatio, short };
}

/** The line's pieces as they stand on its measure, which they lack `gap` points to fill. */
function fillMeasure(
  shaped: ShapedParagraph,
  line: LineExtent,
  natural: readonly Piece[],
  gap: number,
  setting: LineSetting,
): JustifiedLine {
  if ((setting.alignment === 'justify' && !line.isLast) || gap < -0.01)
    return justify(shaped, natural, gap, setting);
  return setting.fit
    ? fitToMeasure(shaped, natural, gap, setting)
    : { pieces: natural, spaceRatio: 1, letters: 0, short: 0 };
}

/** How far the line stands out of its measure on both sides. */
function hangOf(
  shaped: ShapedParagraph,
  line: LineExtent,
  { hang }: LineSetting,
): { start: number; end: number } {
  const last = line.toInside > 0 ? line.to : line.to - 1;
  return {
    start: hangAtStart(shaped, line.from, hang),
    end: line.hyphen ? hangOfHyphen(shaped, last, hang) : hangAtEnd(shaped, last, hang),
  };
}

/** Distance of the text from the left end of the measure. */
function offsetOf(alignment: LineSetting['alignment'], rtl: boolean, slack: number): number {
  if (alignment === 'center') return slack / 2;
  const atEnd = alignment === 'end';
  return rtl === atEnd ? 0 : slack;
}

function placePieces(
  pieces: readonly (Piece & { readonly place: number })[],
  left: number,
  /** Width of glyphs over their own, and what letters are set apart, as a fraction of the type size. */
  { stretch, letterSpace }: { stretch: number; letterSpace: number },
): Pick<SetLine, 'runs' | 'links'> {
  const runs: GlyphRun[] = [];
  const links: LineLink[] = [];
  let x = left;
  for (const { item, clusters, advances, place } of pieces) {
    const rtl = (item.level & 1) === 1;
    const { format, face, size } = item;
    const visual = rtl ? [...clusters].reverse() : clusters;
    const set = rtl ? [...advances].reverse() : advances;
    runs.push({
      kind: 'glyphs',
      x,
      y: 0,
      face,
      size,
      ink: format.ink,
      rtl,
      ...(item.level > 1 ? { level: item.level } : {}),
      lang: format.lang,
      clusters: visual,
      advances: set,
      place,
      ...(format.ornament === true ? { ornament: true as const } : {}),
      ...(stretch === 1 ? {} : { stretch }),
      ...(letterSpace === 0 || !isSpaced(item) ? {} : { letterSpace: letterSpace * size }),
    });
    let width = 0;
    for (const advance of set) width += advance;
    if (format.link !== undefined) links.push({ target: format.link, x, width });
    x += width;
  }
  return { runs, links };
}
