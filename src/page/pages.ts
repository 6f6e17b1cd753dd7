/** Draws the pages of an issue from what the runs decided: frames for every page, and how full each is. */

import type { TextSetter } from '../flow/setter.js';
import type { Edition, Item, Page, Section } from '../frame/frame.js';
import type { Layout, PageTemplate } from '../manifest/layout.js';
import type { Manifest } from '../manifest/manifest.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type Story } from '../story/story.js';
import { drawRow } from './draw.js';
import type { EditionInput, FrontTexts } from './edition.js';
import { FillerStock } from './fillers.js';
import { drawFront } from './front/front.js';
import { bodyArea, outerSide, typeArea } from './geometry.js';
import type { Strip } from './imprint.js';
import { linesOfPage, type PageCount } from './page-count.js';
import { drawPanel, type PanelPlace } from './panel.js';
import { type PageReport, pagesByStory, planPage } from './plan/flatplan.js';
import { measureBlank } from './plan/fullness.js';
import { type OversetReport, oversetOf, type Remedy } from './plan/overset.js';
import { planStories, type StoryPlan } from './plan/wishes.js';
import type { Run, SetRun } from './run.js';
import type { Tools } from './runs.js';
import { type SetPage, sectionOn } from './set-page.js';
import type { SystemText } from './words.js';

/** How the text fits the pages, in body lines of the publication's first language. */
export interface FitReport {
  /** Lines that could be added before the pages are full; 0 if they are. */
  readonly short: number;
  /** The next smaller page count, and the lines that would have to be cut for it; undefined if the count is given. */
  readonly fewer: PageCount['fewer'];
}

export interface MadeEdition {
  readonly edition: Edition;
  readonly pages: readonly PageReport[];
  readonly overset: readonly OversetReport[];
  /** What the editor asked for and what each story got, in the issue's order. */
  readonly stories: readonly StoryPlan[];
  readonly fit: FitReport;
  /** The layout as its template has it on a page. */
  readonly layoutOf: (page: number) => Layout;
}

/** All pages with their furniture. */
export function drawEdition(
  input: EditionInput,
  runs: readonly { readonly run: Run; readonly set: SetRun }[],
  tools: Tools,
  count: PageCount,
  remedyFor: (run: Run, set: SetRun) => Remedy,
): MadeEdition {
  const { manifest } = input;
  const { setter, words, strip } = tools;
  const setPages = new Map<number, SetPage>();
  for (const { set } of runs) for (const page of set.pages) setPages.set(page.page, page);
  const storyPages = pagesByStory(setPages.values());
  const pages: Page[] = [];
  const stock = new FillerStock();
  for (let number = 1; number <= count.pages; number++) {
    const items =
      number === 1 && input.front !== undefined
        ? frontItems(input.front, input, setter, words)
        : insideItems(number, setPages, manifest, tools, stock);
    if (number === count.pages && strip !== undefined)
      items.push(...stripItems(strip, number, tools.templates.ofPage(number).layout, manifest));
    const { width, height } = manifest.layout.sheet;
    const main = manifest.publication.languages[0]!;
    pages.push({ number, label: words.number(number, main), width, height, items });
  }
  const edition = { ...editionOf(manifest, words, pages), sections: sectionsOf(input) };
  const overset = oversetOf(runs, remedyFor);
  const reports = pages.flatMap(({ number, items }): PageReport[] => {
    if (number === 1 && input.front !== undefined) return [];
    const set = setPages.get(number);
    const section = sectionOf(number, set, manifest);
    const own = runs.find(({ run }) => run.pages.includes(number));
    const { area: body } = (own ?? runs[0]!).run.contextOf(number);
    const drawn = { number, section, set, items, body };
    return [planPage(drawn, tools.templates.ofPage(number), storyPages, overset)];
  });
  const layoutOf = (page: number): Layout => tools.templates.ofPage(page).layout;
  const holes = measureBlank(edition, layoutOf);
  const short = shortLines(
    reports.map(({ page }) => holes.get(page)!),
    runs,
  );
  const fit = { short, fewer: count.fewer };
  return {
    edition,
    pages: reports,
    overset,
    stories: planStories(input.stories, reports, overset, manifest),
    fit,
    layoutOf,
  };
}

export function editionOf(
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

/** Sections of stories, named in all languages of the publication. */
export function sectionsOf({ stories, manifest }: Pick<EditionInput, 'stories' | 'manifest'>): Section[] {
  const { languages, sections = {} } = manifest.publication;
  return Object.entries(sections).flatMap(([key, titles]) => {
    const own = stories.filter(({ section }) => section === key).map(({ id }) => id);
    const title = languages.flatMap(lang => titles[lang] ?? []).join(' / ');
    return own.length === 0 ? [] : [{ title, stories: own }];
  });
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
  const withPage = <T extends { story: Story }>(head: T) => {
    const { id, lang, span } = head.story;
    const page = setter.pageNumber(id) ?? 0;
    return { ...head, page, pageLine: plainRun(words.phrase('page', page, lang), span) };
  };
  const { masthead } = input.manifest.issue.front!;
  const page = drawFront(
    {
      masthead: masthead === undefined ? layout.front.masthead : layout.front.mastheads[masthead]!,
      picture: front.picture,
      lang: front.lang,
      main: withPage(front.main),
      second: front.second && withPage(front.second),
      teasers: front.teasers.map(withPage),
      inside: front.inside,
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
  return [page];
}

function insideItems(
  number: number,
  setPages: ReadonlyMap<number, SetPage>,
  manifest: Manifest,
  { templates, words }: Tools,
  stock: FillerStock,
): Item[] {
  const page = setPages.get(number);
  const template = templates.ofPage(number);
  const { layout } = template;
  const own = templates.toolsOf(template);
  const section = sectionOf(number, page, manifest);
  const begins = section !== sectionOf(number - 1, setPages.get(number - 1), manifest);
  const ink = layout.inks.get(layout.sections[section ?? '']?.ink ?? '');
  const place = { ...placeOf(number, manifest), section: ink };
  const fill = words.placeholders(number, section);
  const foot = typeArea(layout, number, manifest.publication.binding);
  const top = foot.y + foot.height - layout.folio.height;
  const rows = page?.rows ?? [];
  return [
    ...groundItems(template, number, manifest),
    ...drawPanel((begins ? layout.sectionHead : undefined) ?? layout.head, place, fill, own.setter),
    ...drawPanel(layout.folio, { ...place, area: { ...foot, y: top } }, fill, own.setter),
    ...(page?.opener?.items ?? []),
    ...rows.flatMap(({ row, y }, index) => {
      const above = rows[index - 1];
      const edge = above && above.y + above.row.height;
      const lang = above?.row.cells.flatMap(({ modules }) => modules).at(-1)?.stories[0]?.story.lang;
      return drawRow(row, y, edge, number, own, words, stock, lang ?? words.lang);
    }),
  ];
}

/** Space by which a tint reaches out over the body on all sides. */
const GROUND = 6;

function groundItems({ ground, layout }: PageTemplate, page: number, { publication }: Manifest): Item[] {
  if (ground === undefined) return [];
  const { x, y, width, height } = bodyArea(layout, page, publication.binding);
  const size = { width: width + 2 * GROUND, height: height + 2 * GROUND };
  return [{ kind: 'box', x: x - GROUND, y: y - GROUND, ...size, ink: ground }];
}

/** The plan's section for a page, else that of most of what stands on it. */
function sectionOf(number: number, page: SetPage | undefined, { issue }: Manifest): string | undefined {
  const entry = issue.plan?.find(({ pages }) => number >= pages.first && number <= pages.last);
  return entry?.section ?? sectionOn(page);
}

function stripItems(strip: Strip, page: number, layout: Layout, { publication }: Manifest): Item[] {
  const area = bodyArea(layout, page, publication.binding);
  return strip.draw(area.x, area.y + area.height - strip.height, area.width);
}

/** Share of the pages that may be blank without the text being short. */
const FULL = 0.01;

function shortLines(holes: readonly number[], runs: readonly { readonly run: Run }[]): number {
  const blank = holes.reduce((sum, share) => sum + share, 0);
  const [first] = runs;
  if (first === undefined || blank <= holes.length * FULL) return 0;
  return Math.round(blank * linesOfPage(first.run));
}
