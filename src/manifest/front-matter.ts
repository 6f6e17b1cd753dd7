/** Cuts a story file into its head and its text: the file's text in, both with their lines out. */

import { placeFrom, type TextPlace } from '../problem/place.js';
import type { Problems } from '../problem/problem.js';

/** The parts of a story file. */
export interface StoryParts {
  /** The YAML between the two lines `---`. */
  readonly head: string;
  /** The line of the file that the head begins on. */
  readonly headLine: number;
  readonly text: string;
  readonly textStart: TextPlace;
}

const FENCE = /^---[ \t]*$/;
const KEY = /^[a-z]+:(\s|$)/;

/** The parts, or undefined if the file has no head (then `problems` says so). */
export function splitStory(file: string, text: string, problems: Problems): StoryParts | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex(line => line.trim() !== '');
  const at = (line: number): { file: string; line: number; column: number; length: number } => ({
    file,
    line: line + 1,
    column: 1,
    length: Math.max(1, lines[line]?.length ?? 0),
  });
  if (first < 0) {
    problems.error('front-matter', at(0), 'the file is empty', HINT);
    return undefined;
  }
  if (!FENCE.test(lines[first]!)) {
    const hint = KEY.test(lines[first]!)
      ? 'Put a line “---” above this one, and another below the head.'
      : HINT;
    problems.error(
      'front-matter',
      at(first),
      'the story does not begin with a head between two lines “---”',
      hint,
    );
    return undefined;
  }
  const last = lines.findIndex((line, index) => index > first && FENCE.test(line));
  if (last < 0) {
    const hint = 'Put a line “---” between the head and the text.';
    problems.error('front-matter', at(first), 'the head that begins here is not closed', hint);
    return undefined;
  }
  const body = lines.slice(last + 1).join('\n');
  return {
    head: lines.slice(first + 1, last).join('\n'),
    headLine: first + 2,
    text: body,
    textStart: placeFrom({ file, line: last + 2, column: 1, length: 1 }, body),
  };
}

const HINT =
  'Begin the file with a line “---”, then the head (headline: …), then another line “---”, then the text.';
