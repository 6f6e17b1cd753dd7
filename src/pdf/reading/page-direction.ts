/**
 * The items of a page in, the direction in which poppler is to read it out, and how many marks of that direction this takes.
 *
 * poppler decides on one direction for a page by counting letters, and puts the lines that mix directions, and those of the other one
 * that hold numbers, in that order. So a page is read as most of these lines want it, and not as most of its letters do.
 */

import type { GlyphRun, Item } from '../../frame/frame.js';
import { kindOf } from './segments.js';
import { LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK } from './spelling.js';
import { levelOf, silent } from './told.js';

export interface PageDirection {
  readonly rtl: boolean;
  /** U+200F or U+200E that the page lacks. */
  readonly marks: number;
  /** Any run of the page. */
  readonly run: GlyphRun | undefined;
}

/** What a line of one direction costs on a page of the other: words out of order, or only columns in the wrong order. */
const MIXED = 1;
const PLAIN = 1 / 20;

export function pageDirection(items: readonly Item[]): PageDirection {
  const lines = new Map<unknown, GlyphRun[]>();
  collect(items, lines);
  let [letters, others, cost] = [0, 0, 0];
  for (const runs of lines.values()) {
    const seen = { L: 0, R: 0, W: 0, N: 0 };
    for (const character of runs.flatMap(run => run.clusters.map(({ text }) => text)).join(''))
      if (character !== ' ') seen[kindOf(character)]++;
    const isDigit = seen.W > 0;
    const rtl = runs[0]!.line?.rtl ?? runs.every(run => levelOf(run) > 0);
    const mixed = rtl ? seen.L > 0 || isDigit : seen.R > 0;
    cost += (rtl ? 1 : -1) * (mixed ? MIXED : PLAIN);
    letters += seen.R - seen.L;
    others += seen.W + seen.N;
  }
  const rtl = cost === 0 ? letters > 0 : cost > 0;
  // A mark or number is told with at most two marks of direction.
  const lead = (rtl ? letters : -letters) - 2 * others;
  const run = [...lines.values()][0]?.[0];
  return { rtl, marks: Math.max(0, 1 - lead), run };
}

function collect(items: readonly Item[], lines: Map<unknown, GlyphRun[]>): void {
  for (const item of items) {
    if (item.kind === 'group') collect(item.items, lines);
    if (item.kind !== 'glyphs') continue;
    const key = item.line ?? `${items.length} ${item.y}`;
    lines.set(key, [...(lines.get(key) ?? []), item]);
  }
}

/** How many marks one code stands for (poppler reads 255 characters of a line of a character map). */
const AT_ONCE = 60;

/** A run that draws nothing and says the marks a page lacks, in the face of one of its runs. */
export function directionRun({ rtl, marks, run }: PageDirection): GlyphRun | undefined {
  if (marks === 0 || run === undefined) return undefined;
  const mark = rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  const clusters = Array.from({ length: Math.ceil(marks / AT_ONCE) }, () => silent(mark.repeat(AT_ONCE)));
  return { ...run, x: 0, y: 0, rtl: false, clusters, advances: clusters.map(() => run.size) };
}
