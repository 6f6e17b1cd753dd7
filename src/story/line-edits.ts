/** A paragraph's runs as one line of text, so that marks see their neighbours in other runs; edits of it back into runs. */

import { directionOf, type RichText, type TextRun } from './story.js';

/** The characters of all runs, a page number as one object character. */
export interface Line {
  readonly text: string;
  /** Language of the run at an offset. */
  langAt(offset: number): string;
  /** True if the run at an offset reads from right to left. */
  isRtlAt(offset: number): boolean;
  /** True for what prints as it was typed: addresses and what stands between backticks. */
  isKept(offset: number): boolean;
}

/** Characters from `start` to `end` of a line become `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const PAGE_NUMBER = '\ufffc';

/** Web and mail addresses; a quotation mark ends them. */
const ADDRESS =
  /(?:\w+:\/\/|www\.)[^\s"«»“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z\d-]+\.)+[a-z]{2,}\b(?:\/[^\s"«»“”]*)?/gi;

/** The line of a paragraph in `lang`. */
export function lineOf(runs: RichText, lang: string): Line {
  const starts: number[] = [];
  const kept: { start: number; end: number }[] = [];
  let text = '';
  for (const run of runs) {
    starts.push(text.length);
    const words = charactersOf(run);
    if (run.verbatim === true) kept.push({ start: text.length, end: text.length + words.length });
    text += words;
  }
  for (const { 0: address, index } of text.matchAll(ADDRESS))
    kept.push({ start: index, end: index + address.length });
  const runAt = (offset: number): TextRun => runs[starts.findLastIndex(start => start <= offset)]!;
  const langAt = (offset: number): string => runAt(offset).lang ?? lang;
  return {
    text,
    langAt,
    isRtlAt: offset => (runAt(offset).spans.at(-1)?.direction ?? directionOf(langAt(offset))) === 'rtl',
    isKept: offset => kept.some(({ start, end }) => start <= offset && offset < end),
  };
}

function charactersOf(run: TextRun): string {
  return run.pageOf === undefined ? run.text : PAGE_NUMBER;
}

/** The runs after edits in the order of the line. An edit over a run's end is left out. */
export function applyEdits(runs: RichText, edits: readonly Edit[]): RichText {
  let end = 0;
  return runs.flatMap(run => {
    const start = end;
    end += charactersOf(run).length;
    const mine = edits.filter(edit => edit.start >= start && edit.end <= end);
    return mine.length === 0 ? [run] : editRun(run, start, mine);
  });
}

/** A run is cut where its text changes its length, so that within each part the places in the file count on. */
function editRun(run: TextRun, start: number, edits: readonly Edit[]): TextRun[] {
  const parts: TextRun[] = [];
  const add = (text: string, from: number): void => {
    const span = { ...run.span, column: run.span.column + from, length: text.length };
    if (text !== '') parts.push({ ...run, text, span });
  };
  let text = '';
  let begun = 0;
  let done = 0;
  for (const edit of edits) {
    const from = edit.start - start;
    text += run.text.slice(done, from);
    done = edit.end - start;
    if (edit.text.length === done - from) {
      text += edit.text;
      continue;
    }
    add(text, begun);
    add(edit.text, from);
    text = '';
    begun = done;
  }
  add(text + run.text.slice(done), begun);
  return parts;
}
