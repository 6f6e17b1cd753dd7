/** The items of a page in, its runs gathered to lines with their places on the page out. */

import type { GlyphRun, Item } from '../../frame/frame.js';
import { ascentOf, widthOf } from './runs.js';

/** Runs on one baseline that belong together. Points from the page's upper left corner, y down. */
export interface PlacedLine {
  readonly runs: readonly GlyphRun[];
  /** Where each run stands: labels at both sides of a page may be one line. */
  readonly widths: readonly { readonly left: number; readonly right: number }[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Where the ascenders of its faces end. */
  readonly top: number;
  /** The story that it belongs to, if any. */
  readonly story: string | undefined;
}

type Group = Pick<PlacedLine, 'story'> & { readonly x: number; readonly y: number };

export function placedLines(items: readonly Item[]): PlacedLine[] {
  const lines = new Map<unknown, PlacedLine>();
  collect(items, { x: 0, y: 0, story: undefined }, lines);
  return [...lines.values()];
}

function collect(items: readonly Item[], group: Group, lines: Map<unknown, PlacedLine>): void {
  // Labels have no line to share: what stands at one height of a group is one.
  const heights = new Map<number, object>();
  for (const item of items) {
    if (item.kind === 'group') {
      const story = item.story ?? group.story;
      collect(item.items, { x: group.x + item.x, y: group.y + item.y, story }, lines);
    }
    if (item.kind !== 'glyphs') continue;
    if (!heights.has(item.y)) heights.set(item.y, {});
    const key = item.line ?? heights.get(item.y);
    const line = placed(item, group);
    const before = lines.get(key);
    lines.set(key, before === undefined ? line : joined(before, line));
  }
}

function placed(run: GlyphRun, { x, y, story }: Group): PlacedLine {
  const [left, base] = [x + run.x, y + run.y];
  const right = left + widthOf(run);
  return { runs: [run], widths: [{ left, right }], left, right, base, top: base - ascentOf(run), story };
}

function joined(line: PlacedLine, more: PlacedLine): PlacedLine {
  return {
    ...line,
    runs: [...line.runs, ...more.runs],
    widths: [...line.widths, ...more.widths],
    left: Math.min(line.left, more.left),
    right: Math.max(line.right, more.right),
    top: Math.min(line.top, more.top),
  };
}
