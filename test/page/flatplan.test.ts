/** The flatplan: blank room counted line by line, modules where the frames are, jumps that agree, spreads as they lie. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import type { Extent } from '../../src/frame/extent.js';
import { spreadsOf } from '../../src/page/geometry.js';
import { blanksBeside, blanksIn, type ColumnRoom } from '../../src/page/plan/blank.js';
import { planPage } from '../../src/page/plan/flatplan.js';
import { preflightPages } from '../../src/preflight/preflight.js';
import { ENGLISH_FIRST, gray, NO_FILLERS, SMALL_SHEET, setText, story } from '../support/issue.js';
import { runsOf } from '../support/newspaper.js';
import { area } from '../support/plan.js';

/** Two columns of 100 points from 0 to 240: 20 lines of 12. */
const ROOM: ColumnRoom = {
  columns: [0, 110],
  columnWidth: 100,
  top: 0,
  bottom: 240,
  leading: 12,
  taken: [],
};

/** Lines of text in one column from `first` to `last`, each with the white of a line between. */
function lines(x: number, first: number, last: number): Extent[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    left: x,
    right: x + 100,
    top: (first + index) * 12 + 2,
    bottom: (first + index) * 12 + 11.4,
  }));
}

describe('blank room in the columns of a module', () => {
  it('full columns have none', () => {
    expect(blanksIn(ROOM, [...lines(0, 0, 19), ...lines(110, 0, 19)])).toEqual([]);
  });

  it('is counted from one line on at the foot', () => {
    const blanks = blanksIn(ROOM, [...lines(0, 0, 18), ...lines(110, 0, 14)]);
    expect(blanks.map(({ x, lines: count }) => [x, count])).toEqual([
      [0, 1],
      [110, 5],
    ]);
    expect(blanks[1]!.y + blanks[1]!.height).toBe(240);
  });

  it('is counted from two lines on in the middle, where subheads have space above them', () => {
    const spaced = blanksIn(ROOM, [...lines(0, 0, 9), ...lines(0, 11, 19), ...lines(110, 0, 19)]);
    expect(spaced).toEqual([]);
    const torn = blanksIn(ROOM, [...lines(0, 0, 9), ...lines(0, 13, 19), ...lines(110, 0, 19)]);
    expect(torn.map(({ lines: count }) => count)).toEqual([3]);
  });

  it('pictures and their captions are not blank, however narrow the caption', () => {
    const taken = [area(0, 0, 210, 120)];
    expect(blanksIn({ ...ROOM, taken }, [...lines(0, 10, 19), ...lines(110, 10, 19)])).toEqual([]);
  });

  it('an empty column is blank from top to foot', () => {
    expect(blanksIn(ROOM, lines(0, 0, 19))).toEqual([{ x: 110, y: 0, width: 100, height: 240, lines: 20 }]);
  });
});

describe('blank room beside modules', () => {
  const column = area(0, 0, 100, 600);

  it('the space between modules is as it should be', () => {
    expect(blanksBeside([area(0, 0, 430, 280), area(0, 310, 430, 290)], column, 12, 42)).toEqual([]);
  });

  it('a foot and a hole are blank', () => {
    const found = blanksBeside([area(0, 0, 430, 200), area(0, 300, 430, 240)], column, 12, 42);
    expect(found.map(({ y, lines: count }) => [y, count])).toEqual([
      [200, 8],
      [540, 5],
    ]);
  });

  it('a column without any module is blank', () => {
    expect(blanksBeside([area(110, 0, 100, 600)], column, 12, 42)).toMatchObject([
      { height: 600, lines: 50 },
    ]);
  });
});

describe('spreads', () => {
  it.each([
    [4, 'left', '-|1 2|3 4|-'],
    [4, 'right', '1|- 3|2 -|4'],
    [5, 'left', '-|1 2|3 4|5'],
    [2, 'right', '1|- -|2'],
    [1, 'right', '1|-'],
  ] as const)('of %i pages bound on the %s', (pages, binding, wanted) => {
    const written = spreadsOf(pages, binding).map(([left, right]) => `${left ?? '-'}|${right ?? '-'}`);
    expect(written.join(' ')).toBe(wanted);
  });
});

async function mixedIssue(): Promise<SetIssue> {
  return setText({
    stories: {
      first: story('ar', 1100, 1, 'pictures:\n  - { file: a.jpg, columns: 2, caption: شرح. }\n'),
      second: story('en', 700, 3, 'pictures:\n  - { file: b.jpg, columns: 1 }\n'),
      third: story('en', 90, 5),
      fourth: story('ar', 80, 7),
    },
    layout: [SMALL_SHEET],
    pictures: { 'a.jpg': await gray(900, 600), 'b.jpg': await gray(400, 900) },
  });
}

describe('of a set issue', () => {
  it('the text of each story stands within its modules', async () => {
    const set = await mixedIssue();
    for (const { id } of set.stories) {
      for (const { run, page } of runsOf(set, id, ['paragraph', 'subhead', 'headline', 'deck'])) {
        const modules = set.made.pages[page - 1]!.modules.filter(module => module.story === id);
        const width = run.advances.reduce((sum, advance) => sum + advance, 0);
        const inside = modules.some(
          ({ area: { x, y, width: wide, height } }) =>
            run.x > x - 1 && run.x + width < x + wide + 1 && run.y > y && run.y < y + height,
        );
        expect(inside, `${id} on page ${page}`).toBe(true);
      }
    }
  });

  it('each picture is in the plan once, where it is drawn', async () => {
    const set = await mixedIssue();
    const pictures = set.made.pages.flatMap(page => page.modules.flatMap(module => module.pictures));
    expect(pictures.map(({ file }) => file.slice(-5)).sort()).toEqual(['a.jpg', 'b.jpg']);
    for (const { shown } of pictures) expect(shown).toBeLessThanOrEqual(1);
  });

  it('jumps agree at both ends', async () => {
    const set = await mixedIssue();
    const parts = set.made.pages.flatMap(({ page, modules }) => modules.map(module => ({ page, ...module })));
    expect(parts.some(({ to }) => to !== undefined)).toBe(true);
    for (const { story: id, page, to } of parts) {
      if (to === undefined) continue;
      expect(parts.find(part => part.story === id && part.page === to)?.from).toBe(page);
    }
  });

  it('a page is as full as what its modules and the room beside them leave', async () => {
    const set = await mixedIssue();
    const { count } = set.manifest.layout.columns;
    for (const { fill, body, modules, blanks } of set.made.pages) {
      const beside = blanks.reduce((sum, { height }) => sum + height, 0);
      const within = modules.reduce(
        (sum, module) =>
          sum + module.blanks.reduce((lost, { lines: short }) => lost + short * module.leading, 0),
        0,
      );
      expect(fill).toBeCloseTo(1 - (beside + within) / (body.height * count));
      expect(fill).toBeGreaterThanOrEqual(0);
    }
  });

  it('a page with one short story says how many words would fill it', async () => {
    const set = await setText({
      stories: { a: story('en', 1200, 1) },
      publication: [...ENGLISH_FIRST, NO_FILLERS],
    });
    const { pages } = set.made;
    const [first] = pages;
    expect(first!.full).toBe(false);
    // As many words again as the page holds, less its head.
    const filled = await setText({
      stories: { a: story('en', 1200 + first!.fillable!.words, 1) },
      publication: [...ENGLISH_FIRST, NO_FILLERS],
    });
    expect(filled.made.pages[0]!.fill).toBeGreaterThan(0.95);
    expect(pages.slice(1).map(page => [page.fill, page.full])).toEqual([
      [0, false],
      [0, false],
      [0, false],
    ]);
  });

  it('only a story that ends there with all its text could fill it', async () => {
    const issue = 'plan: [{ pages: 1-2, stories: [a] }, { pages: 3, stories: [b] }]\n';
    const stories = { a: story('en', 2200, 1), b: story('en', 2600, 2) };
    const { made } = await setText({ stories, issue, publication: [...ENGLISH_FIRST, NO_FILLERS] });
    const [first, second, third] = made.pages;
    expect(made.overset.map(({ story }) => story)).toEqual(['b']);
    expect(first!.fillable).toBeUndefined();
    expect(second!.fillable).toMatchObject({ story: 'a' });
    expect(third!.fillable).toBeUndefined();
  });

  it('a filler is not blank, wherever in its cell it stands', async () => {
    const { manifest } = await mixedIssue();
    const body = area(0, 0, 4 * manifest.layout.columnWidth, 400);
    const cell = { x: 0, width: body.width, columns: 4, modules: [], filler: { y: 200, height: 200 } };
    const set = { page: 2, opener: undefined, rows: [{ y: 0, row: { cells: [cell], height: 400 } }] };
    const drawn = { number: 2, section: undefined, set, items: [], body };
    const { fill } = planPage(drawn, { name: 'inside', layout: manifest.layout }, new Map(), []);
    expect(fill).toBe(0.5);
  });
});

describe('a picture over the text', () => {
  const head = 'pictures: [{ file: p.jpg }]\ncolumns: 2\n';
  const setPlanned = async (words: number, entry: string): Promise<SetIssue> =>
    setText({
      stories: { a: story('en', words, 3, head) },
      issue: `plan: [{ ${entry}, stories: [a] }]\n`,
      pictures: { 'p.jpg': await gray(1600, 2200) },
      layout: [SMALL_SHEET],
      publication: ENGLISH_FIRST,
    });
  const told = (set: SetIssue) =>
    set.made.pages.map(({ page, stories, modules }) => [
      page,
      stories,
      modules.map(({ lines: count, pictures }) => [count > 0, pictures.map(({ over }) => over)]),
    ]);

  it('is told where it stands alone, the text on the next page, and that page is not empty', async () => {
    const set = await setPlanned(600, 'pages: 1-2, template: picture');
    expect(told(set).slice(0, 3)).toEqual([
      [1, ['a'], [[false, ['page']]]],
      [2, ['a'], [[true, []]]],
      [3, [], []],
    ]);
    const [plan] = set.made.stories;
    expect(plan).toMatchObject({ pages: [1, 2], pictures: [{ placed: { page: 1, columns: 4 } }] });
    expect(plan!.columns).toHaveLength(1);
    const empty = preflightPages(set).filter(({ code }) => code === 'empty-page');
    expect(empty.map(({ message }) => message)).toEqual([expect.stringContaining('pages 3 and 4')]);
  });

  it('is told on both pages that it goes across, wherever the text is', async () => {
    const set = await setPlanned(100, 'pages: 2-3, spread: true');
    expect(told(set).slice(1, 3)).toEqual([
      [2, ['a'], [[true, ['spread']]]],
      [3, ['a'], [[false, ['spread']]]],
    ]);
  });
});
