/** A written PDF in; its objects as qpdf, a reader that shares nothing with the writer, understands them out. */

import { withFile } from './inspect.js';

/** Names begin with a slash, texts with `u:`, other strings with `b:`, references read `4 0 R`. */
export type Value = string | number | boolean | null | Value[] | Dictionary;
export interface Dictionary {
  [key: string]: Value;
}
interface Entry {
  readonly value?: Value;
  readonly stream?: { readonly dict: Dictionary; readonly data: string };
}

export class PdfObjects {
  private constructor(
    readonly version: string,
    private readonly entries: Readonly<Record<string, Entry>>,
  ) {}

  static read(pdf: Uint8Array): PdfObjects {
    const args = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', 'FILE'];
    const [head, entries] = JSON.parse(withFile(pdf, 'qpdf', args).toString()).qpdf;
    return new PdfObjects(head.pdfversion, entries);
  }

  /** What a reference stands for; any other value is itself. A stream stands for its dictionary. */
  resolve(value: Value | undefined): Value | undefined {
    const entry = typeof value === 'string' && / R$/.test(value) ? this.entries[`obj:${value}`] : undefined;
    return entry === undefined ? value : (entry.stream?.dict ?? entry.value);
  }

  /** A dictionary reached from another by keys. */
  dictionary(from: Value | undefined, ...path: readonly string[]): Dictionary {
    let at = this.resolve(from);
    for (const key of path) at = this.resolve((at as Dictionary)[key]);
    return at as Dictionary;
  }

  /** The decoded bytes of a stream. */
  data(reference: Value | undefined): Buffer {
    return Buffer.from(this.entries[`obj:${reference}`]!.stream!.data, 'base64');
  }

  get trailer(): Dictionary {
    return this.entries['trailer']!.value as Dictionary;
  }

  get catalog(): Dictionary {
    return this.dictionary(this.trailer['/Root']);
  }

  get info(): Dictionary {
    return this.dictionary(this.trailer['/Info']);
  }

  get pages(): Dictionary[] {
    return this.pageReferences.map(reference => this.dictionary(reference));
  }

  get pageReferences(): string[] {
    return this.dictionary(this.catalog['/Pages'])['/Kids'] as string[];
  }

  /** The same file with some of its objects changed: `change` is given a copy of each dictionary with its reference. */
  with(change: (dictionary: Dictionary, reference: string) => void): PdfObjects {
    const entries = structuredClone(this.entries);
    for (const [name, { value, stream }] of Object.entries(entries)) {
      const dictionary = stream?.dict ?? value;
      if (dictionary !== null && typeof dictionary === 'object' && !Array.isArray(dictionary))
        change(dictionary, name.replace('obj:', ''));
    }
    return new PdfObjects(this.version, entries);
  }

  /** The same file under another version, such as 1.7. */
  withVersion(version: string): PdfObjects {
    return new PdfObjects(version, this.entries);
  }

  /** The same file with the content of a stream changed. */
  withData(reference: Value | undefined, change: (data: string) => string): PdfObjects {
    const name = `obj:${String(reference)}`;
    const { dict } = this.entries[name]!.stream!;
    const data = Buffer.from(change(this.data(reference).toString('latin1')), 'latin1').toString('base64');
    return new PdfObjects(this.version, { ...this.entries, [name]: { stream: { dict, data } } });
  }

  /** All dictionaries of the file, direct ones too, each once. */
  *dictionaries(): Iterable<Dictionary> {
    for (const { value, stream } of Object.values(this.entries)) yield* within(stream?.dict ?? value!);
  }

  /** The fonts that pages name: the Type 0 dictionary, its descendant and its descriptor. */
  get fonts(): { font: Dictionary; descendant: Dictionary; descriptor: Dictionary }[] {
    const names = new Set(
      this.pages.flatMap(page => Object.values(this.dictionary(page, '/Resources', '/Font'))),
    );
    return [...names].map(name => {
      const font = this.dictionary(name);
      const descendant = this.dictionary((font['/DescendantFonts'] as Value[])[0]);
      return { font, descendant, descriptor: this.dictionary(descendant, '/FontDescriptor') };
    });
  }
}

function* within(value: Value): Iterable<Dictionary> {
  if (Array.isArray(value)) for (const part of value) yield* within(part);
  else if (value !== null && typeof value === 'object') {
    yield value;
    for (const part of Object.values(value)) yield* within(part);
  }
}
