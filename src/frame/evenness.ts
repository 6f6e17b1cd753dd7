/** How evenly lines are spaced, read off the frames: an edition in, counts of loose lines by language out. */

import type { Edition, GlyphRun, Item, Page } from './frame.js';

/** Lines of running text with at least one word space; loose ones by how their word spaces compare with natural ones. */
export interface Evenness {
  readonly lang: string;
  readonly lines: number;
  /** Lines whose word spaces are over two and three times their natural width. */
  readonly over2: number;
  readonly over3: number;
}

const RUNNING = new Set(['paragraph', 'list-item']);
const SPACE = /^[ \u00a0]$/;

/** Counts by the language of most of each line, most lines first. */
export function measureEvenness(edition: Edition): Evenness[] {
  const counts = new Map<string, { lines: number; over2: number; over3: number }>();
  for (const page of edition.pages) {
    for (const { runs, ratio } of spacedLines(page)) {
      const { lang } = runs.reduce((best, run) => (run.clusters.length > best.clusters.length ? run : best));
      const count = counts.get(lang) ?? { lines: 0, over2: 0, over3: 0 };
      counts.set(lang, count);
      count.lines += 1;
      if (ratio > 2) count.over2 += 1;
      if (ratio > 3) count.over3 += 1;
    }
  }
  return [...counts].map(([lang, count]) => ({ lang, ...count })).sort((a, b) => b.lines - a.lines);
}

/** Lines of running text with a word space: their runs, and the width of their word spaces over the natural one. */
export function* spacedLines(
  page: Page,
): Iterable<{ readonly runs: readonly GlyphRun[]; readonly ratio: number }> {
  for (const runs of linesOf(page.items)) {
    const ratio = spaceRatio(runs);
    if (ratio !== undefined) yield { runs, ratio };
  }
}

/** Runs on one baseline of a group of running text make a line. */
function* linesOf(items: readonly Item[]): Iterable<readonly GlyphRun[]> {
  for (const item of items) {
    if (item.kind !== 'group') continue;
    if (item.role !== undefined && RUNNING.has(item.role)) {
      const lines = new Map<number, GlyphRun[]>();
      for (const run of item.items) {
        if (run.kind !== 'glyphs') continue;
        const line = lines.get(run.y) ?? [];
        line.push(run);
        lines.set(run.y, line);
      }
      yield* lines.values();
    } else yield* linesOf(item.items);
  }
}

/** Width of a line's word spaces as set over their natural width; undefined without any. */
function spaceRatio(line: readonly GlyphRun[]): number | undefined {
  let set = 0;
  let natural = 0;
  for (const { clusters, advances, face, size } of line) {
    for (const [index, { text, advance }] of clusters.entries()) {
      if (!SPACE.test(text)) continue;
      set += advances[index]!;
      natural += (advance / face.unitsPerEm) * size;
    }
  }
  return natural > 0 ? set / natural : undefined;
}
