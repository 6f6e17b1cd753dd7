/** How problems look: their list and the texts of the files in, lines with marks on a stream out. */

import type { Problem, Span } from '../problem/problem.js';
import { type Colours, coloursFor, count, type Stream } from './terminal.js';

/** Problems by file and line, each with its line of text, a mark under the place and a hint; then their count. */
export function printProblems(
  problems: readonly Problem[],
  texts: ReadonlyMap<string, string>,
  stream: Stream,
): void {
  const colours = coloursFor(stream);
  const { red, yellow, bold } = colours;
  for (const { span, severity, message, hint } of [...problems].sort(byPlace)) {
    const colour = severity === 'error' ? red : yellow;
    const place = span === undefined ? '' : `${bold(`${span.file}:${span.line}:${span.column}`)} `;
    stream.write(`${place}${colour(severity)} ${message}\n`);
    const line = span === undefined ? undefined : texts.get(span.file)?.split('\n')[span.line - 1];
    if (span !== undefined && line !== undefined && line.trim() !== '')
      stream.write(excerpt(line, span, colours, colour));
    if (hint !== undefined) stream.write(`${' '.repeat(GUTTER)}${hint}\n`);
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

/** Width of the line number and the bar after it. */
const GUTTER = 8;

/** How many characters the mark of a right-to-left line repeats. */
const QUOTED = 24;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function excerpt(
  line: string,
  { line: number, column, length }: Span,
  { dim }: Colours,
  colour: (text: string) => string,
): string {
  const start = Math.max(0, Math.min(Math.floor(column - 1 - WINDOW / 3), line.length - WINDOW));
  const shown = line.slice(start, start + WINDOW).replaceAll('\t', ' ');
  const prefix = start > 0 ? '…' : '';
  const suffix = start + WINDOW < line.length ? '…' : '';
  const text = `${dim(`${String(number).padStart(GUTTER - 3)} | `)}${prefix}${shown}${suffix}\n`;
  const at = column - 1 - start;
  const before = prefix + shown.slice(0, at);
  const marked = shown.slice(at, at + length);
  // Behind right-to-left letters the terminal decides where a word stands, so the mark names it.
  if (RIGHT_TO_LEFT.test(before)) {
    const rest = shown.slice(at);
    const words = length > 1 ? marked : rest.slice(0, QUOTED).trimEnd();
    const more = length > 1 || rest.length <= QUOTED ? '' : '…';
    return `${text}${' '.repeat(GUTTER)}${colour('^')} at “${words}${more}”\n`;
  }
  return `${text}${' '.repeat(GUTTER + cells(before))}${colour('^'.repeat(Math.max(1, cells(marked))))}\n`;
}

/** Columns of a terminal that a text takes: marks stand on their letters. */
function cells(text: string): number {
  let width = 0;
  for (const character of text) if (!/\p{M}|\p{Cf}/u.test(character)) width += 1;
  return width;
}
