/** How problems, progress and reports look on a terminal. */

import type { Problem } from '../problem/problem.js';
import type { BuildReport } from '../report.js';
import type { Stream } from './main.js';

interface Colours {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

function coloursFor(stream: Stream): Colours {
  const paint = (code: number) => (text: string) => (stream.isTTY === true ? `\u001b[${code}m${text}\u001b[0m` : text);
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

/** Problems by file and line, each with its line of text, a mark under the place and a hint; then their count. */
export function printProblems(problems: readonly Problem[], texts: ReadonlyMap<string, string>, stream: Stream): void {
  const { red, yellow, dim, bold } = coloursFor(stream);
  for (const problem of [...problems].sort(byPlace)) {
    const { span, severity, message, hint } = problem;
    const colour = severity === 'error' ? red : yellow;
    const place = span === undefined ? '' : `${bold(`${span.file}:${span.line}:${span.column}`)} `;
    stream.write(`${place}${colour(severity)} ${message}\n`);
    const line = span === undefined ? undefined : texts.get(span.file)?.split('\n')[span.line - 1];
    if (span !== undefined && line !== undefined && line.trim() !== '') stream.write(excerpt(line, span, dim, colour));
    if (hint !== undefined) stream.write(`    ${hint}\n`);
    stream.write('\n');
  }
  if (problems.length > 0) {
    const errors = problems.filter(problem => problem.severity === 'error').length;
    stream.write(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}\n`);
  }
}

function byPlace(a: Problem, b: Problem): number {
  const file = (problem: Problem): string => problem.span?.file ?? '';
  if (file(a) !== file(b)) return file(a) < file(b) ? -1 : 1;
  return (a.span?.line ?? 0) - (b.span?.line ?? 0) || (a.span?.column ?? 0) - (b.span?.column ?? 0);
}

/** The most of a line that is shown round the trouble. */
const WINDOW = 96;

function excerpt(
  line: string,
  { line: number, column, length }: { line: number; column: number; length: number },
  dim: (text: string) => string,
  colour: (text: string) => string,
): string {
  const start = Math.max(0, Math.min(column - 1 - WINDOW / 3, line.length - WINDOW));
  const shown = line.slice(start, start + WINDOW);
  const prefix = start > 0 ? '…' : '';
  const suffix = start + WINDOW < line.length ? '…' : '';
  const gutter = `${String(number).padStart(5)} | `;
  const text = `${dim(gutter)}${prefix}${shown}${suffix}\n`;
  // Under right-to-left text a mark would stand under another word than the one meant.
  if (/[\u0590-\u08ff]/.test(shown)) return text;
  const indent = ' '.repeat(gutter.length + prefix.length + column - 1 - start);
  return `${text}${indent}${colour('^'.repeat(Math.min(length, Math.max(1, shown.length - (column - 1 - start)))))}\n`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** The report in a dozen lines: what was built, how full the pages are, where the files are. */
export function printReport(report: BuildReport, stream: Stream): void {
  const { bold, dim } = coloursFor(stream);
  const { issue, pageCount, stories, words, pictures, pages, files, seconds } = report;
  stream.write(`${bold(`Issue ${issue}`)}  ${count(pageCount, 'page')}, ${stories.length} stories, ${words} words, ${count(pictures, 'picture')}\n`);
  for (const { page, stories: ids, left } of pages) {
    const blank = left > 0.02 ? `  ${Math.round(left * 100)} % of the page blank` : '';
    stream.write(`${String(page).padStart(4)}  ${ids.join(', ') || 'empty'}${dim(blank)}\n`);
  }
  for (const { file, bytes } of files) stream.write(`${file}  ${size(bytes)}\n`);
  const total = Object.values(seconds).reduce((sum, time) => sum + time, 0);
  const parts = Object.entries(seconds).map(([stage, time]) => `${stage} ${time.toFixed(2)}`);
  stream.write(dim(`${total.toFixed(2)} s (${parts.join(', ')})\n`));
}

function size(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(2)} MB` : `${Math.round(bytes / 1000)} kB`;
}
