/** Small texts on proofs, in the paper's own label type: words and a place in, items out. Points. */

import type { TextSetter } from '../flow/setter.js';
import type { Ink, Item } from '../frame/frame.js';
import type { Area } from '../page/geometry.js';
import { plainRun } from '../story/inline.js';
import { PAPER } from './inks.js';

export interface LabelStyle {
  readonly size: number;
  readonly ink: Ink;
  readonly bold?: boolean;
}

const STYLE = 'drawing';
const LANG = 'en';
/** A measure that no label fills. */
const ENDLESS = 10_000;
const NOWHERE = { file: '', line: 1, column: 1, length: 1 };

export class Labels {
  constructor(private readonly setter: TextSetter) {}

  /** One line; x is its left end, or its right end with `align: 'right'`; y is its baseline. */
  line(text: string, x: number, y: number, style: LabelStyle, align: 'left' | 'right' = 'left'): Item[] {
    const { runs, natural } = this.set(text, style);
    const shift = (align === 'right' ? x - natural : x) - Math.min(...runs.map(run => run.x));
    return runs.map(run => ({ ...run, x: run.x + shift, y: run.y + y, ink: style.ink }));
  }

  width(text: string, style: LabelStyle): number {
    return this.set(text, style).natural;
  }

  /**
   * White words on a tag of the ink, kept within `bounds`. Its lower left corner, or its lower right one with
   * `align: 'right'`, stands at x, y.
   */
  tag(
    text: string,
    x: number,
    y: number,
    style: LabelStyle,
    bounds: Area,
    align: 'left' | 'right' = 'left',
  ): Item[] {
    const { size, ink } = style;
    const width = this.width(text, style) + size * 0.8;
    const height = size * 1.3;
    const wanted = align === 'right' ? x - width : x;
    const left = Math.max(bounds.x, Math.min(wanted, bounds.x + bounds.width - width));
    const top = Math.max(bounds.y, Math.min(y - height, bounds.y + bounds.height - height));
    return [
      { kind: 'box', x: left, y: top, width, height, ink },
      ...this.line(text, left + size * 0.4, top + size, { ...style, ink: PAPER }),
    ];
  }

  private set(text: string, { size, bold = false }: LabelStyle) {
    const run = plainRun(text, NOWHERE).map(part => ({ ...part, bold }));
    const scale = size / this.setter.style(STYLE, LANG).size;
    const set = this.setter.set(run, STYLE, LANG, ENDLESS, { scale, align: 'start' });
    return this.setter.setLine(set, 0);
  }
}

/** The outline of an area as four rules. */
export function outline({ x, y, width, height }: Area, thickness: number, ink: Ink): Item[] {
  const [right, bottom] = [x + width, y + height];
  const rule = (x1: number, y1: number, x2: number, y2: number): Item => ({
    kind: 'rule',
    x1,
    y1,
    x2,
    y2,
    width: thickness,
    ink,
  });
  const half = thickness / 2;
  return [
    rule(x - half, y, right + half, y),
    rule(right, y, right, bottom),
    rule(right + half, bottom, x - half, bottom),
    rule(x, bottom, x, y),
  ];
}
