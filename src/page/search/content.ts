/** What goes into a module: copy, columns and sizes in, the content that flow lays out. Points. */

import { type ColumnSet, spanWidth, spanX } from '../../flow/columns.js';
import { type Head, headSizes, setHead } from '../../flow/head.js';
import type { Insert } from '../../flow/insert.js';
import type { ModuleContent } from '../../flow/module.js';
import type { Piece } from '../../flow/piece.js';
import { type PreparedStory, weightOf } from '../../flow/prepare.js';
import type { TextSetter } from '../../flow/setter.js';
import type { Weight } from '../../story/story.js';
import type { Direction } from '../../text/paragraph.js';
import type { FillerPool } from '../fillers.js';
import type { Area } from '../geometry.js';
import type { Copy, Sizes } from './choice.js';

export interface RowContext {
  readonly setter: TextSetter;
  readonly area: Area;
  /** The publication's first language. */
  readonly lang: string;
  /** Reading direction of the publication: the first story of a row stands at its start. */
  readonly direction: Direction;
  /** The small head over a story that comes from another page, at the top of its first column. */
  readonly continuation: (prepared: PreparedStory) => readonly Piece[];
  readonly fillers: FillerPool;
  /** False where the text goes on over the facing page as if it were the same. */
  readonly jumps: boolean;
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
  const { setter } = context;
  const [prepared] = copy.stories;
  const { story, leading } = prepared!;
  return {
    story: story.id,
    head: headOf(copy, sizes, context),
    under: sizes.under,
    pieces: piecesOf(copy, sizes.under, context),
    inserts: insertsOf(copy, columns, sizes.spans),
    leading,
    columns: columnsOf(prepared!, columns, start, context),
    jumpHeight: context.jumps ? setter.onGrid(setter.style('jump', story.lang).leading) : 0,
  };
}

/** Inserts still to be placed, as wide as they are to be. */
function insertsOf({ stories, from }: Copy, columns: number, spans: readonly number[]): Insert[] {
  return stories[0]!.inserts.slice(from.insert, from.insert + spans.length).map((insert, index) => {
    const span = spans[index]!;
    // Nothing stands over the small head of a story that comes from another page.
    const below = from.rest !== undefined && span >= columns && insert.place === undefined;
    return { ...insert, columns: span, place: below ? 'bottom' : insert.place };
  });
}

function piecesOf({ stories, from }: Copy, under: number, context: RowContext): ModuleContent['pieces'] {
  const [prepared] = stories;
  if (stories.length > 1) return stories.flatMap(({ brief }) => brief!);
  if (from.rest !== undefined) return [...context.continuation(prepared!), ...from.rest];
  const { opening, body } = prepared!;
  return under < DECK_IN_COLUMN || opening.length === 0 ? body : [...opening, ...body];
}

/** Heads that have been set: a story's text for a width and size does not change while its pages are searched. */
const setHeads = new WeakMap<PreparedStory, Map<string, Head>>();

/** Briefs and stories that come from another page have their heads among their pieces. */
export function headOf(
  { stories, from }: Copy,
  { head, under }: Pick<Sizes, 'head' | 'under'>,
  { setter }: RowContext,
): Head | undefined {
  if (stories.length > 1 || from.rest !== undefined) return undefined;
  const prepared = stories[0]!;
  const kept = setHeads.get(prepared) ?? new Map<string, Head>();
  setHeads.set(prepared, kept);
  const key = `${under}/${head}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const weight = weightUnder(prepared, under, setter);
  const set = setHead(prepared.story, weight, widthOf(under, setter), under < DECK_IN_COLUMN, setter, head);
  kept.set(key, set);
  return set;
}

/** A head over a part of its module's columns is as large as in a module of that width. */
function weightUnder(prepared: PreparedStory, under: number, { layout }: TextSetter): Weight {
  return weightOf(prepared, under, layout.columns.count);
}

function widthOf(columns: number, { layout }: TextSetter): number {
  return spanWidth({ columnWidth: layout.columnWidth, gutter: layout.columns.gutter }, columns);
}

/** Sizes to choose from for the headline of a module, as shares of its style's. */
export function headSizesOf({ stories, from }: Copy, under: number, { setter }: RowContext): number[] {
  const [prepared] = stories;
  if (stories.length > 1 || from.rest !== undefined) return [1];
  const pinned = prepared!.story.pin?.head;
  if (pinned !== undefined) return [pinned];
  const weight = weightUnder(prepared!, under, setter);
  return headSizes(prepared!.story, weight, widthOf(under, setter), setter);
}

/** All columns of the page, in the publication's direction. */
export function pageColumns({ setter, area, direction }: RowContext): ColumnSet {
  const { columnWidth, columns } = setter.layout;
  return { count: columns.count, columnWidth, gutter: columns.gutter, direction, x: area.x };
}

function columnsOf({ story }: PreparedStory, columns: number, start: number, context: RowContext): ColumnSet {
  const page = pageColumns(context);
  return { ...page, count: columns, direction: story.direction, x: spanX(page, start, columns) };
}
