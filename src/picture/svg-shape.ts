/** A basic shape of SVG with its attributes goes in, path data come out. */

import { readNumbers } from './svg-matrix.js';
import { ellipseData, polyData, rectData } from './svg-path.js';
import { readLength } from './svg-style.js';
import type { SvgElement } from './svg-tree.js';

/** What percentages of lengths are taken of (the viewBox) and what an em is. */
export interface LengthContext {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** The geometry attributes of each shape. */
const GEOMETRY: ReadonlyMap<string, readonly string[]> = new Map([
  ['path', ['d']],
  ['rect', ['x', 'y', 'width', 'height', 'rx', 'ry']],
  ['circle', ['cx', 'cy', 'r']],
  ['ellipse', ['cx', 'cy', 'rx', 'ry']],
  ['line', ['x1', 'y1', 'x2', 'y2']],
  ['polyline', ['points']],
  ['polygon', ['points']],
]);

const ACROSS = new Set(['x', 'width', 'rx', 'cx', 'x1', 'x2', 'dx']);
const DOWN = new Set(['y', 'height', 'ry', 'cy', 'y1', 'y2', 'dy']);

/** The names of a shape's geometry attributes, or undefined if the element is not a shape. */
export function geometryOf(name: string): readonly string[] | undefined {
  return GEOMETRY.get(name);
}

/** A length attribute in user units: `absent` if it is not there, undefined if it is not understood. */
export function lengthOf<Absent>(
  element: SvgElement,
  name: string,
  context: LengthContext,
  absent: Absent,
): number | Absent | undefined {
  const text = element.attributes.get(name);
  if (text === undefined) return absent;
  const diagonal = Math.hypot(context.width, context.height) / Math.SQRT2;
  const whole = ACROSS.has(name) ? context.width : DOWN.has(name) ? context.height : diagonal;
  return readLength(text, context.fontSize, whole);
}

/** Path data of a shape, empty if it draws nothing, undefined if an attribute is not understood. */
export function outlineOf(element: SvgElement, context: LengthContext): string | undefined {
  const { name, attributes } = element;
  if (name === 'path') return attributes.get('d') ?? '';
  if (name === 'polyline' || name === 'polygon') {
    const values = readNumbers(attributes.get('points') ?? '');
    return values.every(Number.isFinite) ? polyData(values, name === 'polygon') : undefined;
  }
  const lengths = new Map<string, number>();
  for (const attribute of GEOMETRY.get(name) ?? []) {
    const length = lengthOf(element, attribute, context, 0);
    if (length === undefined) return undefined;
    if (attributes.has(attribute)) lengths.set(attribute, length);
  }
  return basicOutline(name, lengths);
}

function basicOutline(name: string, lengths: ReadonlyMap<string, number>): string {
  const get = (attribute: string): number => lengths.get(attribute) ?? 0;
  switch (name) {
    case 'rect': {
      const rx = lengths.get('rx') ?? get('ry');
      const ry = lengths.get('ry') ?? rx;
      return rectData(get('x'), get('y'), get('width'), get('height'), rx, ry);
    }
    case 'circle':
      return ellipseData(get('cx'), get('cy'), get('r'), get('r'));
    case 'ellipse': {
      const rx = lengths.get('rx') ?? get('ry');
      return ellipseData(get('cx'), get('cy'), rx, lengths.get('ry') ?? rx);
    }
    default:
      return `M${get('x1')} ${get('y1')}L${get('x2')} ${get('y2')}`;
  }
}
