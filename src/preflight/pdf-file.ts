/** Opens a written PDF: its bytes in; its objects by number, pages with what they inherit, and inflated streams out (ISO 32000-1 7.5). */

import { inflateSync } from 'node:zlib';
import {
  type Dictionary,
  Operator,
  type PdfObject,
  Reference,
  SyntaxFault,
  SyntaxReader,
} from './pdf-syntax.js';

/** An object of the file; a stream has a dictionary and bytes. */
interface Entry {
  readonly value: PdfObject;
  readonly stream: Uint8Array | undefined;
}

export class PdfDocument {
  /** As the header says it: `1.6`. */
  readonly version: string;
  readonly trailer: Dictionary;
  private readonly entries = new Map<number, Entry>();
  private readonly file: Buffer;

  /** @throws SyntaxFault if the cross references do not lead to objects, or an object cannot be read. */
  constructor(bytes: Uint8Array) {
    this.file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.version = /^%PDF-(\d\.\d)[\r\n]/.exec(this.file.toString('latin1', 0, 16))?.[1] ?? '';
    const start = this.file.lastIndexOf('startxref');
    const at = new SyntaxReader(this.file, start + 9).next();
    if (start < 0 || typeof at !== 'number') throw new SyntaxFault(this.file.length, 'no “startxref”');
    const { offsets, trailer } = this.readTable(at);
    this.trailer = trailer;
    const lengths = new Map<number, number>();
    for (const [number, offset] of offsets)
      this.entries.set(number, this.readObject(number, offset, offsets, lengths));
  }

  /** A cross-reference table of one section and the trailer after it: all that files of one revision have. */
  private readTable(at: number): { offsets: Map<number, number>; trailer: Dictionary } {
    const reader = new SyntaxReader(this.file, at);
    const word = reader.next();
    if (!(word instanceof Operator) || word.name !== 'xref')
      throw new SyntaxFault(at, 'no cross-reference table');
    const offsets = new Map<number, number>();
    for (;;) {
      const first = reader.next();
      if (first instanceof Operator && first.name === 'trailer') break;
      const count = reader.next();
      if (typeof first !== 'number' || typeof count !== 'number') {
        throw new SyntaxFault(reader.at, 'a damaged cross-reference table');
      }
      for (let index = 0; index < count; index++) {
        const [offset, , use] = [reader.next(), reader.next(), reader.next()];
        if (use instanceof Operator && use.name === 'n') offsets.set(first + index, offset as number);
      }
    }
    const trailer = reader.next();
    if (!(trailer instanceof Map)) throw new SyntaxFault(reader.at, 'no trailer');
    if (trailer.has('/Prev')) throw new SyntaxFault(reader.at, 'more than one revision');
    return { offsets, trailer };
  }

  private readObject(
    number: number,
    offset: number,
    offsets: ReadonlyMap<number, number>,
    lengths: Map<number, number>,
  ): Entry {
    const reader = new SyntaxReader(this.file, offset);
    const [own, , word] = [reader.next(), reader.next(), reader.next()];
    if (own !== number || !(word instanceof Operator) || word.name !== 'obj') {
      throw new SyntaxFault(offset, `object ${number} is not where the cross references say`);
    }
    const value = reader.next() ?? null;
    const next = reader.next();
    if (next instanceof Operator && next.name === 'endobj') return { value, stream: undefined };
    if (!(value instanceof Map) || !(next instanceof Operator) || next.name !== 'stream') {
      throw new SyntaxFault(reader.at, `object ${number} has no end`);
    }
    const from = reader.at + (this.file[reader.at] === 13 ? 2 : 1);
    const length = this.lengthOf(value, offsets, lengths);
    const after = new SyntaxReader(this.file, from + length).next();
    if (!(after instanceof Operator) || after.name !== 'endstream') {
      throw new SyntaxFault(from + length, `the stream of object ${number} is not as long as it says`);
    }
    return { value, stream: this.file.subarray(from, from + length) };
  }

  private lengthOf(
    dictionary: Dictionary,
    offsets: ReadonlyMap<number, number>,
    known: Map<number, number>,
  ): number {
    const length = dictionary.get('/Length');
    if (typeof length === 'number') return length;
    if (!(length instanceof Reference)) throw new SyntaxFault(0, 'a stream without a length');
    const kept = known.get(length.number);
    if (kept !== undefined) return kept;
    const reader = new SyntaxReader(this.file, offsets.get(length.number) ?? this.file.length);
    const [, , , value] = [reader.next(), reader.next(), reader.next(), reader.next()];
    if (typeof value !== 'number') throw new SyntaxFault(reader.at, 'a stream without a length');
    known.set(length.number, value);
    return value;
  }

  /** What a reference stands for; any other object is itself, a missing one null. A stream stands for its dictionary. */
  resolve(object: PdfObject | undefined): PdfObject {
    if (!(object instanceof Reference)) return object ?? null;
    return this.entries.get(object.number)?.value ?? null;
  }

  /** A dictionary, an empty one for anything else. */
  dictionary(object: PdfObject | undefined): Dictionary {
    const found = this.resolve(object);
    return found instanceof Map ? found : new Map();
  }

  /** An entry of a dictionary. */
  get(object: PdfObject | undefined, key: string): PdfObject {
    return this.resolve(this.dictionary(object).get(key));
  }

  /** An array, an empty one for anything else. */
  array(object: PdfObject | undefined): readonly PdfObject[] {
    const found = this.resolve(object);
    return Array.isArray(found) ? found : [];
  }

  /** The bytes of a stream, inflated if they are deflated; undefined for what is no stream. @throws SyntaxFault if they are damaged. */
  data(object: PdfObject | undefined): Uint8Array | undefined {
    const entry = object instanceof Reference ? this.entries.get(object.number) : undefined;
    if (entry?.stream === undefined) return undefined;
    const filter = this.get(entry.value, '/Filter');
    const isDeflated = filter === '/FlateDecode' || (Array.isArray(filter) && filter[0] === '/FlateDecode');
    if (!isDeflated) return entry.stream;
    try {
      return inflateSync(entry.stream);
    } catch {
      throw new SyntaxFault(
        entry.stream.byteOffset - this.file.byteOffset,
        'a stream that cannot be inflated',
      );
    }
  }

  get catalog(): Dictionary {
    return this.dictionary(this.trailer.get('/Root'));
  }

  /** Page dictionaries in their order, with what they inherit (ISO 32000-1 7.7.3.4). */
  get pages(): readonly Dictionary[] {
    const inherited = ['/Resources', '/MediaBox', '/CropBox', '/Rotate'];
    const walk = (node: PdfObject | undefined, above: Dictionary): Dictionary[] => {
      const own = new Map([...above, ...this.dictionary(node)]);
      if (own.get('/Type') === '/Page') return [own];
      const down: Dictionary = new Map(
        inherited.flatMap(key => (own.has(key) ? [[key, own.get(key)!]] : [])),
      );
      return this.array(this.get(node, '/Kids')).flatMap(kid => walk(kid, down));
    };
    return walk(this.catalog.get('/Pages'), new Map());
  }

  /** All dictionaries of the file, those within others too. */
  *dictionaries(): Iterable<Dictionary> {
    yield* within(this.trailer);
    for (const { value } of this.entries.values()) yield* within(value);
  }
}

function* within(object: PdfObject): Iterable<Dictionary> {
  if (Array.isArray(object)) for (const part of object) yield* within(part);
  else if (object instanceof Map) {
    yield object;
    for (const part of object.values()) yield* within(part);
  }
}
