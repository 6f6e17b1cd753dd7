/**
 * The lines of a page in, marks that make poppler read the columns of each story in their order out.
 *
 * poppler gathers words to blocks. Of two blocks that share some width it reads the higher one first, and otherwise the one on the side
 * where the page begins, unless a third one comes behind the one and before the other by height (T. M. Breuel, High Performance Document
 * Layout Analysis, 2003). So on a page of both scripts it takes columns of the other script from the wrong side, and elsewhere a column
 * that begins lower, under a picture, when its turn has passed. Here each column becomes one block that begins a little higher than the
 * next, and between two such heads stands a bar over all columns that follow: the rule of height then says their order. What makes
 * blocks is in `TextPage::coalesce` of poppler's TextOutputDev; all lengths there, and here, are parts of a size of type.
 */

import type { GlyphRun } from '../../frame/frame.js';
import type { PlacedLine } from './lines.js';
import { ascentOf } from './runs.js';
import { LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK } from './spelling.js';
import { silent } from './told.js';

/** A block takes words further down of its first word's size, if these are equal but for this, and no further apart than this. */
const SAME_SIZE = 0.05;
const REACH = 1.45;
/** It takes what stands beside it nearer than this. */
const BESIDE = 0.7;

/** Width of a rung, which joins what stands further apart in a column, and its distance from the column. */
const RUNG = { width: 0.1, beside: 0.005 };
/** Size of the bars in points, much smaller than text, or they would belong to its blocks; the most that one code of them takes, in sizes. */
const BAR = { size: 0.5, code: 12 };
/** How far the text of a list may stand from its label, in sizes. */
const LABEL = 1.5;
/** How much higher a column begins than the next, in points: bars that stand nearer would be one. */
const STEP = 2 * BAR.size;

interface Column {
  readonly left: number;
  readonly right: number;
  /** Of its first line, and of the lowest that stands over it and is no part of it. */
  readonly top: number;
  readonly roof: number;
  /** Its first line in the size of the body, and the baselines of all of them, downwards. */
  readonly first: PlacedLine;
  readonly bases: readonly number[];
}

/** @param rtlPage true if poppler reads the page from right to left. */
export function columnMarks(lines: readonly PlacedLine[], rtlPage: boolean): GlyphRun[] {
  const stories = new Set(lines.flatMap(({ story }) => story ?? []));
  return [...stories].flatMap(story => storyMarks(story, lines, rtlPage));
}

function storyMarks(story: string, lines: readonly PlacedLine[], rtlPage: boolean): GlyphRun[] {
  const style = mostOf(
    lines.flatMap(line => (line.story === story ? (line.runs[0]!.line?.style ?? []) : [])),
  );
  const text = lines.filter(line => line.story === story && line.runs[0]!.line?.style === style);
  const stacks = stacked(text);
  if (stacks.length < 2) return [];
  const run = mostUsed(text);
  const columns = stacks.flatMap(stack => columnOf(stack, story, lines, run.size) ?? []);
  if (columns.length < stacks.length || columns.some(column => isCrossed(column, lines, run.size))) return [];
  const tops = staggered(columns);
  const mark = rtlPage ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  // One over all of them, too: columns under columns of another story poppler may take for a table.
  const bars = [-1, ...columns.keys()].flatMap(index => {
    const y = index < 0 ? tops[0]! - STEP / 2 : tops[index]! + STEP / 2;
    const end = tops.findIndex((top, at) => at > index && top < y);
    const under = columns.slice(Math.max(0, index), end < 0 ? undefined : end);
    return under.length < 2 ? [] : bar(under, y, run, mark);
  });
  return [...bars, ...columns.flatMap((column, index) => rungs(column, tops[index]!, run, mark))];
}

/** Lines in reading order, cut where one does not stand under the one before or beside it. */
function stacked(lines: readonly PlacedLine[]): PlacedLine[][] {
  const stacks: { left: number; right: number; readonly lines: PlacedLine[] }[] = [];
  for (const line of lines) {
    const stack = stacks.at(-1);
    const last = stack?.lines.at(-1);
    const gap = LABEL * line.runs[0]!.size;
    const goesOn =
      last !== undefined &&
      (line.base > last.base
        ? shareWidth(line, stack!)
        : line.base === last.base && shareWidth(line, { left: last.left - gap, right: last.right + gap }));
    if (!goesOn) stacks.push({ left: line.left, right: line.right, lines: [line] });
    else {
      stack!.lines.push(line);
      stack!.left = Math.min(stack!.left, line.left);
      stack!.right = Math.max(stack!.right, line.right);
    }
  }
  return stacks.map(stack => stack.lines);
}

/** Lines of text in, the column with what else of the story stands over them out. Undefined without a line in this size. */
function columnOf(
  text: readonly PlacedLine[],
  story: string,
  lines: readonly PlacedLine[],
  size: number,
): Column | undefined {
  const left = Math.min(...text.map(line => line.left));
  const right = Math.max(...text.map(line => line.right));
  const foot = text.at(-1)!.base;
  const isOwn = (line: PlacedLine): boolean => line.story === story && isWithin(line, { left, right });
  const over = lines.filter(line => line.base < text[0]!.base && shareWidth(line, { left, right }));
  const roof = Math.max(0, ...over.filter(line => !isOwn(line)).map(({ base }) => base));
  const own = lines.filter(line => isOwn(line) && roof < line.base && line.base <= foot);
  const ofBody = own
    .filter(({ runs }) => runs.some(run => Math.abs(run.size - size) < SAME_SIZE * size))
    .sort((a, b) => a.base - b.base);
  const [first] = ofBody;
  if (first === undefined) return undefined;
  const top = Math.min(...own.map(line => line.top));
  return { left, right, top, roof, first, bases: ofBody.map(({ base }) => base) };
}

/** Where the columns are to begin: each over all that follow, if nothing stands in the way. */
function staggered(columns: readonly Column[]): number[] {
  const tops: number[] = [];
  for (const { top, roof } of columns.toReversed()) {
    const wanted = Math.min(top, ...tops.map(later => later - STEP));
    tops.unshift(wanted > roof ? wanted : top);
  }
  return tops;
}

/** True if the block would take something along that is wider than the column or stands beside it. */
function isCrossed(column: Column, lines: readonly PlacedLine[], size: number): boolean {
  const reach = { left: column.left - BESIDE * size, right: column.right + BESIDE * size };
  const foot = column.bases.at(-1)! + size / 2;
  return lines.some(
    line => column.roof < line.base && line.base < foot && !isWithin(line, column) && shareWidth(line, reach),
  );
}

/** Rungs at a column's left, from its new top to its first line of text and wherever two lines stand too far apart. */
function rungs(column: Column, top: number, run: GlyphRun, mark: string): GlyphRun[] {
  const { left, first, bases } = column;
  const { size } = run;
  const high = top + ascentOf(run);
  const [narrow, beside] = [RUNG.width * size, RUNG.beside * size];
  const rung = (y: number, indent = 0): GlyphRun =>
    unseen(run, { x: left - beside - narrow, y, size, width: narrow + indent, codes: 1 }, mark);
  const places = bases.flatMap((base, index) => between(bases[index - 1] ?? high, base, size));
  return [rung(high), rung(first.base, first.left - left), ...places.map(y => rung(y))];
}

/** Places between two baselines, none further from the next than a block reaches. */
function between(from: number, to: number, size: number): number[] {
  const steps = Math.ceil((to - from) / (REACH * size));
  return Array.from({ length: Math.max(0, steps - 1) }, (_, at) => from + ((to - from) * (at + 1)) / steps);
}

/** A word as wide as these columns, its top at `top`. */
function bar(columns: readonly Column[], top: number, run: GlyphRun, mark: string): GlyphRun {
  const { size, code } = BAR;
  const x = Math.min(...columns.map(({ left }) => left));
  const width = Math.max(...columns.map(({ right }) => right)) - x;
  const y = top + ascentOf({ ...run, size });
  return unseen(run, { x, y, size, width, codes: Math.ceil(width / (code * size)) }, mark);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly codes: number;
}

/** A word that nobody sees, in the face of a run. */
function unseen({ face, ink, lang }: GlyphRun, place: Place, mark: string): GlyphRun {
  const { x, y, size, width, codes } = place;
  const advance = width / codes;
  const code = silent(mark, Math.round((advance / size) * face.unitsPerEm));
  const clusters = Array.from({ length: codes }, () => code);
  return {
    kind: 'glyphs',
    x,
    y,
    face,
    size,
    ink,
    rtl: false,
    lang,
    clusters,
    advances: clusters.map(() => advance),
  };
}

type Width = Pick<PlacedLine, 'left' | 'right'>;

function shareWidth(a: Width, b: Width): boolean {
  return a.left < b.right && b.left < a.right;
}

/** Marks may hang a little out of their column. */
const HANGING = 4;

function isWithin(line: Width, column: Width): boolean {
  return column.left - HANGING <= line.left && line.right <= column.right + HANGING;
}

/** The run of the size that most characters have. */
function mostUsed(lines: readonly PlacedLine[]): GlyphRun {
  const runs = lines.flatMap(line => line.runs);
  const size = mostOf(runs.flatMap(run => run.clusters.map(() => run.size)));
  return runs.find(run => run.size === size)!;
}

function mostOf<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
