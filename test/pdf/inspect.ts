/** Written PDFs looked into: bytes in, streams, page text and renderings by other programs out. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Everything outside the streams, one character a byte, and what object streams hold. */
export function syntax(pdf: Uint8Array): string {
  const packed: string[] = [];
  const plain = Buffer.from(pdf)
    .toString('latin1')
    .replace(
      /<<((?:(?!>>\nstream\n)[\s\S])*)>>\nstream\n([\s\S]*?)\nendstream/g,
      (_, dictionary: string, data: string) => {
        if (dictionary.includes('/ObjStm'))
          packed.push(inflateSync(Buffer.from(data, 'latin1')).toString('latin1'));
        return `<<${dictionary}>>\nstream`;
      },
    );
  return plain + packed.join('\n');
}

/** All deflated streams that hold text, decoded. */
export function texts(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf);
  const found: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at)) {
    const end = file.indexOf('\nendstream', at);
    const head = file.toString('latin1', file.lastIndexOf('<<', at), at);
    const bytes = file.subarray(at + 7, end);
    if (head.includes('/FlateDecode')) found.push(inflateSync(bytes).toString('latin1'));
    at = end + 10;
  }
  return found;
}

/** The first page's content stream; pages are written before fonts and profiles. */
export function content(pdf: Uint8Array): string {
  return texts(pdf)[0]!;
}

export function installed(program: string): boolean {
  return spawnSync(program, ['-v']).error === undefined;
}

/** Arguments with `FILE` and `OUT` replaced at once: the folder’s random name may hold those letters itself. */
export function withNames(args: readonly string[], file: string, out: string): string[] {
  return args.map(arg => arg.replace(/FILE|OUT/g, name => (name === 'FILE' ? file : out)));
}

/** Runs a program on a PDF; `FILE` and `OUT` in the arguments stand for it and for a file to write, which is returned. */
export function withFile(pdf: Uint8Array, program: string, args: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'issue-pdf-'));
  try {
    const [file, out] = [join(folder, 'in.pdf'), join(folder, 'out')];
    writeFileSync(file, pdf);
    const printed = execFileSync(program, withNames(args, file, out), {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 26,
    });
    return args.includes('OUT') ? readFileSync(out) : printed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text without direction marks, composed, spaces collapsed: what a search compares. */
export function searchable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export async function readByPdfium(pdf: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map(page => page.getText());
  document.destroy();
  library.destroy();
  return searchable(pages.join(' '));
}

export function readByPoppler(pdf: Uint8Array): string {
  return searchable(withFile(pdf, 'pdftotext', ['-enc', 'UTF-8', 'FILE', 'OUT']).toString());
}

/** Share of the words of `wanted` found in `got`, each found once. */
export function wordShare(got: string, wanted: string): number {
  const found = new Map<string, number>();
  for (const word of got.split(' ')) found.set(word, (found.get(word) ?? 0) + 1);
  const words = searchable(wanted).split(' ');
  const hits = words.filter(word => {
    const left = found.get(word) ?? 0;
    if (left > 0) found.set(word, left - 1);
    return left > 0;
  });
  return hits.length / words.length;
}
