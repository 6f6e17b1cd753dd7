/** The pages of the press PDF: marks around them, spreads, and boxes in the written file. */

import { describe, expect, it } from 'vitest';
import type { Edition, Group, Item, Page } from '../../src/frame/frame.js';
import { writePrintPdf } from '../../src/pdf/write.js';
import { REGISTRATION } from '../../src/press/inks.js';
import type { Mark } from '../../src/press/marks.js';
import { pressEdition } from '../../src/press/pages.js';
import { noPictures, press } from '../pdf/helper.js';
import { installed, syntax, withFile } from '../pdf/inspect.js';
import { textOf } from '../support/newspaper.js';
import { boundsOf, labels, numbered, reaches } from './support.js';

const ALL: ReadonlySet<Mark> = new Set(['crop', 'registration', 'colours', 'slug']);
const NONE: ReadonlySet<Mark> = new Set();
const MM = 72 / 25.4;

const made = (edition: Edition, pages: 'single' | 'spreads', marks: ReadonlySet<Mark>) =>
  pressEdition(edition, { pages, marks, labels });

function marksOn(page: Page): Item[] {
  return page.items.filter(item => item.kind !== 'group');
}

const groupsOn = (page: Page): Group[] => page.items.filter(item => item.kind === 'group');

/** The lines of text among items, those of one baseline joined. */
const textIn = (items: readonly Item[]): string =>
  items.flatMap(item => (item.kind === 'glyphs' ? [textOf(item)] : [])).join(' ');

describe('single pages', () => {
  it('without marks are the pages as they were', () => {
    const edition = numbered(3);
    const result = made(edition, 'single', NONE);
    expect(result.margin).toBe(0);
    expect(result.edition.pages.map((page, index) => page === edition.pages[index])).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([0, 3 * MM, 5 * MM])(
    'keep all marks between a bleed of %f points and the edge of the sheet',
    bleed => {
      const { edition, margin } = made(numbered(1, { bleed }), 'single', ALL);
      const [page] = edition.pages;
      const bled = { x: -bleed, y: -bleed, width: 300 + 2 * bleed, height: 400 + 2 * bleed };
      const marks = marksOn(page!);
      expect(marks.length).toBeGreaterThan(30);
      expect(marks.filter(mark => reaches(mark, bled))).toEqual([]);
      const edge = bleed + margin;
      for (const { left, top, right, bottom } of marks.map(boundsOf)) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(-edge);
        expect(right).toBeLessThanOrEqual(300 + edge);
        expect(bottom).toBeLessThanOrEqual(400 + edge);
      }
    },
  );

  it('have crop marks in line with the edges of the trim, no nearer than 3 mm', () => {
    const [page] = made(numbered(1), 'single', new Set<Mark>(['crop'])).edition.pages;
    const rules = marksOn(page!).flatMap(item => (item.kind === 'rule' ? [item] : []));
    expect(rules).toHaveLength(8);
    const upright = rules
      .filter(({ x1, x2 }) => x1 === x2)
      .map(({ x1, y1, y2 }) => [x1, Math.max(y1, y2) < 0]);
    expect(upright.map(String).sort()).toEqual(['0,false', '0,true', '300,false', '300,true']);
    const level = rules.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => y1);
    expect(level.sort((a, b) => a - b)).toEqual([0, 0, 400, 400]);
    const nearest = Math.max(...rules.map(({ y1, y2 }) => Math.max(y1, y2)).filter(y => y < 0));
    expect(nearest).toBeCloseTo(-8.504, 2);
  });

  it('carry crop and register marks and the slug on every plate, and each plate its name', () => {
    const [page] = made(numbered(2), 'single', ALL).edition.pages.slice(1);
    const marks = marksOn(page!);
    const rules = marks.flatMap(item => (item.kind === 'rule' ? [item.ink] : []));
    expect(new Set(rules)).toEqual(new Set([REGISTRATION]));
    const inked = (name: string): string =>
      textIn(marks.filter(item => item.kind === 'glyphs' && item.ink.name === name));
    expect(inked('All').replaceAll(/\s+/g, '')).toBe('TheProof2022-03-01page2');
    expect(['Cyan', 'Magenta', 'Yellow', 'Black'].map(inked)).toEqual(['Cyan', 'Magenta', 'Yellow', 'Black']);
  });

  it.each([100, 200, 300, 800])('keep bar and slug clear of the crosses on a page %i points wide', width => {
    const edition = numbered(1, { title: 'A title that is too long for the foot of any small page at all' });
    const narrow = { ...edition, pages: edition.pages.map(page => ({ ...page, width })) };
    const marks = marksOn(made(narrow, 'single', ALL).edition.pages[0]!);
    const cross = marks.filter(item => item.kind === 'drawing').map(boundsOf);
    const first = Math.min(...cross.filter(({ left }) => left > 0).map(({ left }) => left));
    const rest = marks.filter(item => item.kind === 'box' || item.kind === 'glyphs');
    expect(Math.max(...rest.map(item => boundsOf(item).right))).toBeLessThan(first);
  });

  it('nest trim in bleed in media in the written file', async () => {
    const bleed = 9;
    const result = made(numbered(1, { bleed }), 'single', ALL);
    const pdf = syntax(
      await writePrintPdf(result.edition, { rendition: noPictures, press, margin: result.margin }),
    );
    const edge = 9 + 7 * MM;
    const box = (name: string): number[] =>
      pdf
        .match(new RegExp(`/${name} \\[([^\\]]+)`))![1]!
        .split(' ')
        .map(Number);
    expect(box('TrimBox')).toEqual(
      [edge, edge, edge + 300, edge + 400].map(value => expect.closeTo(value, 2)),
    );
    expect(box('BleedBox')[0]).toBeCloseTo(edge - 9, 2);
    expect(box('MediaBox')).toEqual(
      [0, 0, 300 + 2 * edge, 400 + 2 * edge].map(value => expect.closeTo(value, 2)),
    );
  });

  it.skipIf(!installed('pdftoppm'))('show nothing of the page beyond the bleed', async () => {
    const edition = numbered(1, { bleed: 9 });
    const wide: Item = { kind: 'box', x: -200, y: 100, width: 800, height: 20, ink: REGISTRATION };
    const pages = edition.pages.map(page => ({ ...page, items: [wide] }));
    const { edition: result, margin } = made({ ...edition, pages }, 'single', new Set<Mark>(['crop']));
    const file = await writePrintPdf(result, { rendition: noPictures, press, margin });
    const pixels = withFile(file, 'pdftoppm', ['-r', '72', '-gray', 'FILE']);
    const [width, height] = [358, 458];
    expect(pixels.subarray(0, 20).toString('latin1')).toContain(`${width} ${height}`);
    const row = pixels
      .subarray(pixels.length - width * height)
      .subarray((28 + 110) * width, (28 + 111) * width);
    const dark = [...row].flatMap((gray, x) => (gray < 128 ? [x] : []));
    expect([dark[0], dark.at(-1)]).toEqual([20, 337]);
  });
});

describe("readers' spreads", () => {
  const labelsOf = (count: number, binding: 'left' | 'right'): string[] =>
    made(numbered(count, { binding }), 'spreads', NONE).edition.pages.map(page =>
      page.items
        .flatMap(item =>
          item.kind === 'group' ? [textIn(item.items)] : item.kind === 'glyphs' ? [textOf(item)] : [],
        )
        .join('|'),
    );

  it('of a publication bound on the left have the lower page on the left', () => {
    expect(labelsOf(6, 'left')).toEqual(['P1', 'P2|P3', 'P4|P5', 'P6']);
  });

  it('of a publication bound on the right have the lower page on the right', () => {
    expect(labelsOf(6, 'right')).toEqual(['P1', 'P3|P2', 'P5|P4', 'P6']);
  });

  it('of an odd number of pages end with a pair', () => {
    expect(labelsOf(3, 'left')).toEqual(['P1', 'P2|P3']);
  });

  it('are two pages wide and numbered through', () => {
    const { pages } = made(numbered(6), 'spreads', NONE).edition;
    expect(pages.map(({ number, label, width }) => [number, label, width])).toEqual([
      [1, '1', 300],
      [2, '2–3', 600],
      [3, '4–5', 600],
      [4, '6', 300],
    ]);
  });

  it('cut both pages at the fold and keep the bleed on the other sides', () => {
    const [, spread] = made(numbered(4, { bleed: 9 }), 'spreads', NONE).edition.pages;
    expect(groupsOn(spread!).map(({ x, clip }) => ({ x, clip }))).toEqual([
      { x: 0, clip: { x: -9, y: -9, width: 309, height: 418 } },
      { x: 300, clip: { x: 0, y: -9, width: 309, height: 418 } },
    ]);
  });

  it('are marked with their fold and with both pages', () => {
    const [, spread] = made(numbered(4), 'spreads', ALL).edition.pages;
    const marks = marksOn(spread!);
    expect(textIn(marks)).toContain('pages 2 and 3');
    const dashed = marks.filter(item => item.kind === 'drawing' && item.shapes[0]!.stroke!.dash.length > 0);
    expect(dashed.map(item => item.kind === 'drawing' && item.x)).toEqual([300, 300]);
  });
});
