/** Text, lines, areas and images in page coordinates in, the operators of one page's content stream out. */

import type { GlyphRun, PathSegment, Stroke } from '../frame/frame.js';
import type { ClusterFont, FontBook } from './font-book.js';
import type { PartRun } from './reading/runs.js';
import { letterSpaceOf, showText } from './show-text.js';

/** At most three decimals: a thousandth of a point is a third of a micrometre. */
export function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Points of outlines: two decimals, half of which is a fifth of a platesetter's dot at 2400 to the inch, and a tenth fewer bytes. */
function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `${[x, y, width, height].map(decimal).join(' ')} re`;
}

/**
 * Parts of a line stand a ten-thousandth of a thousandth of a point below each other: poppler, which counts in double precision, sorts by
 * that, while pdfium and MuPDF do not see it.
 */
const PARTS = 10_000;

function height(parts: number): string {
  return parts % PARTS === 0 ? String(parts / PARTS / 1000) : (parts / PARTS / 1000).toFixed(7);
}

const CAPS = { butt: 0, round: 1, square: 2 };
const JOINS = { miter: 0, round: 1, bevel: 2 };

/**
 * Writes operators and remembers the graphics state, so each is set only when it changes. Lengths are points with the
 * page's y up (default user space).
 */
export class Content {
  readonly fonts = new Map<string, ClusterFont>();
  /** Characters of each direction in all codes shown. */
  readonly strong = { left: 0, right: 0 };
  private readonly parts: string[] = [];
  private readonly state = new Map<string, string>();
  private inText = false;
  /** The marked-content sequence wanted from here on, and the one that is open: within a text object or around it. */
  private wanted: string | undefined;
  private open: { readonly operator: string; readonly inText: boolean } | undefined;
  /** True while all is painted in one sequence, whatever it is. */
  private whole = false;
  /** Start of the current text line in thousandths of a point, its height in parts of them; where the last run ended, in points. */
  private lineX = 0;
  private lineY = 0;
  private readonly end = { x: Number.NaN, y: Number.NaN };

  constructor(private readonly book: FontBook) {}

  get bytes(): Uint8Array {
    this.leaveText();
    this.unmark();
    return Buffer.from(this.parts.join('\n'), 'latin1');
  }

  /** Appends an operator that sets part of the graphics state, unless it is what was set last for `key`. */
  set(key: string, operator: string): void {
    if (this.state.get(key) === operator) return;
    this.state.set(key, operator);
    this.parts.push(operator);
  }

  /** Shows a run with its baseline's left end at x, y. Colour and overprint are set before. */
  text(run: PartRun, x: number, y: number): void {
    if (run.clusters.length === 0) return;
    const font = this.book.font(run.face);
    this.fonts.set(font.name, font);
    this.enterText();
    this.set('font', `/${font.name} ${decimal(run.size)} Tf`);
    this.setUnlessDefault('stretch', `${decimal((run.stretch ?? 1) * 100)} Tz`, '100 Tz');
    this.setUnlessDefault('letter space', `${decimal(letterSpaceOf(run))} Tc`, '0 Tc');
    const [atX, atY] = [Math.round(x * 1000), Math.round(y * 1000) * PARTS - (run.part ?? 0)];
    const { operator, strong } = showText(run, font, !this.continues(run, x, y));
    this.parts.push(`${(atX - this.lineX) / 1000} ${height(atY - this.lineY)} Td`, operator);
    this.strong.left += strong.left;
    this.strong.right += strong.right;
    [this.lineX, this.lineY] = [atX, atY];
    this.end.x = run.advances.reduce((sum, advance) => sum + advance, x);
    this.end.y = y;
  }

  /** Paints with user space moved to x, y and turned clockwise by `degrees` (ISO 32000-1 8.3.4); the state is as before then. */
  turned(x: number, y: number, degrees: number, paint: () => void): void {
    const angle = (degrees * Math.PI) / 180;
    const [cos, sin] = [decimal(Math.cos(angle)), decimal(Math.sin(angle))];
    const minusSin = decimal(-Math.sin(angle));
    this.inside(`${cos} ${minusSin} ${sin} ${cos} ${decimal(x)} ${decimal(y)} cm`, paint);
  }

  /** Paints with everything outside a rectangle cut off, whose lower left corner is x, y (ISO 32000-1 8.5.4). */
  clipped(x: number, y: number, width: number, height: number, paint: () => void): void {
    this.inside(`${rectangle(x, y, width, height)} W n`, paint);
  }

  /** Paints all of a marked-content sequence: `operator` is its beginning. */
  sequence(operator: string, paint: () => void): void {
    this.leaveText();
    this.unmark();
    this.parts.push(operator);
    this.whole = true;
    paint();
    this.leaveText();
    this.parts.push('EMC');
    this.whole = false;
  }

  /**
   * What is painted from here on stands in the marked-content sequence that `operator` begins (ISO 32000-1 14.6); undefined for none.
   * It ends with another, and with its text object: text after something else that is no text needs a sequence of its own.
   */
  mark(operator: string | undefined): void {
    this.wanted = operator;
  }

  /** The sequence that text would still go on in. */
  get marked(): string | undefined {
    return this.open?.operator;
  }

  private unmark(): void {
    if (this.open !== undefined) this.parts.push('EMC');
    this.open = undefined;
  }

  private remark(inText: boolean): void {
    if (this.wanted === undefined) return;
    this.parts.push(this.wanted);
    this.open = { operator: this.wanted, inText };
  }

  private get isMarked(): boolean {
    return this.whole || this.open?.operator === this.wanted;
  }

  private enterText(): void {
    if (!this.isMarked) {
      if (this.open?.inText === false) this.leaveText();
      this.unmark();
    }
    if (!this.inText) {
      this.parts.push('BT');
      this.inText = true;
      [this.lineX, this.lineY] = [0, 0];
    }
    if (!this.isMarked) this.remark(true);
  }

  /** What is no text stands outside of text objects, and so does its sequence. */
  private enterGraphics(): void {
    this.leaveText();
    if (this.isMarked) return;
    this.unmark();
    this.remark(false);
  }

  /** Paints after an operator whose effect, and that of all painting, on the graphics state then ends. */
  private inside(operator: string, paint: () => void): void {
    this.leaveText();
    this.unmark();
    const before = [...this.state];
    this.parts.push(`q ${operator}`);
    paint();
    this.leaveText();
    this.unmark();
    this.parts.push('Q');
    this.state.clear();
    for (const [key, value] of before) this.state.set(key, value);
  }

  /** True if a run carries on where the last one ended. */
  private continues(run: GlyphRun, x: number, y: number): boolean {
    return Math.abs(y - this.end.y) < run.size / 2 && Math.abs(x - this.end.x) < run.size / 2;
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    this.enterGraphics();
    this.parts.push(`${decimal(x1)} ${decimal(y1)} m ${decimal(x2)} ${decimal(y2)} l S`);
  }

  /** Fills a rectangle whose lower left corner is x, y. */
  box(x: number, y: number, width: number, height: number): void {
    this.enterGraphics();
    this.parts.push(`${rectangle(x, y, width, height)} f`);
  }

  /** Paints an image on the rectangle whose lower left corner is x, y. */
  image(name: string, x: number, y: number, width: number, height: number): void {
    this.enterGraphics();
    this.parts.push(
      `q ${decimal(width)} 0 0 ${decimal(height)} ${decimal(x)} ${decimal(y)} cm /${name} Do Q`,
    );
  }

  /** Paints a path moved to x, y (its own origin) and scaled; its y runs down. `paint` is f, f*, S, B or B*. */
  path(path: readonly PathSegment[], x: number, y: number, scale: number, paint: string): void {
    this.enterGraphics();
    const out: string[] = [];
    for (const segment of path) {
      const numbers: string[] = [];
      for (let i = 1; i < segment.length; i += 2) {
        numbers.push(
          coordinate(x + scale * (segment[i] as number)),
          coordinate(y - scale * (segment[i + 1] as number)),
        );
      }
      out.push(...numbers, segment[0] === 'Z' ? 'h' : segment[0].toLowerCase());
    }
    this.parts.push(`${out.join(' ')} ${paint}`);
  }

  /** Line width, cap, join and dash, lengths multiplied by `scale`. Dashes start at the line's beginning. */
  pen(stroke: Omit<Stroke, 'ink'>, scale = 1): void {
    this.leaveText();
    this.set('width', `${decimal(stroke.width * scale)} w`);
    this.setUnlessDefault('cap', `${CAPS[stroke.cap]} J`, '0 J');
    this.setUnlessDefault('join', `${JOINS[stroke.join]} j`, '0 j');
    this.setUnlessDefault(
      'dash',
      `[${stroke.dash.map(length => decimal(length * scale)).join(' ')}] 0 d`,
      '[] 0 d',
    );
  }

  private setUnlessDefault(key: string, operator: string, initial: string): void {
    if (operator !== initial || this.state.has(key)) this.set(key, operator);
  }

  private leaveText(): void {
    if (this.open?.inText === true) this.unmark();
    if (this.inText) this.parts.push('ET');
    this.inText = false;
  }
}
