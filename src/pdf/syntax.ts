/** The objects of PDF: values in, their syntax out (ISO 32000-1 7.3). */

/** An indirect object; `data` may be filled in until `end`. */
export interface PdfRef {
  readonly id: number;
  data: PdfDictionary;
}

/** A piece of PDF syntax written as it is. pdfkit prints any object that is not a plain one with `toString`. */
export class PdfToken {
  constructor(private readonly syntax: string) {}

  get [Symbol.toStringTag](): string {
    return 'PdfToken';
  }

  toString(): string {
    return this.syntax;
  }
}

/** Strings are names; text goes through `pdfText`. Undefined entries are left out. */
export type PdfValue = string | number | boolean | PdfToken | PdfRef | readonly PdfValue[] | PdfDictionary;
export interface PdfDictionary {
  [key: string]: PdfValue | undefined;
}

/** A text string (ISO 32000-1 7.9.2): printable ASCII as it is, anything else as UTF-16BE in hexadecimal. */
export function pdfText(text: string): PdfToken {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfToken(`(${text.replace(/[\\()]/g, '\\$&')})`);
  const hex = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
  return new PdfToken(`<${hex.toUpperCase()}>`);
}

/** A name of any characters (ISO 32000-1 7.3.5): UTF-8, whatever is not a plain letter or digit as `#` and hexadecimal. */
export function pdfName(name: string): PdfToken {
  const bytes = [...Buffer.from(name)].map(byte => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._-]/.test(character)
      ? character
      : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return new PdfToken(`/${bytes.join('')}`);
}

/** Midnight UTC of an ISO 8601 date as a PDF date (ISO 32000-1 7.9.4). */
export function pdfDate(date: string): PdfToken {
  return new PdfToken(`(D:${date.replaceAll('-', '')}000000Z)`);
}

/** The syntax of a value (ISO 32000-1 7.3), as pdfkit writes it. */
export function syntaxOf(value: PdfValue): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  if (typeof value === 'boolean' || value instanceof PdfToken) return String(value);
  if (isArray(value)) return `[${value.map(syntaxOf).join(' ')}]`;
  if (isReference(value)) return `${value.id} 0 R`;
  const entries = Object.entries(value).flatMap(([key, entry]) =>
    entry === undefined ? [] : [`/${key} ${syntaxOf(entry)}`],
  );
  return ['<<', ...entries, '>>'].join('\n');
}

function isArray(value: object): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** pdfkit's references are objects of a class; dictionaries are plain ones. */
function isReference(value: object): value is PdfRef {
  return Object.getPrototypeOf(value) !== Object.prototype;
}
