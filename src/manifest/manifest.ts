/** Reads and checks everything an editor may write: an issue number in, the manifest with all its files out. */

import type { Problems, Span } from '../problem/problem.js';
import type { FontSettings } from '../fonts/library.js';
import { readFonts } from './fonts.js';
import { type Layout, readLayout } from './layout.js';
import type { Project } from './project.js';
import { type IssueFile, issueFile, type PlanEntry } from './schema-issue.js';
import { type PublicationFile, publicationFile } from './schema-publication.js';
import { expectFile, hintForMissing, readYamlFile, unresolved } from './read.js';
import type { YamlSource } from './source.js';
import { readStorySources, type StorySource } from './story-sources.js';

/** An issue as the editor wrote it, checked: every reference in it leads somewhere. */
export interface Manifest {
  readonly publication: PublicationFile;
  readonly issue: IssueFile;
  /** For the places of values in issue.yaml. */
  readonly issueSource: YamlSource;
  /** Folder of the issue, relative to the project. */
  readonly folder: string;
  readonly layout: Layout;
  readonly fonts: FontSettings;
  /** In the order of issue.yaml. */
  readonly stories: readonly StorySource[];
}

const PUBLICATION = 'issues/publication.yaml';

/** The manifest of one issue, or undefined if anything was wrong (then `problems` says what). */
export function readManifest(project: Project, number: string, problems: Problems): Manifest | undefined {
  const folder = `issues/${number}`;
  const publication = readYamlFile(project, PUBLICATION, publicationFile, problems);
  const issue = readYamlFile(project, `${folder}/issue.yaml`, issueFile, problems);
  const fonts = readFonts(project, problems);
  if (publication === undefined || issue === undefined || fonts === undefined) {
    if (issue !== undefined) readStorySources(project, folder, issue.value, issue.source, problems);
    return undefined;
  }
  checkPublication(project, publication.value, publication.source, problems);
  const layoutName = issue.value.layout ?? publication.value.layout;
  const layoutSpan =
    issue.value.layout === undefined ? publication.source.span(['layout']) : issue.source.span(['layout']);
  const layout = readLayout(project, layoutName, layoutSpan, fonts, problems);
  const stories = readStorySources(project, folder, issue.value, issue.source, problems);
  checkIssue(project, folder, issue.value, issue.source, publication.value, stories, problems);
  if (problems.hasErrors || layout === undefined) return undefined;
  return {
    publication: publication.value,
    issue: issue.value,
    issueSource: issue.source,
    folder,
    layout,
    fonts,
    stories,
  };
}

function checkPublication(
  project: Project,
  publication: PublicationFile,
  source: YamlSource,
  problems: Problems,
): void {
  for (const [index, lang] of publication.languages.entries()) {
    for (const key of ['title', 'digits', 'words'] as const) {
      if (publication[key][lang] !== undefined) continue;
      problems.error(
        'missing-key',
        source.span([key]),
        `“${key}” has no entry for “${lang}”`,
        `“${lang}” is in “languages” on line ${source.span(['languages', index]).line}; add it here or take it out there.`,
      );
    }
  }
  const { profile } = publication.print;
  if (!project.exists(profile)) {
    problems.error(
      'missing-file',
      source.span(['print', 'profile']),
      `there is no press profile ${profile}`,
      hintForMissing(project, profile),
    );
  }
}

function checkIssue(
  project: Project,
  folder: string,
  issue: IssueFile,
  source: YamlSource,
  publication: PublicationFile,
  stories: readonly StorySource[],
  problems: Problems,
): void {
  const ids = new Set(stories.map(story => story.id));
  const expectStory = (id: string, path: readonly (string | number)[]): void => {
    if (!ids.has(id)) unresolved('story', id, ids, source.span(path), problems);
  };
  const expectSection = (name: string | undefined, span: Span): void => {
    const sections = Object.keys(publication.sections ?? {});
    if (name !== undefined && !sections.includes(name)) unresolved('section', name, sections, span, problems);
  };
  if (folder !== `issues/${issue.number}`) {
    problems.error(
      'wrong-value',
      source.span(['number']),
      `the issue's number is ${issue.number}, but its folder is ${folder}`,
      'Rename the folder or mend the number.',
    );
  }
  for (const story of stories) expectSection(story.head.section, story.source.span([...story.path, 'section']));
  for (const [index, entry] of (issue.plan ?? []).entries()) {
    expectSection(entry.section, source.span(['plan', index, 'section']));
    for (const [at, id] of entry.stories.entries()) expectStory(id, ['plan', index, 'stories', at]);
  }
  const { front } = issue;
  if (front !== undefined) {
    expectStory(front.main.story, ['front', 'main', 'story']);
    if (front.second !== undefined) expectStory(front.second.story, ['front', 'second', 'story']);
    expectFile(project, `${folder}/pictures/${front.picture.file}`, source.span(['front', 'picture', 'file']), problems);
    for (const [index, teaser] of (front.teasers ?? []).entries()) {
      expectStory(teaser.story, ['front', 'teasers', index, 'story']);
      if (teaser.picture === undefined) continue;
      expectFile(
        project,
        `${folder}/pictures/${teaser.picture}`,
        source.span(['front', 'teasers', index, 'picture']),
        problems,
      );
    }
  }
  checkPlan(issue, source, stories, problems);
}

/** Plan entries must not share pages or stories, and every story must have a place. */
function checkPlan(
  issue: IssueFile,
  source: YamlSource,
  stories: readonly StorySource[],
  problems: Problems,
): void {
  if (issue.plan === undefined) return;
  const placed = new Map<string, number>();
  let previous: PlanEntry | undefined;
  for (const [index, entry] of issue.plan.entries()) {
    const least = previous?.pages.last ?? (issue.front === undefined ? 0 : 1);
    const span = source.span(['plan', index, 'pages']);
    if (entry.pages.first <= least) {
      const taken = previous === undefined ? 'page 1 is the front page' : `pages up to ${least} are taken`;
      problems.error('plan', span, `${taken}, but this entry begins on page ${entry.pages.first}`, 'List the plan in page order.');
    }
    if (issue.pages !== undefined && entry.pages.last > issue.pages) {
      problems.error('plan', span, `page ${entry.pages.last} is past the issue's ${issue.pages} pages`);
    }
    for (const [at, id] of entry.stories.entries()) {
      const before = placed.get(id);
      if (before !== undefined) {
        const where = source.span(['plan', index, 'stories', at]);
        problems.error('duplicate', where, `story “${id}” is already in the plan on line ${before}`, 'Take one out.');
      }
      placed.set(id, source.span(['plan', index, 'stories', at]).line);
    }
    previous = entry;
  }
  for (const story of stories) {
    if (placed.has(story.id)) continue;
    problems.error('plan', story.entry, `story “${story.id}” has no page in the plan`, 'Add it to an entry of “plan”.');
  }
}
