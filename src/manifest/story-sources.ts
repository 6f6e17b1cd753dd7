/** Finds the text of every story of an issue: the story list in, heads checked and bodies located out. */

import type { Problems, Span } from '../problem/problem.js';
import { expectFile, hintForMissing } from './read.js';
import type { Project } from './project.js';
import type { IssueFile } from './schema-issue.js';
import { type StoryHead, storyHead } from './schema-story.js';
import { parseYaml, type YamlPath, type YamlSource } from './source.js';
import { validate } from './validate.js';

/** One story before its Markdown is read. */
export interface StorySource {
  readonly id: string;
  readonly head: StoryHead;
  /** The file the head stands in, and the path of the head there. */
  readonly source: YamlSource;
  readonly path: YamlPath;
  /** The Markdown of the body and where it begins. */
  readonly text: string;
  readonly textStart: Span;
  /** Where issue.yaml names the story. */
  readonly entry: Span;
  /** Folder of its pictures, relative to the project. */
  readonly pictures: string;
}

/** All stories that could be read; what is wrong with the others is in `problems`. */
export function readStorySources(
  project: Project,
  folder: string,
  issue: IssueFile,
  source: YamlSource,
  problems: Problems,
): StorySource[] {
  const stories: StorySource[] = [];
  const seen = new Map<string, Span>();
  for (const [index, entry] of issue.stories.entries()) {
    const span = source.span(['stories', index]);
    const id = typeof entry === 'string' ? entry : entry.id;
    const before = seen.get(id);
    if (before !== undefined) {
      problems.error('duplicate', span, `story “${id}” is already listed on line ${before.line}`, 'Take one of the two out.');
      continue;
    }
    seen.set(id, span);
    const story =
      typeof entry === 'string'
        ? readStoryFile(project, folder, id, span, problems)
        : {
            id,
            head: entry,
            source,
            path: ['stories', index],
            text: entry.text,
            textStart: source.textStart(['stories', index, 'text']),
          };
    if (story === undefined) continue;
    const pictures = `${folder}/pictures`;
    for (const [at, picture] of (story.head.pictures ?? []).entries()) {
      expectFile(project, `${pictures}/${picture.file}`, story.source.span([...story.path, 'pictures', at, 'file']), problems);
    }
    stories.push({ ...story, entry: span, pictures });
  }
  return stories;
}

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;

function readStoryFile(
  project: Project,
  folder: string,
  id: string,
  entry: Span,
  problems: Problems,
): Omit<StorySource, 'entry' | 'pictures'> | undefined {
  const file = `${folder}/stories/${id}.md`;
  const text = project.read(file);
  if (text === undefined) {
    problems.error('missing-file', entry, `there is no file ${file}`, hintForMissing(project, file));
    return undefined;
  }
  const match = FRONT_MATTER.exec(text);
  if (match === null) {
    problems.error(
      'front-matter',
      { file, line: 1, column: 1, length: 3 },
      'the story has no front matter',
      'Begin the file with a line “---”, the head (headline: …) and another line “---”.',
    );
    return undefined;
  }
  const source = parseYaml(file, match[1]!, 2, problems);
  const head = validate(source, storyHead, problems);
  if (head === undefined) return undefined;
  const line = match[0].split('\n').length;
  const textStart = { file, line, column: 1, length: 1 };
  return { id, head, source, path: [], text: text.slice(match[0].length), textStart };
}
