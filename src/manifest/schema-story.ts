/** What an editor may write at the head of a story. */

import { z } from 'zod';
import { focus, id, language, text } from './values.js';

/** Importance decides the size of the head. */
export const weight = z.enum(['lead', 'major', 'normal', 'brief']);

export const picture = z.strictObject({
  file: text,
  caption: text.optional(),
  credit: text.optional(),
  alt: text.optional(),
  columns: z.int().min(1).max(8).optional(),
  focus: focus.optional(),
  place: z.enum(['top', 'bottom']).optional(),
});

const GROUP =
  'Write “file: a.jpg” for one picture, or “group: [a.jpg, b.jpg]” for several under one caption.';

/** One picture, or two or three side by side; another one in their place on phones. */
const figure = picture
  .extend({ file: text.optional(), group: z.array(text).min(2).max(3).optional(), phone: text.optional() })
  .superRefine(({ file, group }, context) => {
    if ((file === undefined) !== (group === undefined)) return;
    const message = file === undefined ? 'names no picture' : 'has both “file” and “group”';
    context.addIssue({ code: 'custom', message, params: { hint: GROUP } });
  });

export const storyHead = z.strictObject({
  lang: language.optional(),
  section: text.optional(),
  kicker: text.optional(),
  headline: text,
  deck: text.optional(),
  byline: text.optional(),
  dateline: text.optional(),
  weight: weight.optional(),
  /** A story of many small items, each under a subhead of its own. */
  kind: z.enum(['letters', 'classified']).optional(),
  /** Draw the headline's Arabic words out until its lines meet the measure. */
  fit: z.boolean().optional(),
  /** How the first paragraph begins. */
  opening: z.enum(['initial', 'words', 'none']).optional(),
  columns: z.int().min(1).max(8).optional(),
  pictures: z.array(figure).optional(),
});

/** A story written inside issue.yaml: its head and its text in one. */
export const inlineStory = storyHead.extend({ id, text: z.string() });

export type StoryHead = z.output<typeof storyHead>;
export type InlineStory = z.output<typeof inlineStory>;
