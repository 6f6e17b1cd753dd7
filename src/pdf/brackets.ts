/** The runs of a right-to-left line from left to right in, the same runs with brackets round Latin phrases as parts of those phrases out. */

import type { Cluster, GlyphRun } from '../frame/frame.js';
import { mirrorOf, segmentsOf } from './segments.js';
import { LEFT_TO_RIGHT_MARK, plain } from './spelling.js';
import { levelOf, told, widthOf } from './told.js';

/**
 * A pair of brackets round words that run from left to right looks the same whichever direction it is of. Told as text of that
 * direction it stays with the words where they stand apart (`islands.ts`).
 */
export function withBracketedPhrases(line: readonly GlyphRun[]): GlyphRun[] {
  const runs = [...line];
  for (let from = 1; from < runs.length; from++) {
    let to = from;
    while (to < runs.length && levelOf(runs[to]!) >= 2) to++;
    if (to > from && to < runs.length && isPhrase(runs.slice(from, to))) {
      const parts = bracketed(runs[from - 1]!, runs[to]!);
      if (parts !== undefined) {
        runs.splice(to, 1, ...parts.right);
        runs.splice(from - 1, 1, ...parts.left);
        to += parts.left.length;
      }
    }
    from = Math.max(from, to);
  }
  return runs;
}

function isPhrase(runs: readonly GlyphRun[]): boolean {
  const kinds = segmentsOf(runs.flatMap(({ clusters }) => clusters.map(({ text }) => text)).join(''));
  return kinds.length > 1 && kinds.includes('L');
}

/** The runs at both sides cut into what is left of them and the brackets, if these are a pair with spaces or nothing beyond. */
function bracketed(
  left: GlyphRun,
  right: GlyphRun,
): { readonly left: GlyphRun[]; readonly right: GlyphRun[] } | undefined {
  if (!left.rtl || !right.rtl) return undefined;
  const [closing, opening] = [left.clusters.at(-1)!, right.clusters[0]!];
  const beyond = [left.clusters.at(-2), right.clusters[1]];
  if (mirrorOf(opening.text) !== closing.text) return undefined;
  if (beyond.some(cluster => cluster !== undefined && !/^\s/.test(cluster.text))) return undefined;
  const lastAt = left.clusters.length - 1;
  const begins = told({ ...closing, text: opening.text }, plain(opening.text));
  const ends = told(
    { ...opening, text: closing.text },
    { ...plain(closing.text), after: [LEFT_TO_RIGHT_MARK] },
  );
  return {
    left: [part(left, 0, lastAt), part(left, lastAt, lastAt + 1, begins)].filter(isShown),
    right: [part(right, 0, 1, ends), part(right, 1)].filter(isShown),
  };
}

function isShown({ clusters }: GlyphRun): boolean {
  return clusters.length > 0;
}

/** Clusters `from` to `to` of a run where they stand; a bracket in their place runs from left to right. */
function part(run: GlyphRun, from: number, to?: number, bracket?: Cluster): GlyphRun {
  const x = run.x + widthOf({ ...run, advances: run.advances.slice(0, from) });
  const advances = run.advances.slice(from, to);
  if (bracket !== undefined) return { ...run, x, rtl: false, level: 2, clusters: [bracket], advances };
  return { ...run, x, clusters: run.clusters.slice(from, to), advances };
}
