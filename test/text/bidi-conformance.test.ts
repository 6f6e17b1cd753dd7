/** Unicode's own answers for UAX #9: levels as `itemise` makes them, visual order as `setLine` makes it. */

import { existsSync, readFileSync } from 'node:fs';
import bidiFactory from 'bidi-js';
import { describe, expect, it } from 'vitest';
import { visualOrder } from '../../src/frame/reorder.js';
import { levelsOf } from '../../src/text/itemise.js';
import type { Direction } from '../../src/text/paragraph.js';

const DATA = '/usr/share/unicode';
const CHARACTERS = `${DATA}/BidiCharacterTest.txt`;
const CLASSES = `${DATA}/BidiTest.txt`;
const DERIVED = `${DATA}/extracted/DerivedBidiClass.txt`;

function rows(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(row => row.trim() !== '' && !row.startsWith('#'));
}

/** Levels by character with `x` for characters that rule X9 removes, and the visual order of the others. */
function resolve(characters: readonly string[], direction: Direction, wanted: readonly string[]) {
  const all = levelsOf(characters.join(''), direction);
  const levels: (number | 'x')[] = [];
  let at = 0;
  for (const [index, character] of characters.entries()) {
    levels.push(wanted[index] === 'x' ? 'x' : all[at]!);
    at += character.length;
  }
  const kept = levels.flatMap((level, index) => (level === 'x' ? [] : [{ level, index }]));
  const order = visualOrder(kept.map(item => item.level)).map(place => kept[place]!.index);
  return { levels: levels.join(' '), order: order.join(' ') };
}

describe.skipIf(!existsSync(CHARACTERS))('BidiCharacterTest', () => {
  it('levels and visual order of every line', () => {
    const failures: string[] = [];
    let lines = 0;
    for (const row of rows(CHARACTERS)) {
      const [codes, , level, levels, order] = row.split(';');
      const characters = codes!.split(' ').map(code => String.fromCodePoint(Number.parseInt(code, 16)));
      const got = resolve(characters, level === '1' ? 'rtl' : 'ltr', levels!.split(' '));
      if (got.levels !== levels || got.order !== order!.trim()) failures.push(row);
      lines++;
    }
    expect(failures.slice(0, 5)).toEqual([]);
    expect(lines).toBeGreaterThan(90_000);
  });
});

/** One character for each class; brackets are left out, as the file asks. */
const SAMPLE: Readonly<Record<string, string>> = {
  L: 'a', R: '\u05d0', AL: '\u0627', EN: '1', AN: '\u0661', ES: '-', ET: '%', CS: ',', NSM: '\u0301', BN: '\u00ad',
  B: '\u2029', S: '\t', WS: ' ', ON: '!', LRE: '\u202a', RLE: '\u202b', LRO: '\u202d', RLO: '\u202e', PDF: '\u202c',
  LRI: '\u2066', RLI: '\u2067', FSI: '\u2068', PDI: '\u2069',
}; // biome-ignore format: a table

describe.skipIf(!existsSync(CLASSES))('BidiTest', () => {
  it('levels and visual order of every line with a set direction', () => {
    const failures: string[] = [];
    let levels: string[] = [];
    let order = '';
    let tests = 0;
    for (const row of rows(CLASSES)) {
      if (row.startsWith('@Levels:')) levels = row.slice(8).trim().split(/\s+/);
      else if (row.startsWith('@Reorder:')) order = row.slice(9).trim();
      if (row.startsWith('@')) continue;
      const [classes, bits] = row.split(';');
      const characters = classes!
        .trim()
        .split(/\s+/)
        .map(name => SAMPLE[name]!);
      for (const [bit, direction] of [
        [2, 'ltr'],
        [4, 'rtl'],
      ] as const) {
        if ((Number.parseInt(bits!, 16) & bit) === 0) continue;
        const got = resolve(characters, direction, levels);
        if (got.levels !== levels.join(' ') || got.order !== order) failures.push(`${row} ${direction}`);
        tests++;
      }
    }
    expect(failures.slice(0, 5)).toEqual([]);
    expect(tests).toBeGreaterThan(450_000);
  });
});

describe.skipIf(!existsSync(DERIVED))('the shortcut for left-to-right text', () => {
  it('is not taken by any character that turns the direction', () => {
    const turning = new Set(['R', 'AL', 'AN', 'RLE', 'RLO', 'LRE', 'LRO', 'PDF', 'LRI', 'RLI', 'FSI', 'PDI']);
    const bidi = bidiFactory();
    const failures: string[] = [];
    for (const row of rows(DERIVED)) {
      const [range, name] = row
        .split('#')[0]!
        .split(';')
        .map(part => part.trim());
      if (!turning.has(name!)) continue;
      const [first, last = first] = range!.split('..').map(code => Number.parseInt(code, 16));
      for (let code = first!; code <= last!; code++) {
        const text = `a ${String.fromCodePoint(code)} 1`;
        const { levels } = bidi.getEmbeddingLevels(text, 'ltr');
        if (levelsOf(text, 'ltr').join() !== levels.join()) failures.push(code.toString(16));
      }
    }
    expect(failures.slice(0, 20)).toEqual([]);
  });
});

it('L2 by hand: levels 0 1 2 2 1 0', () => {
  expect(visualOrder([0, 1, 2, 2, 1, 0])).toEqual([0, 4, 2, 3, 1, 5]);
});

it('an empty line has an empty order', () => {
  expect(visualOrder([])).toEqual([]);
});
