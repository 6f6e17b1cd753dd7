/** Tables in a 170-point column: rows, widths, numbers by their decimal signs, headers over every part. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockContextOf } from '../../src/flow/prepare.js';
import type { TextSetter } from '../../src/flow/setter.js';
import { tablePieces } from '../../src/flow/table.js';
import { columnGap, columnWidths } from '../../src/flow/table-widths.js';
import type { Item } from '../../src/frame/frame.js';
import { prose, textOf } from '../support/newspaper.js';
import { dumpPieces, extentOf, prepared, runsIn, setter, storyOf, wordsOf } from '../support/setting.js';

const WIDTH = setter.layout.columnWidth;
const TABLE = '| Year | Papers |\n|---|---:|\n| 1871 | 12 |\n| 1890 | 140 |\n| 1910 | 9 |';

const body = (lang: string, text: string) => prepared(storyOf(lang, text)).body;
const drawn = (lang: string, text: string): (readonly Item[])[] =>
  body(lang, text).map(piece => piece.draw(0, 0));
const cells = (lang: string, text: string) =>
  drawn(lang, text).map(items => runsIn(items).map(run => extentOf([run])));

/** A table of a column of names and one of the given numbers. */
function table(...numbers: string[]): string {
  return `| Name | Number |\n|---|---:|\n${numbers.map((number, row) => `| ${'abcdefghij'[row]} | ${number} |`).join('\n')}`;
}

/** Where a character of each row of numbers stands: left and right side. */
function placesOf(lang: string, numbers: readonly string[], find: (text: string) => boolean) {
  return drawn(lang, table(...numbers))
    .slice(1)
    .map(items =>
      runsIn(items).flatMap(run => {
        let x = run.x;
        return run.clusters.flatMap((cluster, at) => {
          const left = x;
          x += run.advances[at]!;
          return find(cluster.text) ? [{ left, right: x }] : [];
        });
      }),
    );
}

describe('tables', () => {
  it('are a row a piece', () => {
    expect(drawn('en', TABLE).map(wordsOf)).toEqual(['YearPapers', '187112', '1890140', '19109']);
  });

  it('stay whole up to six rows, and else have three rows in each column at least', () => {
    const rows = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
    const breaks = (count: number, words = ''): number[] =>
      body('en', table(...rows(count).map(row => `${row}${words}`))).flatMap((piece, at) =>
        piece.mayEndColumn ? [at] : [],
      );
    expect(breaks(4)).toEqual([4]);
    expect(breaks(6)).toEqual([6]);
    expect(breaks(7)).toEqual([3, 4, 7]);
    // Rows of many lines make a table too high for that.
    expect(breaks(6, ` ${prose(24, 'en')}`)).toEqual([3, 6]);
  });

  it('have room between their columns before the first one takes what is left', () => {
    const [, row] = cells('en', '| A | B | C |\n|---|---:|---:|\n| a | 180.5 | 240.25 |');
    const [, first, second] = row!;
    expect(second!.left - first!.right).toBeCloseTo(1.5 * setter.style('table', 'en').size, 0);
  });

  it('fill the column: numbers end at its right end', () => {
    for (const row of cells('en', TABLE)) {
      expect(row[0]!.left).toBeCloseTo(0);
      expect(row.at(-1)!.right).toBeCloseTo(WIDTH, 0);
    }
  });

  it('mirror in a right-to-left story', () => {
    for (const row of cells('ar', '| السنة | الصحف |\n|---|---:|\n| أ | ب |\n| ج | د |')) {
      expect(Math.max(...row.map(cell => cell.right))).toBeCloseTo(WIDTH, 0);
      expect(Math.min(...row.map(cell => cell.left))).toBeCloseTo(0, 0);
    }
  });

  it('are whole lines high together', () => {
    const pieces = body('en', `One.\n\n${TABLE}`).slice(1);
    const height = pieces.reduce((sum, piece) => sum + piece.height + piece.before, 0);
    expect(height % 12).toBeCloseTo(0);
  });

  it('stay in their column however much their cells say', () => {
    const long = `| ${prose(12, 'en').trim()} | x | ${prose(9, 'en', 4).trim()} |`;
    for (const items of drawn('en', `| A | B | C |\n|---|---|---|\n${long}\n${long}`)) {
      expect(extentOf(items).right).toBeLessThanOrEqual(WIDTH + 0.5);
      expect(extentOf(items).left).toBeGreaterThanOrEqual(-0.5);
    }
  });

  it('take rows with missing and empty cells', () => {
    expect(drawn('en', '| A | B |\n|---|---|\n| 1 |\n| | 2 |').map(wordsOf)).toEqual(['AB', '1', '2']);
  });

  it('have the last lines of their header level', () => {
    const [header] = drawn('en', `| A | ${'Several words over a column '.repeat(2)} |\n|---|---|\n| a | b |`);
    const runs = runsIn(header!);
    const [first] = runs.filter(run => textOf(run).startsWith('A'));
    expect(first!.y).toBe(Math.max(...runs.map(run => run.y)));
  });

  it('are dumped so', () => {
    expect(dumpPieces(body('en', table('1,234.5', '9.25', '70')))).toMatchInlineSnapshot(`
      [
        "0..170.1 @9 [barlow-condensed/700 10] Name|Number",
        "rule 0,14 170.1,14 1 black",
        "0..165.5 @24 [barlow-condensed/500 10] a|1,234.5",
        "rule 0,29 170.1,29 0.5 black",
        "0..170.1 @39 [barlow-condensed/500 10] b|9.25",
        "rule 0,44 170.1,44 0.5 black",
        "0..158.9 @54 [barlow-condensed/500 10] c|70",
        "rule 0,59 170.1,59 0.5 black",
      ]
    `);
  });
});

describe('numbers at the end of their cells', () => {
  it.each([
    ['en', '.', ['1,234.5', '9.25', '0.125', '−3.5']],
    ['fr', ',', ['1.234,5', '9,25', '0,125', '−3,5 %']],
    ['ar', '٫', ['١٬٢٣٤٫٥', '٩٫٢٥', '٠٫١٢٥', '٣٫٥٪']],
    ['fa', '٫', ['۱٬۲۳۴٫۵', '۹٫۲۵', '۰٫۱۲۵', '۳٫۵']],
    ['ar', '.', ['1,234.5', '9.25', '0.125', '3.5']],
  ])('stand one under another by their decimal signs (%s, %s)', (lang, sign, numbers) => {
    const places = placesOf(lang, numbers, text => text === sign).map(row => row[0]!.left);
    expect(places).toHaveLength(4);
    for (const place of places) expect(place).toBeCloseTo(places[0]!, 3);
  });

  it.each([
    ['en', ['1,234', '17', '2.5']],
    ['ar', ['١٬٢٣٤', '١٧', '٢٫٥']],
  ])('without a decimal sign end where it would be (%s)', (lang, numbers) => {
    const digits = placesOf(lang, numbers, text => /\p{Nd}|[.٫]/u.test(text));
    const ends = digits.slice(0, 2).map(row => Math.max(...row.map(({ right }) => right)));
    const [sign] = placesOf(lang, numbers, text => text === (lang === 'ar' ? '٫' : '.'))[2]!;
    for (const end of ends) expect(end).toBeCloseTo(sign!.left, 3);
  });

  it('keep to their column: the longest rest at its end, left or right', () => {
    const right = cells('en', table('1.5', '10.255')).slice(1);
    expect(Math.max(...right.flat().map(cell => cell.right))).toBeCloseTo(WIDTH, 1);
    const left = cells('ar', table('١٫٥', '١٠٬٠٠٠٫٢')).slice(1);
    expect(Math.min(...left.flat().map(cell => cell.left))).toBeCloseTo(0, 1);
  });

  it.each([
    ['en', ['2.5–3', '40–60', '15', '–', '']],
    ['en', ['$1.5', '≈ 2', '+3', '7%', '1,016']],
  ])('may be ranges, shares and sums, or missing (%s: %j)', (lang, numbers) => {
    const digits = placesOf(lang, numbers, text => /\p{Nd}/u.test(text));
    expect(digits.map(row => row.length > 0)).toEqual(numbers.map(text => /\d/.test(text)));
  });

  it.each([
    ['words', ['1.5 litres', '10']],
    ['two decimal signs', ['1.2.3', '10']],
  ])('are as they are among %s', (_, numbers) => {
    for (const row of cells('en', table(...numbers)).slice(1))
      expect(Math.max(...row.map(cell => cell.right))).toBeCloseTo(WIDTH, 0);
  });
});

describe('the widths of columns', () => {
  it('are those of their longest cells, the first taking what is left', () => {
    const wanted = [30, 20, 10].map(natural => ({ natural, least: 5 }));
    expect(columnWidths(wanted, 100, 5)).toEqual([60, 20, 10]);
  });

  it('leave the same room between all columns, as far as there is some', () => {
    const wanted = [30, 20, 10].map(natural => ({ natural, least: 5 }));
    expect(columnGap(wanted, 100, 5, 15)).toBe(15);
    expect(columnGap(wanted, 80, 5, 15)).toBe(10);
    expect(columnGap(wanted, 60, 5, 15)).toBe(5);
    expect(columnGap(wanted.slice(1, 2), 60, 5, 15)).toBe(5);
  });

  it('hold the longest words where there is no room for all on one line', () => {
    const wanted = [
      { natural: 90, least: 30 },
      { natural: 20, least: 20 },
    ];
    const [first, second] = columnWidths(wanted, 85, 5);
    expect(second).toBe(20);
    expect(first).toBe(60);
  });

  it('fill the table, whatever is in it', () => {
    const column = fc.record({
      least: fc.integer({ min: 1, max: 99 }),
      more: fc.integer({ min: 0, max: 99 }),
    });
    const checked = fc.property(
      fc.array(column, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 60, max: 500 }),
      (columns, width) => {
        const wanted = columns.map(({ least, more }) => ({ least, natural: least + more }));
        const widths = columnWidths(wanted, width, 4);
        const sum = widths.reduce((total, one) => total + one, 4 * (widths.length - 1));
        expect(sum).toBeCloseTo(width, 6);
        for (const one of widths) expect(one).toBeGreaterThan(0);
      },
    );
    fc.assert(checked, { seed: 14 });
  });
});

describe('a table over several columns', () => {
  const rows = Array.from({ length: 9 }, (_, at) => String((at + 1) * 11));
  const pieces = body('en', `${table(...rows)}\n\nText after it.`);
  const shown = (...depths: number[]): string[] =>
    dumpPieces(pieces, ...depths).flatMap(line => {
      const [, x, words] = /^([\d.]+)\.\.\S+ .*\] (.*)$/.exec(line) ?? [];
      return words === undefined ? [] : [`${Math.floor(Number(x) / (WIDTH + 10))} ${words}`];
    });

  it('has its header over every part', () => {
    const lines = shown(80, 80, 80).map(line => line.replace(/\s*■/, ''));
    const heads = lines.filter(line => line.includes('Name'));
    expect(heads).toEqual(['0 Name|Number', '1 Name|Number', '2 Name|Number']);
  });

  it('has the header under a quote that stands at the head of the column', () => {
    const quoted = body('en', `${table(...rows)}`);
    const [quote] = body('en', ':::pull\nFew words.\n:::');
    const list = [...quoted.slice(0, 4), { ...quote!, block: 9 }, ...quoted.slice(4)];
    const heads = dumpPieces(list, 65, 300).filter(line => line.includes('Name'));
    expect(heads).toHaveLength(2);
  });

  it('never has its header alone at a column’s foot, nor with one row or two', () => {
    for (let depth = 20; depth < 150; depth += 3) {
      const first = shown(depth, 400).filter(line => line.startsWith('0'));
      expect([1, 2, 3]).not.toContain(first.length);
    }
  });

  it('goes on in step: the text after it is whole lines from the head of its column', () => {
    for (let depth = 50; depth < 130; depth += 3) {
      const text = dumpPieces(pieces, depth, 400).find(line => line.includes('Text after'))!;
      expect((Number(/@([\d.]+)/.exec(text)![1]) - 9) % 12).toBe(0);
    }
  });
});

describe('a table whose longest words are wider than its column', () => {
  const words = ['considerable', 'unmistakable', 'incomparable', 'irreversible'];
  const text = `| ${words.join(' | ')} |\n|---|---|---|---|\n| ${words.join(' | ')} |`;
  const runsAt = (smallest: number, lang: string) => {
    const { layout } = setter;
    const own = Object.assign(Object.create(setter) as TextSetter, {
      layout: { ...layout, table: { ...layout.table, smallest } },
    });
    const [block] = storyOf(lang, text).blocks;
    const context = {
      ...blockContextOf(storyOf(lang, text), { setter: own, digits: () => 'european', stories: [] }),
    };
    return tablePieces(block as never, 0, context).flatMap(piece => runsIn(piece.draw(0, 0)));
  };

  it('divides them where the layout keeps its size', () => {
    expect(runsAt(1, 'en').some(run => run.line!.torn)).toBe(true);
  });

  it.each(['en', 'ar'])('is set smaller where the layout allows it (%s)', lang => {
    const runs = runsAt(0.5, lang);
    expect(runs.some(run => run.line!.torn)).toBe(false);
    const sizes = new Set(runs.map(run => run.size));
    expect(sizes.size).toBe(1);
    expect([...sizes][0]!).toBeLessThan(setter.style('table', 'en').size);
    for (const run of runs) {
      const { left, right } = extentOf([run]);
      expect([left > -0.1, right < WIDTH + 0.1]).toEqual([true, true]);
    }
  });
});
