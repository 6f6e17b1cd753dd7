/** Suggestions for mistyped words: a word and the known ones in, the nearest out. */

import { distance } from 'fastest-levenshtein';
import type { Problems, Span } from './problem.js';

/** The known word a mistyped one is nearest to, if it is near at all. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = farthest(word) + 1;
  for (const candidate of known) {
    const steps = stepsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least && steps < candidate.length) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** Letters to change; a word cut short or drawn out at its end is two away at most. */
function stepsBetween(word: string, candidate: string): number {
  const steps = distance(word, candidate);
  const shorter = Math.min(word.length, candidate.length);
  const cut = shorter >= 4 && (candidate.startsWith(word) || word.startsWith(candidate));
  return cut ? Math.min(steps, 2) : steps;
}

/** How many letters may be wrong: swapped neighbours count as two, and short words are near to one another anyway. */
function farthest(word: string): number {
  return word.length <= 2 ? 0 : word.length === 3 ? 1 : Math.max(2, Math.floor(word.length / 3));
}

/** The most names that a hint lists. */
const LISTED = 12;

/** “Did you mean …?”, or else what there is to choose from. */
export function hintFor(word: string, known: Iterable<string>): string {
  const names = [...known];
  const nearest = nearestOf(word, names);
  if (nearest !== undefined) return `Did you mean “${nearest}”?`;
  if (names.length === 0) return 'There are none yet.';
  const rest = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return `Known: ${names.slice(0, LISTED).join(', ')}${rest}.`;
}

/** Names a reference that leads nowhere. */
export function unresolved(
  what: string,
  name: string,
  known: Iterable<string>,
  span: Span,
  problems: Problems,
): void {
  problems.error('unresolved', span, `there is no ${what} “${name}”`, hintFor(name, known));
}
