/**
 * The told runs of one line in, the same runs in painting order out, words of the other direction set apart where pdfium would turn them round.
 *
 * pdfium reads a line from left to right, decides on one direction for all of it by counting stretches, and turns those of one
 * direction round one by one: the words of a Latin name in an Arabic line come out last word first. But it begins a new line
 * where the baseline moves, so a space without width, painted far below the line before and behind such an island, gives each
 * part a direction of its own. The other readers look over such a space: poppler drops it, pdf.js and MuPDF stay on the line.
 */

import type { Cluster, GlyphRun } from '../frame/frame.js';
import { type Attached, attachedTo, type Line } from './attached.js';
import { type Kind, segmentsOf } from './segments.js';
import { LETTER_SPACE, plain } from './spelling.js';
import { levelOf, markAt, told, widthOf } from './told.js';

/** How far below the line the space stands, in sizes: MuPDF begins a new line at 0.8. */
const DROP = 0.75;

/** A line's runs in visual order, and the order they are read in. */
export function apart(runs: readonly GlyphRun[], read: readonly number[]): GlyphRun[] {
  const base = Math.min(...runs.map(levelOf)) & 1;
  const line: Line = { runs: [...runs], rtl: base === 1 };
  const islands = islandsOf(line);
  const split = needsApart(line, islands);
  const marks = new Map(split && line.rtl ? islands.map(island => [island, attachedTo(line, island)]) : []);
  withOuterSpaces(line, read);
  const out: GlyphRun[] = [];
  for (let at = 0; at < read.length; at++) {
    const island = split ? islands.find(({ from, to }) => from <= read[at]! && read[at]! < to) : undefined;
    if (island === undefined) {
      paint(out, line.runs[read[at]!]!);
      continue;
    }
    const members = read.slice(at, at + island.to - island.from);
    paintIsland(out, line, members, island, marks.get(island) ?? { before: [], after: [] });
    at += members.length - 1;
  }
  return out.filter(({ clusters }) => clusters.length > 0);
}

/** MuPDF begins a new line where right-to-left text goes on elsewhere, but looks over any distance where the direction changes. */
function paint(out: GlyphRun[], run: GlyphRun): void {
  if (run.rtl && out.at(-1)?.rtl) out.push(markAt(run, run.x));
  out.push(run);
}

/** Runs `from` to `to` (exclusive), counted from the left, that have words of the other direction. */
export interface Island {
  readonly from: number;
  readonly to: number;
}

function islandsOf({ runs, rtl }: Line): Island[] {
  const islands: Island[] = [];
  const least = rtl ? 2 : 1;
  for (let from = 0; from < runs.length; from++) {
    let to = from;
    while (to < runs.length && levelOf(runs[to]!) >= least) to++;
    const kinds = kindsIn(runs.slice(from, to));
    if (kinds.length > 1 || kinds.includes(rtl ? 'L' : 'R')) islands.push({ from, to });
    from = Math.max(from, to);
  }
  return islands;
}

function kindsIn(runs: readonly GlyphRun[]): Kind[] {
  return segmentsOf(runs.flatMap(run => inOrder(run).map(({ text }) => text)).join(''));
}

function inOrder({ clusters, rtl }: GlyphRun): readonly Cluster[] {
  return rtl ? [...clusters].reverse() : clusters;
}

/** True if pdfium would take the line for one of the other direction, or turn the parts of an island round. */
function needsApart({ runs, rtl }: Line, islands: readonly Island[]): boolean {
  if (islands.length === 0) return false;
  if (islands.some(({ from, to }) => kindsIn(runs.slice(from, to)).length > 1)) return true;
  const kinds = runs.flatMap(run => kindsIn([run]));
  const [left, right] = [kinds.filter(kind => kind === 'L').length, kinds.filter(kind => kind === 'R').length];
  return rtl ? left > right : right >= left;
}

function paintIsland(out: GlyphRun[], line: Line, members: readonly number[], island: Island, { before, after }: Attached): void {
  const left = line.runs[island.from]!;
  const right = line.runs[island.to - 1]!;
  const end = right.x + widthOf(right);
  if (out.length > 0) {
    if (line.rtl) out.push(markAt(left, left.x - 2 * BELOW * left.size));
    out.push(below(left, left.x - 2 * BELOW * left.size));
  }
  out.push(...before);
  for (const index of members) paint(out, line.runs[index]!);
  out.push(...after);
  if (after.length > 0) out.push(markAt(left, end));
  out.push(below(right, end));
}

/** Width of each space below the line, in sizes: pdfium measures gaps between letters by the space of their font. */
const BELOW = 0.25;

/**
 * Behind a space pdf.js looks for the next letter further on in the writing direction and forgets the space if the run that is read
 * next stands elsewhere. So a space at the end of a right-to-left run where another run is read before or after counts as a letter.
 */
function withOuterSpaces({ runs }: Line, read: readonly number[]): void {
  read.forEach((index, place) => {
    const run = runs[index]!;
    if (!run.rtl || run.clusters.length === 0) return;
    const clusters = [...run.clusters];
    const last = clusters.length - 1;
    if (place < read.length - 1 && clusters[0]!.text === ' ') clusters[0] = told(clusters[0]!, LETTER_SPACE);
    if (place > 0 && clusters[last]!.text === ' ') clusters[last] = told(clusters[last]!, LETTER_SPACE);
    runs[index] = { ...run, clusters };
  });
}

/** The space that stands below the line; pdfium leaves out what has no width, so it is two, of which readers see one. */
function below(run: GlyphRun, x: number): GlyphRun {
  const width = BELOW * run.size;
  const space = told({ text: ' ', glyphs: [], advance: Math.round(run.face.unitsPerEm * BELOW) }, plain(' '));
  const y = run.y + DROP * run.size;
  return { ...run, x, y, rtl: false, clusters: [space, space], advances: [width, width] };
}
