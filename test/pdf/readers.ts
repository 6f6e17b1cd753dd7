/** What people read PDFs with: bytes in, the text that each of four reader families copies out. */

import { spawnSync } from 'node:child_process';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { installed, searchable, withFile } from './inspect.js';

/** A reader family. */
export interface Reader {
  readonly name: string;
  /** False where the program is not on this machine. */
  readonly here: boolean;
  /** Share of words that the project promises out of it, and out of the hardest mixed lines. */
  readonly promise: number;
  readonly hardest: number;
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

const byMuPdf = async (pdf: Uint8Array): Promise<string[]> =>
  paged(withFile(pdf, 'mutool', ['draw', '-q', '-F', 'txt', 'FILE']));

function paged(text: Buffer): string[] {
  return text.toString().replace(/\f$/, '').split('\f').map(joined);
}

/** Words that were divided at a line's end are whole again, as every one of these readers finds them. */
function joined(text: string): string {
  return searchable(text.replace(/[-\u2010\ufffe]\r?\n/g, '\u00ad').replaceAll('\ufffe', '\u00ad'));
}

/** Before 1.24 MuPDF handed text out as it is painted and reversed all Arabic. */
function hasMuPdf(): boolean {
  const [major, minor] =
    /(\d+)\.(\d+)/.exec(spawnSync('mutool', ['-v']).stderr?.toString() ?? '')?.slice(1) ?? [];
  return Number(major) > 1 || Number(minor) >= 24;
}

export const readers: readonly Reader[] = [
  { name: 'pdfium', here: true, promise: 0.995, hardest: 0.85, pages: byPdfium },
  { name: 'pdf.js', here: true, promise: 0.99, hardest: 0.98, pages: byPdfJs },
  { name: 'poppler', here: installed('pdftotext'), promise: 0.99, hardest: 0.75, pages: byPoppler },
  { name: 'MuPDF', here: hasMuPdf(), promise: 0.995, hardest: 0.99, pages: byMuPdf },
];
