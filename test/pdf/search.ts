/** Words looked for as people do who press Ctrl+F: bytes and words in, how often pdfium finds each out. */

import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What pdfium offers beyond the package's own methods (fpdf_text.h). */
interface Module {
  _malloc(size: number): number;
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: Readonly<Record<string, (...values: number[]) => number>>;
}

/** Hits of each word by pdfium's own search, which Chrome's is built on. */
export async function foundByPdfium(pdf: Uint8Array, words: readonly string[]): Promise<number[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { module } = library as unknown as { module: Module };
  const call = (name: string, ...values: number[]): number =>
    module.wasmExports[`FPDFText_${name}`]!(...values);
  const needle = module._malloc(512);
  const hits = words.map(() => 0);
  for (const page of document.pages()) {
    const text = call('LoadPage', (page as unknown as { pageIdx: number }).pageIdx);
    for (const [index, word] of words.entries()) {
      const bytes = Buffer.from(`${word}\0`, 'utf16le');
      module.HEAPU8.set(bytes, needle);
      const search = call('FindStart', text, needle, 0, 0);
      while (call('FindNext', search) !== 0) hits[index]! += 1;
      call('FindClose', search);
    }
    call('ClosePage', text);
  }
  document.destroy();
  library.destroy();
  return hits;
}
