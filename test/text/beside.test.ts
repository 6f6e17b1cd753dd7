/** Lines beside something: a paragraph whose first lines are shorter than the others. */

import { describe, expect, it } from 'vitest';
import { breakParagraph, type Measure } from '../../src/text/lines.js';
import { setLine } from '../../src/text/set-line.js';
import { edges, setting, shapeText } from './support.js';

const TEXT =
  'Beside an initial of three lines the words stand in a shorter measure and under it they take the whole width of the column again as if nothing had been there';
const initial = { start: 40, end: 0 };
const picture = { start: 0, end: 60 };

function set(measure: Measure, direction: 'ltr' | 'rtl' = 'ltr', indent = 0) {
  const shaped = shapeText(TEXT, { direction, lang: 'en', hyphenate: true });
  const how = setting('justify', indent);
  return breakParagraph(shaped, measure, how).map(line => ({
    ...edges(setLine(shaped, line, measure.width, how), measure.width),
    isLast: line.isLast,
  }));
}

describe('lines beside an initial', () => {
  it('begin behind it, and the others at the start of the column', () => {
    const lines = set({ width: 170, beside: [initial, initial, initial] });
    expect(lines.slice(0, 4).map(({ left }) => Math.round(left))).toEqual([40, 40, 40, 0]);
    for (const { right, isLast } of lines) if (!isLast) expect(Math.abs(right)).toBeLessThan(0.01);
  });

  it('stand left of it in right-to-left paragraphs', () => {
    const lines = set({ width: 170, beside: [initial, initial] }, 'rtl');
    expect(lines.slice(0, 3).map(({ right }) => Math.round(right))).toEqual([40, 40, 0]);
  });

  it('count the paragraph’s indent in', () => {
    const [first, second] = set({ width: 170, beside: [initial, initial] }, 'ltr', 10);
    expect([first!.left, second!.left].map(Math.round)).toEqual([50, 40]);
  });
});

it('lines beside a picture end before it', () => {
  const lines = set({ width: 180, beside: [picture, picture] });
  expect(lines.slice(0, 3).map(({ right }) => Math.round(right))).toEqual([60, 60, 0]);
});

it('a measure that nothing stands beside gives the lines of its width alone', () => {
  const shaped = shapeText(TEXT, { hyphenate: true });
  expect(breakParagraph(shaped, { width: 120, beside: [] }, setting('justify'))).toEqual(
    breakParagraph(shaped, 120, setting('justify')),
  );
});
