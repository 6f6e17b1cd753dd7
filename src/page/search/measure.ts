/** Every way to set a module, measured once: copy and columns in, heights with their costs out. */

import { spanWidth } from '../../flow/columns.js';
import {
  freeInColumns,
  layModule,
  type ModuleContent,
  type ModuleLayout,
  type ModuleMeasure,
  measureModule,
} from '../../flow/module.js';
import { COST, type Copy, type ModuleChoice, progressKey, type Sizes } from './choice.js';
import { contentOf, headOf, headSizesOf, type RowContext } from './content.js';
import { type Candidate, HOLE, leanestOf, type Option } from './curve.js';
import { pictureCost, SCALES, spanChoices } from './picture-sizes.js';
import { widthCost } from './width-cost.js';

/** Lines that a module may be higher than its text needs, the rest taken up by spaces. */
const OPEN_LINES = 3;
/** A filler takes no more than this share of a page: it closes a gap and is no page of its own. */
const LARGEST_FILLER = 0.6;
/** Sizes of a head that are tried with a picture beside it. */
const HEADS_BESIDE = 2;

/** A module without its head, or with the one it was measured with. */
interface Body extends ModuleMeasure {
  readonly spans: readonly number[];
  readonly scale: number;
  readonly cost: number;
  /** What it costs that its columns end apart, with so many lines more than it needs. */
  readonly feet: (more: number) => number;
}

interface HeadSize {
  readonly size: number;
  /** Points. */
  readonly height: number;
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
  /** Height of the page's body in points. */
  readonly height: number;
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

  /** Cost of a filler so many columns wide and grid steps high; infinite if none can stand there. */
  fillerCost(columns: number, height: number): number {
    const share = (height * this.step * columns) / (this.height * this.count);
    const fits = share <= LARGEST_FILLER && this.context.fillers.fits(columns, height * this.step);
    return fits ? COST.filler + share * COST.fillerPage : Number.POSITIVE_INFINITY;
  }

  /** Heights in which copy can stand whole in so many columns, lowest first. */
  options(copy: Copy, columns: number): readonly Option<ModuleChoice>[] {
    const ids = copy.stories.map(({ story }) => story.id).join();
    const key = `${ids}/${columns}/${progressKey(copy.from)}`;
    let options = this.known.get(key);
    if (options === undefined) {
      const found =
        copy.stories.length > 1
          ? this.briefs(copy, columns)
          : [...this.across(copy, columns), ...this.besideHead(copy, columns)];
      options = leanestOf(found, this.whiteIn(columns));
      this.known.set(key, options);
    }
    return options;
  }

  /** The size of a headline across so many columns that costs least, its height left open. */
  bestHead(copy: Copy, columns: number): number {
    return this.heads(copy, columns)[0]!.size;
  }

  /** The head over all columns: the body under it is the same for every head. */
  private across(copy: Copy, columns: number): Candidate<ModuleChoice>[] {
    const heads = this.heads(copy, columns);
    return spanChoices(copy, columns).flatMap(spans => {
      const sizes = { head: 1, under: columns, spans, scale: 1 };
      const content = { ...contentOf(copy, columns, 0, sizes, this.context), head: undefined };
      return this.bodies(copy, content, spans).flatMap(body =>
        heads.flatMap(head => this.optionsOf(copy, columns, columns, head, body)),
      );
    });
  }

  /** The head over the first columns and the first picture over the others, from the module's top. */
  private besideHead(copy: Copy, columns: number): Candidate<ModuleChoice>[] {
    const [first] = copy.stories[0]!.inserts;
    if (copy.from.rest !== undefined || first === undefined || first.place === 'bottom') return [];
    return spanChoices(copy, columns).flatMap(spans => {
      const under = columns - spans[0]!;
      // A head over less than half of its module would not look like that of the whole.
      if (under < columns / 2) return [];
      const heads = this.heads(copy, under).slice(0, HEADS_BESIDE);
      return heads.flatMap(head => {
        const sizes = { head: head.size, under, spans, scale: 1 };
        const content = contentOf(copy, columns, 0, sizes, this.context);
        return this.bodies(copy, content, spans).flatMap(body =>
          this.optionsOf(copy, columns, under, head, body),
        );
      });
    });
  }

  /** Briefs in the editor's order, and in others that go into fewer lines because their heads meet the columns better. */
  private briefs(copy: Copy, columns: number): Candidate<ModuleChoice>[] {
    const head = { size: 1, height: 0, cost: 0 };
    const bodyOf = (tried: Copy): Body | undefined => {
      const sizes = { head: 1, under: columns, spans: [], scale: 1 };
      return this.bodies(tried, contentOf(tried, columns, 0, sizes, this.context), [])[0];
    };
    let best = { copy, body: bodyOf(copy) };
    if (best.body === undefined) return [];
    const found = this.optionsOf(copy, columns, columns, head, best.body);
    for (let at = 0; at + 1 < copy.stories.length && best.body!.white >= columns; at++) {
      const stories = [...best.copy.stories];
      [stories[at], stories[at + 1]] = [stories[at + 1]!, stories[at]!];
      const tried = { ...copy, stories };
      const body = bodyOf(tried);
      if (body === undefined || body.lines >= best.body!.lines) continue;
      best = { copy: tried, body: { ...body, cost: best.body!.cost + COST.order } };
      found.push(...this.optionsOf(tried, columns, columns, head, best.body!));
    }
    return found;
  }

  private optionsOf(
    copy: Copy,
    columns: number,
    under: number,
    head: HeadSize,
    body: Body,
  ): Candidate<ModuleChoice>[] {
    const { leading } = copy.stories[0]!;
    const sizes: Sizes = { head: head.size, under, spans: body.spans, scale: body.scale };
    const fixed = widthCost(copy, columns, this.count) + head.cost + body.cost;
    const found: Candidate<ModuleChoice>[] = [];
    for (let more = 0; more <= (body.spots > 0 ? OPEN_LINES : 1); more++) {
      const height = Math.round((head.height + (body.lines + more) * leading) / this.step);
      if (height * this.step > this.height + 0.01) break;
      const cost = fixed + this.whiteCost(body.white + more * columns, body.spots, leading);
      found.push({ height, cost, way: { copy, columns, sizes, height }, further: () => body.feet(more) });
    }
    return found;
  }

  /** What the feet of a module cost that needs so many lines, by the lines that it has more. */
  private feetOf(content: ModuleContent, lines: number, scale: number): (more: number) => number {
    const known = new Map<number, number>();
    return more => {
      const height = (content.head?.height ?? 0) + (lines + more) * content.leading;
      const cost = known.get(more) ?? this.feetCost(content, layModule(content, height, scale)!);
      known.set(more, cost);
      return cost;
    };
  }

  /** Columns of a module that end apart, or over its foot, by more than a line. */
  feetCost(content: ModuleContent, layout: ModuleLayout): number {
    const free = freeInColumns(content, layout);
    if (free.length === 0) return 0;
    const { leading } = content;
    const apart = Math.max(0, (Math.max(...free) - Math.min(...free)) / leading - 1);
    const holes = free.reduce((sum, room) => sum + Math.max(0, room - leading), 0) / this.step;
    return apart * COST.apart + holes * (HOLE - 1) * this.whiteIn(1);
  }

  /** Lines of white, some of which spaces take up. */
  private whiteCost(lines: number, spots: number, leading: number): number {
    const opened = Math.min(Math.max(lines, 0), spots);
    const blank = lines - opened + opened * COST.opened;
    return (blank * leading * COST.blank) / (this.height * this.count);
  }

  /** Heads over so many columns, the one that costs least first. */
  private heads(copy: Copy, under: number): HeadSize[] {
    const seen = new Set<string>();
    const { columnWidth } = this.context.setter.layout;
    return headSizesOf(copy, under, this.context)
      .flatMap(size => {
        const head = headOf(copy, { head: size, under }, this.context);
        const key = `${head?.height}/${Math.round(head?.beside ?? 0)}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const free = (head?.beside ?? 0) / (this.height * this.count * columnWidth);
        const cost = Math.abs(size - 1) * 10 * COST.head + free * COST.blank * COST.beside;
        return [{ size, height: head?.height ?? 0, cost }];
      })
      .sort((a, b) => a.cost - b.cost);
  }

  /** A module's body with its inserts at every scale that makes a difference. */
  private bodies(copy: Copy, content: ModuleContent, spans: readonly number[]): Body[] {
    const { inserts, columns } = content;
    const wide = inserts.reduce(
      (sum, { widths }, at) => sum + Math.abs(Math.min(widths[0]!, columns.count) - spans[at]!),
      0,
    );
    const seen = new Set<string>();
    return (inserts.length === 0 ? [1] : SCALES).flatMap(scale => {
      const heights = inserts.map((insert, at) => insert.heightAt(scale, spanWidth(columns, spans[at]!)));
      const key = heights.join();
      // A picture beside the head is no lower than the head.
      const low = content.under < columns.count && heights[0]! < (content.head?.height ?? 0);
      if (low || seen.has(key)) return [];
      seen.add(key);
      const measured = measureModule(content, scale, this.height);
      if (measured === undefined) return [];
      const cost = copy.stories.length > 1 ? 0 : pictureCost(content, scale) + wide * COST.span;
      const feet = this.feetOf(content, measured.lines, scale);
      return [{ ...measured, spans, scale, cost, feet }];
    });
  }
}
