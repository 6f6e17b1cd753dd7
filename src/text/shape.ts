/** Shapes a paragraph once, for any width: styled text in, clusters in logical order with advances and break places out. */

import type { Face } from '../fonts/face.js';
import type { FontLibrary } from '../fonts/library.js';
import { type ShapedGlyph, shapeRun } from '../fonts/shaper.js';
import type { Cluster } from '../frame/frame.js';
import type { Problems } from '../problem/problem.js';
import { type BreakPlace, findBreaks } from './breaks.js';
import { pooledCluster } from './cluster-pool.js';
import { itemise, type TextItem } from './itemise.js';
import type { Paragraph } from './paragraph.js';
import { isIgnorable, isJoining, isLineEnd } from './scripts.js';

/** A paragraph ready for breaking. Cluster arrays run in logical order and share their indices. */
export interface ShapedParagraph {
  readonly paragraph: Paragraph;
  readonly items: readonly TextItem[];
  /** UAX #9 levels by UTF-16 offset. */
  readonly levels: Uint8Array;
  readonly clusters: readonly Cluster[];
  /** Text offset where each cluster begins; one more entry for the end. */
  readonly starts: readonly number[];
  /** Natural advances in points, tracking included. */
  readonly advances: readonly number[];
  /** Index of each cluster's item. */
  readonly itemOf: readonly number[];
  /** Word spaces: what justification stretches and line ends swallow. */
  readonly isSpace: readonly boolean[];
  /** Clusters that must not begin a line without being shaped again. */
  readonly unsafe: readonly boolean[];
  /** Clusters that a tatweel may stand before, by the font's rules. */
  readonly tatweelSafe: readonly boolean[];
  /** Where lines may end, ascending by cluster; the last one is the paragraph's end. */
  readonly breaks: readonly BreakPlace[];
}

/** Clusters of one stretch of an item. */
export interface ShapedStretch {
  readonly clusters: readonly Cluster[];
  readonly starts: readonly number[];
  readonly unsafe: readonly boolean[];
  readonly tatweelSafe: readonly boolean[];
}

/** Shapes a whole paragraph; characters without a glyph are added to `problems`. */
export function shapeParagraph(
  paragraph: Paragraph,
  fonts: FontLibrary,
  problems: Problems,
): ShapedParagraph {
  const { items, levels } = itemise(paragraph, fonts, problems);
  const clusters: Cluster[] = [];
  const starts: number[] = [];
  const advances: number[] = [];
  const itemOf: number[] = [];
  const isSpace: boolean[] = [];
  const unsafe: boolean[] = [];
  const tatweelSafe: boolean[] = [];
  for (const [index, item] of items.entries()) {
    const stretch = shapeStretch(paragraph.text, item, item.start, item.end, paragraph.typed);
    for (const [at, cluster] of stretch.clusters.entries()) {
      clusters.push(cluster);
      starts.push(stretch.starts[at]!);
      advances.push(advanceOf(cluster, item));
      itemOf.push(index);
      isSpace.push(isWordSpace(cluster));
      unsafe.push(stretch.unsafe[at]!);
      tatweelSafe.push(stretch.tatweelSafe[at]!);
    }
  }
  starts.push(paragraph.text.length);
  const breaks = findBreaks(paragraph, items, starts, isSpace);
  const arrays = { clusters, starts, advances, itemOf, isSpace, unsafe, tatweelSafe };
  return { paragraph, items, levels, ...arrays, breaks };
}

/** Advance of a cluster as set in an item, in points. */
export function advanceOf(cluster: Cluster, item: TextItem): number {
  const tracking = isSpaced(item) && !isInvisible(cluster) ? item.format.tracking / 1000 : 0;
  return (cluster.advance / item.face.unitsPerEm + tracking) * item.size;
}

/** A space that justification may change. */
export function isWordSpace({ text }: Cluster): boolean {
  return text === ' ' || text === '\u00a0';
}

/** Characters that steer the text. */
function isInvisible({ text, advance }: Cluster): boolean {
  return advance === 0 && text === '';
}

/** Whether letter space may part the letters of an item. */
export function isSpaced(item: TextItem): boolean {
  return !isJoining(item.script);
}

/** What a style allows letters in a justified line. */
export interface LetterLimits {
  /** How much narrower or wider glyphs may be set, as a fraction of their width. */
  readonly glyphScaling: number;
  /** How much closer or wider letters that do not join may be set, as a fraction of the type size. */
  readonly letterSpace: number;
}

/** Points by which a cluster that is no word space may be widened or narrowed. */
export function letterRoom(cluster: Cluster, advance: number, item: TextItem, limits: LetterLimits): number {
  const spaced = limits.letterSpace > 0 && isSpaced(item) && !isInvisible(cluster);
  return advance * limits.glyphScaling + (spaced ? limits.letterSpace * item.size : 0);
}

const hyphens = new WeakMap<TextItem, readonly Cluster[]>();

/** The hyphen that a line ending in this item takes. It is not part of the text, so its cluster has none. */
export function hyphenOf(item: TextItem): readonly Cluster[] {
  let hyphen = hyphens.get(item);
  if (hyphen === undefined) {
    const sign = item.face.covers(0x2010) ? '\u2010' : '-';
    hyphen = shapeStretch(sign, item, 0, 1).clusters.map(cluster => ({ ...cluster, text: '' }));
    hyphens.set(item, hyphen);
  }
  return hyphen;
}

/** Shapes `start` to `end` of an item, with the text around it as context, and gathers glyphs to clusters, which say what was `typed`. */
export function shapeStretch(
  text: string,
  item: TextItem,
  start: number,
  end: number,
  typed = text,
): ShapedStretch {
  const rtl = (item.level & 1) === 1;
  const features =
    item.format.tracking > 0 ? [...item.format.features, '-liga', '-clig'] : item.format.features;
  const glyphs = shapeRun(item.face, {
    text,
    start,
    end,
    rtl,
    script: item.script,
    lang: item.format.lang,
    features,
  });
  const groups = groupByCluster(glyphs, rtl);
  const starts = groups.map(group => group[0]!.cluster);
  // Invisible characters at the very start of a stretch have no glyph to belong to.
  if (starts.length === 0) return { clusters: [], starts: [], unsafe: [], tatweelSafe: [] };
  starts[0] = start;
  const clusters = groups.map((group, at) =>
    clusterOf(item.face, typed.slice(starts[at], starts[at + 1] ?? end), group),
  );
  return {
    clusters,
    starts,
    unsafe: groups.map(group => group.some(glyph => glyph.unsafeToBreak)),
    tatweelSafe: groups.map(group => group.every(glyph => glyph.tatweelSafe)),
  };
}

/** Glyphs of one cluster each, clusters in logical order, glyphs within a cluster in visual order. */
function groupByCluster(glyphs: readonly ShapedGlyph[], rtl: boolean): ShapedGlyph[][] {
  const groups: ShapedGlyph[][] = [];
  for (const glyph of glyphs) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]!.cluster === glyph.cluster) last.push(glyph);
    else groups.push([glyph]);
  }
  return rtl ? groups.reverse() : groups;
}

/** A line separator is in the text but has no glyph; fonts would draw a box for it. */
const NOTHING: Cluster = { text: '', glyphs: [], advance: 0 };

/** A tab gets its width when its line is set. */
const TAB: Cluster = { text: '\t', glyphs: [], advance: 0 };

function clusterOf(face: Face, text: string, group: readonly ShapedGlyph[]): Cluster {
  if (text === '\t') return TAB;
  return isLineEnd(text.charCodeAt(0)) ? NOTHING : pooledCluster(face, withoutIgnorables(text), group);
}

const STEERING = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

function withoutIgnorables(text: string): string {
  if (!STEERING.test(text)) return text;
  return [...text]
    .filter(character => character === '\u200c' || !isIgnorable(character.codePointAt(0)!))
    .join('');
}
