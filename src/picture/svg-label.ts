/** A `text` element with its style and matrix goes in, a one-line label in the drawing's coordinates comes out. */

import type { Rgb } from './svg-colour.js';
import { apply, type Matrix, meanScale, turnOf } from './svg-matrix.js';
import { type LengthContext, lengthOf } from './svg-shape.js';
import { colourOnPaper, type Style } from './svg-style.js';
import type { SvgElement } from './svg-tree.js';

export interface DrawingLabel {
  /** In logical order, white space collapsed, never empty. */
  readonly text: string;
  /** The point on the baseline that `anchor` speaks of, in points from the drawing's top left corner, y down. */
  readonly x: number;
  readonly y: number;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  /** Which end of the text stands at x: in a right-to-left label `start` is its right end. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly rtl: boolean;
  /** BCP 47 tag, or empty if the drawing does not say. */
  readonly lang: string;
  readonly rgb: Rgb;
  /** Degrees about x, y, clockwise as seen. */
  readonly rotate: number;
}

/** The label; `nothing` if the text is empty or unpainted; else the name of the feature that stands in the way. */
export type LabelResult =
  | { readonly kind: 'label'; readonly label: DrawingLabel }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unsupported'; readonly name: string; readonly at: SvgElement };

/** Children that are never painted. */
const SILENT = new Set(['title', 'desc', 'metadata']);

/** Reads a single line of text: one position, no parts with a style of their own, turned perhaps but not skewed. */
export function readLabel(
  element: SvgElement,
  style: Style,
  matrix: Matrix,
  context: LengthContext,
): LabelResult {
  const refuse = (name: string, at = element): LabelResult => ({ kind: 'unsupported', name, at });
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else if (!SILENT.has(child.name)) return refuse(child.name, child);
  }
  text = text.replace(/[ \t\r\n]+/g, ' ').trim();
  const rgb = colourOnPaper(style.fill, style.fillOpacity, style);
  if (colourOnPaper(style.stroke, style.strokeOpacity, style) !== undefined) return refuse('stroke on text');
  if (text === '' || rgb === undefined || !style.visible) return { kind: 'nothing' };

  const [x, y, dx, dy] = ['x', 'y', 'dx', 'dy'].map(name => lengthOf(element, name, context, 0));
  if (x === undefined || y === undefined || dx === undefined || dy === undefined)
    return refuse('list of positions');
  const rotate = turnOf(matrix);
  if (rotate === undefined) return refuse('skewed text');
  const [left, baseline] = apply(matrix, x + dx, y + dy);
  const { bold, anchor, rtl, lang } = style;
  const size = style.fontSize * meanScale(matrix);
  return { kind: 'label', label: { text, x: left, y: baseline, size, bold, anchor, rtl, lang, rgb, rotate } };
}
