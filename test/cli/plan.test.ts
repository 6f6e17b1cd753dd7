/** The flatplan on the terminal, its picture, and the proof that build writes on request. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { printPlan } from '../../src/cli/print-plan.js';
import { spreadsOf } from '../../src/page/geometry.js';
import { type BuildReport, reportOf, type StoryReport } from '../../src/report.js';
import { setText, story } from '../support/issue.js';
import { area, BODY, oversetReport, pageReport, plannedModule, plannedPicture } from '../support/plan.js';
import { hasControls, realNewspaper, run } from './run.js';

function printed(report: BuildReport, columns?: number, isTTY = false): string {
  let written = '';
  const write = (part: string): void => {
    written += part;
  };
  printPlan(report, { write, isTTY, ...(columns === undefined ? {} : { columns }) });
  return written;
}

function storyReport(id: string, rest: Partial<StoryReport> = {}): StoryReport {
  return {
    id,
    lang: 'en',
    words: 500,
    wished: { pages: undefined, weight: undefined, columns: undefined, pin: undefined },
    pages: [2],
    weight: 'normal',
    headlineScale: 1,
    columns: [4],
    pictures: [],
    unmet: [],
    ...rest,
  };
}

const SPRING = storyReport('spring', {
  lang: 'ar',
  words: 1504,
  wished: { pages: { first: 2, last: 3 }, weight: 'lead', columns: 2, pin: undefined },
  pages: [2, 3],
  weight: 'lead',
  headlineScale: 0.7,
  columns: [4, 4],
  pictures: [
    { file: 'a.jpg', wished: 3, placed: { columns: 3, page: 2, shown: 0.9 } },
    { file: 'b.jpg', wished: undefined, placed: { columns: 1, page: 2, shown: 1 } },
  ],
  unmet: [
    {
      wish: 'weight',
      page: 2,
      wanted: 'weight lead',
      got: '70 % of its size',
      why: 'at full size across 4 columns it takes more lines than a lead head may',
      hint: 'About 9 letters fewer stand at full size.',
    },
    {
      wish: 'columns',
      page: 2,
      wanted: '2 columns',
      got: '4',
      why: 'it is parted over pages 2 and 3, and a part takes the whole width',
      hint: undefined,
    },
  ],
});

/** A front page, a story over two pages with a neighbour on the second, and an empty page. */
function report(rest: Partial<BuildReport> = {}): BuildReport {
  const lead = { weight: 'lead', scale: 0.7, limit: 'lines' } as const;
  const picture = plannedPicture('a.jpg', 3, area(BODY.x, BODY.y + 100, 320, 200));
  return {
    issue: 5,
    date: '2021-05-01',
    binding: 'right',
    pageCount: 4,
    columns: 4,
    words: 1904,
    pictures: 3,
    stories: [SPRING, storyReport('mill', { words: 400, pages: [3], columns: [2] })],
    front: [{ story: 'spring', page: 2 }],
    fit: { short: 0, fewer: undefined },
    inkLimit: 2.4,
    ink: [],
    pages: [
      pageReport(2, [
        plannedModule('spring', [0, 4], [0, 600], {
          lang: 'ar',
          direction: 'rtl',
          headline: lead,
          pictures: [picture],
          to: 3,
        }),
      ]),
      pageReport(
        3,
        [
          plannedModule('spring', [2, 2], [0, 300], { lang: 'ar', headline: undefined, from: 2 }),
          plannedModule('mill', [0, 2], [0, 300]),
        ],
        {
          fill: 0.5,
          full: false,
          blankLines: 100,
          fillable: { story: 'mill', words: 620 },
          blanks: [{ ...area(BODY.x, BODY.y + 300, 430, 300), lines: 25 }],
        },
      ),
      pageReport(4, [], { fill: 0, full: false, blanks: [{ ...BODY, lines: 50 }] }),
    ],
    spreads: spreadsOf(4, 'right'),
    overset: [],
    text: [],
    files: [{ file: 'out/5/a-5-plan.png', bytes: 507_000 }],
    others: [],
    seconds: {},
    ...rest,
  };
}

it('shows a map of the spreads, the modules of each page, and wishes by story', () => {
  expect(printed(report())).toMatchInlineSnapshot(`
    "Issue 5  2021-05-01  4 pages, 2 stories, 1904 words, 3 pictures
    bound on the right, so its spreads run from right to left; ▒ is a picture

             ┌4───────┐ ┌3───────┬2───────┐ ┌1───────┐
             │        │ │bbbbaaaa│aaaaaaaa│ │        │
             │        │ │bbbbaaaa│▒▒▒▒▒▒aa│ │        │
             │        │ │bbbbaaaa│▒▒▒▒▒▒aa│ │ front  │
             │        │ │        │aaaaaaaa│ │        │
             │        │ │        │aaaaaaaa│ │        │
             │        │ │        │aaaaaaaa│ │        │
             └0%──────┘ └50%─────┴────────┘ └────────┘

    page   full  story         columns  head       pictures  goes on  blank
       1         front page, leads to a 2
       2  100 %  a spring  ar  4 × 47   lead 70 %  3         to 3
       3   50 %  a spring  ar  2 × 22                        from 2   100 lines
                 b mill    en  2 × 22   normal
       4    0 %  empty

    story     words  pages   head         columns  pictures
    a spring   1504  2, 3 ✓  lead 70 % ✗  4, 4 ✗   3✓ 90 %, 1
    b mill      400  3       normal       2
    ✓ as wished, ✗ not as wished, else left to the press; % of a picture shown

    2 wishes not met:
      spring (page 2): weight lead wished, got 70 % of its size: at full size across
      4 columns it takes more lines than a lead head may.
        About 9 letters fewer stand at full size.
      spring (page 2): 2 columns wished, got 4: it is parted over pages 2 and 3, and
      a part takes the whole width.
    page 3 is not full, 100 lines blank: about 620 words more in “mill”, which ends
    there, would fill it.
    page 4 is empty: no text was left for it.
    out/5/a-5-plan.png  507 kB
    "
  `);
});

it('where no story ends on a page with all its text, more words are no advice', () => {
  const spring = plannedModule('spring', [0, 4], [0, 300], { to: 3 });
  const lacking = pageReport(2, [spring], { fill: 0.9, full: false, blankLines: 9 });
  const advice = (rest: Partial<BuildReport>): string =>
    /^page 2 [\s\S]*?\.$/m.exec(printed(report({ pages: [lacking], ...rest })))![0].replaceAll('\n', ' ');
  expect(advice({})).toBe(
    'page 2 is not full, 9 lines blank: its stories go on to other pages, so more words would not fill it; a picture, a smaller filler or another number of pages may.',
  );
  expect(advice({ overset: [oversetReport('spring')] })).toBe(
    'page 2 is not full, 9 lines blank: what “spring” has left found no room there; see to that first.',
  );
});

it('a publication bound on the left begins on the left', () => {
  const text = printed(report({ binding: 'left', spreads: spreadsOf(4, 'left') }));
  expect(text.split('\n').slice(0, 11)).toMatchInlineSnapshot(`
    [
      "Issue 5  2021-05-01  4 pages, 2 stories, 1904 words, 3 pictures",
      "bound on the left, so its spreads run from left to right; ▒ is a picture",
      "",
      "         ┌1───────┐ ┌2───────┬3───────┐ ┌4───────┐",
      "         │        │ │aaaaaaaa│bbbbaaaa│ │        │",
      "         │        │ │▒▒▒▒▒▒aa│bbbbaaaa│ │        │",
      "         │ front  │ │▒▒▒▒▒▒aa│bbbbaaaa│ │        │",
      "         │        │ │aaaaaaaa│        │ │        │",
      "         │        │ │aaaaaaaa│        │ │        │",
      "         │        │ │aaaaaaaa│        │ │        │",
      "         └────────┘ └────────┴50%─────┘ └0%──────┘",
    ]
  `);
});

it('names what found no room, in lines, words and pictures', async () => {
  const set = await setText({
    stories: { spring: story('en', 3500, 1), mill: story('ar', 300, 3) },
    issue: 'plan:\n  - { pages: 1, stories: [spring, mill] }\n',
  });
  const text = printed(reportOf(set.manifest, set.stories, set.made, [], {}));
  expect(text.slice(text.indexOf('2 wishes'))).toMatch(
    /^2 wishes not met:\n {2}spring \(page 1\): page 1 wished, got room for a part: \d+ lines \(about \d+\n {2}words\) are too much\./,
  );
  expect(text).toMatch(/\n {2}mill: page 1 wished, got no room: \d+ lines/);
  expect(text).toContain('\npage 2 is empty: no story is planned for it.\n');
});

it('is no wider than the terminal, whatever stories are called', () => {
  const name = 'a-story-with-a-name-that-is-far-too-long-for-any-table-of-the-plan';
  const [page] = report().pages;
  const long = report({
    stories: [{ ...SPRING, id: name }],
    pages: [{ ...page!, modules: page!.modules.map(module => ({ ...module, story: name })) }],
    words: 123_456,
    pageCount: 128,
  });
  for (const columns of [80, 100, 120]) {
    const widest = Math.max(
      ...printed(long, columns)
        .split('\n')
        .map(line => line.length),
    );
    expect(widest).toBeLessThanOrEqual(Math.min(columns, 100));
  }
  expect(printed(long, 80)).toContain('…');
});

it('is coloured on a terminal only', () => {
  expect(hasControls(printed(report()))).toBe(false);
  expect(printed(report(), 80, true)).toContain('\u001b[33m');
});

it('stories past the alphabet share a sign', () => {
  const ids = Array.from({ length: 54 }, (_, index) => `s${index}`);
  const text = printed(report({ stories: ids.map(id => storyReport(id)), pages: [] }));
  expect(text).toContain('Z s51');
  expect(text).toContain('# s53');
});

it('without unmet wishes it says so', () => {
  expect(printed(report({ stories: [storyReport('spring'), storyReport('mill')] }))).toContain(
    'All wishes are met.',
  );
});

it('writes a picture of all pages and nothing else', async () => {
  const folder = realNewspaper();
  const { status, out, err } = await run(folder, 'plan 1');
  expect([status, err]).toEqual([0, '']);
  const file = 'out/1/the-truth-of-the-oppressed-1-plan.png';
  expect(out).toContain(file);
  expect(readdirSync(join(folder, 'out/1'))).toHaveLength(1);
  const { format, width, height } = await sharp(join(folder, file)).metadata();
  expect(format).toBe('png');
  expect(width).toBeGreaterThan(height);
  const bytes = readFileSync(join(folder, file));
  await run(folder, 'plan 1');
  expect(readFileSync(join(folder, file)).equals(bytes)).toBe(true);
});

it('build --grid adds a proof and changes no byte of the other PDFs', async () => {
  const folder = realNewspaper();
  const pdf = (kind: string): Buffer =>
    readFileSync(join(folder, `out/1/the-truth-of-the-oppressed-1-${kind}.pdf`));
  await run(folder, 'build 1');
  const [print, share] = [pdf('print'), pdf('share')];
  expect(readdirSync(join(folder, 'out/1')).join()).not.toContain('proof');
  const { status, out } = await run(folder, 'build 1 --grid');
  expect(status).toBe(0);
  expect(out).toContain('-proof.pdf');
  expect(pdf('print').equals(print)).toBe(true);
  expect(pdf('share').equals(share)).toBe(true);
  expect(pdf('proof').equals(share)).toBe(false);
});

it('a build counts the wishes that were not met', async () => {
  const folder = realNewspaper();
  const { out } = await run(folder, 'build 1');
  expect(out).not.toContain('not met');
  const report = JSON.parse(
    readFileSync(join(folder, 'out/1/the-truth-of-the-oppressed-1-report.json'), 'utf8'),
  );
  expect(report.stories).toMatchObject([{ id: 'bread', pages: [1], columns: [4], unmet: [] }]);
  expect(report.pages[0]).toMatchObject({ page: 1, full: false, stories: ['bread'] });
});
