/** What an editor may write in issues/publication.yaml: everything that all issues of a paper share. */

import { z } from 'zod';
import { extent, id, language, quotationMarks, text, textByLanguage } from './values.js';

/** Texts that the system writes, by language; `{page}` and `{number}` are filled in. */
const words = z.strictObject({
  page: text,
  continued: text,
  from: text,
  number: text,
  sources: text,
  months: z.array(text).length(12),
});

/** Which typewriter signs of stories the press replaces: straight quotation marks, hyphens for dashes, three dots. */
const typography = z.strictObject({
  quotes: z
    .union([z.boolean(), z.record(language, quotationMarks)])
    .default(false)
    .describe('true, false, or the marks of a language such as { ar: "«»‹›" }'),
  dashes: z.boolean().default(false),
  ellipses: z.boolean().default(false),
});

const mark = z.enum(['crop', 'registration', 'colours', 'slug']);

/** How the printer wants the pages, and on what they are printed. */
const pressSheets = {
  /** Each page alone, or two that face each other on one. */
  pages: z.enum(['single', 'spreads']).default('single'),
  marks: z
    .union([z.boolean(), z.array(mark)])
    .default(false)
    .transform((wanted): readonly z.output<typeof mark>[] =>
      typeof wanted === 'boolean' ? (wanted ? mark.options : []) : wanted,
    )
    .describe('true, false, or some of crop, registration, colours, slug'),
  paper: z
    .strictObject({
      name: text.optional(),
      /** Grams a square metre. */
      weight: z.number().min(20).max(400).optional(),
      /** Of one sheet. */
      thickness: extent.optional(),
    })
    .prefault({}),
};

export const publicationFile = z.strictObject({
  title: textByLanguage,
  languages: z.array(language).min(1),
  binding: z.enum(['left', 'right']),
  digits: z.record(language, z.enum(['european', 'arabic-indic', 'persian'])),
  layout: id,
  taglines: z.record(language, z.array(text)).optional(),
  contacts: z.array(text).optional(),
  typography: typography.prefault({}),
  words: z.record(language, words),
  sections: z.record(id, textByLanguage).optional(),
  print: z.strictObject({
    ...pressSheets,
    profile: text,
    condition: text,
    identifier: text,
    inkLimit: z.number().min(100).max(400),
    resolution: z.number().min(72).max(600).default(200),
  }),
  share: z
    .strictObject({
      resolution: z.number().min(36).max(300).default(110),
      quality: z.int().min(20).max(95).default(62),
    })
    .prefault({}),
});

export type PublicationFile = z.output<typeof publicationFile>;
