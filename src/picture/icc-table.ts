/** A profile's table between device colours and the connection space in, a function between the two out. */

import { type Curve, fixed, ProfileError, readCurve, tableCurve, text } from './icc.js';

/** Numbers from 0 to 1 in and out: the encoded values of the table's two sides. */
export type Table = (values: readonly number[]) => number[];

/** How a table writes L*a*b*: version 4's way, or the one of 16-bit tables of version 2, whose white is 0xff00. */
export type LabEncoding = 'lab4' | 'lab2';

export interface ReadTable {
  readonly apply: Table;
  readonly encoding: LabEncoding;
}

/**
 * Reads a table of type lut8, lut16, lutAToB or lutBToA.
 * @throws ProfileError if it is of another type, has other numbers of channels, or is cut off.
 */
export function readTable(view: DataView, inputs: number, outputs: number): ReadTable {
  try {
    const type = text(view, 0);
    if (view.getUint8(8) !== inputs || view.getUint8(9) !== outputs) {
      throw new ProfileError(`it has a table from ${view.getUint8(8)} to ${view.getUint8(9)} channels`);
    }
    if (type === 'mft1' || type === 'mft2') return oldTable(view, type === 'mft1');
    if (type === 'mAB ') return { apply: chain(stages(view).reverse()), encoding: 'lab4' };
    if (type === 'mBA ') return { apply: chain(stages(view)), encoding: 'lab4' };
    throw new ProfileError(`it has a table of the unknown type ${type}`);
  } catch (error) {
    // A DataView throws RangeErrors beyond its end.
    if (error instanceof RangeError) throw new ProfileError('one of its tables is cut off');
    throw error;
  }
}

function chain(parts: readonly (Table | undefined)[]): Table {
  const there = parts.filter(part => part !== undefined);
  return values => there.reduce<number[]>((passed, part) => part(passed), [...values]);
}

/** lut8Type and lut16Type (ICC.1:2010, 10.8 and 10.9): curves, a grid, curves. Their matrix is for XYZ alone and left out. */
function oldTable(view: DataView, eightBit: boolean): ReadTable {
  const [inputs, outputs, side] = [view.getUint8(8), view.getUint8(9), view.getUint8(10)];
  const [curveIn, curveOut] = eightBit ? [256, 256] : [view.getUint16(48), view.getUint16(50)];
  let at = eightBit ? 48 : 52;
  const take = (count: number): Float32Array => {
    const values = numbers(view, at, count, eightBit ? 1 : 2);
    at += count * (eightBit ? 1 : 2);
    return values;
  };
  if (curveIn < 2 || curveOut < 2) throw new ProfileError('it has a table without steps');
  const first = curves(Array.from({ length: inputs }, () => tableCurve(take(curveIn))));
  const grid = gridTable(take(side ** inputs * outputs), Array(inputs).fill(side), outputs);
  const last = curves(Array.from({ length: outputs }, () => tableCurve(take(curveOut))));
  return { apply: chain([first, grid, last]), encoding: eightBit ? 'lab4' : 'lab2' };
}

function numbers(view: DataView, at: number, count: number, bytes: 1 | 2): Float32Array {
  if (at + count * bytes > view.byteLength) throw new ProfileError('one of its tables is cut off');
  const values = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    values[index] = bytes === 1 ? view.getUint8(at + index) / 0xff : view.getUint16(at + 2 * index) / 0xffff;
  }
  return values;
}

/** lutAToBType and lutBToAType (ICC.1:2010, 10.10 and 10.11), from the connection space's side: B, matrix, M, grid, A. */
function stages(view: DataView): (Table | undefined)[] {
  const toDevice = text(view, 0) === 'mBA ';
  const [inputs, outputs] = [view.getUint8(8), view.getUint8(9)];
  const [connection, device] = toDevice ? [inputs, outputs] : [outputs, inputs];
  const [b, matrix, m, grid, a] = [12, 16, 20, 24, 28].map(at => view.getUint32(at)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    curvesAt(view, b, connection),
    matrix === 0 ? undefined : matrixAt(view, matrix),
    curvesAt(view, m, connection),
    grid === 0 ? undefined : gridAt(view, grid, inputs, outputs),
    curvesAt(view, a, device),
  ];
}

function curvesAt(view: DataView, offset: number, count: number): Table | undefined {
  if (offset === 0) return undefined;
  let at = offset;
  const found: Curve[] = [];
  for (let index = 0; index < count; index++) {
    const { curve, length } = readCurve(view, at);
    found.push(curve);
    at += (length + 3) & ~3;
  }
  return curves(found);
}

function curves(each: readonly Curve[]): Table {
  return values => each.map((curve, index) => curve(values[index]!));
}

function matrixAt(view: DataView, offset: number): Table {
  const [e, shift] = [0, 9].map(from =>
    Array.from({ length: from === 0 ? 9 : 3 }, (_, index) => fixed(view, offset + 4 * (from + index))),
  ) as [number[], number[]];
  return values =>
    [0, 1, 2].map(row => {
      const [x, y, z] = [e[3 * row]!, e[3 * row + 1]!, e[3 * row + 2]!];
      return x * values[0]! + y * values[1]! + z * values[2]! + shift[row]!;
    });
}

function gridAt(view: DataView, offset: number, inputs: number, outputs: number): Table {
  const sides = Array.from({ length: inputs }, (_, index) => view.getUint8(offset + index));
  const count = sides.reduce((product, side) => product * side, outputs);
  const bytes = view.getUint8(offset + 16) === 1 ? 1 : 2;
  return gridTable(numbers(view, offset + 20, count, bytes), sides, outputs);
}

/** Values at the nodes of a grid, linear between them along every axis. The last axis runs fastest. */
function gridTable(nodes: Float32Array, sides: readonly number[], outputs: number): Table {
  if (sides.some(side => side < 2)) throw new ProfileError('it has a table without steps');
  const axes = sides.length;
  const strides = sides.map((_, axis) =>
    sides.slice(axis + 1).reduce((product, side) => product * side, outputs),
  );
  const part = new Float64Array(axes);
  return values => {
    let base = 0;
    for (let axis = 0; axis < axes; axis++) {
      const last = sides[axis]! - 1;
      const place = Math.min(Math.max(values[axis]!, 0), 1) * last;
      const below = Math.min(Math.floor(place), last - 1);
      part[axis] = place - below;
      base += below * strides[axis]!;
    }
    const mixed = new Array<number>(outputs).fill(0);
    for (let corner = 0; corner < 1 << axes; corner++) {
      let weight = 1;
      let at = base;
      for (let axis = 0; axis < axes; axis++) {
        const upper = (corner >> axis) & 1;
        weight *= upper === 1 ? part[axis]! : 1 - part[axis]!;
        at += upper * strides[axis]!;
      }
      if (weight === 0) continue;
      for (let channel = 0; channel < outputs; channel++) mixed[channel]! += weight * nodes[at + channel]!;
    }
    return mixed;
  };
}
