/** The flatplan: pages as set in; what stands where on each, and how full it is, out. Plain values for reports and proofs. */

import type { HeadlineFit } from '../../flow/head.js';
import type { PreparedStory } from '../../flow/prepare.js';
import { extentsOf } from '../../frame/extent.js';
import type { Item } from '../../frame/frame.js';
import type { PageTemplate } from '../../manifest/layout.js';
import type { Direction } from '../../text/paragraph.js';
import type { Area } from '../geometry.js';
import { type SetPage, storiesOn } from '../set-page.js';
import { type Blank, blanksBeside } from './blank.js';
import type { OversetReport } from './overset.js';
import { planModule, withOpener } from './planned-module.js';

/** A picture in its place, the room for caption and space included. */
export interface PlannedPicture {
  readonly file: string;
  readonly columns: number;
  readonly place: 'top' | 'bottom';
  /** Over all text of its page, or across two; undefined for one in a module. */
  readonly over: 'page' | 'spread' | undefined;
  /** Share of the picture that its crop shows; 1 for drawings. */
  readonly shown: number;
  readonly area: Area;
}

/** A story, or a part of it, on a page. Lengths are points, places from the trim's top left corner. */
export interface PlannedModule {
  readonly story: string;
  readonly lang: string;
  readonly direction: Direction;
  readonly area: Area;
  /** Where the columns begin under the head. */
  readonly columnTop: number;
  /** Columns of text, and the lines that one holds down to the foot; none under a picture alone. */
  readonly columns: number;
  readonly lines: number;
  readonly leading: number;
  /** Undefined for a part that another page's head stands over, and for a picture alone. */
  readonly headline: HeadlineFit | undefined;
  readonly pictures: readonly PlannedPicture[];
  /** Pages the story comes from and goes on to. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly blanks: readonly Blank[];
}

/** What one page holds. */
export interface PageReport {
  readonly page: number;
  readonly section: string | undefined;
  /** Name of the page's template, and its columns. */
  readonly template: string;
  readonly columns: number;
  readonly stories: readonly string[];
  /** Share of the body area that is not blank, the columns of modules counted line by line. */
  readonly fill: number;
  /** Whether that counts as full: two hundredths blank at the most. */
  readonly full: boolean;
  /** Lines of the page's last story that would fill it. */
  readonly blankLines: number;
  /** The last story that ends here with all its text, and the words by which it would fill the page; undefined if none ends here. */
  readonly fillable: { readonly story: string; readonly words: number } | undefined;
  /** Room for modules, an imprint left out. */
  readonly body: Area;
  readonly modules: readonly PlannedModule[];
  /** Blank stretches that no module covers, column by column. */
  readonly blanks: readonly Blank[];
}

/** Pages of each story by its id, ascending. */
export type StoryPages = ReadonlyMap<string, readonly number[]>;

export function pagesByStory(pages: Iterable<Pick<SetPage, 'page' | 'rows'>>): StoryPages {
  const found = new Map<string, number[]>();
  for (const { page, rows } of [...pages].sort((a, b) => a.page - b.page)) {
    for (const id of storiesOn({ rows })) {
      const before = found.get(id) ?? [];
      found.set(id, before.includes(page) ? before : [...before, page]);
    }
  }
  return found;
}

/** Per cent, as rounded as it is shown. */
const FULL = 98;

/** A page as drawn. */
export interface DrawnPage {
  readonly number: number;
  readonly section: string | undefined;
  /** Undefined for an empty page. */
  readonly set: SetPage | undefined;
  readonly items: readonly Item[];
  /** Room for modules, an imprint left out. */
  readonly body: Area;
}

export function planPage(
  { number, section, set, items, body }: DrawnPage,
  { name: template, layout }: Pick<PageTemplate, 'name' | 'layout'>,
  storyPages: StoryPages,
  overset: readonly OversetReport[],
): PageReport {
  const extents = extentsOf(items);
  const placed = (set?.rows ?? []).flatMap(({ row, y }) =>
    row.cells.flatMap(cell => cell.modules.map(module => ({ module, top: y + module.y }))),
  );
  const modules = withOpener(
    placed.flatMap(({ module, top }) => planModule(module, top, number, items, extents, storyPages)),
    set?.opener,
    layout,
  );
  const last = placed.at(-1)?.module.stories.at(-1);
  const leading = last?.leading ?? layout.grid;
  const { count, gutter } = layout.columns;
  const columns = Array.from({ length: count }, (_, index): Area => {
    const x = body.x + index * (layout.columnWidth + gutter);
    return { ...body, x, width: layout.columnWidth };
  });
  const fillers = (set?.rows ?? []).flatMap(({ row, y }) =>
    row.cells.flatMap(({ x, width, filler }): Area[] =>
      filler === undefined ? [] : [{ x, y: y + filler.y, width, height: filler.height }],
    ),
  );
  const openers = set?.opener === undefined ? [] : [set.opener];
  const areas = [...[...openers, ...modules].map(({ area }) => area), ...fillers];
  const blanks = columns.flatMap(column => blanksBeside(areas, column, leading, 2 * layout.module.gap + 1));
  const inModules = modules.flatMap(module => module.blanks.map(({ lines }) => lines * module.leading));
  const blank = [...blanks.map(({ height }) => height), ...inModules].reduce((sum, high) => sum + high, 0);
  const blankLines = last === undefined ? 0 : Math.floor(blank / leading);
  const ending = placed
    .flatMap(({ module }) => module.stories)
    .findLast(({ story: { id } }) => storyPages.get(id)?.at(-1) === number && !isLost(id, overset));
  const fill = 1 - blank / (body.height * count);
  return {
    page: number,
    section,
    template,
    columns: count,
    stories: [...new Set([...openers.map(({ story }) => story.id), ...storiesOn(set)])],
    fill,
    full: Math.round(fill * 100) >= FULL,
    blankLines,
    fillable: ending && { story: ending.story.id, words: wordsIn(blank, ending) },
    body,
    modules,
    blanks,
  };
}

function isLost(id: string, overset: readonly OversetReport[]): boolean {
  return overset.some(({ story }) => story === id);
}

/** Words of a story that fill a height of its lines. */
function wordsIn(height: number, { body, words, leading }: PreparedStory): number {
  return Math.round((Math.floor(height / leading) * words) / Math.max(1, body.length));
}
