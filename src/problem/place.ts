/** Places in texts: offsets of a text in, lines and columns of the editor's file out. */

import type { Span } from './problem.js';

/** Where a text begins, and where any of its characters stands, however the file folds, indents or escapes it. */
export interface TextPlace extends Span {
  /** The place of the character at an offset of the text; `length` is how many characters are meant. */
  readonly at: (offset: number, length?: number) => Span;
}

/** Turns offsets of `text` into places of `file`; the text's first line is line `firstLine` of the file. */
export function placesIn(file: string, text: string, firstLine: number): (from: number, to: number) => Span {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (from, to) => {
    let low = 0;
    for (let high = starts.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= from) low = middle;
      else high = middle - 1;
    }
    const next = starts[low + 1];
    const end = Math.min(to, next === undefined ? text.length : next - 1);
    return { file, line: firstLine + low, column: from - starts[low]! + 1, length: Math.max(1, end - from) };
  };
}

/** The place of a text that stands in its file as it is, from a given span on. */
export function placeFrom(origin: Span, text: string): TextPlace {
  const places = placesIn(origin.file, text, origin.line);
  const at = (offset: number, length = 1): Span => {
    const span = places(offset, offset + length);
    return span.line === origin.line ? { ...span, column: span.column + origin.column - 1 } : span;
  };
  return { ...origin, at };
}
