/** The imprint at the end of a phone edition: its texts in, lines under one another out. */

import { linePieces } from '../flow/line-pieces.js';
import type { Piece } from '../flow/piece.js';
import type { TextSetter } from '../flow/setter.js';
import type { EditionInput } from '../page/edition.js';

/** It is read behind all stories. */
const READ = 1000;

export function imprintPieces(texts: EditionInput['imprint'], setter: TextSetter): Piece[] {
  return texts.flatMap(({ lang, text }, index) => {
    const set = setter.set(text, 'imprint', lang, setter.layout.columnWidth);
    return linePieces(set, READ + index, 'imprint', set.style.leading, { setter });
  });
}
