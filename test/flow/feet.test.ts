/** Even feet: pieces and slots in, lines that stay free under each column out. */

import { describe, expect, it } from 'vitest';
import { evenFeet } from '../../src/flow/feet.js';
import { LINE, paragraph, piece, slots } from '../support/pieces.js';

const freeLines = (lines: number, ...columns: number[]): number[] =>
  evenFeet(paragraph('a', lines), slots(...columns), LINE).free.map(points => Math.round(points / LINE));

describe('room at the end of a module', () => {
  it('is shared out between its columns', () => {
    expect(freeLines(20, 8, 8, 8)).toEqual([1, 1, 2]);
  });

  it('is shared out between the others where a deck leaves a column two lines', () => {
    expect(freeLines(33, 2, 12, 12, 12)).toEqual([0, 1, 2, 2]);
  });

  it('is shared out between the others where a deck in its text leaves a column two lines', () => {
    const text = [piece('deck', { height: 10 * LINE, mayEndColumn: false }), ...paragraph('a', 33)];
    const { free } = evenFeet(text, slots(12, 12, 12, 12), LINE);
    expect(free.map(points => Math.round(points / LINE))).toEqual([0, 1, 2, 2]);
  });
});
