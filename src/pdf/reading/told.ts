/** Clusters whose codes say something else than their text: what is told to readers instead, and what stands for it without a glyph. */

import type { Cluster, GlyphRun } from '../../frame/frame.js';
import { LEFT_TO_RIGHT_MARK, plain, RIGHT_TO_LEFT_MARK, type Spelling } from './spelling.js';

/** A run of a line that is read in parts (`parted.ts`): `part` counts them from 0 in the order they are read. */
export interface PartRun extends GlyphRun {
  readonly part?: number;
}

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

/** What a run takes of its line, in points. */
export function widthOf({ advances }: Pick<GlyphRun, 'advances'>): number {
  return advances.reduce((sum, advance) => sum + advance, 0);
}

/** True for the leaders of a tab: drawn, but no text. */
export function fillsTab({ ornament, clusters }: GlyphRun): boolean {
  return ornament === true && clusters.every(({ text }) => text === '');
}

/** UAX #9 embedding level of a run. */
export function levelOf({ level, rtl }: GlyphRun): number {
  return level ?? (rtl ? 1 : 0);
}
