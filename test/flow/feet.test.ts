/** Even feet: pieces and slots in, lines that stay free under each column out. */

import { describe, expect, it } from 'vitest';
import { evenFeet } from '../../src/flow/feet.js';
import type { Piece } from '../../src/flow/piece.js';
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

describe('a line of space', () => {
  const free = (pieces: readonly Piece[], ...columns: number[]): number[] =>
    evenFeet(pieces, slots(...columns), LINE).free.map(points => Math.round(points / LINE));
  /** Five lines of head or deck, then paragraphs of 10, 13, 14, 7, 14 lines and one of a line. */
  const text = (rules: Partial<Piece>, story?: string): Piece[] => [
    piece('head', { height: 5 * LINE, mayEndColumn: false, ...rules }),
    ...[10, 13, 14, 7, 14, 1].flatMap((lines, at) =>
      paragraph(`p${at}-`, lines, { block: at, ...(story === undefined ? {} : { story }) }),
    ),
  ];

  it('under a deck lets the columns end within a line where no other break does', () => {
    expect(free(text({ role: 'deck' }), 17, 17, 17, 17)).toEqual([1, 1, 1, 0]);
  });

  it('under the head of a story from another page does the same', () => {
    expect(free(text({ role: 'headline', story: 's' }), 17, 17, 17, 17)).toEqual([1, 1, 1, 0]);
  });

  it('never stands under the head of a brief', () => {
    expect(free(text({ role: 'headline', story: 's' }, 's'), 17, 17, 17, 17)).toEqual([0, 1, 1, 2]);
  });
});
