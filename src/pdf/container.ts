/**
 * The cage around pdfkit: dictionaries, streams and pages in, the bytes of a PDF file out.
 * No other file knows pdfkit or touches its private fields; pdfkit 0.20.2 contributes object syntax and cross references.
 */

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

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

/** What this file uses of pdfkit 0.20.2 beyond its published types. */
interface PdfkitReference extends PdfRef {
  write(chunk: Uint8Array): void;
  end(): void;
}
interface Pdfkit {
  readonly _root: PdfkitReference & { data: { Names: PdfkitReference | undefined; Pages: PageTree } };
  readonly outline: { readonly dictionary: PdfkitReference };
  _id: Uint8Array;
  _info: PdfRef;
  ref(data: PdfDictionary): PdfkitReference;
  /** Writes cross references and trailer. pdfkit's own `end` writes the clock's time and empty dictionaries before. */
  _finalize(): void;
  read(): Buffer | null;
}
type PageTree = PdfkitReference & { data: { Kids: PdfRef[]; Count: number } };

export interface FileSettings {
  readonly version: '1.4' | '1.6' | '1.7';
  /** zlib level of the compressed streams, 0 to 9. */
  readonly level: number;
  readonly info: PdfDictionary;
}

/** One PDF file in the making. Objects leave in the order they are ended, so equal calls give equal bytes. */
export class PdfFile {
  /** The document catalogue's entries (ISO 32000-1 7.7.2). */
  readonly catalog: PdfDictionary;
  private readonly kit: Pdfkit;
  private readonly level: number;
  /** Objects that pdfkit reserves for named destinations and bookmarks; they are the first to be used. */
  private readonly spare: PdfkitReference[];

  constructor(settings: FileSettings) {
    const options = { autoFirstPage: false, compress: false, font: '', pdfVersion: settings.version };
    this.kit = new PDFDocument(options) as unknown as Pdfkit;
    this.catalog = this.kit._root.data;
    this.spare = [this.kit._root.data.Names!, this.kit.outline.dictionary];
    this.kit._root.data.Names = undefined;
    this.kit._info = this.object(settings.info);
    this.level = settings.level;
  }

  /** Reserves an object number; `end` must follow. */
  ref(data: PdfDictionary = {}): PdfRef {
    return this.take(data);
  }

  private take(data: PdfDictionary): PdfkitReference {
    const ref = this.spare.pop() ?? this.kit.ref({});
    ref.data = data;
    return ref;
  }

  /** Writes a reserved object. */
  end(ref: PdfRef): PdfRef {
    (ref as PdfkitReference).end();
    return ref;
  }

  /** Writes a dictionary as an object of its own. */
  object(data: PdfDictionary): PdfRef {
    return this.end(this.ref(data));
  }

  /** Writes a stream, deflated unless the dictionary names a filter that the bytes carry already. */
  stream(data: PdfDictionary, bytes: Uint8Array): PdfRef {
    if ('Filter' in data) return this.plainStream(data, bytes);
    return this.plainStream({ ...data, Filter: 'FlateDecode' }, deflateSync(bytes, { level: this.level }));
  }

  /** Writes a stream with its bytes as they are. */
  plainStream(data: PdfDictionary, bytes: Uint8Array): PdfRef {
    const ref = this.take(data);
    ref.write(bytes);
    ref.end();
    return ref;
  }

  /** Adds a reserved page object as the last page; the caller fills and ends it. */
  addPage(page: PdfRef): void {
    const tree = this.kit._root.data.Pages;
    Object.assign(page.data, { Type: 'Page', Parent: tree });
    tree.data.Kids.push(page);
    tree.data.Count++;
  }

  /**
   * Ends the file. Its ID is a hash of all that was written before (ISO 32000-1 14.4 asks for no more than uniqueness).
   * @param metadata gives the XMP packet for the ID in hexadecimal; no packet is written without it.
   */
  finish(metadata?: (id: string) => string): Uint8Array {
    const body = this.kit.read() ?? Buffer.alloc(0);
    const id = createHash('sha256').update(body).digest().subarray(0, 16);
    if (metadata !== undefined) {
      const packet = Buffer.from(metadata(id.toString('hex')));
      Object.assign(this.catalog, {
        Metadata: this.plainStream({ Type: 'Metadata', Subtype: 'XML' }, packet),
      });
    }
    this.kit._id = id;
    for (const ref of [this.kit._root, this.kit._root.data.Pages]) ref.end();
    this.kit._finalize();
    return Buffer.concat([body, this.kit.read() ?? Buffer.alloc(0)]);
  }
}
