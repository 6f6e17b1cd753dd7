/** Whole small issues, one in each direction: nothing lost, nothing off the page, everything mirrored. */

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import { dumpEdition } from '../../src/frame/dump.js';
import { plainText } from '../../src/story/story.js';
import { itemsOf, newspaper, prose, runsOf, setGoodIssue, textOf } from '../support/newspaper.js';

const gray = (width: number, height: number): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();

const story = (lang: 'ar' | 'en', words: number, seed: number, head = ''): string =>
  `---\nlang: ${lang}\nheadline: ${prose(5, lang, seed).trim()}\n${head}---\n${prose(words, lang, seed + 1)}\n`;

async function arabicIssue(): Promise<SetIssue> {
  const project = newspaper({
    'issues/3/issue.yaml': `number: 3
date: "2021-05-01"
pages: 4
stories: [first, second, third]
`,
    'issues/3/stories/first.md': story(
      'ar',
      900,
      1,
      'kicker: ذاكرة\ndeck: سطر تحت العنوان.\nbyline: المحررون\npictures:\n  - { file: a.jpg, columns: 2, caption: شرح الصورة. }\n',
    ),
    'issues/3/stories/second.md': story('en', 800, 7, 'deck: A line below the head.\n'),
    'issues/3/stories/third.md': story('ar', 150, 11),
    'issues/3/pictures/a.jpg': await gray(800, 600),
  });
  return setGoodIssue(project, '3');
}

async function englishIssue(): Promise<SetIssue> {
  const project = newspaper({
    'issues/publication.yaml': `title: { en: The Evening Proof }
languages: [en]
binding: left
digits: { en: european }
layout: small
words:
  en:
    page: Page {page}
    continued: Continued on page {page}
    from: From page {page}
    number: No. {number}
    sources: Sources
    months: [January, February, March, April, May, June, July, August, September, October, November, December]
print: { profile: layouts/profiles/newsprint-snap2007.icc, condition: SNAP 2007, identifier: CGATS TR 002, inkLimit: 240 }
`,
    'issues/7/issue.yaml': `number: 7
date: "2021-05-01"
stories: [first, second, third]
`,
    'issues/7/stories/first.md': story(
      'en',
      1500,
      3,
      'pictures:\n  - { file: a.jpg, columns: 2, caption: What is seen. }\n',
    ),
    'issues/7/stories/second.md': story('en', 400, 5),
    'issues/7/stories/third.md': story('ar', 300, 9),
    'issues/7/pictures/a.jpg': await gray(900, 600),
  });
  const { readFileSync, writeFileSync } = await import('node:fs');
  const layout = readFileSync(project.path('layouts/tabloid.yaml'), 'utf8')
    .replace('width: 280mm, height: 400mm', 'width: 235mm, height: 315mm')
    .replace('count: 4, gutter: 6mm', 'count: 3, gutter: 5mm');
  writeFileSync(project.path('layouts/small.yaml'), layout);
  return setGoodIssue(project, '7');
}

const BODY = ['paragraph', 'subhead', 'list-item'];

function expectNothingLost(set: SetIssue): void {
  expect(set.made.overset).toEqual([]);
  for (const { id, blocks } of set.stories) {
    const wanted = blocks.map(block => ('text' in block ? plainText(block.text) : '')).join('');
    const found = runsOf(set, id, BODY).map(({ run }) => textOf(run));
    const letters = (text: string): string => [...text.replace(/[\s\u00a0■]/g, '')].sort().join('');
    expect(letters(found.join(''))).toBe(letters(wanted));
  }
}

function expectInsidePages(set: SetIssue): void {
  for (const page of set.made.edition.pages) {
    for (const { item } of itemsOf(page)) {
      if (item.kind !== 'glyphs') continue;
      const width = item.advances.reduce((sum, advance) => sum + advance, 0);
      expect(item.x).toBeGreaterThan(0);
      expect(item.x + width).toBeLessThan(page.width);
      expect(item.y).toBeLessThan(page.height);
    }
  }
}

function expectOnGrid(set: SetIssue): void {
  for (const { id } of set.stories) {
    for (const { run } of runsOf(set, id, ['paragraph'])) {
      const steps = run.y / set.manifest.layout.grid;
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
    }
  }
}

describe('an Arabic issue with an English story', () => {
  it('loses nothing, keeps to the page and to the grid', async () => {
    const set = await arabicIssue();
    expectNothingLost(set);
    expectInsidePages(set);
    expectOnGrid(set);
  });

  it('runs Arabic columns from right to left and English ones from left to right', async () => {
    const set = await arabicIssue();
    const columns = (id: string): number[] => {
      const runs = runsOf(set, id, ['paragraph']);
      const first = runs[0]!.page;
      return [
        ...new Set(
          runs.filter(({ page }) => page === first).map(({ run }) => Math.floor((run.x - 31) / 187)),
        ),
      ];
    };
    expect(columns('first')).toEqual([...columns('first')].sort((a, b) => b - a));
    expect(columns('second')).toEqual([...columns('second')].sort((a, b) => a - b));
  });

  it('is the same twice, frame by frame', async () => {
    expect(dumpEdition((await arabicIssue()).made.edition)).toBe(
      dumpEdition((await arabicIssue()).made.edition),
    );
  });

  it('has these frames', async () => {
    await expect(dumpEdition((await arabicIssue()).made.edition)).toMatchFileSnapshot(
      'expected/arabic-issue.txt',
    );
  });
});

describe('an English issue with an Arabic story on another sheet', () => {
  it('loses nothing, keeps to the page and to the grid', async () => {
    const set = await englishIssue();
    expectNothingLost(set);
    expectInsidePages(set);
    expectOnGrid(set);
    expect(set.made.edition.binding).toBe('left');
  });

  it('takes the smallest multiple of four pages that holds it', async () => {
    expect((await englishIssue()).made.edition.pages).toHaveLength(4);
  });

  it('has these frames', async () => {
    await expect(dumpEdition((await englishIssue()).made.edition)).toMatchFileSnapshot(
      'expected/english-issue.txt',
    );
  });
});
