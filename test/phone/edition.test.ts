/** The phone edition of small papers: nothing lost and nothing twice, all of it on its pages, links and references that lead. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import type { GlyphRun, Page } from '../../src/frame/frame.js';
import { linesOf } from '../../src/frame/text-report.js';
import { makePhoneEdition, type PhoneEdition } from '../../src/phone/edition.js';
import { Problems } from '../../src/problem/problem.js';
import { readStructure } from '../../src/structure/read.js';
import { storyTexts } from '../../src/structure/story-text.js';
import { elementsOf } from '../../src/structure/structure.js';
import { ENGLISH_FIRST, gray, type IssueText, setText, story } from '../support/issue.js';
import { itemsOf, prose } from '../support/newspaper.js';
import { outside } from '../support/phone.js';
import { structuredIssue } from '../support/structured.js';

function phoneOf(set: SetIssue): PhoneEdition {
  const problems = new Problems();
  const made = makePhoneEdition(set, problems);
  expect(problems.list).toEqual([]);
  return made;
}

async function phoneOfText(text: IssueText): Promise<PhoneEdition> {
  return phoneOf(await setText(text));
}

/** Right end and left end of what a run shows. */
function extentOf(run: GlyphRun): readonly [number, number] {
  return [run.x, run.x + run.advances.reduce((sum, advance) => sum + advance, 0)];
}

function runsOn(page: Page): GlyphRun[] {
  return [...itemsOf(page)].flatMap(({ item }) => (item.kind === 'glyphs' ? [item] : []));
}

/** Page numbers differ between print and phone. */
const withoutNumbers = (text: string): string => text.replace(/\p{Nd}+/gu, '#').replace(/[. ]+(?=#)/g, ' ');

describe('a paper with all that stories can hold', () => {
  it('has every text of each story once, in the order of print', async () => {
    const set = await structuredIssue();
    const [print, phone] = [set.made.edition, phoneOf(set).edition].map(edition =>
      storyTexts(readStructure(edition)!),
    );
    expect([...phone!.keys()].sort()).toEqual([...print!.keys()].sort());
    for (const [id, text] of phone!) expect(withoutNumbers(text)).toBe(withoutNumbers(print!.get(id)!));
  }, 60_000);

  it('has every picture once, with its words', async () => {
    const { edition } = phoneOf(await structuredIssue());
    const document = readStructure(edition)!;
    const pictures = [...elementsOf(document, 'figure')].map(({ alt }) => alt);
    expect(pictures).toEqual(['The front.', 'A gray area.', 'Only a caption.']);
  }, 60_000);

  it('keeps everything on its pages', async () => {
    expect(outside(phoneOf(await structuredIssue()).edition)).toEqual([]);
  }, 60_000);

  it('leads from its contents to the page of each headline, and from every folio back', async () => {
    const { edition, begins } = phoneOf(await structuredIssue());
    const links = edition.pages.map(page =>
      [...itemsOf(page)].flatMap(({ item }) => (item.kind === 'link' ? [item] : [])),
    );
    const contents = links[0]!.flatMap(({ target }) =>
      'page' in target ? [[target.story, target.page]] : [],
    );
    expect(new Map(contents as [string, number][])).toEqual(begins);
    for (const own of links.slice(1)) expect(own[0]!.target).toEqual({ page: 1 });
    for (const [id, page] of begins) {
      const groups = [...itemsOf(edition.pages[page - 1]!)].flatMap(item => item.groups);
      expect(groups.some(({ role, story: of }) => role === 'headline' && of === id)).toBe(true);
    }
  }, 60_000);

  it('has no line of a paragraph alone, and no head at the foot of a page', async () => {
    const { edition } = phoneOf(await structuredIssue());
    for (const page of edition.pages) {
      const lines = [...linesOf({ ...edition, pages: [page] })].map(({ line }) => line);
      const text = lines.filter(({ style }) => style === 'body');
      const [first, last] = [text[0], text.at(-1)];
      expect(first?.last === true && !first.first).toBe(false);
      expect(last?.first === true && !last.last).toBe(false);
      const foot = lines.filter(({ style }) => !style.startsWith('folio')).at(-1);
      expect(['subhead', 'kicker', 'headline-normal', 'deck', 'byline']).not.toContain(foot?.style);
    }
  }, 60_000);
});

describe('stories', () => {
  it('stand together by section, in the order in which the issue names them', async () => {
    const at = (section: string) => `section: ${section}\n`;
    const { begins } = await phoneOfText({
      stories: {
        a: story('en', 200, 1, at('water')),
        b: story('ar', 200, 2, at('land')),
        c: story('en', 200, 3, at('water')),
        d: story('en', 60, 4),
      },
    });
    expect([...begins.keys()]).toEqual(['a', 'c', 'b', 'd']);
    expect([...begins.values()]).toEqual([...begins.values()].sort((x, y) => x - y));
  });

  it('begin under a rule where half a page is left', async () => {
    const { begins } = await phoneOfText({
      stories: { a: story('en', 300), b: story('en', 30, 2), c: story('ar', 30, 3) },
    });
    expect(begins.get('c')).toBe(begins.get('b'));
  });

  it('refer to pages of the phone in the digits of their language', async () => {
    const refer = (lang: 'ar' | 'en', to: string) =>
      story(lang, 0).replace(/---\n$/, `---\n${lang === 'ar' ? 'انظر الصفحة' : 'See page'} :page[${to}].\n`);
    const { edition, begins } = await phoneOfText({
      stories: { a: refer('ar', 'c'), b: refer('en', 'c'), c: story('en', 900) },
    });
    const told = storyTexts(readStructure(edition)!);
    const page = begins.get('c')!;
    expect(told.get('b')).toContain(`See page ${page}.`);
    expect(told.get('a')).toContain(`انظر الصفحة ${String.fromCodePoint(0x660 + page)}.`);
  });
});

/** Where the page's number stands in the folio, by the binding. */
it.each([
  ['right', []],
  ['left', ENGLISH_FIRST],
] as const)('turns its pages away from a binding on the %s', async (binding, publication) => {
  const { edition } = await phoneOfText({
    stories: { a: story('en', 200), b: story('ar', 200) },
    publication,
  });
  expect(edition.binding).toBe(binding);
  const number = runsOn(edition.pages[1]!).find(run =>
    run.clusters.some(({ text }) => /^[2٢]$/u.test(text)),
  )!;
  expect(number.x < 180).toBe(binding === 'right');
  expect(edition.pages[1]!.label).toBe(binding === 'right' ? '٢' : '2');
});

it('sets a table that is too wide smaller, and cuts none of it off', async () => {
  const columns = 'abcdef'.split('').map(letter => `unbreakable${letter}`);
  const table = `| ${columns.join(' | ')} |\n|${'---|'.repeat(6)}\n| ${columns.join(' | ')} |\n`;
  for (const lang of ['en', 'ar'] as const) {
    const { edition } = await phoneOfText({ stories: { a: `${story(lang, 20)}\n${table}` } });
    const cells = edition.pages.flatMap(runsOn).filter(({ line }) => line?.style.startsWith('table'));
    expect(cells.length).toBeGreaterThanOrEqual(12);
    for (const run of cells) {
      expect(run.line!.torn).toBe(false);
      const [left, right] = extentOf(run);
      expect([left >= 19.9, right <= 340.1]).toEqual([true, true]);
    }
    expect(Math.max(...cells.map(({ size }) => size))).toBeLessThan(13);
  }
});

/** Pages on which text of a box stands, and those with the tint of boxes. */
function boxPages({ pages }: PhoneEdition['edition']): [number[], number[]] {
  const having = (
    is: (entry: ReturnType<typeof itemsOf> extends Iterable<infer Entry> ? Entry : never) => boolean,
  ) => pages.flatMap(page => ([...itemsOf(page)].some(is) ? [page.number] : []));
  return [
    having(({ item, groups }) => item.kind === 'glyphs' && groups.some(({ role }) => role === 'sidebar')),
    having(({ item }) => item.kind === 'box' && item.ink.name === 'tint'),
  ];
}

it.each([
  ['text', prose(300, 'en', 7)],
  ['a table', `| A | B |\n|---|---:|\n${'| One | 1 |\n'.repeat(45)}`],
])('parts a box of %s that is higher than a page, and tints what is on each', async (_, inside) => {
  const box = `:::sidebar{title="The side"}\n${inside}\n:::\n`;
  const { edition } = await phoneOfText({
    stories: { a: `${story('en', 100)}\n${box}\n${prose(50, 'en', 8)}\n` },
  });
  const [texts, tints] = boxPages(edition);
  expect(texts.length).toBeGreaterThan(1);
  expect(tints).toEqual(texts);
  expect([...elementsOf(readStructure(edition)!, 'sidebar')]).toHaveLength(1);
  const words = storyTexts(readStructure(edition)!).get('a')!.split(/\s+/);
  expect(words.length).toBeGreaterThanOrEqual(240);
  const title = runsOn(edition.pages[texts[0]! - 1]!).filter(run => run.line?.style !== 'sidebar-title');
  expect(title.some(run => /^(sidebar|table)/.test(run.line?.style ?? ''))).toBe(true);
});

it('sets what is higher than a page in itself smaller, and cuts nothing off', async () => {
  const long = (words: number): string => prose(words, 'en', 6).replace(/\s+/g, ' ').trim();
  const row = `| ${long(110)} | ${long(110)} | ${long(110)} |`;
  const { edition } = await phoneOfText({
    stories: {
      a: `${story('en', 60, 1, `pictures:\n  - { file: p.jpg, caption: "${long(250)}" }\n`)}`,
      b: `${story('en', 60, 2)}\n:::pull\n${long(200)}\n:::\n\n${prose(40, 'en', 3)}\n`,
      c: `${story('ar', 60, 3)}\n| A | B | C |\n|---|---|---|\n${row}\n`,
      d: story('en', 60, 4, `deck: ${long(150)}\n`),
    },
    pictures: { 'p.jpg': await gray(900, 600) },
  });
  expect(outside(edition)).toEqual([]);
  const texts = storyTexts(readStructure(edition)!);
  const words = [...texts.values()].map(text => text.split(/\s+/).length);
  for (const [at, least] of [250, 250, 380, 200].entries()) expect(words[at]).toBeGreaterThan(least);
});

it('shows the picture that is meant for phones, and print the other', async () => {
  const pictures = { 'wide.jpg': await gray(900, 300), 'narrow.jpg': await gray(300, 400) };
  const head = 'pictures:\n  - { file: wide.jpg, phone: narrow.jpg, caption: Seen. }\n';
  const set = await setText({ stories: { a: story('en', 200, 1, head) }, pictures });
  const files = [set.made.edition, phoneOf(set).edition].map(({ pages }) =>
    pages.flatMap(page =>
      [...itemsOf(page)].flatMap(({ item }) => (item.kind === 'picture' ? [item.file] : [])),
    ),
  );
  expect(files).toEqual([['issues/5/pictures/wide.jpg'], ['issues/5/pictures/narrow.jpg']]);
});

it('is made without any layout of its own', async () => {
  const { edition } = await phoneOfText({
    stories: { a: story('en', 200), b: story('ar', 200) },
    publication: [['phone: { layout: phone }', '']],
  });
  const [first, second] = edition.pages;
  const styles = (page: Page): Set<string | undefined> => new Set(runsOn(page).map(run => run.line?.style));
  expect([...styles(first!)]).toEqual(expect.arrayContaining(['headline-brief', 'byline', 'contents']));
  const body = runsOn(second!).find(run => run.line?.style === 'body')!;
  expect(body.size).toBeGreaterThan(17);
});
