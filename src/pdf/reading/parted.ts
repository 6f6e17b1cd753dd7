/**
 * The runs of one line in, the same runs cut into parts that poppler reads one after the other out.
 *
 * poppler puts all lines of a page in the order of one direction. But a word that begins far inside the one before it begins a line of its
 * own, and lines at one height are sorted by their baselines, however little these differ. So where poppler would read a line in another
 * order it is parted at spaces: each part stands below the one read before it by what no other reader sees (`content.ts`), and at the right
 * end of all but the last stands a code that draws nothing and reaches over the beginning of the next.
 */

import type { Cluster, GlyphRun } from '../../frame/frame.js';
import { type PartRun, partOf, widthOf } from './runs.js';
import { classOf, type Kind, kindOf } from './segments.js';
import { LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, spell, spellLast } from './spelling.js';
import { isTold, silent } from './told.js';

/** How far a code reaches over the next part, in sizes: poppler begins a line at 0.5. */
const OVER = 0.6;
/** How far from the border of two parts it begins, in sizes: behind empty codes of the one, and before all of the other. */
const BESIDE = 0.01;

export interface Parted {
  /** From left to right. */
  readonly runs: readonly PartRun[];
  /** What stands over the spaces between parts. */
  readonly seams: readonly PartRun[];
}

/** A cluster of a line, from left to right. */
interface Letter {
  readonly run: number;
  readonly at: number;
  /** Its place in the order of reading. */
  readonly read: number;
  /** Its characters from left to right. */
  readonly seen: readonly Seen[];
  readonly isSpace: boolean;
  readonly isLetter: boolean;
  readonly rtl: boolean;
}

/** A character as poppler tells it from others. */
interface Seen {
  readonly kind: Kind;
  readonly isShown: boolean;
}

/** Letters `from` to `to` (exclusive), counted from the left. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * @param visual a line's runs from left to right.
 * @param read indices of the runs in the order they are read in.
 * @param rtlPage the direction that poppler takes for the page.
 */
export function parted(visual: readonly GlyphRun[], read: readonly number[], rtlPage: boolean): Parted {
  const letters = lettersOf(visual, read, rtlPage);
  const parts = partsOf(letters, rtlPage);
  if (parts.length < 2) return { runs: visual, seams: [] };
  const ordered = parts.toSorted((a, b) => a.from - b.from);
  const runs: PartRun[] = [];
  const seams: PartRun[] = [];
  const size = Math.max(...visual.map(run => run.size));
  for (const [index, part] of ordered.entries()) {
    const start = index === 0 ? 0 : ordered[index - 1]!.to;
    const end = index === ordered.length - 1 ? letters.length : part.to;
    const own = cut(visual, letters.slice(start, end)).map(run => ({ ...run, part: parts.indexOf(part) }));
    if (index > 0) own[0] = nudged(own[0]!, 2 * BESIDE * size);
    runs.push(...own);
    const last = own.at(-1)!;
    const next = ordered[index + 1];
    if (next === undefined) continue;
    const x = last.x + widthOf(last) + BESIDE * size;
    seams.push(seamOver(last, x, placeOf(visual, letters[next.from]!) + OVER * size));
  }
  return { runs, seams };
}

function seamOver(run: PartRun, x: number, end: number): PartRun {
  const width = end - x;
  const code = silent(
    LEFT_TO_RIGHT_MARK + RIGHT_TO_LEFT_MARK,
    Math.round((width / run.size) * run.face.unitsPerEm),
  );
  return { ...run, x, rtl: false, letterSpace: 0, stretch: 1, clusters: [code], advances: [width] };
}

/** Runs in painting order, each seam behind the part that it ends. */
export function withSeams(painted: readonly PartRun[], seams: readonly PartRun[]): PartRun[] {
  const out = [...painted];
  for (const seam of seams) out.splice(out.findLastIndex(({ part }) => part === seam.part) + 1, 0, seam);
  return out;
}

/** A run whose first code, a space, begins later and is as much narrower. */
function nudged<Run extends GlyphRun>(run: Run, by: number): Run {
  return { ...run, x: run.x + by, advances: run.advances.with(0, run.advances[0]! - by) };
}

function placeOf(visual: readonly GlyphRun[], { run, at }: Letter): number {
  const { x, advances } = visual[run]!;
  return x + widthOf({ advances: advances.slice(0, at) });
}

/** Runs of these letters, which follow each other. */
function cut(visual: readonly GlyphRun[], letters: readonly Letter[]): GlyphRun[] {
  const runs: GlyphRun[] = [];
  for (let from = 0; from < letters.length; ) {
    const first = letters[from]!;
    let to = from + 1;
    while (letters[to]?.run === first.run) to++;
    const run = visual[first.run]!;
    runs.push(partOf(run, first.at, first.at + to - from));
    from = to;
  }
  return runs;
}

function lettersOf(visual: readonly GlyphRun[], read: readonly number[], rtlPage: boolean): Letter[] {
  const firsts: number[] = [];
  let next = 0;
  for (const index of read) {
    firsts[index] = next;
    next += visual[index]!.clusters.length;
  }
  return visual.flatMap(({ clusters, rtl }, run) =>
    clusters.map((cluster, at) => ({
      run,
      at,
      read: firsts[run]! + (rtl ? clusters.length - 1 - at : at),
      // On a page that is read from right to left marks keep the direction of their run (`spelling.ts`).
      seen: rtlPage
        ? [{ kind: rtl ? 'R' : 'L', isShown: true }]
        : seenOf(cluster, rtl, at === clusters.length - 1),
      isSpace: /^\s$/.test(cluster.text),
      isLetter: /\p{L}/u.test(cluster.text),
      rtl,
    })),
  );
}

function seenOf(cluster: Cluster, rtl: boolean, last: boolean): Seen[] {
  const spelled = rtl && last ? spellLast(cluster) : spell(cluster, rtl);
  const { before, text, after } = isTold(cluster) ? cluster.told : spelled;
  return [...[...before, text, ...after].join('')].map(character => ({
    // Vowels and what has no direction are no part of a number to poppler.
    kind: ['NSM', 'BN'].includes(classOf(character)) ? 'N' : kindOf(character),
    isShown: !/\p{Cf}/u.test(character),
  }));
}

/**
 * poppler (TextOutputDev.cc, reorderText) takes a line from the left, or on a page that it reads from right to left from the right. There each
 * stretch of the other direction is turned round; one from left to right ends at a right-to-left letter, one from right to left at a
 * left-to-right letter, a number or a mark of numbers.
 */
function readInOrder(letters: readonly Letter[], rtlPage: boolean): boolean {
  const line = letters.flatMap(({ read, seen }) => seen.map(character => ({ read, ...character })));
  if (rtlPage) line.reverse();
  let last = -1;
  for (let from = 0, own = true; from < line.length; own = !own) {
    const rtl = own === rtlPage;
    let to = from;
    while (to < line.length && !(rtl ? 'LW' : 'R').includes(line[to]!.kind)) to++;
    const stretch = line.slice(from, to);
    for (const { read, isShown } of own ? stretch : stretch.reverse()) {
      if (!isShown) continue;
      if (read < last) return false;
      last = read;
    }
    from = to;
  }
  return true;
}

/** The parts in the order they are read: as few as poppler reads in order, and as many as there are spaces to part at. */
function partsOf(letters: readonly Letter[], rtlPage: boolean): Part[] {
  if (readInOrder(letters, rtlPage)) return [];
  const parts: Part[] = [];
  for (const word of wordsOf(letters)) {
    const last = parts.at(-1);
    const both = last && { from: Math.min(last.from, word.from), to: Math.max(last.to, word.to) };
    const goesOn =
      both !== undefined &&
      letters
        .slice(Math.min(last!.to, word.to), Math.max(last!.from, word.from))
        .every(({ isSpace }) => isSpace) &&
      (readInOrder(letters.slice(both.from, both.to), rtlPage) || leavesMarks(letters, last!, word));
    if (goesOn) parts[parts.length - 1] = both;
    else parts.push(word);
  }
  return parts;
}

/** True if a run would be cut so that only marks were left on one side: each would be painted by itself, and pdfium part them. */
function leavesMarks(letters: readonly Letter[], one: Part, other: Part): boolean {
  const [left, right] = one.from < other.from ? [one, other] : [other, one];
  const { run, rtl } = letters[left.to - 1]!;
  if (!rtl || letters[right.from]!.run !== run) return false;
  return [left, right].some(
    part => !letters.slice(part.from, part.to).some(letter => letter.run === run && letter.isLetter),
  );
}

/** What stands and is read together, without a space before or behind in either order. */
function wordsOf(letters: readonly Letter[]): Part[] {
  const places: number[] = [];
  for (const [place, { read }] of letters.entries()) places[read] = place;
  const isFree = (place: number | undefined): boolean =>
    place === undefined || letters[place]?.isSpace !== false;
  const words: Part[] = [];
  for (let start = 0; start < places.length; start++) {
    if (isFree(places[start])) continue;
    let [from, to] = [places[start]!, places[start]! + 1];
    let end = start + 1;
    for (; end < places.length; end++) {
      if (isFree(places[end]) && to - from === end - start && isFree(from - 1) && isFree(to)) break;
      from = Math.min(from, places[end]!);
      to = Math.max(to, places[end]! + 1);
    }
    words.push({ from, to });
    start = end;
  }
  return words;
}
