/** Path data and basic shapes of SVG go in, path segments in the drawing's coordinates come out. */

import svgpath from 'svgpath';
import type { PathSegment } from '../frame/frame.js';
import { apply, type Matrix } from './svg-matrix.js';

/** A point that was reached, for the ends of segments. */
type Point = readonly [x: number, y: number];

/** Every command of path data, moved by `matrix`: arcs and quadratic curves become cubics. Undefined if the data is malformed. */
export function readPath(data: string, matrix: Matrix): PathSegment[] | undefined {
  const parsed = svgpath(data);
  if ('err' in parsed && parsed.err !== '') return undefined;
  const segments: PathSegment[] = [];
  const place = (x: number, y: number): [number, number] => apply(matrix, x, y);
  parsed
    .abs()
    .unarc()
    .unshort()
    .iterate((segment, _index, x, y) => {
      switch (segment[0]) {
        case 'M':
          segments.push(['M', ...place(segment[1], segment[2])]);
          break;
        case 'L':
          segments.push(['L', ...place(segment[1], segment[2])]);
          break;
        case 'H':
          segments.push(['L', ...place(segment[1], y)]);
          break;
        case 'V':
          segments.push(['L', ...place(x, segment[1])]);
          break;
        case 'C': {
          const [, x1, y1, x2, y2, endX, endY] = segment;
          segments.push(['C', ...place(x1, y1), ...place(x2, y2), ...place(endX, endY)]);
          break;
        }
        case 'Q': {
          const [first, second] = cubicControls([x, y], [segment[1], segment[2]], [segment[3], segment[4]]);
          segments.push(['C', ...place(...first), ...place(...second), ...place(segment[3], segment[4])]);
          break;
        }
        default:
          segments.push(['Z']);
      }
    });
  return segments;
}

/** The cubic that draws a quadratic curve: its controls are two thirds of the way to the one control. */
function cubicControls(start: Point, control: Point, end: Point): [Point, Point] {
  const towards = ([x, y]: Point): Point => [x + (2 / 3) * (control[0] - x), y + (2 / 3) * (control[1] - y)];
  return [towards(start), towards(end)];
}

/** Path data of a rectangle; its corners are rounded by `rx` and `ry`, which are cut to half its sides (SVG 1.1, 9.2). */
export function rectData(
  x: number,
  y: number,
  width: number,
  height: number,
  rx: number,
  ry: number,
): string {
  if (width <= 0 || height <= 0) return '';
  const h = Math.min(rx, width / 2);
  const v = Math.min(ry, height / 2);
  if (h <= 0 || v <= 0) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const corner = (toX: number, toY: number): string => `a${h} ${v} 0 0 1 ${toX} ${toY}`;
  const across = width - 2 * h;
  const down = height - 2 * v;
  return `M${x + h} ${y}h${across}${corner(h, v)}v${down}${corner(-h, v)}h${-across}${corner(-h, -v)}v${-down}${corner(h, -v)}z`;
}

/** Path data of an ellipse about cx, cy. */
export function ellipseData(cx: number, cy: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return '';
  return `M${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}z`;
}

/** Path data of a polyline, closed for a polygon; an odd number at the end is left out (SVG 1.1, 9.7). */
export function polyData(values: readonly number[], closed: boolean): string {
  const pairs: string[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) pairs.push(`${values[at]} ${values[at + 1]}`);
  return pairs.length === 0 ? '' : `M${pairs.join('L')}${closed ? 'z' : ''}`;
}

/** The smallest rectangle around a path, curves by eight points each; undefined for an empty path. */
export function boundsOf(
  path: readonly PathSegment[],
): readonly [left: number, top: number, right: number, bottom: number] | undefined {
  const points: Point[] = [];
  let at: Point = [0, 0];
  for (const segment of path) {
    if (segment[0] === 'Z') continue;
    if (segment[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = segment;
      for (let step = 1; step < 8; step++) points.push(onCubic(at, [x1, y1], [x2, y2], [x, y], step / 8));
      at = [x, y];
    } else at = [segment[1], segment[2]];
    points.push(at);
  }
  if (points.length === 0) return undefined;
  const xs = points.map(point => point[0]);
  const ys = points.map(point => point[1]);
  return [least(xs), least(ys), -least(xs.map(x => -x)), -least(ys.map(y => -y))];
}

function least(values: readonly number[]): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);
}

function onCubic(start: Point, first: Point, second: Point, end: Point, t: number): Point {
  const u = 1 - t;
  const along = (axis: 0 | 1): number =>
    u * u * u * start[axis] +
    3 * u * u * t * first[axis] +
    3 * u * t * t * second[axis] +
    t * t * t * end[axis];
  return [along(0), along(1)];
}
