/** The structure of a written PDF as pdfium (Chrome, Android) hands it to a screen reader: bytes in, elements page by page out. */

import { PDFiumLibrary } from '@hyzyla/pdfium';

export interface PdfiumElement {
  readonly type: string;
  readonly lang: string;
  readonly alt: string;
  /** Marked-content sequences of the page in it. */
  readonly mcids: readonly number[];
  readonly children: readonly PdfiumElement[];
}

export interface PdfiumPage {
  readonly elements: readonly PdfiumElement[];
  /** The sequence of each object that the page paints; -1 for none. */
  readonly objects: readonly number[];
}

/** What pdfium offers beyond the package's own methods (fpdf_structtree.h, fpdf_edit.h). */
interface Module {
  _malloc(size: number): number;
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: Readonly<Record<string, (...values: number[]) => number>>;
}

export async function readByPdfium(pdf: Uint8Array): Promise<PdfiumPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { module } = library as unknown as { module: Module };
  const pages = [...document.pages()].map(page => readPage(module, page as unknown as { pageIdx: number }));
  document.destroy();
  library.destroy();
  return pages;
}

function readPage(module: Module, { pageIdx }: { pageIdx: number }): PdfiumPage {
  const call = (name: string, ...values: number[]): number => module.wasmExports[`FPDF${name}`]!(...values);
  const buffer = module._malloc(4096);
  const text = (name: string, element: number): string => {
    const bytes = call(`_StructElement_${name}`, element, buffer, 4096);
    return bytes < 2 ? '' : Buffer.from(module.HEAPU8.slice(buffer, buffer + bytes - 2)).toString('utf16le');
  };
  const read = (element: number): PdfiumElement => ({
    type: text('GetType', element),
    lang: text('GetLang', element),
    alt: text('GetAltText', element),
    mcids: numbers(call('_StructElement_CountChildren', element))
      .map(index => call('_StructElement_GetChildMarkedContentID', element, index))
      .filter(mcid => mcid >= 0),
    children: numbers(call('_StructElement_CountChildren', element))
      .map(index => call('_StructElement_GetChildAtIndex', element, index))
      .filter(child => child !== 0)
      .map(read),
  });
  const tree = call('_StructTree_GetForPage', pageIdx);
  const elements = numbers(call('_StructTree_CountChildren', tree)).map(index =>
    read(call('_StructTree_GetChildAtIndex', tree, index)),
  );
  const objects = numbers(call('Page_CountObjects', pageIdx)).map(index =>
    call('PageObj_GetMarkedContentID', call('Page_GetObject', pageIdx, index)),
  );
  call('_StructTree_Close', tree);
  return { elements, objects };
}

function numbers(count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => index);
}

/** Elements and all under them, in reading order. */
export function* allOf(elements: readonly PdfiumElement[]): Iterable<PdfiumElement> {
  for (const element of elements) {
    yield element;
    yield* allOf(element.children);
  }
}
