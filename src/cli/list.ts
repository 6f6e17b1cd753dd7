/** The list of a project's issues: a line each with number, date and story count. */

import type { Project } from '../manifest/project.js';
import { issueFile } from '../manifest/schema-issue.js';
import { parseYaml } from '../manifest/source.js';
import { Problems } from '../problem/problem.js';

/** Issues by number, ascending. One that cannot be read is listed as such. */
export function listIssues(project: Project): string {
  const numbers = project
    .list('issues')
    .filter(name => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b));
  if (numbers.length === 0) return 'There are no issues yet: make issues/1/issue.yaml.\n';
  return numbers.map(number => `${describe(project, number)}\n`).join('');
}

function describe(project: Project, number: string): string {
  const file = `issues/${number}/issue.yaml`;
  const text = project.read(file);
  const issue = text === undefined ? undefined : issueFile.safeParse(parseYaml(file, text, 1, new Problems()).value).data;
  if (issue === undefined) return `${number.padStart(4)}  has problems: run issue check ${number}`;
  const stories = `${issue.stories.length} ${issue.stories.length === 1 ? 'story' : 'stories'}`;
  return `${number.padStart(4)}  ${issue.date}  ${stories}`;
}
