/** Parts of a story at the foot of a page: copy and a height in, modules that fill it and what they leave over out. */

import { insertArea, layModule, type ModuleContent, whiteIn } from '../../flow/module.js';
import { heightOf } from '../../flow/piece.js';
import { COST, type Copy, type ModuleChoice, type Progress, piecesLeft } from './choice.js';
import { contentOf, type RowContext } from './content.js';
import type { Measure } from './measure.js';
import { pictureCost, spanChoices } from './picture-sizes.js';
import { widthCost } from './width-cost.js';

/** A part, how far the story is after it, and what it costs. */
export interface Part {
  readonly part: ModuleChoice;
  readonly rest: Progress;
  readonly cost: number;
}

/** Scales that are tried for the pictures of a part: in passing, and where it matters. */
const SCALES = [1, 0.93, 0.85, 1.1, 1.22];
const SCALES_FINE = [1, 0.93, 0.86, 0.8, 0.72, 0.65, 1.08, 1.16, 1.25, 1.35, 1.45];
const SCALES_CROWDED = [1, 0.78, 0.62];
/** A story of fewer lines is parted only if no page holds it whole. */
const SHORTEST = 24;
/** A part of a story has at least so many lines in each column. */
const LEAST_LINES = 2;
/** Lines in each column that a story should begin with, and that its parts and its end should have so as not to look like a leftover. */
const DEPTH = { beginning: 28, part: 16, end: 24 };
/** A story that goes on over at least so much of a page has so much of that beside its headline. */
const MOST_AFTER = { page: 0.5, head: 0.6 };

/**
 * Parts `height` grid steps high in so many columns; none if not even the head and a few lines fit. `depth` is what shallow parts
 * weigh, 1 as usual.
 */
export function setPart(
  copy: Copy,
  columns: number,
  height: number,
  fine: boolean,
  depth: number,
  measure: Measure,
  context: RowContext,
): Part[] {
  const [prepared] = copy.stories;
  const short = piecesLeft(prepared!, copy.from) < SHORTEST;
  if (short && measure.options(copy, measure.count).length > 0) return [];
  const left = prepared!.inserts.length - copy.from.insert;
  const tries = new PartTries(copy, columns, height, depth, measure, context);
  const found: Part[] = [];
  for (const spans of spanChoices(copy, columns).slice(0, fine ? 3 : 2)) {
    const share = tries.insertShare(spans);
    const least = copy.from.rest === undefined ? Math.min(1, left) : 0;
    const counts = new Set(
      [share, ...(fine ? [share - 1, share + 1] : [])].map(count => clamp(count, least, left)),
    );
    for (const count of counts) {
      const scales = count === 0 ? [1] : fine ? SCALES_FINE : SCALES;
      found.push(...tries.at(spans.slice(0, count), scales, height));
    }
  }
  if (found.length > 0) return found;
  const bare = tries.at([], [1], height);
  return bare.length > 0 ? bare : tries.crowded();
}

/** Parts of one story at one place. */
class PartTries {
  private readonly head: number;

  constructor(
    private readonly copy: Copy,
    private readonly columns: number,
    private readonly height: number,
    private readonly depth: number,
    private readonly measure: Measure,
    private readonly context: RowContext,
  ) {
    this.head = measure.bestHead(copy, columns);
  }

  private get grid(): number {
    return this.context.setter.layout.grid;
  }

  private contentWith(spans: readonly number[]): ModuleContent {
    const sizes = { head: this.head, under: this.columns, spans, scale: 1 };
    return contentOf(this.copy, this.columns, 0, sizes, this.context);
  }

  /** Inserts that go with the share of the story that stands here. */
  insertShare(spans: readonly number[]): number {
    const { pieces, inserts, head, columns } = this.contentWith(spans);
    const total =
      (heightOf(pieces) + insertArea({ inserts, columns }, 1)) / columns.count + (head?.height ?? 0);
    return Math.round((inserts.length * this.height * this.grid) / Math.max(total, 1));
  }

  /** Parts with so many inserts, at each scale at which that can be. */
  at(spans: readonly number[], scales: readonly number[], height: number): Part[] {
    const content = this.contentWith(spans);
    return scales.flatMap(scale => this.partOf(content, spans, scale, height) ?? []);
  }

  private partOf(
    content: ModuleContent,
    spans: readonly number[],
    scale: number,
    height: number,
  ): Part | undefined {
    const { copy, columns, measure, grid, head } = this;
    const layout = layModule(content, height * grid, scale);
    if (layout === undefined || layout.rest.length === 0) return undefined;
    const placed = content.pieces.length - layout.rest.length;
    if (placed < LEAST_LINES * columns) return undefined;
    const begins = copy.from.rest === undefined;
    const bare = begins && spans.length === 0 && copy.stories[0]!.inserts.length > 0 ? COST.bare : 0;
    const white = (whiteIn(content, layout) / grid) * measure.whiteIn(1);
    const cost =
      COST.part +
      widthCost(copy, columns, measure.count) +
      white +
      measure.feetCost(content, layout) +
      pictureCost(content, scale) +
      this.depth *
        (bare +
          (begins ? this.belatedCost(heightOf(layout.rest)) : 0) +
          shallowCost(placed / columns, begins ? 'beginning' : 'part') +
          shallowCost(layout.rest.length / measure.count, 'end'));
    const part = { copy, columns, sizes: { head, under: columns, spans, scale }, height };
    return { part, rest: { rest: layout.rest, insert: copy.from.insert + spans.length }, cost };
  }

  /** A story of which the next page holds much more than the one with its headline; `rest` is the height of the pieces left, in points. */
  private belatedCost(rest: number): number {
    const { columns, height, grid, measure, context } = this;
    const page = context.area.height * measure.count;
    const here = (columns * height * grid) / page;
    const after = Math.min(1, rest / page);
    return after < MOST_AFTER.page ? 0 : Math.max(0, 1 - here / (MOST_AFTER.head * after)) * COST.belated;
  }

  /**
   * A story with more pictures than its text can go with on a page of its own: some of them stand with little text, and
   * the module ends early, so that text is left for the other pages.
   */
  crowded(): Part[] {
    const { copy, columns, measure, height, grid } = this;
    const alone = columns === measure.count && height * grid > this.context.area.height - grid;
    if (!alone || measure.options(copy, measure.count).length > 0) return [];
    const [spans] = spanChoices(copy, measure.count);
    const all = this.contentWith(spans!);
    return SCALES_CROWDED.flatMap(scale => {
      for (let count = spans!.length; count >= 0; count--) {
        const left = spans!.length - count;
        const kept =
          left === 0 ? LEAST_LINES * measure.count : Math.floor((all.pieces.length * left) / spans!.length);
        const content = this.contentWith(spans!.slice(0, count));
        for (let high = height; high > 0; high -= all.leading / grid) {
          const part = this.partOf(content, spans!.slice(0, count), scale, high);
          if (part !== undefined && part.rest.rest!.length >= kept)
            return [{ ...part, cost: part.cost + (height - high) * measure.white }];
        }
      }
      return [];
    });
  }
}

/** A part of a story with fewer lines in each column than it should have. */
function shallowCost(lines: number, part: keyof typeof DEPTH): number {
  return Math.max(0, 1 - lines / DEPTH[part]) * COST.shallowPart[part];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
