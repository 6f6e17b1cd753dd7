/** Issues as wholes: page counts, plans, overset, the imprint, layouts of one to six columns, and odd input. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import { dumpEdition } from '../../src/frame/dump.js';
import {
  bodyLetters,
  columnsOf,
  ENGLISH_FIRST,
  gray,
  type IssueText,
  linesOf,
  NO_FILLERS,
  pageItems,
  pageOf,
  SMALL_SHEET,
  setText,
  story,
  svg,
} from '../support/issue.js';
import { itemsOf, textOf } from '../support/newspaper.js';
import { rightOf } from '../support/setting.js';

function expectWhole(set: SetIssue): void {
  expect(set.made.overset).toEqual([]);
  for (const { id } of set.stories) {
    const { wanted, found } = bodyLetters(set, id);
    expect(found).toBe(wanted);
  }
}

/** Every run of text stands within its page, and no two body lines stand on each other. */
function expectClear(set: SetIssue): void {
  for (const page of set.made.edition.pages) {
    const lines = [...itemsOf(page)].flatMap(({ item, groups }) =>
      item.kind === 'glyphs' && groups.some(group => group.role === 'paragraph') ? [item] : [],
    );
    for (const run of lines) {
      expect(run.x).toBeGreaterThan(20);
      expect(rightOf(run)).toBeLessThan(page.width - 20);
      expect(run.y).toBeLessThan(page.height - 30);
      const on = lines.filter(other => other !== run && Math.abs(other.y - run.y) < 9);
      for (const other of on)
        expect(rightOf(run) <= other.x + 0.1 || rightOf(other) <= run.x + 0.1).toBe(true);
    }
  }
}

const tiny = (count: number, words: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `s${at}`,
      story(at % 2 === 0 ? 'en' : 'ar', words + ((at * 13) % 30), at + 1),
    ]),
  );

describe('the page count', () => {
  it('is the smallest multiple of four that holds the text', async () => {
    const stories = { a: story('en', 3500), b: story('ar', 1500, 2) };
    const set = await setText({ stories, layout: [SMALL_SHEET] });
    const pages = set.made.edition.pages.length;
    expect(pages % 4).toBe(0);
    expect(pages).toBeGreaterThan(4);
    expectWhole(set);
    const fewer = await setText({ stories, layout: [SMALL_SHEET], issue: `pages: ${pages - 4}\n` });
    expect(fewer.made.overset.length).toBeGreaterThan(0);
  });

  it('is four for a few words', async () => {
    expect((await setText({ stories: { a: story('en', 20) } })).made.edition.pages).toHaveLength(4);
  });

  it('is what the issue says', async () => {
    expect(
      (await setText({ stories: { a: story('en', 20) }, issue: 'pages: 6\n' })).made.edition.pages,
    ).toHaveLength(6);
  });

  it('is the next multiple of four of a plan', async () => {
    const issue = 'plan: [{ pages: 1-5, stories: [a] }]\n';
    expect((await setText({ stories: { a: story('en', 20) }, issue })).made.edition.pages).toHaveLength(8);
  });
});

describe('an issue with little text', () => {
  it('begins on its first page and leaves the last ones empty', async () => {
    const set = await setText({ stories: { a: story('en', 100), b: story('ar', 100) } });
    expect(set.made.pages.map(({ stories }) => stories.length)).toEqual([2, 0, 0, 0]);
  });
});

describe('a plan', () => {
  it('keeps each story on its pages, under its section', async () => {
    const set = await setText({
      stories: { a: story('en', 200), b: story('ar', 300, 2), c: story('en', 300, 3) },
      issue:
        'plan:\n  - { pages: 1, section: city, stories: [b] }\n  - { pages: 3-4, section: water, stories: [c, a] }\n',
    });
    expect([pageOf(set, 'b'), pageOf(set, 'c')]).toEqual([1, 3]);
    expect(pageOf(set, 'a')).toBeGreaterThanOrEqual(3);
    const words = (page: number): string =>
      pageItems(set, page)
        .flatMap(item => (item.kind === 'glyphs' ? [textOf(item)] : []))
        .join(' ');
    expect(words(1)).toContain('City');
    expect(words(3)).toContain('Water');
    expect(words(2)).not.toMatch(/City|Water/);
  });
});

describe('the imprint', () => {
  it('stands across the foot of the last page, clear of the stories', async () => {
    const set = await setText({
      stories: { a: story('en', 6000) },
      issue: 'pages: 4\nimprint: { en: Printed by hand, ar: طُبع باليد }\n',
    });
    const lines = [...itemsOf(set.made.edition.pages[3]!)].flatMap(({ item, groups }) =>
      item.kind === 'glyphs' ? [{ item, own: groups.some(group => group.role === 'imprint') }] : [],
    );
    const strip = lines.filter(({ own }) => own);
    expect(strip.map(({ item }) => textOf(item)).join('|')).toContain('Printed by hand');
    const top = Math.min(...strip.map(({ item }) => item.y)) - 12;
    const foot = Math.max(
      ...lines.filter(({ item, own }) => !own && item.y < top + 20).map(({ item }) => item.y),
    );
    expect(foot).toBeLessThan(top);
    const [arabic, english] = [/طُبع/, /Printed/].map(
      words => strip.find(({ item }) => words.test(textOf(item)))!.item.x,
    );
    expect(arabic).toBeGreaterThan(english!);
  });
});

describe('text that finds no room', () => {
  it('fills the last page, and the rest is reported with its lines and words', async () => {
    const set = await setText({
      stories: { a: story('en', 6000), b: story('ar', 50, 2) },
      issue: 'pages: 1\n',
    });
    expect(set.made.pages).toMatchObject([{ page: 1, stories: ['a'] }]);
    expect(set.made.pages[0]!.fill).toBeGreaterThan(0.99);
    const [a, b] = set.made.overset;
    const printed = linesOf(set, 'a', ['paragraph']);
    expect(printed.length).toBeGreaterThan(250);
    const words = printed.join(' ').split(/\s+/).length;
    expect(a!.story).toBe('a');
    expect(a!.words + words).toBeGreaterThan(5800);
    expect(a!.words + words).toBeLessThan(6500);
    expect(b).toMatchObject({ story: 'b', lines: expect.any(Number), words: 54 });
    expect(linesOf(set, 'b', ['paragraph', 'headline'])).toEqual([]);
  });

  it('leads from page to page, and says nothing of pages it does not go on to', async () => {
    const set = await setText({ stories: { a: story('en', 6000) }, issue: 'pages: 2\n' });
    const jumps = set.made.edition.pages.map(page =>
      pageItems(set, page.number).flatMap(item => (item.kind === 'link' ? [item.target] : [])),
    );
    expect(jumps).toEqual([[{ page: 2 }], [{ page: 1 }]]);
  });

  it('stands nowhere twice', async () => {
    const set = await setText({
      stories: { a: story('en', 3000) },
      issue: 'pages: 2\n',
      layout: [SMALL_SHEET],
    });
    const { wanted, found } = bodyLetters(set, 'a');
    expect(found.length).toBeLessThan(wanted.length);
    const written = linesOf(
      await setText({ stories: { a: story('en', 3000) }, issue: 'pages: 4\n', layout: [SMALL_SHEET] }),
      'a',
      ['paragraph'],
    );
    const printed = linesOf(set, 'a', ['paragraph']);
    expect(printed.join(' ').slice(0, 2000)).toBe(written.join(' ').slice(0, 2000));
    expect(printed.length).toBeLessThan(written.length);
  });
});

describe('layouts of other columns', () => {
  it.each([1, 2, 3, 5, 6, 8])('%i columns hold everything, clear of each other', async count => {
    const stories = { a: story('en', 700), b: story('ar', 500, 4), ...tiny(4, 40) };
    const set = await setText({ stories, layout: [columnsOf(count)] });
    expectWhole(set);
    expectClear(set);
  });

  it.each([1, 3])('%i columns hold everything in an English paper', async count => {
    const set = await setText({
      stories: { a: story('en', 700), b: story('ar', 500, 4) },
      layout: [columnsOf(count), SMALL_SHEET],
      publication: ENGLISH_FIRST,
    });
    expectWhole(set);
    expectClear(set);
    expect(set.made.edition.binding).toBe('left');
  });
});

describe('odd issues', () => {
  const pictured = (words: number, picture: string): string =>
    story('en', words, 1, `pictures:\n  - { ${picture} }\n`);
  const cases: readonly (readonly [string, () => Promise<IssueText>])[] = [
    [
      'stories without a body',
      async () => ({ stories: { a: story('ar', 0), b: story('en', 0, 2), c: story('en', 80, 3) } }),
    ],
    [
      'stories of one word',
      async () => ({
        stories: { a: story('ar', 1), b: story('en', 1, 2, 'deck: A.\nbyline: B\ncolumns: 4\n') },
      }),
    ],
    [
      'a picture as wide as can be',
      async () => ({
        stories: { a: pictured(400, 'file: p.jpg, columns: 8') },
        pictures: { 'p.jpg': await gray(3000, 200) },
      }),
    ],
    [
      'a picture as tall as can be',
      async () => ({
        stories: { a: pictured(400, 'file: p.jpg, columns: 4') },
        pictures: { 'p.jpg': await gray(100, 2000) },
      }),
    ],
    [
      'a drawing as tall as can be',
      async () => ({
        stories: { a: pictured(400, 'file: p.svg, columns: 2') },
        pictures: { 'p.svg': svg(50, 900) },
      }),
    ],
    [
      'a picture without text',
      async () => ({
        stories: { a: pictured(0, 'file: p.jpg') },
        pictures: { 'p.jpg': await gray(300, 200) },
      }),
    ],
    [
      'a sidebar wider than its story',
      async () => ({
        stories: {
          a: `${story('en', 90, 1, 'columns: 1\n')}\n:::sidebar{title=Box columns=3}\nOne two three.\n:::\n`,
        },
      }),
    ],
    [
      'a headline of a hundred words',
      async () => ({
        stories: { a: story('en', 50).replace('headline: ', `headline: ${'word '.repeat(100)}`) },
      }),
    ],
    ['a subhead at the end', async () => ({ stories: { a: `${story('en', 300)}\n## The end\n` } })],
    [
      'nothing but a quote',
      async () => ({ stories: { a: `${story('en', 0)}:::pull\nSaid and done.\n:::\n` } }),
    ],
  ];

  it.each(cases)('%s', async (_, text) => {
    const set = await setText(await text());
    expectWhole(set);
    expectClear(set);
  });

  it('more pictures than a page holds with little text: both are shared out over pages', async () => {
    const pictures = `pictures:\n${'  - { file: p.jpg, columns: 4 }\n'.repeat(5)}`;
    const set = await setText({
      stories: { a: story('en', 300, 1, pictures) },
      issue: 'pages: 4\n',
      pictures: { 'p.jpg': await gray(800, 600) },
    });
    expectWhole(set);
    expectClear(set);
    const shown = set.made.edition.pages.map(
      page => pageItems(set, page.number).filter(item => item.kind === 'picture').length,
    );
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it('a story that no page can hold: the page count stays small', async () => {
    const pictures = `pictures:\n${'  - { file: p.jpg, columns: 4 }\n'.repeat(4)}`;
    const set = await setText({
      stories: { a: story('en', 10, 1, pictures), b: story('en', 300, 2) },
      pictures: { 'p.jpg': await gray(400, 900) },
    });
    expect(set.made.overset.map(item => item.story)).toContain('a');
    expect(set.made.edition.pages.length).toBeLessThanOrEqual(16);
  });

  it('thirty tiny stories, soon', async () => {
    const began = performance.now();
    const set = await setText({ stories: tiny(30, 30), layout: [columnsOf(6)] });
    expect(performance.now() - began).toBeLessThan(15_000);
    expectWhole(set);
    expect(set.made.edition.pages).toHaveLength(4);
  });

  it('no page for the stories at all', async () => {
    const set = await setText({
      stories: { a: story('en', 50), b: story('ar', 50, 2) },
      issue: 'pages: 1\nfront: { picture: { file: p.jpg }, main: { story: a }, second: { story: b } }\n',
      pictures: { 'p.jpg': await gray(400, 300) },
    });
    expect(set.made.overset.map(item => item.story)).toEqual(['a', 'b']);
    const links = pageItems(set, 1).flatMap(item =>
      item.kind === 'link' && 'page' in item.target ? [item.target.page] : [],
    );
    for (const page of links) expect(page).toBe(1);
  });
});

describe('the search', () => {
  it('gives the same pages twice', async () => {
    const text = {
      stories: { a: story('en', 1800), b: story('ar', 700, 2), ...tiny(5, 60) },
      layout: [SMALL_SHEET],
    };
    expect(dumpEdition((await setText(text)).made.edition)).toBe(
      dumpEdition((await setText(text)).made.edition),
    );
  });

  it('leaves no page empty between pages of stories', async () => {
    for (const words of [200, 900, 1700, 2600]) {
      const set = await setText({
        stories: { a: story('en', words), b: story('ar', 300, 2) },
        layout: [SMALL_SHEET],
      });
      const empty = set.made.pages.map(({ stories }) => stories.length === 0);
      expect(empty).toEqual([...empty].sort((a, b) => Number(a) - Number(b)));
    }
  });

  it('gives a narrow story of one line its deck in the head and a wide one in its first column', async () => {
    const set = await setText({
      stories: {
        wide: story('en', 600, 1, 'columns: 4\ndeck: A deck of a few words.\n'),
        narrow: story('en', 300, 2, 'columns: 2\ndeck: A deck of a few words.\n'),
        other: story('en', 300, 3, 'columns: 2\n'),
      },
      publication: [NO_FILLERS],
    });
    const deck = (id: string): number[] => {
      const page = set.made.edition.pages[0]!;
      return [...itemsOf(page)].flatMap(({ item, groups }) =>
        item.kind === 'glyphs' && groups.some(group => group.story === id && group.role === 'deck')
          ? [rightOf(item) - item.x, item.y]
          : [],
      );
    };
    const headFoot = (id: string): number =>
      Math.max(
        ...[...itemsOf(set.made.edition.pages[0]!)].flatMap(({ item, groups }) =>
          item.kind === 'glyphs' && groups.some(group => group.story === id && group.role === 'headline')
            ? [item.y]
            : [],
        ),
      );
    expect(deck('wide')[0]!).toBeLessThan(set.manifest.layout.columnWidth + 1);
    expect(deck('wide')[1]!).toBeGreaterThan(headFoot('wide'));
    expect(deck('narrow')[1]!).toBeGreaterThan(headFoot('narrow'));
  });
});
