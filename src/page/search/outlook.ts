/** What lies ahead of a place in a run: the room that its stories will take, and what the pages left will cost at the least. */

import { spanWidth } from '../../flow/columns.js';
import type { Insert } from '../../flow/insert.js';
import { heightOf } from '../../flow/piece.js';
import { type PreparedStory, wishedColumns } from '../../flow/prepare.js';
import type { Run } from '../run.js';
import { COST, type Cursor, type Progress, UNTOUCHED } from './choice.js';
import { contentOf } from './content.js';
import type { Measure } from './measure.js';
import { LARGEST_SCALE, SMALLEST_SCALE } from './picture-sizes.js';

/** Room in pages: as stories wish to stand, at their tightest and at their largest. */
interface Room {
  readonly wished: number;
  readonly least: number;
  readonly most: number;
}

const NONE: Room = { wished: 0, least: 0, most: 0 };

/** Of what stories could grow by, the share that is counted on: of those that fit a page, and of longer ones. */
export interface Reach {
  readonly whole: number;
  readonly parted: number;
}

/** Sizes that cost no more than this over the best ones count as within reach. */
const REACH = 0.5;
export class Outlook {
  /** Room of all stories from the one with the same index on. */
  private readonly after: Room[];

  /**
   * With a measure, the stories that fit a page are measured; without, all are estimated. Not all of them reach their
   * limits together.
   */
  constructor(
    private readonly run: Run,
    private readonly reached: Reach,
    private readonly measure?: Measure,
  ) {
    this.after = [NONE];
    for (const prepared of [...run.stories].reverse())
      this.after.unshift(sum(this.after[0]!, this.measured(prepared) ?? this.estimated(prepared, UNTOUCHED)));
  }

  /** Pages that everything takes from the run's beginning, as large as it wishes to be. */
  get pages(): number {
    return this.after[0]!.wished;
  }

  /**
   * The least cost of so many pages from a place in the run on: heads and pictures must grow or shrink to fill them;
   * beyond their limits stories are overset or white is left.
   */
  cost(cursor: Cursor, pages: number): number {
    const { wished, least, most } = this.left(cursor);
    if (pages === 0) return wished * 100;
    const filled = Math.min(Math.max(pages, least), most);
    const way = filled > wished ? (filled - wished) / (most - wished) : (wished - filled) / (wished - least);
    const blank = Math.max(0, pages - filled) * COST.blank;
    const over = Math.max(0, filled - pages) * 3 * COST.blank;
    return (filled === wished ? 0 : way ** 2) * pages * COST.outlook + blank + over;
  }

  private left({ story, progress }: Cursor): Room {
    if (progress.rest === undefined) return this.after[story]!;
    return sum(this.after[story + 1]!, this.estimated(this.run.stories[story]!, progress));
  }

  /** A story that fits a page, measured in the columns that suit it; undefined for others. */
  private measured(prepared: PreparedStory): Room | undefined {
    const { measure, run } = this;
    if (measure === undefined) return undefined;
    const columns = wishedColumns(prepared, measure.count);
    const options = measure.options({ stories: [prepared], from: UNTOUCHED }, columns);
    if (options.length === 0) return undefined;
    const best = options.reduce((a, b) => (b.cost < a.cost ? b : a));
    const within = options.filter(({ cost }) => cost <= best.cost + REACH);
    const { area, setter } = run.contextOf(run.firstPage);
    const share = (columns * setter.layout.grid) / (measure.count * area.height);
    const room = (height: number): number => (height + measure.gap) * share;
    return {
      wished: room(best.height),
      least: room(within[0]!.height),
      most: room(best.height) + (room(within.at(-1)!.height) - room(best.height)) * this.reached.whole,
    };
  }

  private estimated(prepared: PreparedStory, from: Progress): Room {
    const context = this.run.contextOf(this.run.firstPage);
    const { area, setter } = context;
    const { columns } = setter.layout;
    const page = area.height * columns.count;
    const gap = setter.onGrid(setter.layout.module.gap);
    const wide = from.rest === undefined ? wishedColumns(prepared, columns.count) : columns.count;
    const sizes = { head: 1, under: wide, spans: [], scale: 1 };
    const { head, pieces } = contentOf({ stories: [prepared], from }, wide, 0, sizes, context);
    let text = wide * (gap + (head?.height ?? 0)) + heightOf(pieces);
    let [pictures, least, most] = [0, 0, 0];
    for (const insert of prepared.inserts.slice(from.insert)) {
      const areas = this.areasOf(insert);
      pictures += areas.wished;
      least += areas.least;
      most += areas.most;
    }
    // A story of several pages has a small head on each of them.
    text += Math.floor((text + pictures) / page) * heightOf(context.continuation(prepared));
    const reached = pictures + (most - pictures) * this.reached.parted;
    return { wished: (text + pictures) / page, least: (text + least) / page, most: (text + reached) / page };
  }

  /** Height times columns of an insert at its own size, its smallest and its largest. */
  private areasOf(insert: Insert): { wished: number; least: number; most: number } {
    const { columnWidth, columns } = this.run.contextOf(this.run.firstPage).setter.layout;
    const at = (span: number, scale: number): number => {
      const width = spanWidth({ columnWidth, gutter: columns.gutter }, Math.min(span, columns.count));
      return Math.min(span, columns.count) * insert.heightAt(scale, width);
    };
    return {
      wished: at(insert.columns, 1),
      least: Math.min(...insert.widths.map(span => at(span, SMALLEST_SCALE))),
      most: Math.max(...insert.widths.map(span => at(span, LARGEST_SCALE))),
    };
  }
}

function sum(a: Room, b: Room): Room {
  return {
    wished: a.wished + b.wished,
    least: a.least + b.least,
    most: a.most + b.most,
  };
}
