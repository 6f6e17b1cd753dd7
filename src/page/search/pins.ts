/** Stories pinned to pages and places: what a page, a row or a part that misses a pin costs. */

import type { Run } from '../run.js';
import { type CellChoice, COST, type Cursor, type PartChoice, type RowChoice, rowOfPart } from './choice.js';

/** Pinned pages that are missed where a page of a run begins and ends so: each counts on the page where that is certain. */
export function pagePinCost(
  { stories }: Pick<Run, 'stories'>,
  page: number,
  from: Cursor,
  to: Cursor,
): number {
  const first = from.progress.rest === undefined ? from.story : from.story + 1;
  const next = to.progress.rest === undefined ? to.story : to.story + 1;
  let missed = 0;
  for (const [index, { story }] of stories.entries()) {
    const wanted = story.pin?.page;
    if (wanted === undefined || index < first) continue;
    const begins = index < next;
    if (begins ? wanted > page : wanted === page) missed++;
  }
  return missed * COST.pin;
}

/** Pins to the top or bottom of a page, as a row meets them. */
export interface RowPins {
  /** Stories that belong at the top, and at the bottom, and can be there if the row is. */
  readonly top: number;
  readonly bottom: number;
  /** Stories that have others or a filler on the wrong side within the row. */
  readonly misplaced: number;
}

const UNPINNED: RowPins = { top: 0, bottom: 0, misplaced: 0 };

export function rowPins({ cells }: Pick<RowChoice, 'cells'>): RowPins {
  return cells.map(cellPins).reduce(
    (a, b) => ({
      top: a.top + b.top,
      bottom: a.bottom + b.bottom,
      misplaced: a.misplaced + b.misplaced,
    }),
    UNPINNED,
  );
}

function cellPins({ modules, filler }: CellChoice): RowPins {
  const places = modules.flatMap(({ copy: { stories, from } }) =>
    stories.map(({ story }) => (from.rest === undefined ? story.pin?.place : undefined)),
  );
  let [top, bottom, misplaced] = [0, 0, 0];
  for (const [index, place] of places.entries()) {
    if (place === undefined) continue;
    const meets = place === 'top' ? index === 0 : index === places.length - 1 && filler === 0;
    if (!meets) misplaced++;
    else if (place === 'top') top++;
    else bottom++;
  }
  return { top, bottom, misplaced };
}

/** Pins that a row misses under another, or that the one over it misses for it. */
export function pinCost(
  { top, misplaced }: RowPins,
  above: { readonly row: RowChoice | undefined; readonly bottom: number },
): number {
  return (misplaced + (above.row === undefined ? 0 : top) + above.bottom) * COST.pin;
}

/** Pins that a row with a part of a story misses under so many others; `bottom` of the lowest of them are missed in any case. */
export function partPinCost(part: PartChoice, rows: number): number {
  const { top, misplaced } = rowPins(rowOfPart(part));
  return (misplaced + (rows > 0 ? top : 0)) * COST.pin;
}
