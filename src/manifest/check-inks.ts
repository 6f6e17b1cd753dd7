/** Checks the flat colours of a layout against the most ink that the press takes. */

import type { Problems } from '../problem/problem.js';
import type { Layout } from './layout.js';

/** Names each ink of the layout that is too much, at its line. `limit` is in percent. A spot colour is one ink, whatever stands for it. */
export function checkFlatInks({ inks, source }: Layout, limit: number, problems: Problems): void {
  for (const [name, { cmyk, spot }] of inks) {
    const total = Math.round(cmyk.reduce((sum, part) => sum + part * 100, 0));
    if (spot !== undefined || total <= limit) continue;
    problems.error(
      'ink-flat',
      source.span(['inks', name, 'cmyk']),
      `“${name}” prints ${total} % of ink, and the press takes ${limit} %`,
      'Take less of cyan, magenta and yellow; black may replace what they have in common.',
    );
  }
}
