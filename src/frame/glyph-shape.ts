/** Glyphs as drawings: a face and placed glyphs in, their outline and its bounds out. */

import type { Face } from '../fonts/face.js';
import { glyphPath } from '../fonts/shaper.js';
import type { Ink, PathSegment, PlacedGlyph, Shape } from './frame.js';

/** An outline in font units, the origin on the baseline; the shape's y runs down, the bounds' y up. */
export interface GlyphShape {
  readonly shape: Shape;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Several glyphs as one filled shape. Bounds are those of the curves' control points; 0 for what draws nothing. */
export function glyphShape(face: Face, glyphs: readonly PlacedGlyph[], ink: Ink): GlyphShape {
  const path = glyphs.flatMap(glyph => segmentsOf(glyphPath(face, glyph.id), glyph));
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, ...numbers] of path) {
    for (const [index, value] of numbers.entries()) (index % 2 === 0 ? xs : ys).push(value);
  }
  const bounds = (values: readonly number[]): [number, number] =>
    values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
  const [left, right] = bounds(xs);
  const [up, down] = bounds(ys);
  const shape: Shape = { path, fill: ink, fillRule: 'nonzero', stroke: undefined };
  return { shape, left, right, top: 0 - up, bottom: 0 - down };
}

/** SVG path data of absolute M, L, Q, C and Z, y up, as segments with y down; quadratic curves as cubic ones. */
function segmentsOf(data: string, { dx, dy }: PlacedGlyph): PathSegment[] {
  const segments: PathSegment[] = [];
  let pen: readonly [number, number] = [0, 0];
  for (const [, command, list] of data.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = list!.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
    const points: [number, number][] = [];
    for (let at = 0; at + 1 < numbers.length; at += 2)
      points.push([numbers[at]! + dx, -numbers[at + 1]! - dy]);
    const [a, b, c] = points;
    if (command === 'Z') segments.push(['Z']);
    else if (command === 'M') segments.push(['M', ...a!]);
    else if (command === 'L') segments.push(['L', ...a!]);
    else if (command === 'Q') segments.push(['C', ...between(pen, a!), ...between(b!, a!), ...b!]);
    else segments.push(['C', ...a!, ...b!, ...c!]);
    pen = points.at(-1) ?? pen;
  }
  return segments;
}

/** The control point of a cubic curve next to one end of a quadratic one: two thirds of the way to its control point. */
function between([x, y]: readonly [number, number], control: readonly [number, number]): [number, number] {
  return [x + ((control[0] - x) * 2) / 3, y + ((control[1] - y) * 2) / 3];
}
