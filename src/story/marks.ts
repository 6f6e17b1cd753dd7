/** Quotation marks and dashes by language: a language code in, what newspapers in that language set out. */

import type { PublicationFile } from '../manifest/schema-publication.js';

/** What the publication asks for. */
export type Typography = PublicationFile['typography'];

/** Opening and closing marks of a quotation, and of a quotation inside it. A mark brings the space that stands inside it. */
export interface QuotationMarks {
  readonly open: readonly [outer: string, inner: string];
  readonly close: readonly [outer: string, inner: string];
}

/**
 * Outer and inner marks, opening before closing. They are those of CLDR 48 (`delimiters`) but where a remark says what the
 * press sets instead. A language that is not here keeps its straight marks.
 */
const QUOTES: Readonly<Record<string, string>> = {
  // CLDR has ”…“ for Arabic; newspapers set guillemets, which mirror and so cannot be taken for closing ones.
  ar: '«»‹›',
  // Sorani papers follow the Arabic and Persian press; CLDR has “…”.
  ckb: '«»‹›',
  da: '“”‘’',
  de: '„“‚‘',
  // Swiss papers set guillemets in German too; CLDR has „…“.
  'de-CH': '«»‹›',
  el: '«»“”',
  en: '“”‘’',
  es: '“”‘’',
  fa: '«»‹›',
  // CLDR repeats the guillemets inside; newspapers set “…” there, so that both ends are seen.
  fr: '«»“”',
  'fr-CH': '«»‹›',
  it: '«»“”',
  // CLDR knows Kurmanji as `ku`; written in Arabic letters it is set like Sorani.
  kmr: '“”‘’',
  ku: '“”‘’',
  'ku-Arab': '«»‹›',
  nb: '«»‘’',
  // CLDR has ‘…’ at both depths.
  nl: '‘’“”',
  pl: '„”«»',
  pt: '“”‘’',
  'pt-PT': '«»“”',
  ro: '„”«»',
  ru: '«»„“',
  sv: '””’’',
  tr: '“”‘’',
  uk: '«»„“',
  ur: '”“’‘',
};

/** Languages whose newspapers set an em dash between words; all others take the en dash. Both stand between spaces. */
const EM_DASH: ReadonlySet<string> = new Set(['en-US', 'es', 'ru', 'uk']);

/** Inside the guillemets of French; Swiss papers set none. */
const NARROW_SPACE = '\u202f';

/** The marks of a language, the publication's own before the table's; undefined where neither has it. */
export function quotationMarks(lang: string, wish: Typography['quotes']): QuotationMarks | undefined {
  const own = typeof wish === 'object' ? entryFor(lang, wish) : undefined;
  const marks = own ?? entryFor(lang, QUOTES);
  if (marks === undefined) return undefined;
  const spaced = /^fr\b(?!-CH)/.test(lang);
  const [open, close, innerOpen, innerClose] = [...marks].map(mark =>
    spaced ? mark.replace(/[«‹]/, `$&${NARROW_SPACE}`).replace(/[»›]/, `${NARROW_SPACE}$&`) : mark,
  ) as [string, string, string, string];
  return { open: [open, innerOpen], close: [close, innerClose] };
}

/** The dash between words. */
export function dashOf(lang: string): string {
  return [...tags(lang)].some(tag => EM_DASH.has(tag)) ? '—' : '–';
}

function entryFor(lang: string, table: Readonly<Record<string, string>>): string | undefined {
  for (const tag of tags(lang)) if (table[tag] !== undefined) return table[tag];
  return undefined;
}

/** A tag and what it is part of, the narrowest first: `ku-Arab-IQ`, `ku-Arab`, `ku`. */
function* tags(lang: string): Iterable<string> {
  for (let tag = lang; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) yield tag;
}
