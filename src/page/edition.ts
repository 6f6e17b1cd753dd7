/** Makes the pages of an issue: stories, pictures and the page plan in; the edition with all frames out. */

import { setHead } from '../flow/head.js';
import type { PreparedStory } from '../flow/prepare.js';
import { prepareStory } from '../flow/prepare.js';
import { TextSetter } from '../flow/setter.js';
import type { FontLibrary } from '../fonts/library.js';
import type { Edition, Item, Page } from '../frame/frame.js';
import type { Manifest } from '../manifest/manifest.js';
import type { Gallery } from '../picture/gallery.js';
import type { Problems } from '../problem/problem.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type Story } from '../story/story.js';
import { drawRow } from './draw.js';
import { drawFront, type FrontContent } from './front.js';
import { bodyArea, outerSide, typeArea } from './geometry.js';
import { imprintStrip, type Strip } from './imprint.js';
import { drawPanel, type PanelPlace } from './panel.js';
import { piecesLeft, type RowContext } from './rows.js';
import { type Run, type SetPage, type SetRun, setRun } from './run.js';
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
  readonly main: Omit<FrontContent['main'], 'pageLine'>;
  readonly second: Omit<FrontContent['main'], 'pageLine'> | undefined;
  readonly teasers: readonly Omit<FrontContent['teasers'][number], 'pageLine'>[];
};

/** How full one page is; shares of its body area. */
export interface PageReport {
  readonly page: number;
  readonly stories: readonly string[];
  readonly left: number;
}

export interface OversetReport {
  readonly story: string;
  readonly lines: number;
  readonly words: number;
}

export interface MadeEdition {
  readonly edition: Edition;
  readonly pages: readonly PageReport[];
  readonly overset: readonly OversetReport[];
}

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
  let round = layRound(input, setter, words);
  for (let count = 1; count < MOST_ROUNDS && !sameMap(round.pageOfStory, pageOfStory); count++) {
    pageOfStory = round.pageOfStory;
    round = layRound(input, setter, words);
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

function layRound(input: EditionInput, setter: TextSetter, words: SystemText): Round {
  const { stories, gallery } = input;
  const prepared = new Map<string, PreparedStory>();
  for (const story of stories) {
    prepared.set(story.id, prepareStory(story, { setter, gallery, digits: lang => words.digits(lang) }));
  }
  const strip = imprintStrip(input.imprint, setter);
  const pageCount = countPages(input, prepared, setter, words, strip);
  const runs = runsOf(input, prepared, setter, words, strip, pageCount).map(run => ({
    run,
    set: setRun(run),
  }));
  const found = new Map<string, number>();
  for (const { set } of runs) {
    for (const page of [...set.pages].reverse()) {
      for (const { row } of page.rows)
        for (const module of row.modules) found.set(module.prepared.story.id, page.page);
    }
  }
  return { pageOfStory: found, finish: () => drawEdition(input, runs, setter, words, strip, pageCount) };
}

/** Smaller pictures make room for this much more than fits at their own size; beyond it a page count is not tried. */
const TIGHTEST = 1.15;

/** The page count asked for, or the smallest multiple of four that holds all stories. */
function countPages(
  input: EditionInput,
  prepared: ReadonlyMap<string, PreparedStory>,
  setter: TextSetter,
  words: SystemText,
  strip: Strip | undefined,
): number {
  const { issue } = input.manifest;
  if (issue.pages !== undefined) return issue.pages;
  if (issue.plan !== undefined)
    return Math.ceil(Math.max(...issue.plan.map(entry => entry.pages.last)) / 4) * 4;
  for (let pages = 4; pages < 128; pages += 4) {
    const runs = runsOf(input, prepared, setter, words, strip, pages);
    const room = runs.reduce((sum, run) => sum + run.lastPage - run.firstPage + 1, 0);
    const wanted = runs.reduce((sum, run) => sum + estimatePages(run), 0);
    if (wanted > room * TIGHTEST) continue;
    if (runs.every(run => setRun(run).overset.length === 0)) return pages;
  }
  return 128;
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
  const contextOf = (page: number): RowContext =>
    rowContext(page, manifest, setter, words, page === pageCount ? strip : undefined);
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
  const area = bodyArea(layout, page, publication.binding);
  const kept = strip === undefined ? 0 : setter.onGrid(strip.height + layout.module.gap);
  return {
    setter,
    area: { ...area, height: area.height - kept },
    direction: directionOf(publication.languages[0]!),
    jumpHeight: setter.onGrid(setter.style('jump', publication.languages[0]!).leading),
    continuationHead: (prepared, width) => {
      const { story } = prepared;
      const text = plainRun(words.phrase('from', page - 1, story.lang), story.span);
      const small: Story = { ...story, kicker: text, deck: undefined, byline: undefined };
      return setHead(small, 'brief', width, false, setter);
    },
  };
}

function drawEdition(
  input: EditionInput,
  runs: readonly { readonly run: Run; readonly set: SetRun }[],
  setter: TextSetter,
  words: SystemText,
  strip: Strip | undefined,
  pageCount: number,
): MadeEdition {
  const { manifest } = input;
  const setPages = new Map<number, SetPage>();
  for (const { set } of runs) for (const page of set.pages) setPages.set(page.page, page);
  const pages: Page[] = [];
  const reports: PageReport[] = [];
  for (let number = 1; number <= pageCount; number++) {
    const items =
      number === 1 && input.front !== undefined
        ? frontItems(input.front, input, setter, words)
        : insideItems(number, setPages.get(number), manifest, setter, words);
    if (number === pageCount && strip !== undefined) items.push(...stripItems(strip, number, manifest));
    const { width, height } = manifest.layout.sheet;
    const main = manifest.publication.languages[0]!;
    pages.push({ number, label: words.number(number, main), width, height, items });
    if (number > 1 || input.front === undefined)
      reports.push(reportPage(number, setPages.get(number), manifest));
  }
  return { edition: editionOf(manifest, words, pages), pages: reports, overset: oversetOf(runs) };
}

function editionOf(
  { publication, issue, layout }: Manifest,
  words: SystemText,
  pages: readonly Page[],
): Edition {
  const lang = publication.languages[0]!;
  const title = publication.languages.map(item => words.title(item)).join(' / ');
  const number = publication.words[lang]!.number.replace('{number}', words.number(issue.number, lang));
  return {
    title: `${title} — ${number}`,
    lang,
    binding: publication.binding,
    date: issue.date,
    bleed: layout.sheet.bleed,
    pages,
  };
}

function placeOf(page: number, { layout, publication }: Manifest): PanelPlace {
  return {
    area: typeArea(layout, page, publication.binding),
    page,
    outer: outerSide(page, publication.binding),
  };
}

function frontItems(front: FrontTexts, input: EditionInput, setter: TextSetter, words: SystemText): Item[] {
  const { publication, layout } = input.manifest;
  const pageOf = (story: string): number => setter.pageNumber(story) ?? 0;
  const withPage = <T extends { story: Story }>(head: T) => ({
    ...head,
    pageLine: plainRun(words.phrase('page', pageOf(head.story.id), head.story.lang), head.story.span).map(
      run => ({
        ...run,
        pageOf: undefined,
      }),
    ),
  });
  return drawFront(
    {
      picture: front.picture,
      lang: front.lang,
      main: withPage(front.main),
      second: front.second && withPage(front.second),
      teasers: front.teasers.map(withPage),
    },
    {
      setter,
      gallery: input.gallery,
      fill: words.placeholders(1, undefined),
      place: placeOf(1, input.manifest),
      direction: directionOf(publication.languages[0]!),
      area: typeArea(layout, 1, publication.binding),
    },
  );
}

function insideItems(
  number: number,
  page: SetPage | undefined,
  manifest: Manifest,
  setter: TextSetter,
  words: SystemText,
): Item[] {
  const { layout } = manifest;
  const place = placeOf(number, manifest);
  const fill = words.placeholders(number, sectionOf(number, page, manifest));
  const foot = typeArea(layout, number, manifest.publication.binding);
  const items: Item[] = [
    ...drawPanel(layout.head, place, fill, setter),
    ...drawPanel(
      layout.folio,
      { ...place, area: { ...foot, y: foot.y + foot.height - layout.folio.height } },
      fill,
      setter,
    ),
  ];
  for (const [index, { row, y }] of (page?.rows ?? []).entries()) {
    const above = page!.rows[index - 1];
    items.push(
      ...drawRow(row, y, above === undefined ? undefined : above.y + above.row.height, number, setter, words),
    );
  }
  return items;
}

/** The plan's section for a page, else that of the first story on it. */
function sectionOf(number: number, page: SetPage | undefined, { issue }: Manifest): string | undefined {
  const entry = issue.plan?.find(({ pages }) => number >= pages.first && number <= pages.last);
  return entry?.section ?? page?.rows[0]?.row.modules[0]?.prepared.story.section;
}

function stripItems(strip: Strip, page: number, { layout, publication }: Manifest): Item[] {
  const area = bodyArea(layout, page, publication.binding);
  return strip.draw(area.x, area.y + area.height - strip.height, area.width);
}

function reportPage(
  number: number,
  page: SetPage | undefined,
  { layout, publication }: Manifest,
): PageReport {
  const { height } = bodyArea(layout, number, publication.binding);
  const stories = page?.rows.flatMap(({ row }) => row.modules.map(module => module.prepared.story.id)) ?? [];
  return { page: number, stories, left: (page?.left ?? height) / height };
}

function oversetOf(runs: readonly { readonly set: SetRun }[]): OversetReport[] {
  return runs.flatMap(({ set }) =>
    set.overset.map(({ prepared, from }) => {
      const lines = piecesLeft(prepared, from);
      const share = prepared.body.length === 0 ? 1 : lines / prepared.body.length;
      return { story: prepared.story.id, lines, words: Math.round(prepared.words * share) };
    }),
  );
}
