/** Placeholders such as `{page}` in texts that the system fills in: a text and the known names in, problems out. */

import { isLanguage } from '../problem/languages.js';
import { hintFor } from '../problem/nearest.js';
import type { TextPlace } from '../problem/place.js';
import type { Problems } from '../problem/problem.js';

/** What panels may show, and whether a language stands behind it: `{title.ar}`. */
export const PANEL_PLACEHOLDERS: ReadonlySet<string> = new Set([
  'title',
  'number',
  'no',
  'date',
  'page',
  'section',
  'tagline',
  'contacts',
]);

/** Every placeholder of a text must be known, and every brace must belong to one. */
export function checkPlaceholders(
  text: string,
  place: TextPlace,
  known: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const match of text.matchAll(/\{([^{}]*)\}|[{}]/g)) {
    const span = place.at(match.index, match[0].length);
    const [name, lang] = match[1]?.split('.') ?? [];
    if (name === undefined) {
      problems.error(
        'placeholder',
        span,
        `a lone “${match[0]}” stands in this text`,
        `Write {${[...known][0]}}, for example.`,
      );
    } else if (!known.has(name)) {
      problems.error('placeholder', span, `there is no placeholder {${match[1]}}`, hintFor(name, known));
    } else if (lang !== undefined && !isLanguage(lang)) {
      const hint = `Write {${name}.ar} or {${name}.en}.`;
      problems.error('placeholder', span, `“${lang}” in {${match[1]}} is no language code`, hint);
    }
  }
}
