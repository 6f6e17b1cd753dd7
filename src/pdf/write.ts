/** Takes a finished edition and prepared pictures, gives the bytes of the press PDF or of the reader PDF. */

import type { Edition, Page } from '../frame/frame.js';
import { readStructure } from '../structure/read.js';
import type { StructureElement } from '../structure/structure.js';
import { type PdfDictionary, PdfFile, type PdfRef, pdfText } from './container.js';
import { Destinations, type Pages } from './destinations.js';
import { FontBook } from './font-book.js';
import { embedImages, type RenditionProvider } from './images.js';
import { LinkBook } from './links.js';
import { writeOutline } from './outline.js';
import { type PaintedPage, paintPage } from './paint.js';
import { overprintStates, pressPalette, screenPalette } from './palette.js';
import { addPressIntent, type PressCondition, pressBoxes, pressInfo, pressMetadata } from './press.js';
import { addReaderHints, linkAnnotation, readerMetadata } from './share.js';
import { SpotBook } from './spots.js';
import { rulesOf } from './standard.js';
import { writeStructure } from './structure-tree.js';
import { TagBook } from './tags.js';

export type { PictureRendition, RenditionProvider } from './images.js';
export type { PressCondition } from './press.js';
export type { PressStandard } from './standard.js';

export interface PdfOptions {
  readonly rendition: RenditionProvider;
  /** zlib level of the streams, 0 to 9; 6 if not given. */
  readonly level?: number;
}

export interface ShareOptions extends PdfOptions {
  /** Tag what the frames say of the document's structure; false for proofs and tickets, which show pages as pictures. */
  readonly tagged?: boolean;
}

export interface PrintOptions extends PdfOptions {
  readonly press: PressCondition;
  /** Room between bleed box and media box in points; 0 if not given. */
  readonly margin?: number;
}

const LEVEL = 9;

/**
 * Writes the PDF for the press by its standard: device CMYK, gray and spot colours, boxes, output intent, nothing to click.
 * The same edition and renditions give the same bytes.
 * @throws Error if a rendition is RGB or a face has no outlines.
 */
export async function writePrintPdf(edition: Edition, options: PrintOptions): Promise<Uint8Array> {
  const { standard, solidBlack } = options.press;
  const rules = rulesOf(standard);
  const info = pressInfo(edition, standard);
  const file = new PdfFile({ version: rules.pdf, level: options.level ?? LEVEL, info });
  const book = new FontBook(file);
  const images = await embedImages(file, edition, options.rendition, [1, 4]);
  const margin = options.margin ?? 0;
  const palette = pressPalette(new SpotBook(), solidBlack);
  for (const page of edition.pages) {
    const painted = paintPage(page, edition.bleed + margin, book, images, palette);
    writePage(file, file.ref(), painted, pressBoxes(page, edition.bleed, margin));
  }
  book.embed();
  addPressIntent(file, options.press);
  return file.finish(rules.xmp ? id => pressMetadata(edition, id) : undefined);
}

/**
 * Writes the PDF for readers: screen colours, tags (PDF/UA-1, ISO 14289-1), links, outline, page labels; trim size, no other
 * metadata than title and language.
 * The same edition and renditions give the same bytes.
 * @throws Error if a rendition is CMYK, a link leads nowhere, or a face has no outlines.
 */
export async function writeSharePdf(edition: Edition, options: ShareOptions): Promise<Uint8Array> {
  const info = { Title: pdfText(edition.title), Creator: pdfText('issue'), Producer: pdfText('issue') };
  const file = new PdfFile({ version: '1.7', level: options.level ?? LEVEL, info, packed: true });
  const book = new FontBook(file);
  const images = await embedImages(file, edition, options.rendition, [1, 3]);
  const pages = new Map(
    edition.pages.map(page => [page.number, { ref: file.ref(), height: page.height }] as const),
  );
  const document = options.tagged === false ? undefined : readStructure(edition);
  const destinations = new Destinations(pages, document);
  const tagging = document && tagsFor(file, edition, document, pages, destinations);
  for (const [index, page] of edition.pages.entries()) {
    const tags = tagging?.book.page(page.number);
    const painted = paintPage(page, 0, book, images, screenPalette, { tags });
    const annotations =
      tagging?.links.on(page.number) ??
      painted.links.map(({ link, rect }) =>
        linkAnnotation(file, link.target, rect, ({ page, story }) => destinations.to(page, story)),
      );
    writePage(file, pages.get(page.number)!.ref, painted, {
      MediaBox: trimBox(page),
      Annots: annotations.length > 0 ? annotations : undefined,
      ...(tagging === undefined ? {} : { StructParents: index, Tabs: 'S' }),
    });
  }
  book.embed();
  addReaderHints(file, edition);
  if (tagging === undefined) return file.finish();
  Object.assign(file.catalog, tagging.write());
  return file.finish(() => readerMetadata(edition));
}

/** The tags of an edition, whose frames name its structure. */
function tagsFor(
  file: PdfFile,
  edition: Edition,
  document: StructureElement,
  pages: Pages,
  destinations: Destinations,
): { book: TagBook; links: LinkBook; write(): PdfDictionary } {
  const book = new TagBook(document);
  const links = new LinkBook(file, document, pages, destinations, edition.pages.length);
  return {
    book,
    links,
    write: () => ({
      ...writeStructure(file, book, links, pages, edition.lang),
      Outlines: writeOutline(file, document, destinations),
    }),
  };
}

function trimBox(page: Page): number[] {
  return [0, 0, page.width, page.height];
}

/** Writes a page object with its content stream; `entries` are its boxes and what else the output adds. */
function writePage(file: PdfFile, ref: PdfRef, page: PaintedPage, entries: PdfDictionary): void {
  const spaces = [...page.spaces.values()].map(({ name, space }) => [name, space] as const);
  const named = <T extends { name: string; ref: PdfRef }>(things: Iterable<T>): PdfDictionary | undefined => {
    const pairs = [...things].map(thing => [thing.name, thing.ref] as const);
    return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
  };
  Object.assign(ref.data, entries, {
    Contents: file.stream({}, page.content),
    Resources: {
      Font: named(page.fonts.values()),
      XObject: named(page.images.values()),
      ColorSpace: spaces.length > 0 ? Object.fromEntries(spaces) : undefined,
      ExtGState: page.overprints ? overprintStates : undefined,
    },
  });
  file.addPage(ref);
  file.end(ref);
}
