/** Loose lines and torn words are told with the place of their text. */

import { expect, it } from 'vitest';
import { reportLines } from '../src/line-problems.js';
import { Problems } from '../src/problem/problem.js';
import { edition, page } from './pdf/helper.js';
import { rich, setter } from './support/setting.js';

/** Problems of an English text set in the body style on a measure. */
function problemsOf(text: string, width: number): string[] {
  const set = setter.set(rich(text), 'body', 'en', width);
  const problems = new Problems();
  reportLines(edition([page(setter.draw(set, 0, 0))]), problems);
  return problems.list.map(
    ({ code, span, page: number }) => `${code} page ${number} ${span?.file}:${span?.line}:${span?.column}`,
  );
}

it('says nothing of lines that came out well', () => {
  expect(problemsOf('some words that fill their lines well enough to be read with ease', 150)).toEqual([]);
});

it('names a line that had to be set with holes', () => {
  expect(problemsOf('this was 000000000000000000000000 then', 122)).toEqual([
    'loose-line page 1 test.md:1:1',
  ]);
});

it('names a line that is left short, and says how bad each line is', () => {
  const set = setter.set(rich('this was 000000000000000000000000 then'), 'body', 'en', 126);
  const problems = new Problems();
  reportLines(edition([page(setter.draw(set, 0, 0))]), problems);
  const [short, ...others] = problems.list;
  expect(short!.message).toMatch(/^this line is \d+ pt short of its column: /);
  expect(short!.weight).toBeGreaterThan(3);
  expect(others).toEqual([]);
});

it('names a line whose word is wider than its column', () => {
  expect(problemsOf('so WWWWWWWWWWWWWWWWWWWW it is', 60)).toEqual([
    'torn-word page 1 test.md:1:1',
    'torn-word page 1 test.md:1:9',
    'torn-word page 1 test.md:1:15',
  ]);
});

it('advises no soft hyphens for Arabic lines', () => {
  const hints = (text: string, lang: string): (string | undefined)[] => {
    const problems = new Problems();
    reportLines(edition([page(setter.draw(setter.set(rich(text), 'body', lang, 122), 0, 0))]), problems);
    return problems.list.map(({ hint }) => hint);
  };
  expect(hints('this was 000000000000000000000000 then', 'en').join()).toContain('soft hyphen');
  const arabic = hints('كان ذلك 000000000000000000000000 ثم', 'ar');
  expect(arabic.length).toBeGreaterThan(0);
  expect(arabic.join()).not.toContain('soft hyphen');
});
