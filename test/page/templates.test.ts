/** Page templates: columns and styles of their own, pictures over the text of a page or of two, section heads, mastheads. */

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import type { Item, PictureItem } from '../../src/frame/frame.js';
import { outerSide } from '../../src/page/geometry.js';
import { type SetPage, sectionOn } from '../../src/page/set-page.js';
import {
  bodyLetters,
  type Change,
  ENGLISH_FIRST,
  gray,
  pageItems,
  SMALL_SHEET,
  setText,
  story,
} from '../support/issue.js';
import { itemsOf, textOf } from '../support/newspaper.js';

const SECTIONS: readonly Change[] = [['sections:\n', 'sections:\n  news: { ar: أخبار, en: News }\n']];

/** What the layout says of the section `news`. */
const news = (fields: string): Change => [
  'sections:\n  opinion:',
  `sections:\n  news: ${fields}\n  opinion:`,
];

const BODY = ['paragraph'];

/** Left edges of the columns that text stands in on a page, rounded. */
function columnsOn(set: SetIssue, page: number): number[] {
  const found = new Map<number, number>();
  for (const { item, groups } of itemsOf(set.made.edition.pages[page - 1]!)) {
    if (item.kind !== 'glyphs' || !groups.some(({ role }) => BODY.includes(role ?? ''))) continue;
    const left = Math.round(item.x);
    found.set(left, (found.get(left) ?? 0) + 1);
  }
  const lefts = [...found].flatMap(([left, lines]) => (lines >= 5 ? [left] : [])).sort((a, b) => a - b);
  // First lines of paragraphs are set in by less than this.
  return lefts.filter((left, index) => index === 0 || left - lefts[index - 1]! > 30);
}

function picturesOn(set: SetIssue, page: number): PictureItem[] {
  return pageItems(set, page).filter((item): item is PictureItem => item.kind === 'picture');
}

function wordsOn(set: SetIssue, page: number): string {
  return pageItems(set, page)
    .flatMap(item => (item.kind === 'glyphs' ? [textOf(item)] : []))
    .join(' ');
}

describe('a template with columns of its own', () => {
  const stories = { a: story('en', 900, 3), b: story('en', 700, 5) };
  const issue = 'plan:\n  - { pages: 1, template: opinion, stories: [a] }\n  - { pages: 2, stories: [b] }\n';

  it('sets the stories of its entry in them, and the others in those of the layout', async () => {
    const set = await setText({ stories, issue, publication: ENGLISH_FIRST });
    expect(columnsOn(set, 1)).toHaveLength(3);
    expect(columnsOn(set, 2)).toHaveLength(4);
    expect(set.made.pages.map(({ template, columns }) => [template, columns])).toEqual([
      ['opinion', 3],
      ['inside', 4],
      ['inside', 4],
      ['inside', 4],
    ]);
    for (const id of ['a', 'b']) {
      const { wanted, found } = bodyLetters(set, id);
      expect(found).toBe(wanted);
    }
  });

  it('sets them in its styles', async () => {
    const set = await setText({ stories, issue, publication: ENGLISH_FIRST });
    const sizes = (page: number): Set<number> =>
      new Set(
        [...itemsOf(set.made.edition.pages[page - 1]!)].flatMap(({ item, groups }) =>
          item.kind === 'glyphs' &&
          item.line?.style === 'body' &&
          groups.some(({ role }) => role === 'paragraph')
            ? [item.size]
            : [],
        ),
      );
    expect([...sizes(1)]).toEqual([10.4]);
    expect([...sizes(2)]).toEqual([9.5]);
  });

  it('is that of a section whose layout names it, where the entry names none', async () => {
    const set = await setText({
      stories: { a: story('en', 900, 3, 'section: news\n'), b: story('en', 700, 5, 'section: news\n') },
      issue: 'plan:\n  - { pages: 1, stories: [a] }\n  - { pages: 2, template: inside, stories: [b] }\n',
      publication: [...ENGLISH_FIRST, ...SECTIONS],
      layout: [news('{ template: opinion }')],
    });
    expect(set.made.pages.slice(0, 2).map(({ template }) => template)).toEqual(['opinion', 'inside']);
  });

  it('has a tint behind it if it says so', async () => {
    const set = await setText({
      stories: { a: story('en', 300) },
      issue: 'plan: [{ pages: 1, stories: [a] }]\n',
      layout: [['inside: {}', 'inside: { ground: tint }']],
    });
    const [first] = set.made.edition.pages[0]!.items;
    expect(first).toMatchObject({ kind: 'box', ink: { name: 'tint' } });
    const { body } = set.made.pages[0]!;
    expect((first as { width: number }).width).toBeGreaterThan(body.width);
  });
});

describe('a picture over one page', () => {
  const head = 'pictures: [{ file: a.jpg, caption: What one sees., alt: A hill. }]\n';
  const text = async (words: number) => ({
    stories: { a: story('en', words, 2, head) },
    issue: 'plan: [{ pages: 1-2, template: picture, stories: [a] }]\n',
    publication: ENGLISH_FIRST,
    pictures: { 'a.jpg': await gray(1500, 1000) },
  });

  it('reaches the bleed on three sides, its caption and the text under it', async () => {
    const set = await setText({
      ...(await text(260)),
      issue: 'plan: [{ pages: 1, template: picture, stories: [a] }]\n',
    });
    const { sheet } = set.manifest.layout;
    const [picture, ...others] = picturesOn(set, 1);
    expect(others).toEqual([]);
    expect([picture!.x, picture!.y]).toEqual([-sheet.bleed, -sheet.bleed]);
    expect(picture!.width).toBeCloseTo(sheet.width + 2 * sheet.bleed);
    expect(picture!.height).toBeGreaterThan(sheet.height / 2);
    const foot = picture!.y + picture!.height;
    for (const { item } of itemsOf(set.made.edition.pages[0]!))
      if (item.kind === 'glyphs') expect(item.y).toBeGreaterThan(foot);
    expect(wordsOn(set, 1)).toContain('What one sees.');
    const [report] = set.made.pages;
    expect(report!.fill).toBeGreaterThanOrEqual(0.98);
    expect(report!.modules[0]!.pictures).toMatchObject([{ over: 'page', place: 'top' }]);
    expect(set.made.stories[0]!.pictures).toMatchObject([{ placed: { page: 1 } }]);
  });

  it('leaves the rest of a long text to the pages after it', async () => {
    const set = await setText(await text(1900));
    expect(picturesOn(set, 1)).toHaveLength(1);
    expect(picturesOn(set, 2)).toEqual([]);
    expect(wordsOn(set, 1)).toContain('Continued on page 2');
    const { wanted, found } = bodyLetters(set, 'a');
    expect(found).toBe(wanted);
  });

  it('under a page head keeps to the margins', async () => {
    const set = await setText({ ...(await text(260)), layout: [['    head: { height: 0pt }\n', '']] });
    const { body } = set.made.pages[0]!;
    expect(picturesOn(set, 1)[0]).toMatchObject({ x: body.x, y: body.y, width: body.width });
  });
});

describe.each(['left', 'right'] as const)(
  'a picture across two pages of a paper bound on the %s',
  binding => {
    const head = 'pictures: [{ file: a.jpg, caption: What one sees., alt: A hill. }, { file: b.jpg }]\n';
    const set = async () =>
      setText({
        stories: { first: story('ar', 400), a: story('en', 1500, 2, head), last: story('ar', 60) },
        issue: 'plan: [{ pages: 1, stories: [first] }, { pages: 2-3, spread: true, stories: [a, last] }]\n',
        publication: binding === 'left' ? ENGLISH_FIRST : [],
        pictures: { 'a.jpg': await gray(2000, 800), 'b.jpg': await gray(900, 600) },
      });

    it('shows its halves left and right of the fold, through the inside margins', async () => {
      const made = await set();
      const { sheet, margins } = made.manifest.layout;
      const [two, three] = [2, 3].map(
        page => picturesOn(made, page).find(({ file }) => file.endsWith('a.jpg'))!,
      );
      const [left, right] = outerSide(2, binding) === 'left' ? [two!, three!] : [three!, two!];
      expect(left.x).toBe(margins.outside);
      expect(right.x).toBeCloseTo(left.x - sheet.width);
      expect(left.width).toBeCloseTo(2 * (sheet.width - margins.outside));
      expect(right).toEqual({ ...left, x: right.x });
    });

    it('cuts each half at the bleed beyond the fold, and at the outer margin', async () => {
      const made = await set();
      const { sheet, margins } = made.manifest.layout;
      for (const page of [2, 3]) {
        const clipped = made.made.edition.pages[page - 1]!.items.filter(
          (item): item is Extract<Item, { kind: 'group' }> =>
            item.kind === 'group' && item.clip !== undefined,
        );
        expect(clipped).toHaveLength(1);
        const { x, width } = clipped[0]!.clip!;
        const isLeft = outerSide(page, binding) === 'left';
        expect(x).toBeCloseTo(isLeft ? margins.outside : -sheet.bleed);
        expect(x + width).toBeCloseTo(isLeft ? sheet.width + sheet.bleed : sheet.width - margins.outside);
      }
    });

    it('has text that goes on without a word about it, all of it', async () => {
      const made = await set();
      expect(wordsOn(made, 2)).not.toMatch(/Continued/);
      expect(wordsOn(made, 3)).not.toMatch(/From page/);
      const { wanted, found } = bodyLetters(made, 'a');
      expect(found).toBe(wanted);
      expect(made.made.pages.slice(1, 3).map(({ modules }) => modules[0]!.pictures[0])).toMatchObject([
        { over: 'spread' },
        { over: 'spread' },
      ]);
    });

    it('is told to readers once', async () => {
      const made = await set();
      const told = made.made.edition.pages.flatMap(({ items }) =>
        items.flatMap(item => (item.kind === 'group' && item.alt === 'A hill.' ? [item.role] : [])),
      );
      expect(told).toEqual(['figure']);
    });
  },
);

describe('section heads', () => {
  it('are larger and in the section’s colour on its first page', async () => {
    const set = await setText({
      stories: { a: story('en', 700, 3, 'section: news\n'), b: story('en', 500, 5, 'section: city\n') },
      issue:
        'plan:\n  - { pages: 1-2, section: news, stories: [a] }\n  - { pages: 3, section: city, stories: [b] }\n',
      publication: [...ENGLISH_FIRST, ...SECTIONS],
      layout: [news('{ ink: blue }'), SMALL_SHEET],
    });
    const flags = [1, 2, 3].map(page => {
      const flag = pageItems(set, page).find(
        item => item.kind === 'glyphs' && /^(News|City)$/i.test(textOf(item)),
      );
      return flag?.kind === 'glyphs' ? [flag.size, flag.ink.name] : undefined;
    });
    expect(flags).toEqual([
      [26, 'blue'],
      [20, 'black'],
      [26, 'accent'],
    ]);
  });

  it('name what most of a page is about, not what a story of the page before leaves over', () => {
    const cell = (section: string | undefined, width: number, height: number) => ({
      width,
      modules: [{ stories: [{ story: { section } }], layout: { height } }],
    });
    const page = (...cells: ReturnType<typeof cell>[]) =>
      ({ rows: cells.map(one => ({ row: { cells: [one] } })) }) as unknown as SetPage;
    expect(sectionOn(page(cell('news', 700, 90), cell('city', 700, 800)))).toBe('city');
    expect(sectionOn(page(cell('news', 700, 90), cell(undefined, 700, 800)))).toBe('news');
    expect(sectionOn(page(cell('news', 340, 400), cell('city', 340, 400)))).toBe('news');
    expect(sectionOn(undefined)).toBeUndefined();
  });
});

it('another masthead of the layout stands on the front page of an issue that names it', async () => {
  const front = `front:\n  masthead: special\n  picture: { file: a.jpg }\n  main: { story: a }\n`;
  const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();
  const set = await setText({
    stories: { a: story('en', 500) },
    issue: front,
    pictures: { 'a.jpg': picture },
  });
  const ink = pageItems(set, 1)
    .filter(item => item.kind === 'box')
    .map(item => item.kind === 'box' && item.ink.name);
  expect(ink[0]).toBe('black');
});

describe('stories that no entry of the plan names', () => {
  const stories = {
    a: story('en', 500, 3),
    b: story('en', 900, 5),
    c: story('ar', 700, 7),
    d: story('en', 400),
  };

  it('follow on the pages after the plan where its own are full', async () => {
    const full = { ...stories, c: story('ar', 3000, 7) };
    const set = await setText({ stories: full, issue: 'pages: 4\nplan: [{ pages: 1-2, stories: [c] }]\n' });
    expect(set.made.overset).toEqual([]);
    expect(set.made.stories.map(({ story, pages, wished }) => [story, pages[0]! > 2, wished.pages])).toEqual([
      ['a', true, undefined],
      ['b', true, undefined],
      ['c', false, { first: 1, last: 2 }],
      ['d', true, undefined],
    ]);
  });

  it('stand on pages between entries too, and go on over them to the next', async () => {
    const long = {
      a: story('en', 500, 3),
      b: story('en', 1700, 5),
      c: story('ar', 500, 7),
      d: story('en', 600),
    };
    const plan = 'plan: [{ pages: 1, stories: [c] }, { pages: 4, stories: [d] }]\n';
    const set = await setText({ stories: long, issue: `pages: 6\n${plan}`, layout: [SMALL_SHEET] });
    expect(set.made.overset).toEqual([]);
    const pages = Object.fromEntries(set.made.stories.map(item => [item.story, item.pages]));
    expect(pages['c']).toEqual([1]);
    expect(pages['d']).toEqual([4]);
    expect(pages['a']).toEqual([2]);
    expect(pages['b']).toEqual([3, 5, 6]);
    const { wanted, found } = bodyLetters(set, 'b');
    expect(found).toBe(wanted);
    expect(wordsOn(set, 3)).toContain('Continued on page 5');
    expect(wordsOn(set, 5)).toContain('From page 3');
    const jumps = set.made.pages.flatMap(({ modules }) => modules.filter(module => module.story === 'b'));
    expect(jumps.map(({ from, to }) => [from, to])).toEqual([
      [undefined, 5],
      [3, 6],
      [5, undefined],
    ]);
  });

  describe('where an entry leaves room', () => {
    const short = {
      c: story('ar', 800, 7),
      d: story('en', 500),
      e: story('en', 3000, 2),
      f: story('en', 250, 4),
    };
    const sectioned = (section: string): string => story('en', 250, 4, `section: ${section}\n`);
    const pagesOf = ({ made }: SetIssue) =>
      Object.fromEntries(made.stories.map(item => [item.story, item.pages[0]]));

    it('stand there in their order, as far as they find room', async () => {
      const set = await setText({
        stories: short,
        issue: 'pages: 4\nplan: [{ pages: 1-2, stories: [c] }]\n',
      });
      expect(set.made.overset).toEqual([]);
      expect(pagesOf(set)).toEqual({ c: 1, d: 2, e: 3, f: 2 });
      for (const id of ['c', 'd', 'f']) {
        const { wanted, found } = bodyLetters(set, id);
        expect(found).toBe(wanted);
      }
    });

    it.each([
      ['under the head of another section', 'section: memory, ', sectioned('city'), ''],
      ['on pages with a template of their own', 'template: opinion, ', story('en', 250, 4), ''],
      ['away from the page they are pinned to', '', story('en', 250, 4), 'pins: { f: { page: 3 } }\n'],
    ])('but not %s', async (_, entry, f, pins) => {
      const plan = `plan: [{ pages: 1-2, ${entry}stories: [c] }]\n`;
      const set = await setText({ stories: { c: short.c, f }, issue: `pages: 4\n${pins}${plan}` });
      expect(pagesOf(set)).toEqual({ c: 1, f: 3 });
    });

    it('under the head of their own', async () => {
      const plan = 'plan: [{ pages: 1-2, section: city, stories: [c] }]\n';
      const set = await setText({
        stories: { c: short.c, f: sectioned('city') },
        issue: `pages: 4\n${plan}`,
      });
      expect(pagesOf(set)['f']).toBeLessThan(3);
    });

    it('and miss no pin of the entry’s own stories', async () => {
      const plan = 'plan: [{ pages: 1-2, stories: [c, d] }]\n';
      const pins = 'pins: { d: { page: 2, place: bottom } }\n';
      const set = await setText({ stories: short, issue: `pages: 4\n${pins}${plan}` });
      expect(set.made.stories.flatMap(({ unmet }) => unmet)).toEqual([]);
      expect(pagesOf(set)).toMatchObject({ c: 1, d: 2 });
    });
  });

  it('need no page after the plan where those between its entries hold them', async () => {
    const set = await setText({
      stories: { ...stories, c: story('ar', 1500, 7), d: story('en', 1700) },
      issue: 'plan: [{ pages: 1, stories: [c] }, { pages: 4, stories: [d] }]\n',
    });
    expect(set.made.overset).toEqual([]);
    expect(set.made.edition.pages).toHaveLength(4);
    for (const id of ['a', 'b'])
      for (const page of set.made.stories.find(item => item.story === id)!.pages)
        expect([2, 3]).toContain(page);
  });

  it('that find no room would find it on pages behind the plan', async () => {
    const long = { b: story('en', 5000, 5), c: story('ar', 1500, 7), d: story('en', 1700) };
    const issue = 'pages: 4\nplan: [{ pages: 1, stories: [c] }, { pages: 4, stories: [d] }]\n';
    const { made } = await setText({ stories: long, issue });
    expect(made.overset).toMatchObject([{ story: 'b', pages: { first: 2, last: 3 }, enough: 8 }]);
  });

  it('take as many pages as they need where the issue says no number', async () => {
    const long = Object.fromEntries(['e', 'f', 'g'].map((id, at) => [id, story('en', 2400, at + 9)]));
    const issue = 'plan: [{ pages: 1-2, stories: [c] }]\n';
    const set = await setText({ stories: { ...stories, ...long }, issue, layout: [SMALL_SHEET] });
    expect(set.made.overset).toEqual([]);
    const pages = set.made.edition.pages.length;
    expect(pages % 4).toBe(0);
    expect(set.made.fit.fewer).toMatchObject({ pages: pages - 4 });
  });
});
