/** The list of a newspaper's issues: the project in, a line each with number, date and counts out. */

import type { Project } from '../manifest/project.js';
import { issueFile } from '../manifest/schema-issue.js';
import { parseYaml } from '../manifest/source.js';
import { Problems } from '../problem/problem.js';

/** Numbers of the issues that have a folder, ascending. */
export function issueNumbers(project: Project): string[] {
  return project
    .list('issues')
    .filter(name => /^\d+$/.test(name) && project.hasFolder(`issues/${name}`))
    .sort((a, b) => Number(a) - Number(b));
}

/** Issues by number, ascending. One that cannot be read is listed as such. */
export function listIssues(project: Project): string {
  const numbers = issueNumbers(project);
  if (numbers.length === 0) return 'There are no issues yet: begin with issues/1/issue.yaml.\n';
  const width = Math.max(...numbers.map(number => number.length));
  return numbers.map(number => `${number.padStart(width)}  ${describe(project, number)}\n`).join('');
}

function describe(project: Project, number: string): string {
  const file = `issues/${number}/issue.yaml`;
  const text = project.read(file);
  if (text === undefined) return 'has no issue.yaml';
  const source = parseYaml(file, text, 1, new Problems());
  const issue = source.broken ? undefined : issueFile.safeParse(source.value).data;
  if (issue === undefined) return `has problems; \`issue check ${number}\` lists them`;
  const pages = issue.pages === undefined ? '' : `  ${issue.pages} ${issue.pages === 1 ? 'page' : 'pages'}`;
  return `${issue.date}${pages}  ${issue.stories.length} ${issue.stories.length === 1 ? 'story' : 'stories'}`;
}
