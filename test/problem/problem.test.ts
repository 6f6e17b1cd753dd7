/** Problems as a publication judges them. */

import { expect, it } from 'vitest';
import { Problems } from '../../src/problem/problem.js';

it('are as severe as the publication says, or are not there', () => {
  const problems = new Problems();
  problems.warning('loose-line', undefined, 'before');
  problems.judge(
    new Map([
      ['loose-line', 'error'],
      ['caption', 'off'],
      ['missing-glyph', 'warning'],
    ]),
  );
  expect(problems.hasErrors).toBe(false);
  problems.warning('caption', undefined, 'no caption');
  problems.error('missing-glyph', undefined, 'no glyph');
  problems.warning('torn-word', undefined, 'torn');
  expect(problems.hasErrors).toBe(false);
  problems.warning('loose-line', undefined, 'after');
  expect(problems.list.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'loose-line warning',
    'missing-glyph warning',
    'torn-word warning',
    'loose-line error',
  ]);
});
