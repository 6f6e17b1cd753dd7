/**
 * The cage around pdfkit: dictionaries, streams and pages in, the bytes of a PDF file out.
 * No other file knows pdfkit or touches its private fields; pdfkit 0.20.2 contributes object syntax and cross references.
 */

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { crossReferences, objectStreams, type PackedObject, type Place } from './object-streams.js';
import { type PdfDictionary, type PdfRef, PdfToken, syntaxOf } from './syntax.js';

export {
  type PdfDictionary,
  type PdfRef,
  PdfToken,
  type PdfValue,
  pdfDate,
  pdfName,
  pdfText,
} from './syntax.js';

/** What this file uses of pdfkit 0.20.2 beyond its published types. */
interface PdfkitReference extends PdfRef {
  write(chunk: Uint8Array): void;
  end(): void;
}
interface Pdfkit {
  readonly _root: PdfkitReference & { data: { Names: PdfkitReference | undefined; Pages: PageTree } };
  readonly outline: { readonly dictionary: PdfkitReference };
  _id: Uint8Array;
  /** Where the next object begins, and where each one written does, by its number less one; bytes of the file. */
  readonly _offset: number;
  readonly _offsets: (number | null)[];
  _info: PdfRef;
  ref(data: PdfDictionary): PdfkitReference;
  /** Writes cross references and trailer. pdfkit's own `end` writes the clock's time and empty dictionaries before. */
  _finalize(): void;
  push(chunk: Uint8Array): void;
  read(): Buffer | null;
}
type PageTree = PdfkitReference & { data: { Kids: PdfRef[]; Count: number } };

export interface FileSettings {
  readonly version: '1.4' | '1.6' | '1.7';
  /** zlib level of the compressed streams, 0 to 9. */
  readonly level: number;
  readonly info: PdfDictionary;
  /** Puts all but streams into object streams, which makes files of many objects much smaller (from PDF 1.5 on). */
  readonly packed?: boolean;
}

/** One PDF file in the making. Objects leave in the order they are ended, so equal calls give equal bytes. */
export class PdfFile {
  /** The document catalogue's entries (ISO 32000-1 7.7.2). */
  readonly catalog: PdfDictionary;
  private readonly kit: Pdfkit;
  private readonly level: number;
  private readonly info: PdfRef;
  /** Objects that go into object streams; undefined where each is written by itself. */
  private readonly packed: PackedObject[] | undefined;
  /** Objects that pdfkit reserves for named destinations and bookmarks; they are the first to be used. */
  private readonly spare: PdfkitReference[];

  constructor(settings: FileSettings) {
    const options = { autoFirstPage: false, compress: false, font: '', pdfVersion: settings.version };
    this.kit = new PDFDocument(options) as unknown as Pdfkit;
    this.catalog = this.kit._root.data;
    this.spare = [this.kit._root.data.Names!, this.kit.outline.dictionary];
    this.kit._root.data.Names = undefined;
    this.level = settings.level;
    this.packed = settings.packed === true ? [] : undefined;
    this.info = this.object(settings.info);
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
    if (this.packed === undefined) (ref as PdfkitReference).end();
    else this.packed.push({ id: ref.id, syntax: syntaxOf(ref.data) });
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
    const hash = createHash('sha256').update(body);
    for (const { syntax } of this.packed ?? []) hash.update(syntax);
    const id = hash.digest().subarray(0, 16);
    if (metadata !== undefined) {
      const packet = Buffer.from(metadata(id.toString('hex')));
      Object.assign(this.catalog, {
        Metadata: this.plainStream({ Type: 'Metadata', Subtype: 'XML' }, packet),
      });
    }
    for (const ref of [this.kit._root, this.kit._root.data.Pages]) this.end(ref);
    if (this.packed === undefined) {
      this.kit._id = id;
      this.kit._info = this.info;
      this.kit._finalize();
    } else this.finishPacked(this.packed, id.toString('hex'));
    return Buffer.concat([body, this.kit.read() ?? Buffer.alloc(0)]);
  }

  /** Writes the object streams, then cross references and trailer as one stream. */
  private finishPacked(objects: readonly PackedObject[], id: string): void {
    const inStreams = new Map<number, Place>();
    for (const { data, bytes, ids } of objectStreams(objects, this.level)) {
      const stream = this.plainStream(data, bytes).id;
      for (const [index, packed] of ids.entries()) inStreams.set(packed, { stream, index });
    }
    const own = this.take({});
    const start = this.kit._offset;
    const places = Array.from({ length: own.id + 1 }, (_, number): Place => {
      if (number === own.id) return start;
      return inStreams.get(number) ?? this.kit._offsets[number - 1] ?? undefined;
    });
    const token = new PdfToken(`[<${id}> <${id}>]`);
    const { data, bytes } = crossReferences(
      places,
      { Root: this.kit._root, Info: this.info, ID: token },
      this.level,
    );
    own.data = data;
    own.write(bytes);
    own.end();
    this.kit.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  }
}
