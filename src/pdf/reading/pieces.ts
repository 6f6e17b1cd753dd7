/**
 * A run in, the runs that it is painted as out.
 *
 * pdf.js takes a piece of text for one that runs from right to left if three of ten characters are of such letters. A run that has fewer,
 * a mark and a space or a word of one letter among spaces, is painted in parts in the order they are read; each is then a piece by itself;
 * the marks between keep MuPDF from turning them round. So is a run with a dash or an ellipsis, which pdf.js takes for Latin letters, if it
 * would take a space along, and one with `<` or `>`.
 */

import type { Cluster, GlyphRun } from '../../frame/frame.js';
import { fillsTab, isWordSpace, partOf } from './runs.js';
import { kindOf } from './segments.js';
import {
  countsAsLetter,
  LETTER_SPACE,
  RIGHT_TO_LEFT_MARK,
  type Spelling,
  spell,
  spellLast,
} from './spelling.js';
import { isTold, markAt, told } from './told.js';

const FEWEST = 0.3;

export function pieces(whole: GlyphRun): GlyphRun[] {
  if (!whole.rtl || fillsTab(whole)) return [whole];
  if (!isWeak(whole)) {
    const marks = [...whole.clusters.keys()].filter(at => isForeignBehindSpace(whole, at));
    const starts = [...whole.clusters.keys()].filter(
      at => at === 0 || marks.includes(at) || isDropped(whole, at) || isDropped(whole, at - 1),
    );
    return starts.length === 1 ? [whole] : cut(marks.reduce(withWholeMark, whole), starts);
  }
  const run = withClosedMarks(whole);
  const starts = [...run.clusters.keys()].filter(
    at => at === 0 || !(hasLetter(run, at - 1) && hasLetter(run, at)),
  );
  return cut(run, starts);
}

/** The parts of a run that begin at these clusters, in the order they are read. */
function cut(run: GlyphRun, starts: readonly number[]): GlyphRun[] {
  const parts = starts.map((from, index) => {
    const part = partOf(run, from, starts[index + 1]);
    const last = part.clusters.length - 1;
    return {
      ...part,
      clusters: part.clusters.map((cluster, at) => (at === 0 || at === last ? asLetter(cluster) : cluster)),
    };
  });
  return parts.toReversed().flatMap((part, index) => (index === 0 ? [part] : [markAt(part, part.x), part]));
}

/** Arabic's blocks of Unicode end here; of what stands above pdf.js takes all but presentation forms for Latin letters. */
const LAST_ARABIC = 0x08ff;

/** True for a dash or an ellipsis with a space that counts as a letter on its left: pdf.js would read the two from left to right. */
function isForeignBehindSpace(run: GlyphRun, index: number): boolean {
  const { text } = run.clusters[index]!;
  if (index === 0 || hasLetter(run, index)) return false;
  if (![...text].some(character => character.codePointAt(0)! > LAST_ARABIC)) return false;
  const space = run.clusters[index - 1]!;
  if (isTold(space)) return space.told === LETTER_SPACE;
  const advance = (run.advances[index - 1]! * 1000) / (run.size * (run.stretch ?? 1));
  return isWordSpace(space) && countsAsLetter(advance);
}

/** True for the signs that pdf.js leaves out of all text from right to left. */
function isDropped({ clusters }: GlyphRun, index: number): boolean {
  return /^[<>]$/.test(clusters[index]!.text);
}

/** pdf.js forgets a space that is a piece by itself or ends one. */
function asLetter(cluster: Cluster): Cluster {
  return isWordSpace(cluster) && !isTold(cluster) ? told(cluster, LETTER_SPACE) : cluster;
}

/**
 * pdfium sees a space in any distance between two codes without width: so where a mark stands beside another, the empty codes between them
 * all belong to that on the right.
 */
function withClosedMarks(run: GlyphRun): GlyphRun {
  const clusters = [...run.clusters];
  for (let right = 1; right < clusters.length; right++) {
    const left = right - 1;
    if (!isMark(run, left) || !isMark(run, right)) continue;
    const [one, other] = [spellingOf(clusters, left), spellingOf(clusters, right)];
    clusters[left] = told(clusters[left]!, { ...one, after: [] });
    clusters[right] = told(clusters[right]!, { ...other, before: [...one.after, ...other.before] });
  }
  return { ...run, clusters };
}

/** What a mark's empty codes say before it is said by its own: pdfium would see a space between two of them. */
function withWholeMark(run: GlyphRun, index: number): GlyphRun {
  const { before, text, ...spelling } = spellingOf(run.clusters, index);
  const mark = told(run.clusters[index]!, { ...spelling, before: [], text: before.join('') + text });
  return { ...run, clusters: run.clusters.with(index, mark) };
}

function isMark(run: GlyphRun, index: number): boolean {
  return !hasLetter(run, index) && !/^\s*$/.test(run.clusters[index]!.text);
}

function spellingOf(clusters: readonly Cluster[], index: number): Spelling {
  const cluster = clusters[index]!;
  if (isTold(cluster)) return cluster.told;
  return index === clusters.length - 1 ? spellLast(cluster) : spell(cluster, true);
}

function hasLetter({ clusters }: GlyphRun, index: number): boolean {
  return [...clusters[index]!.text].some(character => kindOf(character) === 'R');
}

function isWeak({ clusters }: GlyphRun): boolean {
  const all = clusters.flatMap((_, index) => {
    const { before, text } = spellingOf(clusters, index);
    return [...before.filter(mark => !/\p{Cf}$/u.test(mark)).join(''), ...text];
  });
  const letters = all.filter(
    character => kindOf(character) === 'R' && character !== RIGHT_TO_LEFT_MARK,
  ).length;
  return letters / all.length <= FEWEST;
}
