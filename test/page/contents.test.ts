/** Lists of contents and boxes on the front page are true: the pages they print are those their stories stand on. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import {
  ENGLISH_FIRST,
  gray,
  pageItems,
  pageOf,
  SMALL_SHEET,
  setText,
  setWithProblems,
  story,
} from '../support/issue.js';
import { textOf } from '../support/newspaper.js';

const arabic = (value: number): string => String(value).replace(/\d/g, digit => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);

/** Lines of a page in a style: headlines and numbers without their leaders. */
function linesIn(set: SetIssue, page: number, style: string): string[] {
  const lines = new Map<object, string>();
  for (const item of pageItems(set, page)) {
    if (item.kind !== 'glyphs' || item.line?.style !== style) continue;
    lines.set(item.line, `${lines.get(item.line) ?? ''}|${textOf(item)}`);
  }
  return [...lines.values()];
}

const headlineOf = (set: SetIssue, id: string): string =>
  set.stories.find(item => item.id === id)!.headline[0]!.text;

const STORIES = {
  list: `${story('en', 60, 9)}\n::contents\n`,
  a: story('en', 900, 1),
  b: story('ar', 900, 2, 'section: land\n'),
  c: story('en', 700, 3),
  d: story('ar', 500, 4, 'section: land\n'),
};

describe('a list in a story', () => {
  it.each([
    ['Arabic first', []],
    ['English first', ENGLISH_FIRST],
  ] as const)('prints the pages on which its stories begin (%s)', async (_, publication) => {
    const { set, problems } = await setWithProblems({
      stories: STORIES,
      publication,
      layout: [SMALL_SHEET],
    });
    expect(problems.list.filter(problem => problem.code === 'references-unsettled')).toEqual([]);
    const lines = linesIn(set, pageOf(set, 'list')!, 'contents').join('\n');
    for (const id of ['a', 'c']) {
      const [word] = headlineOf(set, id).split(' ');
      expect(lines).toContain(word);
      expect(lines).toMatch(new RegExp(`${pageOf(set, id)}(\\||$)`, 'm'));
    }
    expect(pageOf(set, 'c')).not.toBe(pageOf(set, 'a'));
  });

  it('is in the order of the pages', async () => {
    const plan =
      'plan: [{ pages: 1, stories: [list] }, { pages: 2-4, stories: [b, c, d] }, { pages: 5-8, stories: [a] }]\n';
    const set = await setText({ stories: STORIES, issue: plan, layout: [SMALL_SHEET] });
    const lines = linesIn(set, 1, 'contents');
    const at = (id: string): number =>
      lines.findIndex(line => line.includes(headlineOf(set, id).split(' ', 2).join(' ')));
    expect(at('c')).toBeGreaterThanOrEqual(0);
    expect(at('c')).toBeLessThan(at('a'));
  });

  it('names what stands for no story or section', async () => {
    const wrong = `${story('en', 40, 9)}\n::contents{stories="aa" sections="lend"}\n`;
    await expect(setWithProblems({ stories: { ...STORIES, wrong } })).rejects.toThrow(
      /there is no story “aa”[\s\S]*there is no section with stories “lend”/,
    );
  });
});

describe('a box on the front page', () => {
  const front = (inside: string): string =>
    `front:\n  picture: { file: p.jpg }\n  main: { story: a }\n  inside: ${inside}\n`;
  const issue = async (inside: string): Promise<SetIssue> =>
    setText({
      stories: STORIES,
      issue: front(inside),
      pictures: { 'p.jpg': await gray(800, 500) },
    });

  it('lists its stories with their pages, each box in its language', async () => {
    const set = await issue(
      '[{ lang: ar, title: في الداخل, sections: [land] }, { lang: en, title: Inside }]',
    );
    const lines = linesIn(set, 1, 'contents').join('\n');
    for (const id of ['a', 'c']) expect(lines).toContain(String(pageOf(set, id)));
    for (const id of ['b', 'd']) expect(lines).toContain(arabic(pageOf(set, id)!));
    expect(linesIn(set, 1, 'inside-title').join()).toMatch(/الداخل.*Inside/);
  });

  it('has the Arabic box on the right in an Arabic paper, and nothing outside its tint', async () => {
    const set = await issue('[{ lang: ar, title: في الداخل }, { lang: en, title: Inside }]');
    const tints = pageItems(set, 1).flatMap(item =>
      item.kind === 'box' && item.ink.name === 'tint' ? [item] : [],
    );
    expect(tints).toHaveLength(2);
    expect(tints[0]!.x).toBeGreaterThan(tints[1]!.x);
    for (const item of pageItems(set, 1)) {
      if (item.kind !== 'glyphs' || item.line?.style !== 'contents') continue;
      const right = item.x + item.advances.reduce((sum, advance) => sum + advance, 0);
      const holder = tints.find(tint => item.x >= tint.x && right <= tint.x + tint.width)!;
      expect(item.y).toBeGreaterThan(holder.y);
      expect(item.y).toBeLessThan(holder.y + holder.height);
    }
  });

  it('stands over no other part of the page', async () => {
    const set = await issue('[{ lang: en, title: Inside }]');
    const items = pageItems(set, 1);
    const [picture] = items.filter(item => item.kind === 'picture');
    const [tint] = items.flatMap(item => (item.kind === 'box' && item.ink.name === 'tint' ? [item] : []));
    expect(picture?.kind === 'picture' && picture.y + picture.height).toBeLessThan(tint!.y);
  });

  it('names what stands for no story', async () => {
    await expect(issue('[{ lang: en, title: Inside, stories: [aa] }]')).rejects.toThrow(/no story “aa”/);
  });
});
