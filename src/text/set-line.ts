/** Sets one line: a range of clusters and a measure in, glyph runs in visual order with their places out. */

import type { Cluster, GlyphRun } from '../frame/frame.js';
import type { TextItem } from './itemise.js';
import type { LineExtent, LineSetting } from './lines.js';
import type { LinkTarget } from './paragraph.js';
import { visualOrder } from './reorder.js';
import { advanceOf, hyphenOf, type ShapedParagraph, type ShapedStretch, shapeStretch } from './shape.js';

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
}

/** The clusters of one item on the line, in logical order. */
interface Piece {
  readonly item: TextItem;
  readonly clusters: readonly Cluster[];
  readonly advances: number[];
  readonly spaces: readonly boolean[];
}

/** Sets a line on a measure of `width` points. */
export function setLine(
  shaped: ShapedParagraph,
  line: LineExtent,
  width: number,
  setting: LineSetting,
): SetLine {
  const pieces = cutPieces(shaped, line);
  const natural = total(pieces);
  const measure = width - line.indent;
  const justified = setting.alignment === 'justify' && !line.isLast;
  const tooWide = natural > measure + 0.01;
  const filling = justified || tooWide ? fillMeasure(pieces, measure - natural, setting) : AS_IT_IS;
  const rtl = shaped.paragraph.direction === 'rtl';
  const slack = measure - total(pieces);
  const left = (rtl ? 0 : line.indent) + offsetOf(setting.alignment, rtl, slack);
  const order = visualOrder(pieces.map(piece => piece.item.level));
  const placed = placePieces(
    order.map(index => pieces[index]!),
    left,
    filling.stretch,
  );
  return { ...placed, natural, spaceRatio: filling.spaceRatio };
}

/** Distance of the text from the left end of the measure. */
function offsetOf(alignment: LineSetting['alignment'], rtl: boolean, slack: number): number {
  if (alignment === 'center') return slack / 2;
  const atEnd = alignment === 'end';
  return rtl === atEnd ? 0 : slack;
}

function total(pieces: readonly Piece[]): number {
  let sum = 0;
  for (const piece of pieces) for (const advance of piece.advances) sum += advance;
  return sum;
}

/**
 * Cuts the line's range at item borders. The first and last piece are shaped again where the line begins or ends
 * inside a ligature or at a place that HarfBuzz calls unsafe.
 */
function cutPieces(shaped: ShapedParagraph, line: LineExtent): Piece[] {
  const pieces: Piece[] = [];
  const { itemOf, items, starts, unsafe } = shaped;
  const last = line.toInside > 0 ? line.to + 1 : line.to;
  for (let at = line.from; at < last; ) {
    const index = itemOf[at]!;
    const item = items[index]!;
    let next = at;
    while (next < last && itemOf[next] === index) next++;
    const start = at === line.from ? starts[at]! + line.fromInside : item.start;
    const end = next === last ? starts[line.to]! + line.toInside : item.end;
    const again =
      (start > item.start && (start > starts[at]! || unsafe[at]!)) ||
      (end < item.end && (line.toInside > 0 || unsafe[line.to]!));
    const stretch = again
      ? shapeStretch(shaped.paragraph.text, item, start, end)
      : { clusters: shaped.clusters.slice(at, next), starts: starts.slice(at, next), unsafe: [] };
    pieces.push(makePiece(item, line.hyphen && next === last ? withHyphen(stretch, item) : stretch));
    at = next;
  }
  return pieces;
}

function makePiece(item: TextItem, stretch: ShapedStretch): Piece {
  return {
    item,
    clusters: stretch.clusters,
    advances: stretch.clusters.map(cluster => advanceOf(cluster, item)),
    spaces: stretch.clusters.map(cluster => cluster.text === ' ' || cluster.text === '\u00a0'),
  };
}

function withHyphen(stretch: ShapedStretch, item: TextItem): ShapedStretch {
  return { ...stretch, clusters: [...stretch.clusters, ...hyphenOf(item)] };
}

/** How a justified line was filled: word spaces and glyphs over their natural widths. */
interface Filling {
  readonly spaceRatio: number;
  readonly stretch: number;
}

const AS_IT_IS: Filling = { spaceRatio: 1, stretch: 1 };

/**
 * Spreads `gap` points over the line as the breaker reckons: glyphs take the same share of what they may as spaces,
 * but never more than all of it; the rest goes to the word spaces, in proportion to their width. Spaces shrink no
 * further than the setting's least space; what is left then hangs over.
 */
function fillMeasure(pieces: readonly Piece[], gap: number, setting: LineSetting): Filling {
  let spaces = 0;
  let letters = 0;
  for (const { advances, spaces: isSpace } of pieces) {
    for (const [at, advance] of advances.entries()) {
      if (isSpace[at]) spaces += advance;
      else letters += advance;
    }
  }
  const room =
    spaces * (gap > 0 ? setting.mostSpace - 1 : 1 - setting.leastSpace) + letters * setting.glyphScaling;
  const share = room > 0 ? Math.max(-1, Math.min(1, gap / room)) : 0;
  const stretch = 1 + share * setting.glyphScaling;
  const spaceRatio =
    spaces === 0 ? 1 : Math.max(1 + (gap - letters * (stretch - 1)) / spaces, setting.leastSpace);
  for (const { advances, spaces: isSpace } of pieces) {
    for (const at of advances.keys()) advances[at]! *= isSpace[at] ? spaceRatio : stretch;
  }
  return { spaceRatio, stretch };
}

function placePieces(
  pieces: readonly Piece[],
  left: number,
  stretch: number,
): Pick<SetLine, 'runs' | 'links'> {
  const runs: GlyphRun[] = [];
  const links: LineLink[] = [];
  let x = left;
  for (const { item, clusters, advances } of pieces) {
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
      lang: format.lang,
      clusters: visual,
      advances: set,
      ...(stretch === 1 ? {} : { stretch }),
    });
    let width = 0;
    for (const advance of set) width += advance;
    if (format.link !== undefined) links.push({ target: format.link, x, width });
    x += width;
  }
  return { runs, links };
}
