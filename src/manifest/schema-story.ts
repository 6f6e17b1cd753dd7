/** What an editor may write at the head of a story. */

import { z } from 'zod';
import { focus, id } from './values.js';

/** Importance decides the size of the head. */
export const weight = z.enum(['lead', 'major', 'normal', 'brief']);

export const picture = z.strictObject({
  file: z.string(),
  caption: z.string().optional(),
  credit: z.string().optional(),
  alt: z.string().optional(),
  columns: z.int().min(1).max(8).optional(),
  focus: focus.optional(),
  place: z.enum(['top', 'bottom']).optional(),
});

export const storyHead = z.strictObject({
  lang: z.string().optional(),
  section: z.string().optional(),
  kicker: z.string().optional(),
  headline: z.string(),
  deck: z.string().optional(),
  byline: z.string().optional(),
  dateline: z.string().optional(),
  weight: weight.optional(),
  columns: z.int().min(1).max(8).optional(),
  pictures: z.array(picture).optional(),
});

/** A story written inside issue.yaml: its head and its text in one. */
export const inlineStory = storyHead.extend({ id, text: z.string() });

export type StoryHead = z.output<typeof storyHead>;
export type PictureEntry = z.output<typeof picture>;
export type InlineStory = z.output<typeof inlineStory>;
