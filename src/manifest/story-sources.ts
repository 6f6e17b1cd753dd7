/** Finds the text of every story of an issue: the story list in, heads checked and bodies located out. */

import type { TextPlace } from '../problem/place.js';
import type { Problems, Span } from '../problem/problem.js';
import { splitStory } from './front-matter.js';
import type { Project } from './project.js';
import { expectPicture, reportMissing } from './read.js';
import type { IssueFile, Pin } from './schema-issue.js';
import { type InlineStory, inlineStory, type StoryHead, storyHead } from './schema-story.js';
import { parseYaml, type YamlPath, type YamlSource } from './source.js';
import { validate } from './validate.js';
import { id as idSchema } from './values.js';

/** One story before its Markdown is read. */
export interface StorySource {
  readonly id: string;
  readonly head: StoryHead;
  /** The file the head stands in, and the path of the head there. */
  readonly source: YamlSource;
  readonly path: YamlPath;
  /** The Markdown of the body and where it begins. */
  readonly text: string;
  readonly textStart: TextPlace;
  /** Where issue.yaml names the story. */
  readonly entry: Span;
  /** Folder of its pictures, relative to the project. */
  readonly pictures: string;
  /** Where issue.yaml wants it to stand, if it says so. */
  readonly pin: Pin | undefined;
}

/** The stories of an issue. */
export interface StoryList {
  /** Where issue.yaml names each story, by id; those that could not be read too. */
  readonly entries: ReadonlyMap<string, Span>;
  /** Those that could be read, in the order of issue.yaml. */
  readonly sources: readonly StorySource[];
}

type Entry = string | InlineStory;

/** All stories that could be read; what is wrong with the others is in `problems`. Of a faulty issue.yaml what can be used. */
export function readStoryList(
  project: Project,
  folder: string,
  issue: IssueFile | undefined,
  source: YamlSource,
  problems: Problems,
): StoryList {
  const entries = new Map<string, Span>();
  const sources: StorySource[] = [];
  for (const [index, entry] of (issue?.stories ?? usableEntries(project, folder, source)).entries()) {
    if (entry === undefined) continue;
    const path = ['stories', index];
    const span = source.span(typeof entry === 'string' ? path : [...path, 'id']);
    const id = typeof entry === 'string' ? entry : entry.id;
    const before = entries.get(id);
    if (before !== undefined) {
      const message = `story “${id}” is already listed on line ${before.line}`;
      problems.error('duplicate', span, message, 'Take one of the two out.');
      continue;
    }
    entries.set(id, span);
    // What a file with syntax errors seems to say is no reason to miss a file.
    if (source.broken && typeof entry === 'string' && !project.exists(storyFile(folder, id))) continue;
    const story =
      typeof entry === 'string'
        ? readStoryFile(project, folder, id, span, problems)
        : { id, head: entry, source, path, text: entry.text, textStart: source.textStart([...path, 'text']) };
    if (story === undefined) continue;
    sources.push({ ...story, entry: span, pictures: `${folder}/pictures`, pin: issue?.pins?.[id] });
  }
  for (const story of sources) checkStory(project, story, problems);
  if (issue !== undefined) reportUnlisted(project, folder, entries, problems);
  else
    for (const id of likelyIds(project, folder, source))
      if (!entries.has(id)) entries.set(id, source.keySpan(['stories']));
  return { entries, sources };
}

/** Entries of the story list that are right by themselves, in a file that is not. */
function usableEntries(project: Project, folder: string, source: YamlSource): (Entry | undefined)[] {
  const list = (source.value as { stories?: unknown } | null | undefined)?.stories;
  if (!Array.isArray(list)) return source.broken ? storyFiles(project, folder) : [];
  return list.map((entry: unknown) => idSchema.safeParse(entry).data ?? inlineStory.safeParse(entry).data);
}

/** Stories that a faulty issue.yaml may mean, so that references to them are no problem. */
function likelyIds(project: Project, folder: string, source: YamlSource): string[] {
  const list = (source.value as { stories?: unknown } | null | undefined)?.stories;
  const own = (Array.isArray(list) ? list : []).map((entry: { id?: unknown } | null) => entry?.id);
  return [...own.filter(id => typeof id === 'string'), ...storyFiles(project, folder)];
}

/** Ids of the story files in the folder. */
function storyFiles(project: Project, folder: string): string[] {
  return project.list(`${folder}/stories`).flatMap(name => /^([^.].*)\.md$/.exec(name)?.[1] ?? []);
}

function storyFile(folder: string, id: string): string {
  return `${folder}/stories/${id}.md`;
}

function readStoryFile(
  project: Project,
  folder: string,
  id: string,
  entry: Span,
  problems: Problems,
): Omit<StorySource, 'entry' | 'pictures' | 'pin'> | undefined {
  const file = storyFile(folder, id);
  const text = project.read(file);
  if (text === undefined) {
    reportMissing(project, file, `there is no file ${file}`, entry, problems, '.md');
    return undefined;
  }
  const parts = splitStory(file, text, problems);
  if (parts === undefined) return undefined;
  const source = parseYaml(file, parts.head, parts.headLine, problems);
  // Of a story with a faulty head the text is checked all the same.
  const head = validate(source, storyHead, problems) ?? { headline: '' };
  return { id, head, source, path: [], text: parts.text, textStart: parts.textStart };
}

function checkStory(project: Project, story: StorySource, problems: Problems): void {
  const { head, source, path } = story;
  for (const [at, picture] of (head.pictures ?? []).entries()) {
    for (const [index, name] of (picture.group ?? [picture.file ?? '']).entries()) {
      const key = picture.group === undefined ? ['file'] : ['group', index];
      expectPicture(project, story.pictures, name, source.span([...path, 'pictures', at, ...key]), problems);
    }
    const { phone } = picture;
    const span = source.span([...path, 'pictures', at, 'phone']);
    if (phone !== undefined) expectPicture(project, story.pictures, phone, span, problems);
  }
  if (story.text.trim() === '') {
    const hint = 'Write its text below the head, or take the story out of the issue.';
    problems.warning(
      'empty-story',
      source.span([...path, 'headline']),
      `story “${story.id}” has no text`,
      hint,
    );
  }
}

/** A story that was written but not listed would be missed on paper only. */
function reportUnlisted(
  project: Project,
  folder: string,
  entries: ReadonlyMap<string, Span>,
  problems: Problems,
): void {
  for (const id of storyFiles(project, folder)) {
    if (entries.has(id)) continue;
    const span = { file: storyFile(folder, id), line: 1, column: 1, length: 1 };
    const hint = `Add it to “stories” in ${folder}/issue.yaml, or move the file out of the folder.`;
    problems.warning('unlisted', span, `story “${id}” is not in the issue`, hint);
  }
}
