/** How progress and reports look: plain values in, lines on a stream out; colours only on a terminal. */

import { fileSize } from '../file-size.js';
import type { BuildReport, TextReport } from '../report.js';
import type { SpecimenResult } from '../specimen.js';

/** What the program writes to. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Ways to set a word off on a terminal; without one they change nothing. */
export interface Colours {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** The colours of a stream. */
export function coloursFor(stream: Stream): Colours {
  const paint = (code: number) => (text: string) =>
    stream.isTTY === true ? `\u001b[${code}m${text}\u001b[0m` : text;
  return { red: paint(31), yellow: paint(33), dim: paint(2), bold: paint(1) };
}

/** One line on a terminal that is written over as the work goes on; nothing at all in a pipe. */
export function progressLine(stream: Stream): {
  show: (stage: string, done?: number, total?: number) => void;
  clear: () => void;
} {
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  return {
    show: (stage, done, total) => {
      stream.write(`\r\u001b[K${stage}${total === undefined ? ' …' : ` ${done}/${total}`}`);
    },
    clear: () => stream.write('\r\u001b[K'),
  };
}

/** `1 page`, `2 pages`; `many` where it is not the word with an s. */
export function count(number: number, word: string, many = `${word}s`): string {
  return `${number} ${number === 1 ? word : many}`;
}

/** The report in a dozen lines: what was built, how full the pages are, where the files are. */
export function printReport(report: BuildReport, stream: Stream): void {
  const { bold, dim, yellow } = coloursFor(stream);
  const { issue, pageCount, stories, words, pictures, pages, fit, text, files, others, seconds } = report;
  stream.write(
    `${bold(`Issue ${issue}`)}  ${count(pageCount, 'page')}, ${stories.length} stories, ${words} words, ${count(pictures, 'picture')}\n`,
  );
  for (const { page, stories: ids, fill, full: isFull } of pages) {
    const full = `${Math.round(fill * 100)} %`.padStart(5);
    stream.write(
      `${String(page).padStart(4)}  ${isFull ? dim(full) : yellow(full)}  ${ids.join(', ') || 'empty'}\n`,
    );
  }
  if (fit.short > 0) stream.write(`${fitLine(fit, pageCount)}\n`);
  const unmet = stories.reduce((sum, story) => sum + story.unmet.length, 0);
  if (unmet > 0)
    stream.write(
      `${count(unmet, 'wish', 'wishes')} not met; ${bold(`issue plan ${issue}`)} says which and why\n`,
    );
  if (report.ink.length > 0) stream.write(`${inkLine(report)}\n`);
  printText(text, stream);
  if (report.phone !== undefined) stream.write(`${phoneLine(report.phone)}\n`);
  for (const { file, bytes, note } of files)
    stream.write(`${file}  ${fileSize(bytes)}${note === undefined ? '' : ` (${note})`}\n`);
  if (others.length > 0) stream.write(dim(`not made by this build: ${others.join(', ')}\n`));
  const total = Object.values(seconds).reduce((sum, time) => sum + time, 0);
  const parts = Object.entries(seconds).map(([stage, time]) => `${stage} ${time.toFixed(2)}`);
  stream.write(dim(`${total.toFixed(2)} s (${parts.join(', ')})\n`));
}

/** “Ink up to 205 % on 15 × 15 mm (page 1) and 217 % in one place (page 10); the press takes 240 %.” */
function inkLine({ ink, inkLimit }: BuildReport): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const most = (kind: 'densest' | 'peak') => ink.reduce((a, b) => (b[kind].share > a[kind].share ? b : a));
  const [mean, peak] = [most('densest'), most('peak')];
  const side = Math.round((mean.window * 25.4) / 72);
  const onSquare = `${percent(mean.densest.share)} on ${side} × ${side} mm (${mean.name})`;
  return `Ink up to ${onSquare} and ${percent(peak.peak.share)} in one place (${peak.name}); the press takes ${percent(inkLimit)}.`;
}

/** “On phones: 96 pages of 360 × 640 pt.” */
function phoneLine({ pageCount, width, height }: NonNullable<BuildReport['phone']>): string {
  return `On phones: ${count(pageCount, 'page')} of ${width} × ${height} pt.`;
}

/** “About 240 lines short of 16 pages; 12 pages would need about 310 lines cut.” */
function fitLine({ short, fewer }: BuildReport['fit'], pageCount: number): string {
  const less =
    fewer === undefined ? '' : `; ${count(fewer.pages, 'page')} would need about ${fewer.cut} lines cut`;
  return `About ${count(short, 'line')} short of ${count(pageCount, 'page')}${less}.`;
}

/** The figures of a specimen's columns, and where it is. */
export function printSpecimen({ text, files }: SpecimenResult, stream: Stream): void {
  printText(text, stream);
  for (const { file, bytes } of files) stream.write(`${file}  ${fileSize(bytes)}\n`);
}

/** A table of the justified styles: how even their lines are. */
function printText(reports: readonly TextReport[], stream: Stream): void {
  const rows = reports
    .filter(({ justified }) => justified > 0)
    .map(report => {
      const share = (count: number): string => `${((count / report.justified) * 100).toFixed(1)} %`;
      return [
        `${report.style} ${report.lang}`,
        String(report.justified),
        share(report.over2),
        share(report.over3),
        String(report.hyphensInARow),
        String(report.kashidas),
        String(report.oneWord),
      ];
    });
  if (rows.length === 0) return;
  const table = [
    ['justified', 'lines', 'spaces over 2x', 'over 3x', 'hyphens in a row', 'kashidas', 'one-word ends'],
    ...rows,
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map(row => row[column]!.length)));
  const { dim } = coloursFor(stream);
  for (const row of table) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
    );
    stream.write(dim(`${cells.join('  ')}\n`));
  }
}
