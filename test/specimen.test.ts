/**
 * The specimen of the tabloid as a picture and as text. The picture it must look like is test/specimen/expected.png. After
 * a change that is meant to be seen, look at out/specimen/tabloid-specimen.pdf, then renew it:
 * RENEW=1 npx vitest run test/specimen.test.ts
 */

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cluster, Edition, GlyphRun } from '../src/frame/frame.js';
import { linesOf } from '../src/frame/text-report.js';
import { Project } from '../src/manifest/project.js';
import { writeSharePdf } from '../src/pdf/write.js';
import { Problems } from '../src/problem/problem.js';
import { builtIn } from '../src/specimen/column.js';
import { headlines, samples } from '../src/specimen/samples.js';
import * as texts from '../src/specimen/texts.js';
import { setSpecimen } from '../src/specimen.js';
import { plainText } from '../src/story/story.js';
import { noPictures } from './pdf/helper.js';
import { readByPdfium, searchable } from './pdf/inspect.js';
import { drawPage, fromPng, greatestDifference, type Picture, toPng } from './support/picture.js';

const EXPECTED = fileURLToPath(new URL('specimen/expected.png', import.meta.url));
const WIDTH = 600;

let edition: Edition;
let pdf: Uint8Array;
let picture: Picture;

const written = (pages: Edition): Promise<Uint8Array> => writeSharePdf(pages, { rendition: noPictures });
const drawn = async (pages: Edition): Promise<Picture> => drawPage(await written(pages), 1, WIDTH);

beforeAll(async () => {
  const problems = new Problems();
  const project = new Project(fileURLToPath(new URL('..', import.meta.url)));
  edition = setSpecimen(project, 'tabloid', problems)!.edition;
  expect(problems.list).toEqual([]);
  pdf = await written(edition);
  picture = await drawPage(pdf, 1, WIDTH);
  if (process.env['RENEW'] !== undefined) writeFileSync(EXPECTED, await toPng(picture));
});

/** Mean gray of a square of three pixels: a letter in the form of another place in the word shows more, antialiasing less. */
const TOLERANCE = 12;

/** The specimen with some of its runs changed; `change` gives back the very run where nothing is to change. */
function changed(change: (run: GlyphRun) => GlyphRun): Edition {
  const pages = edition.pages.map(page => ({
    ...page,
    items: page.items.map(item => (item.kind === 'glyphs' ? change(item) : item)),
  }));
  return { ...edition, pages };
}

/** A line of one column, counted from 0. */
function runsOfLine(style: string, index: number): readonly GlyphRun[] {
  return [...linesOf(edition)].filter(({ line }) => line.style === style)[index]!.runs;
}

describe('as a picture', () => {
  it('stands on one page', () => {
    expect(edition.pages).toHaveLength(1);
  });

  it('looks as expected', async () => {
    const expected = await fromPng(EXPECTED);
    expect([picture.width, picture.height]).toEqual([expected.width, expected.height]);
    const { difference, x, y } = greatestDifference(picture, expected);
    expect(difference, `at pixel ${x}, ${y} of ${EXPECTED}`).toBeLessThan(TOLERANCE);
  });

  it.each([
    ['Arabic, light kashida', 3],
    ['Arabic, fully vowelled', 8],
    ['English', 20],
  ])('would show a line of “%s” half a point lower', async (style, index) => {
    const runs = new Set(runsOfLine(style, index));
    const moved = await drawn(changed(run => (runs.has(run) ? { ...run, y: run.y + 0.5 } : run)));
    expect(greatestDifference(picture, moved).difference).toBeGreaterThan(TOLERANCE);
  });

  it.each([
    ['Arabic, light kashida', 'ع'],
    ['Arabic, full kashida', 'ل'],
    ['Arabic, full kashida', 'ك'],
    ['Arabic and English mixed', 'م'],
  ])('would show one letter of “%s” in a wrong form: %s', async (style, letter) => {
    const broken = await drawn(withWrongForm(style, letter));
    expect(greatestDifference(picture, broken).difference).toBeGreaterThan(TOLERANCE);
  });

  it('does not mind a little more or less ink', () => {
    // Another seed is another noise, so it is fixed.
    let state = 7;
    const gray = picture.gray.map(value => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.min(255, Math.max(0, value + ((state >> 12) % 21) - 10));
    });
    expect(greatestDifference(picture, { ...picture, gray }).difference).toBeLessThan(TOLERANCE);
  });
});

/** Exchanges the first such letter of a column for one that joins otherwise. */
function withWrongForm(style: string, letter: string): Edition {
  const clusters = [...linesOf(edition)]
    .filter(({ line }) => line.style === style)
    .flatMap(({ runs }) => runs.flatMap(run => run.clusters))
    .filter(({ text, kashida }) => text === letter && kashida === undefined);
  const [right] = clusters;
  const wrong = clusters.find(other => other.glyphs[0]!.id !== right!.glyphs[0]!.id)!;
  let done = false;
  const exchange = (cluster: Cluster): Cluster => {
    if (done || cluster !== right) return cluster;
    done = true;
    return wrong;
  };
  return changed(run => (run.line?.style === style ? { ...run, clusters: run.clusters.map(exchange) } : run));
}

/** A word's two parts if both stand in a text. */
function partsIn(word: string, text: readonly string[]): string[] | undefined {
  for (let at = 1; at < word.length; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every(part => text.includes(part))) return parts;
  }
  return undefined;
}

describe('as text', () => {
  /** Letters with their marks, and numbers: what readers of a text find whatever stands between. */
  const tokens = (text: string): string[] =>
    searchable(text.replaceAll('\ufffe', '')).match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  const plain = (text: string): string => plainText(builtIn(text));

  it('has every word in order in the texts of one language, as pdfium reads it', async () => {
    const read = ` ${tokens(await readByPdfium(pdf)).join(' ')} `;
    const { arabic, vowelled, english } = texts;
    const { english: latin, arabic: arabicHead, fitted } = headlines;
    const wanted = [
      ...[arabic, arabic, vowelled, english].flatMap(({ paragraphs }) => paragraphs),
      ...[arabicHead, latin, fitted, ...samples].map(({ text }) => text),
    ];
    let from = 0;
    for (const text of wanted) {
      const at = read.indexOf(` ${tokens(plain(text)).join(' ')} `, from);
      expect(at, text).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it('has every word of the mixed texts in their column', async () => {
    const read = tokens(await readByPdfium(pdf)).join(' ');
    const from = read.indexOf('Arabic and English mixed');
    const column = read.slice(from, read.indexOf(' en source serif', from)).split(' ').slice(4);
    const { latinInArabic, arabicInLatin } = texts;
    const wanted = [latinInArabic, arabicInLatin].flatMap(text =>
      text.paragraphs.flatMap(it => tokens(plain(it))),
    );
    // Readers do not join the parts of a Latin word that is divided in an Arabic line.
    const parts = wanted.flatMap(word => (column.includes(word) ? word : (partsIn(word, column) ?? word)));
    expect(column.sort()).toEqual(parts.sort());
  });

  it('has no tatweel, though its words are drawn out', async () => {
    const kashidas = edition.pages[0]!.items.flatMap(item => (item.kind === 'glyphs' ? item.clusters : []));
    expect(kashidas.filter(({ kashida }) => kashida !== undefined).length).toBeGreaterThan(50);
    expect(await readByPdfium(pdf)).not.toContain('\u0640');
  });
});
