/** A picture across the fold in the written press PDFs: its halves, drawn by pdfium, are one picture, as spreads and as single pages. */

import { readdirSync, readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { buildIssue } from '../../src/build.js';
import { ENGLISH_FIRST, projectOf, story } from '../support/issue.js';

/** Pixels a point. */
const SCALE = 4;
const MM = 72 / 25.4;
/** The tabloid's trim and outer margin, in points. */
const WIDTH = 280 * MM;
const OUTSIDE = 11 * MM;
/** From the sheet's head, under the page head. */
const DOWN = 150;
/** A half that is a point off would be a step of about two. */
const STEP = 1;

/** Dark at the left and light at the right; in the middle it is so steep that half a point too much or too little is a step. */
async function ramp(): Promise<Buffer> {
  const [width, height] = [3000, 1050];
  const row = Buffer.from(
    Array.from({ length: width }, (_, x) =>
      Math.round(Math.min(Math.max(130 + ((x - width / 2) * 90) / 90, 40), 220)),
    ).flatMap(gray => [gray, gray, gray]),
  );
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return sharp(rows, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

interface Bitmap {
  readonly width: number;
  readonly data: Uint8Array;
}

async function pagesOf(pages: 'single' | 'spreads', binding: 'left' | 'right'): Promise<Bitmap[]> {
  const head = 'pictures: [{ file: a.jpg, alt: A ramp. }]\n';
  const project = projectOf({
    stories: { first: story('en', 300), a: story('en', 1500, 2, head), last: story('ar', 60) },
    issue:
      'pages: 4\nplan: [{ pages: 1, stories: [first] }, { pages: 2-3, spread: true, stories: [a] }, { pages: 4, stories: [last] }]\n',
    publication: [...(binding === 'left' ? ENGLISH_FIRST : []), ['print:\n', `print:\n  pages: ${pages}\n`]],
    pictures: { 'a.jpg': await ramp() },
  });
  const { problems } = await buildIssue(project, '5', {
    write: true,
    allowOverset: false,
    grid: false,
    clock: () => 0,
    progress: () => {},
  });
  expect(problems.list.filter(({ severity }) => severity === 'error')).toEqual([]);
  const name = readdirSync(project.path('out/5')).find(file => file.endsWith('-print.pdf'))!;
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(project.path(`out/5/${name}`)));
  const found: Bitmap[] = [];
  for (const page of document.pages()) found.push(await page.render({ scale: SCALE, render: 'bitmap' }));
  document.destroy();
  library.destroy();
  return found;
}

/** Mean brightness of the pixels of a row between two places, at the height where the picture surely is. Points. */
function brightness({ width, data }: Bitmap, from: number, to: number): number[] {
  const y = Math.round(DOWN * SCALE);
  const first = Math.ceil(from * SCALE);
  const last = Math.floor(to * SCALE);
  return Array.from({ length: last - first }, (_, at) => {
    const pixel = (y * width + first + at) * 4;
    return (data[pixel]! + data[pixel + 1]! + data[pixel + 2]!) / 3;
  });
}

/** Pixels that are taken together, so that the grain of the JPEG is none. */
const TOGETHER = 12;

/** How much brighter it is behind a place in a row than before it. */
function rise(row: readonly number[], at: number): number {
  const mean = (from: number): number =>
    row.slice(from, from + TOGETHER).reduce((sum, value) => sum + value, 0) / TOGETHER;
  return mean(at) - mean(at - TOGETHER);
}

/** What the rise at a place differs by from that to both sides of it, where there is nothing but the picture. */
function stepAt(row: readonly number[], at: number): number {
  const around = [-3, -2, 2, 3].map(by => rise(row, at + by * TOGETHER));
  return Math.abs(rise(row, at) - around.reduce((sum, value) => sum + value, 0) / around.length);
}

describe.each(['left', 'right'] as const)('bound on the %s', binding => {
  it('as a spread there is no step at the fold', { timeout: 60_000 }, async () => {
    const spread = (await pagesOf('spreads', binding))[1]!;
    const bleed = (spread.width / SCALE - 2 * WIDTH) / 2;
    const [from, fold] = [bleed + OUTSIDE + 3, bleed + WIDTH];
    const row = brightness(spread, from, fold + WIDTH - OUTSIDE - 3);
    expect(row.at(-1)! - row[0]!).toBeGreaterThan(100);
    expect(stepAt(row, Math.round((fold - from) * SCALE))).toBeLessThan(STEP);
  });

  it('as single pages the halves meet at the trim, and go on into the bleed', {
    timeout: 60_000,
  }, async () => {
    const pages = await pagesOf('single', binding);
    const [left, right] = binding === 'left' ? [pages[1]!, pages[2]!] : [pages[2]!, pages[1]!];
    const bleed = (left.width / SCALE - WIDTH) / 2;
    const fold = bleed + WIDTH;
    const before = brightness(left, bleed + OUTSIDE + 3, fold);
    const after = brightness(right, bleed, fold - OUTSIDE - 3);
    expect(stepAt([...before, ...after], before.length)).toBeLessThan(STEP);
    // The left page in its bleed shows what the right one begins with.
    const bled = brightness(left, fold, fold + bleed - 1);
    const mean = (row: readonly number[]): number => row.reduce((sum, value) => sum + value, 0) / row.length;
    expect(Math.abs(mean(bled) - mean(after.slice(0, bled.length)))).toBeLessThan(2 * STEP);
  });
});
