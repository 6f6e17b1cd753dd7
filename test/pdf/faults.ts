/** Faults made on purpose: a written PDF in, copies of it with one thing wrong out. */

import type { Dictionary, PdfObjects } from './objects.js';

/** Changes a dictionary in place. */
export type Change = (dictionary: Dictionary) => void;

/** What makes a faulty copy of a paper. */
export type Fault = (paper: Faults) => PdfObjects;

export function set(entries: Dictionary): Change {
  return dictionary => {
    Object.assign(dictionary, entries);
  };
}

export function without(...keys: readonly string[]): Change {
  return dictionary => {
    for (const key of keys) delete dictionary[key];
  };
}

/** Each method changes the first object of its kind, and throws if there is none. */
export class Faults {
  constructor(readonly pdf: PdfObjects) {}

  once(is: (dictionary: Dictionary) => boolean, change: Change): PdfObjects {
    let done = false;
    const changed = this.pdf.with(dictionary => {
      if (done || !is(dictionary)) return;
      done = true;
      change(dictionary);
    });
    if (!done) throw new Error('nothing is changed');
    return changed;
  }

  /** All of a kind. */
  every(is: (dictionary: Dictionary) => boolean, change: Change): PdfObjects {
    return this.pdf.with(dictionary => {
      if (is(dictionary)) change(dictionary);
    });
  }

  element(type: string, change: Change): PdfObjects {
    return this.once(dictionary => isElement(dictionary, type), change);
  }

  /** A reference to the first element of a type. */
  reference(type: string): string {
    let found: string | undefined;
    this.pdf.with((dictionary, reference) => {
      if (isElement(dictionary, type)) found ??= reference;
    });
    return found!;
  }

  ofType(type: string, change: Change): PdfObjects {
    return this.once(dictionary => dictionary['/Type'] === `/${type}`, change);
  }

  catalog(change: Change): PdfObjects {
    return this.ofType('Catalog', change);
  }

  xmp(change: (data: string) => string): PdfObjects {
    return this.data(this.pdf.catalog['/Metadata'] as string, change);
  }

  /** The character of a font’s second code, the first that text shows, as hexadecimal UTF-16. */
  toUnicode(hex: string): PdfObjects {
    const map = this.pdf.fonts[0]!.font['/ToUnicode'] as string;
    return this.data(map, data =>
      data.replace(/(beginbfchar\s*<\w{4}>\s*<\w+>\s*<\w{4}>\s*)<\w+>/, `$1<${hex}>`),
    );
  }

  /** The content of page 2. */
  content(change: (data: string) => string): PdfObjects {
    return this.data(this.pdf.pages[1]!['/Contents'] as string, change);
  }

  private data(reference: string, change: (data: string) => string): PdfObjects {
    const data = this.pdf.data(reference).toString('latin1');
    if (change(data) === data) throw new Error('nothing is changed');
    return this.pdf.withData(reference, change);
  }
}

export function isElement(dictionary: Dictionary, type: string): boolean {
  return dictionary['/S'] === `/${type}` && '/P' in dictionary;
}
