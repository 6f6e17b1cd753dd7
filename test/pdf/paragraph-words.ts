/** Paragraphs and what a reader makes of a whole document in, how many words of each come back exactly and in order out. */

import { inOrder } from './travel.js';

/** Words between one place and the other of what was read. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** Words beside its place in which a paragraph may go on, past what stands between two columns. */
const SLACK = 40;
/** Paragraphs with fewer words are looked for wherever they may stand. */
const SHORT = 8;

/** Finds where paragraphs stand among words, by the words they share. */
export class WordIndex {
  private readonly places = new Map<string, number[]>();

  constructor(private readonly words: readonly string[]) {
    for (const [at, word] of words.entries()) {
      const places = this.places.get(word);
      if (places === undefined) this.places.set(word, [at]);
      else places.push(at);
    }
  }

  /** How many words of a paragraph stand in order near each other. */
  found(paragraph: readonly string[]): number {
    const near = this.windowsOf(paragraph).flatMap(({ from, to }) => this.words.slice(from, to));
    return inOrder(paragraph, near.join(' '));
  }

  /** Where most of its words stand at the distances that the paragraph has them at; rare words count for more. */
  private windowsOf(paragraph: readonly string[]): Window[] {
    const step = SLACK / 2;
    const votes = new Map<number, Map<number, number>>();
    for (const [at, word] of paragraph.entries()) {
      const places = this.places.get(word) ?? [];
      for (const place of places) {
        const begin = Math.floor((place - at) / step);
        votes.set(begin, (votes.get(begin) ?? new Map()).set(at, 1 / places.length));
      }
    }
    const weights = [...votes].map(([begin, words]) => [begin, sum([...words.values()])] as const);
    const best = Math.max(0, ...weights.map(([, weight]) => weight));
    const begins = weights.filter(([, weight]) => weight >= best / 10).sort(([, a], [, b]) => b - a);
    const windows = begins.slice(0, paragraph.length < SHORT ? begins.length : 4).map(([begin]) => ({
      from: Math.max(0, begin * step - SLACK),
      to: begin * step + paragraph.length + 2 * SLACK,
    }));
    return merged(windows);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

function merged(windows: readonly Window[]): Window[] {
  const out: Window[] = [];
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && window.from <= last.to)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, window.to) };
    else out.push(window);
  }
  return out;
}
