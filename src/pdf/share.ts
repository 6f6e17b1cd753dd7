/** What only the reader PDF has: links, page labels, and how a viewer should show it. */

import type { Edition, Item, LinkItem, PageTarget } from '../frame/frame.js';
import {
  type PdfDictionary,
  type PdfFile,
  type PdfRef,
  type PdfToken,
  type PdfValue,
  pdfText,
} from './container.js';
import { escaped } from './press.js';

/** Title bar, language, binding side and page labels for the catalogue (ISO 32000-1 12.2, 12.4.2, 14.9.2). */
export function addReaderHints(file: PdfFile, edition: Edition): void {
  const turnsLeft = edition.binding === 'right' && isOneWay(edition);
  const preferences = { DisplayDocTitle: true, Direction: turnsLeft ? 'R2L' : undefined };
  Object.assign(file.catalog, {
    Lang: pdfText(edition.lang),
    ViewerPreferences: preferences,
    PageLabels: { Nums: pageLabels(edition) },
  });
}

/**
 * pdfium (Chrome, Android) reverses the words of every Latin line of a document whose Direction is R2L, for search and copy
 * alike, so an edition with words that run from left to right goes without. It only orders pages side by side.
 */
function isOneWay(edition: Edition): boolean {
  const same = (item: Item): boolean => {
    if (item.kind === 'group') return item.items.every(same);
    return item.kind !== 'glyphs' || item.rtl || !item.clusters.some(({ text }) => /\p{L}/u.test(text));
  };
  return edition.pages.every(page => page.items.every(same));
}

/** Labels as prefixes without a number, so that any digits can be shown; plain page numbers need one entry. */
function pageLabels(edition: Edition): (number | PdfDictionary)[] {
  const first = edition.pages[0]?.number ?? 1;
  const plain = edition.pages.every((page, index) => page.label === String(first + index));
  if (plain) return [0, { S: 'D', St: first }];
  return edition.pages.flatMap((page, index) => [index, { P: pdfText(page.label) }]);
}

/** What an annotation of a tagged document says besides. */
export interface Described {
  /** What it reads aloud. */
  readonly Contents: string;
  /** Its key in the parent tree. */
  readonly StructParent: number;
}

/**
 * A link annotation (ISO 32000-1 12.5.6.5) over a rectangle in default user space, without a border; `destinationOf` says where on a
 * page it leads.
 */
export function linkAnnotation(
  file: PdfFile,
  target: LinkItem['target'],
  rect: readonly number[],
  destinationOf: (target: PageTarget) => PdfValue,
  described?: Described,
): PdfRef {
  const common = {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: rect.map(value => Math.round(value * 100) / 100),
    Border: [0, 0, 0],
    F: PRINTS,
    ...(described && { ...described, Contents: pdfText(described.Contents) }),
  };
  if ('url' in target) return file.object({ ...common, A: { S: 'URI', URI: asciiUrl(target.url) } });
  return file.object({ ...common, Dest: destinationOf(target) });
}

/** The XMP packet that PDF/UA-1 asks for (ISO 14289-1 clause 5, 7.1): the title, the language and the mark of the standard. */
export function readerMetadata({ title, lang }: Edition): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(lang)}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** Annotation flag 3 (ISO 32000-1 table 165). */
const PRINTS = 1 << 2;

/** URI actions take ASCII (ISO 32000-1 12.6.4.7): other characters are percent-encoded, existing escapes kept. */
function asciiUrl(url: string): PdfToken {
  return pdfText(url.replace(/[^\x21-\x7e]+/g, part => encodeURIComponent(part)));
}
