/** Checks the widths that stories ask for against the columns of the page. */

import type { Problems } from '../problem/problem.js';
import type { YamlPath } from './source.js';
import type { StorySource } from './story-sources.js';

/** Warns of stories and pictures that want more columns than a page has: they get all there are. */
export function checkStoryColumns(stories: readonly StorySource[], most: number, problems: Problems): void {
  for (const { head, source, path } of stories) {
    const check = (columns: number | undefined, at: YamlPath): void => {
      if (columns === undefined || columns <= most) return;
      const message = `${columns} columns are asked for, but the page has ${most}`;
      problems.warning(
        'columns',
        source.span([...path, ...at]),
        message,
        `Write ${most}, or take the line out.`,
      );
    };
    check(head.columns, ['columns']);
    for (const [index, picture] of (head.pictures ?? []).entries()) {
      check(picture.columns, ['pictures', index, 'columns']);
    }
  }
}
