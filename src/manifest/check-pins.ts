/** Checks the pins of an issue: the stories they name, and pages that are in the issue and in the story's part of the plan. */

import { unresolved } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import type { IssueFile } from './schema-issue.js';
import type { YamlSource } from './source.js';
import type { StoryList } from './story-sources.js';

/** Adds what is wrong to `problems`. */
export function checkPins(
  { pins = {}, plan, pages, front }: IssueFile,
  source: YamlSource,
  { entries }: StoryList,
  problems: Problems,
): void {
  for (const [story, { page }] of Object.entries(pins)) {
    if (!entries.has(story)) {
      unresolved('story', story, entries.keys(), source.keySpan(['pins', story]), problems);
      continue;
    }
    if (page === undefined) continue;
    const report = (message: string, hint: string): void =>
      problems.error('pins', source.span(['pins', story, 'page']), message, hint);
    const planned = plan?.find(entry => entry.stories.includes(story))?.pages;
    const others = plan?.find(entry => page >= entry.pages.first && page <= entry.pages.last);
    if (page === 1 && front !== undefined)
      report('page 1 is the front page', 'Pin the story to a page after it.');
    else if (pages !== undefined && page > pages)
      report(
        `page ${page} is past the last page, ${pages}`,
        `Change “pages” on line ${source.span(['pages']).line}, or this pin.`,
      );
    else if (planned !== undefined && (page < planned.first || page > planned.last)) {
      const range =
        planned.first === planned.last ? `page ${planned.first}` : `pages ${planned.first}-${planned.last}`;
      report(
        `the plan has story “${story}” on ${range}, not on page ${page}`,
        'Move the story in the plan, or take “page” out here.',
      );
    } else if (planned === undefined && others !== undefined)
      report(
        `the plan gives page ${page} to other stories: ${others.stories.join(', ')}`,
        `Add “${story}” to their entry, or pin it to a page that no entry has.`,
      );
  }
}
