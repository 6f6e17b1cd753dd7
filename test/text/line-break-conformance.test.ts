/** Unicode's own answers for UAX #14 against the opportunities that `findBreaks` uses. */

import { existsSync, readFileSync } from 'node:fs';
import { LineBreak, LineBreakClasses } from '@cto.af/linebreak';
import { describe, expect, it } from 'vitest';
import { opportunities } from '../../src/text/breaks.js';

const FILE = '/usr/share/unicode/auxiliary/LineBreakTest.txt';

const C = LineBreakClasses as Readonly<
  Record<'CL' | 'CM' | 'CP' | 'HY' | 'IS' | 'NU' | 'OP' | 'PO' | 'PR' | 'QU' | 'SP' | 'SY' | 'ZWJ', number>
>;

interface TestLine {
  readonly text: string;
  readonly breaks: readonly number[];
}

function readLines(): TestLine[] {
  const lines: TestLine[] = [];
  for (const row of readFileSync(FILE, 'utf8').split('\n')) {
    const data = row.split('#')[0]!.trim();
    if (data === '') continue;
    let text = '';
    const breaks: number[] = [];
    for (const token of data.split(/\s+/)) {
      if (token === '÷') breaks.push(text.length);
      else if (token !== '×') text += String.fromCodePoint(Number.parseInt(token, 16));
    }
    lines.push({ text, breaks });
  }
  return lines;
}

/** Pairs that rule LB25 as published keeps together; the test file follows the tailored rule of its example 7. */
const LB25: readonly (readonly [number, number])[] = [
  ...[C.CL, C.CP, C.NU].flatMap(before => [C.PO, C.PR].map(after => [before, after] as const)),
  ...[C.PO, C.PR].flatMap(before => [C.OP, C.NU].map(after => [before, after] as const)),
  ...[C.HY, C.IS, C.SY].map(before => [before, C.NU] as const),
];

/** Why we differ from the file at a place, or undefined where we should not. */
function reason(text: string, position: number): string | undefined {
  const before = [...text.slice(0, position)].map(character => LineBreak.get(character.codePointAt(0)!));
  while (before.at(-1) === C.CM || before.at(-1) === C.ZWJ) before.pop();
  const after = LineBreak.get(text.codePointAt(position)!);
  if (LB25.some(pair => pair[0] === before.at(-1) && pair[1] === after)) return 'LB25 as published';
  if (before.at(-1) === C.SP && before.at(-2) === C.NU && (after === C.PO || after === C.PR))
    return 'number and sign';
  if (before.at(-1) === C.SP && after === C.IS && /^.\p{Nd}/u.test(text.slice(position)))
    return 'LB15c of Unicode 16';
  if (/^\S\u2014/u.test(text.slice(position - 1))) return 'dash';
  // Unicode 15.1 replaced LB15 (QU SP* × OP) by LB15a and LB15b, which know left quotes from right ones.
  if (text.slice(0, position).includes(' ') && before.includes(C.QU)) return 'LB15 of Unicode 15.1';
  return undefined;
}

describe.skipIf(!existsSync(FILE))('LineBreakTest', () => {
  it('agrees but for the differences named here', () => {
    const lines = readLines();
    const unexplained: string[] = [];
    const counts: Record<string, number> = {};
    for (const { text, breaks } of lines) {
      const got = new Set(opportunities(text).map(item => item.position));
      const wanted = new Set(breaks);
      const different = [...got, ...wanted].filter(position => got.has(position) !== wanted.has(position));
      for (const position of different) {
        const why = reason(text, position);
        if (why === undefined) unexplained.push(`${JSON.stringify(text)} at ${position}`);
        else counts[why] = (counts[why] ?? 0) + 1;
      }
    }
    expect(unexplained).toEqual([]);
    expect(counts).toEqual({
      dash: 66,
      'LB25 as published': 34,
      'number and sign': 2,
      'LB15 of Unicode 15.1': 10,
      'LB15c of Unicode 16': 1,
    });
    expect(lines.length).toBeGreaterThan(7_600);
  });
});

/** The text cut at its opportunities. */
function parts(text: string): string {
  let from = 0;
  return opportunities(text)
    .map(({ position }) => {
      const part = text.slice(from, position);
      from = position;
      return part;
    })
    .join('|');
}

describe('what newspapers want', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['cost 1,234.56 then', 'cost |1,234.56 |then'],
    ['rose 5 % then', 'rose |5 % |then'],
    ['about 20 °C then', 'about |20 °C |then'],
    ['costs 5 € then', 'costs |5 € |then'],
    ['in 2021 $5 was', 'in |2021 |$5 |was'],
    ['بنسبة ٥ ٪ ثم', 'بنسبة |٥ ٪ |ثم'],
    ['بلغت ١٬٢٠٠٫٥ ثم', 'بلغت |١٬٢٠٠٫٥ |ثم'],
    ['a .303 rifle', 'a |.303 |rifle'],
    ['type node --version then', 'type |node |--version |then'],
    ['«one two» then', '«one |two» |then'],
    ['said “one two – three”', 'said |“one |two |– |three”'],
    ['on 3/12/2021 at 20:30', 'on |3/12/2021 |at |20:30'],
    ['lost 3-1 to', 'lost |3-1 |to'],
    ['$1,234.56! he', '$1,234.56! |he'],
    ['well-known U.S.-led', 'well-|known |U.S.-|led'],
    ['an e-mail, an otağ-ı and Table 12-a', 'an |e-mail, |an |otağ-ı |and |Table |12-a'],
    ['from A–Z, tuned C–F–A', 'from |A–Z, |tuned |C–F–A'],
    ['at 35 km/h or and/or', 'at |35 |km/h |or |and/|or'],
    ['with regularity—1963, 1979—and', 'with |regularity—|1963, |1979—|and'],
    ['one — two', 'one |— |two'],
    ['في الجدول 2-أ هنا', 'في |الجدول |2-أ |هنا'],
    ['twenty-four of it', 'twenty-|four |of |it'],
    ['« yes » and “no,” he', '« yes » |and |“no,” |he'],
    ['قال «نعم»، ثم', 'قال |«نعم»، |ثم'],
    ['mail a@b.org now', 'mail |a@b.org |now'],
    ['10\u00a0km off', '10\u00a0km |off'],
    ['one\u2028two', 'one\u2028|two'],
    ['می\u200cخواهد رفت', 'می\u200cخواهد |رفت'],
    ['a \u2066b \u2069c', 'a |\u2066b \u2069|c'],
  ];
  it.each(cases)('%j', (text, wanted) => expect(parts(text)).toBe(wanted));
});
