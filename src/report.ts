/** What a build says of itself: pages, stories, words, sizes and times as one plain value, for people and programs. */

import { reportText, type TextReport } from './frame/text-report.js';
import type { Manifest } from './manifest/manifest.js';
import type { MadeEdition, OversetReport, PageReport } from './page/pages.js';
import { type Story, storyWords } from './story/story.js';

export type { TextReport } from './frame/text-report.js';

export interface FileReport {
  readonly file: string;
  readonly bytes: number;
}

export interface StoryReport {
  readonly id: string;
  readonly lang: string;
  readonly words: number;
  /** Pages the story stands on. */
  readonly pages: readonly number[];
}

export interface BuildReport {
  readonly issue: number;
  readonly date: string;
  readonly pageCount: number;
  readonly words: number;
  readonly pictures: number;
  readonly stories: readonly StoryReport[];
  readonly pages: readonly PageReport[];
  readonly overset: readonly OversetReport[];
  /** How text is set, by type style and language. */
  readonly text: readonly TextReport[];
  readonly files: readonly FileReport[];
  /** Seconds by stage, in the order of the stages. */
  readonly seconds: Readonly<Record<string, number>>;
}

export function reportOf(
  manifest: Manifest,
  stories: readonly Story[],
  made: MadeEdition,
  files: readonly FileReport[],
  seconds: Record<string, number>,
): BuildReport {
  const storyReports = stories.map(story => ({
    id: story.id,
    lang: story.lang,
    words: storyWords(story),
    pages: made.pages.filter(page => page.stories.includes(story.id)).map(page => page.page),
  }));
  const front = manifest.issue.front === undefined ? 0 : 1;
  return {
    issue: manifest.issue.number,
    date: manifest.issue.date,
    pageCount: made.edition.pages.length,
    words: storyReports.reduce((sum, story) => sum + story.words, 0),
    pictures: stories.reduce((sum, story) => sum + story.pictures.length, front),
    stories: storyReports,
    pages: made.pages,
    overset: made.overset,
    text: reportText(made.edition),
    files: [...files],
    seconds,
  };
}
