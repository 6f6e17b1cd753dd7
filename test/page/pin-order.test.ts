/** The order of stories for pins to pages and places: toy stories on toy pages, whole ones one under another. */

import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/page/run.js';
import type { Filling } from '../../src/page/search/choice.js';
import { UNTOUCHED } from '../../src/page/search/choice.js';
import { missedPins, orderForPins } from '../../src/page/search/pin-order.js';
import type { FoundPages } from '../../src/page/search/search.js';
import { standingsOf } from '../../src/page/search/standing.js';

/** Pages of one column, ten steps high. */
const HIGH = 10;
const CONTEXT = {
  area: { height: HIGH },
  setter: { layout: { grid: 1, columns: { count: 1 }, module: { gap: 0 } }, onGrid: (gap: number) => gap },
};

interface Pin {
  readonly page?: number;
  readonly place?: 'top' | 'bottom';
}

/** `a5 b3`: stories by name with their height, and the pins of some. */
function runOf(text: string, pins: Readonly<Record<string, Pin>>, pages = 4): Run {
  const stories = text.split(' ').map(word => {
    const id = word[0]!;
    return { story: { id, pin: pins[id] }, body: Array(Number(word.slice(1))).fill({}) };
  });
  const all = Array.from({ length: pages }, (_, at) => at + 1);
  return { pages: all, firstPage: 1, stories, contextOf: () => CONTEXT } as unknown as Run;
}

/** Fills page after page in the order of the stories; one that does not fit goes on over the next. */
function fill({ stories, pages: all }: Run): FoundPages {
  const pages: Filling[] = [];
  const waiting = stories.map(prepared => ({ prepared, left: prepared.body.length }));
  for (const page of all) {
    const rows: Filling['choice']['rows'][number][] = [];
    for (let left = HIGH; left > 0 && waiting.length > 0; ) {
      const [next] = waiting as [(typeof waiting)[number]];
      const height = Math.min(left, next.left);
      const begins = next.left === next.prepared.body.length;
      const from = begins ? UNTOUCHED : { rest: [], insert: 0 };
      const sizes = { head: 1, under: 1, spans: [], scale: 1 };
      const module = { copy: { stories: [next.prepared], from }, columns: 1, sizes, height };
      rows.push({ cells: [{ columns: 1, modules: [module], filler: 0 }], height });
      left -= height;
      next.left -= height;
      if (next.left === 0) waiting.shift();
    }
    pages.push({
      choice: { page, rows, part: undefined },
      cursor: { story: 0, progress: UNTOUCHED },
      cost: 0,
    });
  }
  const overset = waiting.map(({ prepared, left }) => {
    const rest = { rest: prepared.body.slice(0, left), insert: 0 };
    return { prepared, from: left === prepared.body.length ? UNTOUCHED : rest };
  });
  return { pages, overset, cost: 0 };
}

/** The stories of each page in the order found, and how many orders were searched. */
function ordered(run: Run): { readonly pages: string; readonly searches: number; readonly missed: number } {
  let searches = 0;
  const order = orderForPins(run, tried => {
    searches++;
    return fill(tried);
  });
  const found = fill(order);
  const { stories } = standingsOf(order, found);
  const pages = run.pages.map((_, at) =>
    order.stories.flatMap(({ story }, index) => (stories[index]!.page === at + 1 ? [story.id] : [])).join(''),
  );
  return { pages: pages.join('|'), searches, missed: missedPins(order, found) };
}

const STORIES = 'a4 b3 c3 d6 e2 f2 g5 h5 i7 j3';

it('the toy pages are full in the order given', () => {
  expect(ordered(runOf(STORIES, {}))).toEqual({ pages: 'abc|def|gh|ij', searches: 0, missed: 0 });
});

describe('a page and a place', () => {
  it.each([
    [{ d: { page: 2, place: 'top' } }, 'abc|def|gh|ij', 1],
    [{ f: { page: 2, place: 'top' } }, 'abc|fde|gh|ij', 2],
    [{ d: { page: 2, place: 'bottom' } }, 'abc|efd|gh|ij', 2],
    [{ b: { page: 1, place: 'bottom' } }, 'acb|def|gh|ij', 2],
    [{ h: { page: 3, place: 'top' } }, 'abc|def|hg|ij', 2],
  ] as const)('%j: no more gives way than needs to', (pins, pages, searches) => {
    expect(ordered(runOf(STORIES, pins))).toEqual({ pages, searches, missed: 0 });
  });

  it('others change places where the page would not end with the story else', () => {
    const { pages, missed } = ordered(runOf(STORIES, { g: { page: 1, place: 'bottom' } }));
    expect(missed).toBe(0);
    expect(pages).toMatch(/^\w*g\|/);
  });

  it.each(['top', 'bottom'] as const)('the %s of every page, for every story', place => {
    const missed = [...'abcdefgh'].flatMap(id =>
      [1, 2, 3].flatMap(page => {
        const found = ordered(runOf(STORIES, { [id]: { page, place } }));
        return found.missed > 0 ? [`${id} on page ${page}: ${found.pages}`] : [];
      }),
    );
    expect(missed).toEqual([]);
  });
});

it('a page alone', () => {
  expect(ordered(runOf(STORIES, { h: { page: 1 } })).pages).toMatch(/^\w*h\w*\|/);
});

it('a place on any page', () => {
  expect(ordered(runOf(STORIES, { e: { place: 'top' } })).missed).toBe(0);
  expect(ordered(runOf(STORIES, { g: { place: 'bottom' } })).missed).toBe(0);
});

it.each([
  [{ g: { page: 1, place: 'top' }, d: { page: 1, place: 'bottom' } }],
  [{ a: { page: 2, place: 'bottom' }, f: { page: 3, place: 'top' }, b: { page: 1 } }],
  [{ d: { page: 3, place: 'top' }, c: { page: 1, place: 'bottom' } }],
] as const)('no pin is lost for another: %j', pins => {
  expect(ordered(runOf(STORIES, pins)).missed).toBe(0);
});

it('the same order again', () => {
  const pins = { a: { page: 2, place: 'bottom' }, f: { page: 3, place: 'top' } } as const;
  expect(ordered(runOf(STORIES, pins))).toEqual(ordered(runOf(STORIES, pins)));
});

it('one of two pins that cannot both be met, and a few searches for it', () => {
  const both = { a: { page: 2, place: 'top' }, b: { page: 2, place: 'top' } } as const;
  const { missed, searches } = ordered(runOf(STORIES, both));
  expect(missed).toBe(1);
  expect(searches).toBeLessThanOrEqual(8);
});

it('a page that the run has not is looked for in no other order', () => {
  expect(ordered(runOf(STORIES, { c: { page: 9, place: 'top' } })).searches).toBe(0);
});
