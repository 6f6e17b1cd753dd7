/** The short cuts for plain text give what the full rules give. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Problems } from '../../src/problem/problem.js';
import { opportunities, opportunitiesByRule } from '../../src/text/breaks.js';
import { itemise, itemiseFully } from '../../src/text/itemise.js';
import { fonts, shapeText } from './support.js';

const LETTERS = 'aZéğя\u0628\u0644\u064e59\u0664 .,;:!?\u060c\u061b\u061f\u2018\u2019\u201c\u201d«»()-'.split(
  '',
);
const text = fc.array(fc.constantFrom(...LETTERS, ' ', 'word', '\u0643\u062a\u0628'), {
  minLength: 1,
  maxLength: 14,
});

it('line breaks of usual text are those of UAX #14', () => {
  fc.assert(
    fc.property(text, parts => {
      const joined = parts.join('');
      expect(opportunities(joined)).toEqual(opportunitiesByRule(joined));
    }),
    { numRuns: 20_000, seed: 14 },
  );
});

it('items of Latin text are those found letter by letter', () => {
  const latin = fc.array(
    fc.constantFrom(
      'word',
      ' ',
      'é',
      '“',
      '”',
      '—',
      '5',
      '(',
      ')',
      'x\u00adx',
      '\u00a0',
      '{b:bold}',
      '{fr:mot}',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(latin, parts => {
      const { paragraph } = shapeText(parts.join(''));
      const whole = itemiseFully(paragraph, fonts, new Problems());
      expect(itemise(paragraph, fonts, new Problems())).toEqual(whole);
    }),
    { numRuns: 300, seed: 14 },
  );
});
