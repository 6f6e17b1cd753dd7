/** What a build says of itself: pages, stories, words and sizes as one plain value, for people and programs; times for people alone. */

import { reportText, type TextReport } from './frame/text-report.js';
import type { Manifest } from './manifest/manifest.js';
import { type Spread, spreadsOf } from './page/geometry.js';
import type { FitReport, MadeEdition } from './page/pages.js';
import type { PageReport } from './page/plan/flatplan.js';
import type { OversetReport } from './page/plan/overset.js';
import type { StoryPlan } from './page/plan/wishes.js';
import type { PhoneReport } from './phone-pdf.js';
import type { PageInk } from './preflight/ink.js';
import { type Story, storyWords } from './story/story.js';

export type { TextReport } from './frame/text-report.js';

export interface FileReport {
  readonly file: string;
  readonly bytes: number;
  /** What was done to it so that it is no larger; left out if nothing was. */
  readonly note?: string | undefined;
}

/** A story with what the editor wished of it and what it got. */
export interface StoryReport extends Omit<StoryPlan, 'story'> {
  readonly id: string;
  readonly lang: string;
  readonly words: number;
}

export interface BuildReport {
  readonly issue: number;
  readonly date: string;
  readonly binding: 'left' | 'right';
  readonly pageCount: number;
  /** Columns of a page. */
  readonly columns: number;
  readonly words: number;
  readonly pictures: number;
  readonly stories: readonly StoryReport[];
  /** Stories that the front page leads to, with their pages; undefined without a front page. */
  readonly front: readonly { readonly story: string; readonly page: number | undefined }[] | undefined;
  /** Every page but the front page. */
  readonly pages: readonly PageReport[];
  /** Pages as they lie open, from left to right. */
  readonly spreads: readonly Spread[];
  readonly overset: readonly OversetReport[];
  readonly fit: FitReport;
  /** How text is set, by type style and language. */
  readonly text: readonly TextReport[];
  /** The most ink that the press takes, 2.4 for 240 %, and the ink on each page of the press PDF; none if it was not made. */
  readonly inkLimit: number;
  readonly ink: readonly PageInk[];
  /** The edition for phones; left out if it was not made. */
  readonly phone?: PhoneReport | undefined;
  readonly files: readonly FileReport[];
  /** What stands beside them and may be of an earlier build; for people alone. */
  readonly others: readonly string[];
  /** Seconds by stage, in the order of the stages. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** The files of a folder, by their names in it; those of a folder within are counted together. */
export function fileReports(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  notes: ReadonlyMap<string, string> = new Map(),
): FileReport[] {
  const found: FileReport[] = [];
  const inner = new Map<string, { count: number; bytes: number }>();
  for (const [name, { byteLength: bytes }] of files) {
    const within = /^.*\//.exec(name)?.[0];
    if (within === undefined) found.push({ file: `${folder}/${name}`, bytes, note: notes.get(name) });
    else {
      const sum = inner.get(within) ?? { count: 0, bytes: 0 };
      inner.set(within, { count: sum.count + 1, bytes: sum.bytes + bytes });
    }
  }
  for (const [name, { count, bytes }] of inner)
    found.push({ file: `${folder}/${name} (${count} pictures)`, bytes });
  return found;
}

export function reportOf(
  manifest: Manifest,
  stories: readonly Story[],
  made: MadeEdition,
  files: readonly FileReport[],
  seconds: Record<string, number>,
  { ink, phone }: Pick<BuildReport, 'ink' | 'phone'> = { ink: [] },
): BuildReport {
  const { issue, publication, layout } = manifest;
  const plans = new Map(made.stories.map(({ story, ...plan }) => [story, plan]));
  const storyReports = stories.map(story => ({
    id: story.id,
    lang: story.lang,
    words: storyWords(story),
    ...plans.get(story.id)!,
  }));
  const front = issue.front === undefined ? 0 : 1;
  return {
    issue: issue.number,
    date: issue.date,
    binding: publication.binding,
    pageCount: made.edition.pages.length,
    columns: layout.columns.count,
    words: storyReports.reduce((sum, story) => sum + story.words, 0),
    pictures: stories.reduce((sum, story) => sum + story.pictures.length, front),
    stories: storyReports,
    front:
      issue.front && frontStories(issue.front).map(story => ({ story, page: plans.get(story)?.pages[0] })),
    pages: made.pages,
    spreads: spreadsOf(made.edition.pages.length, publication.binding),
    overset: made.overset,
    fit: made.fit,
    text: reportText(made.edition),
    inkLimit: publication.print.inkLimit / 100,
    ink,
    phone,
    files: [...files],
    others: [],
    seconds,
  };
}

function frontStories({ main, second, teasers = [] }: NonNullable<Manifest['issue']['front']>): string[] {
  return [main, ...(second === undefined ? [] : [second]), ...teasers].map(({ story }) => story);
}

/** The report as a file: JSON, numbers to three decimals, and nothing that changes from build to build, so that the same issue is the same bytes. */
export function reportFile(
  { seconds: _, others: __, ...report }: BuildReport,
  problems: readonly unknown[],
): Uint8Array {
  const round = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  return Buffer.from(`${JSON.stringify({ ...report, problems }, round, 2)}\n`);
}
