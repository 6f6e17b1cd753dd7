/** Columns and the inserts set into them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnSet, layColumns, seatInserts, spanWidth, spanX } from '../../src/flow/columns.js';
import type { Insert } from '../../src/flow/insert.js';
import { COLUMN, GUTTER, insert, LINE, nameOf } from '../support/pieces.js';

const set = (count: number, direction: 'ltr' | 'rtl' = 'ltr', x = 0): ColumnSet => ({
  count,
  columnWidth: COLUMN,
  gutter: GUTTER,
  direction,
  x,
});

/** `a 1-2 head, b 3 foot`, columns counted from 1 in reading order. */
function seats(inserts: readonly Insert[], count: number): string {
  return seatInserts(inserts, count)
    .map(({ insert: one, first, atFoot }) => {
      const span = Math.min(one.columns, count);
      const name = nameOf(one.draw({ x: 0, y: 0, width: 1, height: 1 }, false)[0]);
      return `${name} ${first + 1}${span > 1 ? `-${first + span}` : ''} ${atFoot ? 'foot' : 'head'}`;
    })
    .join(', ');
}

describe('places of columns', () => {
  it.each([
    ['ltr', 0, 1, 50],
    ['ltr', 1, 2, 160],
    ['rtl', 0, 1, 380],
    ['rtl', 1, 2, 160],
    ['rtl', 3, 1, 50],
    ['rtl', 0, 4, 50],
  ] as const)('%s: %i and %i columns from there begin at %i', (direction, first, span, x) => {
    expect(spanX(set(4, direction, 50), first, span)).toBe(x);
  });

  it('adds the gutters between columns to their width', () => {
    expect([1, 2, 4].map(span => spanWidth(set(4), span))).toEqual([100, 210, 430]);
  });
});

describe('seats', () => {
  it.each([
    ['a single picture one column in', ['a2'], 4, 'a 2-3 head'],
    ['the next at the foot of the last columns', ['a2', 'b2'], 4, 'a 2-3 head, b 3-4 foot'],
    ['what is wider than the module over all of it', ['a4'], 2, 'a 1-2 head'],
    ['the only column', ['a1'], 1, 'a 1 head'],
    ['the last two of three columns', ['a2'], 3, 'a 2-3 head'],
  ] as const)('give %s', (_, names, count, expected) => {
    expect(
      seats(
        names.map(name => insert(name[0]!, Number(name[1]))),
        count,
      ),
    ).toBe(expected);
  });

  it('keep the places asked for', () => {
    const asked = [
      insert('a', 2, { place: 'bottom' }),
      insert('b', 1, { place: 'bottom' }),
      insert('c', 1, { place: 'top' }),
    ];
    expect(seats(asked, 4).match(/head|foot/g)).toEqual(['foot', 'foot', 'head']);
  });

  it('leave the head of the first column to the text where they can', () => {
    expect(seats([insert('a', 1), insert('b', 1), insert('c', 1)], 2)).not.toMatch(/^a 1 head/);
  });

  it('spread before they pile up', () => {
    const found = seats(
      ['a', 'b', 'c', 'd', 'e'].map(name => insert(name, 1)),
      4,
    ).split(', ');
    expect(new Set(found.map(seat => seat.slice(2))).size).toBe(5);
  });
});

describe('columns with inserts', () => {
  const lay = (inserts: readonly Insert[], count: number, lines: number, direction: 'ltr' | 'rtl' = 'ltr') =>
    layColumns(
      seatInserts(inserts, count),
      1,
      new Array<number>(count).fill(0),
      lines * LINE,
      LINE,
      set(count, direction),
    );

  it('leave the whole columns free without inserts', () => {
    expect(lay([], 2, 5)!.slots).toEqual([
      { x: 0, top: 0, bottom: 60 },
      { x: 110, top: 0, bottom: 60 },
    ]);
  });

  it('run from right to left in a story that does', () => {
    expect(lay([], 3, 5, 'rtl')!.slots.map(slot => slot.x)).toEqual([220, 110, 0]);
  });

  it('begin under an insert at their head', () => {
    expect(lay([insert('a', 1)], 2, 10)!.slots.map(slot => slot.top)).toEqual([0, 60]);
  });

  it('end over an insert at their foot', () => {
    expect(lay([insert('a', 1, { place: 'bottom' })], 2, 10)!.slots.map(slot => slot.bottom)).toEqual([
      120, 60,
    ]);
  });

  it.each([
    [7, 0],
    [8, 36],
  ])('of %i lines have %i points of room beside five lines of a picture', (lines, room) => {
    const slot = lay([insert('a', 1)], 2, lines)!.slots[1]!;
    expect(slot.bottom - slot.top).toBe(room);
  });

  it('cannot be laid lower than their inserts', () => {
    expect(lay([insert('a', 1)], 1, 4)).toBeUndefined();
    expect(lay([insert('a', 1), insert('b', 1)], 1, 9)).toBeUndefined();
    expect(lay([insert('a', 1), insert('b', 1)], 1, 10)).toBeDefined();
  });

  it('never let inserts and slots overlap, whatever stands in them', () => {
    const anInsert = fc.record({
      columns: fc.integer({ min: 1, max: 4 }),
      shape: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
      place: fc.constantFrom(undefined, undefined, 'top' as const, 'bottom' as const),
    });
    const checked = fc.property(
      fc.array(anInsert, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 5, max: 80 }),
      fc.constantFrom('ltr' as const, 'rtl' as const),
      (list, count, lines, direction) => {
        const laid = lay(
          list.map(({ columns, ...rules }, at) => insert(String(at), columns, rules)),
          count,
          lines,
          direction,
        );
        if (laid === undefined) return;
        const areas = [
          ...laid.inserts.map(({ x, y, width, height }) => ({ x, y, right: x + width, foot: y + height })),
          ...laid.slots.map(({ x, top, bottom }) => ({ x, y: top, right: x + COLUMN, foot: bottom })),
        ];
        for (const [at, a] of areas.entries()) {
          expect(a.y).toBeGreaterThanOrEqual(-0.01);
          expect(a.foot).toBeLessThanOrEqual(lines * LINE + 0.01);
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(spanWidth(set(count), count) + 0.01);
          for (const b of areas.slice(at + 1)) {
            const apart =
              a.right <= b.x + 0.01 || b.right <= a.x + 0.01 || a.foot <= b.y + 0.01 || b.foot <= a.y + 0.01;
            expect(apart).toBe(true);
          }
        }
        for (const slot of laid.slots) {
          const room = slot.bottom - slot.top;
          expect(room === 0 || room >= 3 * LINE || room === lines * LINE).toBe(true);
        }
      },
    );
    fc.assert(checked, { numRuns: 400, seed: 14 });
  });
});
