/**
 * The line breaker, numbers only: lengths at each break place in, the chosen places out.
 * Knuth and Plass, “Breaking paragraphs into lines” (1981): least total demerits over the whole paragraph.
 */

import { type FillSettings, fillLine, kashidaRoom, type LineRoom } from './fill.js';

/** Lengths are running totals from the paragraph's start, in points; index 0 is the start itself, the last its end. */
export interface BreakerInput {
  /** Natural length up to the end of a line that ends here, its trailing spaces left out. */
  readonly endLength: Float64Array;
  /** Natural length up to the start of the line that begins here. */
  readonly startLength: Float64Array;
  /** Natural width of the word spaces so far, and their number. */
  readonly endSpaces: Float64Array;
  readonly startSpaces: Float64Array;
  readonly endGaps: Float64Array;
  readonly startGaps: Float64Array;
  /** Points by which the letters so far may be widened or narrowed. */
  readonly letters: Float64Array;
  /** Words so far that may carry a kashida, the tatweels of their longest ones, and the width of these. */
  readonly stretchable: Float64Array;
  readonly tatweels: Float64Array;
  readonly kashidaWidth: Float64Array;
  /** Length a line gains by ending here: the hyphen. */
  readonly added: Float64Array;
  /** Cost of ending a line here, in Knuth and Plass's units (50 is a usual hyphen). */
  readonly penalty: Float64Array;
  /** 1 where the line ends in a hyphen. */
  readonly hyphen: Uint8Array;
  /** 1 where every line must end. */
  readonly forced: Uint8Array;
}

export interface BreakerSettings extends FillSettings {
  /**
   * `justify` weighs stretch and shrink; `ragged` weighs what lines fall short of the measure, the last one's share
   * free; `balance` makes lines of even length, the last one too.
   */
  readonly mode: 'justify' | 'ragged' | 'balance';
  readonly linePenalty: number;
  /** Share of a line's words that may carry a kashida, and the badness of each tatweel. */
  readonly kashidaWords: number;
  readonly tatweelBadness: number;
  /** Demerits for two hyphens in a row, and for each beyond them. */
  readonly consecutiveHyphens: number;
  readonly thirdHyphen: number;
  /** Demerits for a hyphen on the last line but one. */
  readonly finalHyphen: number;
  /** Demerits for neighbouring lines whose tightness differs by more than one class. */
  readonly fitnessClash: number;
  /** A last line of one word, or shorter than this many points, costs `shortLastLine` demerits. */
  readonly leastLastLine: number;
  readonly shortLastLine: number;
}

/** The chosen line ends as indices into the input, ascending; the last is the paragraph's end. */
export type ChosenBreaks = readonly number[];

interface Node {
  readonly place: number;
  readonly line: number;
  readonly fitness: number;
  readonly demerits: number;
  readonly hyphens: number;
  readonly previous: Node | undefined;
}

/** Badness of a line that cannot shrink enough: above that of any other. */
const OVERFULL = 1e9;

/** Badness of a line that is left short of its measure, and what is added by the share that it lacks: about that of very wide spaces. */
const SHORT = 10_000;
const SHORT_SHARE = 200_000;

/** A number of lines that a paragraph is to have, all of them good ones. */
export interface LineWish {
  readonly lines: number;
  /** No line is looser: 1 for spaces and letters at their limits. */
  readonly loosest: number;
  /** No line but the last of a paragraph lacks more of its measure by nature, as a share of it. */
  readonly mostLacking: number;
}

/**
 * Chooses line ends for lines whose measure is `widthOf(line)` points, lines counting from 0; from line `settled` on all
 * measures are the same. There is always a result: a line that cannot shrink enough is allowed where nothing else
 * fits, at a cost above all others. Only where there is a wish the result is empty if it cannot be met without a line
 * that is too tight or too loose, a third hyphen in a row, or a short last line.
 */
export function chooseBreaks(
  input: BreakerInput,
  widthOf: (line: number) => number,
  settled: number,
  settings: BreakerSettings,
  wish?: LineWish,
): ChosenBreaks {
  // With a wish, ways that differ in their number of lines are no rivals.
  const counted = wish === undefined ? settled : wish.lines;
  const last = input.endLength.length - 1;
  const nodes: Node[][] = [[{ place: 0, line: 0, fitness: 1, demerits: 0, hyphens: 0, previous: undefined }]];
  let first = 0;
  for (let place = 1; place <= last; place++) {
    const best = new Map<number, Node>();
    for (let from = place - 1; from >= first; from--) {
      const fitsNoMore = tryFrom(nodes[from]!, place, place - 1 === from, best);
      // A longer line might still fit where an earlier line's measure is wider.
      if (fitsNoMore && settled === 0) break;
      if (input.forced[from] === 1) break;
    }
    nodes.push([...best.values()]);
    if (input.forced[place] === 1) first = place;
  }
  return trace(wish === undefined ? nodes[last]! : nodes[last]!.filter(({ line }) => line === wish.lines));

  /** True once lines from here on back are too long to fit, so that earlier starts need not be tried. */
  function tryFrom(
    starts: readonly Node[],
    place: number,
    adjacent: boolean,
    best: Map<number, Node>,
  ): boolean {
    let tooLong = starts.length > 0;
    for (const node of starts) {
      const line = measureLine(input, node.place, place, widthOf(node.line), place === last, settings);
      if (line.ratio >= -1) tooLong = false;
      else if (!adjacent) continue;
      if (wish !== undefined && isPoor(node, place, line, widthOf(node.line), wish)) continue;
      const next = extend(node, place, line);
      // What later costs depend on: the line's number where measures differ, its fitness, the hyphens in a row.
      const key = (Math.min(next.line, counted) * 4 + next.fitness) * 4 + next.hyphens;
      const rival = best.get(key);
      if (rival === undefined || next.demerits < rival.demerits) best.set(key, next);
    }
    return tooLong;
  }

  function isShort(from: number, natural: number): boolean {
    return natural < settings.leastLastLine || input.endGaps[last]! <= input.startGaps[from]!;
  }

  function isPoor(
    node: Node,
    place: number,
    { ratio, natural }: MeasuredLine,
    width: number,
    wished: LineWish,
  ): boolean {
    return (
      ratio < -1 ||
      ratio > wished.loosest ||
      node.line >= wished.lines ||
      (place !== last && input.forced[place] !== 1 && natural < width * (1 - wished.mostLacking)) ||
      (node.hyphens > 1 && input.hyphen[place] === 1) ||
      (place === last && node.place > 0 && isShort(node.place, natural))
    );
  }

  function extend(node: Node, place: number, line: MeasuredLine): Node {
    const hyphens = input.hyphen[place] === 1 ? Math.min(node.hyphens + 1, 3) : 0;
    const penalty = input.penalty[place]!;
    let demerits = (settings.linePenalty + line.badness) ** 2 + (penalty > 0 ? penalty ** 2 : 0);
    if (hyphens > 1) demerits += hyphens > 2 ? settings.thirdHyphen : settings.consecutiveHyphens;
    if (place === last && node.hyphens > 0) demerits += settings.finalHyphen;
    if (Math.abs(line.fitness - node.fitness) > 1) demerits += settings.fitnessClash;
    if (place === last && node.place > 0 && isShort(node.place, line.natural))
      demerits += settings.shortLastLine;
    return {
      place,
      line: node.line + 1,
      fitness: line.fitness,
      demerits: node.demerits + demerits,
      hyphens,
      previous: node,
    };
  }
}

interface MeasuredLine {
  readonly natural: number;
  readonly ratio: number;
  readonly badness: number;
  /** 0 tight, 1 decent, 2 loose, 3 very loose. */
  readonly fitness: number;
}

function measureLine(
  input: BreakerInput,
  from: number,
  to: number,
  width: number,
  isLast: boolean,
  settings: BreakerSettings,
): MeasuredLine {
  const natural = input.endLength[to]! - input.startLength[from]! + input.added[to]!;
  const gap = width - natural;
  const ends = isLast || input.forced[to] === 1;
  if (settings.mode !== 'justify') {
    if (gap < -0.01) return { natural, ratio: -2, badness: OVERFULL * (1 - gap / width), fitness: 1 };
    const free = ends && settings.mode === 'ragged';
    return { natural, ratio: 0, badness: free ? 0 : 100 * (gap / width) ** 2, fitness: 1 };
  }
  if (gap >= 0 && ends) return { natural, ratio: 0, badness: 0, fitness: 1 };
  const { ratio, tatweels, short } = fillLine(gap, roomOf(input, from, to, settings), settings);
  if (ratio < -1) return { natural, ratio, badness: OVERFULL * (1 - gap / width), fitness: 0 };
  const fill = short > 0 ? SHORT + SHORT_SHARE * (short / width) : 100 * Math.abs(ratio) ** 3;
  const badness = fill + tatweels * settings.tatweelBadness;
  return { natural, ratio, badness, fitness: fitnessOf(ratio) };
}

function roomOf(input: BreakerInput, from: number, to: number, settings: BreakerSettings): LineRoom {
  const words = input.endGaps[to]! - input.startGaps[from]! + 1;
  const stretchable = {
    count: input.stretchable[to]! - input.stretchable[from]!,
    tatweels: input.tatweels[to]! - input.tatweels[from]!,
    width: input.kashidaWidth[to]! - input.kashidaWidth[from]!,
  };
  return {
    spaces: input.endSpaces[to]! - input.startSpaces[from]!,
    letters: input.letters[to]! - input.letters[from]!,
    ...kashidaRoom(stretchable, words, settings.kashidaWords),
  };
}

function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

function trace(ends: readonly Node[]): number[] {
  let node = ends.reduce<Node | undefined>(
    (best, other) => (best === undefined || other.demerits < best.demerits ? other : best),
    undefined,
  );
  const places: number[] = [];
  while (node !== undefined && node.place > 0) {
    places.push(node.place);
    node = node.previous;
  }
  return places.reverse();
}
