/** Every way to set a module, measured once: copy and columns in, heights with their costs out. */

import { spanWidth } from '../flow/columns.js';
import { type BodyMeasure, measureBody } from '../flow/module.js';
import { wishedColumns } from '../flow/prepare.js';
import { COST, type Copy, type ModuleChoice, progressKey, type Sizes } from './choice.js';
import { bodyOf, headOf, headSizesOf, type RowContext } from './content.js';
import { leanest, type Option } from './curve.js';

/** The largest scale pictures are grown to, and the smallest they shrink to. */
export const LARGEST_SCALE = 1.5;
export const SMALLEST_SCALE = 0.62;

/** Scales that are tried for pictures, their own shape first. */
const SCALES = [
  1,
  ...Array.from({ length: 13 }, (_, step) => 1.032 ** (step + 1)),
  ...Array.from({ length: 15 }, (_, step) => 0.9686 ** (step + 1)),
].filter(scale => scale <= LARGEST_SCALE && scale >= SMALLEST_SCALE);

/** Lines that a module may be higher than its text needs, the rest taken up by spaces. */
const OPEN_LINES = 3;
/** A column of fewer lines looks like a mistake. */
const SHALLOW = 7;
/** Briefs read on from column to column, so they want longer ones. */
const SHALLOW_BRIEFS = 24;

interface Body extends BodyMeasure {
  readonly spans: readonly number[];
  readonly scale: number;
  readonly cost: number;
}

export class Measure {
  private readonly known = new Map<string, readonly Option<ModuleChoice>[]>();
  /** Columns of the page. */
  readonly count: number;
  /** Cost of a grid step of white across the page. */
  readonly white: number;
  /** Grid steps between modules. */
  readonly gap: number;
  private readonly height: number;
  private readonly step: number;

  /** Measures for pages like that of `context`. */
  constructor(private readonly context: RowContext) {
    const { layout } = context.setter;
    this.count = layout.columns.count;
    this.step = layout.grid;
    this.height = context.area.height;
    this.white = (COST.blank * layout.grid) / this.height;
    this.gap = Math.ceil(layout.module.gap / layout.grid - 1e-6);
  }

  /** Cost of a grid step of white under something so many columns wide. */
  whiteIn(columns: number): number {
    return (this.white * columns) / this.count;
  }

  /** Heights in which copy can stand whole in so many columns, lowest first. */
  options(copy: Copy, columns: number): readonly Option<ModuleChoice>[] {
    const ids = copy.stories.map(({ story }) => story.id).join();
    const key = `${ids}/${columns}/${progressKey(copy.from)}`;
    let options = this.known.get(key);
    if (options === undefined) {
      options = this.measure(copy, columns);
      this.known.set(key, options);
    }
    return options;
  }

  private measure(copy: Copy, columns: number): readonly Option<ModuleChoice>[] {
    const heads = this.heads(copy, columns);
    const fixed = this.widthCost(copy, columns);
    const { leading } = copy.stories[0]!;
    const found: Option<ModuleChoice>[] = [];
    const bodies =
      copy.stories.length > 1
        ? this.orders(copy, columns)
        : this.bodies(copy, columns).map(body => ({ body, copy }));
    for (const { body, copy: set } of bodies) {
      for (let more = 0; more <= (body.spots > 0 ? OPEN_LINES : 0); more++) {
        const lines = body.lines + more;
        const cost = fixed + body.cost + this.whiteCost(body.white + more * columns, body.spots, leading);
        for (const head of heads) {
          const height = Math.round((head.height + lines * leading) / this.step);
          if (height * this.step > this.height + 0.01) continue;
          const sizes: Sizes = { head: head.size, spans: body.spans, scale: body.scale };
          found.push({ height, cost: cost + head.cost, way: { copy: set, columns, sizes, height } });
        }
      }
    }
    return leanest(found, this.whiteIn(columns));
  }

  /** Lines of white, some of which spaces take up. */
  private whiteCost(lines: number, spots: number, leading: number): number {
    const opened = Math.min(Math.max(lines, 0), spots);
    const blank = lines - opened + opened * COST.opened;
    return (blank * leading * COST.blank) / (this.height * this.count);
  }

  /** The size of a headline that costs least, its height left open. */
  bestHead(copy: Copy, columns: number): number {
    return this.heads(copy, columns).reduce((best, head) => (head.cost < best.cost ? head : best)).size;
  }

  private heads(copy: Copy, columns: number): { size: number; height: number; cost: number }[] {
    const seen = new Set<string>();
    return headSizesOf(copy, columns, this.context).flatMap(size => {
      const head = headOf(copy, columns, size, this.context);
      const key = `${head?.height}/${Math.round(head?.beside ?? 0)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const { columnWidth } = this.context.setter.layout;
      const free = (head?.beside ?? 0) / (this.height * this.count * columnWidth);
      const cost = Math.abs(size - 1) * 10 * COST.head + free * COST.blank * COST.beside;
      return [{ size, height: head?.height ?? 0, cost }];
    });
  }

  /** Briefs in the editor's order, and in others that go into fewer lines because their heads meet the columns better. */
  private orders(copy: Copy, columns: number): { body: Body; copy: Copy }[] {
    const [first] = this.bodies(copy, columns);
    if (first === undefined) return [];
    const found = [{ body: first, copy }];
    let best = { body: first, copy };
    for (let at = 0; at + 1 < copy.stories.length && best.body.white >= columns; at++) {
      const stories = [...best.copy.stories];
      [stories[at], stories[at + 1]] = [stories[at + 1]!, stories[at]!];
      const tried = { ...copy, stories };
      const [body] = this.bodies(tried, columns);
      if (body === undefined || body.lines >= best.body.lines) continue;
      best = { body: { ...body, cost: best.body.cost + COST.order }, copy: tried };
      found.push(best);
    }
    return found;
  }

  /** Bodies with inserts of every width and scale that make a difference. */
  private bodies(copy: Copy, columns: number): Body[] {
    const { stories, from } = copy;
    const inserts = stories.length === 1 ? stories[0]!.inserts.slice(from.insert) : [];
    const { leading } = stories[0]!;
    const found: Body[] = [];
    for (const spans of spanChoices(copy, columns)) {
      const wide = inserts.reduce(
        (sum, { widths }, at) => sum + Math.abs(Math.min(widths[0]!, columns) - spans[at]!),
        0,
      );
      const seen = new Set<string>();
      const content = bodyOf(copy, columns, 0, spans, this.context);
      for (const scale of inserts.length === 0 ? [1] : SCALES) {
        const heights = inserts.map((insert, at) =>
          insert.heightAt(scale, spanWidth(content.columns, spans[at]!)),
        );
        const key = heights.join();
        if (seen.has(key)) continue;
        seen.add(key);
        const body = measureBody(content, scale, this.height / leading);
        if (body === undefined) continue;
        const cost = Math.log(scale) ** 2 * COST.scale + wide * COST.span;
        found.push({ ...body, spans, scale, cost });
      }
    }
    return found;
  }

  /** Columns more or fewer than the copy's length and pictures ask for, and columns too short to look like any. */
  private widthCost({ stories, from }: Copy, columns: number): number {
    const [prepared] = stories;
    if (stories.length > 1) {
      const lines = stories.reduce((sum, { brief }) => sum + brief!.length, 0) / columns;
      return Math.max(0, SHALLOW_BRIEFS - lines) * COST.shallowBriefs;
    }
    const pieces = from.rest ?? prepared!.body;
    const lines = pieces.length / columns;
    const shallow = Math.max(0, SHALLOW - lines) * COST.shallow;
    if (from.rest !== undefined) return shallow;
    return Math.abs(wishedColumns(prepared!, this.count) - columns) * COST.width + shallow;
  }
}

/** Widths for the inserts of a module: what they wish for, and one or all of them wider or narrower. */
export function spanChoices({ stories, from }: Copy, columns: number): number[][] {
  const inserts = stories.length === 1 ? stories[0]!.inserts.slice(from.insert) : [];
  const within = (span: number): number => Math.min(span, columns);
  const wished = inserts.map(({ widths }) => within(widths[0]!));
  const choices = [wished];
  for (const nth of [1, 2, 3]) {
    choices.push(inserts.map(({ widths }) => within(widths[nth] ?? widths[0]!)));
    choices.push(inserts.map(({ widths }, at) => within((at === 0 ? widths[nth] : undefined) ?? widths[0]!)));
  }
  const seen = new Set<string>();
  return choices.filter(spans => {
    const key = spans.join();
    return seen.has(key) ? false : seen.add(key);
  });
}
