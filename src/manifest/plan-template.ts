/** Which template the pages of a plan entry have: what the entry says, or its section, or else the usual one. */

import type { Layout, PageTemplate } from './layout.js';
import type { PlanEntry } from './schema-issue.js';
import type { StorySource } from './story-sources.js';
import { USUAL_TEMPLATE } from './template.js';

export interface EntryTemplate {
  readonly template: PageTemplate;
  /** Where the first picture of the entry stands over the text; undefined where it stands in it. */
  readonly picture: PageTemplate['picture'];
}

/**
 * The template of an entry whose names have been checked. An entry without a section has that of its stories, if all have one. Undefined
 * is an issue without a plan.
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
