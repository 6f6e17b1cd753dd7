/** Hyphenation by Liang's patterns: a word and its language in, the offsets where it may be divided out. */

import { createRequire } from 'node:module';

/** The patterns' own least lengths before and after a hyphen, raised to what newspapers use. */
const MINIMUM_BEFORE = 2;
const MINIMUM_AFTER = 3;
const MINIMUM_WORD = 5;
const SOFT_HYPHEN = '\u00ad';
/** What begins no part of a Ukrainian word: the apostrophe letter, the soft sign, and й without о after it; it ends the part before. */
const NEVER_FIRST = /^(?:\u02bc|ь|й(?!о))/i;

type HyphenateSync = (text: string) => string;

/** Pattern files of the `hyphen` package by primary language. A language that is not here is not hyphenated. */
const PATTERNS: Readonly<Record<string, string>> = {
  en: 'en-gb',
  'en-us': 'en-us',
  fr: 'fr',
  es: 'es',
  tr: 'tr',
  de: 'de',
  it: 'it',
  pt: 'pt',
  uk: 'uk',
  ku: 'kmr',
  kmr: 'kmr',
};

const require = createRequire(import.meta.url);
const hyphenators = new Map<string, HyphenateSync | undefined>();
const words = new Map<string, readonly number[]>();

function hyphenator(lang: string): HyphenateSync | undefined {
  const tag = lang.toLowerCase();
  const name = PATTERNS[tag] ?? PATTERNS[tag.split('-')[0]!];
  if (name === undefined) return undefined;
  if (!hyphenators.has(name)) {
    const language = require(`hyphen/${name}`) as { hyphenateSync: HyphenateSync };
    hyphenators.set(name, language.hyphenateSync);
  }
  return hyphenators.get(name);
}

/** Offsets within `word` (letters only) where a hyphen may go; empty for languages without patterns. */
export function hyphenationPoints(word: string, lang: string): readonly number[] {
  if (word.length < MINIMUM_WORD) return [];
  const key = `${lang}/${word}`;
  let points = words.get(key);
  if (points === undefined) {
    points = findPoints(word, lang);
    words.set(key, points);
  }
  return points;
}

function findPoints(word: string, lang: string): number[] {
  const hyphenate = hyphenator(lang);
  if (hyphenate === undefined) return [];
  const points = new Set<number>();
  let offset = 0;
  for (const part of hyphenate(smallLetters(word, lang)).split(SOFT_HYPHEN)) {
    offset += part.length;
    const point = NEVER_FIRST.test(word.slice(offset)) ? offset + 1 : offset;
    if (point >= MINIMUM_BEFORE && point <= word.length - MINIMUM_AFTER) points.add(point);
  }
  return [...points];
}

/**
 * The word in small letters of its own language, as long as before. Left to the patterns' package, capitals would
 * become small ones by the machine's language, and İ two characters.
 */
function smallLetters(word: string, lang: string): string {
  const primary = lang.toLowerCase().split('-')[0]!;
  return word.replace(/\p{Lu}/gu, letter => letter.toLocaleLowerCase(primary).slice(0, letter.length));
}
