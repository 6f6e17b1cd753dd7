/** Value types that several schemas share: texts, lengths, colours, ids, languages. Each says in words what it expects. */

import { z } from 'zod';
import { isLanguage, isScript, languageMeant, scriptMeant } from '../problem/languages.js';
import { nearestOf } from '../problem/nearest.js';

/** What a check has against a value: the rest of a sentence that begins with the key, and what to do. */
interface Objection {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly code?: string;
}

/** A text that passes a check; `expected` says what it should be. */
function textThat(expected: string, check: (value: string) => Objection | undefined): z.ZodString {
  return z
    .string()
    .superRefine((value, context) => {
      const objection = check(value);
      if (objection === undefined) return;
      const { message, hint, code } = objection;
      context.addIssue({ code: 'custom', message, params: { hint, code } });
    })
    .describe(expected);
}

const EMPTY: Objection = { message: 'is empty', hint: 'Write a text, or take the line out.', code: 'empty' };

/** A text with something in it. */
export const text = textThat('a text', value => (value.trim() === '' ? EMPTY : undefined));

const POINTS_PER: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72, pc: 12 };

const LENGTH = /^(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in|pc)$/;

const LENGTH_WORDS = 'a length such as 12mm or 9.5pt';

function lengthFrom(least: number, words: string) {
  return z
    .union([z.string(), z.number()])
    .transform((value, context) => {
      const points = value === 0 ? 0 : pointsOf(String(value));
      if (points !== undefined && points >= least) return points;
      const hint = points === undefined ? lengthHint(value) : undefined;
      const message = `must be ${points === undefined ? LENGTH_WORDS : words}, not “${value}”`;
      context.addIssue({ code: 'custom', message, params: { hint } });
      return z.NEVER;
    })
    .describe(LENGTH_WORDS);
}

function pointsOf(value: string): number | undefined {
  const match = LENGTH.exec(value.trim());
  return match === null ? undefined : Number(match[1]) * POINTS_PER[match[2]!]!;
}

function lengthHint(value: string | number): string {
  if (Number.isFinite(Number(value))) return `Add the unit: ${value}mm or ${value}pt.`;
  if (/^\d+,\d+/.test(String(value))) return 'Write the decimal with a point.';
  return 'The units are mm, cm, in, pc and pt.';
}

/** A length such as `12mm`, `9.5pt`, `11in`; becomes points. Plain 0 needs no unit. */
export const length = lengthFrom(Number.NEGATIVE_INFINITY, LENGTH_WORDS);

/** A length that is not negative. */
export const distance = lengthFrom(0, 'zero or more');

/** The smallest length that something may have: a hundredth of a point. */
const LEAST = 0.01;

/** A length above zero. */
export const extent = lengthFrom(LEAST, 'more than zero');

const BYTES_PER: Readonly<Record<string, number>> = { kb: 1000, mb: 1_000_000 };

/** What a size of a file is in bytes, `16MB` or `900 kB`; undefined for what is none. */
export function bytesOf(size: string): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(kB|MB)$/i.exec(size.trim()) ?? [];
  const bytes = Math.round(Number(number) * (BYTES_PER[unit?.toLowerCase() ?? ''] ?? 0));
  return bytes > 0 ? bytes : undefined;
}

export const SIZE_WORDS = 'a size such as 16MB or 900kB';

/** A size of a file above zero, in bytes. */
export const byteSize = textThat(SIZE_WORDS, value =>
  bytesOf(value) === undefined
    ? { message: `must be ${SIZE_WORDS}, not “${value}”`, hint: 'Write a number above zero and kB or MB.' }
    : undefined,
).transform(value => bytesOf(value)!);

const HEX = /^[0-9a-fA-F]{6}$/;

/** A colour for screens, `#rrggbb`; becomes three numbers from 0 to 255. */
export const screenColour = textThat('a colour such as "#b5121b"', value => {
  if (value.startsWith('#') && HEX.test(value.slice(1))) return undefined;
  const hint = HEX.test(value)
    ? `Write "#${value}", with quotes.`
    : 'Write six digits of 0-9 and a-f after the #.';
  return { message: `must be a colour such as "#b5121b", not “${value}”`, hint };
}).transform(
  hex => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number],
);

/** A language code. */
export const language = textThat('a language code such as ar or en', value => {
  if (isLanguage(value)) return undefined;
  const meant = languageMeant(value);
  const hint =
    meant === undefined ? 'Codes have two or three small letters: ar, en, fr, ku.' : `Write “${meant}”.`;
  return { message: `must be a language code such as ar or en, not “${value}”`, hint };
});

/** A script code. */
export const script = textThat('a script code such as Arab or Latn', value => {
  if (isScript(value)) return undefined;
  const meant = scriptMeant(value);
  return {
    message: `must be a script code such as Arab or Latn, not “${value}”`,
    hint:
      meant === undefined
        ? 'Codes have four letters, the first a capital: Arab, Latn, Cyrl.'
        : `Write “${meant}”.`,
  };
});

/** A script code, or one word that stands for all. */
export function scriptOr(word: string, orLanguage: boolean): z.ZodString {
  const expected = `“${word}”, a script such as Arab${orLanguage ? ', or a language such as ar' : ''}`;
  return textThat(expected, value => {
    if (value === word || isScript(value) || (orLanguage && isLanguage(value))) return undefined;
    const meant =
      scriptMeant(value) ??
      nearestOf(value, [word, 'Arab', 'Latn']) ??
      (orLanguage ? languageMeant(value) : undefined);
    return {
      message: `must be ${expected}, not “${value}”`,
      hint: meant === undefined ? undefined : `Write “${meant}”.`,
    };
  });
}

/** Four marks for quotations: opening and closing, and the same for a quotation inside one. */
export const quotationMarks = textThat('four quotation marks such as "«»‹›"', value => {
  if (/^[^\p{L}\p{N}\s]{4}$/u.test(value)) return undefined;
  const hint =
    'Write the opening and the closing mark, then those of a quotation inside, without spaces: "“”‘’".';
  return { message: `must be four quotation marks such as "«»‹›", not “${value}”`, hint };
});

/** Text in several languages by BCP 47 tag. */
export const textByLanguage = z.record(language, text).describe('a text for each language');

/** Ids of stories, sections and the like: they become parts of file names and links. */
export const id = textThat('an id', value => {
  if (/^[a-z0-9][a-z0-9-]*$/.test(value)) return undefined;
  const bare = value.replace(/^.*\//, '').replace(/\.(?:md|ya?ml)$/i, '');
  const slug = bare
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const hint =
    slug === ''
      ? 'Choose a name such as water-2.'
      : bare === slug
        ? `Write “${slug}”.`
        : `Write “${slug}”, and use that name everywhere.`;
  return { message: `must be an id of small Latin letters, digits and hyphens, not “${value}”`, hint };
});

/** A point of a picture that must stay in view, as fractions of its width and height. */
export const focus = z
  .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
  .describe('two numbers from 0 to 1');
