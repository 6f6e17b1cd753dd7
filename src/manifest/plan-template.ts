/** What a plan means: the template of an entry's pages, and the pages of stories that no entry names. */

import type { Layout, PageTemplate } from './layout.js';
import type { IssueFile, PlanEntry } from './schema-issue.js';
import type { StorySource } from './story-sources.js';
import { USUAL_TEMPLATE } from './template.js';

export interface EntryTemplate {
  readonly template: PageTemplate;
  /** Where the first picture of the entry stands over the text; undefined where it stands in it. */
  readonly picture: PageTemplate['picture'];
}

/**
 * The template of an entry whose names have been checked. An entry without a section has that of its stories, if all have one. Undefined
 * stands for stories that no entry names.
 */
export function templateOf(
  entry: PlanEntry | undefined,
  layout: Layout,
  stories: readonly StorySource[],
): EntryTemplate {
  const usual = layout.templates.get(USUAL_TEMPLATE)!;
  if (entry === undefined) return { template: usual, picture: undefined };
  const own = new Set(entry.stories.map(id => stories.find(story => story.id === id)?.head.section));
  const section = entry.section ?? (own.size === 1 ? [...own][0] : undefined);
  const bySection = section === undefined ? undefined : layout.sections[section]?.template;
  const template = layout.templates.get(entry.template ?? bySection ?? USUAL_TEMPLATE) ?? usual;
  const across = entry.spread === undefined ? template.picture : entry.spread ? 'spread' : undefined;
  return { template, picture: across };
}

/** Stories that no entry of a plan names, in their order, and the pages for them. */
export interface Unplanned {
  /** Pages before the last entry that are in none. */
  readonly between: readonly number[];
  /** The first page after the last entry. */
  readonly first: number;
  readonly stories: readonly string[];
}

/** They stand on all pages that no entry has; without a plan they are all stories, from the page after the front page. */
export function unplanned(
  { plan = [], front }: Pick<IssueFile, 'plan' | 'front'>,
  stories: Iterable<string>,
): Unplanned {
  const named = new Set(plan.flatMap(entry => entry.stories));
  const begin = front === undefined ? 1 : 2;
  const last = Math.max(begin - 1, ...plan.map(({ pages }) => pages.last));
  const between: number[] = [];
  for (let page = begin; page <= last; page++)
    if (!plan.some(({ pages }) => page >= pages.first && page <= pages.last)) between.push(page);
  return { between, first: last + 1, stories: [...stories].filter(id => !named.has(id)) };
}
