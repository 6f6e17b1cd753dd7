/** The text of a `transform` attribute goes in, one affine matrix comes out, with the few sums done on matrices. */

/** x' = a x + c y + e, y' = b x + d y + f; y down, as in SVG. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const LIST = /^(\s*[a-zA-Z]+\s*\([^()]*\)\s*,?)*\s*$/;
const CALL = /([a-zA-Z]+)\s*\(([^()]*)\)/g;

/** The matrix of a transform list (SVG 1.1, section 7.6), or undefined if it is not one. Angles are degrees. */
export function readTransform(text: string): Matrix | undefined {
  if (!LIST.test(text)) return undefined;
  let total = IDENTITY;
  for (const [, name, body] of text.matchAll(CALL)) {
    const step = readCall(name!, readNumbers(body!));
    if (step === undefined) return undefined;
    total = multiply(total, step);
  }
  return total;
}

/** Numbers parted by spaces or commas; NaN where a part is none. */
export function readNumbers(text: string): number[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/\s*,\s*|\s+/).map(Number);
}

function readCall(name: string, values: readonly number[]): Matrix | undefined {
  if (!values.every(Number.isFinite)) return undefined;
  const [first, second, third] = values;
  const count = values.length;
  if (name === 'matrix' && count === 6) {
    const [a, b, c, d, e, f] = values;
    return [a!, b!, c!, d!, e!, f!];
  }
  if (first === undefined) return undefined;
  if (name === 'translate' && count <= 2) return [1, 0, 0, 1, first, second ?? 0];
  if (name === 'scale' && count <= 2) return [first, 0, 0, second ?? first, 0, 0];
  if (name === 'rotate' && (count === 1 || count === 3)) return rotation(first, second ?? 0, third ?? 0);
  if (name === 'skewX' && count === 1) return [1, 0, Math.tan(radians(first)), 1, 0, 0];
  if (name === 'skewY' && count === 1) return [1, Math.tan(radians(first)), 0, 1, 0, 0];
  return undefined;
}

function rotation(degrees: number, x: number, y: number): Matrix {
  const cos = Math.cos(radians(degrees));
  const sin = Math.sin(radians(degrees));
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** The matrix that does `inner` first and `outer` then. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How much longer lengths become on average: the square root of what happens to areas. */
export function meanScale([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The angle in degrees, clockwise as seen, that a matrix turns by, or undefined if it skews, squeezes or mirrors. */
export function turnOf(matrix: Matrix): number | undefined {
  const [a, b, c, d] = matrix;
  const slack = 1e-3 * meanScale(matrix);
  if (Math.abs(a - d) > slack || Math.abs(b + c) > slack || meanScale(matrix) === 0) return undefined;
  return (Math.atan2(b, a) * 180) / Math.PI;
}
