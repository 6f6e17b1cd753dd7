/** Where a tap leads: the head of a story on a page, at the column in which its text begins there. */

import { expect, it } from 'vitest';
import type { Group, Item, Page, TextLine } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { edition, face, noPictures, page, red, run } from './helper.js';
import { syntax } from './inspect.js';

const group = (role: Group['role'], items: readonly Item[], story?: string): Group => ({
  kind: 'group',
  x: 10,
  y: 100,
  role,
  story,
  alt: role === 'figure' ? 'What is seen.' : undefined,
  items,
});
const line = (rtl: boolean): TextLine => ({
  style: 'body',
  lang: rtl ? 'ar' : 'en',
  rtl,
  justified: false,
  first: false,
  last: false,
  hyphen: false,
  torn: false,
  after: ' ',
  span: { file: 'a.md', line: 1, column: 1, length: 1 },
});
const latin = (text: string, x: number, y: number): Item => ({
  ...run(face('serif'), text, { x, y, size: 10 }),
  line: line(false),
});
const arabic = (text: string, x: number, y: number): Item => ({
  ...run(face('naskh'), text, { x, y, size: 10, rtl: true }),
  line: line(true),
});
const link = (target: { page: number; story?: string }): Item => ({
  kind: 'link',
  x: 0,
  y: 0,
  width: 400,
  height: 20,
  target,
});

/** Destinations of a document's links in their order, without their page. Pages are 500 points high. */
async function placesOf(first: readonly Item[], ...others: readonly (readonly Item[])[]): Promise<string[]> {
  const pages: Page[] = [first, ...others].map((items, index) => page(items, index + 1));
  const pdf = syntax(await writeSharePdf(edition(pages), { rendition: noPictures }));
  return [...pdf.matchAll(/\/Dest \[\d+ 0 R \/(.*?)\]/gs)].map(([, place]) => place!.replace(/\s+/g, ' '));
}

const front = (target: { page: number; story?: string }): Item[] => [
  group('paragraph', [latin('Read on', 10, 10), link(target)], 'front'),
];

it('is the head over the first column, at the left of an English story', async () => {
  const story = [
    group('headline', [latin('A head', 0, 0)], 's'),
    group('paragraph', [latin('begins here', 50, 20), latin('goes on', 250, 20)], 's'),
  ];
  // 10 points of type over a baseline at 100, and 6 of white: 500 - 100 + 10 + 6; 10 + 50 - 6.
  expect(await placesOf(front({ page: 2, story: 's' }), story)).toContain('XYZ 54 416 null');
});

it('and at the right of an Arabic one', async () => {
  const story = [
    group('headline', [arabic('رأس', 300, 0)], 's'),
    group('paragraph', [arabic('أول', 250, 20), arabic('ثان', 50, 20)], 's'),
  ];
  expect(await placesOf(front({ page: 2, story: 's' }), story)).toContain('XYZ 254 416 null');
});

it('reaches up to a picture over the head', async () => {
  const figure = group('figure', [{ kind: 'box', x: 0, y: -60, width: 90, height: 40, ink: red }], 's');
  const story = [figure, group('headline', [latin('A head', 0, 0)], 's')];
  expect(await placesOf(front({ page: 2, story: 's' }), story)).toContain('XYZ 4 466 null');
});

it('of a jump line is the rest of its own story', async () => {
  const rest = [group('paragraph', [latin('the rest', 0, 200)], 'front')];
  expect(await placesOf(front({ page: 2 }), rest)).toEqual(['XYZ 4 216 null']);
});

it('is the head of the page where the story has nothing on it', async () => {
  expect(await placesOf(front({ page: 2, story: 's' }), [])).toEqual(['XYZ null 500 null']);
});

it('fails for a page that is not there', async () => {
  await expect(placesOf(front({ page: 9, story: 's' }))).rejects.toThrow('page 9');
});
