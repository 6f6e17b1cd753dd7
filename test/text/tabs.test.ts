/** Tabs and leaders: what stands where, in both directions. */

import { describe, expect, it } from 'vitest';
import type { TabStop } from '../../src/text/tabs.js';
import { edges, setLines, setting, shapeText, type Wish, widthOf } from './support.js';

const toEnd: TabStop[] = [{ at: 'end', align: 'end', leader: '.' }];
const WIDTH = 200;

function lines(text: string, tabs: readonly TabStop[], wish: Wish = {}, width = WIDTH) {
  return setLines(shapeText(text, { tabs, ...wish }), width, { ...setting('start'), tabs });
}

/** Places of each visible cluster of a line from the left, leaders as dots. */
function placed(line: ReturnType<typeof lines>[number]): { text: string; x: number; end: number }[] {
  return line.runs.flatMap(run => {
    let x = run.x;
    return run.clusters.map((cluster, index) => {
      const start = x;
      x += run.advances[index]!;
      return { text: cluster.text === '' && cluster.advance > 0 ? '·' : cluster.text, x: start, end: x };
    });
  });
}

const shown = (line: ReturnType<typeof lines>[number]): string =>
  placed(line)
    .map(({ text }) => text)
    .join('');

describe('a tab to the end of the measure', () => {
  it('puts the page number there, with leaders between', () => {
    const [line] = lines('Olive oil\t10', toEnd);
    expect(shown(line!)).toMatch(/^Olive oil ·{20,}10$/);
    expect(Math.abs(edges(line!, WIDTH).right)).toBeLessThan(0.01);
  });

  it('has its leaders in a run of their own, which is no part of the text', () => {
    for (const [text, direction] of [
      ['Olive oil\t10', 'ltr'],
      ['زيت الزيتون\t١٠', 'rtl'],
    ] as const) {
      const [line] = lines(text, toEnd, { direction });
      const leaders = line!.runs.filter(({ ornament }) => ornament === true);
      expect(leaders).toHaveLength(1);
      expect(leaders[0]!.clusters.length).toBeGreaterThan(20);
      const others = line!.runs.filter(run => !leaders.includes(run)).flatMap(run => run.clusters);
      expect(others.filter(cluster => cluster.text === '')).toEqual([]);
    }
  });

  it('puts leaders of all lines at the same places', () => {
    const dots = (text: string): Set<string> =>
      new Set(
        placed(lines(text, toEnd)[0]!)
          .filter(item => item.text === '·')
          .map(({ x }) => x.toFixed(2)),
      );
    const long = dots('Olive\t9');
    for (const x of dots('Olive oil and soap\t112')) expect(long).toContain(x);
  });

  it('runs the other way in Arabic', () => {
    const [line] = lines('زيت الزيتون\t١٠', toEnd, { direction: 'rtl' });
    const items = placed(line!);
    expect(items[0]!.text).toBe('١');
    expect(Math.abs(items[0]!.x)).toBeLessThan(0.01);
    expect(items.at(-1)!.text).toBe('ز');
    expect(Math.abs(edges(line!, WIDTH).right)).toBeLessThan(0.01);
  });

  it('keeps the number on the last line of a long title', () => {
    const all = lines('A title that is too long for one line of this contents list\t7', toEnd, {}, 150);
    expect(all.length).toBeGreaterThan(1);
    expect(shown(all.at(-1)!)).toMatch(/ ·+7$/);
    for (const line of all.slice(0, -1)) expect(shown(line)).not.toContain('·');
    for (const line of all) expect(edges(line, 150).right).toBeGreaterThan(-0.01);
  });

  it('is at least a word space where nothing is left', () => {
    const title = 'Just about full';
    const width = widthOf(`${title} 77`);
    const [line] = lines(`${title}\t77`, toEnd, {}, width + 0.5);
    expect(shown(line!)).toBe(`${title} 77`);
  });
});

describe('tabs to places', () => {
  const stops: TabStop[] = [
    { at: 60, align: 'start', leader: '' },
    { at: 120, align: 'center', leader: '' },
    { at: 180, align: 'decimal', leader: '' },
  ];
  const find = (line: ReturnType<typeof lines>[number], text: string) =>
    placed(line).find(item => item.text === text)!;

  it('start, centre and align decimals there', () => {
    const [line] = lines('a\tb\tc\t12.75', stops);
    expect(find(line!, 'b').x).toBeCloseTo(60, 5);
    const c = find(line!, 'c');
    expect((c.x + c.end) / 2).toBeCloseTo(120, 5);
    expect(find(line!, '.').x).toBeCloseTo(180, 5);
  });

  it('count from the right in Arabic', () => {
    const [line] = lines('أ\tد', stops, { direction: 'rtl' });
    expect(find(line!, 'د').end).toBeCloseTo(WIDTH - 60, 5);
  });

  it('pass over the stops that the text before has passed', () => {
    const [line] = lines('text that goes beyond it\tz', stops);
    const z = find(line!, 'z');
    expect((z.x + z.end) / 2).toBeCloseTo(120, 5);
  });
});

it('a tab in a style without stops is a word space', () => {
  expect(shown(lines('a\tb', [])[0]!)).toBe('a b');
});
