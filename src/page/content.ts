/** What goes into a module: copy, columns and sizes in, the content that flow lays out. Points. */

import { type ColumnSet, spanWidth, spanX } from '../flow/columns.js';
import { type Head, headSizes, setHead } from '../flow/head.js';
import type { Insert } from '../flow/insert.js';
import type { ModuleContent } from '../flow/module.js';
import { type PreparedStory, weightOf } from '../flow/prepare.js';
import type { TextSetter } from '../flow/setter.js';
import type { Direction } from '../text/paragraph.js';
import type { Copy, Sizes } from './choice.js';
import type { Area } from './geometry.js';

export interface RowContext {
  readonly setter: TextSetter;
  readonly area: Area;
  /** Reading direction of the publication: the first story of a row stands at its start. */
  readonly direction: Direction;
  /** The small head over a story that comes from another page. */
  readonly continuationHead: (prepared: PreparedStory, width: number) => Head;
}

/** From this many columns on a deck across them all would be too long a line: it opens the first column instead. */
const DECK_IN_COLUMN = 3;

/** The content of a module of `columns` columns that begins `start` columns from the start of the page. */
export function contentOf(
  copy: Copy,
  columns: number,
  start: number,
  sizes: Sizes,
  context: RowContext,
): ModuleContent {
  const body = bodyOf(copy, columns, start, sizes.spans, context);
  return { ...body, head: headOf(copy, columns, sizes.head, context) };
}

/** The same without its head. */
export function bodyOf(
  copy: Copy,
  columns: number,
  start: number,
  spans: Sizes['spans'],
  context: RowContext,
): ModuleContent {
  const { setter } = context;
  const [prepared] = copy.stories;
  const { story, leading } = prepared!;
  return {
    story: story.id,
    head: undefined,
    pieces: piecesOf(copy, columns),
    inserts: insertsOf(copy, spans),
    leading,
    columns: columnsOf(prepared!, columns, start, context),
    jumpHeight: setter.onGrid(setter.style('jump', story.lang).leading),
  };
}

/** Inserts still to be placed, as wide as they are to be. */
function insertsOf({ stories, from }: Copy, spans: readonly number[]): Insert[] {
  return stories[0]!.inserts
    .slice(from.insert, from.insert + spans.length)
    .map((insert, index) => ({ ...insert, columns: spans[index]! }));
}

function piecesOf({ stories, from }: Copy, columns: number): ModuleContent['pieces'] {
  const [prepared] = stories;
  if (stories.length > 1) return stories.flatMap(({ brief }) => brief!);
  if (from.rest !== undefined) return from.rest;
  const { opening, body } = prepared!;
  return columns < DECK_IN_COLUMN || opening.length === 0 ? body : [...opening, ...body];
}

/** Briefs have their heads among their pieces. */
export function headOf(
  { stories, from }: Copy,
  columns: number,
  size: number,
  context: RowContext,
): Head | undefined {
  if (stories.length > 1) return undefined;
  const { setter } = context;
  const { columnWidth, columns: grid } = setter.layout;
  const [prepared] = stories;
  const width = spanWidth({ columnWidth, gutter: grid.gutter }, columns);
  if (from.rest !== undefined) return context.continuationHead(prepared!, width);
  const weight = weightOf(prepared!, columns, grid.count);
  return setHead(prepared!.story, weight, width, columns < DECK_IN_COLUMN, setter, size);
}

/** Sizes to choose from for the headline of a module. */
export function headSizesOf({ stories, from }: Copy, columns: number, { setter }: RowContext): number[] {
  const [prepared] = stories;
  if (stories.length > 1 || from.rest !== undefined) return [1];
  const { columnWidth, columns: grid } = setter.layout;
  const width = spanWidth({ columnWidth, gutter: grid.gutter }, columns);
  return headSizes(prepared!.story, weightOf(prepared!, columns, grid.count), width, setter);
}

function columnsOf(
  { story }: PreparedStory,
  columns: number,
  start: number,
  { setter, area, direction }: RowContext,
): ColumnSet {
  const { columnWidth, columns: grid } = setter.layout;
  const page = { count: grid.count, columnWidth, gutter: grid.gutter, direction, x: area.x };
  return {
    count: columns,
    columnWidth,
    gutter: grid.gutter,
    direction: story.direction,
    x: spanX(page, start, columns),
  };
}
