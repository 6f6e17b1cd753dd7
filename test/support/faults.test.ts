/** The finder of faults: sound pages that look like faults, and pages with one thing moved, which it must find. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import type { GlyphRun, Group, Item } from '../../src/frame/frame.js';
import { faultsOf } from './faults.js';
import { ENGLISH_FIRST, setText, svg } from './issue.js';
import { prose } from './newspaper.js';

/** A table of so many rows and a header of two lines. */
function table(rows: number): string {
  const row = (at: number) => `| ${'abcdefghij'[at % 10]}${at} | ${at} |`;
  return [
    '| Use of it in a house of several families and their guests | Litres |',
    '|---|---:|',
    ...Array.from({ length: rows }, (_, at) => row(at)),
  ].join('\n');
}

const setStory = (body: string, head = '', pictures: Record<string, string> = {}): Promise<SetIssue> =>
  setText({
    stories: { a: `---\nlang: en\nheadline: Words and figures\n${head}---\n${body}\n` },
    pictures,
    publication: ENGLISH_FIRST,
  });

/** The issue with the text that `which` picks, by the innermost group that it stands in, moved. */
function withMoved(
  set: SetIssue,
  which: (run: GlyphRun, group: Group) => boolean,
  by: { readonly x?: number; readonly y?: number },
): SetIssue {
  const move = (item: Item, group: Group | undefined): Item => {
    if (item.kind === 'group') return { ...item, items: item.items.map(inner => move(inner, item)) };
    if (item.kind !== 'glyphs' || group === undefined || !which(item, group)) return item;
    return { ...item, x: item.x + (by.x ?? 0), y: item.y + (by.y ?? 0) };
  };
  const pages = set.made.edition.pages.map(page => ({
    ...page,
    items: page.items.map(item => move(item, undefined)),
  }));
  return { ...set, made: { ...set.made, edition: { ...set.made.edition, pages } } };
}

/** From a column to the next, in points. */
function stepOf({ manifest }: SetIssue): number {
  const { columnWidth, columns } = manifest.layout;
  return columnWidth + columns.gutter;
}

describe('a subhead over a table', () => {
  const setTable = (words: number): Promise<SetIssue> =>
    setStory(`${prose(words, 'en')}\n\n## A subhead\n\n${table(30)}\n\n${prose(300, 'en', 2)}`);

  it('is no fault, wherever in a column it stands', async () => {
    for (const words of [300, 420, 540, 660])
      expect(faultsOf(await setTable(words)), String(words)).toEqual([]);
  });

  it('is one with its table in the next column', async () => {
    const set = await setTable(300);
    const moved = withMoved(set, (_, { role }) => role === 'table', { x: stepOf(set) });
    expect(faultsOf(moved).join('\n')).toContain('a subhead without two lines under it');
  });

  it('is one with no more than the header of its table', async () => {
    const set = await setTable(300);
    const isRow = ({ parts }: GlyphRun): boolean =>
      parts?.some(({ role, block }) => role === 'row' && block > 0) === true;
    const moved = withMoved(set, isRow, { x: stepOf(set) });
    expect(faultsOf(moved).join('\n')).toContain('a subhead without two lines under it');
  });
});

it('a subhead with its lines in the next column is a fault', async () => {
  const set = await setStory(`${prose(120, 'en')}\n\n## A subhead\n\n${prose(150, 'en', 2)}`);
  const under = set.stories[0]!.blocks.findIndex(({ kind }) => kind === 'subhead') + 1;
  const moved = withMoved(set, (_, { role, block }) => role === 'paragraph' && block === under, {
    x: stepOf(set),
  });
  expect(faultsOf(set)).toEqual([]);
  expect(faultsOf(moved).join('\n')).toContain('a subhead without two lines under it');
});

describe('a caption', () => {
  const head = 'pictures: [{ file: d.svg, columns: 2, caption: What it shows. }]\n';
  /** A drawing whose lower half is empty. */
  const empty = svg(400, 300).replace('height="300" fill', 'height="120" fill');

  it('under a drawing with an empty foot is no fault', async () => {
    expect(faultsOf(await setStory(prose(300, 'en'), head, { 'd.svg': empty }))).toEqual([]);
  });

  it.each([
    ['an empty foot', empty],
    ['a full one', svg(400, 300)],
  ])('apart from its drawing is one, with %s', async (_, drawing) => {
    const set = await setStory(prose(300, 'en'), head, { 'd.svg': drawing });
    const moved = withMoved(set, (_, { role }) => role === 'caption', { y: 60 });
    expect(faultsOf(moved).join('\n')).toContain('a caption apart from its picture');
  });

  it('in the empty foot of its drawing is one', async () => {
    const set = await setStory(prose(300, 'en'), head, { 'd.svg': empty });
    const moved = withMoved(set, (_, { role }) => role === 'caption', { y: -150 });
    expect(faultsOf(moved).join('\n')).toContain('a caption apart from its picture');
  });
});
