/**
 * Reads PDF syntax (ISO 32000-1 7.2, 7.3): bytes in; objects and operators out. It shares nothing with the writer, so that what it finds in a
 * written file is what stands there.
 */

/** Names keep their slash: `/Type`. Strings are bytes. */
export type PdfObject =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | Reference
  | Operator
  | PdfObject[]
  | Dictionary;
export type Dictionary = Map<string, PdfObject>;

/** `4 0 R`. */
export class Reference {
  constructor(readonly number: number) {}
}

/** A word that is no object: an operator of a content stream, `obj`, `endobj`, `stream`. */
export class Operator {
  constructor(readonly name: string) {}
}

/** What is wrong with the syntax, and at which byte. */
export class SyntaxFault extends Error {
  constructor(
    readonly at: number,
    what: string,
  ) {
    super(`${what} at byte ${at}`);
  }
}

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map(sign => sign.charCodeAt(0)));
const code = (sign: string): number => sign.charCodeAt(0);
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Steps through bytes; `at` is the next one. */
export class SyntaxReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
    private readonly end = bytes.length,
  ) {}

  /** The next object or operator; undefined at the end. */
  next(): PdfObject | undefined {
    this.skip();
    if (this.at >= this.end) return undefined;
    const sign = this.bytes[this.at]!;
    switch (sign) {
      case code('/'):
        return this.name();
      case code('('):
        return this.string();
      case code('['):
        this.at += 1;
        return this.until(']');
      case code('<'):
        if (this.bytes[this.at + 1] !== sign) return this.hexadecimal();
        this.at += 2;
        return this.dictionary();
      default:
        return this.word();
    }
  }

  /** White space and comments. */
  private skip(): void {
    for (; this.at < this.end; this.at++) {
      const sign = this.bytes[this.at]!;
      if (sign === code('%')) {
        while (this.at < this.end && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
      } else if (!SPACE.has(sign)) return;
    }
  }

  private regular(): string {
    const from = this.at;
    while (this.at < this.end && !SPACE.has(this.bytes[this.at]!) && !DELIMITER.has(this.bytes[this.at]!)) {
      this.at += 1;
    }
    return String.fromCharCode(...this.bytes.subarray(from, this.at));
  }

  private name(): string {
    this.at += 1;
    const bytes = this.regular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return `/${Buffer.from(bytes, 'latin1').toString('utf8')}`;
  }

  private word(): PdfObject {
    const from = this.at;
    const word = this.regular();
    if (word === '') throw new SyntaxFault(from, `a stray “${String.fromCharCode(this.bytes[from]!)}”`);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Operator(word);
  }

  private string(): Uint8Array {
    const found: number[] = [];
    let depth = 1;
    for (this.at += 1; this.at < this.end; this.at++) {
      let sign = this.bytes[this.at]!;
      if (sign === code('(')) depth += 1;
      else if (sign === code(')') && --depth === 0) {
        this.at += 1;
        return Uint8Array.from(found);
      } else if (sign === code('\\')) {
        this.at += 1;
        const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...this.bytes.subarray(this.at, this.at + 3)));
        if (octal !== null) {
          sign = Number.parseInt(octal[0], 8) & 255;
          this.at += octal[0].length - 1;
        } else sign = ESCAPES[String.fromCharCode(this.bytes[this.at]!)] ?? this.bytes[this.at]!;
      }
      found.push(sign);
    }
    throw new SyntaxFault(this.at, 'a string without an end');
  }

  private hexadecimal(): Uint8Array {
    const from = this.at;
    const end = this.bytes.indexOf(code('>'), from);
    if (end < 0 || end >= this.end) throw new SyntaxFault(from, 'a string without an end');
    const digits = Buffer.from(this.bytes.subarray(from + 1, end))
      .toString('latin1')
      .replace(/\s/g, '');
    if (!/^[0-9A-Fa-f]*$/.test(digits)) throw new SyntaxFault(from, 'a string that is not hexadecimal');
    this.at = end + 1;
    return Uint8Array.from(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'));
  }

  /** Objects up to a closing sign; two numbers and an R become a reference. */
  private until(close: ']' | '>>'): PdfObject[] {
    const from = this.at;
    const found: PdfObject[] = [];
    for (;;) {
      this.skip();
      if (this.isAt(close)) {
        this.at += close.length;
        return found;
      }
      const object = this.next();
      if (object === undefined) throw new SyntaxFault(from, `no “${close}” for what begins`);
      if (object instanceof Operator) {
        if (object.name !== 'R' || typeof found.at(-2) !== 'number') {
          throw new SyntaxFault(this.at, `an unexpected “${object.name}”`);
        }
        found.pop();
        found.push(new Reference(found.pop() as number));
      } else found.push(object);
    }
  }

  private isAt(sign: string): boolean {
    return [...sign].every((part, index) => this.bytes[this.at + index] === code(part));
  }

  private dictionary(): Dictionary {
    const from = this.at;
    const parts = this.until('>>');
    const found: Dictionary = new Map();
    for (let index = 0; index < parts.length; index += 2) {
      const [key, value] = [parts[index], parts[index + 1]];
      if (typeof key !== 'string' || value === undefined)
        throw new SyntaxFault(from, 'a dictionary out of step');
      found.set(key, value);
    }
    return found;
  }
}
