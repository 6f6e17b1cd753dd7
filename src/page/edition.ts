/** Makes the pages of an issue: stories, pictures and the page plan in; the edition with all frames out. */

import { type Head, setHead } from '../flow/head.js';
import type { PreparedStory } from '../flow/prepare.js';
import { TextSetter } from '../flow/setter.js';
import type { FontLibrary } from '../fonts/library.js';
import type { Manifest } from '../manifest/manifest.js';
import type { Gallery } from '../picture/gallery.js';
import type { Problems } from '../problem/problem.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type Story } from '../story/story.js';
import type { FrontContent } from './front.js';
import { bodyArea } from './geometry.js';
import { imprintStrip, type Strip } from './imprint.js';
import { RoundMemory } from './memory.js';
import { drawEdition, type MadeEdition } from './pages.js';
import { piecesLeft, type RowContext } from './rows.js';
import type { Run, SetRun } from './run.js';
import { estimatePages } from './search.js';
import { SystemText } from './words.js';

export interface EditionInput {
  readonly manifest: Manifest;
  readonly stories: readonly Story[];
  readonly gallery: Gallery;
  readonly fonts: FontLibrary;
  /** The front page's texts and picture, read; undefined for an issue without a front page. */
  readonly front: FrontTexts | undefined;
  readonly imprint: readonly { readonly lang: string; readonly text: Story['headline'] }[];
}

/** The front page as written, before its page lines are known. */
export type FrontTexts = Omit<FrontContent, 'main' | 'second' | 'teasers'> & {
  readonly main: Omit<FrontContent['main'], 'pageLine' | 'page'>;
  readonly second: Omit<FrontContent['main'], 'pageLine' | 'page'> | undefined;
  readonly teasers: readonly Omit<FrontContent['teasers'][number], 'pageLine' | 'page'>[];
};

/** Page numbers change text and text moves pages; this many rounds settle it or the last one stands. */
const MOST_ROUNDS = 4;

export function makeEdition(input: EditionInput, problems: Problems): MadeEdition {
  const { manifest, fonts } = input;
  let pageOfStory = guessPages(input);
  const words = new SystemText(manifest.publication, manifest.issue);
  const setter = new TextSetter(
    manifest.layout,
    fonts,
    problems,
    (story, lang) => words.number(pageOfStory.get(story) ?? 0, lang),
    story => pageOfStory.get(story),
  );
  const memory = new RoundMemory();
  let round = layRound(input, setter, words, memory);
  for (let count = 1; count < MOST_ROUNDS && !sameMap(round.pageOfStory, pageOfStory); count++) {
    pageOfStory = round.pageOfStory;
    round = layRound(input, setter, words, memory);
  }
  if (!sameMap(round.pageOfStory, pageOfStory)) {
    problems.warning(
      'references-unsettled',
      manifest.issueSource.span(['stories']),
      'page references move the text that they stand in, so some may be one page off',
      'Give the stories with references a fixed page in “plan”.',
    );
  }
  return round.finish();
}

/** True if all pages of `a` are those of `b`. */
function sameMap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return [...a].every(([key, value]) => b.get(key) === value);
}

/** Before the first round a story's page is the first one of its plan entry. */
function guessPages({ manifest, stories }: EditionInput): Map<string, number> {
  const guess = new Map(stories.map(story => [story.id, 2]));
  for (const entry of manifest.issue.plan ?? [])
    for (const id of entry.stories) guess.set(id, entry.pages.first);
  return guess;
}

interface Round {
  readonly pageOfStory: Map<string, number>;
  finish(): MadeEdition;
}

function layRound(input: EditionInput, setter: TextSetter, words: SystemText, memory: RoundMemory): Round {
  const { stories, gallery } = input;
  const context = { setter, gallery, stories, digits: (lang: string) => words.digits(lang) };
  const prepared = new Map(stories.map(story => [story.id, memory.prepare(story, context)]));
  const strip = imprintStrip(input.imprint, setter);
  const pageCount = countPages(input, prepared, setter, words, strip, memory);
  const runs = runsOf(input, prepared, setter, words, strip, pageCount).map(run => ({
    run,
    set: memory.set(run, pageCount),
  }));
  const found = new Map<string, number>();
  for (const { set } of runs) {
    for (const page of [...set.pages].reverse()) {
      for (const { row } of page.rows)
        for (const module of row.modules) found.set(module.prepared.story.id, page.page);
    }
  }
  // A story without room would have stood on the last page of its run: what refers to it has somewhere to lead.
  for (const { run, set } of runs) {
    for (const { prepared: left } of set.overset)
      if (!found.has(left.story.id)) found.set(left.story.id, Math.min(run.lastPage, pageCount));
  }
  return { pageOfStory: found, finish: () => drawEdition(input, runs, setter, words, strip, pageCount) };
}

/** Smaller pictures make room for this much more than fits at their own size; beyond it a page count is not tried. */
const TIGHTEST = 1.15;
/** With this many times the room that the stories want, what still finds none would find none on any page. */
const LOOSEST = 2;
const MOST_PAGES = 128;

/** The page count asked for, or the smallest multiple of four that holds all stories, or else as much of them as can be. */
function countPages(
  input: EditionInput,
  prepared: ReadonlyMap<string, PreparedStory>,
  setter: TextSetter,
  words: SystemText,
  strip: Strip | undefined,
  memory: RoundMemory,
): number {
  const { issue } = input.manifest;
  if (issue.pages !== undefined) return issue.pages;
  if (issue.plan !== undefined)
    return Math.ceil(Math.max(...issue.plan.map(entry => entry.pages.last)) / 4) * 4;
  let fewest = { pages: MOST_PAGES, lines: Number.POSITIVE_INFINITY };
  for (let pages = 4; pages <= MOST_PAGES; pages += 4) {
    const runs = runsOf(input, prepared, setter, words, strip, pages);
    const room = runs.reduce((sum, run) => sum + run.lastPage - run.firstPage + 1, 0);
    const wanted = runs.reduce((sum, run) => sum + estimatePages(run), 0);
    if (wanted > room * TIGHTEST) continue;
    const lines = runs.reduce((sum, run) => sum + oversetLines(memory.set(run, pages)), 0);
    if (lines === 0) return pages;
    if (lines < fewest.lines) fewest = { pages, lines };
    if (room > wanted * LOOSEST + 4) break;
  }
  return fewest.pages;
}

/** What found no room: its lines, and one more for each story. */
function oversetLines({ overset }: SetRun): number {
  return overset.reduce((sum, { prepared, from }) => sum + piecesLeft(prepared, from) + 1, 0);
}

/** Each entry of the plan is a run; without a plan all stories are one. */
function runsOf(
  { manifest, stories, front }: EditionInput,
  prepared: ReadonlyMap<string, PreparedStory>,
  setter: TextSetter,
  words: SystemText,
  strip: Strip | undefined,
  pageCount: number,
): Run[] {
  const { issue } = manifest;
  const first = front === undefined ? 1 : 2;
  const entries = issue.plan ?? [
    { pages: { first, last: pageCount }, stories: stories.map(story => story.id) },
  ];
  const contexts = new Map<number, RowContext>();
  const contextOf = (page: number): RowContext => {
    const context =
      contexts.get(page) ?? rowContext(page, manifest, setter, words, page === pageCount ? strip : undefined);
    contexts.set(page, context);
    return context;
  };
  return entries.map(entry => ({
    firstPage: entry.pages.first,
    lastPage: entry.pages.last,
    stories: entry.stories.map(id => prepared.get(id)!),
    contextOf,
  }));
}

function rowContext(
  page: number,
  { layout, publication }: Manifest,
  setter: TextSetter,
  words: SystemText,
  strip: Strip | undefined,
): RowContext {
  const heads = new Map<Story, Head>();
  const area = bodyArea(layout, page, publication.binding);
  const kept = strip === undefined ? 0 : setter.onGrid(strip.height + layout.module.gap);
  return {
    setter,
    // An imprint longer than the page leaves one step, so that stories are reported as overset and nothing worse.
    area: { ...area, height: Math.max(layout.grid, area.height - kept) },
    direction: directionOf(publication.languages[0]!),
    continuationHead: ({ story }, width) => {
      const known = heads.get(story);
      if (known !== undefined) return known;
      const text = plainRun(words.phrase('from', page - 1, story.lang), story.span);
      const small: Story = { ...story, kicker: text, deck: undefined, byline: undefined };
      const head = setHead(small, 'brief', width, false, setter);
      heads.set(story, head);
      return head;
    },
  };
}
