/** Page references, jump lines and links are true: what is printed is where the story stands. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import {
  ENGLISH_FIRST,
  linesOf,
  pageItems,
  pageOf,
  SMALL_SHEET,
  setText,
  setWithProblems,
  story,
} from '../support/issue.js';
import { itemsOf, textOf } from '../support/newspaper.js';

const digits = (value: number): string => String(value).replace(/\d/g, digit => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);

const referring = (lang: 'ar' | 'en', words: number, seed: number, text: string): string =>
  `${story(lang, words, seed)}\n${text}\n`;

/** Text of every line of a page that belongs to no paragraph. */
function systemLines(set: SetIssue, page: number): string[] {
  return pageItems(set, page).flatMap(item => (item.kind === 'glyphs' ? [textOf(item)] : []));
}

describe('a page reference', () => {
  const stories = {
    a: referring('en', 700, 1, 'See page :page[c], and page :page[b].'),
    b: referring('ar', 900, 2, 'انظر الصفحة :page[a] والصفحة :page[c].'),
    c: referring('ar', 600, 3, 'نص.'),
  };

  it.each([
    ['Arabic first', []],
    ['English first', ENGLISH_FIRST],
  ] as const)(
    'prints the page on which the story begins, in the digits of its sentence (%s)',
    async (_, publication) => {
      const { set, problems } = await setWithProblems({ stories, publication, layout: [SMALL_SHEET] });
      expect(problems.list.filter(problem => problem.code !== 'loose-line')).toEqual([]);
      const [a, b, c] = ['a', 'b', 'c'].map(id => pageOf(set, id)!);
      expect(c).toBeGreaterThan(b!);
      expect(linesOf(set, 'a', ['paragraph']).join(' ')).toContain(`See page ${c}, and page ${b}.`);
      const arabic = linesOf(set, 'b', ['paragraph']).slice(-2).join(' ');
      expect(arabic).toContain(digits(a!));
      expect(arabic).toContain(digits(c!));
    },
  );

  it('leads to that page', async () => {
    const set = await setText({ stories, layout: [SMALL_SHEET] });
    const targets = set.made.edition.pages.flatMap(page =>
      pageItems(set, page.number).flatMap(item =>
        item.kind === 'link' && 'page' in item.target ? [item.target.page] : [],
      ),
    );
    for (const id of ['a', 'b', 'c']) expect(targets).toContain(pageOf(set, id));
    for (const page of targets) expect(page).toBeLessThanOrEqual(set.made.edition.pages.length);
  });

  it('to a story that found no room still names a page of the issue', async () => {
    const set = await setText({
      stories: {
        a: referring('en', 100, 1, 'See page :page[c].'),
        b: story('en', 4000, 2),
        c: story('en', 300, 3),
      },
      issue: 'pages: 2\n',
      layout: [SMALL_SHEET],
    });
    expect(set.made.overset.map(item => item.story)).toContain('c');
    expect(linesOf(set, 'a', ['paragraph']).join(' ')).toContain('See page 2.');
  });
});

describe('a story that goes on over the page', () => {
  it.each([
    ['en', ENGLISH_FIRST],
    ['ar', []],
  ] as const)('says so at both ends, in its language and digits (%s)', async (lang, publication) => {
    const set = await setText({
      stories: { a: story(lang, 1500) },
      issue: 'pages: 4\n',
      layout: [SMALL_SHEET],
      publication,
    });
    const parts = set.made.pages.filter(page => page.stories.includes('a')).map(({ page }) => page);
    expect(parts.length).toBeGreaterThan(1);
    const number = (page: number): string => (lang === 'ar' ? digits(page) : String(page));
    for (const [at, page] of parts.entries()) {
      const next = parts[at + 1];
      const words = systemLines(set, page);
      // Runs stand in visual order, so an Arabic line has its number first; a small head may take two lines.
      const says = (before: string, other: number): boolean =>
        words.some((text, index) => {
          const near = lang === 'ar' ? words.slice(Math.max(0, index - 1), index + 4) : [text];
          return (
            text.toLowerCase().includes(before) && near.some(item => item?.endsWith(number(other)) === true)
          );
        });
      expect(says(lang === 'ar' ? 'التتمّة في' : 'continued on page', page + 1)).toBe(next !== undefined);
      expect(says(lang === 'ar' ? 'تتمّة المنشور' : 'from page', page - 1)).toBe(at > 0);
      if (next !== undefined) expect(next).toBe(page + 1);
    }
  });

  it('keeps its jump line clear of the text over it', async () => {
    for (const lang of ['ar', 'en'] as const) {
      for (const publication of [[], ENGLISH_FIRST]) {
        const set = await setText({
          stories: { a: story(lang, 1500) },
          issue: 'pages: 4\n',
          layout: [SMALL_SHEET],
          publication,
        });
        const link = pageItems(set, 1).find(item => item.kind === 'link')!;
        if (link.kind !== 'link') throw new Error('no link');
        const body = [...itemsOf(set.made.edition.pages[0]!)].flatMap(({ item, groups }) =>
          item.kind === 'glyphs' && groups.some(group => group.role === 'paragraph') ? [item] : [],
        );
        const over = body.filter(item => item.x < link.x + link.width && item.x >= link.x - 1);
        expect(over.length).toBeGreaterThan(0);
        for (const item of over) expect(item.y).toBeLessThanOrEqual(link.y);
      }
    }
  });
});
