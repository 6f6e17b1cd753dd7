/** Preflight of the written file: the bytes of a press PDF in; what in it breaks its standard or the press's rules out. Node alone reads it. */

import { checkDocument } from './check-document.js';
import { checkFonts } from './check-fonts.js';
import { checkPage, type ExpectedPage, type ShownCodes } from './check-page.js';
import { type Fault, Faults, type Standard } from './clause.js';
import { PdfDocument } from './pdf-file.js';
import { SyntaxFault } from './pdf-syntax.js';

export { clauseName, type Fault, type Standard } from './clause.js';

/** What the file should be. */
export interface Expected {
  readonly standard: Standard;
  /** Sheets in their order. */
  readonly pages: readonly ExpectedPage[];
  /** Fewest pixels an inch of an image; 0 for any. */
  readonly leastPpi: number;
}

/** All faults, those of the whole file first. A file that cannot be read at all has one. */
export function readBack(bytes: Uint8Array, expected: Expected): readonly Fault[] {
  const { standard, leastPpi } = expected;
  const faults = new Faults();
  try {
    const pdf = new PdfDocument(bytes);
    checkDocument(pdf, standard, faults);
    const { pages } = pdf;
    const wanted = expected.pages.length;
    faults.expect(pages.length === wanted, 'file', `it has ${pages.length} pages, not ${wanted}`);
    const shown: ShownCodes = new Map();
    const check = { pdf, standard, faults, leastPpi, shown };
    for (const [index, page] of pages.entries()) checkPage(page, index + 1, expected.pages[index], check);
    checkFonts(pdf, shown, faults);
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    faults.add('file', `it cannot be read: ${error.message}`);
  }
  return faults.list;
}
