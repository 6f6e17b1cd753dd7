/** Where the stories of a run begin: the pages a search found in; page, edge and room of each story out. */

import type { Run } from '../run.js';
import { type CellChoice, type PageChoice, piecesLeft, rowOfPart } from './choice.js';
import type { RowContext } from './content.js';
import type { FoundPages } from './search.js';

/** A story as found. */
export interface Standing {
  /** The page its head stands on; past all if it found no room. */
  readonly page: number;
  /** Nothing stands over it there, or nothing under it. */
  readonly atTop: boolean;
  readonly atFoot: boolean;
  /** Of all its parts and of what found no room, columns times grid steps. */
  readonly room: number;
}

/** All stories in the order of the run, and the room that stories take on each of its pages. */
export interface Standings {
  readonly stories: readonly Standing[];
  readonly pages: readonly number[];
}

export function standingsOf(run: Run, { pages, overset }: FoundPages): Standings {
  const nowhere: Standing = { page: Number.POSITIVE_INFINITY, atTop: false, atFoot: false, room: 0 };
  const found = run.stories.map(() => nowhere);
  const rooms = pages.map(({ choice }) => {
    const context = run.contextOf(choice.page);
    const standing = partsOn(choice, gapIn(context));
    for (const { prepared, begins, room, atTop, atFoot } of standing) {
      const index = run.stories.indexOf(prepared);
      const before = found[index]!;
      const sum = before.room + room;
      found[index] = begins ? { page: choice.page, atTop, atFoot, room: sum } : { ...before, room: sum };
    }
    // Nothing is known of how much of an empty page stories would take.
    return standing.length === 0 ? roomOf(context) : standing.reduce((sum, { room }) => sum + room, 0);
  });
  const left = new Map(overset.map(({ prepared, from }) => [prepared, piecesLeft(prepared, from)]));
  const placed = run.stories.reduce((sum, story) => sum + story.body.length - (left.get(story) ?? 0), 0);
  const each = found.reduce((sum, { room }) => sum + room, 0) / Math.max(1, placed);
  const stories = found.map((standing, at) => {
    return { ...standing, room: standing.room + (left.get(run.stories[at]!) ?? 0) * each };
  });
  return { stories, pages: rooms };
}

function roomOf(context: RowContext): number {
  const { layout } = context.setter;
  return layout.columns.count * (Math.floor(context.area.height / layout.grid + 1e-6) + gapIn(context));
}

function gapIn({ setter }: RowContext): number {
  return setter.onGrid(setter.layout.module.gap) / setter.layout.grid;
}

/** A story, or a part of it, on a page. */
interface PartOn {
  readonly prepared: Run['stories'][number];
  readonly begins: boolean;
  readonly atTop: boolean;
  readonly atFoot: boolean;
  readonly room: number;
}

function partsOn(choice: PageChoice, gap: number): PartOn[] {
  const { part } = choice;
  const rows = part === undefined ? choice.rows : [...choice.rows, rowOfPart(part)];
  return rows.flatMap(({ cells, height }, at) =>
    cells.flatMap(cell =>
      partsIn(cell, height, gap).map(part => ({
        ...part,
        atTop: at === 0 && part.atTop,
        atFoot: at === rows.length - 1 && part.atFoot,
      })),
    ),
  );
}

/** What stands in a cell of a row `height` grid steps high; the lowest has the space under it. */
function partsIn({ columns, modules, filler }: CellChoice, height: number, gap: number): PartOn[] {
  const last = modules.flatMap(({ copy }) => copy.stories).length - 1;
  let [at, y] = [0, 0];
  return modules.flatMap(({ copy: { stories, from }, height: own }, index) => {
    const down = index === modules.length - 1 && filler === 0 ? height - y : own;
    y += own + gap;
    return stories.map((prepared): PartOn => {
      const place = at++;
      return {
        prepared,
        begins: from.rest === undefined,
        atTop: place === 0,
        atFoot: place === last && filler === 0,
        room: (columns * (down + gap)) / stories.length,
      };
    });
  });
}
