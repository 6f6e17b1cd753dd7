/** What people read PDFs with: bytes in, the text that each of four reader families copies out. */

import { PDFiumLibrary } from '@hyzyla/pdfium';
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { installed, searchable, withFile } from './inspect.js';

/** A reader family. */
export interface Reader {
  readonly name: string;
  /** False where the program is not on this machine. */
  readonly here: boolean;
  /** Share of words that the project promises out of it, out of the hardest mixed lines, of press prose, and of texts nobody looked at. */
  readonly promise: number;
  readonly hardest: number;
  readonly press: number;
  readonly strangers: number;
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
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false })
    .promise;
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

const byPoppler = async (pdf: Uint8Array): Promise<string[]> =>
  paged(withFile(pdf, 'pdftotext', ['-enc', 'UTF-8', 'FILE', 'OUT']));

async function byMuPdf(pdf: Uint8Array): Promise<string[]> {
  const document = mupdf.Document.openDocument(Buffer.from(pdf), 'application/pdf');
  const pages: string[] = [];
  for (let number = 0; number < document.countPages(); number++) {
    const page = document.loadPage(number);
    pages.push(joined(page.toStructuredText('preserve-whitespace').asText()));
    page.destroy();
  }
  document.destroy();
  return pages;
}

function paged(text: Buffer): string[] {
  return text.toString().replace(/\f$/, '').split('\f').map(joined);
}

/** Words that were divided at a line's end are whole again, as every one of these readers finds them; U+2010 is a hyphen of the text. */
function joined(text: string): string {
  const whole = text.replace(/[-\ufffe]\r?\n/g, '\u00ad').replaceAll('\ufffe', '\u00ad');
  return searchable(whole.replace(/\u2010[\u200e\u200f\u202a-\u202e\s]*\n/g, '-'));
}

const promises = {
  pdfium: { promise: 0.995, hardest: 0.99, press: 0.985, strangers: 0.99 },
  'pdf.js': { promise: 0.99, hardest: 0.985, press: 0.985, strangers: 0.985 },
  poppler: { promise: 0.995, hardest: 0.985, press: 0.985, strangers: 0.98 },
  MuPDF: { promise: 0.995, hardest: 0.99, press: 0.985, strangers: 0.985 },
};

export const readers: readonly Reader[] = [
  { name: 'pdfium', here: true, ...promises.pdfium, pages: byPdfium },
  { name: 'pdf.js', here: true, ...promises['pdf.js'], pages: byPdfJs },
  { name: 'poppler', here: installed('pdftotext'), ...promises.poppler, pages: byPoppler },
  { name: 'MuPDF', here: true, ...promises.MuPDF, pages: byMuPdf },
];
