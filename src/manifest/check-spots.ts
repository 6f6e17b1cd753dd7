/** Checks the spot colours of a layout: their names, their tints, and that one plate has one look. */

import type { Problems } from '../problem/problem.js';
import type { LayoutFile } from './schema-layout.js';
import type { YamlSource } from './source.js';

/** Names that PDF keeps for process inks and for all plates or none (ISO 32000-1 8.6.6.4). */
const RESERVED = new Set(['cyan', 'magenta', 'yellow', 'black', 'all', 'none']);

/** Adds what is wrong to `problems`. */
export function checkSpots(inks: LayoutFile['inks'], source: YamlSource, problems: Problems): void {
  const firsts = new Map<string, string>();
  for (const [name, { spot, tint, cmyk }] of Object.entries(inks)) {
    if (spot === undefined) {
      if (tint === undefined) continue;
      const hint = 'Write the tint into “cmyk”, or name the spot colour with “spot”.';
      problems.error(
        'wrong-value',
        source.keySpan(['inks', name, 'tint']),
        `“tint” of “${name}” has no spot colour`,
        hint,
      );
      continue;
    }
    const span = source.span(['inks', name, 'spot']);
    if (RESERVED.has(spot.toLowerCase())) {
      const message = `“${spot}” cannot be the name of a spot colour`;
      problems.error(
        'wrong-value',
        span,
        message,
        'Call it as its maker does: PANTONE 485 C. Process inks are mixed in “cmyk”.',
      );
      continue;
    }
    const first = firsts.get(spot) ?? name;
    firsts.set(spot, first);
    if (inks[first]!.cmyk.every((part, index) => part === cmyk[index])) continue;
    const line = source.span(['inks', first]).line;
    const message = `“${name}” and “${first}” on line ${line} are the same spot colour with different “cmyk”`;
    problems.error(
      'wrong-value',
      source.span(['inks', name, 'cmyk']),
      message,
      'Write the same in both; “tint” makes one lighter.',
    );
  }
}
