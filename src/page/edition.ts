/** Makes the pages of an issue: stories, pictures and the page plan in; the edition with all frames out. */

import type { Filler } from '../flow/filler.js';
import { prepareStory } from '../flow/prepare.js';
import { TextSetter } from '../flow/setter.js';
import type { FontLibrary } from '../fonts/library.js';
import type { Layout } from '../manifest/layout.js';
import type { Manifest } from '../manifest/manifest.js';
import type { Gallery } from '../picture/gallery.js';
import type { Problems } from '../problem/problem.js';
import { type Story, sameLanguage } from '../story/story.js';
import { textsOf } from '../story/texts.js';
import { allotStories } from './allot.js';
import { FillerPool } from './fillers.js';
import type { FrontContent } from './front/front.js';
import { imprintStrip } from './imprint.js';
import { RoundMemory } from './memory.js';
import { countPages } from './page-count.js';
import { drawEdition, type MadeEdition } from './pages.js';
import { inTheWay } from './plan/in-the-way.js';
import { enoughPages, type Remedy } from './plan/overset.js';
import type { FillerText } from './read-fillers.js';
import { lastPageOf, type Run, type SetRun } from './run.js';
import { runsOf, type Tools } from './runs.js';
import { storiesOn } from './set-page.js';
import { Templates } from './templates.js';
import { SystemText } from './words.js';

export interface EditionInput {
  readonly manifest: Manifest;
  readonly stories: readonly Story[];
  readonly gallery: Gallery;
  readonly fonts: FontLibrary;
  /** The front page's texts and picture, read; undefined for an issue without a front page. */
  readonly front: FrontTexts | undefined;
  /** The publication's fillers, read. */
  readonly fillers: readonly FillerText[];
  readonly imprint: readonly { readonly lang: string; readonly text: Story['headline'] }[];
}

/** The front page as written, before its page lines are known. */
export type FrontTexts = Omit<FrontContent, 'main' | 'second' | 'teasers' | 'masthead'> & {
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
  const setterFor = (layout: Layout): TextSetter =>
    new TextSetter(
      layout,
      fonts,
      problems,
      (story, lang) => words.number(pageOfStory.get(story) ?? 0, lang),
      story => pageOfStory.get(story),
    );
  const setter = setterFor(manifest.layout);
  const fillers = openFillers(input);
  const templates = new Templates(manifest, layout => {
    const own = setterFor(layout);
    return { setter: own, fillers: new FillerPool(fillers, own) };
  });
  const tools: Tools = { setter, words, templates, strip: imprintStrip(input.imprint, setter) };
  const memory = new RoundMemory();
  let round = layRound(input, tools, memory);
  for (let count = 1; count < MOST_ROUNDS && !sameMap(round.pageOfStory, pageOfStory); count++) {
    pageOfStory = round.pageOfStory;
    round = layRound(input, tools, memory);
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

/** The fillers in languages that stories are in; all of them where there are none. */
function openFillers({ fillers, gallery, stories }: EditionInput): Filler[] {
  const own = fillers.filter(({ lang }) => stories.some(story => sameLanguage(story.lang, lang)));
  return (own.length > 0 ? own : fillers).map(({ entry, lang, title, text, file, alt }) => ({
    entry,
    lang,
    title,
    text,
    picture: file === undefined ? undefined : gallery.pictures.get(file),
    alt,
  }));
}

/** True if all pages of `a` are those of `b`. */
function sameMap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return [...a].every(([key, value]) => b.get(key) === value);
}

/**
 * Before the first round stories are taken to fill the pages of their plan entry, or of the issue, by the length of their text; a page
 * each where the number of pages is open.
 */
function guessPages({ manifest, stories, front }: EditionInput): Map<string, number> {
  const { plan, pages } = manifest.issue;
  const begin = front === undefined ? 1 : 2;
  const guess = new Map<string, number>();
  const share = (own: readonly Story[], first: number, count: number): void => {
    const total = own.reduce((sum, story) => sum + lengthOf(story), 0);
    let before = 0;
    for (const story of own) {
      guess.set(story.id, first + Math.floor((before / Math.max(total, 1)) * count));
      before += lengthOf(story);
    }
  };
  share(stories, begin, Math.max(1, (pages ?? stories.length) - begin + 1));
  for (const { pages: own, stories: ids } of plan ?? [])
    share(
      ids.flatMap(id => stories.filter(story => story.id === id)),
      own.first,
      own.last - own.first + 1,
    );
  return guess;
}

function lengthOf(story: Story): number {
  return [...textsOf(story)].flat().reduce((sum, { text }) => sum + text.length, 0);
}

interface Round {
  readonly pageOfStory: Map<string, number>;
  finish(): MadeEdition;
}

function layRound(input: EditionInput, tools: Tools, memory: RoundMemory): Round {
  const { stories, gallery } = input;
  const { words, templates } = tools;
  const context = { gallery, stories, digits: (lang: string) => words.digits(lang) };
  const prepared = new Map(
    stories.map(story => {
      const { story: flowing, setter } = templates.flowing(story);
      return [story.id, memory.prepare(flowing, { ...context, setter })];
    }),
  );
  const allotted = allotStories(input, prepared, tools, memory);
  const count = countPages(input, prepared, tools, memory, allotted);
  const runs = runsOf(input, prepared, tools, count.pages, allotted).map(run => ({
    run,
    set: memory.set(run, count.pages),
  }));
  const found = new Map<string, number>();
  for (const { set } of runs) {
    for (const page of [...set.pages].reverse()) for (const id of storiesOn(page)) found.set(id, page.page);
  }
  // A story without room would have stood on the last page of its run: what refers to it has somewhere to lead.
  for (const { run, set } of runs) {
    for (const { prepared: left } of set.overset)
      if (!found.has(left.story.id)) found.set(left.story.id, Math.min(lastPageOf(run), count.pages));
  }
  const remedyFor = (run: Run, set: SetRun): Remedy => {
    const { setter } = run.contextOf(run.firstPage);
    const { issue, unplanned } = input.manifest;
    const isOpen = unplanned.stories.includes(run.stories[0]!.story.id);
    // The issue ends with a multiple of four, an entry of the plan anywhere. Where the press counts the pages, it has tried.
    const [end, step] = isOpen ? [count.pages, 4] : [lastPageOf(run), 1];
    return {
      enough: isOpen && issue.pages === undefined ? undefined : enoughPages(run, set, end, step),
      inTheWay: inTheWay(run, set, story => prepareStory(story, { ...context, setter })),
    };
  };
  return { pageOfStory: found, finish: () => drawEdition(input, runs, tools, count, remedyFor) };
}
