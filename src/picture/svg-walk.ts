/** A tree of SVG elements goes in; it is walked in painting order, and shapes, labels and refused features come out. */

import type { PathSegment, Shape, Stroke } from '../frame/frame.js';
import type { Rgb } from './svg-colour.js';
import { type DrawingLabel, readLabel } from './svg-label.js';
import { type Matrix, meanScale, multiply, readNumbers, readTransform } from './svg-matrix.js';
import { boundsOf, readPath } from './svg-path.js';
import { geometryOf, type LengthContext, lengthOf, outlineOf } from './svg-shape.js';
import { colourOnPaper, INITIAL_STYLE, type Style, styleOf } from './svg-style.js';
import type { SvgElement, SvgTree } from './svg-tree.js';
import { refusedFeatures } from './svg-vet.js';

/** A stroke as in a frame, its colour still sRGB. */
export interface DrawingStroke extends Omit<Stroke, 'ink'> {
  readonly rgb: Rgb;
}

/** A shape as in a frame, its colours still sRGB, its coordinates points from the drawing's top left corner, y down. */
export interface DrawingShape {
  readonly path: readonly PathSegment[];
  readonly fill: Rgb | undefined;
  readonly fillRule: Shape['fillRule'];
  readonly stroke: DrawingStroke | undefined;
}

/** A feature that cannot be said in shapes and labels, and where its element begins in the file (from 1). */
export interface Unsupported {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** The part of user space that is shown. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Elements that paint only where something refers to them. */
const UNPAINTED = new Set([
  'clipPath',
  'defs',
  'desc',
  'filter',
  'linearGradient',
  'marker',
  'mask',
  'metadata',
  'pattern',
  'radialGradient',
  'symbol',
  'title',
]);

/** Elements that are painted, shapes aside. */
const PAINTED = new Set(['a', 'g', 'text', 'use']);

/** `use` multiplies; above this many elements a drawing is taken for a bomb. */
const MAX_ELEMENTS = 100_000;

/** How far a shape may reach beyond the viewBox, as a share of its longer side, before it would have to be clipped. */
const OVERHANG = 0.01;

/** Walks one drawing; made for it and thrown away after it. */
export class DrawingWalk {
  readonly shapes: DrawingShape[] = [];
  readonly labels: DrawingLabel[] = [];
  readonly unsupported: Unsupported[] = [];
  readonly #tree: SvgTree;
  readonly #view: ViewBox;
  /** Elements that are being used, against circles. */
  readonly #using: SvgElement[] = [];
  #count = 0;

  constructor(tree: SvgTree, view: ViewBox) {
    this.#tree = tree;
    this.#view = view;
  }

  /** Paints the whole tree. Throws an Error if `use` makes too many elements of it. */
  run(): void {
    const { root } = this.#tree;
    const style = this.#enter(root, INITIAL_STYLE);
    if (style.displayed) this.#children(root, style, [1, 0, 0, 1, -this.#view.x, -this.#view.y]);
  }

  #children(element: SvgElement, style: Style, matrix: Matrix): void {
    for (const child of element.children) {
      if (typeof child !== 'string') this.#element(child, style, matrix);
    }
  }

  #element(element: SvgElement, parent: Style, outer: Matrix): void {
    const { name } = element;
    if (UNPAINTED.has(name) || isEmptyStyle(element)) return;
    this.#count += 1;
    if (this.#count > MAX_ELEMENTS) throw new Error('it uses its parts too often');
    const isShape = geometryOf(name) !== undefined;
    const refused = isShape || PAINTED.has(name) ? this.#paint(element, isShape, parent, outer) : name;
    if (refused !== undefined) this.#refuse(refused, element);
  }

  /** Paints an element of a known kind. Like the methods it calls, it returns the name of what stands in the way, if anything. */
  #paint(element: SvgElement, isShape: boolean, parent: Style, outer: Matrix): string | undefined {
    const style = this.#enter(element, parent);
    const own = readTransform(element.attributes.get('transform') ?? '');
    if (own === undefined) return 'transform';
    if (!style.displayed) return undefined;
    const matrix = multiply(outer, own);
    if (isShape) return this.#shape(element, style, matrix);
    if (element.name === 'use') return this.#use(element, style, matrix);
    if (element.name === 'text') this.#label(element, style, matrix);
    else this.#children(element, style, matrix);
    return undefined;
  }

  /** The element's style; what is refused of it is noted. */
  #enter(element: SvgElement, parent: Style): Style {
    const { style, refused } = styleOf(element, parent);
    for (const name of refusedFeatures(element, refused, this.#tree.byId)) this.#refuse(name, element);
    return style;
  }

  #refuse(name: string, { line, column }: SvgElement): void {
    this.unsupported.push({ name, line, column });
  }

  #context(style: Style): LengthContext {
    return { width: this.#view.width, height: this.#view.height, fontSize: style.fontSize };
  }

  #shape(element: SvgElement, style: Style, matrix: Matrix): string | undefined {
    const outline = outlineOf(element, this.#context(style));
    const path = outline === undefined ? undefined : readPath(outline, matrix);
    if (path === undefined) return `malformed ${element.name}`;
    const fill = element.name === 'line' ? undefined : colourOnPaper(style.fill, style.fillOpacity, style);
    const stroke = strokeOf(style, meanScale(matrix));
    const bounds = boundsOf(path);
    if (bounds === undefined || !style.visible || (fill === undefined && stroke === undefined))
      return undefined;

    const [left, top, right, bottom] = bounds;
    const { width, height } = this.#view;
    if (right < 0 || bottom < 0 || left > width || top > height) return undefined;
    const overhang = Math.max(-left, -top, right - width, bottom - height);
    this.shapes.push({ path, fill, fillRule: style.fillRule, stroke });
    return overhang > OVERHANG * Math.max(width, height) ? 'shape beyond the viewBox' : undefined;
  }

  #label(element: SvgElement, style: Style, matrix: Matrix): void {
    const result = readLabel(element, style, matrix, this.#context(style));
    if (result.kind === 'label') this.labels.push(result.label);
    if (result.kind === 'unsupported') this.#refuse(result.name, result.at);
  }

  /** Paints what `href` names, moved by x and y; of symbols their children, fitted to their viewBox. */
  #use(element: SvgElement, style: Style, matrix: Matrix): string | undefined {
    const href = element.attributes.get('href') ?? '';
    if (!href.startsWith('#')) return 'reference to another file';
    const target = this.#tree.byId.get(href.slice(1));
    if (target === undefined || this.#using.includes(target)) return `use of ${href}`;
    const context = this.#context(style);
    const x = lengthOf(element, 'x', context, 0);
    const y = lengthOf(element, 'y', context, 0);
    if (x === undefined || y === undefined) return 'use with a position';
    const moved = multiply(matrix, [1, 0, 0, 1, x, y]);
    this.#using.push(target);
    const isSymbol = target.name === 'symbol';
    const refused = isSymbol ? this.#symbol(target, element, style, moved) : undefined;
    if (!isSymbol) this.#element(target, style, moved);
    this.#using.pop();
    return refused;
  }

  #symbol(symbol: SvgElement, use: SvgElement, parent: Style, matrix: Matrix): string | undefined {
    const style = this.#enter(symbol, parent);
    const context = this.#context(style);
    const width = lengthOf(use, 'width', context, context.width);
    const height = lengthOf(use, 'height', context, context.height);
    const text = symbol.attributes.get('viewBox');
    const box = text === undefined ? undefined : readViewBox(text);
    if (width === undefined || height === undefined || (text !== undefined && box === undefined)) {
      return 'size of a symbol';
    }
    this.#children(symbol, style, box === undefined ? matrix : multiply(matrix, fitInto(box, width, height)));
    return undefined;
  }
}

/** The numbers of a viewBox, or undefined if they are not four with a size above nothing. */
export function readViewBox(text: string): ViewBox | undefined {
  const [x, y, width, height, ...more] = readNumbers(text);
  if (x === undefined || y === undefined || width === undefined || height === undefined || more.length > 0)
    return undefined;
  const sound = Number.isFinite(x + y + width + height) && width > 0 && height > 0;
  return sound ? { x, y, width, height } : undefined;
}

/** `xMidYMid meet`: the box as large as it fits into width and height, in their middle. */
function fitInto(box: ViewBox, width: number, height: number): Matrix {
  const scale = Math.min(width / box.width, height / box.height);
  const x = (width - box.width * scale) / 2 - box.x * scale;
  const y = (height - box.height * scale) / 2 - box.y * scale;
  return [scale, 0, 0, scale, x, y];
}

function strokeOf(style: Style, scale: number): DrawingStroke | undefined {
  const rgb = colourOnPaper(style.stroke, style.strokeOpacity, style);
  const width = style.strokeWidth * scale;
  if (rgb === undefined || !(width > 0)) return undefined;
  return { rgb, width, cap: style.cap, join: style.join, dash: style.dash.map(length => length * scale) };
}

function isEmptyStyle(element: SvgElement): boolean {
  return element.name === 'style' && element.children.join('').trim() === '';
}
