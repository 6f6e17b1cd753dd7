/** How many pages an issue takes: its stories in, the count and what a smaller one would ask for out. */

import type { PreparedStory } from '../flow/prepare.js';
import type { EditionInput } from './edition.js';
import type { RoundMemory } from './memory.js';
import { oversetLines, type Run } from './run.js';
import { type Allotment, runsOf, type Tools } from './runs.js';
import { estimatePages } from './search/search.js';

/** The number of pages, and lines that would have to go for the next smaller multiple of four. */
export interface PageCount {
  readonly pages: number;
  readonly fewer: { readonly pages: number; readonly cut: number } | undefined;
}

/** Smaller pictures make room for this much more than fits at their own size; beyond it a page count is not tried. */
export const TIGHTEST = 1.15;
/** With this many times the room that the stories want, what still finds none would find none on any page. */
const LOOSEST = 2;
export const MOST_PAGES = 128;

/** The page count asked for, or the smallest multiple of four that holds all stories, or else as much of them as can be. */
export function countPages(
  input: EditionInput,
  prepared: ReadonlyMap<string, PreparedStory>,
  tools: Tools,
  memory: RoundMemory,
  allotted: Allotment,
): PageCount {
  const { issue, unplanned } = input.manifest;
  if (issue.pages !== undefined) return { pages: issue.pages, fewer: undefined };
  const { first, between } = unplanned;
  const least = Math.ceil((first - 1) / 4) * 4;
  if (allotted.others.length === 0) return { pages: least, fewer: undefined };
  let fewer: PageCount['fewer'];
  let fewest = { pages: MOST_PAGES, lines: Number.POSITIVE_INFINITY };
  const begin = between.length > 0 ? least : Math.ceil(first / 4) * 4;
  for (let pages = begin; pages <= MOST_PAGES; pages += 4) {
    const run = runsOf(input, prepared, tools, pages, allotted).at(-1)!;
    const room = run.pages.length;
    const wanted = estimatePages(run);
    if (wanted > room * TIGHTEST) {
      fewer = { pages, cut: Math.round((wanted - room * TIGHTEST) * linesOfPage(run)) };
      continue;
    }
    const lines = oversetLines(memory.set(run, pages));
    if (lines === 0) return { pages, fewer };
    fewer = { pages, cut: lines };
    if (lines < fewest.lines) fewest = { pages, lines };
    if (room > wanted * LOOSEST + 4) break;
  }
  return { pages: fewest.pages, fewer: undefined };
}

/** Body lines on a page without anything else. */
export function linesOfPage({ firstPage, contextOf }: Pick<Run, 'firstPage' | 'contextOf'>): number {
  const { area, setter, lang } = contextOf(firstPage);
  return (area.height / setter.style('body', lang).leading) * setter.layout.columns.count;
}
