/** Pages on sheets: read back from the frames and from the written PDF, folded, moved for creep, scaled, refused. */

import { describe, expect, it } from 'vitest';
import type { Edition, Group, Item, Page } from '../../src/frame/frame.js';
import { writePrintPdf } from '../../src/pdf/write.js';
import { type Imposed, type ImposeSettings, impose } from '../../src/press/impose.js';
import type { Mark } from '../../src/press/marks.js';
import { sheetSize } from '../../src/press/paper.js';
import type { Sheet } from '../../src/press/sheets.js';
import { noPictures, press } from '../pdf/helper.js';
import { installed, syntax, withFile } from '../pdf/inspect.js';
import { textOf } from '../support/newspaper.js';
import { foldAndRead } from './folding.js';
import { boundsOf, labels, numbered, reaches } from './support.js';

const MM = 72 / 25.4;
/** Two pages of 300 by 400 points with 50 points beside them and 40 over and under them. */
const ROOMY = { name: 'roomy', width: 480, height: 700 };
const BARE = { name: 'bare', width: 400, height: 600 };

function settings(change: Partial<ImposeSettings> = {}): ImposeSettings {
  return {
    sheet: ROOMY,
    fit: false,
    thickness: 0,
    marks: new Set<Mark>(['crop', 'slug']),
    labels,
    ...change,
  };
}

function imposed(edition: Edition, change: Partial<ImposeSettings> = {}): Imposed {
  const result = impose(edition, settings(change));
  if ('code' in result) throw new Error(result.message);
  return result;
}

/** The groups of the pages on a side, from left to right, with their places on the sheet. */
function halvesOf(side: Page): { group: Group; x: number; y: number }[] {
  const outer = side.items.flatMap(item => (item.kind === 'group' ? [item] : []));
  return outer.flatMap(({ x, y, items }) =>
    items.flatMap(item => (item.kind === 'group' ? [{ group: item, x: x + item.x, y: y + item.y }] : [])),
  );
}

/** The names printed on the two halves of a side. */
function namesOn(side: Page): [number | undefined, number | undefined] {
  const found: [number | undefined, number | undefined] = [undefined, undefined];
  for (const { group, x } of halvesOf(side)) {
    const name = group.items.flatMap(item => (item.kind === 'glyphs' ? [textOf(item)] : [])).join('');
    found[x + 150 < side.width / 2 ? 0 : 1] = Number(name.slice(1));
  }
  return found;
}

/** Sides in the order of the file, two to a sheet. */
function inSheets(sides: readonly (readonly [number | undefined, number | undefined])[]): Sheet[] {
  return sides.flatMap((front, index) => (index % 2 === 0 ? [{ front, back: sides[index + 1]! }] : []));
}

const COUNTS = Array.from({ length: 16 }, (_, index) => 4 * (index + 1));
const counted = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe.each(['left', 'right'] as const)('sheets bound on the %s', binding => {
  it.each(COUNTS)('of %i pages, folded as the frames have them, read in order', count => {
    const { edition } = imposed(numbered(count, { binding }), { thickness: 0.3 });
    expect(edition.pages).toHaveLength(count / 2);
    expect(foldAndRead(inSheets(edition.pages.map(namesOn)), binding)).toEqual(counted(count));
  });

  it.skipIf(!installed('pdftotext')).each([4, 12, 30, 64])(
    'of %i pages, folded as the printed PDF has them, read in order',
    async count => {
      const { edition } = imposed(numbered(count, { binding }), { thickness: 0.3, marks: new Set() });
      const file = await writePrintPdf(edition, { rendition: noPictures, press });
      const layout = withFile(file, 'pdftotext', ['-bbox', 'FILE', 'OUT']).toString();
      const sides = layout.split('<page ').slice(1).map(namesPrinted);
      const read = foldAndRead(inSheets(sides), binding);
      expect(read.filter(page => page !== undefined)).toEqual(counted(count));
      expect(read.slice(count)).toEqual(Array.from({ length: read.length - count }));
    },
  );
});

/** The names on the halves of a page that pdftotext found. */
function namesPrinted(page: string): [number | undefined, number | undefined] {
  const found: [number | undefined, number | undefined] = [undefined, undefined];
  for (const [, x, name] of page.matchAll(/<word xMin="([\d.]+)"[^>]*>P(\d+)</g))
    found[Number(x) < 350 ? 0 : 1] = Number(name);
  return found;
}

describe('a sheet', () => {
  it('lies so that the spread fits, the spread in its middle', () => {
    const { edition, width, height, scale } = imposed(numbered(4));
    expect([width, height, scale]).toEqual([700, 480, 1]);
    expect(halvesOf(edition.pages[0]!).map(({ x, y }) => [x, y])).toEqual([
      [50, 40],
      [350, 40],
    ]);
  });

  it('stands if the spread does', () => {
    const pages = numbered(4).pages.map(page => ({ ...page, width: 150 }));
    const { width, height } = imposed({ ...numbered(4), pages }, { sheet: BARE });
    expect([width, height]).toEqual([400, 600]);
  });

  it('is refused if it is too small, with the next sheet that holds the pages', () => {
    const small = sheetSize('A5')!;
    expect(impose(numbered(4), settings({ sheet: small }))).toEqual({
      code: 'sheet-too-small',
      message: 'two pages side by side measure 211.7 × 141.1 mm, and A5 is 148 × 210 mm',
      hint: 'Take --sheet A4, or --scale fit, which prints the pages at 99 % of their size.',
    });
  });

  it('has no more than 64 pages with the others', () => {
    expect(impose(numbered(65), settings())).toMatchObject({ code: 'too-many-pages' });
    expect(imposed(numbered(61)).blanks).toBe(3);
  });

  it('has marks only where there is room', () => {
    const { showsFold, edition } = imposed(numbered(4), { sheet: BARE });
    expect(showsFold).toBe(false);
    expect(edition.pages[0]!.items.filter(item => item.kind !== 'group')).toEqual([]);
    expect(imposed(numbered(4)).showsFold).toBe(true);
  });

  it('says which of how many it is, its side and its pages', () => {
    const { edition } = imposed(numbered(7));
    const slugs = edition.pages.map(({ items }) =>
      items
        .flatMap(item => (item.kind === 'glyphs' ? [textOf(item)] : []))
        .join('')
        .replaceAll(/\s/g, ''),
    );
    expect(slugs[0]).toContain('2022-03-01sheet1of2,frontpagesblankand1Cyan');
    expect(slugs[3]).toContain('sheet2of2,backpages4and5');
  });

  it('keeps its marks outside the bleed and on the paper', () => {
    const { edition } = imposed(numbered(8, { bleed: 9 }), { thickness: 2 });
    edition.pages.forEach(({ items }, index) => {
      const shift = index < 2 ? 0 : 2;
      const bled = { x: 41 + shift, y: 31, width: 618 - 2 * shift, height: 418 };
      const marks = items.filter(item => item.kind !== 'group');
      expect(marks.filter(mark => reaches(mark, bled))).toEqual([]);
      for (const { left, top, right, bottom } of marks.map(boundsOf)) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect([right <= 700, bottom <= 480]).toEqual([true, true]);
      }
    });
  });
});

describe('creep', () => {
  const sides = imposed(numbered(16), { thickness: 0.25 }).edition.pages;

  it('moves the pages of each sheet towards the fold by the thickness of the sheets around it', () => {
    const places = sides.map(side => halvesOf(side).map(({ x }) => x));
    const expected = [0, 0.25, 0.5, 0.75].flatMap(shift => [
      [50 + shift, 350 - shift],
      [50 + shift, 350 - shift],
    ]);
    expect(places).toEqual(expected);
  });

  it('takes crop marks along and leaves the fold where it is', () => {
    const marksAt = (side: Page, kind: Item['kind']): number[] =>
      side.items
        .flatMap(item => (item.kind === kind ? [boundsOf(item)] : []))
        .flatMap(({ left, right }) => (right - left < 1 ? [(left + right) / 2] : []));
    expect([...new Set(marksAt(sides[6]!, 'rule'))]).toEqual([50.75, 649.25]);
    expect([...new Set(marksAt(sides[6]!, 'drawing'))]).toEqual([350]);
  });

  it('lets no page reach over the fold', () => {
    for (const { group, x } of sides.flatMap(halvesOf)) {
      const { clip } = group;
      const left = x + clip!.x;
      expect(left + clip!.width === 350 || left === 350).toBe(true);
    }
  });
});

describe('pages scaled to fit', () => {
  it('fill the sheet one way and keep their shape', () => {
    const sheet = { name: 'small', width: 300, height: 300 };
    const { scale, edition } = imposed(numbered(4, { bleed: 10 }), { sheet, fit: true });
    expect(scale).toBe(0.5);
    const [left] = halvesOf(edition.pages[0]!);
    expect([left!.x, left!.y]).toEqual([0, 50]);
    expect(left!.group.clip).toEqual({ x: -5, y: -5, width: 155, height: 210 });
    const name = left!.group.items.find(item => item.kind === 'glyphs');
    expect(name).toMatchObject({ x: 65, y: 100, size: 15 });
  });

  it('are never made larger', () => {
    expect(imposed(numbered(4), { fit: true }).scale).toBe(1);
  });

  it('are not scaled by a hair', () => {
    const sheet = { name: 'hair', width: 400, height: 599.8 };
    expect(imposed(numbered(4), { sheet, fit: true }).scale).toBe(1);
  });
});

it('the written file has a page for each side, of the size of the sheet', async () => {
  const { edition } = imposed(numbered(8), { sheet: sheetSize('A4')! });
  const write = (): Promise<Uint8Array> => writePrintPdf(edition, { rendition: noPictures, press });
  const file = await write();
  const boxes = [...syntax(file).matchAll(/\/(?:Media|Trim)Box \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(boxes).toHaveLength(8);
  for (const [, width, height] of boxes) {
    expect([Number(width), Number(height)]).toEqual([
      expect.closeTo(297 * MM, 1),
      expect.closeTo(210 * MM, 1),
    ]);
  }
  expect(Buffer.compare(file, await write())).toBe(0);
});
