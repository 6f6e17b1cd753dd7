/** What an editor may write in issues/<number>/issue.yaml. */

import { z } from 'zod';
import { inlineStory, picture } from './schema-story.js';
import { focus, id, language, text, textByLanguage } from './values.js';

const frontBlock = z.strictObject({
  story: id,
  kicker: text.optional(),
  headline: text.optional(),
  deck: text.optional(),
});

const teaser = z.strictObject({
  story: id,
  headline: text.optional(),
  picture: text.optional(),
  /** What of the picture must be seen, where the story's own focus is not meant. */
  focus: focus.optional(),
});

const DATE_WORDS = 'a date such as 2022-03-01';

const date = z
  .string()
  .superRefine((value, context) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
    const time = new Date(`${value}T00:00:00Z`).getTime();
    // JavaScript takes the 31st of February for the 3rd of March.
    if (year !== undefined && Number.isFinite(time) && new Date(time).toISOString().startsWith(value)) return;
    const hint =
      year === undefined
        ? 'Write year-month-day, all in digits.'
        : `There is no day ${day} in month ${month} of ${year}.`;
    context.addIssue({ code: 'custom', message: `must be ${DATE_WORDS}, not “${value}”`, params: { hint } });
  })
  .describe(DATE_WORDS);

/** A box with headlines and pages; without stories and sections, of all stories in its language. */
const inside = z.strictObject({
  lang: language,
  title: text,
  stories: z.array(id).min(1).optional(),
  sections: z.array(text).min(1).optional(),
});

export const front = z.strictObject({
  /** One of the layout's other mastheads. */
  masthead: text.optional(),
  /** It fills the room that the heads leave. */
  picture: picture.omit({ columns: true, place: true }),
  main: frontBlock,
  second: frontBlock.optional(),
  teasers: z.array(teaser).max(6).optional(),
  inside: z.array(inside).max(2).optional(),
});

const PAGES = /^(\d+)(?:\s*[-–]\s*(\d+))?$/;

const PAGES_WORDS = 'a page or a range of pages, such as 4 or 4-5';

/** Pages of a plan entry: `4` or `4-5`. */
const pageRange = z
  .union([z.number(), z.string()])
  .transform((value, context) => {
    const match = PAGES.exec(String(value));
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (match === null || first < 1 || last < first) {
      const hint = last < first ? `Write the smaller number first: ${last}-${first}.` : undefined;
      context.addIssue({
        code: 'custom',
        message: `must be ${PAGES_WORDS}, not “${value}”`,
        params: { hint },
      });
      return z.NEVER;
    }
    return { first, last };
  })
  .describe(PAGES_WORDS);

const planEntry = z.strictObject({
  pages: pageRange,
  section: text.optional(),
  /** One of the layout's page templates. */
  template: text.optional(),
  /** The first picture runs across the entry's two facing pages. */
  spread: z.boolean().optional(),
  stories: z.array(id).min(1),
});

/** Where one story is to stand; what is left out, the press decides. */
const pin = z.strictObject({
  /** The page its head stands on. */
  page: z.int().min(1).optional(),
  place: z.enum(['top', 'bottom']).optional(),
  columns: z.int().min(1).max(8).optional(),
  /** Size of its headline, over that of its style. */
  head: z.number().min(0.5).max(2).optional(),
});

const storyEntry = z
  .union([id, inlineStory])
  .describe('the id of a story, or a story with its own id, headline and text');

export const issueFile = z.strictObject({
  number: z.int().min(1),
  date,
  layout: id.optional(),
  pages: z.int().min(1).max(128).optional(),
  front: front.optional(),
  stories: z.array(storyEntry).min(1),
  plan: z.array(planEntry).optional(),
  /** By the ids of stories. */
  pins: z.record(z.string(), pin).optional(),
  imprint: textByLanguage.optional(),
});

export type IssueFile = z.output<typeof issueFile>;
export type TeaserFile = z.output<typeof teaser>;
export type PlanEntry = z.output<typeof planEntry>;
export type Pin = z.output<typeof pin>;
