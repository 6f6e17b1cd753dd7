/** The text of an SVG file goes in; its shapes and labels as vectors come out, and what it holds that they cannot say. */

import { readFile } from 'node:fs/promises';
import type { DrawingLabel } from './svg-label.js';
import { INITIAL_STYLE, readLength } from './svg-style.js';
import { readSvgTree, type SvgElement } from './svg-tree.js';
import { type DrawingShape, DrawingWalk, readViewBox, type Unsupported, type ViewBox } from './svg-walk.js';
import { failure, isMissing, type Outcome, reason, success } from './trouble.js';

export type { Rgb } from './svg-colour.js';
export type { DrawingLabel } from './svg-label.js';
export type { DrawingShape, DrawingStroke, Unsupported } from './svg-walk.js';

export interface Drawing {
  /** The size of the viewBox, one unit taken as one point. */
  readonly width: number;
  readonly height: number;
  /** In painting order, transforms applied. Mitred joins are meant with SVG's miter limit of 4. */
  readonly shapes: readonly DrawingShape[];
  /** Painted over all shapes, in the paper's own type. */
  readonly labels: readonly DrawingLabel[];
  /**
   * Not empty if the drawing cannot be shown as vectors; it is then to be shown as a rendition, which `renderPictures` makes of it
   * like of any picture, and the first entry is the reason to give.
   */
  readonly unsupported: readonly Unsupported[];
}

/**
 * Reads the part of SVG 1.1 that a newspaper's drawings need: groups, all shapes and path commands, flat fills and strokes with
 * opacity as a tint on white, one-line text, `use` and symbols of the same file, transforms. Nothing is run, fetched or expanded. A file
 * that is no SVG, is malformed, declares entities or multiplies itself beyond measure is a trouble; `file` is named in it.
 */
export function readDrawing(text: string, file: string): Outcome<Drawing> {
  try {
    const tree = readSvgTree(text.replace(/^\uFEFF/, ''));
    const view = viewOf(tree.root);
    if (view === undefined) return failure('picture-unreadable', file, 'it has no viewBox or size');
    const walk = new DrawingWalk(tree, view);
    walk.run();
    const { shapes, labels, unsupported } = walk;
    return success({ width: view.width, height: view.height, shapes, labels, unsupported });
  } catch (error) {
    return failure('picture-unreadable', file, reason(error));
  }
}

/** `readDrawing` of a file. */
export async function readDrawingFile(path: string): Promise<Outcome<Drawing>> {
  try {
    return readDrawing(await readFile(path, 'utf8'), path);
  } catch (error) {
    return isMissing(error)
      ? failure('picture-missing', path)
      : failure('picture-unreadable', path, reason(error));
  }
}

/** The viewBox, or one of the drawing's width and height if it has none. */
function viewOf({ attributes }: SvgElement): ViewBox | undefined {
  const box = attributes.get('viewBox');
  if (box !== undefined) return readViewBox(box);
  const sides = ['width', 'height'].map(name =>
    readLength(attributes.get(name) ?? '', INITIAL_STYLE.fontSize, undefined),
  );
  const [width, height] = sides;
  if (width === undefined || height === undefined || !(width > 0) || !(height > 0)) return undefined;
  return { x: 0, y: 0, width, height };
}
