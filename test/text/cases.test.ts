/** Tiny named cases: a paragraph and a measure in, lines as they print from left to right out; notation in cases/*.txt. */

import { describe, expect, it } from 'vitest';
import { readCases, runCase } from './support-cases.js';

for (const file of ['bidi', 'breaks', 'setting']) {
  describe(file, () => {
    for (const item of readCases(new URL(`cases/${file}.txt`, import.meta.url))) {
      it(item.name, () => expect(runCase(item)).toEqual(item.lines));
    }
  });
}

it('has at least sixty cases, each with a name of its own', () => {
  const names = ['bidi', 'breaks', 'setting'].flatMap(file =>
    readCases(new URL(`cases/${file}.txt`, import.meta.url)).map(item => item.name),
  );
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
});
