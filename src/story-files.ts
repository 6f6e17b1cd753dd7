/** The stories of an issue as text files: an issue number in, a file a story out. */

import { type BuildOptions, placeFiles, setIssue } from './build.js';
import type { Project } from './manifest/project.js';
import { reportOverset } from './overset-problems.js';
import { Problems } from './problem/problem.js';
import type { FileReport } from './report.js';
import { stopwatch } from './stopwatch.js';
import { countWords } from './story/story.js';
import { readStructure } from './structure/read.js';
import { storyTexts } from './structure/story-text.js';

export interface TextReport {
  readonly issue: number;
  readonly words: number;
  readonly files: readonly FileReport[];
}

/**
 * Sets the issue and writes what its pages read, so that page numbers are those in print; files of stories that are no more
 * in it go. Text that found no room is a problem here as in a build.
 */
export async function writeTexts(
  project: Project,
  number: string,
  options: Pick<BuildOptions, 'allowOverset' | 'clock' | 'progress'>,
): Promise<{ problems: Problems; report: TextReport | undefined }> {
  const problems = new Problems();
  const stages = stopwatch(options.clock, options.progress);
  const set = await setIssue(project, number, problems, stages.begin);
  if (set === undefined) return { problems, report: undefined };
  reportOverset(set, options.allowOverset ? 'warning' : 'error', problems);
  if (problems.hasErrors) return { problems, report: undefined };

  stages.begin('files');
  const document = readStructure(set.made.edition);
  const texts = document === undefined ? new Map<string, string>() : storyTexts(document);
  const bytes = new Map([...texts].map(([id, text]) => [`${id}.txt`, Buffer.from(text)]));
  const folder = `out/${number}/text`;
  if (!placeFiles(project, folder, bytes, problems, /\.txt$/)) return { problems, report: undefined };
  const words = [...texts.values()].reduce((sum, text) => sum + countWords(text), 0);
  const files = [...bytes].map(([name, { byteLength }]) => ({
    file: `${folder}/${name}`,
    bytes: byteLength,
  }));
  return { problems, report: { issue: set.manifest.issue.number, words, files } };
}
