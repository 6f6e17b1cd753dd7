/** Rows of modules: which stories stand side by side, and how one row is set at a place on the page. */

import type { ColumnSet } from '../flow/columns.js';
import { type Head, setHead } from '../flow/head.js';
import type { Insert } from '../flow/insert.js';
import { layModule, layWholeModule, type ModuleContent, type ModuleLayout } from '../flow/module.js';
import { heightOf, type Piece } from '../flow/piece.js';
import { type PreparedStory, weightOf } from '../flow/prepare.js';
import type { TextSetter } from '../flow/setter.js';
import type { Direction } from '../text/paragraph.js';
import type { Area } from './geometry.js';

/** How far a story has been placed. */
export interface Progress {
  /** The pieces still to be placed; undefined while not even the head has been set. */
  readonly rest: readonly Piece[] | undefined;
  /** Inserts placed so far. */
  readonly insert: number;
}

export const UNTOUCHED: Progress = { rest: undefined, insert: 0 };

/** Pieces of a story that are still to be placed. */
export function piecesLeft(prepared: PreparedStory, progress: Progress): number {
  return progress.rest?.length ?? prepared.body.length;
}

export interface SetModule {
  readonly prepared: PreparedStory;
  readonly content: ModuleContent;
  readonly layout: ModuleLayout;
  readonly columns: number;
  /** Where the story stands after this module; undefined once it is complete. */
  readonly rest: Progress | undefined;
  readonly continued: boolean;
}

export interface SetRow {
  readonly modules: readonly SetModule[];
  readonly height: number;
}

export interface RowContext {
  readonly setter: TextSetter;
  readonly area: Area;
  /** Reading direction of the publication: the first story of a row stands at its start. */
  readonly direction: Direction;
  /** The small head over a story that comes from another page. */
  readonly continuationHead: (prepared: PreparedStory, width: number) => Head;
}

/** A story and the columns it gets in a row. */
export interface Place {
  readonly prepared: PreparedStory;
  readonly columns: number;
}

/** Stories side by side at the most. */
const MOST_IN_ROW = 3;

/** All ways for a row to begin with `stories[first]`: one to three stories in order that fill `count` columns together. */
export function rowOptions(stories: readonly PreparedStory[], first: number, count: number): Place[][] {
  const options: Place[][] = [];
  const extend = (row: readonly Place[], free: number): void => {
    if (free === 0) {
      options.push([...row]);
      return;
    }
    const prepared = stories[first + row.length];
    if (prepared === undefined || row.length === MOST_IN_ROW) return;
    const pinned = prepared.story.columns;
    for (let columns = 1; columns <= free; columns++) {
      if (pinned !== undefined && columns !== Math.min(pinned, count) && columns !== count) continue;
      extend([...row, { prepared, columns }], free - columns);
    }
  };
  extend([], count);
  return options;
}

/** The largest scale pictures are grown to, and the smallest they shrink to. */
export const LARGEST_SCALE = 1.5;
export const SMALLEST_SCALE = 0.62;

/** Height of a story's whole rest in so many columns; infinite if it cannot stand in them. Points. */
export function moduleHeight(place: Place, from: Progress, scale: number, context: RowContext): number {
  const [content] = contentsOf([place], from, context);
  return layWholeModule(content!, context.area.height * 1.2, scale)?.height ?? Number.POSITIVE_INFINITY;
}

/** All modules of a row at their whole length, brought to the height of the highest; undefined if one does not fit. */
export function setWholeRow(
  row: readonly Place[],
  from: Progress,
  limit: number,
  scale: number,
  context: RowContext,
): SetRow | undefined {
  const contents = contentsOf(row, from, context);
  const layouts: ModuleLayout[] = [];
  for (const content of contents) {
    const layout = layWholeModule(content, limit, scale);
    if (layout === undefined) return undefined;
    layouts.push(layout);
  }
  const height = Math.max(...layouts.map(layout => layout.height));
  const modules = contents.map((content, index): SetModule => {
    const { prepared, columns } = row[index]!;
    const layout = layouts[index]!;
    const stretched = layout.height < height ? stretchModule(content, layout, height, scale) : layout;
    return {
      prepared,
      content,
      columns,
      layout: stretched,
      rest: undefined,
      continued: from.rest !== undefined,
    };
  });
  return { modules, height: context.setter.onGrid(height) };
}

/** Grows a module's pictures until it is `height` high or they are as large as may be; text is never lost to it. */
export function stretchModule(
  content: ModuleContent,
  layout: ModuleLayout,
  height: number,
  scale: number,
): ModuleLayout {
  const taller = layModule(content, height, scale);
  let best = taller === undefined || taller.rest.length > 0 ? layout : taller;
  for (let larger = scale + 0.02; larger <= LARGEST_SCALE; larger += 0.02) {
    const grown = layModule(content, height, larger);
    if (grown === undefined || grown.rest.length > 0) break;
    best = grown;
  }
  return best;
}

/**
 * A single story's module that fills `height` and leaves the rest for the next page. As many inserts stand in this
 * part as its share of the story; undefined if not even the head and a few lines fit.
 */
export function setPart(
  place: Place,
  from: Progress,
  height: number,
  scale: number,
  context: RowContext,
): SetRow | undefined {
  const [whole] = contentsOf([place], from, context);
  if (whole === undefined) return undefined;
  const { count, columnWidth, gutter } = whole.columns;
  const insertArea = whole.inserts.reduce((sum, insert) => {
    const span = Math.min(insert.columns, count);
    return sum + insert.heightAt(scale, span * columnWidth + (span - 1) * gutter) * span;
  }, 0);
  const total = (heightOf(whole.pieces) + insertArea) / count + (whole.head?.height ?? 0);
  let taken = Math.min(
    whole.inserts.length,
    Math.round((whole.inserts.length * height) / Math.max(total, 1)),
  );
  if (from.rest === undefined && whole.inserts.length > 0) taken = Math.max(1, taken);
  const part = (module: ModuleContent, inserts: number, high: number): SetRow | undefined => {
    const content = { ...module, inserts: whole.inserts.slice(0, inserts) };
    const layout = layModule(content, high, scale);
    if (layout === undefined || layout.rest.length === 0) return undefined;
    if (content.pieces.length - layout.rest.length < LEAST_LINES * count) return undefined;
    const rest = { rest: layout.rest, insert: from.insert + inserts };
    const { prepared, columns } = place;
    return {
      modules: [{ prepared, content, layout, columns, rest, continued: from.rest !== undefined }],
      height: high,
    };
  };
  for (let inserts = taken; inserts >= 0; inserts--) {
    const row = part(whole, inserts, height);
    if (row !== undefined) return row;
  }
  if (height < context.area.height - 0.01) return undefined;
  // More pictures than a page holds and little text: the module ends early, so that text is left for the other pages.
  for (let inserts = Math.min(taken, whole.inserts.length - 1); inserts > 0; inserts--) {
    const kept = Math.max(LEAST_LINES * count, textShare(whole, whole.inserts.length - inserts));
    for (let high = height - whole.leading; high > 0; high -= whole.leading) {
      const row = part(whole, inserts, high);
      if (row !== undefined && row.modules[0]!.layout.rest.length >= kept) return row;
    }
  }
  return undefined;
}

/** Pieces of a module's text that go with so many of its inserts. */
function textShare({ pieces, inserts }: ModuleContent, count: number): number {
  return Math.floor((pieces.length * count) / inserts.length);
}

/** A part of a story has at least so many lines in each column. */
const LEAST_LINES = 2;

/** From this many columns on a deck across them all would be too long a line: it opens the first column instead. */
const DECK_IN_COLUMN = 3;

function contentsOf(row: readonly Place[], from: Progress, context: RowContext): ModuleContent[] {
  const { setter, area, direction } = context;
  const { columnWidth, columns: grid } = setter.layout;
  let start = 0;
  return row.map(({ prepared, columns }): ModuleContent => {
    const width = columns * columnWidth + (columns - 1) * grid.gutter;
    const offset = start * (columnWidth + grid.gutter);
    const x = direction === 'rtl' ? area.x + area.width - offset - width : area.x + offset;
    start += columns;
    const set: ColumnSet = {
      count: columns,
      columnWidth,
      gutter: grid.gutter,
      direction: prepared.story.direction,
      x,
    };
    const inHead = columns < DECK_IN_COLUMN;
    const opening = from.rest !== undefined || inHead ? [] : prepared.opening;
    const weight = weightOf(prepared, columns, grid.count);
    const inserts: readonly Insert[] = prepared.inserts.slice(from.insert);
    return {
      story: prepared.story.id,
      head:
        from.rest === undefined
          ? setHead(prepared.story, weight, width, inHead, setter)
          : context.continuationHead(prepared, width),
      pieces: from.rest ?? (opening.length > 0 ? [...opening, ...prepared.body] : prepared.body),
      inserts,
      leading: prepared.leading,
      columns: set,
      jumpHeight: setter.onGrid(setter.style('jump', prepared.story.lang).leading),
    };
  });
}
