/** What an editor may write in issues/publication.yaml: everything that all issues of a paper share. */

import { z } from 'zod';
import { id, textByLanguage } from './values.js';

/** Texts that the system writes, by language; `{page}` and `{number}` are filled in. */
const words = z.strictObject({
  page: z.string(),
  continued: z.string(),
  from: z.string(),
  number: z.string(),
  sources: z.string(),
  months: z.array(z.string()).length(12),
});

export const publicationFile = z.strictObject({
  title: textByLanguage,
  languages: z.array(z.string()).min(1),
  binding: z.enum(['left', 'right']),
  digits: z.record(z.string(), z.enum(['european', 'arabic-indic', 'persian'])),
  layout: id,
  taglines: z.record(z.string(), z.array(z.string())).optional(),
  contacts: z.array(z.string()).optional(),
  words: z.record(z.string(), words),
  sections: z.record(id, textByLanguage).optional(),
  print: z.strictObject({
    profile: z.string(),
    condition: z.string(),
    identifier: z.string(),
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
export type SystemWords = z.output<typeof words>;
