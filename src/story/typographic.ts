/** Typewriter signs to printer's signs: a paragraph's runs in, the same with quotation marks, dashes and ellipses out. */

import { dashEdits } from './dashes.js';
import { applyEdits, type Edit, type Line, lineOf } from './line-edits.js';
import type { Typography } from './marks.js';
import { quoteEdits } from './quotes.js';
import type { RichText } from './story.js';

/** What typewriter signs there are to change. */
const TYPED = /["'-]|\.{3}/;

/**
 * A paragraph in `lang` as the publication wishes it. A mark may open in one run and close in another, and takes the
 * language of its own. Addresses and text between backticks stay as they are. Places in the file stay right.
 */
export function typographic(text: RichText, lang: string, wish: Typography): RichText {
  const line = lineOf(text, lang);
  if (!TYPED.test(line.text)) return text;
  const edits = [
    ...(wish.quotes === false ? [] : quoteEdits(line, wish.quotes)),
    ...(wish.dashes ? dashEdits(line) : []),
    ...(wish.ellipses ? ellipsisEdits(line) : []),
  ];
  return edits.length === 0
    ? text
    : applyEdits(
        text,
        edits.sort((a, b) => a.start - b.start),
      );
}

/** Three dots, no more and no fewer. */
function ellipsisEdits({ text, isKept }: Line): Edit[] {
  return [...text.matchAll(/(?<!\.)\.{3}(?!\.)/g)].flatMap(({ index }) =>
    isKept(index) ? [] : [{ start: index, end: index + 3, text: '…' }],
  );
}
