/** Checks what an issue says of itself: its number, and that every story, section and picture it names is there. */

import { unresolved } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import { checkPins } from './check-pins.js';
import { checkPlan } from './check-plan.js';
import { checkTemplates } from './check-templates.js';
import type { Layout } from './layout.js';
import type { Project } from './project.js';
import { expectPicture } from './read.js';
import type { IssueFile } from './schema-issue.js';
import type { PublicationFile } from './schema-publication.js';
import type { YamlPath, YamlSource } from './source.js';
import type { StoryList, StorySource } from './story-sources.js';

interface Check {
  readonly project: Project;
  /** Folder of the issue, relative to the project. */
  readonly folder: string;
  readonly issue: IssueFile;
  readonly source: YamlSource;
  /** Undefined if publication.yaml is wrong; then sections are not checked. */
  readonly publication: PublicationFile | undefined;
  /** Undefined if the layout is wrong; then nothing that it holds is checked. */
  readonly layout: Layout | undefined;
  readonly stories: StoryList;
  readonly problems: Problems;
}

/** Adds what is wrong to `problems`. */
export function checkIssue(check: Check): void {
  const { folder, issue, source, stories, problems } = check;
  if (folder !== `issues/${issue.number}`) {
    problems.error(
      'wrong-value',
      source.span(['number']),
      `the issue’s number is ${issue.number}, but its folder is ${folder}`,
      'Rename the folder or mend the number.',
    );
  }
  for (const [index, entry] of (issue.plan ?? []).entries()) {
    expectSection(entry.section, source, ['plan', index, 'section'], check);
    for (const [at, id] of entry.stories.entries()) expectStory(id, ['plan', index, 'stories', at], check);
  }
  checkFront(check);
  checkPlan(issue, source, stories, problems);
  checkTemplates(check);
  checkPins(issue, source, stories, problems);
}

/** Sections that story heads name. */
export function checkStoryHeads(
  stories: readonly StorySource[],
  publication: PublicationFile | undefined,
  problems: Problems,
): void {
  for (const story of stories) {
    expectSection(story.head.section, story.source, [...story.path, 'section'], { publication, problems });
  }
}

function expectStory(id: string, path: YamlPath, { source, stories, problems }: Check): void {
  if (!stories.entries.has(id)) unresolved('story', id, stories.entries.keys(), source.span(path), problems);
}

function expectSection(
  name: string | undefined,
  source: YamlSource,
  path: YamlPath,
  { publication, problems }: Pick<Check, 'publication' | 'problems'>,
): void {
  if (name === undefined || publication === undefined) return;
  const sections = Object.keys(publication.sections ?? {});
  if (!sections.includes(name)) unresolved('section', name, sections, source.span(path), problems);
}

function checkFront(check: Check): void {
  const { project, folder, issue, source, problems } = check;
  const { front } = issue;
  if (front === undefined) return;
  const pictures = `${folder}/pictures`;
  expectStory(front.main.story, ['front', 'main', 'story'], check);
  if (front.second !== undefined) expectStory(front.second.story, ['front', 'second', 'story'], check);
  for (const [index, { stories, sections }] of (front.inside ?? []).entries()) {
    const path = ['front', 'inside', index];
    for (const [at, id] of (stories ?? []).entries()) expectStory(id, [...path, 'stories', at], check);
    for (const [at, name] of (sections ?? []).entries())
      expectSection(name, source, [...path, 'sections', at], check);
  }
  expectPicture(project, pictures, front.picture.file, source.span(['front', 'picture', 'file']), problems);
  for (const [index, teaser] of (front.teasers ?? []).entries()) {
    const path = ['front', 'teasers', index];
    expectStory(teaser.story, [...path, 'story'], check);
    if (teaser.picture === undefined) continue;
    expectPicture(project, pictures, teaser.picture, source.span([...path, 'picture']), problems);
  }
}
