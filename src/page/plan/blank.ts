/** Blank room in the columns of a module, read off the frames: the module's shape and what a page's items stand on in, stretches out. */

import type { Extent } from '../../frame/extent.js';
import type { Area } from '../geometry.js';

/** Room in one column in which lines of text could stand. Points from the trim's top left corner. */
export interface Blank extends Area {
  /** Lines of the module's text that would fill it. */
  readonly lines: number;
}

/** What the columns of a module hold besides their text. */
export interface ColumnRoom {
  /** Left edges of the columns. */
  readonly columns: readonly number[];
  readonly columnWidth: number;
  /** From under the head to the module's foot. */
  readonly top: number;
  readonly bottom: number;
  readonly leading: number;
  /** Pictures and sidebars with the space that belongs to them. */
  readonly taken: readonly Area[];
}

/** Blank stretches of each column: at its foot from one line on, between two things from this many on. */
const LINES_BETWEEN = 2;
/** White that is less than a line by this share of it counts as one: tails of letters reach into it. */
const TOLERANCE = 0.3;

export function blanksIn(room: ColumnRoom, extents: readonly Extent[]): Blank[] {
  const { columns, columnWidth: width, top, bottom, leading } = room;
  const taken = room.taken.map(
    ({ x, y, width, height }): Extent => ({ left: x, right: x + width, top: y, bottom: y + height }),
  );
  return columns.flatMap(x => {
    const middle = x + width / 2;
    const inColumn = [
      ...taken.filter(({ left, right }) => left < middle && right > middle),
      ...extents.filter(item => item.left < x + width - 1 && item.right > x + 1),
    ]
      .filter(item => item.bottom > top && item.top < bottom)
      .sort((a, b) => a.top - b.top);
    const blanks: Blank[] = [];
    let end = top;
    for (const item of [...inColumn, { top: bottom, bottom }]) {
      const lines = Math.floor((item.top - end) / leading + TOLERANCE);
      if (lines >= (item.top === bottom ? 1 : LINES_BETWEEN))
        blanks.push({ x, y: end, width, height: item.top - end, lines });
      end = Math.max(end, item.bottom);
    }
    return blanks;
  });
}

/** Blank stretches of one column of a page that no module covers. White up to `gap` between modules is as it should be. */
export function blanksBeside(
  modules: readonly Area[],
  { x, y, width, height }: Area,
  leading: number,
  gap: number,
): Blank[] {
  const middle = x + width / 2;
  const foot = y + height;
  const inColumn = modules
    .filter(area => area.x < middle && area.x + area.width > middle)
    .sort((a, b) => a.y - b.y);
  const blanks: Blank[] = [];
  let end = y;
  for (const area of [...inColumn, { y: foot, height: 0 }]) {
    const white = area.y - end;
    const lines = Math.floor(white / leading + TOLERANCE);
    if (lines >= 1 && (area.y === foot || white > gap))
      blanks.push({ x, y: end, width, height: white, lines });
    end = Math.max(end, area.y + area.height);
  }
  return blanks;
}
