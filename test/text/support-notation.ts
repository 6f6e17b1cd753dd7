/**
 * The notation of the text cases, after UAX #9's examples: capitals stand for Arabic letters, so that what is
 * written from left to right in a case file is what an editor shows. Notation in, real text out, and back.
 */

const ARABIC: Readonly<Record<string, string>> = {
  A: 'ا', B: 'ب', C: 'ع', D: 'د', E: 'ه', F: 'ف', G: 'غ', H: 'ح', I: 'إ', J: 'ج', K: 'ك', L: 'ل', M: 'م',
  N: 'ن', O: 'ة', P: 'پ', Q: 'ق', R: 'ر', S: 'س', T: 'ت', U: 'ى', V: 'ث', W: 'و', X: 'خ', Y: 'ي', Z: 'ز',
}; // biome-ignore format: a table

/** After a backslash: Arabic punctuation and marks, letters of Persian, Urdu and Sorani, and characters that do not show. */
const ESCAPES: Readonly<Record<string, string>> = {
  ',': '\u060c', ';': '\u061b', '?': '\u061f', '%': '\u066a', '.': '\u066b', "'": '\u066c', '!': '\u06d4',
  w: '\u0651', a: '\u064e', i: '\u0650', u: '\u064f', 0: '\u0652', 1: '\u064b', 2: '\u064c', 3: '\u064d',
  '*': '\u0670', '^': '\u0654', t: '\u0640',
  A: 'أ', Q: 'ء', k: 'ک', g: 'گ', c: 'چ', j: 'ژ', y: 'ی', h: 'ہ', H: 'ھ', T: 'ٹ', n: 'ں', B: 'ے',
  e: 'ە', E: 'ێ', o: 'ۆ', R: 'ڕ', L: 'ڵ',
  z: '\u200c', '-': '\u00ad', _: '\u00a0', '/': '\u2028', l: '\u200e', r: '\u200f',
}; // biome-ignore format: a table

/** Subscript figures stand for Arabic-Indic digits, superscript ones for Persian digits. */
const SUBSCRIPT = '₀₁₂₃₄₅₆₇₈₉';
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const toText = new Map<string, string>(Object.entries(ARABIC));
for (const [sign, character] of Object.entries(ESCAPES)) toText.set(`\\${sign}`, character);
for (let digit = 0; digit < 10; digit++) {
  toText.set(SUBSCRIPT[digit]!, String.fromCodePoint(0x660 + digit));
  toText.set(SUPERSCRIPT[digit]!, String.fromCodePoint(0x6f0 + digit));
}
const toNotation = new Map([...toText].map(([sign, character]) => [character, sign]));

/** Real text of a notation. */
export function decode(notation: string): string {
  return notation.replace(/\\.|[^\\]/gu, sign => toText.get(sign) ?? sign);
}

/** Notation of a real text. */
export function encode(text: string): string {
  return [...text].map(character => toNotation.get(character) ?? character).join('');
}
