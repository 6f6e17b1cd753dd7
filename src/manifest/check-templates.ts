/** Checks what an issue asks of its layout: templates of pages, pictures across the fold, the masthead. */

import { nearestOf, unresolved } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import type { Layout } from './layout.js';
import { templateOf } from './plan-template.js';
import type { IssueFile, PlanEntry } from './schema-issue.js';
import type { YamlSource } from './source.js';
import type { StoryList } from './story-sources.js';

interface Check {
  readonly issue: IssueFile;
  readonly source: YamlSource;
  readonly layout: Layout | undefined;
  readonly stories: StoryList;
  readonly problems: Problems;
}

/** Adds what is wrong to `problems`. Without a layout nothing is checked. */
export function checkTemplates(check: Check): void {
  const { issue, source, layout, problems } = check;
  if (layout === undefined) return;
  const masthead = issue.front?.masthead;
  const { mastheads } = layout.front;
  if (masthead !== undefined && mastheads[masthead] === undefined) {
    const span = source.span(['front', 'masthead']);
    unresolved('masthead', masthead, Object.keys(mastheads), span, problems);
  }
  for (const [index, entry] of (issue.plan ?? []).entries()) {
    const { template } = entry;
    if (template !== undefined && !layout.templates.has(template)) {
      const span = source.span(['plan', index, 'template']);
      unresolved('template', template, layout.templates.keys(), span, problems);
    } else checkPicture(entry, index, layout, check);
  }
}

/** A picture over the text needs a picture, and one across the fold two pages that face each other. */
function checkPicture(entry: PlanEntry, index: number, layout: Layout, check: Check): void {
  const { source, stories, problems } = check;
  const { template, picture } = templateOf(entry, layout, stories.sources);
  if (picture === undefined) return;
  const [first] = entry.stories;
  const story = stories.sources.find(({ id }) => id === first);
  const [opener] = story?.head.pictures ?? [];
  if (story !== undefined && (opener === undefined || opener.group !== undefined)) {
    const why = opener === undefined ? 'has no picture' : 'begins with a group of pictures';
    const span = source.span(['plan', index, 'stories', 0]);
    const message = `${picture === 'spread' ? 'a picture across two pages' : `the template “${template.name}”`} is asked for, but story “${first}” ${why}`;
    problems.error(
      'plan',
      span,
      message,
      'Begin the entry with a story whose first entry of “pictures” is one “file”.',
    );
  }
  if (picture !== 'spread') return;
  const { pages } = entry;
  if (pages.last === pages.first + 1 && pages.first % 2 === 0) return;
  const even = Math.max(2, pages.first - (pages.first % 2));
  problems.error(
    'plan',
    source.span(['plan', index, 'pages']),
    pages.last === pages.first + 1
      ? `pages ${pages.first} and ${pages.last} do not face each other, so no picture can run across both`
      : 'a picture runs across two pages, and this entry has another number of them',
    `Facing pages begin with an even number: ${even}-${even + 1}, for example.`,
  );
}

/** Warns of sections in the layout that only nearly have the name of one of the publication's; it may hold others. */
export function checkSections(
  { sections: own, source }: Pick<Layout, 'sections' | 'source'>,
  sections: readonly string[],
  problems: Problems,
): void {
  for (const name of Object.keys(own)) {
    const near = sections.includes(name) ? undefined : nearestOf(name, sections);
    if (near === undefined) continue;
    problems.warning(
      'unresolved',
      source.keySpan(['sections', name]),
      `the publication has no section “${name}”`,
      `Did you mean “${near}”?`,
    );
  }
}
