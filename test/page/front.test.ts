/** Front pages: picture, heads, teasers, and the page numbers they name. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import type { Box, GlyphRun, Item, LinkItem, PictureItem } from '../../src/frame/frame.js';
import {
  type Change,
  columnsOf,
  ENGLISH_FIRST,
  gray,
  type IssueText,
  pageItems,
  pageOf,
  SMALL_SHEET,
  setText,
  story,
} from '../support/issue.js';
import { runsOf, textOf } from '../support/newspaper.js';
import { extentOf } from '../support/setting.js';

const STORIES = {
  first: story('ar', 900, 1, 'kicker: ذاكرة\ndeck: سطر تحت العنوان.\n'),
  second: story('en', 900, 2, 'deck: A line below.\n'),
  third: story('ar', 900, 3),
  fourth: story('en', 900, 4),
};
const NO_OVERLAY: Change = [/ {2}overlay: .*\n/, ''];
const HEAD = '  picture: { file: a.jpg, caption: What is seen. }\n  main: { story: first }\n';

async function front(lines: string, rest: Partial<IssueText> = {}): Promise<SetIssue> {
  const pictures = { 'a.jpg': await gray(900, 1200) };
  return setText({ stories: STORIES, pictures, issue: `pages: 8\nfront:\n${HEAD}${lines}`, ...rest });
}

const ofKind = <K extends Item['kind']>(set: SetIssue, kind: K) =>
  pageItems(set, 1).filter(
    (item): item is Extract<Exclude<Item, { kind: 'group' }>, { kind: K }> => item.kind === kind,
  );
/** Links to pages; addresses in the masthead lead elsewhere. */
const links = (set: SetIssue): LinkItem[] => ofKind(set, 'link').filter(({ target }) => 'page' in target);
const addresses = (set: SetIssue): LinkItem[] => ofKind(set, 'link').filter(({ target }) => 'url' in target);
const pictures = (set: SetIssue): PictureItem[] => ofKind(set, 'picture');
const frontText = (set: SetIssue, id: string, role: string): string =>
  runsOf(set, id, [role])
    .filter(({ page }) => page === 1)
    .map(({ run }) => textOf(run))
    .join('');

const teasers = (count: number): string =>
  `  teasers:\n${['second', 'third', 'fourth', 'first']
    .slice(0, count)
    .map(id => `    - { story: ${id} }\n`)
    .join('')}`;

describe('a front page with a box on its picture', () => {
  it('has the main head in the box, inside the picture, where its language begins', async () => {
    const set = await front('');
    const [picture] = pictures(set);
    const box = ofKind(set, 'box').find(({ ink }) => ink.name === 'black') as Box;
    expect(box.y + box.height).toBeCloseTo(picture!.y + picture!.height);
    expect(box.x + box.width).toBeCloseTo(picture!.x + picture!.width);
    expect(frontText(set, 'first', 'kicker')).toBe('ذاكرة');
  });

  it('names the page of the main story in the digits of its language, and leads there', async () => {
    const set = await front('');
    expect(pageOf(set, 'first')).toBe(2);
    expect([...frontText(set, 'first', 'jump')].sort()).toEqual([...'صفحة ٢'].sort());
    expect(links(set).map(({ target }) => target)).toEqual([{ page: 2, story: 'first' }]);
  });

  it.each([
    ['English', 'What is seen.', 'en'],
    ['Arabic', 'ما تراه.', 'ar'],
  ])('sets an %s caption of its picture in that language', async (_, caption, lang) => {
    const set = await front('', { issue: `pages: 8\nfront:\n${HEAD.replace('What is seen.', caption)}` });
    const runs = pageItems(set, 1).filter(item => item.kind === 'glyphs' && item.line?.style === 'caption');
    expect(runs.map(item => (item as GlyphRun).line!.lang)).toEqual([lang]);
  });

  it('links the addresses in its masthead, where they stand', async () => {
    const set = await front('');
    const found = addresses(set);
    expect(found.map(({ target }) => target)).toEqual([
      { url: 'https://example.org' },
      { url: 'mailto:editors@example.org' },
    ]);
    const [run] = pageItems(set, 1).filter(
      item => item.kind === 'glyphs' && textOf(item).startsWith('editors'),
    ) as [GlyphRun];
    expect(found[1]!.x).toBeCloseTo(run.x);
    expect(found[1]!.width).toBeCloseTo(run.advances.reduce((sum, advance) => sum + advance, 0));
    expect(run.y - found[1]!.y).toBeCloseTo(run.size);
  });

  it('moves the box to the other side where it would cover what the picture is about', async () => {
    const set = await front('', {
      issue: `pages: 8\nfront:\n${HEAD.replace(' }', ', focus: [0.9, 0.95] }')}`,
    });
    const [picture] = pictures(set);
    const box = ofKind(set, 'box').find(({ ink }) => ink.name === 'black') as Box;
    expect(box.x).toBeCloseTo(picture!.x);
  });

  it('sets a head of many words smaller, and one of more below the picture', async () => {
    const headed = (words: number): string =>
      HEAD.replace('first }', `first, headline: ${'كلمة '.repeat(words)} }`);
    const boxed = async (words: number) => {
      const set = await front('', { issue: `pages: 8\nfront:\n${headed(words)}` });
      const [picture] = pictures(set);
      const heads = runsOf(set, 'first', ['headline']).flatMap(({ run, page }) => (page === 1 ? [run] : []));
      return {
        share: (ofKind(set, 'box').find(({ ink }) => ink.name === 'black')?.height ?? 0) / picture!.height,
        size: Math.max(...heads.map(({ size }) => size)),
        isBelow: Math.min(...heads.map(({ y }) => y)) > picture!.y + picture!.height,
      };
    };
    const [short, long, longer] = [await boxed(3), await boxed(8), await boxed(20)];
    expect(long.size).toBeLessThan(short.size);
    expect(long.share).toBeGreaterThan(0);
    expect(long.share).toBeLessThan(0.46);
    expect(longer).toMatchObject({ share: 0, isBelow: true });
  });

  it('fits a page of one column', async () => {
    const set = await front('', { layout: [columnsOf(1)] });
    const [picture] = pictures(set);
    const box = ofKind(set, 'box').find(({ ink }) => ink.name === 'black') as Box;
    expect(box.x).toBeGreaterThanOrEqual(picture!.x - 0.01);
    expect(box.width).toBeLessThanOrEqual(picture!.width + 0.01);
  });

  it('has a caption under the picture', async () => {
    const set = await front('');
    const [picture] = pictures(set);
    const caption = pageItems(set, 1).find(item => item.kind === 'glyphs' && textOf(item).startsWith('What'));
    expect(caption).toBeDefined();
    if (caption?.kind === 'glyphs') expect(caption.y).toBeGreaterThan(picture!.y + picture!.height);
  });
});

describe('a front page without the box', () => {
  it('has the main head with its deck below the picture, and the second below that', async () => {
    const set = await front('  second: { story: second }\n', { layout: [NO_OVERLAY] });
    const [picture] = pictures(set);
    const y = (id: string, role: string): number[] =>
      runsOf(set, id, [role]).flatMap(({ run, page }) => (page === 1 ? [run.y] : []));
    expect(frontText(set, 'first', 'deck')).toBe('سطر تحت العنوان.');
    expect(Math.min(...y('first', 'headline'))).toBeGreaterThan(picture!.y + picture!.height);
    expect(Math.min(...y('second', 'headline'))).toBeGreaterThan(Math.max(...y('first', 'furniture')));
  });

  it('takes headlines of its own', async () => {
    const set = await front('  second: { story: second, headline: Another head, deck: "Another deck." }\n');
    expect(frontText(set, 'second', 'headline')).toBe('Another head');
    expect(frontText(set, 'second', 'deck')).toBe('Another deck.');
  });
});

describe('teasers', () => {
  it('show of a picture what their story shows of it, or what they say themselves', async () => {
    const own = `pictures:\n  - { file: b.jpg, caption: A tower., credit: N. N., alt: A tower., focus: [0.5, 0.1] }\n`;
    const crops = async (teaser: string) => {
      const set = await front(`  teasers:\n    - { story: second, picture: b.jpg${teaser} }\n`, {
        stories: { ...STORIES, second: story('en', 900, 2, own) },
        pictures: { 'a.jpg': await gray(900, 1200), 'b.jpg': await gray(600, 1200) },
      });
      return pictures(set).find(({ file }) => file.endsWith('b.jpg'))!.crop.y;
    };
    expect(await crops('')).toBeLessThan(0.1);
    expect(await crops(', focus: [0.5, 0.5]')).toBeGreaterThan(0.2);
  });

  it.each([0, 1, 2, 3, 4])('%i of them stand side by side in the direction of the paper', async count => {
    const set = await front(count === 0 ? '' : teasers(count));
    const found = links(set).slice(0, count);
    expect(links(set)).toHaveLength(count + 1);
    const x = found.map(link => link.x);
    expect(x).toEqual([...x].sort((a, b) => b - a));
    expect(new Set(found.map(link => link.y)).size).toBeLessThanOrEqual(1);
  });

  it('stand from left to right in an English paper', async () => {
    const set = await front(teasers(3), { publication: ENGLISH_FIRST });
    const x = links(set)
      .slice(0, 3)
      .map(link => link.x);
    expect(x).toEqual([...x].sort((a, b) => a - b));
  });

  it('lead to the pages that they name', async () => {
    const set = await front(teasers(4));
    const ids = ['second', 'third', 'fourth', 'first'];
    expect(
      links(set)
        .slice(0, 4)
        .map(({ target }) => target),
    ).toEqual(ids.map(story => ({ page: pageOf(set, story), story })));
    expect(frontText(set, 'second', 'jump').toLowerCase()).toBe(`page ${pageOf(set, 'second')}`);
  });

  it('have pictures of one height over their heads', async () => {
    const set = await front('  teasers:\n    - { story: second, picture: a.jpg }\n    - { story: third }\n');
    const small = pictures(set).find(({ height }) => Math.abs(height - 84) < 0.01)!;
    expect(small).toBeDefined();
    const y = runsOf(set, 'third', ['headline']).find(({ page }) => page === 1)!.run.y;
    expect(y).toBeGreaterThan(small.y + small.height);
  });
});

describe('a front page with more heads than room', () => {
  it.each([
    ['with', []],
    ['without', [NO_OVERLAY]],
  ])('leaves its picture out rather than turning it inside out (%s the box)', async (_, layout) => {
    const lines =
      '  second: { story: second, headline: A very long second headline that goes on and on over many lines of the page, deck: And so does the deck of it. }\n  teasers:\n    - { story: second, picture: a.jpg }\n    - { story: third, picture: a.jpg }\n    - { story: fourth }\n    - { story: first }\n';
    const set = await front(lines, { layout: [SMALL_SHEET, ...(layout as Change[])] });
    for (const { width, height, crop } of pictures(set)) {
      expect(height).toBeGreaterThan(0);
      expect(crop.width).toBeGreaterThan(0);
      expect(crop.height).toBeGreaterThan(0);
      expect((crop.width * 900) / (crop.height * 1200)).toBeCloseTo(width / height, 4);
    }
  });
});

describe('every text of a front page', () => {
  it.each([
    ['Arabic first', []],
    ['English first', ENGLISH_FIRST],
  ] as const)('stands on the page (%s)', async (_, publication) => {
    const set = await front(`  second: { story: second }\n${teasers(4)}`, { publication });
    const page = set.made.edition.pages[0]!;
    const { left, right } = extentOf(page.items);
    expect(left).toBeGreaterThan(20);
    expect(right).toBeLessThan(page.width - 20);
  });
});
