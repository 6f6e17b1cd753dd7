/** Even feet: pieces and slots in, lines that stay free under each column out. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenFeet, freeUnder } from '../../src/flow/feet.js';
import { type Piece, pour, type Slot } from '../../src/flow/piece.js';
import { float, LINE, paragraph, piece, slots } from '../support/pieces.js';

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

describe('breaks between columns', () => {
  const free = (pieces: readonly Piece[], into: readonly Slot[]): number[] =>
    evenFeet(pieces, into, LINE).free.map(points => Math.round(points / LINE));
  const texts = (...counts: number[]): Piece[] =>
    counts.flatMap((lines, at) => paragraph(`p${at}-`, lines, { block: at }));

  it('are level where the only level ones leave a middle column short', () => {
    expect(free(texts(4, 3, 3, 2), slots(4, 4, 4, 4))).toEqual([0, 1, 1, 2]);
    expect(free(texts(4, 3, 4), slots(4, 4, 4))).toEqual([0, 1, 0]);
  });

  it('leave the last column short where none are level', () => {
    expect(free(texts(12, 10, 4), slots(14, 14))).toEqual([0, 2]);
  });

  it('leave no column empty so that the others end with it', () => {
    expect(free(texts(31), slots(2, 12, 12, 12))).toEqual([0, 2, 2, 3]);
  });

  it('count a line of space over a subhead or a quote', () => {
    const subhead = piece('h', { before: LINE, mayEndColumn: false, role: 'subhead' });
    expect(free([...texts(4), subhead, ...texts(3, 9)], slots(10, 10))).toEqual([0, 1]);
    expect(free([...texts(5), float('q', 2 * LINE), ...texts(2, 10)], slots(10, 10))).toEqual([0, 0]);
  });

  it('bring no column down farther than the others can follow', () => {
    const subhead = piece('h', { before: LINE, mayEndColumn: false, role: 'subhead' });
    const even = evenFeet([...texts(5), subhead, ...texts(2, 3, 5)], slots(11, 11), LINE);
    expect(even.free).toEqual([2 * LINE, 3 * LINE]);
    expect(even.over).toBe(2 * LINE);
  });

  it('end text where a picture closes the column beside it', () => {
    const [open, closed] = slots(10, 0);
    const under = 2.5 * LINE;
    const even = evenFeet(texts(8), [open!, { ...closed!, under }], LINE);
    expect(even.free).toEqual([2 * LINE, under]);
    expect(freeUnder(texts(20), [open!, { ...closed!, under }], LINE)).toEqual([0, under]);
  });

  it('are as level as any that keep rules allow', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    const depths = fc.array(fc.integer({ min: 4, max: 9 }), { minLength: 1, maxLength: 3 });
    const level = fc.property(lengths, depths, (counts, deep) => {
      const pieces = texts(...counts);
      const into = slots(...deep);
      fc.pre(pour(pieces, into).length === 0);
      const best = Math.min(...shortenings(into).map(tried => apartIn(pieces, tried, into)));
      expect(evenFeet(pieces, into, LINE).apart / LINE).toBeLessThanOrEqual(Math.max(1, best) + 0.01);
    });
    fc.assert(level, { numRuns: 300, seed: 14 });
  });
});

/** All ways to shorten slots by whole lines. */
function shortenings(into: readonly Slot[]): Slot[][] {
  let found: Slot[][] = [[]];
  for (const slot of into) {
    const lines = Math.round((slot.bottom - slot.top) / LINE);
    const shorter = Array.from({ length: lines }, (_, by) => ({ ...slot, bottom: slot.bottom - by * LINE }));
    found = found.flatMap(before => shorter.map(own => [...before, own]));
  }
  return found;
}

/** Lines between the shortest and the longest of what stays free in `into`; without end if text is left or a column passed over. */
function apartIn(pieces: readonly Piece[], tried: readonly Slot[], into: readonly Slot[]): number {
  const feet: number[] = [];
  let passed = false;
  let left = pieces.length;
  const rest = pour(pieces, tried, undefined, ({ foot, end }) => {
    if (foot === 0 && left > 0) passed = true;
    left = pieces.length - end;
    feet.push(foot);
  });
  if (rest.length > 0 || passed) return Number.POSITIVE_INFINITY;
  const free = feet.map((foot, column) => (into[column]!.bottom - foot) / LINE);
  return Math.max(...free) - Math.min(...free);
}
