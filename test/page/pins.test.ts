/** Stories pinned to pages, places, widths and sizes of heads: what the search makes of it, and what is said where it cannot. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import type { PageReport } from '../../src/page/plan/flatplan.js';
import { unmetPins } from '../../src/page/plan/unmet-pins.js';
import { UNTOUCHED } from '../../src/page/search/choice.js';
import { pagePinCost, partPinCost, rowPins } from '../../src/page/search/pins.js';
import type { Story } from '../../src/story/story.js';
import {
  bodyLetters,
  ENGLISH_FIRST,
  NO_FILLERS,
  pageOf,
  SMALL_SHEET,
  setText,
  story,
} from '../support/issue.js';
import { prose } from '../support/newspaper.js';
import { BODY, pageReport, plannedModule } from '../support/plan.js';

const STORIES = Object.fromEntries(
  [350, 500, 160, 420, 300, 450, 200, 520].map((words, at) => [`s${at + 1}`, story('en', words, at + 1)]),
);

const setPinned = (pins: string, rest = ''): Promise<SetIssue> =>
  setText({
    stories: STORIES,
    issue: `pins: { ${pins} }\n${rest}`,
    layout: [SMALL_SHEET],
    publication: ENGLISH_FIRST,
  });

function moduleOf(set: SetIssue, id: string): { page: PageReport; module: PageReport['modules'][number] } {
  for (const page of set.made.pages) {
    const module = page.modules.find(item => item.story === id && item.headline !== undefined);
    if (module !== undefined) return { page, module };
  }
  throw new Error(`${id} stands nowhere`);
}

const unmetOf = (set: SetIssue, id: string) => set.made.stories.find(item => item.story === id)!.unmet;

function expectWhole(set: SetIssue): void {
  expect(set.made.overset).toEqual([]);
  for (const { id } of set.stories) {
    const { wanted, found } = bodyLetters(set, id);
    expect(found).toBe(wanted);
  }
}

describe('a page, without a plan', () => {
  it.each([
    ['s7', 1],
    ['s2', 3],
    ['s8', 2],
  ])('%s on page %i, out of the order of the list', async (id, page) => {
    const set = await setPinned(`${id}: { page: ${page} }`);
    expect(pageOf(set, id)).toBe(page);
    expect(unmetOf(set, id)).toEqual([]);
    expectWhole(set);
  });

  it('two stories on one page', async () => {
    const set = await setPinned('s7: { page: 2 }, s3: { page: 2 }');
    expect(['s7', 's3'].map(id => pageOf(set, id))).toEqual([2, 2]);
    expectWhole(set);
  });

  it('leaves the other stories in their order', async () => {
    const set = await setPinned('s7: { page: 1 }');
    const pages = Object.keys(STORIES)
      .filter(id => id !== 's7')
      .map(id => pageOf(set, id)!);
    expect([...pages].sort((a, b) => a - b)).toEqual(pages);
  });

  it('that the issue has not', async () => {
    const set = await setPinned('s2: { page: 40 }');
    expect(unmetOf(set, 's2')).toMatchObject([
      { wish: 'page', wanted: 'page 40', why: 'the issue has 8 pages' },
    ]);
    expectWhole(set);
  });
});

describe('with a plan', () => {
  it('the page of an entry', async () => {
    const plan =
      'plan: [{ pages: 1-4, stories: [s1, s2, s3, s4] }, { pages: 5-8, stories: [s5, s6, s7, s8] }]\n';
    const set = await setPinned('s8: { page: 5 }', plan);
    expect(pageOf(set, 's8')).toBe(5);
    expect(unmetOf(set, 's8')).toEqual([]);
  });
});

describe('a place on its page', () => {
  it.each(['top', 'bottom'] as const)('the %s', async place => {
    const set = await setPinned(`s4: { page: 2, place: ${place} }`);
    const { page, module } = moduleOf(set, 's4');
    const { body } = page;
    expect(page.page).toBe(2);
    if (place === 'top') expect(module.area.y).toBeLessThanOrEqual(body.y + 1);
    else {
      const foot = Math.max(...page.modules.map(({ area }) => area.y + area.height));
      expect(module.area.y + module.area.height).toBeGreaterThan(foot - 8);
    }
    expect(unmetOf(set, 's4')).toEqual([]);
    expectWhole(set);
  });
});

describe('the order gives way to a page and a place', () => {
  const words = [420, 260, 700, 180, 520, 330, 240, 610];
  const stories = Object.fromEntries(words.map((count, at) => [`s${at + 1}`, story('en', count, at + 1)]));

  it.each([
    ['the bottom, of stories that come after it', 's1: { page: 2, place: bottom }'],
    ['the bottom, of stories that come before it', 's7: { page: 1, place: bottom }'],
    ['the top', 's7: { page: 2, place: top }'],
    ['of two stories', 's6: { page: 1, place: top }, s4: { page: 1, place: bottom }'],
  ])('%s', async (_, pins) => {
    const set = await setText({ stories, issue: `pins: { ${pins} }\n`, publication: ENGLISH_FIRST });
    expect(set.made.stories.flatMap(({ unmet }) => unmet)).toEqual([]);
    expectWhole(set);
  });
});

it('a place is kept although the page would be fuller without it', async () => {
  const words = [455, 450, 192, 336, 330, 315, 200, 676];
  const set = await setText({
    stories: Object.fromEntries(words.map((count, at) => [`s${at + 1}`, story('en', count, at + 4)])),
    issue: 'pins: { s2: { place: top }, s4: { place: top }, s6: { place: top }, s7: { place: top } }\n',
    layout: [SMALL_SHEET],
    publication: [...ENGLISH_FIRST, NO_FILLERS],
  });
  for (const id of ['s2', 's4', 's6', 's7']) expect(unmetOf(set, id), id).toEqual([]);
});

it('a width is kept although other widths would suit the text better', async () => {
  const set = await setPinned('s3: { columns: 2 }, s7: { columns: 3 }');
  expect(moduleOf(set, 's3').module.columns).toBe(2);
  expect(moduleOf(set, 's7').module.columns).toBe(3);
});

describe('the size of a headline', () => {
  it('is kept', async () => {
    const set = await setPinned('s2: { head: 1.15 }, s5: { head: 0.8 }');
    expect(moduleOf(set, 's2').module.headline!.scale).toBeCloseTo(1.15);
    expect(moduleOf(set, 's5').module.headline!.scale).toBeCloseTo(0.8);
  });

  it('that does not fit is as large as it can be, and told', async () => {
    const set = await setText({
      stories: {
        s7: `---\nlang: en\nheadline: Counterrevolutionaries\n---\n${prose(150, 'en')}`,
        b: story('en', 900, 2),
      },
      issue: 'pins: { s7: { columns: 1, head: 2 } }\n',
      publication: ENGLISH_FIRST,
    });
    expect(unmetOf(set, 's7')).toMatchObject([{ wish: 'head', wanted: '200 % of its size' }]);
  });
});

it('the same pins give the same pages', async () => {
  const pages = async () => (await setPinned('s7: { page: 1, place: bottom }')).made.pages;
  expect(await pages()).toEqual(await pages());
});

describe('what a miss costs', () => {
  const prepared = (page?: number) => ({ story: { pin: page === undefined ? undefined : { page } } });
  const run = { stories: [prepared(), prepared(2), prepared()] } as unknown as Parameters<
    typeof pagePinCost
  >[0];
  const cursor = (at: number) => ({ story: at, progress: UNTOUCHED });

  it('is told once, on the page where it is certain', () => {
    const cost = (page: number, from: number, to: number): boolean =>
      pagePinCost(run, page, cursor(from), cursor(to)) > 0;
    expect([cost(1, 0, 1), cost(2, 1, 2)]).toEqual([false, false]);
    expect([cost(1, 0, 2), cost(2, 2, 3)]).toEqual([true, false]);
    expect([cost(1, 0, 1), cost(2, 1, 1), cost(3, 1, 3)]).toEqual([false, true, false]);
  });

  it('is seen in a row: under another module, over one, and over a filler', () => {
    const module = (place?: 'top' | 'bottom') => ({
      copy: { stories: [{ story: { pin: { place } } }], from: UNTOUCHED },
    });
    const pinsOf = (modules: readonly object[], filler = 0) =>
      rowPins({ cells: [{ columns: 1, modules, filler }] } as unknown as Parameters<typeof rowPins>[0]);
    expect(pinsOf([module('top'), module()])).toEqual({ top: 1, bottom: 0, misplaced: 0 });
    expect(pinsOf([module(), module('top')])).toEqual({ top: 0, bottom: 0, misplaced: 1 });
    expect(pinsOf([module(), module('bottom')])).toEqual({ top: 0, bottom: 1, misplaced: 0 });
    expect(pinsOf([module('bottom')], 20)).toEqual({ top: 0, bottom: 0, misplaced: 1 });
  });

  it('is seen beside a part of a story, and in briefs one after another', () => {
    const copy = (...places: ('top' | 'bottom' | undefined)[]) => ({
      copy: { stories: places.map(place => ({ story: { pin: { place } } })), from: UNTOUCHED },
    });
    type Parted = Parameters<typeof partPinCost>[0];
    const beside = { before: [{ columns: 1, modules: [copy('top')], filler: 0 }], module: copy(undefined) };
    expect(partPinCost(beside as unknown as Parted, 0)).toBe(0);
    expect(partPinCost(beside as unknown as Parted, 1)).toBeGreaterThan(0);
    const briefs = [{ columns: 1, modules: [copy(undefined, 'top', 'bottom')], filler: 0 }];
    const row = { cells: briefs } as unknown as Parameters<typeof rowPins>[0];
    expect(rowPins(row)).toEqual({ top: 0, bottom: 1, misplaced: 1 });
  });
});

describe('why a pin was not met', () => {
  const reasons = (pin: object, pages: readonly PageReport[], others?: Story['pin']): string[] => {
    const parts = pages.flatMap(({ page, modules }) =>
      modules.filter(({ story: id }) => id === 'a').map(module => ({ ...module, page })),
    );
    return unmetPins({ id: 'a', pin }, { parts, pages, last: 8, pins: new Map([['b', others]]) }).map(
      ({ wanted, got, why, hint }) => `${wanted} | ${got} | ${why} | ${hint ?? '–'}`,
    );
  };
  const over = plannedModule('b', [0, 4], [0, 290]);
  const own = plannedModule('a', [0, 4], [310, 600]);

  it.each([
    [{ page: 2, place: 'bottom', columns: 4, head: 1 }, []],
    [
      { place: 'top' },
      [
        'the top of the page | the bottom | “b” stands there in all orders of the stories that were tried | Pin “b” to another page, or shorten one of the two.',
      ],
    ],
    [
      { page: 3 },
      [
        'page 3 | page 2 | no pages as full were found with it beside “c” there | Pin one of them to another page, or give “plan” entries.',
      ],
    ],
    [{ page: 9 }, ['page 9 | page 2 | the issue has 8 pages | –']],
    [
      { head: 1.2 },
      [
        '120 % of its size | 100 % of its size | it would take more lines than a normal head may in 4 columns | Pin it to more columns, or shorten the headline.',
      ],
    ],
  ])('%j', (pin, expected) => {
    const pages = [pageReport(2, [over, own]), pageReport(3, [plannedModule('c', [0, 4], [0, 600])])];
    expect(reasons(pin, pages)).toEqual(expected);
  });

  it('another story that is pinned there too', () => {
    expect(reasons({ place: 'top' }, [pageReport(2, [over, own])], { place: 'top' })).toEqual([
      'the top of the page | the bottom | “b” is pinned there too | Pin one of the two to another place or page.',
    ]);
  });

  it('a part that goes on at the top', () => {
    const part = plannedModule('b', [0, 4], [0, 290], { headline: undefined, from: 1 });
    expect(reasons({ place: 'top' }, [pageReport(2, [part, own])])).toEqual([
      'the top of the page | the bottom | “b” goes on there | Shorten “b” until one page holds it.',
    ]);
  });

  it('a picture over the text', () => {
    const file = 'p.jpg';
    const opener = {
      file,
      columns: 4,
      place: 'top',
      over: 'page',
      shown: 1,
      area: { ...BODY, height: 300 },
    } as const;
    const module = plannedModule('a', [0, 4], [310, 600], { pictures: [opener] });
    expect(reasons({ place: 'top' }, [pageReport(2, [module])])[0]).toContain(
      'its picture stands over all text',
    );
  });
});
