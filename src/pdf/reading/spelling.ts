/**
 * A cluster's characters and its run's direction in, what PDF readers are told for its codes out.
 *
 * ISO 32000-1 9.10.3 maps each code to characters, but says nothing of direction; readers take the codes of a line from
 * left to right, reverse right-to-left parts by rules of their own, and differ in marks, spaces and numbers. What stands here was
 * measured with pdfium, pdf.js 5.6, poppler 22.12 and MuPDF 1.28.
 */

import type { Cluster } from '../../frame/frame.js';
import { classOf, kindOf, mirrorOf } from './segments.js';

/** Characters for one drawn code and for empty codes without width to its left and right, all in visual order. */
export interface Spelling {
  readonly before: readonly string[];
  readonly text: string;
  readonly after: readonly string[];
  /** True if empty codes come first, which readers do not see a gap before. */
  readonly startsEmpty: boolean;
}

/**
 * What stands for a glyph that the text does not contain: the hyphen of a word cut at a line's end. poppler's output and the
 * searches of pdfium and pdf.js join the word at a hyphen; at U+00AD, which ISO 32000-1 14.8.2.2.3 suggests, only pdfium's does.
 */
const ADDED_HYPHEN = '-';
/** The same in a right-to-left run: a letter's lengthening. */
const JOINER = '\u200d';

/**
 * A hyphen of the text that a line ends with: at U+002D readers would leave it out and join what it parts. A search finds the
 * whole word as it is written at neither.
 */
export const LINE_END_HYPHEN = '\u2010';

export const RIGHT_TO_LEFT_MARK = '\u200f';
export const LEFT_TO_RIGHT_MARK = '\u200e';

/** The mark to the right of a cluster: MuPDF drops a code that begins with the same character as the last one said at that place. */
const AFTER = `${RIGHT_TO_LEFT_MARK}\u2060`;

/**
 * pdfium turns brackets round unless what it reads before them runs from left to right; behind U+2060 the mark has no say in MuPDF.
 */
const TURNED = `\u2060${LEFT_TO_RIGHT_MARK}`;

/** pdfium turns these round as it does brackets, although they have no counterpart (Bidi_Mirrored=No). */
const QUOTES = new Set('\u2018\u2019\u201c\u201d');

/**
 * A space that counts as a letter. pdf.js, MuPDF and poppler find spaces by gaps: they look for one only behind a mark that
 * stands to its right, and overlook a narrow one. With U+200F in front of it the space's code is read as text.
 */
export const LETTER_SPACE: Spelling = plain(`${RIGHT_TO_LEFT_MARK} `);

/** Readers that find spaces by gaps overlook those under a tenth of the size, some already above it; in thousandths of the size. */
const NARROW = 150;
/** pdf.js takes a space wider than 600 for the gutter between two columns. */
const WIDE = 550;

/** True if a space inside a right-to-left run has to count as a letter, of an advance in thousandths of the size. */
export function countsAsLetter(advance: number): boolean {
  return advance < NARROW || advance > WIDE;
}

/**
 * Bidi classes CS, ES and ET: readers take such a mark for part of a number and pull the next space to its other side.
 * pdf.js drops codes whose text ends in U+200F, so the one to the right is a code of its own.
 */
export function isSeparator(text: string): boolean {
  return ['CS', 'ES', 'ET'].includes(classOf(text)) && !/\s/.test(text);
}

export function plain(text: string): Spelling {
  return { before: [], text, after: [], startsEmpty: false };
}

/**
 * How a cluster is told to readers; its text is in logical order. One without width or text is a forced line end or an isolate
 * of the paragraph: no hyphen, and no joiner, which would change the letter before it where the text is pasted.
 */
export function spell({ text, advance }: Pick<Cluster, 'text' | 'advance'>, rtl: boolean): Spelling {
  if (text === '' && advance === 0) return plain(rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK);
  if (text === '') return plain(rtl ? JOINER : ADDED_HYPHEN);
  if (!rtl) return plain(text);
  if (mirrorOf(text) !== undefined || QUOTES.has(text)) return turnedRound(text);
  if (isSeparator(text))
    return classOf(text) === 'CS'
      ? { ...plain(text), before: [RIGHT_TO_LEFT_MARK], after: [AFTER] }
      : { ...plain(RIGHT_TO_LEFT_MARK + text), after: [AFTER] };
  if (kindOf(text) === 'N' && text !== ' ') return { ...plain(text), before: [RIGHT_TO_LEFT_MARK] };
  return text.length === 1 ? plain(text) : spellLetters([...text].reverse());
}

/**
 * True for marks that pdfium takes to pieces in right-to-left text, an ellipsis or a fraction. Told as if it turned them round they stay
 * whole; but where poppler reads from left to right it then ends a line there.
 */
export function isCompatibility(text: string): boolean {
  return kindOf(text) === 'N' && !/\s/.test(text) && text.normalize('NFKC') !== text;
}

export function turnedRound(text: string): Spelling {
  return { ...plain(text), before: [RIGHT_TO_LEFT_MARK], after: [TURNED] };
}

/**
 * The same for the last cluster of a right-to-left run, counted from the left: a number or Latin word may stand to its right, and
 * poppler would take spaces and brackets along to that word's other side.
 */
export function spellLast(cluster: Pick<Cluster, 'text' | 'advance'>): Spelling {
  const { text } = cluster;
  if (text === ' ') return plain(text + RIGHT_TO_LEFT_MARK);
  const spelling = spell(cluster, true);
  return /[\p{L}\p{M}]/u.test(text)
    ? spelling
    : { ...spelling, after: [...spelling.after.filter(mark => mark !== AFTER), AFTER] };
}

/**
 * Letters and marks in visual order: pdf.js gives no width to a code with a mark in its text, so marks, and letters of
 * a ligature that stand before them, get empty codes.
 */
function spellLetters(visual: readonly string[]): Spelling {
  const lastMark = visual.findLastIndex(character => /\p{Mn}/u.test(character));
  const before =
    visual
      .slice(0, lastMark + 1)
      .join('')
      .match(/\p{Mn}+|\P{Mn}+/gu) ?? [];
  const text = visual.slice(lastMark + 1).join('');
  // Marks alone (on a tatweel that the text does not contain, or on nothing) stay on the code that draws them.
  if (text === '') return plain(before.join(''));
  return { before, text, after: [], startsEmpty: before.length > 0 };
}
