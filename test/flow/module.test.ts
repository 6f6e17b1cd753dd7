/** Modules of made-up text: as low as may be, even at the foot, nothing lost. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawModule, layModule, layWholeModule, type ModuleContent } from '../../src/flow/module.js';
import type { Piece } from '../../src/flow/piece.js';
import type { Box, Item } from '../../src/frame/frame.js';
import { COLUMN, content, float, GUTTER, insert, LINE, nameOf, paragraph, piece } from '../support/pieces.js';

const HIGHEST = 400 * LINE;

function boxes(items: readonly Item[]): Box[] {
  return items.flatMap(item =>
    item.kind === 'group' ? boxes(item.items) : item.kind === 'box' ? [item] : [],
  );
}

/** Lines of white between the text of each column and the foot of its slot, as drawn. */
function whiteUnder(made: ModuleContent, height: number): number[] {
  const layout = layModule(made, height, 1)!;
  expect(layout.rest).toEqual([]);
  const text = boxes(drawModule(made, layout, 0)).filter(item => !nameOf(item).startsWith('insert'));
  return layout.slots
    .filter(slot => slot.bottom > slot.top)
    .map(slot => {
      const feet = text
        .filter(({ x, y }) => x === slot.x && y >= slot.top - 0.01)
        .map(item => item.y + item.height);
      return (slot.bottom - Math.max(slot.top, ...feet)) / LINE;
    });
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

const story = fc.array(fc.integer({ min: 4, max: 14 }), { minLength: 2, maxLength: 16 });
const textOf = (lengths: readonly number[]): Piece[] =>
  lengths.flatMap((lines, at) => paragraph(`p${at}-`, lines));
const inserts = fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 2 });

describe('columns of a module', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'of %i lines of text that may be parted anywhere end within a line of each other',
    count => {
      for (let lines = count; lines < 60; lines++) {
        const made = content(
          Array.from({ length: lines }, (_, at) => piece(String(at))),
          count,
        );
        const { height } = layWholeModule(made, HIGHEST, 1)!;
        expect(height).toBe(Math.ceil(lines / count) * LINE);
        for (const more of [0, 1, 7, 50])
          expect(spread(whiteUnder(made, height + more * LINE))).toBeLessThanOrEqual(1);
      }
    },
  );

  it('end within two lines of each other where paragraphs keep lines together', () => {
    const even = fc.property(story, inserts, fc.integer({ min: 2, max: 5 }), (lengths, spans, count) => {
      const made = content(textOf(lengths), count, {
        inserts: spans.map((span, at) => insert(`insert${at}`, span)),
      });
      const { height } = layWholeModule(made, HIGHEST, 1)!;
      if (spans.length === 0) expect(spread(whiteUnder(made, height))).toBeLessThanOrEqual(2);
      else expect(spread(whiteUnder(made, height))).toBeLessThanOrEqual(3);
    });
    fc.assert(even, { numRuns: 300, seed: 14 });
  });

  it('share out the room of a module much higher than its text', () => {
    expect(spread(whiteUnder(content(textOf([8, 8, 8, 8]), 4), 200 * LINE))).toBeLessThanOrEqual(1);
  });
});

describe('the lowest module', () => {
  it('is the lowest of all that hold the story', () => {
    const kinds = fc.constantFrom('text', 'text', 'text', 'subhead', 'quote');
    const anything = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 10,
    });
    const lowest = fc.property(anything, fc.integer({ min: 1, max: 4 }), (parts, count) => {
      const pieces = parts.flatMap(([kind, size], at): Piece[] => {
        if (kind === 'subhead') return [piece(`h${at}`, { mayEndColumn: false, before: LINE })];
        return kind === 'quote' ? [float(`q${at}`, size * LINE)] : paragraph(`p${at}-`, size);
      });
      const made = content(pieces, count);
      const { height } = layWholeModule(made, HIGHEST, 1)!;
      for (let lines = 1; lines * LINE < height - 0.01; lines++) {
        const lower = layModule(made, lines * LINE, 1);
        expect(lower === undefined || lower.rest.length > 0).toBe(true);
      }
    });
    fc.assert(lowest, { numRuns: 300, seed: 14 });
  });

  it('does not count the space over a subhead that opens a column', () => {
    const made = content(
      [...paragraph('a', 6), piece('h', { mayEndColumn: false, before: LINE }), ...paragraph('b', 5)],
      2,
    );
    expect(layWholeModule(made, HIGHEST, 1)!.height).toBe(6 * LINE);
  });

  it('is none below the limit', () => {
    expect(layWholeModule(content(textOf([9, 9]), 2), 8 * LINE, 1)).toBeUndefined();
    expect(layWholeModule(content(textOf([9, 9]), 2), 9 * LINE, 1)).toBeDefined();
  });

  it('is one line for a story without text', () => {
    expect(layWholeModule(content([], 3), HIGHEST, 1)!.height).toBe(LINE);
  });

  it('leaves room for its head', () => {
    const headline = { weight: 'normal', scale: 1, limit: undefined } as const;
    const head = { height: 30, beside: 0, headline, draw: () => [] };
    expect(layWholeModule(content(textOf([4]), 1, { head }), HIGHEST, 1)!.height).toBe(30 + 4 * LINE);
  });
});

describe('a module that is too low for its story', () => {
  const text = textOf([10, 10, 10]);
  const module = layModule(content(text, 2, { jumpHeight: 15 }), 10 * LINE, 1)!;

  it('keeps room for a jump line under its last column', () => {
    expect(module.jump).toEqual({ x: COLUMN + GUTTER, y: 10 * LINE - 15 });
    expect(module.slots.map(slot => slot.bottom)).toEqual([10 * LINE, 10 * LINE - 15]);
  });

  it('hands back what did not fit', () => {
    const drawn = boxes(drawModule(content(text, 2), module, 0)).map(nameOf);
    expect([...drawn, ...module.rest.flatMap(item => boxes(item.draw(0, 0)).map(nameOf))]).toEqual(
      boxes(text.flatMap(item => item.draw(0, 0))).map(nameOf),
    );
  });

  it('stands over the jump line of the last column that has room, not of one full of picture', () => {
    const full = content(text, 2, { inserts: [insert('insert', 1, { shape: 1.2 })] });
    expect(layModule(full, 10 * LINE, 1)!.jump).toMatchObject({ x: 0 });
  });

  it('is none if not even a line and the jump line fit', () => {
    expect(layModule(content(text, 1, { jumpHeight: LINE }), LINE, 1)).toBeUndefined();
  });
});

describe('the frames of a module', () => {
  it('are one group a paragraph and column', () => {
    const pieces = paragraph('a', 8).map(item => ({ ...item, block: 1 }));
    const made = content(pieces, 2);
    const groups = drawModule(made, layWholeModule(made, HIGHEST, 1)!, 100);
    expect(
      groups.map(item => (item.kind === 'group' ? [item.role, item.story, item.items.length] : [])),
    ).toEqual([
      ['paragraph', 's', 4],
      ['paragraph', 's', 4],
    ]);
    expect(Math.min(...boxes(groups).map(item => item.y))).toBe(100);
  });
});
