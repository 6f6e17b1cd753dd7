/** Text that found no room: the runs of an issue in; each story with its lines, and what would make room for it, out. */

import { MOST_PAGES, TIGHTEST } from '../page-count.js';
import { lastPageOf, oversetLines, type Run, type SetRun, setRun } from '../run.js';
import { piecesLeft } from '../search/choice.js';
import { estimatePages } from '../search/search.js';
import type { InTheWay } from './in-the-way.js';

/** What would make room for the text of a run that found none. */
export interface Remedy {
  /** The last page with which all of it would fit; undefined if that is not known. */
  readonly enough: number | undefined;
  /** The wish without which most of it would fit; undefined if there is none. */
  readonly inTheWay: InTheWay | undefined;
}

export interface OversetReport extends Remedy {
  readonly story: string;
  readonly lines: number;
  readonly words: number;
  /** The pages of its run. */
  readonly pages: { readonly first: number; readonly last: number };
}

/** In the order of the runs. */
export function oversetOf(
  runs: readonly { readonly run: Run; readonly set: SetRun }[],
  remedyFor: (run: Run, set: SetRun) => Remedy,
): OversetReport[] {
  return runs.flatMap(({ run, set }) => {
    if (set.overset.length === 0) return [];
    const remedy = remedyFor(run, set);
    const pages = { first: run.firstPage, last: lastPageOf(run) };
    return set.overset.map(({ prepared, from }) => {
      const lines = piecesLeft(prepared, from);
      const share = prepared.body.length === 0 ? 1 : lines / prepared.body.length;
      return { story: prepared.story.id, lines, words: Math.round(prepared.words * share), pages, ...remedy };
    });
  });
}

/** Numbers of pages that are tried; each is a search of its own. */
const TRIED = 3;

/**
 * The last page with which all text of a run fits; undefined if it does, or if none of the numbers tried is enough. More pages follow
 * page `end`; `step` is what the last must be a multiple of. A picture across two pages stands on two and no more.
 */
export function enoughPages(run: Run, set: SetRun, end: number, step: number): number | undefined {
  if (oversetLines(set) === 0 || run.opener?.kind === 'spread') return undefined;
  const wanted = end - run.pages.length + estimatePages(run) / TIGHTEST;
  const from = Math.max(end + 1, wanted);
  const first = Math.ceil(from / step) * step;
  for (let last = first; last < first + TRIED * step && last <= MOST_PAGES; last += step) {
    const pages = [...run.pages, ...Array.from({ length: last - end }, (_, at) => end + 1 + at)];
    if (oversetLines(setRun({ ...run, pages })) === 0) return last;
  }
  return undefined;
}
