/** Copyfitting: white in columns goes into photographs and paragraphs, what goes on elsewhere stays as it was. */

import { describe, expect, it } from 'vitest';
import { copyfitModule } from '../../src/flow/copyfit.js';
import type { Insert } from '../../src/flow/insert.js';
import { layModule, type ModuleContent, measureFeet } from '../../src/flow/module.js';
import type { Piece } from '../../src/flow/piece.js';
import type { StoryPicture } from '../../src/story/story.js';
import { content, insert, LINE, nameOfPiece, piece } from '../support/pieces.js';

/** A paragraph that may be set in the numbers of lines given, at the word spaces given for each. */
function paragraph(block: number, lines: number, spaces: Readonly<Record<number, number>> = {}): Piece[] {
  const setIn = (count: number): Piece[] =>
    Array.from({ length: count }, (_, line) => piece(`${block}.${line}`, { block, line }));
  const inLines: Piece['inLines'] = count =>
    spaces[count] === undefined ? undefined : { pieces: setIn(count), lacking: spaces[count] };
  return setIn(lines).map((own, line) => (line === 0 ? { ...own, inLines } : own));
}

const PHOTOGRAPH = { file: 'a.jpg' } as StoryPicture;

/** A photograph of one column, so many lines high, that may be cropped to any height up to `most` lines. */
function photograph(lines: number, most: number): Insert {
  const heightAt = (scale: number): number => Math.min(Math.max(scale * lines, 1), most) * LINE;
  return { ...insert('photograph', 1), picture: PHOTOGRAPH, heightAt };
}

function fitted(made: ModuleContent, lines: number) {
  const layout = layModule(made, lines * LINE, 1)!;
  const { white } = measureFeet(made, layout);
  const done = copyfitModule(made, layout, 1);
  return { ...done, before: white, after: measureFeet(done.content, done.layout).white };
}

const names = (pieces: readonly Piece[]): string => pieces.map(nameOfPiece).join(' ');

describe('white in the columns of a module', () => {
  it('goes into the paragraph whose spaces show it least', () => {
    const pieces = [...paragraph(0, 4, { 5: 1.7 }), ...paragraph(1, 4, { 5: 1.3 }), ...paragraph(2, 3)];
    const { before, after, content: made } = fitted(content(pieces, 2), 6);
    expect([before, after]).toEqual([1, 0]);
    expect(names(made.pieces)).toBe('0.0 0.1 0.2 0.3 1.0 1.1 1.2 1.3 1.4 2.0 2.1 2.2');
  });

  it('goes into a photograph first', () => {
    const pieces = [...paragraph(0, 6, { 7: 1.1 }), ...paragraph(1, 5, { 6: 1.1 })];
    const made = content(pieces, 2, { inserts: [photograph(4, 9)] });
    const done = fitted(made, 8);
    expect([done.before, done.after]).toEqual([1, 0]);
    expect(done.layout.inserts[0]!.height).toBe(5 * LINE);
    expect(done.content.pieces).toBe(pieces);
  });

  it('stays where a photograph is at its limit and no paragraph can be longer', () => {
    const pieces = [...paragraph(0, 6), ...paragraph(1, 5)];
    const done = fitted(content(pieces, 2, { inserts: [photograph(4, 4)] }), 8);
    expect([done.before, done.after]).toEqual([1, 1]);
  });

  it('never makes a drawing or a sidebar higher', () => {
    const pieces = [...paragraph(0, 6), ...paragraph(1, 5)];
    const box = { ...photograph(4, 9), picture: undefined };
    const done = fitted(content(pieces, 2, { inserts: [box as unknown as Insert] }), 8);
    expect(done.layout.inserts[0]!.height).toBe(4 * LINE);
  });

  it('goes into a photograph of two columns where a paragraph gives up a line for it', () => {
    const wide = { ...photograph(4, 9), columns: 2, widths: [2] };
    const pieces = [...paragraph(0, 6, { 5: 1 }), ...paragraph(1, 5)];
    const done = fitted(content(pieces, 2, { inserts: [wide] }), 10);
    expect([done.before, done.after]).toEqual([1, 0]);
    expect(done.content.pieces).toHaveLength(10);
    expect(done.layout.inserts[0]!.height).toBe(5 * LINE);
  });
});

it('a paragraph of one line is not given up for a photograph', () => {
  // Found in a made-up issue: a list entry of one line was set in none.
  const wide = { ...photograph(4, 9), columns: 2, widths: [2] };
  const pieces = [...paragraph(0, 6), ...paragraph(1, 1, { 0: 0 }), ...paragraph(2, 4)];
  const done = fitted(content(pieces, 2, { inserts: [wide] }), 10);
  expect(done.content.pieces).toBe(pieces);
});

describe('a story that goes on over the page', () => {
  it('goes on with the same line', () => {
    // The first column is a line short: the first two lines of the second paragraph keep together.
    const kept = paragraph(1, 9, { 10: 1.2 }).map((own, line) => ({ ...own, mayEndColumn: line > 0 }));
    const pieces = [...paragraph(0, 5, { 6: 1.2 }), ...kept, ...paragraph(2, 9)];
    const made = content(pieces, 2);
    const layout = layModule(made, 6 * LINE, 1)!;
    const done = copyfitModule(made, layout, 1);
    expect(measureFeet(made, layout).white).toBe(1);
    expect(measureFeet(done.content, done.layout).white).toBe(0);
    expect(done.layout.rest).toEqual(layout.rest);
  });
});

it('a paragraph keeps what stands over it, its story and its tie to what follows', () => {
  const spaced = paragraph(1, 3, { 4: 1.2 }).map((own, line) => ({
    ...own,
    story: 'b',
    before: line === 0 ? LINE : 0,
    mayEndColumn: line !== 2,
  }));
  const made = content([...paragraph(0, 2), ...spaced, ...paragraph(2, 2)], 1);
  const { content: done } = fitted(made, 9);
  const own = done.pieces.filter(({ block }) => block === 1);
  expect(own.map(({ before }) => before)).toEqual([LINE, 0, 0, 0]);
  expect(own.every(({ story }) => story === 'b')).toBe(true);
  expect(own.at(-1)!.mayEndColumn).toBe(false);
});
