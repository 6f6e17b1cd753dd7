/**
 * The runs of one line from left to right in, runs in the order they are to be painted out.
 *
 * pdf.js and MuPDF keep the order of painting, pdfium and poppler sort by place; so runs are painted in the order they are read, and within
 * a run that reads from right to left its clusters from left to right, which all four turn round.
 */

import type { Cluster, GlyphRun, Item } from '../../frame/frame.js';
import { visualOrder } from '../../frame/reorder.js';
import { paintingOrder, type Surroundings } from './islands.js';
import { lineEndSpace } from './line-end.js';
import { joinNumbers } from './numbers.js';
import { parted, withSeams } from './parted.js';
import { pieces } from './pieces.js';
import { fillsTab, levelOf, type PartRun, widthOf } from './runs.js';
import { kindOf } from './segments.js';
import { isCompatibility, LEFT_TO_RIGHT_MARK, LINE_END_HYPHEN, plain, turnedRound } from './spelling.js';
import { backToLeft, isTold, markAt, silent, told } from './told.js';

/** A run as it is painted; `of` is the run of the frame that it, or a part or a mark beside it, stands for. */
export interface PaintedRun extends PartRun {
  readonly of?: GlyphRun;
}

/**
 * The items with the runs of each line told and in painting order; all else stays where it is.
 * @param rtlPage true if the page is read from right to left where a reader decides on one direction.
 * @param endsLine true for runs behind which the space at a line's end is told too.
 */
export function inPaintingOrder(
  items: readonly Item[],
  rtlPage: boolean,
  endsLine: (run: GlyphRun) => boolean = () => false,
): (Item | PaintedRun)[] {
  const out: (Item | PaintedRun)[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at]!;
    if (item.kind !== 'glyphs') {
      out.push(item);
      at++;
      continue;
    }
    const line: GlyphRun[] = [item];
    for (let next = items[++at]; next?.kind === 'glyphs' && continues(line.at(-1)!, next); next = items[++at])
      line.push(next);
    const shown = line
      .map(run => withoutControls({ ...run, of: run }))
      .filter(({ clusters }) => clusters.length > 0);
    const isBeside = out.findLast(isRun)?.y === item.y;
    if (shown.length > 0) out.push(...toldLine(shown, { rtlPage, isBeside }).flatMap(pieces));
    const last = line.find(endsLine);
    const space = last && lineEndSpace(line, last);
    if (space !== undefined) {
      if (turnsSpace(last!)) out.push({ ...markAt(last!, space.x), of: last });
      out.push({ ...space, of: last });
    }
  }
  return out;
}

/** True if MuPDF would turn round what is read last of a line with the space behind it, and with a mark that begins the next line. */
function turnsSpace({ rtl, line, clusters }: GlyphRun): boolean {
  return rtl && (!line!.rtl || !clusters.some(({ text }) => /\p{L}/u.test(text)));
}

/** True if a run stands on the line of the one before and begins where that ends. */
function continues(before: GlyphRun, next: GlyphRun): boolean {
  if (next.y !== before.y || next.line !== before.line) return false;
  return Math.abs(next.x - before.x - widthOf(before)) < next.size / 2;
}

/** Isolates and forced line ends draw nothing; a code of their own at the place of a letter makes poppler see a shadow. */
function withoutControls(run: PaintedRun): PaintedRun {
  const isShown = ({ text, advance }: Cluster): boolean => text !== '' || advance !== 0;
  if (run.clusters.every(isShown)) return run;
  const advances = run.advances.filter((_, index) => isShown(run.clusters[index]!));
  return { ...run, clusters: run.clusters.filter(isShown), advances };
}

function isRun(item: Item | PaintedRun): item is PaintedRun {
  return item.kind === 'glyphs';
}

function toldLine(shown: readonly GlyphRun[], surroundings: Surroundings): GlyphRun[] {
  const { rtlPage } = surroundings;
  const line = shown;
  const levels = line.map(levelOf);
  const read = visualOrder(levels);
  const last = line[read.at(-1)!]!;
  const runs = line.map((run, index) => {
    const before = line[index - 1];
    const goesOn = before !== undefined && levelOf(before) > 1;
    const whole = run === last ? withOwnHyphen(run) : run;
    const numbered = joinNumbers(withLeaders(rtlPage && run.rtl ? withWholeMarks(whole) : whole), goesOn);
    const back = levelOf(run) === 0 && before?.rtl ? backToLeft(numbered) : withFoot(numbered);
    return rtlPage && run === last && levelOf(run) === 0 ? closed(back) : back;
  });
  const { runs: apart, seams } = parted(runs, read, rtlPage);
  const order = apart === runs ? read : visualOrder(apart.map(levelOf));
  return withSeams(paintingOrder(apart, order, surroundings), seams);
}

/** Signs that stand over the small letters: `²` of an area, `™` of a name. */
const RAISED = /^[°ª®²³¹º⁰-ⁿ™]$/;

/** pdfium ends a line between two pieces of text that share no height, so signs that stand high by themselves reach down by an empty code. */
function withFoot(run: GlyphRun): GlyphRun {
  if (run.rtl || !run.clusters.every(({ text }) => RAISED.test(text))) return run;
  return {
    ...run,
    clusters: [...run.clusters, silent(LEFT_TO_RIGHT_MARK)],
    advances: [...run.advances, 0],
  };
}

/** On a page that it reads from right to left, poppler puts a mark that ends a line of the other direction in front of it. */
function closed(run: GlyphRun): GlyphRun {
  const last = run.clusters.at(-1)!;
  const spelling = isTold(last) ? last.told : plain(last.text);
  if (spelling.after.length > 0 || last.text === '' || kindOf(last.text) === 'L') return run;
  return {
    ...run,
    clusters: run.clusters.with(-1, told(last, { ...spelling, after: [LEFT_TO_RIGHT_MARK] })),
  };
}

/** The hyphen of the text that its line ends with is no sign that a word was divided. */
function withOwnHyphen(run: GlyphRun): GlyphRun {
  const last = run.clusters.at(-1)!;
  if (run.rtl || last.text !== '-' || run.line?.last !== false) return run;
  return { ...run, clusters: run.clusters.with(-1, told(last, plain(LINE_END_HYPHEN))) };
}

/** On a page that poppler reads from right to left. */
function withWholeMarks(run: GlyphRun): GlyphRun {
  const clusters = run.clusters.map(cluster =>
    isCompatibility(cluster.text) ? told(cluster, turnedRound(cluster.text)) : cluster,
  );
  return { ...run, clusters };
}

/** Leaders are told as spaces: a cluster without characters is a hyphen only in words. */
function withLeaders(run: GlyphRun): GlyphRun {
  return fillsTab(run) ? { ...run, clusters: run.clusters.map(leader => told(leader, plain(' '))) } : run;
}
