/** What the search for full pages chooses between, and what it weighs. */

import type { Piece } from '../../flow/piece.js';
import type { PreparedStory } from '../../flow/prepare.js';

/** How far a story has been placed. */
export interface Progress {
  /** The pieces still to be placed; undefined while not even the head has been set. */
  readonly rest: readonly Piece[] | undefined;
  /** Inserts placed so far. */
  readonly insert: number;
}

export const UNTOUCHED: Progress = { rest: undefined, insert: 0 };

/** What a module is to hold: one story from some place on, or several briefs one after another. */
export interface Copy {
  readonly stories: readonly PreparedStory[];
  readonly from: Progress;
}

/** The sizes that a module is set in. */
export interface Sizes {
  /** Size of the headline, as a share of its style's. */
  readonly head: number;
  /** Columns under the headline: all of the module's, or fewer if the first picture stands beside it. */
  readonly under: number;
  /** Columns of each insert that stands in the module. */
  readonly spans: readonly number[];
  /** Height of its photographs over that of their own shape. */
  readonly scale: number;
}

export interface ModuleChoice {
  readonly copy: Copy;
  readonly columns: number;
  readonly sizes: Sizes;
  /** Grid steps. */
  readonly height: number;
}

/** Modules one under another in the same columns, and under them a filler if they leave room for one. */
export interface CellChoice {
  readonly columns: number;
  readonly modules: readonly ModuleChoice[];
  /** Height of the filler in grid steps; 0 without one. */
  readonly filler: number;
}

/** Cells side by side, in the publication's direction. */
export interface RowChoice {
  readonly cells: readonly CellChoice[];
  /** Grid steps. */
  readonly height: number;
}

/** A part of a story that goes on over the next page, at the end of a row. */
export interface PartChoice {
  /** Cells that stand before it in the row. */
  readonly before: readonly CellChoice[];
  readonly module: ModuleChoice;
}

/** The part and what stands before it as a row like others. */
export function rowOfPart({ before, module }: PartChoice): RowChoice {
  const { columns, height } = module;
  return { cells: [...before, { columns, modules: [module], filler: 0 }], height };
}

/** What stands on a page: rows from the top, the last one with a part of a story if that goes on over the next page. */
export interface PageChoice {
  readonly page: number;
  readonly rows: readonly RowChoice[];
  readonly part: PartChoice | undefined;
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
  /** How much more white at a page's foot weighs while stories wait. */
  early: 2.2,
  /** A line by which columns of a module end apart, beyond the first. */
  apart: 0.8,
  /** White that spaces over subheads and quotes take up, and white beside a headline, as shares of blank space. */
  opened: 0.4,
  beside: 0.6,
  /** The square of a picture's distance from its own shape, in e-foldings. */
  scale: 1,
  /** A photograph coarser than newsprint asks for by an e-folding. */
  coarse: 2.5,
  /** A column more or less than an insert wishes for. */
  span: 0.06,
  /** A headline a tenth larger or smaller than its style. */
  head: 0.03,
  /** A column more or less than a story's length asks for, and each line that its columns have less than a few. */
  width: 0.05,
  shallow: 0.04,
  shallowBriefs: 0.012,
  /** Two briefs out of the editor's order. */
  order: 0.02,
  /** A story parted; more if little of it stands on one of the pages, above all where it begins, none of its pictures there, or much less than follows. */
  part: 1.2,
  shallowPart: { beginning: 2.6, part: 0.9, end: 1.5 },
  bare: 0.5,
  belated: 1.5,
  /** A filler, and a whole page of it. */
  filler: 0.5,
  fillerPage: 12,
  /** A story off the page, the place or the width that it is pinned to. */
  pin: 15,
  outlook: 0.5,
  oversetLine: 1,
  /** An empty page before the stories are through, and one between the parts of a story. */
  skipped: 1,
  skippedPart: 100,
};

/** Pieces of a story that are still to be placed. */
export function piecesLeft(prepared: PreparedStory, progress: Progress): number {
  return progress.rest?.length ?? prepared.body.length;
}

/** A name for how far a story is: the same for the same pieces left. */
export function progressKey({ rest, insert }: Progress): string {
  if (rest === undefined) return 'all';
  const [first] = rest;
  return `${rest.length}/${first?.block}/${first?.floats}/${insert}`;
}
