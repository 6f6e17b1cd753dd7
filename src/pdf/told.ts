/** Clusters whose codes say something else than their text: what is told to readers instead, and what stands for it without a glyph. */

import type { Cluster, GlyphRun } from '../frame/frame.js';
import { LEFT_TO_RIGHT_MARK, plain, type Spelling } from './spelling.js';

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

/** A code that draws nothing and takes no room. */
export function silent(text: string): ToldCluster {
  return { text: '', glyphs: [], advance: 0, told: plain(text) };
}

/** A run of one such code where another run stands, of the same face and size. */
export function markAt(run: GlyphRun, x: number, text = LEFT_TO_RIGHT_MARK): GlyphRun {
  return { ...run, x, rtl: false, clusters: [silent(text)], advances: [0] };
}
