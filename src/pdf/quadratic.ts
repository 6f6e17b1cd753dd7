/** Paths with cubic curves in, simple TrueType glyph records (quadratic splines on whole units) out. */

import { EMPTY } from './glyf.js';
import { viewOf } from './sfnt.js';

/** A path command as fontkit gives it; y up. */
export interface PathCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  readonly args: readonly number[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** How far a spline may leave its cubic before rounding, in units of the record. */
const TOLERANCE = 0.2;

/** Builds a simple glyph record; empty if the path encloses nothing. */
export function simpleGlyph(path: readonly PathCommand[]): Uint8Array {
  const contours: Point[][] = [];
  for (const { command, args } of path) {
    if (command === 'moveTo') contours.push([point(args[0]!, args[1]!, true)]);
    else if (command !== 'closePath')
      contours.at(-1)?.push(...segment(contours.at(-1)!.at(-1)!, command, args));
  }
  const closed = contours.map(withoutClosingPoint).filter(contour => contour.length > 2);
  return closed.length === 0 ? EMPTY : encode(closed);
}

function point(x: number, y: number, on: boolean): Point {
  return { x: Math.round(x), y: Math.round(y), on };
}

function segment(from: Point, command: PathCommand['command'], args: readonly number[]): Point[] {
  if (command === 'lineTo') return [point(args[0]!, args[1]!, true)];
  if (command === 'quadraticCurveTo')
    return [point(args[0]!, args[1]!, false), point(args[2]!, args[3]!, true)];
  return quadratics([from.x, from.y, ...args]);
}

/**
 * Splits a cubic into equal steps and replaces each by the quadratic with the same end tangents' mean control point.
 * The distance of one such quadratic is sqrt(3)/36 of the cubic's third difference, and falls with the step's cube;
 * the points between the steps are left out, TrueType takes them as the midpoints of the control points.
 */
function quadratics(cubic: readonly number[]): Point[] {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = cubic as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const third = Math.hypot(x3 - 3 * x2 + 3 * x1 - x0, y3 - 3 * y2 + 3 * y1 - y0);
  const steps = Math.max(1, Math.ceil(Math.cbrt((third * Math.sqrt(3)) / 36 / TOLERANCE)));
  const points: Point[] = [];
  for (let step = 0; step < steps; step++) {
    const [t, u] = [step / steps, (step + 1) / steps];
    points.push(point(control(x0, x1, x2, x3, t, u), control(y0, y1, y2, y3, t, u), false));
  }
  points.push(point(x3, y3, true));
  return points;
}

/** Control point of the quadratic between parameters t and u: (3(b + c) - a - d) / 4 of that part, by blossoming. */
function control(p0: number, p1: number, p2: number, p3: number, t: number, u: number): number {
  const blossom = (r: number, s: number, v: number): number => {
    const mix = (a: number, b: number, at: number): number => a + (b - a) * at;
    const [a, b, c] = [mix(p0, p1, r), mix(p1, p2, r), mix(p2, p3, r)];
    return mix(mix(a, b, s), mix(b, c, s), v);
  };
  return (3 * (blossom(t, t, u) + blossom(t, u, u)) - blossom(t, t, t) - blossom(u, u, u)) / 4;
}

function withoutClosingPoint(contour: Point[]): Point[] {
  const [first, last] = [contour[0]!, contour.at(-1)!];
  return contour.length > 1 && last.on && last.x === first.x && last.y === first.y
    ? contour.slice(0, -1)
    : contour;
}

/** Flags of a simple glyph's points (OpenType 1.9, glyf, "Simple Glyph Description"). */
const ON_CURVE = 0x01;
const X_AXIS = { short: 0x02, same: 0x10 };
const Y_AXIS = { short: 0x04, same: 0x20 };

function encode(contours: readonly Point[][]): Uint8Array {
  const points = contours.flat();
  const flags = points.map(({ on }) => (on ? ON_CURVE : 0));
  const xs = deltas(
    points.map(({ x }) => x),
    flags,
    X_AXIS,
  );
  const ys = deltas(
    points.map(({ y }) => y),
    flags,
    Y_AXIS,
  );
  const head = new Uint8Array(12 + 2 * contours.length);
  const view = viewOf(head);
  view.setInt16(0, contours.length);
  const extent = (pick: (...values: number[]) => number, axis: 'x' | 'y'): number =>
    points.reduce((best, candidate) => pick(best, candidate[axis]), points[0]![axis]);
  view.setInt16(2, extent(Math.min, 'x'));
  view.setInt16(4, extent(Math.min, 'y'));
  view.setInt16(6, extent(Math.max, 'x'));
  view.setInt16(8, extent(Math.max, 'y'));
  let end = -1;
  contours.forEach((contour, index) => {
    end += contour.length;
    view.setUint16(10 + 2 * index, end);
  });
  return Buffer.concat([head, Uint8Array.from(flags), Uint8Array.from(xs), Uint8Array.from(ys)]);
}

/** Coordinates as differences in one or two bytes; the form taken is added to each point's flag. */
function deltas(values: readonly number[], flags: number[], axis: { short: number; same: number }): number[] {
  const bytes: number[] = [];
  let before = 0;
  values.forEach((value, index) => {
    const delta = value - before;
    before = value;
    if (delta === 0) flags[index]! |= axis.same;
    else if (Math.abs(delta) < 256) {
      flags[index]! |= axis.short | (delta > 0 ? axis.same : 0);
      bytes.push(Math.abs(delta));
    } else bytes.push((delta >> 8) & 0xff, delta & 0xff);
  });
  return bytes;
}
