/** Press PDFs with deliberate faults: a sound file and changes to its dictionaries and page contents in, a file with true cross references out. */

import { deflateSync, inflateSync } from 'node:zlib';

/** Texts and what they become; each must be found. */
export type Changes = readonly (readonly [from: string | RegExp, to: string])[];

export interface Forgery {
  /** In dictionaries and in the trailer. */
  readonly syntax?: Changes;
  /** In deflated page contents. */
  readonly content?: Changes;
  /** In streams that are not deflated: XMP, JPEGs. */
  readonly plain?: Changes;
  /** In deflated streams that are no page contents: fonts and profiles. */
  readonly packed?: Changes;
}

/** Characters stand for bytes throughout. */
export function forged(pdf: Uint8Array, forgery: Forgery): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const table = Number(/startxref\n(\d+)/.exec(text)![1]);
  const [head = '', ...objects] = text.slice(0, table).split(/(?=^\d+ 0 obj$)/m);
  const done = new Set<readonly unknown[]>();
  const change = (before: string, changes: Changes = []): string =>
    changes.reduce((now, pair) => {
      const after = now.replace(pair[0], () => pair[1]);
      if (after !== now) done.add(pair);
      return after;
    }, before);
  const opening = change(head, forgery.syntax);
  const forgedObjects = objects.map(object => forgeObject(object, forgery, change));
  const trailer = change(/trailer\n[\s\S]*?>>\n/.exec(text.slice(table))![0], forgery.syntax);
  for (const pair of Object.values(forgery).flat())
    if (!done.has(pair)) throw new Error(`not found: ${pair[0]}`);

  const offsets = new Map<number, number>();
  let body = opening;
  for (const object of forgedObjects) {
    offsets.set(Number.parseInt(object, 10), body.length);
    body += object;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const lines = Array.from({ length: size - 1 }, (_, index) => {
    const offset = offsets.get(index + 1);
    return offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `;
  });
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('\n')}\n`;
  return Buffer.from(`${body}${xref}${trailer}startxref\n${body.length}\n%%EOF\n`, 'latin1');
}

function forgeObject(
  object: string,
  { syntax, content, plain, packed }: Forgery,
  change: (before: string, changes?: Changes) => string,
): string {
  const from = object.indexOf('stream\n');
  if (from < 0) return change(object, syntax);
  const head = change(object.slice(0, from), syntax);
  const data = object.slice(from + 7, object.lastIndexOf('\nendstream'));
  const isDeflated = object.slice(0, from).includes('/FlateDecode');
  const found = isDeflated ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
  const isContent = isDeflated && /\bBT\b[\s\S]*T[jJ]\b/.test(found);
  const now = change(found, isContent ? content : isDeflated ? packed : plain);
  if (now === found) return `${head}stream\n${data}\nendstream\nendobj\n`;
  const bytes = isDeflated ? deflateSync(Buffer.from(now, 'latin1')).toString('latin1') : now;
  return `${head.replace(/\/Length \d+/, `/Length ${bytes.length}`)}stream\n${bytes}\nendstream\nendobj\n`;
}
