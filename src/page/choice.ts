/** What the search for full pages chooses between, and what it weighs. */

import type { Place, Progress } from './rows.js';

/** Rows of whole stories, or of the rest of one, one under another. */
export interface RowChoice {
  readonly places: readonly Place[];
  readonly from: Progress;
}

/** What stands on a page: whole rows from the top, then a part of a story that goes on over the next page. */
export interface PageChoice {
  readonly page: number;
  readonly rows: readonly RowChoice[];
  readonly part: { readonly place: Place; readonly from: Progress } | undefined;
  /** Scale of the page's photographs; 1 is their own shape. */
  readonly scale: number;
}

/** How far a run has been placed. */
export interface Cursor {
  readonly story: number;
  readonly progress: Progress;
}

/** A page's choice, where it leaves the run, and its cost. */
export interface Filling {
  readonly choice: PageChoice;
  readonly cursor: Cursor;
  readonly cost: number;
}

/** Costs, weighed against a tenth of a page left blank. */
export const COST = {
  blank: 10,
  outlook: 0.6,
  part: 0.35,
  width: 0.05,
  scale: 0.4,
  oversetLine: 1,
  /** An empty page before the stories are through, and one between the parts of a story. */
  skipped: 1,
  skippedPart: 100,
};

const ids = new WeakMap<object, number>();
let lastId = 0;

/** A name for how far a story is: the same for the same pieces left. */
export function progressKey({ rest, insert }: Progress): string {
  if (rest === undefined) return 'all';
  let id = ids.get(rest);
  if (id === undefined) {
    lastId += 1;
    id = lastId;
    ids.set(rest, id);
  }
  return `${id}/${insert}`;
}
