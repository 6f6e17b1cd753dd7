/** Tiny named cases: a paragraph and a measure in, lines as they print from left to right out; notation in cases/*.txt. */

import { describe, expect, it } from 'vitest';
import { readCases, runCase } from './support-cases.js';

const FILES = ['bidi', 'breaks', 'setting', 'languages', 'mixed'];

for (const file of FILES) {
  describe(file, () => {
    for (const item of readCases(new URL(`cases/${file}.txt`, import.meta.url))) {
      it(item.name, () => expect(runCase(item)).toEqual(item.lines));
    }
  });
}

it('has at least 150 cases, each with a name of its own', () => {
  const names = FILES.flatMap(file =>
    readCases(new URL(`cases/${file}.txt`, import.meta.url)).map(item => item.name),
  );
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});
