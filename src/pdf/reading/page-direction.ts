/**
 * The lines of a page in, the direction in which poppler is to read it out, and the marks of that direction that this takes.
 *
 * poppler decides on one direction for a page by counting letters, and puts the lines that mix directions, and those of the other one
 * that hold numbers, in that order. So a page is read as most of these lines want it, and not as most of its letters do.
 */

import type { GlyphRun } from '../../frame/frame.js';
import type { PlacedLine } from './lines.js';
import { levelOf } from './runs.js';
import { kindOf, type Strong } from './segments.js';
import { LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK } from './spelling.js';
import { silent } from './told.js';

export interface PageDirection {
  readonly rtl: boolean;
  /** Any run of the page. */
  readonly run: GlyphRun | undefined;
}

/** What a line of one direction costs on a page of the other: words out of order, or only columns in the wrong order where no marks help (`column-order.ts`). */
const MIXED_RTL = 1;
/** Marks of such lines are told on the right side (`touching.ts`); not all stay with their words. */
const MIXED_LTR = 1 / 4;
const PLAIN = 1 / 20;

export function pageDirection(lines: readonly PlacedLine[]): PageDirection {
  let [letters, cost] = [0, 0];
  for (const { runs } of lines) {
    const seen = { L: 0, R: 0, W: 0, N: 0 };
    for (const character of runs.flatMap(run => run.clusters.map(({ text }) => text)).join(''))
      if (character !== ' ') seen[kindOf(character)]++;
    const isDigit = seen.W > 0;
    const rtl = runs[0]!.line?.rtl ?? runs.every(run => levelOf(run) > 0);
    const mixed = rtl ? seen.L > 0 || isDigit : seen.R > 0;
    if (rtl) cost += mixed ? MIXED_RTL : PLAIN;
    else cost -= mixed ? MIXED_LTR : PLAIN;
    letters += seen.R - seen.L;
  }
  return { rtl: cost === 0 ? letters > 0 : cost > 0, run: lines[0]?.runs[0] };
}

/** How many marks one code stands for (poppler reads 255 characters of a line of a character map). */
const AT_ONCE = 60;

/** Size and distance of these codes, in points: poppler drops what stands beside the page. */
const SMALL = 4;
/** poppler leaves out what it takes for a shadow: this share of all letters and marks may be missing. */
const UNSURE = 0.05;

/** A run that draws nothing and says the marks a page lacks, in the face of one of its runs. */
export function directionRun({ rtl, run }: PageDirection, { left, right }: Strong): GlyphRun | undefined {
  const lead = rtl ? right - left : left - right;
  const marks = Math.ceil(1 + UNSURE * (left + right) - lead);
  if (marks <= 0 || run === undefined) return undefined;
  const mark = rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  const clusters = Array.from({ length: Math.ceil(marks / AT_ONCE) }, () => silent(mark.repeat(AT_ONCE)));
  return { ...run, x: 0, y: 0, size: SMALL, rtl: false, clusters, advances: clusters.map(() => SMALL) };
}
