/** Where a story is parted, and where its end stands on the page that it ends on. */

import { describe, expect, it } from 'vitest';
import { ENGLISH_FIRST, gray, NO_FILLERS, SMALL_SHEET, setText, story } from '../support/issue.js';
import { runsOf } from '../support/newspaper.js';

/** Stories from the head of a page to its foot, by the area that each stands in. */
async function orderOn(page: number, words: readonly [number, number], pins = ''): Promise<string[]> {
  const set = await setText({
    stories: { long: story('en', words[0], 1), next: story('en', words[1], 2) },
    issue: `pages: 4\n${pins}`,
    publication: [...ENGLISH_FIRST, NO_FILLERS],
  });
  const plan = set.made.pages.find(one => one.page === page)!;
  return plan.modules.toSorted((a, b) => a.area.y - b.area.y).map(module => module.story);
}

describe('the end of a story', () => {
  it('stands under a story that takes more of the page', async () => {
    expect(await orderOn(2, [2100, 1700])).toEqual(['next', 'long']);
  });
  it('stands at the head of a page that is mostly its own', async () => {
    expect(await orderOn(2, [2800, 500])).toEqual(['long', 'next']);
  });
  it('goes on in its place under a picture across two pages', async () => {
    const picture = 'pictures: [{ file: p.jpg, caption: Seen., alt: A thing. }]\n';
    const set = await setText({
      stories: { long: story('en', 1500, 1, picture), next: story('en', 1400, 2) },
      pictures: { 'p.jpg': await gray(2400, 800) },
      issue: 'plan: [{ pages: 2-3, spread: true, stories: [long, next] }]\n',
      publication: [...ENGLISH_FIRST, NO_FILLERS],
    });
    const { modules } = set.made.pages.find(({ page }) => page === 3)!;
    expect(modules.toSorted((a, b) => a.area.y - b.area.y).map(module => module.story)).toEqual([
      'long',
      'next',
    ]);
    expect(modules[1]!.lines).toBeGreaterThan(modules[0]!.lines);
  });
  it('gives no way where the foot is asked for', async () => {
    expect(await orderOn(2, [2100, 1700], 'pins:\n  next: { place: bottom }\n')).toEqual(['long', 'next']);
  });
});

it('a page does not end inside a word where the story goes on', async () => {
  let jumps = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const set = await setText({
      stories: { long: story('en', 2400, seed) },
      issue: 'pages: 8\n',
      publication: ENGLISH_FIRST,
      layout: [SMALL_SHEET],
    });
    const lines = runsOf(set, 'long', ['paragraph']).map(({ run, page }) => ({ ...run.line!, page }));
    const ends = lines.filter((line, at) => lines[at + 1] !== undefined && lines[at + 1]!.page !== line.page);
    jumps += ends.length;
    expect(ends.filter(({ hyphen }) => hyphen)).toEqual([]);
  }
  expect(jumps).toBeGreaterThan(6);
});
