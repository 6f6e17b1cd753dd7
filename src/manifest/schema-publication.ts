/** What an editor may write in issues/publication.yaml: everything that all issues of a paper share. */

import { z } from 'zod';
import { preflightFile } from './schema-preflight.js';
import { byteSize, extent, id, language, quotationMarks, text, textByLanguage } from './values.js';

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

/** A slogan, a small box or an advertisement of the house: it closes a gap that stories leave. */
const filler = z.strictObject({
  title: textByLanguage,
  text: textByLanguage.optional(),
  /** In issues/pictures/, and what stands for it where it is not seen. */
  picture: text.optional(),
  alt: textByLanguage.optional(),
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
/** Percents of ink. */
const percent = z.number().min(0).max(100);

/** What the printer asks for. */
const print = z.strictObject({
  ...pressSheets,
  /** How the file is made up: PDF/X-4 (ISO 15930-7), or PDF/X-1a:2003 (ISO 15930-4) for older presses. */
  standard: z.enum(['x-4', 'x-1a']).default('x-4'),
  /** The press's ICC profile, with the condition it stands for in words and by its name in a registry, or `Custom`. */
  profile: text,
  condition: text,
  identifier: text,
  intent: z.enum(['perceptual', 'relative']).default('perceptual'),
  /** Most ink in one place, percent. */
  inkLimit: z.number().min(100).max(400),
  /** Lightest and darkest dot of photographs, percent. */
  range: z.tuple([percent, percent]).default([3, 90]),
  /** Most pixels of photographs in an inch. */
  resolution: z.number().min(72).max(600).default(200),
  /** How much photographs are sharpened, and the lines in an inch of the screen that is to make up for. */
  sharpen: z.number().min(0).max(2).default(0),
  ruling: z.number().min(50).max(300).default(100),
  /** The inks of areas in solid black. */
  solidBlack: z.tuple([percent, percent, percent, percent]).default([0, 0, 0, 100]),
  preflight: preflightFile.prefault({}),
});

/** The edition for screens of phones. */
const phone = z.strictObject({
  /** A file in layouts/; what it leaves out, or all where there is none, is derived from the paper's own layout. */
  layout: id.optional(),
  /** With every build, not only where it is asked for. */
  always: z.boolean().default(false),
  /** Pixels of a picture as wide as the page. */
  pixels: z.int().min(360).max(2160).default(1080),
});

export const publicationFile = z.strictObject({
  title: textByLanguage,
  languages: z.array(language).min(1),
  binding: z.enum(['left', 'right']),
  digits: z.record(language, z.enum(['european', 'arabic-indic', 'persian'])),
  layout: id,
  taglines: z.record(language, z.array(text)).optional(),
  contacts: z.array(text).optional(),
  typography: typography.prefault({}),
  /** Ways to go on that the search for full pages keeps after each page: more may find fuller pages, and take longer. */
  search: z.int().min(1).max(500).default(10),
  words: z.record(language, words),
  sections: z.record(id, textByLanguage).optional(),
  fillers: z.array(filler).optional(),
  print,
  phone: phone.prefault({}),
  share: z
    .strictObject({
      resolution: z.number().min(36).max(300).default(110),
      quality: z.int().min(20).max(95).default(62),
      /** Most bytes of the reader PDF; its pictures are made smaller until it fits. */
      maxSize: byteSize.optional(),
      /** Every page as a picture to be posted, not the first alone. */
      pictures: z.boolean().default(false),
    })
    .prefault({}),
});

export type PublicationFile = z.output<typeof publicationFile>;
