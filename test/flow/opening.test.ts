/** How stories begin: initials with shorter lines beside them, first words in bold. */

import { describe, expect, it } from 'vitest';
import { setInitial } from '../../src/flow/initial.js';
import type { DrawingItem, Item } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { edition, noPictures, page } from '../pdf/helper.js';
import { installed, readByPdfium, readByPoppler } from '../pdf/inspect.js';
import { prose, textOf } from '../support/newspaper.js';
import {
  dumpPieces,
  extentOf,
  prepared,
  rich,
  runsIn,
  setter,
  storyOf,
  wordsOf,
} from '../support/setting.js';

const WIDTH = setter.layout.columnWidth;
const TEXT =
  'The baker counts in sacks, the reader in loaves, and between them lies the arithmetic of a city: flour, water, fire, and the hours before dawn in which all three are turned into the one thing that everybody buys.';

function pieces(body: string, head = {}, lang = 'en') {
  return prepared(storyOf(lang, body, { opening: 'initial', ...head })).body;
}

/** What the pieces draw one under another from the point 0, 0. */
function drawn(body: string, head = {}, lang = 'en'): Item[][] {
  let y = 0;
  return pieces(body, head, lang).map(piece => {
    const items = [...piece.draw(0, y)];
    y += piece.height;
    return items;
  });
}

const drawingsIn = (items: readonly Item[]): DrawingItem[] =>
  items.flatMap(item => (item.kind === 'drawing' ? [item] : []));

/** The ends of a drawing's ink. Points. */
function inkOf({ x, y, scale, shapes }: DrawingItem) {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, ...numbers] of shapes.flatMap(({ path }) => path))
    for (const [at, value] of numbers.entries())
      if (at % 2 === 0) xs.push(x + scale * value);
      else ys.push(y + scale * value);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const bold = (items: readonly Item[]): string =>
  runsIn(items)
    .filter(run => run.face.weight >= 700)
    .map(textOf)
    .join('')
    .trim();

describe('an initial', () => {
  const lines = drawn(TEXT);
  const [initial] = drawingsIn(lines[0]!);
  const ink = inkOf(initial!);
  const baseline = (line: number): number => runsIn(lines[line]!)[0]!.y;

  it('stands on the baseline of its last line, its head level with the capitals of the first', () => {
    const { face, size } = runsIn(lines[1]!)[0]!;
    expect(ink.bottom).toBeCloseTo(baseline(2), 1);
    expect(ink.top).toBeCloseTo(baseline(0) - (face.capHeight / face.unitsPerEm) * size, 1);
  });

  it('is level with the small letters where the layout says so, and as many lines high', () => {
    for (const count of [2, 3, 4]) {
      const setting = { lines: count, reach: 'x-height', mostSpace: 9 } as const;
      const set = setInitial(rich(TEXT), 'body', 'en', WIDTH, setting, setter)!;
      const { top, bottom } = inkOf(drawingsIn(set.drawLine(0, 0, 0))[0]!);
      const [first] = runsIn(set.drawLine(0, 0, 0));
      expect(set.beside).toBe(count);
      expect(bottom).toBeCloseTo(first!.y + (count - 1) * 12, 1);
      expect(top).toBeCloseTo(first!.y - (first!.face.xHeight / first!.face.unitsPerEm) * first!.size, 1);
    }
  });

  it('has as many shorter lines beside it, and the others begin at the column’s edge', () => {
    const starts = lines.map(
      items => extentOf(items.filter(item => item.kind === 'glyphs').slice(0, 1)).left,
    );
    const [first, second, third, fourth] = starts;
    expect(second).toBeCloseTo(third!);
    expect(second! - ink.right).toBeCloseTo(runsIn(lines[1]!)[0]!.size * 0.35);
    expect(fourth).toBeCloseTo(0);
    // The letter's text stands in the gap.
    expect(first).toBeCloseTo(ink.right, 0);
    for (const items of lines.slice(0, -1)) expect(extentOf(items).right).toBeCloseTo(WIDTH);
  });

  it('is flush with the column, straight sides at its edge, round and slanting ones a little out of it', () => {
    const left = (word: string): number => inkOf(drawingsIn(drawn(TEXT.replace('The', word))[0]!)[0]!).left;
    expect(left('Long')).toBeCloseTo(0);
    for (const word of ['Only', 'A', 'Çok', 'Ödemiş']) {
      expect(left(word)).toBeLessThan(-0.3);
      expect(left(word)).toBeGreaterThan(-2);
    }
  });

  it('leaves its word whole for readers', () => {
    expect(wordsOf(lines.flat())).toContain('The baker counts');
    const runs = runsIn(lines[0]!);
    expect(runs[0]!.clusters[0]).toMatchObject({ text: 'T', glyphs: [] });
  });

  it('is dumped as one drawing and the lines round it', () => {
    expect(dumpPieces(pieces(TEXT)).slice(0, 5)).toMatchInlineSnapshot(`
      [
        "drawing -2,33 x0.043 1 shapes",
        "18.3..170.1 @9 [source-serif/400 9.5] The baker counts in sacks, the",
        "21.5..170.1 @21 [source-serif/400 9.5] reader in loaves, and between",
        "21.5..170.1 @33 [source-serif/400 9.5] them lies the arithmetic of a city:",
        "0..170.1 @45 [source-serif/400 9.5] flour, water, fire, and the hours before",
      ]
    `);
  });

  it.each([
    ['“The', '“T', 2],
    ['«¿The', '«¿T', 3],
  ])('has the marks before it small and out of the column: %s', (word, text, count) => {
    const [first] = drawn(TEXT.replace('The', word));
    const drawings = drawingsIn(first!);
    expect(drawings).toHaveLength(count);
    const letter = inkOf(drawings.at(-1)!);
    for (const mark of drawings.slice(0, -1).map(inkOf)) {
      expect(mark.right).toBeLessThan(letter.left + 0.01);
      expect(mark.left).toBeGreaterThan(-setter.layout.columns.gutter / 2);
      expect(mark.top).toBeCloseTo(letter.top, 0);
    }
    expect(wordsOf(first!).startsWith(`${text}he`)).toBe(true);
  });

  it('alone in its word has no space before the next one', () => {
    const [first, second] = drawn(TEXT.replace('The baker', 'A baker'));
    const word = runsIn(first!)[0]!;
    const before = word.advances.slice(0, 2).reduce((sum, advance) => sum + advance, 0);
    expect(word.clusters.slice(0, 3).map(({ text }) => text)).toEqual(['A', ' ', 'b']);
    expect(word.x + before).toBeCloseTo(extentOf(second!).left, 0);
  });

  it('keeps its accent out of the line above', () => {
    const [first] = drawn(TEXT.replace('The', 'Été:'));
    expect(inkOf(drawingsIn(first!)[0]!).top).toBeGreaterThan(0);
  });

  it('with a tail pushes the line under it aside too', () => {
    const setting = { lines: 3, reach: 'capital', mostSpace: 9 } as const;
    const beside = (word: string): number =>
      setInitial(rich(TEXT.replace('The', word)), 'body', 'en', WIDTH, setting, setter)!.beside;
    expect(beside('Greek')).toBe(3);
    expect(beside('Ģertrūde')).toBe(4);
  });

  it('has no column end beside it', () => {
    expect(pieces(TEXT).map(piece => piece.mayEndColumn)).toEqual([false, false, true, true, false, true]);
  });

  it.each([
    ['a small letter', TEXT.replace('The', 'the')],
    ['a number', TEXT.replace('The', '14')],
    ['an Arabic word', `:ar[خيمة] ${TEXT}`],
    ['too few lines', 'The baker counts in sacks, and the reader in loaves.'],
  ])('gives way to first words in bold: %s', (_, text) => {
    const [first] = drawn(text);
    expect(drawingsIn(first!)).toEqual([]);
    expect(bold(first!)).not.toBe('');
  });
});

describe('first words', () => {
  it.each([
    ['en', TEXT, 'The baker counts in'],
    ['ar', prose(40, 'ar'), prose(40, 'ar').split(' ').slice(0, 3).join(' ')],
  ])('are bold, as many as the layout says (%s)', (lang, text, words) => {
    expect(bold(drawn(text, { opening: 'words' }, lang).flat()).replace(/\s*■/, '')).toBe(words);
  });

  it('stand for the initial of letters that join', () => {
    const lines = drawn(prose(40, 'ar'), {}, 'ar');
    expect(drawingsIn(lines.flat())).toEqual([]);
    expect(bold(lines[0]!)).not.toBe('');
  });

  it('keep the marks of the words', () => {
    const [first] = drawn('The *baker counts* in sacks, and the reader in loaves.', { opening: 'words' });
    const italics = runsIn(first!).filter(run => run.face.italic);
    expect(italics.map(run => [textOf(run).trim(), run.face.weight])).toEqual([['baker counts', 700]]);
  });

  it('are left out where they would be most of the paragraph', () => {
    expect(bold(drawn('A very short paragraph.', { opening: 'words' }).flat())).toBe('');
  });
});

describe('a story', () => {
  const long = `The ${prose(700, 'en')}`;
  const opened = (body: string, head = {}): boolean =>
    drawingsIn(drawn(body, { opening: undefined, ...head })[0]!).length > 0;

  it('begins so if it is long, or asks for it', () => {
    expect(opened(long)).toBe(true);
    expect(opened(TEXT)).toBe(false);
    expect(opened(long, { opening: 'none' })).toBe(false);
    expect(opened(TEXT, { opening: 'initial' })).toBe(true);
  });

  it('begins without an initial that would leave holes beside it, unless it asks for one', () => {
    const holes = `Incomprehensibilities counterdemonstrations electroencephalographers. ${long}`;
    expect(opened(holes)).toBe(false);
    expect(opened(holes, { opening: 'initial' })).toBe(true);
  });

  it('begins with its dateline or its subhead as it is', () => {
    expect(opened(long, { dateline: rich('Basra') })).toBe(false);
    expect(drawingsIn(drawn(`## Sub\n\n${TEXT}`).flat())).toEqual([]);
  });
});

describe('a word with an initial is read whole', async () => {
  const items = drawn(TEXT.replace('The', '“Quietly the')).flat();
  const pdf = await writeSharePdf(edition([page(items)], { lang: 'en', binding: 'left' }), {
    rendition: noPictures,
  });

  it('by pdfium', async () => {
    expect(await readByPdfium(pdf)).toMatch(/^“Quietly the baker counts/);
  });

  it.skipIf(!installed('pdftotext'))('by poppler', () => {
    expect(readByPoppler(pdf)).toMatch(/^“Quietly the baker counts/);
  });
});
