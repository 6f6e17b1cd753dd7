/** Typed hyphens that stand for dashes: a line in, the edits that make dashes of them out. */

import type { Edit, Line } from './line-edits.js';
import { dashOf } from './marks.js';

const EN_DASH = '–';
const EM_DASH = '—';
const NO_BREAK_SPACE = '\u00a0';
/** A word or a sentence on either side, with the marks that close and open it. */
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.,!?؟…%][)\]"'”’»]*$/u;
const WORD_AFTER = /^[([“‘«"']*[\p{L}\p{M}\p{N}]/u;
const DIGIT = /\p{Nd}/u;
const ARABIC_INDIC = /^[٠-٩.,:٫]+$/;
const ARABIC_LETTER = /[\p{Script=Arabic}\p{Script=Syriac}]/u;

/**
 * `--` and a hyphen between spaces become the language's dash, `---` an em dash, a hyphen within a range of numbers an en dash.
 * The space before a dash between spaces becomes one that no line ends at.
 */
export function dashEdits(line: Line): Edit[] {
  return [...line.text.matchAll(/-+/g)].flatMap(({ 0: hyphens, index }) =>
    line.isKept(index) || hyphens.length > 3 ? [] : editsFor(line, index, hyphens.length),
  );
}

function editsFor(line: Line, start: number, length: number): Edit[] {
  const { text } = line;
  const end = start + length;
  const [before = '', after = ''] = [text[start - 1], text[end]];
  const numbers = DIGIT.test(before) && DIGIT.test(after);
  if (length === 1 && isRange(line, start)) return [{ start, end, text: EN_DASH }];
  const spaced = isSpace(before) && isSpace(after) && /\S/.test(text[start - 2] ?? '');
  if (length === 1 && !(spaced && /\S/.test(text[end + 1] ?? ''))) return [];
  const figures = DIGIT.test(text[start - 2] ?? '') && DIGIT.test(text[end + 1] ?? '');
  const dash = length === 3 ? EM_DASH : numbers || (spaced && figures) ? EN_DASH : dashOf(line.langAt(start));
  if (spaced) {
    const glued = before === ' ' ? [{ start: start - 1, end: start, text: NO_BREAK_SPACE }] : [];
    return [...glued, { start, end, text: dash }];
  }
  const between =
    length === 2 && !numbers && WORD_BEFORE.test(text.slice(0, start)) && WORD_AFTER.test(text.slice(end));
  return [{ start, end, text: between ? `${NO_BREAK_SPACE}${dash} ` : dash }];
}

function isSpace(character: string): boolean {
  return character === ' ' || character === NO_BREAK_SPACE;
}

/** Signs round a number that belong to the sentence or are read with the number; Arabic joins its one-letter words to it. */
const LEADING = /^[([{«‹“‘„"'~≈<>±]*[وفبلك]?[€$£¥₺]?/u;
const TRAILING = /(?:s|[ap]m|[ckm]?m|k?g|[%٪‰]|°[CF]?|[€$£¥₺])?[)\]}»›”’"'.,;:!?،؛؟…]*$/u;
/** A whole number, a decimal or a time. */
const NUMBER = /^\p{Nd}{1,4}(?:[.,:٫]\p{Nd}+)?$/u;
/** A group of a telephone number. */
const GROUP = /^[\p{Nd}+()/-]*\p{Nd}[\p{Nd}()/-]*$/u;

/**
 * Whether the hyphen at an offset stands for “to” between two numbers. Where it may be part of a telephone number, a date or a
 * code it stays; and in text from right to left where a dash would exchange the numbers.
 */
function isRange(line: Line, at: number): boolean {
  const { text, isRtlAt } = line;
  const left = /\S*$/.exec(text.slice(0, at))![0];
  const right = /^\S*/.exec(text.slice(at + 1))![0];
  const from = left.replace(LEADING, '').replace(/[%٪‰°]$/u, '');
  const to = right.replace(/^[€$£¥₺]/u, '').replace(TRAILING, '');
  if (!NUMBER.test(from) || !NUMBER.test(to)) return false;
  if (isRtlAt(at) && !ARABIC_INDIC.test(from + to) && !followsArabic(line, at)) return false;
  const wordBefore = /(\S*)\s$/.exec(text.slice(0, at - left.length))?.[1] ?? '';
  const wordAfter = /^\s(\S*)/.exec(text.slice(at + 1 + right.length))?.[1] ?? '';
  if ((left === from && GROUP.test(wordBefore)) || (right === to && GROUP.test(wordAfter))) return false;
  return rises(inEuropeanDigits(from), inEuropeanDigits(to));
}

/** European and Persian digits join at a hyphen (UAX #9, W4) unless the last letter before them is Arabic (W2). */
function followsArabic({ text, isRtlAt }: Line, at: number): boolean {
  for (let index = at; index > 0; index--) {
    const character = text[index - 1]!;
    if (/\p{L}/u.test(character) && isRtlAt(index - 1)) return ARABIC_LETTER.test(character);
  }
  return false;
}

/** Whether two numbers can be the ends of a range: `12-14`, `1914-1918`, `1914-18`, `9:30-11`, not `555-1234` or `2022-03`. */
function rises(from: string, to: string): boolean {
  if (/[.,:]/.test(from + to)) return true;
  if (/^0/.test(from) || /^0/.test(to)) return false;
  if (from.length <= 3 && to.length <= 3) return true;
  if (from.length === 4 && to.length === 4) return Number(from) < Number(to);
  // The second year without its century; up to twelve it may be a month.
  return from.length === 4 && to.length === 2 && Number(to) > 12 && Number(to) > Number(from.slice(2));
}

function inEuropeanDigits(number: string): string {
  return number.replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660));
}
