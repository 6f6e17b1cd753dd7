/** Pouring made-up pieces into slots: `a1 a2 | b1 / rest`. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, type Piece, type PlacedPiece, pour, type Slot } from '../../src/flow/piece.js';
import { float, LINE, paragraph, piece, poured, slots } from '../support/pieces.js';

const lines = (name: string, count: number): Piece[] =>
  Array.from({ length: count }, (_, at) => piece(`${name}${at + 1}`));
const subhead = (name: string): Piece => piece(name, { mayEndColumn: false, before: LINE, role: 'subhead' });
/** A table: its header stays with two rows, its last row with the one before. */
const table = (rows: number): Piece[] =>
  ['th', ...Array.from({ length: rows }, (_, at) => `t${at + 1}`)].map((name, at) =>
    piece(name, { mayEndColumn: at === rows || (at >= 2 && at < rows - 1) }),
  );

describe('the order of pieces', () => {
  it('fills column after column', () => {
    expect(poured(lines('a', 5), slots(2, 2, 2))).toBe('a1 a2 | a3 a4 | a5 /');
  });

  it('hands back what found no room, in order', () => {
    expect(poured(lines('a', 5), slots(2, 1))).toBe('a1 a2 | a3 / a4 a5');
  });

  it('goes past slots without room', () => {
    expect(poured(lines('a', 3), slots(1, 0, 2))).toBe('a1 |  | a2 a3 /');
  });

  it('hands back everything where there are no slots', () => {
    expect(poured(lines('a', 2), [])).toBe('/ a1 a2');
  });

  it('begins a piece in step whole lines below the head of its column', () => {
    const tops: number[] = [];
    const pieces = [
      piece('a', { height: 15 }),
      piece('b', { before: 6, step: 12 }),
      piece('c', { step: 12 }),
    ];
    pour(pieces, slots(4, 1), ({ y }) => tops.push(y));
    expect(tops).toEqual([0, 24, 36]);
    expect(heightOf(pieces)).toBe(48);
    expect(poured(pieces, slots(2, 2))).toBe('a | b c /');
  });

  it('needs nothing for nothing', () => {
    expect(poured([], slots(3))).toBe('/');
  });

  it('never goes past a piece taller than every slot', () => {
    expect(poured([piece('a'), piece('tall', { height: 5 * LINE }), piece('b')], slots(3, 3))).toBe(
      'a |  / tall b',
    );
  });
});

describe('space above a piece', () => {
  it('counts within a column', () => {
    expect(poured([piece('a'), piece('b', { before: LINE }), piece('c')], slots(3, 3))).toBe('a b | c /');
  });

  it('falls away at the head of a column', () => {
    const places: number[] = [];
    pour([piece('a'), piece('b', { before: LINE })], slots(1, 1), ({ y }) => places.push(y));
    expect(places).toEqual([0, 0]);
  });

  it('is left out of the height of a first piece', () => {
    expect(heightOf([piece('a', { before: LINE }), piece('b', { before: LINE })])).toBe(3 * LINE);
  });
});

describe('what stays together', () => {
  it('keeps two lines of a paragraph before a break', () => {
    expect(poured([...paragraph('a', 4), ...paragraph('b', 4)], slots(5, 5))).toBe(
      'a1 a2 a3 a4 | b1 b2 b3 b4 /',
    );
  });

  it('keeps two lines of a paragraph after a break', () => {
    expect(poured(paragraph('a', 5), slots(4, 4))).toBe('a1 a2 a3 | a4 a5 /');
  });

  it('never parts a paragraph of three lines', () => {
    expect(poured([piece('x'), ...paragraph('a', 3)], slots(3, 3))).toBe('x | a1 a2 a3 /');
  });

  it('keeps a subhead with the two lines under it', () => {
    expect(poured([piece('a'), subhead('h'), ...paragraph('b', 6)], slots(4, 9))).toBe(
      'a | h b1 b2 b3 b4 b5 b6 /',
    );
  });

  it('ends no column with a subhead and a quote', () => {
    expect(poured([piece('a'), subhead('h'), float('q', LINE), ...paragraph('b', 4)], slots(4, 8))).toBe(
      'a | h q b1 b2 b3 b4 /',
    );
  });

  it('keeps the header of a table with two rows', () => {
    expect(poured([piece('a'), ...table(6)], slots(3, 9))).toBe('a | th t1 t2 t3 t4 t5 t6 /');
    expect(poured([piece('a'), ...table(6)], slots(4, 9))).toBe('a th t1 t2 | t3 t4 t5 t6 /');
  });

  it('leaves no single row of a table for the next column', () => {
    expect(poured(table(5), slots(5, 9))).toBe('th t1 t2 t3 | t4 t5 /');
  });

  it('lets a text end with whatever it ends with', () => {
    expect(poured([piece('a'), subhead('h')], slots(9))).toBe('a h /');
  });
});

describe('what stands only between others', () => {
  const rule = piece('-', { between: true, mayEndColumn: false });

  it('is left out at the head of a column', () => {
    expect(poured([piece('a'), rule, piece('b')], slots(3))).toBe('a - b /');
    expect(poured([piece('a'), rule, piece('b')], slots(2, 2))).toBe('a | b /');
    expect(heightOf([rule, piece('b')])).toBe(LINE);
  });

  it('ends no column', () => {
    expect(poured([piece('a'), rule], slots(1))).toBe('a / -');
  });
});

describe('a head set again over its rows', () => {
  const head = piece('h', { mayEndColumn: false, block: 1 });
  const rows = lines('r', 6).map(row => ({ ...row, block: 1, over: head }));

  it('stands in every column where they go on, and takes room there', () => {
    expect(poured([head, ...rows], slots(3, 3, 3))).toBe('h r1 r2 | h r3 r4 | h r5 r6 /');
    expect(poured([head, ...rows], slots(3))).toBe('h r1 r2 / r3 r4 r5 r6');
    expect(heightOf(rows.slice(2))).toBe(5 * LINE);
  });

  it('does not stand alone in a column too low for a row', () => {
    expect(poured([head, ...rows], slots(3, 1, 9))).toBe('h r1 r2 |  | h r3 r4 r5 r6 /');
  });
});

describe('floats', () => {
  it('go to the head of the next column where they find no room, and the text goes on', () => {
    expect(poured([piece('a'), float('q', 3 * LINE), ...lines('b', 4)], slots(3, 5))).toBe(
      'a b1 b2 | q b3 b4 /',
    );
  });

  it('stay where they are while there is room', () => {
    expect(poured([piece('a'), float('q', 2 * LINE), piece('b')], slots(4))).toBe('a q b /');
  });

  it('skip a column that is too low and wait for a higher one', () => {
    expect(poured([float('q', 3 * LINE), ...lines('a', 4)], slots(2, 1, 4))).toBe('a1 a2 | a3 | q a4 /');
  });

  it('are handed back first when no column took them', () => {
    expect(poured([piece('a'), float('q', 9 * LINE), ...lines('b', 3)], slots(2, 1))).toBe(
      'a b1 | b2 / q b3',
    );
  });

  it('are handed back when the text is through', () => {
    expect(poured([piece('a'), float('q', 9 * LINE)], slots(2, 2))).toBe('a |  / q');
  });

  it('go behind a subhead and its paragraph at the head of a column', () => {
    const own = (block: number, pieces: readonly Piece[]): Piece[] =>
      pieces.map(item => ({ ...item, block }));
    const text = [
      ...own(0, lines('a', 2)),
      ...own(1, [float('q', 3 * LINE)]),
      ...own(2, paragraph('b', 2)),
      ...own(3, [subhead('h')]),
      ...own(4, paragraph('c', 2)),
      ...own(5, lines('d', 2)),
    ];
    expect(poured(text, slots(4, 9))).toBe('a1 a2 b1 b2 | h c1 c2 q d1 d2 /');
    expect(poured(text.slice(0, -2), slots(4, 9))).toBe('a1 a2 b1 b2 | q h c1 c2 /');
  });

  it('stand over the last words, not behind them', () => {
    expect(poured([piece('a'), float('q', 5 * LINE), ...paragraph('b', 4)], slots(5, 9))).toBe(
      'a b1 b2 | q b3 b4 /',
    );
    expect(poured([piece('a'), float('q', 3 * LINE), ...paragraph('b', 2)], slots(3, 9))).toBe(
      'a | q b1 b2 /',
    );
  });

  it('move on with the text that they follow', () => {
    expect(poured([piece('a'), subhead('h'), float('q', 3 * LINE), ...paragraph('b', 2)], slots(3, 9))).toBe(
      'a | h q b1 b2 /',
    );
  });
});

interface Made {
  readonly height: number;
  readonly before: number;
  readonly kind: 'line' | 'tied' | 'float' | 'quote';
}

const made = fc.record<Made>({
  height: fc.integer({ min: 1, max: 12 }).map(steps => steps * 3),
  before: fc.constantFrom(0, 0, 3, 12),
  kind: fc.constantFrom('line', 'line', 'line', 'tied', 'float', 'quote'),
});
const slotDepths = fc.array(
  fc.integer({ min: 0, max: 25 }).map(steps => steps * 3),
  { maxLength: 8 },
);

describe('pouring anything into anything', () => {
  const property = (
    check: (pieces: Piece[], slots: Slot[], placed: PlacedPiece[], rest: readonly Piece[]) => void,
  ) =>
    fc.assert(
      fc.property(fc.array(made, { maxLength: 40 }), slotDepths, (list, depths) => {
        const pieces = list.map(({ height, before, kind }, at) =>
          piece(String(at), {
            height,
            before,
            floats: kind === 'float' || kind === 'quote',
            role: kind === 'quote' ? 'quote' : 'paragraph',
            mayEndColumn: kind !== 'tied',
            block: at,
          }),
        );
        const into = depths.map((depth, at) => ({ x: at * 100, top: 30, bottom: 30 + depth }));
        const placed: PlacedPiece[] = [];
        const rest = pour(pieces, into, item => placed.push(item));
        check(pieces, into, placed, rest);
      }),
      { numRuns: 500, seed: 14 },
    );

  it('places every piece once or hands it back', () => {
    property((pieces, _, placed, rest) => {
      const all = [...placed.map(item => item.piece), ...rest];
      expect(all).toHaveLength(pieces.length);
      expect(new Set(all)).toEqual(new Set(pieces));
    });
  });

  it('keeps the order of all but floats, and sets no float before the text it follows', () => {
    property((pieces, _, placed, rest) => {
      const order = [...placed.map(item => item.piece), ...rest];
      const text = (list: readonly Piece[]): Piece[] => list.filter(item => !item.floats);
      expect(text(order)).toEqual(text(pieces));
      for (const item of pieces.filter(({ floats }) => floats)) {
        const before = text(pieces.slice(0, pieces.indexOf(item))).length;
        expect(text(order.slice(0, order.indexOf(item))).length).toBeGreaterThanOrEqual(
          placed.some(({ piece: one }) => one === item) ? before : 0,
        );
      }
    });
  });

  it('lets nothing overlap or stand outside its slot', () => {
    property((_, into, placed) => {
      for (const slot of into) {
        let foot = slot.top;
        for (const { piece: item, y } of placed.filter(({ x }) => x === slot.x)) {
          expect(y).toBeGreaterThanOrEqual(foot);
          foot = y + item.height;
        }
        expect(foot).toBeLessThanOrEqual(Math.max(slot.bottom, slot.top) + 0.01);
      }
    });
  });

  it('ends no column inside what stays together', () => {
    property((pieces, into, placed) => {
      for (const slot of into) {
        const last = placed.filter(item => item.x === slot.x && !item.piece.floats).at(-1);
        if (last === undefined || last.piece === pieces.findLast(item => !item.floats)) continue;
        expect(last.piece.mayEndColumn).toBe(true);
      }
    });
  });

  it('gives the same without being asked for places', () => {
    property((pieces, into, _, rest) => expect(pour(pieces, into)).toEqual(rest));
  });
});
