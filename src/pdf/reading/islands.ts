/**
 * The runs of one line in, the same runs in painting order out, words of the other direction set apart where pdfium would turn them round.
 *
 * pdfium reads a line from left to right, decides on one direction for all of it by counting stretches, and turns those of one
 * direction round one by one: the words of a Latin name in an Arabic line come out last word first. But it begins a new line where the
 * baseline moves, so a space that is painted below the line before and behind such an island gives each part a direction of its
 * own. The other readers look over that space: poppler drops it, pdf.js and MuPDF stay on the line.
 */

import type { GlyphRun } from '../../frame/frame.js';
import { narrowAtEnd, withoutVowel } from './phrase-ends.js';
import { isWordSpace, levelOf, type PartRun, widthOf } from './runs.js';
import { type Kind, segmentsOf } from './segments.js';
import { LETTER_SPACE, plain, spell } from './spelling.js';
import { HAIR, isTold, markAt, told, turnAt } from './told.js';
import { type Touching, takeTouching } from './touching.js';

/** How far from a part of a line a mark stands, in sizes: nearer than 0.1 poppler takes the first letter for its shadow, a word by itself. */
const APART = 0.11;

/** A line's runs from left to right; `rtl` is its own direction. */
interface Line {
  readonly runs: readonly GlyphRun[];
  readonly rtl: boolean;
}

/** Runs `from` to `to` (exclusive), counted from the left, that have words of the other direction. */
interface Island {
  readonly from: number;
  readonly to: number;
}

/** What surrounds a line. */
export interface Surroundings {
  /** True if poppler reads the page from right to left. */
  readonly rtlPage: boolean;
  /** True if something else stands before the line on the same height. */
  readonly isBeside: boolean;
}

/** @param read indices of the runs in the order they are read in. */
export function paintingOrder(
  visual: readonly GlyphRun[],
  read: readonly number[],
  { rtlPage, isBeside }: Surroundings,
): GlyphRun[] {
  const rtl = (Math.min(...visual.map(levelOf)) & 1) === 1;
  const apart = setApart({ runs: visual, rtl, rtlPage }, read) ?? { runs: visual, islands: [] };
  const { islands } = apart;
  const runs = withOuterSpaces(apart.runs, read);
  const out: GlyphRun[] = [];
  for (let at = 0; at < read.length; at++) {
    const island = islands.find(({ from, to }) => from <= read[at]! && read[at]! < to);
    if (island === undefined) {
      const run = runs[read[at]!]!;
      if (run.clusters.length > 0) paint(out, run);
      continue;
    }
    paintIsland(out, { runs, rtl }, { ...island, isFirst: out.length === 0 && !isBeside });
    at += island.members.length - 1;
  }
  return out;
}

/** An island with what touches it, its runs in reading order. */
interface Apart extends Island, Touching {
  readonly members: readonly number[];
}

/** The islands, and the runs without what touches them. Undefined for a line that is to stay whole. */
function setApart(
  line: Line & Pick<Surroundings, 'rtlPage'>,
  read: readonly number[],
): { readonly runs: readonly GlyphRun[]; readonly islands: readonly Apart[] } | undefined {
  const islands = islandsOf(line);
  if (islands.length === 0 || !(needsApart(line, islands) || (line.rtlPage && !line.rtl))) return undefined;
  const runs = [...line.runs];
  const apart: Apart[] = [];
  for (const { from, to } of islands) {
    const members = read.filter(index => from <= index && index < to);
    const touching = takeTouching(runs, { from, to }, line);
    if (touching === undefined) return undefined;
    apart.push({ from, to, members, ...touching });
  }
  return { runs, islands: apart };
}

/** MuPDF begins a new line where right-to-left text goes on elsewhere, but looks over any distance where the direction changes. */
function paint(out: GlyphRun[], run: GlyphRun): void {
  if (run.rtl && out.at(-1)?.rtl) out.push(markAt(run, beside(run)));
  out.push(run);
}

/** Where a mark stands by a run: a hair before what begins there. */
function beside(run: PartRun): number {
  const hair = HAIR * run.size;
  if (startsEmpty(run)) return run.x + widthOf(run) - hair;
  return run.x - (run.part === undefined ? hair : APART * run.size);
}

/** True if an empty code comes first from the left: the mark is not to stand there, where it would pass for what goes before on the line. */
function startsEmpty({ clusters }: GlyphRun): boolean {
  const first = clusters[0]!;
  return !isTold(first) && spell(first, true).startsEmpty;
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

export function kindsIn(runs: readonly GlyphRun[]): Kind[] {
  return segmentsOf(runs.map(textOf).join(''));
}

function textOf({ clusters, rtl }: GlyphRun): string {
  const texts = clusters.map(({ text }) => text);
  return (rtl ? texts.reverse() : texts).join('');
}

/** True if pdfium would take the line for one of the other direction, or turn the parts of an island round. */
function needsApart(line: Line, islands: readonly Island[]): boolean {
  const { runs, rtl } = line;
  if (islands.length === 0) return false;
  if (islands.some(({ from, to }) => kindsIn(runs.slice(from, to)).length > 1)) return true;
  const kinds = runs.flatMap(run => kindsIn([run]));
  const [left, right] = (['L', 'R'] as const).map(wanted => kinds.filter(kind => kind === wanted).length);
  return rtl ? left! > right! : right! >= left!;
}

function paintIsland(
  out: GlyphRun[],
  { runs, rtl }: Line,
  island: Apart & { readonly isFirst: boolean },
): void {
  const { heads, tails, members } = island;
  const left = runs[island.from]!;
  const right = runs[island.to - 1]!;
  const end = right.x + widthOf(right);
  if (!island.isFirst) {
    const x = left.x - 2 * SPACE * left.size;
    if (rtl) out.push(markAt(left, leftOf([left, ...tails]) - BESIDE * left.size));
    out.push(below(heads[0] ?? left, x));
  }
  out.push(...heads);
  if (!rtl && heads.length > 0) out.push(markAt(left, end - BESIDE * left.size));
  const ends = !rtl && tails.length > 0 ? withoutVowel(left) : undefined;
  for (const index of members) {
    const run = index === island.from && ends !== undefined ? ends.word : runs[index]!;
    paint(out, !rtl && index === island.to - 1 && heads.length === 0 ? narrowAtEnd(run) : run);
  }
  if (ends !== undefined) out.push(ends.vowel);
  out.push(...tails);
  const behind = !rtl && tails.length > 0;
  out.push(below(tails.at(-1) ?? right, behind ? left.x : end));
  if (behind) out.push(turnAt(left, left.x - 0.01 * left.size));
}

/** The left end of what is drawn: empty codes stand before it and behind it. */
function leftOf(runs: readonly GlyphRun[]): number {
  const starts = runs.map(run => {
    const drawn = run.clusters.findIndex(({ glyphs }) => glyphs.length > 0);
    return run.x + widthOf({ advances: run.advances.slice(0, drawn) });
  });
  return Math.min(...starts);
}

/**
 * Behind a space pdf.js looks for the next letter further on in the writing direction and forgets the space if the run that is read
 * next stands elsewhere; before one MuPDF begins a new line. So a space at the end of a right-to-left run where another run is read before
 * or after, if only the mark of a story's end, counts as a letter.
 */
function withOuterSpaces(runs: readonly GlyphRun[], read: readonly number[]): GlyphRun[] {
  return runs.map((run, index) => {
    if (!run.rtl || runs.length === 1 || run.clusters.length === 0) return run;
    const clusters = [...run.clusters];
    const last = clusters.length - 1;
    if (isWordSpace(clusters[0]!)) clusters[0] = told(clusters[0]!, LETTER_SPACE);
    if (index !== read[0] && isWordSpace(clusters[last]!))
      clusters[last] = told(clusters[last]!, LETTER_SPACE);
    return { ...run, clusters };
  });
}

/** How far below the line the space stands, in sizes: MuPDF begins a new line at 0.8. */
const DROP = 0.75;
/** Its width, in sizes: pdfium measures gaps between letters by the space of their font. */
const SPACE = 0.25;

/** How far from a phrase a mark stands that belongs to no word, in sizes: poppler sees a space in more than 0.03. */
const BESIDE = 0.025;

/** The space that stands below the line; pdfium leaves out what has no width, so it is two, of which readers see one. */
export function below(run: GlyphRun, x: number): GlyphRun {
  const width = SPACE * run.size;
  const space = told({ text: ' ', glyphs: [], advance: Math.round(run.face.unitsPerEm * SPACE) }, plain(' '));
  return {
    ...run,
    x,
    y: run.y + DROP * run.size,
    rtl: false,
    clusters: [space, space],
    advances: [width, width],
  };
}
