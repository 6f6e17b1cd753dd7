/** An island of a line in, the marks that touch it as runs of their own out, so that readers keep them with the word they belong to. */

import type { Cluster, GlyphRun } from '../frame/frame.js';
import type { Island } from './islands.js';
import { kindOf } from './segments.js';
import { LEFT_TO_RIGHT_MARK, plain } from './spelling.js';
import { silent, told, widthOf } from './told.js';

/** A line's runs from left to right; `rtl` is its own direction. Marks that become runs of their own are taken out. */
export interface Line {
  readonly runs: GlyphRun[];
  readonly rtl: boolean;
}

/** Marks that are read before and after an island. */
export interface Attached {
  readonly before: readonly GlyphRun[];
  readonly after: readonly GlyphRun[];
}

/**
 * Marks without a space between them and words that run from left to right in an Arabic line, in reading order. Each begins with a
 * code that draws nothing and stands where pdfium, which sorts runs by their beginnings, finds it in its order, before or behind
 * the island's words; from there the pen moves to the mark and back.
 */
export function attachedTo(line: Line, { from, to }: Island): Attached {
  const left = line.runs[from]!.x;
  const last = line.runs[to - 1]!;
  const right = last.x + widthOf(last);
  return {
    before: anchored(take(line, to, false).reverse(), left, true),
    after: anchored(take(line, from - 1, true).reverse(), right, false),
  };
}

/** One run of marks in reading order that begins at `anchor` and, if it `returns`, ends there. */
function anchored(marks: readonly Mark[], anchor: number, returns: boolean): GlyphRun[] {
  const first = marks[0];
  if (first === undefined) return [];
  const { run } = first;
  const silence = silent(LEFT_TO_RIGHT_MARK, ANCHOR * run.face.unitsPerEm);
  const places = [anchor, ...marks.map(({ x }) => x), anchor - APART * run.size];
  const clusters = [
    silence,
    ...marks.map(({ cluster }) => told(cluster, { ...plain(BEFORE + cluster.text), after: [AFTER] })),
    ...(returns ? [silence] : []),
  ];
  const advances = clusters.map((_, index) => (places[index + 1] ?? anchor) - places[index]!);
  return [{ ...run, x: anchor, rtl: false, clusters, advances }];
}

/** How far before an island's words the pen comes back to: nearer, poppler takes the first letter for the shadow of the code there. */
const APART = 0.12;

/** Width of the codes that draw nothing, in sizes: between two without width pdfium finds a space. */
const ANCHOR = 0.02;

/**
 * What is said before and behind such a mark. MuPDF looks over the way from the beginning to it, as U+200F is of the other direction;
 * poppler needs U+200F at both sides, more often than U+200E, of which it counts all on a page; pdfium counts stretches, and does not
 * turn a bracket round behind U+200E.
 */
const BEFORE = '\u200f\u200e\u2060\u200e';
const AFTER = '\u200f\u200f\u200f\u2060';

interface Mark {
  readonly run: GlyphRun;
  readonly cluster: Cluster;
  readonly x: number;
}

/** Takes the marks at one end of a run out of the line: its right end or its left one; from left to right. */
function take(line: Line, index: number, atRight: boolean): Mark[] {
  const run = line.runs[index];
  if (run === undefined) return [];
  const count = marksAt(run, atRight);
  const cut = atRight ? run.clusters.length - count : count;
  let x = run.x;
  const starts = run.advances.map(advance => {
    x += advance;
    return x - advance;
  });
  const all = run.clusters.map((cluster, at) => ({ run, cluster, x: starts[at]! }));
  const [kept, taken] = atRight ? [all.slice(0, cut), all.slice(cut)] : [all.slice(cut), all.slice(0, cut)];
  line.runs[index] = {
    ...run,
    x: kept[0]?.x ?? run.x,
    clusters: kept.map(({ cluster }) => cluster),
    advances: atRight ? run.advances.slice(0, cut) : run.advances.slice(cut),
  };
  return taken.filter(({ cluster }) => cluster.text !== '');
}

/** How many clusters at one end of a run are marks up to a space, invisible ones among them; none if letters or numbers touch. */
function marksAt({ clusters }: GlyphRun, atRight: boolean): number {
  const fromEnd = atRight ? [...clusters].reverse() : clusters;
  const space = fromEnd.findIndex(({ text }) => /^\s/.test(text));
  const count = space < 0 ? clusters.length : space;
  const isMark = ({ text, advance }: Cluster): boolean =>
    text === '' ? advance === 0 : [...text].every(character => 'NW'.includes(kindOf(character)) && !/\p{N}/u.test(character));
  return fromEnd.slice(0, count).every(isMark) ? count : 0;
}
