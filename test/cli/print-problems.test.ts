/** Problems as they are printed. */

import { expect, it } from 'vitest';
import { printProblems } from '../../src/cli/print-problems.js';
import type { Problem } from '../../src/problem/problem.js';

/** A loose line of a file, as loose as its weight says. */
function loose(line: number, weight: number): Problem {
  const span = { file: 'a.md', line, column: 1, length: 1 };
  const message = `spaces ${weight} times too wide`;
  return { code: 'loose-line', severity: 'warning', span, message, hint: 'Change a word.', weight };
}

function printed(problems: readonly Problem[]): string {
  let text = '';
  printProblems(problems, new Map(), { isTTY: false, write: part => (text += part) });
  return text;
}

it('of many of one kind the worst is shown', () => {
  expect(printed([loose(2, 3.1), loose(5, 3.4), loose(9, 18.5), loose(12, 3.3)])).toMatchInlineSnapshot(`
    "a.md:9:1 warning spaces 18.5 times too wide
            Change a word.
            and 3 more like it:
              a.md, lines 2, 5, 12

    0 errors, 4 warnings
    "
  `);
});

it('few are shown in the order of their places', () => {
  expect(printed([loose(9, 18.5), loose(2, 3.1)]).match(/a\.md:\d+/g)).toEqual(['a.md:2', 'a.md:9']);
});
