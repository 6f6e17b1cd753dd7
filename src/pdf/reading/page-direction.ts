/**
 * The lines of a page in, the direction in which poppler is to read it out, with the marks of that direction that this takes and the sign
 * that keeps pdfium from taking lines for upright ones.
 *
 * poppler decides on one direction for a page by counting letters, and puts the lines that mix directions, and those of the other one
 * that hold numbers, in that order. So a page is read as most of these lines want it, and not as most of its letters do.
 */

import type { Cluster, GlyphRun } from '../../frame/frame.js';
import type { PlacedLine } from './lines.js';
import { levelOf } from './runs.js';
import { kindOf } from './segments.js';
import { LEFT_TO_RIGHT_MARK, plain, RIGHT_TO_LEFT_MARK } from './spelling.js';
import { silent, told } from './told.js';

export interface PageDirection {
  readonly rtl: boolean;
  /** Any run of the page. */
  readonly run: GlyphRun | undefined;
}

/** What a line of one direction costs on a page of the other: words out of order, or only columns in the wrong order. */
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

/** Strong characters of a page's codes, empty ones among them. */
export interface Strong {
  readonly left: number;
  readonly right: number;
}

export function strongIn(text: string): Strong {
  const kinds = [...text].map(kindOf);
  const [left, right] = (['L', 'R'] as const).map(wanted => kinds.filter(kind => kind === wanted).length);
  return { left: left!, right: right! };
}

/** A run that draws nothing and says the marks a page lacks, in the face of one of its runs. */
export function directionRun({ rtl, run }: PageDirection, { left, right }: Strong): GlyphRun | undefined {
  const lead = rtl ? right - left : left - right;
  const marks = Math.ceil(1 + UNSURE * (left + right) - lead);
  if (marks <= 0 || run === undefined) return undefined;
  const mark = rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  const clusters = Array.from({ length: Math.ceil(marks / AT_ONCE) }, () => silent(mark.repeat(AT_ONCE)));
  return { ...run, x: 0, y: 0, size: SMALL, rtl: false, clusters, advances: clusters.map(() => SMALL) };
}

/** pdfium takes lines for upright ones where letters stand over less than 0.8 of a page's width; we measure runs. */
const COVERED = 0.9;

/** A run of one sign as wide as the page's text, for its foot; undefined where text stands over most of its width. */
export function wideRun(lines: readonly PlacedLine[]): GlyphRun | undefined {
  const run = lines.flatMap(line => line.runs).find(({ clusters }) => clusters.some(isDrawn));
  if (run === undefined) return undefined;
  const left = Math.min(...lines.map(line => line.left));
  const width = Math.max(...lines.map(line => line.right)) - left;
  if (coveredBy(lines) > COVERED * width) return undefined;
  const sign = run.clusters.find(isDrawn)!;
  const natural = (sign.advance / run.face.unitsPerEm) * SMALL;
  return {
    ...run,
    x: left,
    y: 0,
    size: SMALL,
    stretch: width / natural,
    rtl: false,
    clusters: [told(sign, plain(RIGHT_TO_LEFT_MARK))],
    advances: [width],
  };
}

function isDrawn({ glyphs, advance }: Cluster): boolean {
  return glyphs.length > 0 && advance > 0;
}

/** Points of the width of a page over which lines stand. */
function coveredBy(lines: readonly PlacedLine[]): number {
  let [sum, end] = [0, Number.NEGATIVE_INFINITY];
  const widths = lines.flatMap(line => line.widths);
  for (const { left, right } of widths.sort((a, b) => a.left - b.left)) {
    sum += Math.max(0, right - Math.max(left, end));
    end = Math.max(end, right);
  }
  return sum;
}
