/** Says where small capitals were asked for and the font has none: a shaped paragraph in, a warning at its place out. */

import type { Problems } from '../problem/problem.js';
import type { ShapedParagraph } from '../text/shape.js';

/** The letters that a feature replaces. */
const LETTERS: Readonly<Record<string, RegExp>> = { smcp: /\p{Ll}/u, c2sc: /\p{Lu}/u };
/** The longest stretch that a message quotes whole. */
const LONGEST = 24;

/** Once a paragraph, at its first letter that is set as it is; nothing is made up by shrinking capitals. */
export function reportSmallCapitals({ paragraph, items }: ShapedParagraph, problems: Problems): void {
  for (const { start, end, format, face } of items) {
    const words = paragraph.text.slice(start, end);
    for (const feature of format.features) {
      const letters = LETTERS[feature];
      if (letters === undefined || face.features.has(feature)) continue;
      const at = words.search(letters);
      if (at < 0) continue;
      const font = `${face.family}${face.italic ? ' italic' : ''}`;
      const text = words.trim().length > LONGEST ? `${words.trim().slice(0, LONGEST - 1)}…` : words.trim();
      problems.warning(
        'no-small-capitals',
        paragraph.locate(start + at),
        `${font} has no small capitals, so “${text}” is set as it is`,
        'Take the markup out, set it upright, or use a font that has them.',
      );
      return;
    }
  }
}
