/** How problems look: their list and the texts of the files in, lines with marks on a stream out. */

import type { Problem, Span } from '../problem/problem.js';
import { type Colours, coloursFor, count, type Stream } from './terminal.js';

/**
 * Problems by file and line, each with its line of text, a mark under the place and a hint; then their count. Where many are of one kind and
 * have one remedy, the worst of them, or the first of those as bad, is shown so and the others are named by file and line.
 */
export function printProblems(
  problems: readonly Problem[],
  texts: ReadonlyMap<string, string>,
  stream: Stream,
): void {
  const colours = coloursFor(stream);
  for (const [first, ...alike] of kindsOf([...problems].sort(byPlace))) {
    printProblem(first!, texts, stream, colours);
    if (alike.length > 0) stream.write(alikeLines(alike, colours));
    stream.write('\n');
  }
  if (problems.length > 0) {
    const errors = problems.filter(problem => problem.severity === 'error').length;
    stream.write(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}\n`);
  }
}

function printProblem(
  { span, severity, message, hint }: Problem,
  texts: ReadonlyMap<string, string>,
  stream: Stream,
  colours: Colours,
): void {
  const { red, yellow, bold } = colours;
  const colour = severity === 'error' ? red : yellow;
  const place = span === undefined ? '' : `${bold(`${span.file}:${span.line}:${span.column}`)} `;
  stream.write(`${place}${colour(severity)} ${message}\n`);
  const line = span === undefined ? undefined : texts.get(span.file)?.split('\n')[span.line - 1];
  if (span !== undefined && line !== undefined && line.trim() !== '')
    stream.write(excerpt(line, span, colours, colour));
  if (hint !== undefined) stream.write(`${' '.repeat(GUTTER)}${hint}\n`);
}

/** So many of a kind are each shown in full. */
const FULL = 3;
/** Files and lines of others that are named at the most. */
const FILES = 6;
const LINES = 12;

/** Problems of one kind and one remedy together, the worst first, in the order of their first place; few of a kind stay apart. */
function kindsOf(problems: readonly Problem[]): Problem[][] {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.severity}/${problem.code}/${problem.hint}`;
    kinds.set(key, [...(kinds.get(key) ?? []), problem]);
  }
  const order = new Map(problems.map((problem, index) => [problem, index]));
  const groups = [...kinds.values()].flatMap(kind => (kind.length > FULL ? [kind] : kind.map(one => [one])));
  const sorted = groups.sort(([a], [b]) => order.get(a!)! - order.get(b!)!);
  return sorted.map(kind => [...kind].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)));
}

/** “and 37 more like it”, then a line for each file. */
function alikeLines(problems: readonly Problem[], { dim }: Colours): string {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const file = problem.span?.file ?? '';
    files.set(file, [...(files.get(file) ?? []), problem]);
  }
  const indent = ' '.repeat(GUTTER);
  const lines = [...files].slice(0, FILES).map(([file, own]) => {
    const numbers = [...new Set(own.flatMap(({ span }) => (span === undefined ? [] : [span.line])))];
    const pages = [...new Set(own.flatMap(({ page }) => (page === undefined ? [] : [page])))];
    const parts = [file, listed('line', numbers), listed('page', pages)];
    return `${indent}  ${dim(parts.filter(part => part !== '').join(', '))}\n`;
  });
  const rest =
    files.size > FILES ? `${indent}  ${dim(`and ${count(files.size - FILES, 'more file')}`)}\n` : '';
  return `${indent}and ${problems.length} more like it:\n${lines.join('')}${rest}`;
}

/** `lines 3, 8, 12`, cut short; empty for none. */
function listed(word: string, numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const shown = [...numbers].sort((a, b) => a - b).slice(0, LINES);
  const more = numbers.length > LINES ? ' …' : '';
  return `${word}${numbers.length === 1 ? '' : 's'} ${shown.join(', ')}${more}`;
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

/** How many characters of a right-to-left line are repeated in place of a mark. */
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
  // Behind right-to-left letters the terminal decides where a word stands: the words are named, and no mark points elsewhere.
  if (RIGHT_TO_LEFT.test(before)) {
    const words = length > 1 ? marked : wordsAt(shown, at);
    return `${text}${' '.repeat(GUTTER)}${colour(`column ${column}: “${words}”`)}\n`;
  }
  return `${text}${' '.repeat(GUTTER + cells(before))}${colour('^'.repeat(Math.max(1, cells(marked))))}\n`;
}

/** The word that a place of a line is in, and some after it. */
function wordsAt(line: string, at: number): string {
  const from = at - /\S*$/.exec(line.slice(0, at))![0].length;
  const rest = line.slice(from);
  return rest.length <= QUOTED ? rest : `${rest.slice(0, QUOTED).trimEnd()}…`;
}

/** Columns of a terminal that a text takes: marks stand on their letters. */
function cells(text: string): number {
  let width = 0;
  for (const character of text) if (!/\p{M}|\p{Cf}/u.test(character)) width += 1;
  return width;
}
