/** The outline that a viewer shows beside the pages: the structure in, sections and stories with their places out. */

import { elementsOf, runsOf, type StructureElement, textOf } from '../structure/structure.js';
import { type PdfFile, type PdfRef, type PdfValue, pdfText } from './container.js';
import type { Destinations } from './destinations.js';

interface Entry {
  readonly title: string;
  readonly dest: PdfValue;
  readonly under: readonly Entry[];
}

/** Writes the outline (ISO 32000-1 12.3.3) and returns its root; undefined for a document without stories. */
export function writeOutline(
  file: PdfFile,
  document: StructureElement,
  destinations: Destinations,
): PdfRef | undefined {
  const entries = entriesOf(document, destinations);
  if (entries.length === 0) return undefined;
  const root = file.ref();
  const { first, last, count } = writeEntries(file, entries, root);
  root.data = { Type: 'Outlines', First: first, Last: last, Count: count };
  return file.end(root);
}

function entriesOf(element: StructureElement, destinations: Destinations): Entry[] {
  return element.children.flatMap((child): Entry[] => {
    if (child.kind !== 'element') return [];
    if (child.role === 'section') {
      const under = entriesOf(child, destinations);
      return under.length === 0 ? [] : [{ title: child.title!, dest: under[0]!.dest, under }];
    }
    const [headline] = child.role === 'story' ? elementsOf(child, 'headline') : [];
    if (headline === undefined) return [];
    const dest = destinations.to(runsOf(headline)[0]!.page, child.story);
    return [{ title: textOf(headline).replaceAll('\n', ' '), dest, under: [] }];
  });
}

function writeEntries(
  file: PdfFile,
  entries: readonly Entry[],
  parent: PdfRef,
): { first: PdfRef; last: PdfRef; count: number } {
  const refs = entries.map(() => file.ref());
  let count = entries.length;
  for (const [index, { title, dest, under }] of entries.entries()) {
    const ref = refs[index]!;
    const inner = under.length === 0 ? undefined : writeEntries(file, under, ref);
    count += inner?.count ?? 0;
    ref.data = {
      Title: pdfText(title),
      Parent: parent,
      Prev: refs[index - 1],
      Next: refs[index + 1],
      First: inner?.first,
      Last: inner?.last,
      Count: inner?.count,
      Dest: dest,
    };
    file.end(ref);
  }
  return { first: refs[0]!, last: refs.at(-1)!, count };
}
