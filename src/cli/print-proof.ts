/** How much ink lies where, in a table: the report of a proof in, lines on a stream out. */

import { fileSize } from '../file-size.js';
import type { ProofReport } from '../proof-files.js';
import { coloursFor, type Stream } from './terminal.js';

export function printProof({ issue, ink, inkLimit, files }: ProofReport, stream: Stream): void {
  const { bold, dim, yellow } = coloursFor(stream);
  if (ink.length > 0) {
    const plates = ink[0]!.plates.map(({ name }) => name);
    const head = ['', ...plates, 'all', 'densest', 'most'];
    const rows = ink.map(page => [
      page.name,
      ...page.plates.map(({ mean }) => percent(mean, 1)),
      percent(page.mean, 1),
      percent(page.densest.share),
      percent(page.peak.share),
    ]);
    const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column]!.length)));
    const line = (row: readonly string[]): string =>
      row
        .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
        .join('  ');
    stream.write(
      `${bold(`Issue ${issue}`)}  ink on each page, limit ${percent(inkLimit)}\n${dim(line(head))}\n`,
    );
    for (const [index, row] of rows.entries()) {
      const isOver = ink[index]!.densest.share > inkLimit;
      stream.write(`${isOver ? yellow(line(row)) : line(row)}\n`);
    }
    stream.write(dim('densest: the mean of 15 by 15 mm with most ink; most: the single place with most\n'));
  }
  for (const { file, bytes } of files) stream.write(`${file}  ${fileSize(bytes)}\n`);
}

function percent(share: number, decimals = 0): string {
  return `${(share * 100).toFixed(decimals)} %`;
}
