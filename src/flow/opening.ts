/** How a story begins: its wish and the layout's rule in; an initial, words in bold or neither for its first paragraph out. */

import type { OpeningFields } from '../manifest/schema-layout.js';
import { type RichText, type Story, storyWords } from '../story/story.js';
import type { InitialSetting } from './initial.js';

/** What the first paragraph begins with; its initial gives way to the words where there is no room for it. */
export interface Opening {
  readonly initial: InitialSetting | undefined;
  /** Words in bold. */
  readonly words: number;
}

const LINES = 3;
const WORDS = 3;
/** An initial that nobody asked for must not tear the lines beside it apart. */
const MOST_SPACE = 2.5;

/**
 * The opening of a story; undefined for none. Its own wish stands over the layout, which may keep openings for long
 * stories. A dateline is an opening of its own.
 */
export function openingOf(story: Story, fields: OpeningFields): Opening | undefined {
  const { opening: wish } = story;
  const { lines, words, from = 0, reach = 'capital' } = fields;
  const usual = (lines !== undefined || words !== undefined) && storyWords(story) >= from;
  if (wish === 'none' || story.dateline !== undefined) return undefined;
  if (wish === undefined && !usual) return undefined;
  const dropped = wish === 'initial' || (wish === undefined && lines !== undefined);
  const mostSpace = wish === undefined ? MOST_SPACE : Number.POSITIVE_INFINITY;
  const initial = dropped ? { lines: lines ?? LINES, reach, mostSpace } : undefined;
  return { initial, words: words ?? WORDS };
}

/** The text with its first words in bold; as it is where that would be most of it. */
export function withFirstWords(text: RichText, words: number): RichText {
  const count = text.reduce((sum, run) => sum + (run.text.match(/\S+/gu)?.length ?? 0), 0);
  if (count < words * 2) return text;
  let left = words;
  return text.flatMap(run => {
    if (left === 0 || run.pageOf !== undefined) return [run];
    const ends = [...run.text.matchAll(/\S+/gu)].map(({ 0: word, index }) => index + word.length);
    const end = ends[left - 1];
    left = Math.max(0, left - ends.length);
    if (end === undefined || end === run.text.length) return [{ ...run, bold: true }];
    const span = { ...run.span, column: run.span.column + end };
    return [
      { ...run, text: run.text.slice(0, end), bold: true },
      { ...run, text: run.text.slice(end), span },
    ];
  });
}
