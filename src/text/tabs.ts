/** Tabs and leaders: lines with tab characters broken and set at the stops of their style. */

import type { Cluster } from '../frame/frame.js';
import type { TextItem } from './itemise.js';
import type { LineExtent, LineSetting } from './lines.js';
import { cutPieces, type Piece } from './pieces.js';
import { advanceOf, type ShapedParagraph, shapeStretch } from './shape.js';

/** Where the text behind a tab goes. */
export interface TabStop {
  /** Distance from the start of the measure in points, or its end. */
  readonly at: number | 'end';
  /** Which part of the text behind the tab stands at the stop; `decimal` is its decimal sign, or its end without one. */
  readonly align: 'start' | 'center' | 'end' | 'decimal';
  /** Text repeated over the gap, such as a full stop; empty for none. */
  readonly leader: string;
}

const TAB = '\t';
const DECIMAL = /[.,\u066b]/;

/** True if the paragraph has tabs to set. */
export function hasTabs({ paragraph }: ShapedParagraph, { tabs }: Pick<LineSetting, 'tabs'>): boolean {
  return tabs.length > 0 && paragraph.text.includes(TAB);
}

/**
 * The farthest line end for which a line fits, line by line: what stands behind a tab depends on where its line begins, so
 * a whole paragraph cannot be weighed at once. Ends of lines beside a tab are left out while there are others.
 * @param lineTo makes the extent of line `line` from one place to another; place -1 is the paragraph's start.
 */
export function breakAtTabs(
  shaped: ShapedParagraph,
  places: readonly { readonly cluster: number; readonly kind: string }[],
  lineTo: (from: number, to: number, line: number) => LineExtent,
  setting: LineSetting,
): LineExtent[] {
  const { clusters } = shaped;
  const usable = places.flatMap(({ cluster, kind }, index) => {
    const besideTab = clusters[cluster - 1]?.text === TAB || clusters[cluster]?.text === TAB;
    return besideTab && kind !== 'forced' ? [] : [index];
  });
  const lines: LineExtent[] = [];
  let from = -1;
  for (let at = 0; at < usable.length; ) {
    let chosen = at;
    for (let next = at; next < usable.length; next++) {
      const line = lineTo(from, usable[next]!, lines.length);
      const fits = widthAtTabs(cutPieces(shaped, line), line.width, setting.tabs) <= line.width + 0.01;
      if (fits) chosen = next;
      if (!fits || places[usable[next]!]!.kind === 'forced') break;
    }
    lines.push(lineTo(from, usable[chosen]!, lines.length));
    from = usable[chosen]!;
    at = chosen + 1;
  }
  return lines;
}

function widthAtTabs(pieces: readonly Piece[], measure: number, stops: readonly TabStop[]): number {
  let width = 0;
  for (const { advances } of setTabs(pieces, measure, stops))
    for (const advance of advances) width += advance;
  return width;
}

/** The pieces of a line with each tab as wide as its stop asks, at least a word space; its leaders are a piece of their own, an ornament. */
export function setTabs(pieces: readonly Piece[], measure: number, stops: readonly TabStop[]): Piece[] {
  const set: Piece[] = [];
  let pen = 0;
  for (const [index, piece] of pieces.entries()) {
    let open: Made = { clusters: [], advances: [] };
    for (const [at, cluster] of piece.clusters.entries()) {
      if (cluster.text === TAB) {
        const tab = tabAt(piece.item, pen, segmentBehind(pieces, index, at), measure, stops);
        open.clusters.push(tab.space);
        open.advances.push(tab.before);
        pen += tab.width;
        if (tab.leaders.clusters.length === 0) continue;
        set.push({ ...piece, ...open }, { ...piece, ...tab.leaders, item: ornament(piece.item) });
        open = { clusters: [], advances: [] };
      } else {
        open.clusters.push(cluster);
        open.advances.push(piece.advances[at]!);
        pen += piece.advances[at]!;
      }
    }
    if (open.clusters.length > 0) set.push({ ...piece, ...open });
  }
  return set;
}

interface Made {
  readonly clusters: Cluster[];
  readonly advances: number[];
}

function ornament(item: TextItem): TextItem {
  return { ...item, format: { ...item.format, ornament: true } };
}

/** Width of the text behind a tab, and of its part before the decimal sign. */
interface Segment {
  readonly width: number;
  readonly whole: number;
}

function segmentBehind(pieces: readonly Piece[], piece: number, tab: number): Segment {
  let width = 0;
  let whole: number | undefined;
  for (const [index, { clusters, advances }] of pieces.slice(piece).entries()) {
    for (let at = index === 0 ? tab + 1 : 0; at < clusters.length; at++) {
      if (clusters[at]!.text === TAB) return { width, whole: whole ?? width };
      if (whole === undefined && DECIMAL.test(clusters[at]!.text)) whole = width;
      width += advances[at]!;
    }
  }
  return { width, whole: whole ?? width };
}

/** What stands for a tab. */
interface SetTab {
  /** A word space, `before` points wide up to the leaders. */
  readonly space: Cluster;
  readonly before: number;
  readonly leaders: Made;
  /** Of all together. */
  readonly width: number;
}

/** The tab at `pen` points from the line's start. */
function tabAt(
  item: TextItem,
  pen: number,
  behind: Segment,
  measure: number,
  stops: readonly TabStop[],
): SetTab {
  const space = shapeStretch(' ', item, 0, 1).clusters[0]!;
  const least = advanceOf(space, item);
  const stop = stops.find(candidate => startAt(candidate, behind, measure) >= pen + least);
  const width = stop === undefined ? least : startAt(stop, behind, measure) - pen;
  const leader = leaderOf(stop?.leader ?? '', item);
  const pitch = leader.reduce((sum, { advance }) => sum + advance, 0);
  // Leaders of all lines stand at the same places: whole pitches from the end of the measure.
  const first = Math.floor((measure - pen - least / 2) / pitch);
  const last = Math.ceil((measure - pen - width + least / 2) / pitch);
  const all = pitch > 0 && first > last ? Array.from({ length: first - last }, () => leader).flat() : [];
  const before = all.length > 0 ? measure - first * pitch - pen : width;
  const advances = all.map(({ advance }) => advance);
  if (all.length > 0) advances[advances.length - 1]! += width - before - (first - last) * pitch;
  return { space, before, leaders: { clusters: all.map(({ cluster }) => cluster), advances }, width };
}

/** Where the text behind a tab begins, in points from the line's start. */
function startAt({ at, align }: TabStop, { width, whole }: Segment, measure: number): number {
  const stop = at === 'end' ? measure : at;
  if (align === 'start') return stop;
  if (align === 'center') return stop - width / 2;
  return stop - (align === 'decimal' ? whole : width);
}

/** A leader's clusters; they are no part of the text. */
function leaderOf(leader: string, item: TextItem): { cluster: Cluster; advance: number }[] {
  return shapeStretch(leader, item, 0, leader.length).clusters.map(cluster => ({
    cluster: { ...cluster, text: '' },
    advance: advanceOf(cluster, item),
  }));
}
