/** What is asked of a run of glyphs while it is told: its width, its level, a part of it. */

import type { Cluster, GlyphRun } from '../../frame/frame.js';

/** A run of a line that is read in parts (`parted.ts`): `part` counts them from 0 in the order they are read. */
export interface PartRun extends GlyphRun {
  readonly part?: number;
}

/** What a run takes of its line, in points. */
export function widthOf({ advances }: Pick<GlyphRun, 'advances'>): number {
  return advances.reduce((sum, advance) => sum + advance, 0);
}

/** How far the ascenders of its face stand over a run's baseline, in points. */
export function ascentOf({ face, size }: Pick<GlyphRun, 'face' | 'size'>): number {
  return (face.ascent / face.unitsPerEm) * size;
}

/** Clusters `from` to `to` (exclusive) of a run where they stand. */
export function partOf<Run extends GlyphRun>(run: Run, from: number, to = run.clusters.length): Run {
  const x = run.x + widthOf({ advances: run.advances.slice(0, from) });
  return { ...run, x, clusters: run.clusters.slice(from, to), advances: run.advances.slice(from, to) };
}

/** UAX #9 embedding level of a run. */
export function levelOf({ level, rtl }: GlyphRun): number {
  return level ?? (rtl ? 1 : 0);
}

/** True for the leaders of a tab: drawn, but no text. */
export function fillsTab({ ornament, clusters }: GlyphRun): boolean {
  return ornament === true && clusters.every(({ text }) => text === '');
}

/** True for a space between words, no-break or not. */
export function isWordSpace({ text }: Pick<Cluster, 'text'>): boolean {
  return text === ' ' || text === '\u00a0';
}
