/** The specimen of layouts that are not the tabloid: smaller sheets, fewer letters. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Edition } from '../../src/frame/frame.js';
import { linesOf } from '../../src/frame/text-report.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { Problems } from '../../src/problem/problem.js';
import { buildSpecimen, setSpecimen } from '../../src/specimen.js';
import { noPictures } from '../pdf/helper.js';
import { newspaper, textOf } from '../support/newspaper.js';
import { extentOf } from '../support/setting.js';

const read = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

const TABLOID = read('layouts/tabloid.yaml');
const SHEET = /^sheet: .*$/m;
const MARGINS = /^margins: .*$/m;

/** The specimen of a layout `other` in the paper of this project, both changed; with what was warned of. */
function specimenOf(
  layout: string,
  files: Readonly<Record<string, string>> = {},
): { edition: Edition; problems: Problems } {
  const problems = new Problems();
  const set = setSpecimen(newspaper({ 'layouts/other.yaml': layout, ...files }), 'other', problems);
  return { edition: set!.edition, problems };
}

/** The letters of one column, sorted: in a line they stand as they are seen. */
function lettersOf(edition: Edition, style: string): string {
  const lines = [...linesOf(edition)].filter(({ line }) => line.style === style);
  const text = lines.flatMap(({ runs }) => runs.map(textOf)).join('');
  return [...text.replace(/\s/g, '')].sort().join('');
}

const MILLIMETRE = 72 / 25.4;

it.each([
  { name: 'A4', width: 210, height: 297, margin: 15 },
  { name: 'a leaflet', width: 105, height: 148, margin: 8 },
  { name: 'a strip', width: 60, height: 400, margin: 5 },
])('fits $name, on more pages', ({ width, height, margin }) => {
  const layout = TABLOID.replace(SHEET, `sheet: { width: ${width}mm, height: ${height}mm }`)
    .replace(
      MARGINS,
      `margins: { top: ${margin}mm, bottom: ${margin}mm, inside: ${margin}mm, outside: ${margin}mm }`,
    )
    .replace(/^( *)columns: .*$/gm, '$1columns: { count: 1, gutter: 5mm }');
  const { edition, problems } = specimenOf(layout);
  expect(problems.list).toEqual([]);
  expect(edition.pages.length).toBeGreaterThan(1);
  for (const page of edition.pages) {
    const { left, right } = extentOf(page.items);
    expect(left).toBeGreaterThan(margin * MILLIMETRE - 1);
    expect(right).toBeLessThan((width - margin) * MILLIMETRE + 1);
    const lowest = Math.max(...page.items.map(item => (item.kind === 'glyphs' ? item.y : 0)));
    expect(lowest).toBeLessThan((height - margin) * MILLIMETRE);
  }
  const whole = specimenOf(TABLOID).edition;
  for (const style of ['Arabic, full kashida', 'Arabic and English mixed', 'English'])
    expect(lettersOf(edition, style)).toBe(lettersOf(whole, style));
});

it('of the layout for phones: what its file changes in the paper’s, as wide as a screen, and not for the press', async () => {
  const problems = new Problems();
  const project = newspaper({});
  const { edition, isPrinted } = setSpecimen(project, 'phone', problems)!;
  expect(problems.list).toEqual([]);
  expect(edition.pages[0]).toMatchObject({ width: 360, height: 640 });
  for (const { items } of edition.pages) {
    const { left, right } = extentOf(items);
    expect(left).toBeGreaterThan(20 - 1);
    expect(right).toBeLessThan(340 + 1);
  }
  expect(isPrinted).toBe(false);
  const { files } = await buildSpecimen(project, 'phone');
  expect(files.map(({ file }) => file)).toEqual(['out/specimen/phone-specimen.pdf']);
});

it('warns of letters that no font of the paper has, and is made all the same', async () => {
  const without = (text: string): string => text.replaceAll('source-serif', 'barlow-condensed');
  const fonts = read('fonts/fonts.yaml').replace('Latn: [source-serif]', 'Latn: [barlow-condensed]');
  const { edition, problems } = specimenOf(without(TABLOID), {
    'fonts/fonts.yaml': fonts.replace('any: [source-serif, noto-naskh]', 'any: [noto-naskh]'),
  });
  expect(problems.hasErrors).toBe(false);
  expect(problems.list.map(({ message }) => message)).toContain('no font has the character “ґ” (U+0491)');
  const pdf = await writeSharePdf(edition, { rendition: noPictures });
  expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
});
