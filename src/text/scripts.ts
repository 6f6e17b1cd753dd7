/** Unicode script property of characters, as ISO 15924 codes: a code point in, a code out. */

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Syrc', /\p{Script=Syriac}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Zinh', /\p{Script=Inherited}/u],
];

/** Shared by several scripts: punctuation, digits, spaces. */
export const COMMON = 'Zyyy';
/** Takes the script of what it stands on: combining marks. */
export const INHERITED = 'Zinh';

/** Answers by code point, each looked up once. */
const known: (string | undefined)[] = [];

/** The script of a code point; `Zyyy` for common characters and for scripts outside this table. */
export function scriptOf(codePoint: number): string {
  let script = known[codePoint];
  if (script === undefined) {
    const character = String.fromCodePoint(codePoint);
    // Arabic-Indic digits are "common" in the data, but only fonts for Arabic-script languages carry them.
    script = isArabicDigit(codePoint)
      ? 'Arab'
      : (SCRIPTS.find(([, test]) => test.test(character))?.[0] ?? COMMON);
    known[codePoint] = script;
  }
  return script;
}

function isArabicDigit(codePoint: number): boolean {
  return (codePoint >= 0x660 && codePoint <= 0x66c) || (codePoint >= 0x6f0 && codePoint <= 0x6f9);
}

/** Scripts whose letters join, so that letter space would tear words. */
export function isJoining(script: string): boolean {
  return script === 'Arab' || script === 'Syrc';
}

/** Scripts written from right to left. */
export function isRightToLeft(script: string): boolean {
  return script === 'Arab' || script === 'Hebr' || script === 'Syrc';
}

/** Characters that end a line always (UAX #14 classes BK, CR, LF, NL). */
export function isLineEnd(codePoint: number): boolean {
  return (
    (codePoint >= 0xa && codePoint <= 0xd) ||
    codePoint === 0x85 ||
    codePoint === 0x2028 ||
    codePoint === 0x2029
  );
}

const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\n-\r\x85\u2028\u2029]$/u;
const MARK = /^[\p{M}\u200c\u200d]$/u;
const ignorable: (boolean | undefined)[] = [];
const mark: (boolean | undefined)[] = [];

/** Characters that steer the text and are never drawn: direction marks, isolates, soft hyphens, joiners, line ends. */
export function isIgnorable(codePoint: number): boolean {
  return remember(ignorable, codePoint, IGNORABLE);
}

/** Characters that belong to the letter before them: combining marks and joiners. */
export function isMark(codePoint: number): boolean {
  return remember(mark, codePoint, MARK);
}

function remember(memo: (boolean | undefined)[], codePoint: number, test: RegExp): boolean {
  let answer = memo[codePoint];
  if (answer === undefined) {
    answer = test.test(String.fromCodePoint(codePoint));
    memo[codePoint] = answer;
  }
  return answer;
}
