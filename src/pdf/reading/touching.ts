/**
 * A line and a phrase of the other direction in, what touches the phrase without a space between out, as runs of its own.
 *
 * A phrase that stands apart (`islands.ts`) takes along what touches it, and pdfium must read that before or behind the phrase although it
 * stands on the other side. pdfium sorts by where runs begin: so each of these begins and ends with an empty code at that side of the
 * phrase, its seam. The marks of direction that these codes say keep MuPDF on the line, which sees a new one in a jump unless the direction
 * changes, and make poppler take what touches for part of the line and not of the phrase.
 */

import type { Cluster, GlyphRun } from '../../frame/frame.js';
import { levelOf, partOf, widthOf } from './runs.js';
import {
  isSeparator,
  LEFT_TO_RIGHT_MARK as LRM,
  plain,
  RIGHT_TO_LEFT_MARK as RLM,
  spell,
} from './spelling.js';
import { backToLeft, isTold, silent, told } from './told.js';

/** Runs in reading order: before the phrase and behind it. */
export interface Touching {
  readonly heads: readonly GlyphRun[];
  readonly tails: readonly GlyphRun[];
}

/** What parts the beginnings of runs at one seam, in sizes. */
const STEP = 0.005;
/** How many of these steps before a right-to-left phrase: its own first code may stand before it (`showEdge`). */
const BEFORE_EDGE = -4;
/** Width of a mark at a seam, in sizes: pdf.js keeps the place of what has a width. */
const SAID = 0.02;
/** poppler takes a letter for the shadow of a code that begins less than a tenth of the size before it; in sizes. */
const EDGE = 0.105;

/**
 * Takes what touches runs `from` to `to` (exclusive, counted from the left) off their neighbours in `runs`. Undefined if another phrase
 * touches it.
 * @param rtl direction of the line.
 */
export function takeTouching(
  runs: GlyphRun[],
  { from, to }: { readonly from: number; readonly to: number },
  { rtl, rtlPage }: { readonly rtl: boolean; readonly rtlPage: boolean },
): Touching | undefined {
  const before = cutOff(runs, rtl ? to : from - 1, rtl ? 1 : -1, rtl)?.reverse();
  const behind = cutOff(runs, rtl ? from - 1 : to, rtl ? -1 : 1, rtl);
  if (before === undefined || behind === undefined) return undefined;
  const [left, right] = [runs[from]!, runs[to - 1]!];
  const end = right.x + widthOf(right);
  const edge = rtl ? EDGE * Math.max(left.size, ...before.map(({ size }) => size)) : 0;
  const seams = (x: number, count: number, first: number, step: 1 | -1): number[] =>
    Array.from({ length: count }, (_, at) => x + (first + step * at) * STEP * left.size);
  if (rtl) {
    const headSeams = seams(left.x - edge, before.length, -before.length, 1);
    const tailSeams = seams(end, behind.length, -behind.length, 1);
    return {
      heads: chained(before, headSeams, 1, left.x, marksIn(true, true)),
      tails: chained(behind, tailSeams, 1, end, marksIn(true, false)),
    };
  }
  const told = rtlPage ? saidAtSeam : marksIn;
  return {
    heads: chained(before, seams(end, before.length, -1, -1), -1, end, told(false, true)),
    tails: chained(behind, seams(left.x, behind.length, BEFORE_EDGE, -1), -1, left.x, told(false, false)),
  };
}

/** Runs of pieces, each from its place to that of the one that pdfium reads next, `step` further on, and the last to `end`. */
function chained(
  pieces: readonly GlyphRun[],
  places: readonly number[],
  step: 1 | -1,
  end: number,
  marksOf: (piece: GlyphRun) => Marks,
): GlyphRun[] {
  return pieces.map((piece, at) => {
    const marks = marksOf(piece);
    // pdfium drops a code that was said at the same place before.
    const more = JOINER.repeat(at);
    const unlike = { ...marks, opens: marks.opens + more, closes: marks.closes + more };
    return seamed(piece, places[at]!, places[at + step] ?? end, unlike);
  });
}

/**
 * Cuts pieces off the runs from `index` on, going away from the phrase by `step` up to a space: letters that belong together, or one mark.
 * The nearest comes first.
 */
function cutOff(runs: GlyphRun[], index: number, step: 1 | -1, rtl: boolean): GlyphRun[] | undefined {
  const pieces: GlyphRun[] = [];
  for (let at = index; at >= 0 && at < runs.length; at += step) {
    const run = runs[at]!;
    if (levelOf(run) >= (rtl ? 2 : 1)) return pieces.length === 0 ? [] : undefined;
    const { clusters } = run;
    const far = step > 0 ? clusters.findIndex(isSpace) : clusters.findLastIndex(isSpace);
    const [start, end] = step > 0 ? [0, far < 0 ? clusters.length : far] : [far + 1, clusters.length];
    const found = piecesOf(run, start, end);
    pieces.push(...(step > 0 ? found : found.reverse()));
    const rest = step > 0 ? partOf(run, end, clusters.length) : partOf(run, 0, start);
    runs[at] = step > 0 && !rtl ? backToLeft(rest) : rest;
    if (far >= 0) break;
  }
  return pieces;
}

function isSpace({ text }: Cluster): boolean {
  return /^\s/.test(text);
}

function piecesOf(run: GlyphRun, start: number, end: number): GlyphRun[] {
  const pieces: GlyphRun[] = [];
  for (let from = start; from < end; ) {
    let to = from + 1;
    if (isWord(run.clusters[from]!)) while (to < end && isWord(run.clusters[to]!)) to++;
    pieces.push(partOf(run, from, to));
    from = to;
  }
  return pieces;
}

function isWord({ text }: Cluster): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text);
}

/** Neither ends a stretch of letters in pdfium nor says a direction. */
const JOINER = '\u2060';
/** To MuPDF of the one direction, to what pdfium reads next of the other; poppler ends a stretch here. */
const TURNED = RLM + JOINER + LRM;

/** What the empty codes of a piece say: at the seam, at its left and right end, and at the seam again. */
interface Marks {
  readonly opens: string;
  readonly left: string;
  readonly right: string;
  readonly closes: string;
  /** True if the characters are said at the seam, and nothing where they are drawn. */
  readonly isSaidAtSeam?: boolean;
}

/**
 * MuPDF gives a code the direction of its first character; pdfium takes the direction of which a line has more stretches, and turns a
 * bracket round unless what it reads before runs from left to right; poppler takes some marks for numbers.
 */
function marksIn(rtl: boolean, isHead: boolean): (piece: GlyphRun) => Marks {
  return ({ clusters }) => marksOf(clusters[0]!, rtl, isHead);
}

/** On a page that it reads from right to left poppler has to find a mark on the side of the phrase where it is read. */
function saidAtSeam(rtl: boolean, isHead: boolean): (piece: GlyphRun) => Marks {
  const marksOf = marksIn(rtl, isHead);
  return piece => {
    const marks = marksOf(piece);
    // A stretch more from right to left for that of the mark.
    return isWord(piece.clusters[0]!)
      ? marks
      : { ...marks, opens: marks.opens + JOINER + RLM, isSaidAtSeam: true };
  };
}

function marksOf(cluster: Cluster, rtl: boolean, isHead: boolean): Marks {
  const ends = rtl ? LRM + (JOINER + LRM).repeat(3) : LRM + (JOINER + RLM).repeat(3);
  const seam = rtl || !isHead ? { opens: ends, closes: LRM } : { opens: RLM, closes: RLM };
  if (isWord(cluster)) return { ...seam, left: '', right: '' };
  if (rtl) return { ...seam, left: isSeparator(cluster.text) ? RLM : TURNED, right: TURNED };
  return isHead ? { ...seam, left: LRM, right: JOINER + LRM } : { ...seam, left: TURNED, right: '' };
}

/**
 * A piece between its empty codes, from its seam to where what is read next in pdfium begins. That sees a space in any distance between two
 * codes without width, and in a jump before a code that has one: so an empty code stands where the last begins, which is as wide as
 * poppler needs.
 */
function seamed(piece: GlyphRun, seam: number, closes: number, marks: Marks): GlyphRun {
  const { face, size } = piece;
  const codes: { readonly x: number; readonly cluster: Cluster }[] = [];
  const say = (text: string, x: number, width = 0): void => {
    if (text !== '') codes.push({ x, cluster: silent(text, Math.round((width * face.unitsPerEm) / size)) });
  };
  say(marks.opens, seam);
  if (marks.isSaidAtSeam) {
    say(piece.clusters.map(({ text }) => text).join(''), seam, SAID * size);
    say(JOINER + LRM, seam);
  }
  say(marks.left, piece.x - STEP * size);
  let pen = piece.x;
  for (const [index, cluster] of piece.clusters.entries()) {
    codes.push({
      x: pen,
      cluster: marks.isSaidAtSeam ? told(cluster, plain(JOINER)) : toldAs(cluster, piece.rtl),
    });
    pen += piece.advances[index]!;
  }
  say(marks.right, pen - STEP * size);
  const last = closes - EDGE * size;
  say(marks.closes + JOINER, last);
  say(marks.closes, last, EDGE * size);
  const advances = codes.map(({ x }, index) => (codes[index + 1]?.x ?? closes) - x);
  const clusters = codes.map(({ cluster }) => cluster);
  return { ...piece, x: seam, rtl: false, letterSpace: 0, clusters, advances };
}

function toldAs(cluster: Cluster, rtl: boolean): Cluster {
  if (!isWord(cluster)) return told(cluster, plain(cluster.text));
  return isTold(cluster) ? cluster : told(cluster, spell(cluster, rtl));
}
