/** Clusters whose codes say something else than their text: what is told to readers instead, and what stands for it without a glyph. */

import type { Cluster, GlyphRun } from '../../frame/frame.js';
import { kindOf } from './segments.js';
import { LEFT_TO_RIGHT_MARK, plain, RIGHT_TO_LEFT_MARK, type Spelling } from './spelling.js';

/** A cluster with a spelling of its own. */
export interface ToldCluster extends Cluster {
  readonly told: Spelling;
}

export function isTold(cluster: Cluster): cluster is ToldCluster {
  return 'told' in cluster;
}

export function told(cluster: Cluster, spelling: Spelling): ToldCluster {
  const { text, glyphs, advance, kashida } = cluster;
  return { text, glyphs, advance, ...(kashida === undefined ? {} : { kashida }), told: spelling };
}

/**
 * What stands between an empty code and the drawn one behind it, in sizes: poppler sorts by place, and of two codes at the same place,
 * beside another column, now the one comes first and now the other.
 */
export const HAIR = 0.001;

/** A code that draws nothing, `advance` font units wide. */
export function silent(text: string, advance = 0): ToldCluster {
  return { text: '', glyphs: [], advance, told: plain(text) };
}

/**
 * A run of one such code, of the face and size of another. To MuPDF it is of the direction of its first character; poppler counts all, and
 * takes a page for one that runs from left to right if it has more such characters.
 */
export function markAt(run: GlyphRun, x: number): GlyphRun {
  const text = `${LEFT_TO_RIGHT_MARK}${RIGHT_TO_LEFT_MARK}${RIGHT_TO_LEFT_MARK}`;
  return { ...run, x, rtl: false, clusters: [silent(text)], advances: [0] };
}

/** The same of the other direction, which poppler counts too. */
export function turnAt(run: GlyphRun, x: number): GlyphRun {
  return { ...run, x, rtl: false, clusters: [silent(RIGHT_TO_LEFT_MARK)], advances: [0] };
}

/**
 * Marks and spaces behind right-to-left words take their direction in MuPDF, and in pdfium brackets are turned round there: so the first
 * code behind them says that text runs from left to right again.
 */
export function backToLeft(run: GlyphRun): GlyphRun {
  const first = run.clusters[0];
  if (first === undefined || isTold(first) || kindOf(first.text) === 'L') return run;
  return { ...run, clusters: run.clusters.with(0, told(first, plain(LEFT_TO_RIGHT_MARK + first.text))) };
}
