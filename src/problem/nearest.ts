/** Suggestions for mistyped words: a word and the known ones in, the nearest out. */

import { distance } from 'fastest-levenshtein';

/** The known word a mistyped one is nearest to, if it is near at all. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}
