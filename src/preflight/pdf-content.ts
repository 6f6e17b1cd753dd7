/** Follows the operators of a page: a content stream with its resources in; colours, text and images as they are painted out (ISO 32000-1 8, 9). */

import type { PdfDocument } from './pdf-file.js';
import { type Dictionary, Operator, type PdfObject, Reference, SyntaxReader } from './pdf-syntax.js';

type Matrix = readonly [number, number, number, number, number, number];

/** A colour as the operators set it: its space by name or object, and its parts. */
export interface Colour {
  readonly space: PdfObject;
  readonly parts: readonly number[];
}

/** What holds where something is painted. */
export interface State {
  readonly matrix: Matrix;
  readonly fill: Colour;
  readonly stroke: Colour;
  /** Overprinting of fills, of strokes, and its mode (ISO 32000-1 8.6.7). */
  readonly op: boolean;
  readonly OP: boolean;
  readonly OPM: number;
  readonly font: PdfObject | undefined;
  readonly size: number;
  readonly rendering: number;
}

/** Hears of what is on the page. */
export interface Listener {
  /** An operator that sets a colour: its space. */
  colour(space: PdfObject): void;
  /** A path is filled, stroked or both. */
  paint(state: State, fills: boolean, strokes: boolean): void;
  /** Codes are shown at an effective size in points. */
  text(state: State, codes: readonly Uint8Array[], size: number): void;
  image(reference: PdfObject, matrix: Matrix): void;
  /** Graphics states by name, and whatever else a page should not do. */
  graphicsState(dictionary: Dictionary): void;
  strange(operator: string): void;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const BLACK: Colour = { space: '/DeviceGray', parts: [0] };

/** Operators that only move, cut or set what no rule here asks for. */
const SILENT = new Set(
  'w J j M d i m l c v y h re n W W* BT ET T* Td TD Tc Tw Tz TL Ts BMC BDC EMC MP DP ri'.split(' '),
);
const PAINT: Readonly<Record<string, readonly [fills: boolean, strokes: boolean]>> = {
  f: [true, false],
  F: [true, false],
  'f*': [true, false],
  S: [false, true],
  s: [false, true],
  B: [true, true],
  'B*': [true, true],
  b: [true, true],
  'b*': [true, true],
};

/** Reads a whole stream. @throws SyntaxFault if it cannot be read. */
export function followContent(
  content: Uint8Array,
  resources: Dictionary,
  pdf: PdfDocument,
  listener: Listener,
  matrix: Matrix = IDENTITY,
): void {
  new Follower(resources, pdf, listener, matrix).follow(new SyntaxReader(content));
}

class Follower {
  private state: State;
  private readonly stack: State[] = [];
  /** Text matrix without its place: only sizes are asked for. */
  private textMatrix: Matrix = IDENTITY;

  constructor(
    private readonly resources: Dictionary,
    private readonly pdf: PdfDocument,
    private readonly listener: Listener,
    matrix: Matrix,
  ) {
    const overprint = { op: false, OP: false, OPM: 0 };
    this.state = { matrix, fill: BLACK, stroke: BLACK, ...overprint, font: undefined, size: 0, rendering: 0 };
  }

  follow(reader: SyntaxReader): void {
    let operands: PdfObject[] = [];
    for (let object = reader.next(); object !== undefined; object = reader.next()) {
      if (!(object instanceof Operator)) {
        operands.push(object);
        continue;
      }
      if (object.name === 'BI') {
        // What follows is no syntax, and no press PDF of ours has any.
        this.listener.strange('BI');
        return;
      }
      this.operator(object.name, operands);
      operands = [];
    }
    if (this.stack.length > 0) this.listener.strange('q without Q');
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  private resource(kind: string, name: PdfObject | undefined): PdfObject | undefined {
    return typeof name === 'string' ? this.pdf.dictionary(this.resources.get(kind)).get(name) : undefined;
  }

  private operator(name: string, operands: readonly PdfObject[]): void {
    if (SILENT.has(name)) {
      if (name === 'BT') this.textMatrix = IDENTITY;
      return;
    }
    const painted = PAINT[name];
    if (painted !== undefined) this.listener.paint(this.state, ...painted);
    else if (!this.stateOperator(name, operands) && !this.colourOperator(name, operands)) {
      if (!this.textOperator(name, operands)) this.listener.strange(name);
    }
  }

  private stateOperator(name: string, operands: readonly PdfObject[]): boolean {
    switch (name) {
      case 'q':
        this.stack.push(this.state);
        return true;
      case 'Q': {
        const before = this.stack.pop();
        if (before === undefined) this.listener.strange('Q without q');
        else this.state = before;
        return true;
      }
      case 'cm':
        this.set({ matrix: product(operands as unknown as Matrix, this.state.matrix) });
        return true;
      case 'gs': {
        const own = this.pdf.dictionary(this.resource('/ExtGState', operands[0]));
        this.listener.graphicsState(own);
        const { op, OP, OPM } = this.state;
        const strokes = (this.pdf.get(own, '/OP') ?? OP) === true;
        const fills = own.has('/op') ? this.pdf.get(own, '/op') === true : own.has('/OP') ? strokes : op;
        this.set({ op: fills, OP: strokes, OPM: (this.pdf.get(own, '/OPM') as number | null) ?? OPM });
        return true;
      }
      case 'Do':
        this.object(this.resource('/XObject', operands[0]));
        return true;
      default:
        return false;
    }
  }

  private object(reference: PdfObject | undefined): void {
    const own = this.pdf.dictionary(reference);
    if (this.pdf.get(own, '/Subtype') !== '/Form') {
      this.listener.image(reference ?? null, this.state.matrix);
      return;
    }
    const matrix = this.pdf.array(own.get('/Matrix'));
    const placed =
      matrix.length === 6 ? product(matrix as unknown as Matrix, this.state.matrix) : this.state.matrix;
    const resources = own.has('/Resources') ? this.pdf.dictionary(own.get('/Resources')) : this.resources;
    followContent(this.pdf.data(reference) ?? new Uint8Array(), resources, this.pdf, this.listener, placed);
  }

  private colourOperator(name: string, operands: readonly PdfObject[]): boolean {
    const use = name === name.toLowerCase() ? 'fill' : 'stroke';
    const device = DEVICES[name.toLowerCase()];
    if (device !== undefined) {
      this.listener.colour(device);
      this.set({ [use]: { space: device, parts: operands as number[] } });
      return true;
    }
    if (name === 'cs' || name === 'CS') {
      const space = this.pdf.resolve(this.resource('/ColorSpace', operands[0]) ?? operands[0]);
      this.listener.colour(space);
      this.set({ [use]: { space, parts: [] } });
      return true;
    }
    if (!['sc', 'scn', 'SC', 'SCN'].includes(name)) return false;
    this.set({ [use]: { ...this.state[use], parts: operands.filter(part => typeof part === 'number') } });
    return true;
  }

  private textOperator(name: string, operands: readonly PdfObject[]): boolean {
    switch (name) {
      case 'Tf':
        this.set({ font: this.resource('/Font', operands[0]) ?? null, size: operands[1] as number });
        return true;
      case 'Tm':
        this.textMatrix = operands as unknown as Matrix;
        return true;
      case 'Tr':
        this.set({ rendering: operands[0] as number });
        return true;
      case 'Tj':
      case "'":
      case '"':
        this.show(operands);
        return true;
      case 'TJ':
        this.show(operands[0] as PdfObject[]);
        return true;
      default:
        return false;
    }
  }

  private show(parts: readonly PdfObject[]): void {
    const codes = parts.filter(part => part instanceof Uint8Array);
    const [a, b, c, d] = product(this.textMatrix, this.state.matrix);
    this.listener.text(this.state, codes, this.state.size * Math.sqrt(Math.abs(a * d - b * c)));
  }
}

/** Operators that choose a device colour space by themselves, without regard to case. */
const DEVICES: Readonly<Record<string, string>> = { g: '/DeviceGray', rg: '/DeviceRGB', k: '/DeviceCMYK' };

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** What tells two fonts or images apart: the number of their object. */
export function keyOf(object: PdfObject | undefined): PdfObject | undefined {
  return object instanceof Reference ? object.number : object;
}
