/** What people read PDFs with: bytes in, the text that each of four reader families copies out. */

import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { installed, searchable, withFile } from './inspect.js';

/** A reader family. */
export interface Reader {
  readonly name: string;
  /** False where the program is not on this machine. */
  readonly here: boolean;
  /** Share of words that the project promises out of it. */
  readonly promise: number;
  /** Text of each page, white space collapsed, marks of direction left out. */
  pages(pdf: Uint8Array): Promise<string[]>;
}

async function byPdfium(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map(page => joined(page.getText()));
  document.destroy();
  library.destroy();
  return pages;
}

/** As the text layer of Firefox puts the pieces together: a line ends where one says so, nothing is added between two. */
async function byPdfJs(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    pages.push(joined(text.join('')));
  }
  await document.destroy();
  return pages;
}

const byPoppler = (...mode: string[]) => {
  return async (pdf: Uint8Array): Promise<string[]> =>
    paged(withFile(pdf, 'pdftotext', [...mode, '-enc', 'UTF-8', 'FILE', 'OUT']));
};

const byMuPdf = async (pdf: Uint8Array): Promise<string[]> =>
  paged(withFile(pdf, 'mutool', ['draw', '-q', '-F', 'txt', 'FILE']));

function paged(text: Buffer): string[] {
  return text.toString().replace(/\f$/, '').split('\f').map(joined);
}

/** Words that were divided at a line's end are whole again, as every one of these readers finds them. */
function joined(text: string): string {
  return searchable(text.replace(/[-\u2010\ufffe]\r?\n/g, '\u00ad').replace(/\ufffe|\u0002/g, '\u00ad'));
}

export const readers: readonly Reader[] = [
  { name: 'pdfium', here: true, promise: 0.995, pages: byPdfium },
  { name: 'pdf.js', here: true, promise: 0.99, pages: byPdfJs },
  { name: 'poppler', here: installed('pdftotext'), promise: 0.995, pages: byPoppler() },
  { name: 'poppler -raw', here: installed('pdftotext'), promise: 0.995, pages: byPoppler('-raw') },
  { name: 'MuPDF', here: installed('mutool'), promise: 0.995, pages: byMuPdf },
];
