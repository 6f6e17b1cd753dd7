/** The flatplan as a picture: where pages lie on the sheet, what of them is drawn in small, and the picture itself. */

import { PDFiumLibrary } from '@hyzyla/pdfium';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import type { Box, Item, Page } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { miniature } from '../../src/proof/miniature.js';
import { pageToPng } from '../../src/proof/picture.js';
import { pageToSvg } from '../../src/proof/svg.js';
import { flatplanSheet } from '../../src/proofs.js';
import { ENGLISH_FIRST, gray, SMALL_SHEET, setText, story, svg } from '../support/issue.js';
import { itemsOf, textOf } from '../support/newspaper.js';
import { box } from '../support/pieces.js';

function boxes(page: Page, ink: string): Box[] {
  return [...itemsOf(page)].flatMap(({ item }) =>
    item.kind === 'box' && item.ink.name === ink ? [item] : [],
  );
}

/** Where the paper of each page lies on the sheet: `row: page numbers from left to right`. */
function laid(sheet: Page): string[] {
  const papers = boxes(sheet, 'paper');
  const numbers = [...itemsOf(sheet)].flatMap(({ item }) =>
    item.kind === 'glyphs' && item.size === 15 ? [{ x: item.x, y: item.y, text: textOf(item) }] : [],
  );
  const rows = new Map<number, { x: number; text: string }[]>();
  for (const { x, y, width, height } of papers) {
    const number = numbers.find(
      item => item.x > x && item.x < x + width && item.y > y + height && item.y < y + height + 30,
    );
    rows.set(y, [...(rows.get(y) ?? []), { x, text: number!.text }]);
  }
  return [...rows.values()].map(row =>
    row
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join(' '),
  );
}

async function issue(rest: Partial<Parameters<typeof setText>[0]> = {}): Promise<SetIssue> {
  return setText({
    stories: {
      a: story('ar', 400, 1, 'pictures:\n  - { file: a.jpg, columns: 2 }\n  - { file: b.svg, columns: 1 }\n'),
      b: story('en', 400, 2),
    },
    issue: 'pages: 8\n',
    layout: [SMALL_SHEET],
    pictures: {
      'a.jpg': await gray(900, 600),
      'b.svg': svg(100, 80, '<path d="M10 10L90 70" stroke="#333"/>'),
    },
    ...rest,
  });
}

describe('pages on the sheet', () => {
  it('begin on the right for a publication bound on the right', async () => {
    expect(laid(flatplanSheet(await issue()))).toEqual(['5 4 3 2 1', '8 7 6']);
  });

  it('begin on the left for one bound on the left', async () => {
    expect(laid(flatplanSheet(await issue({ publication: ENGLISH_FIRST })))).toEqual(['1 2 3 4 5', '6 7 8']);
  });

  it('pages of a spread touch, and nothing else does', async () => {
    const papers = boxes(flatplanSheet(await issue()), 'paper');
    const touching = papers.flatMap(one =>
      papers.filter(other => other.y === one.y && Math.abs(other.x - one.x - one.width) < 0.01),
    );
    expect(touching).toHaveLength(3);
    for (const one of papers)
      for (const other of papers)
        if (one !== other && one.y === other.y)
          expect(Math.abs(one.x - other.x)).toBeGreaterThan(one.width - 0.01);
  });

  it('carry the names of their stories, where these go on, and how full they are', async () => {
    const set = await issue();
    const words = [...itemsOf(flatplanSheet(set))].flatMap(({ item }) =>
      item.kind === 'glyphs' ? [textOf(item)] : [],
    );
    for (const { page, modules, fill, full, blankLines } of set.made.pages) {
      for (const { story: id, from, to } of modules) {
        const jumps = `${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
        expect(words).toContain(`${id}${jumps}`);
      }
      const percent = `${Math.round(fill * 100)} %`;
      const foot = modules.length === 0 ? 'empty' : full ? percent : `${percent}, ${blankLines} lines blank`;
      expect(words[words.indexOf(foot) - 1] ?? '', `under page ${page}`).toMatch(/^\d$/);
    }
  });
});

describe('a page in small', () => {
  const group = (items: readonly Item[]): Item => ({
    kind: 'group',
    x: 10,
    y: 20,
    role: undefined,
    story: undefined,
    alt: undefined,
    items,
  });

  it('has everything at its place and size', () => {
    expect(miniature([group([box('a', 30, 40, 50, 60)])], 100, 200, 0.5)).toEqual([
      box('a', 120, 230, 25, 30),
    ]);
  });

  it('leaves out links, and never loses a rule', () => {
    const ink = box('a', 0, 0, 1, 1).ink;
    const rule = { kind: 'rule', x1: 0, y1: 10, x2: 100, y2: 10, width: 0.5, ink } as const;
    const link = { kind: 'link', x: 0, y: 0, width: 9, height: 9, target: { page: 1 } } as const;
    expect(miniature([rule, link], 0, 0, 0.1)).toEqual([{ ...rule, y1: 1, x2: 10, y2: 1, width: 0.5 }]);
  });

  it('has one bar for each line of small text, and headlines as they are', async () => {
    const set = await setText({ stories: { a: story('en', 60) } });
    const [page] = set.made.edition.pages;
    const all = [...itemsOf(page!)].flatMap(({ item }) => (item.kind === 'glyphs' ? [item] : []));
    const small = miniature(page!.items, 0, 0, 0.3);
    const readable = all.filter(run => run.size * 0.3 >= 5);
    expect(small.filter(item => item.kind === 'glyphs')).toHaveLength(readable.length);
    const bars = small.filter(item => item.kind === 'box' && item.ink.name === 'black paled');
    const body = all.filter(run => run.size === 9.5);
    expect(bars.length).toBeGreaterThanOrEqual(new Set(body.map(run => `${run.y}`)).size);
    expect(bars.length).toBeLessThan(body.length + 20);
  });
});

/** Gray pixels of a page, one a point, as pdfium draws its PDF. */
async function byPdfium(set: SetIssue, jpeg: Uint8Array): Promise<{ data: Uint8Array; width: number }> {
  const size = await sharp(jpeg).metadata();
  const rendition = async () => ({
    data: jpeg,
    width: size.width,
    height: size.height,
    channels: 3 as const,
  });
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await writeSharePdf(set.made.edition, { rendition }));
  const { data, width, height } = await document.getPage(0).render({ scale: 1, render: 'bitmap' });
  const raw = { width, height, channels: 4 as const };
  const flat = await sharp(data, { raw }).removeAlpha().grayscale().raw().toBuffer();
  document.destroy();
  library.destroy();
  return { data: flat, width };
}

describe('frames as SVG', () => {
  it('look as in the PDF that pdfium draws', async () => {
    const set = await issue();
    const jpeg = await gray(90, 60);
    const pdf = await byPdfium(set, jpeg);
    const png = await pageToPng(set.made.edition.pages[0]!, async () => ({ data: jpeg }));
    const ours = await sharp(png)
      .resize({ width: pdf.width, height: pdf.data.length / pdf.width, fit: 'fill' })
      .grayscale()
      .raw()
      .toBuffer();
    // Two renderers smooth letters differently, so squares of eight points are compared, not pixels.
    const height = pdf.data.length / pdf.width;
    const square = 8;
    let worst = 0;
    let sum = 0;
    let count = 0;
    for (let y = 0; y + square <= height; y += square) {
      for (let x = 0; x + square <= pdf.width; x += square) {
        let difference = 0;
        for (let dy = 0; dy < square; dy++) {
          for (let dx = 0; dx < square; dx++) {
            const at = (y + dy) * pdf.width + x + dx;
            difference += pdf.data[at]! - ours[at]!;
          }
        }
        const mean = Math.abs(difference) / square ** 2;
        worst = Math.max(worst, mean);
        sum += mean;
        count += 1;
      }
    }
    expect(sum / count).toBeLessThan(1);
    expect(worst).toBeLessThan(30);
  });

  it('are well formed and need no font', async () => {
    const text = pageToSvg(flatplanSheet(await issue()), () => new Uint8Array([1, 2, 3]));
    const names = new Map<string, number>();
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => names.set(name, (names.get(name) ?? 0) + 1));
    parser.on('error', error => {
      throw error;
    });
    parser.write(text).close();
    expect([...names.keys()].sort()).toEqual(['defs', 'g', 'image', 'path', 'rect', 'svg', 'use']);
    expect(names.get('image')).toBe(1);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});
