/** Straight quotation marks and apostrophes: a line in, the edits that give each its language's mark out. */

import type { Edit, Line } from './line-edits.js';
import { type QuotationMarks, quotationMarks, type Typography } from './marks.js';

const APOSTROPHE = '’';
const WORD = /[\p{L}\p{M}\p{N}]/u;
const ARABIC = /\p{Script=Arabic}/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /^\s?$/;
const OPENING = /[([{<«‹“‘„‚¿¡/]/;
const CLOSING = /[)\]}>»›”’.,;:!?…،؛؟۔%/–—-]/;
const DASH = /[–—-]/;

/** English words that begin with an apostrophe, the ’n’ of “rock ’n’ roll”, and decades without their century. */
const ELISION = /^'(?:(?:tis|twas|twere|twill|em|til|bout|n)\b|\d\ds\b)/i;

/** What a mark can be by the characters beside it; inside a word it opens or closes as the marks before it have it. */
type Side = 'opening' | 'closing' | 'inside' | 'alone';

/** A straight mark and the characters beside it, other straight marks looked past. */
interface Sign {
  readonly at: number;
  readonly mark: string;
  readonly before: string;
  readonly after: string;
  readonly side: Side;
}

/** A quotation that is open: the mark it was typed with, how deep it is and in which language. */
interface OpenQuote {
  readonly mark: string;
  readonly level: 0 | 1;
  readonly lang: string;
  readonly marks: QuotationMarks;
}

/**
 * A double mark makes an outer quotation and a single one an inner quotation, but right inside a quotation of the same
 * language the other kind. A quotation closes with the marks it opened with, in whatever language that is. Marks after digits
 * that close nothing are feet and inches and stay straight.
 */
export function quoteEdits(line: Line, wish: Typography['quotes']): Edit[] {
  const open: OpenQuote[] = [];
  const signs = signsOf(line);
  return signs.flatMap((sign, index): Edit[] => {
    const lang = line.langAt(sign.at);
    const marks = quotationMarks(lang, wish);
    if (marks === undefined) return [];
    const text = textFor(sign, signs.slice(index + 1), open, lang, marks, line.text);
    return text === sign.mark ? [] : [{ start: sign.at, end: sign.at + 1, text }];
  });
}

function signsOf({ text, isKept }: Line): Sign[] {
  const signs: Sign[] = [];
  let before = '';
  for (const { 0: mark, index: at } of text.matchAll(/./gsu)) {
    if ((mark !== '"' && mark !== "'") || isKept(at)) {
      before = mark;
      continue;
    }
    const after = /^["']*(.?)/su.exec(text.slice(at))![1]!;
    const side = sideOf(before, after);
    signs.push({ at, mark, before, after, side });
    // What stands right behind this mark has a bracket before it; an apostrophe is looked past.
    if (side === 'opening') before = '(';
    else if (side !== 'inside' || mark === '"') before = ')';
  }
  return signs;
}

function sideOf(before: string, after: string): Side {
  if (SPACE.test(before) || OPENING.test(before)) return SPACE.test(after) ? 'alone' : 'opening';
  const ends = SPACE.test(after) || CLOSING.test(after);
  if (DASH.test(before)) return ends ? 'closing' : 'opening';
  return ends ? 'closing' : 'inside';
}

/** What prints for a sign; `open` changes with it. */
function textFor(
  sign: Sign,
  later: readonly Sign[],
  open: OpenQuote[],
  lang: string,
  marks: QuotationMarks,
  text: string,
): string {
  const { mark, side } = sign;
  const opened = open.findLastIndex(quote => quote.mark === mark);
  if (side === 'alone' || isMeasure(sign, later, opened >= 0)) return mark;
  if (mark === "'" && isApostrophe(sign, later, opened >= 0, lang, text)) return APOSTROPHE;
  if (side === 'opening' || (side === 'inside' && opened < 0)) {
    const around = open.findLast(quote => quote.lang === lang);
    const level = around === undefined ? (mark === '"' ? 0 : 1) : around.level === 0 ? 1 : 0;
    open.push({ mark, level, lang, marks });
    return marks.open[level];
  }
  // A closing mark without an opening one ends a quotation that began in a paragraph before.
  const closed = open[opened] ?? { level: 0, marks };
  if (opened >= 0) open.length = opened;
  return closed.marks.close[closed.level];
}

/** Feet, inches, minutes and seconds: after a digit, where nothing is open, or the next mark of the kind closes what is. */
function isMeasure({ mark, before, after, side }: Sign, later: readonly Sign[], isOpen: boolean): boolean {
  if (!DIGIT.test(before)) return false;
  if (side === 'inside') return DIGIT.test(after);
  return !isOpen || (mark === '"' && later.find(sign => sign.mark === mark)?.side === 'closing');
}

/** A single mark within a word, at its end where none is open, or at its beginning where none closes later. */
function isApostrophe(
  { at, before, after, side }: Sign,
  later: readonly Sign[],
  isOpen: boolean,
  lang: string,
  text: string,
): boolean {
  // Arabic writes no apostrophe, but puts its one-letter words right before a quotation.
  if (side === 'inside')
    return [before, after].every(character => WORD.test(character) && !ARABIC.test(character));
  if (side === 'closing') return !isOpen || text.slice(at - 2, at) === "'n";
  if (lang.startsWith('en') && ELISION.test(text.slice(at))) return true;
  return !later.some(sign => sign.mark === "'" && sign.side === 'closing');
}
