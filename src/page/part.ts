/** Parts of a story at the foot of a page: copy and a height in, modules that fill it and what they leave over out. */

import { insertArea, layModule, type ModuleContent, whiteIn } from '../flow/module.js';
import { heightOf } from '../flow/piece.js';
import { COST, type Copy, type ModuleChoice, type Progress } from './choice.js';
import { contentOf, type RowContext } from './content.js';
import { type Measure, spanChoices } from './measure.js';

/** A part, how far the story is after it, and what it costs. */
export interface Part {
  readonly part: ModuleChoice;
  readonly rest: Progress;
  readonly cost: number;
}

/** Scales that are tried for the pictures of a part: in passing, and where it matters. */
const SCALES = [1, 0.85, 1.2];
const SCALES_FINE = [1, 0.93, 0.86, 0.8, 0.72, 0.65, 1.08, 1.16, 1.25, 1.35, 1.45];
const SCALES_CROWDED = [1, 0.78, 0.62];
/** A part of a story has at least so many lines in each column. */
const LEAST_LINES = 2;
/** Lines in each column that a part should have so as not to look like a leftover. */
const STUB = 16;

/** Parts `height` grid steps high across the page; none if not even the head and a few lines fit. */
export function setPart(
  copy: Copy,
  height: number,
  fine: boolean,
  measure: Measure,
  context: RowContext,
): Part[] {
  const [prepared] = copy.stories;
  const left = prepared!.inserts.length - copy.from.insert;
  const head = measure.bestHead(copy, measure.count);
  const found: Part[] = [];
  for (const spans of spanChoices(copy, measure.count).slice(0, fine ? 3 : 2)) {
    const whole = contentOf(copy, measure.count, 0, { head, spans, scale: 1 }, context);
    const share = insertShare(whole, height * context.setter.layout.grid);
    const least = copy.from.rest === undefined ? Math.min(1, left) : 0;
    const counts = new Set(
      [share, ...(fine ? [share - 1, share + 1] : [])].map(count => clamp(count, least, left)),
    );
    for (const count of counts) {
      for (const scale of count === 0 ? [1] : fine ? SCALES_FINE : SCALES) {
        const sizes = { head, spans: spans.slice(0, count), scale };
        const part = partAt({ copy, columns: measure.count, sizes, height }, measure, context);
        if (part !== undefined) found.push(part);
      }
    }
  }
  if (found.length > 0) return found;
  const bare = { copy, columns: measure.count, sizes: { head, spans: [], scale: 1 }, height };
  const part = partAt(bare, measure, context);
  return part === undefined ? crowdedPart(copy, height, head, measure, context) : [part];
}

/** Inserts of a module that go with the share of it that stands in `height` points. */
function insertShare(whole: ModuleContent, height: number): number {
  const { count } = whole.columns;
  const total = (heightOf(whole.pieces) + insertArea(whole, 1)) / count + (whole.head?.height ?? 0);
  return Math.round((whole.inserts.length * height) / Math.max(total, 1));
}

function partAt(choice: ModuleChoice, measure: Measure, context: RowContext): Part | undefined {
  const { copy, columns, sizes, height } = choice;
  const { grid } = context.setter.layout;
  const content = contentOf(copy, columns, 0, sizes, context);
  const layout = layModule(content, height * grid, sizes.scale);
  if (layout === undefined || layout.rest.length === 0) return undefined;
  const placed = content.pieces.length - layout.rest.length;
  if (placed < LEAST_LINES * columns) return undefined;
  const stub = (lines: number): number => Math.max(0, 1 - lines / (STUB * columns)) * COST.stub;
  const white = (whiteIn(content, layout) / columns / grid) * measure.white;
  const cost =
    COST.part + white + Math.log(sizes.scale) ** 2 * COST.scale + stub(placed) + stub(layout.rest.length);
  const rest = { rest: layout.rest, insert: copy.from.insert + sizes.spans.length };
  return { part: choice, rest, cost };
}

/**
 * A story with more pictures than its text can go with on a page of its own: some of them stand with little text, and
 * the module ends early, so that text is left for the other pages.
 */
function crowdedPart(
  copy: Copy,
  height: number,
  head: number,
  measure: Measure,
  context: RowContext,
): Part[] {
  const { grid } = context.setter.layout;
  if (height * grid < context.area.height - grid) return [];
  const [spans] = spanChoices(copy, measure.count);
  const all = contentOf(copy, measure.count, 0, { head, spans: spans!, scale: 1 }, context);
  const step = all.leading / grid;
  return SCALES_CROWDED.flatMap(scale => {
    for (let count = spans!.length; count >= 0; count--) {
      const left = spans!.length - count;
      const kept =
        left === 0 ? LEAST_LINES * measure.count : Math.floor((all.pieces.length * left) / spans!.length);
      const sizes = { head, spans: spans!.slice(0, count), scale };
      for (let high = height; high > 0; high -= step) {
        const part = partAt({ copy, columns: measure.count, sizes, height: high }, measure, context);
        if (part !== undefined && part.rest.rest!.length >= kept)
          return [{ ...part, cost: part.cost + (height - high) * measure.white }];
      }
    }
    return [];
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
