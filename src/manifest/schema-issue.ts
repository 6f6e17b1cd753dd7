/** What an editor may write in issues/<number>/issue.yaml. */

import { z } from 'zod';
import { inlineStory, picture } from './schema-story.js';
import { id, textByLanguage } from './values.js';

const frontBlock = z.strictObject({
  story: id,
  kicker: z.string().optional(),
  headline: z.string().optional(),
  deck: z.string().optional(),
});

const teaser = z.strictObject({
  story: id,
  headline: z.string().optional(),
  picture: z.string().optional(),
});

export const front = z.strictObject({
  picture: picture,
  main: frontBlock,
  second: frontBlock.optional(),
  teasers: z.array(teaser).max(6).optional(),
});

const PAGES = /^(\d+)(?:\s*-\s*(\d+))?$/;

/** Pages of a plan entry: `4` or `4-5`. */
const pageRange = z.union([z.int().min(1), z.string()]).transform((value, context) => {
  const match = PAGES.exec(String(value));
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match === null || first < 1 || last < first) {
    context.addIssue({ code: 'custom', message: `“${value}” are no pages; write 4 or 4-5` });
    return z.NEVER;
  }
  return { first, last };
});

const planEntry = z.strictObject({
  pages: pageRange,
  section: z.string().optional(),
  stories: z.array(id).min(1),
});

export const issueFile = z.strictObject({
  number: z.int().min(1),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the date as "2022-03-01"'),
  layout: id.optional(),
  pages: z.int().min(1).max(128).optional(),
  front: front.optional(),
  stories: z.array(z.union([id, inlineStory])).min(1),
  plan: z.array(planEntry).optional(),
  imprint: textByLanguage.optional(),
});

export type IssueFile = z.output<typeof issueFile>;
export type FrontEntry = z.output<typeof front>;
export type PlanEntry = z.output<typeof planEntry>;
