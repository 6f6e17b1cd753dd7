/** What the editor wished of each story, what it got, and why a wish was not met: stories and page reports in, plain values out. */

import type { Manifest } from '../../manifest/manifest.js';
import type { PlanEntry } from '../../manifest/schema-issue.js';
import { plainText, type Story, type Weight } from '../../story/story.js';
import type { PageReport, PlannedModule, PlannedPicture } from './flatplan.js';
import type { OversetReport } from './overset.js';
import { columnsOf, count, unmetPicture } from './unmet-pictures.js';
import { type PinSurroundings, type PinWish, unmetPins } from './unmet-pins.js';

/** A wish that was not met, in the editor's own units. */
export interface UnmetWish {
  readonly wish: 'pages' | 'weight' | 'columns' | PinWish | 'picture columns' | 'picture place';
  /** Where; undefined if no part of the story found room. */
  readonly page: number | undefined;
  readonly wanted: string;
  readonly got: string;
  readonly why: string;
  /** What would meet it. */
  readonly hint: string | undefined;
}

/** One story's wishes and places. What the editor left open is undefined. */
export interface StoryPlan {
  readonly story: string;
  readonly wished: {
    readonly pages: { readonly first: number; readonly last: number } | undefined;
    readonly weight: Weight | undefined;
    readonly columns: number | undefined;
    readonly pin: Story['pin'];
  };
  readonly pages: readonly number[];
  /** Weight of the head and its size over its style's; undefined if the story found no room. */
  readonly weight: Weight | undefined;
  readonly headlineScale: number | undefined;
  /** Columns of each part. */
  readonly columns: readonly number[];
  readonly pictures: readonly {
    readonly file: string;
    readonly wished: number | undefined;
    /** Columns, page and the share that its crop shows; undefined if it found no room. */
    readonly placed: { readonly columns: number; readonly page: number; readonly shown: number } | undefined;
  }[];
  readonly unmet: readonly UnmetWish[];
}

type Part = PlannedModule & { readonly page: number };

/** What explaining one story needs of its surroundings. */
interface Surroundings extends PinSurroundings {
  /** Columns of a page. */
  readonly count: number;
  readonly planned: StoryPlan['wished']['pages'];
  /** The story after this one that shares its pages. */
  readonly next: string | undefined;
  readonly overset: OversetReport | undefined;
}

/** All stories in their order. */
export function planStories(
  stories: readonly Story[],
  pages: readonly PageReport[],
  overset: readonly OversetReport[],
  { issue, layout, unplanned }: Pick<Manifest, 'issue' | 'layout' | 'unplanned'>,
): StoryPlan[] {
  const pins = new Map(stories.map(({ id, pin }) => [id, pin]));
  return stories.map(story => {
    const entry = issue.plan?.find(item => item.stories.includes(story.id));
    const first = pages.find(page => page.stories.includes(story.id));
    const order = together(first?.page, pages, { issue, unplanned });
    return planStory(story, {
      pages,
      last: issue.pages ?? Math.max(0, ...pages.map(({ page }) => page)),
      pins,
      parts: pages.flatMap(({ page, modules }) =>
        modules.filter(module => module.story === story.id).map(module => ({ ...module, page })),
      ),
      count: first?.columns ?? layout.columns.count,
      planned: entry?.pages,
      next: order[order.indexOf(story.id) + 1],
      overset: overset.find(item => item.story === story.id),
    });
  });
}

/** The stories that share the pages of one in their order: those of its entry and others that found room there, or all that no entry names. */
function together(
  page: number | undefined,
  reports: readonly PageReport[],
  { issue, unplanned }: Pick<Manifest, 'issue' | 'unplanned'>,
): readonly string[] {
  const within = ({ pages: { first, last } }: PlanEntry, at: number): boolean => at >= first && at <= last;
  const entry = issue.plan?.find(item => page !== undefined && within(item, page));
  if (entry === undefined) return unplanned.stories;
  const there = new Set(reports.flatMap(report => (within(entry, report.page) ? report.stories : [])));
  return [...entry.stories, ...unplanned.stories.filter(id => there.has(id))];
}

function planStory(story: Story, around: Surroundings): StoryPlan {
  const { parts } = around;
  const headline = parts.find(part => part.headline !== undefined)?.headline;
  const pictures = story.pictures.map(picture => ({ picture, ...findPicture(picture.file, parts) }));
  return {
    story: story.id,
    wished: { pages: around.planned, weight: story.weight, columns: story.columns, pin: story.pin },
    pages: [...new Set(parts.map(part => part.page))],
    weight: headline?.weight,
    headlineScale: headline?.scale,
    columns: parts.filter(hasText).map(part => part.columns),
    pictures: pictures.map(({ picture: { file, columns: wished }, part, place }) => {
      if (part === undefined || place === undefined) return { file, wished, placed: undefined };
      const { columns, shown } = place;
      return { file, wished, placed: { columns, page: part.page, shown } };
    }),
    unmet: [
      ...unmetPages(story, around),
      ...unmetWeight(story, around),
      ...unmetColumns(story, around),
      ...unmetPins(story, around),
      ...pictures.flatMap(({ picture, part, place }) => unmetPicture(picture, part, place, around)),
    ],
  };
}

function findPicture(
  file: string,
  parts: readonly Part[],
): { readonly part: Part | undefined; readonly place: PlannedPicture | undefined } {
  for (const part of parts) {
    const place = part.pictures.find(picture => picture.file === file);
    if (place !== undefined) return { part, place };
  }
  return { part: undefined, place: undefined };
}

/** A story's text all has room on its pages, or some of it nowhere. */
function unmetPages({ pictures }: Story, { planned, parts, overset }: Surroundings): UnmetWish[] {
  if (overset === undefined) return [];
  const { lines, words, enough, inTheWay: way } = overset;
  const left = pictures.filter(({ file }) => findPicture(file, parts).place === undefined).length;
  const text = `${lines} lines (about ${words} words)`;
  return [
    {
      wish: 'pages',
      page: parts.at(-1)?.page,
      wanted: planned === undefined ? 'any page' : range(planned),
      got: parts.length === 0 ? 'no room' : 'room for a part',
      why: `${left === 0 ? text : `${text} and ${count(left, 'picture')}`} are too much`,
      hint:
        way === undefined
          ? `${enough === undefined ? 'Cut' : `Pages up to ${enough} would hold it; else cut`} about ${words} words here or in a story before it.`
          : `“${way.wish}” of ${way.of} takes the room: without it ${way.lines} lines more fit.`,
    },
  ];
}

function range({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? `page ${first}` : `pages ${first}-${last}`;
}

/** A headline that had to be made smaller than its weight asks for. */
function unmetWeight(story: Story, { parts }: Surroundings): UnmetWish[] {
  const part = parts.find(item => item.headline !== undefined);
  const headline = part?.headline;
  if (part === undefined || headline === undefined) return [];
  const { weight, scale, limit } = headline;
  // A head keeps the weight it was given; a size the press chose itself is no loss.
  if (story.weight === undefined || limit === undefined) return [];
  const full = { wish: 'weight', page: part.page, wanted: `weight ${story.weight}` } as const;
  const across = `across ${columnsOf(part.columns)}`;
  const letters = Math.ceil([...plainText(story.headline)].length * (1 - scale));
  const why =
    limit === 'word'
      ? `its longest word is wider than ${columnsOf(part.columns)} at full size`
      : `at full size ${across} it takes more lines than a ${weight} head may`;
  const hint =
    limit === 'word'
      ? 'Choose a shorter word, or give the story more columns.'
      : `About ${letters} letters fewer stand at full size.`;
  return [{ ...full, got: `${Math.round(scale * 100)} % of its size`, why, hint }];
}

/** Not so of a picture that stands alone on its page. */
function hasText({ lines }: Part): boolean {
  return lines > 0;
}

function unmetColumns({ columns: wished }: Story, around: Surroundings): UnmetWish[] {
  const { count } = around;
  const parts = around.parts.filter(hasText);
  if (wished === undefined) return [];
  const other = parts.find(part => part.columns !== wished);
  if (other === undefined) return [];
  const { columns, page } = other;
  const { why, hint } = whyColumns(wished, other, { ...around, parts });
  const parted = parts.length > 1 && parts.some(part => part.columns !== columns);
  const got = parted ? parts.map(part => part.columns).join(', ') : String(Math.min(columns, count));
  return [{ wish: 'columns', page, wanted: columnsOf(wished), got, why, hint }];
}

function whyColumns(
  wished: number,
  part: Part,
  { count, next, parts }: Surroundings,
): Pick<UnmetWish, 'why' | 'hint'> {
  if (wished > count) return { why: `a page has ${columnsOf(count)}`, hint: undefined };
  if (part.columns === count && parts.length > 1) {
    const pages = parts.map(({ page }) => page).join(' and ');
    return {
      why: `it is parted over pages ${pages}, and a part takes the whole width`,
      hint: `Shorten it until one page holds it, or take “columns” out.`,
    };
  }
  if (part.columns === count && next === undefined) {
    return {
      why: `no story comes after it on its pages that could stand beside it`,
      hint: `Plan a story of ${columnsOf(count - wished)} after it.`,
    };
  }
  const beside = next === undefined ? '' : ` and “${next}” beside it`;
  return { why: `no page as full was found with it in ${columnsOf(wished)}${beside}`, hint: undefined };
}
