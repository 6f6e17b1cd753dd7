/** Sets one line: a range of clusters and a measure in, glyph runs in visual order with their places out. */

import type { Cluster, GlyphRun } from '../frame/frame.js';
import type { TextItem } from './itemise.js';
import type { LineExtent, LineSetting } from './lines.js';
import type { LinkTarget } from './paragraph.js';
import { advanceOf, type ShapedParagraph, type ShapedStretch, shapeStretch } from './shape.js';

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
export function setLine(shaped: ShapedParagraph, line: LineExtent, width: number, setting: LineSetting): SetLine {
  const pieces = cutPieces(shaped, line);
  const natural = total(pieces);
  const measure = width - line.indent;
  const justified = setting.alignment === 'justify' && !line.isLast;
  const tooWide = natural > measure + 0.01;
  const spaceRatio = justified || tooWide ? fillMeasure(pieces, measure - natural, setting) : 1;
  const rtl = shaped.paragraph.direction === 'rtl';
  const slack = measure - total(pieces);
  const left = (rtl ? 0 : line.indent) + offsetOf(setting.alignment, rtl, slack);
  const placed = placePieces(reorder(pieces), left);
  return { ...placed, natural, spaceRatio };
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

/** Cuts the line's range at item borders; the first and last piece are shaped again where the cut is unsafe. */
function cutPieces(shaped: ShapedParagraph, line: LineExtent): Piece[] {
  const pieces: Piece[] = [];
  const { itemOf, items, starts, unsafe } = shaped;
  for (let at = line.from; at < line.to; ) {
    const index = itemOf[at]!;
    const item = items[index]!;
    let end = at;
    while (end < line.to && itemOf[end] === index) end++;
    const cutBefore = at === line.from && starts[at]! > item.start && unsafe[at]!;
    const cutAfter = end === line.to && starts[end]! < item.end && unsafe[end]!;
    const hyphenated = line.hyphen && end === line.to;
    const stretch =
      cutBefore || cutAfter
        ? shapeStretch(shaped.paragraph.text, item, starts[at]!, starts[end]!)
        : { clusters: shaped.clusters.slice(at, end), starts: starts.slice(at, end), unsafe: [] };
    pieces.push(makePiece(item, hyphenated ? withHyphen(stretch, item) : stretch));
    at = end;
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

/** The hyphen at a line's end is not part of the text, so its cluster has none. */
function withHyphen(stretch: ShapedStretch, item: TextItem): ShapedStretch {
  const sign = item.face.covers(0x2010) ? '\u2010' : '-';
  const hyphen = shapeStretch(sign, item, 0, 1).clusters.map(cluster => ({ ...cluster, text: '' }));
  return { ...stretch, clusters: [...stretch.clusters, ...hyphen] };
}

/**
 * Spreads `gap` points over the word spaces, in proportion to their width, and returns the ratio of the set to the
 * natural space. Spaces shrink no further than the setting's least space; what is left then hangs over.
 */
function fillMeasure(pieces: readonly Piece[], gap: number, setting: LineSetting): number {
  let spaces = 0;
  for (const piece of pieces) {
    for (const [at, isSpace] of piece.spaces.entries()) if (isSpace) spaces += piece.advances[at]!;
  }
  if (spaces === 0) return 1;
  const ratio = Math.max(1 + gap / spaces, setting.leastSpace);
  for (const piece of pieces) {
    for (const [at, isSpace] of piece.spaces.entries()) if (isSpace) piece.advances[at]! *= ratio;
  }
  return ratio;
}

/** UAX #9 rule L2: from the highest level down to the lowest odd one, reverse runs at that level or above. */
function reorder(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  const levels = order.map(piece => piece.item.level);
  const highest = Math.max(0, ...levels);
  const lowestOdd = Math.min(...levels.map(level => level | 1));
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      if (order[start]!.item.level < level) continue;
      let end = start;
      while (end + 1 < order.length && order[end + 1]!.item.level >= level) end++;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order;
}

function placePieces(pieces: readonly Piece[], left: number): Pick<SetLine, 'runs' | 'links'> {
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
    });
    let width = 0;
    for (const advance of set) width += advance;
    if (format.link !== undefined) links.push({ target: format.link, x, width });
    x += width;
  }
  return { runs, links };
}
