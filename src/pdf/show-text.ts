/** A glyph run and its font in, the operator that shows it out (ISO 32000-1 9.4.3), and what its codes say of direction. */

import type { GlyphRun } from '../frame/frame.js';
import type { ClusterFont, Shown } from './font-book.js';
import { isWordSpace } from './reading/runs.js';
import type { Strong } from './reading/segments.js';
import { countsAsLetter, LETTER_SPACE } from './reading/spelling.js';
import { isTold } from './reading/told.js';

/** What stands before a mark at a run's end: poppler takes a mark for the shadow of a space narrower than this. */
const MARKED = 240;
const MARK_ROOM = 20;

/** A text-showing operator, and the characters of each direction in all that its codes say. */
export interface ShownText {
  readonly operator: string;
  readonly strong: Strong;
}

/**
 * Writes `Tj` or `TJ`. Pen moves are rounded to at most a hundredth of a point at the run's size and what is rounded off is
 * carried along, so the end of a justified line stays where it was measured.
 * @param startsLine is false if the run carries on where another ended.
 */
export function showText(run: GlyphRun, font: ClusterFont, startsLine: boolean): ShownText {
  const { clusters, advances, rtl } = run;
  const perPoint = 1000 / (run.size * (run.stretch ?? 1));
  const pen = new Pen(run.size, (letterSpaceOf(run) / run.size) * 1000);
  const last = clusters.length - 1;
  const showAt = (index: number): Shown => {
    const cluster = clusters[index]!;
    return rtl && index === last ? font.showLast(cluster) : font.show(cluster, rtl);
  };
  let next = showAt(0);
  if (startsLine && next.startsEmpty) pen.showAtEnd(font.showEdge(), 0);
  for (let index = 0; index <= last; index++) {
    const shown = next;
    const advance = advances[index]! * perPoint;
    if (index < last) next = showAt(index + 1);
    const cluster = clusters[index]!;
    const isLetter = isTold(cluster) && cluster.told === LETTER_SPACE;
    const isInner = rtl && index < last && isWordSpace(cluster);
    if (isLetter && index === last) {
      pen.showAtEnd(font.showLetterSpace(Math.max(MARKED, advance - MARK_ROOM)), advance - MARK_ROOM);
      pen.show(font.showMark(), MARK_ROOM);
    } else if (isLetter || (isInner && (next.startsEmpty || countsAsLetter(advance))))
      pen.showAtEnd(font.showLetterSpace(advance), advance);
    else pen.show(shown, advance);
  }
  return pen;
}

/** Letter space before glyph scaling, in points: the operand of `Tc`, which adds it to every code. */
export function letterSpaceOf({ letterSpace = 0, stretch = 1 }: GlyphRun): number {
  return Math.round((letterSpace / stretch) * 1000) / 1000;
}

/** Collects codes and moves; lengths in thousandths of the font size. */
class Pen implements ShownText {
  readonly strong = { left: 0, right: 0 };
  private out = '<';
  private pending = 0;
  private moved = false;
  private readonly steps: number;

  constructor(
    size: number,
    /** What follows each code by itself. */
    private readonly letterSpace: number,
  ) {
    this.steps = size <= 10 ? 1 : size <= 100 ? 10 : 100;
  }

  /** Shows a cluster; what its advance has over its code's width comes behind it. */
  show(shown: Shown, advance: number): void {
    const move = Math.round(this.pending * this.steps);
    if (move !== 0) {
      this.out += `>${-move / this.steps}<`;
      this.pending -= move / this.steps;
      this.moved = true;
    }
    this.out += shown.hex;
    this.strong.left += shown.strong.left;
    this.strong.right += shown.strong.right;
    this.pending += advance - this.widthOf(shown);
  }

  private widthOf({ hex, width }: Shown): number {
    return width + (this.letterSpace * hex.length) / 4;
  }

  /** Shows a cluster at the end of its advance. */
  showAtEnd(shown: Shown, advance: number): void {
    const width = this.widthOf(shown);
    this.pending += advance - width;
    this.show(shown, width);
  }

  get operator(): string {
    return this.moved ? `[${this.out}>]TJ` : `${this.out}>Tj`;
  }
}
