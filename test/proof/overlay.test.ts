/** The overlays of a proof: what is added over and under the pages, as frames; the pages' own items stay as they are. */

import { expect, it } from 'vitest';
import { baselineOf, TextSetter } from '../../src/flow/setter.js';
import { dumpPage } from '../../src/frame/dump.js';
import { extentsOf } from '../../src/frame/extent.js';
import type { Edition, Page } from '../../src/frame/frame.js';
import { writeSharePdf } from '../../src/pdf/write.js';
import { Problems } from '../../src/problem/problem.js';
import { Labels } from '../../src/proof/labels.js';
import { overlayEdition } from '../../src/proof/overlay.js';
import type { Spot } from '../../src/proof/spots.js';
import { proofEdition } from '../../src/proofs.js';
import { ENGLISH_FIRST, SMALL_SHEET, setText, story } from '../support/issue.js';
import { itemsOf, runsOf } from '../support/newspaper.js';
import { area, pageReport, plannedModule } from '../support/plan.js';

/** The small sheet: 566.9 by 737 points, margins of 12 mm at the top and 11 mm elsewhere. */
async function smallProof(): Promise<{ edition: Edition; proof: Edition }> {
  const set = await setText({ stories: { a: story('en', 20) }, layout: [SMALL_SHEET] });
  const { layout } = set.manifest;
  const setter = new TextSetter(
    layout,
    set.fonts,
    new Problems(),
    () => '',
    () => undefined,
  );
  const blank: Page = { ...set.made.edition.pages[0]!, items: [] };
  const edition = { ...set.made.edition, pages: [blank] };
  const modules = [
    plannedModule('spring', [0, 2], [0, 60], { direction: 'rtl', lang: 'ar', lines: 2, leading: 15, to: 2 }),
    plannedModule('mill', [2, 2], [0, 60], { lines: 2, from: 1 }),
  ];
  const spots: Spot[] = [
    { page: 1, kind: 'blank', severe: false, area: area(250, 60, 100, 50), label: 'blank: 4 lines' },
    { page: 1, kind: 'line', severe: true, area: area(40, 70, 100, 10), label: '3.4×' },
    { page: 2, kind: 'overset', severe: true, area: area(0, 0, 9, 9), label: 'elsewhere' },
  ];
  const proof = overlayEdition(edition, {
    layoutOf: () => layout,
    pages: [pageReport(1, modules)],
    spots,
    labels: new Labels(setter),
    firstBaseline: lang => baselineOf(setter.style('body', lang), layout.grid),
  });
  return { edition, proof };
}

it('has these frames', async () => {
  const { proof } = await smallProof();
  // The lines of the grid are the same again and again.
  const isGrid = (line: string): boolean => /rule .* grid$/.test(line);
  const lines = dumpPage(proof.pages[0]!).split('\n');
  const grid = lines.filter(isGrid);
  await expect(
    [...lines.filter(line => !isGrid(line)), grid[0], grid[1], grid.at(-1)].join('\n'),
  ).toMatchFileSnapshot('expected/overlay.txt');
});

it('the sheet is larger than the trim on all sides, and the trim and bleed are drawn', async () => {
  const { edition, proof } = await smallProof();
  const [page] = edition.pages;
  const [sheet] = proof.pages;
  const margin = (sheet!.width - page!.width) / 2;
  expect(margin).toBeGreaterThan(edition.bleed);
  expect(sheet!.height - page!.height).toBeCloseTo(2 * margin);
  const rules = [...itemsOf(sheet!)].flatMap(({ item }) => (item.kind === 'rule' ? [item] : []));
  const widest = (ink: string): number =>
    Math.max(...rules.filter(rule => rule.ink.name === ink).map(rule => rule.x2 - rule.x1));
  expect(widest('trim')).toBeCloseTo(page!.width, 0);
  expect(widest('bleed')).toBeCloseTo(page!.width + 2 * edition.bleed, 0);
});

it('nothing hangs over the sheet', async () => {
  const { proof } = await smallProof();
  const [sheet] = proof.pages;
  for (const { left, right, top, bottom } of extentsOf(sheet!.items)) {
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(sheet!.width);
    expect(bottom).toBeLessThanOrEqual(sheet!.height);
  }
});

it('the pages keep their very items, between what lies under and over them', async () => {
  const set = await setText({
    stories: { a: story('en', 300), b: story('ar', 200, 2) },
    publication: ENGLISH_FIRST,
  });
  const proof = proofEdition(set);
  expect(proof.pages).toHaveLength(set.made.edition.pages.length);
  for (const [index, { items }] of proof.pages.entries()) {
    const [under, own, over] = items;
    expect(items).toHaveLength(3);
    expect(own).toMatchObject({ kind: 'group' });
    if (own?.kind === 'group') expect(own.items).toBe(set.made.edition.pages[index]!.items);
    expect(under?.kind === 'group' && over?.kind === 'group').toBe(true);
  }
});

it('every line of body text stands on a step of the grid that is drawn', async () => {
  const set = await setText({ stories: { a: story('en', 300), b: story('ar', 200, 2) } });
  const grid = (page: number): Set<number> =>
    new Set(
      [...itemsOf(proofEdition(set).pages[page - 1]!)].flatMap(({ item }) =>
        item.kind === 'rule' && item.ink.name === 'grid' ? [Math.round(item.y1 * 10)] : [],
      ),
    );
  for (const id of ['a', 'b']) {
    for (const { run, page } of runsOf(set, id, ['paragraph'])) {
      expect(grid(page).has(Math.round(run.y * 10))).toBe(true);
    }
  }
});

it('is painted by the PDF writer, the same bytes twice', async () => {
  const set = await setText({ stories: { a: story('ar', 60) } });
  const write = (): Promise<Uint8Array> =>
    writeSharePdf(proofEdition(set), { rendition: () => Promise.reject(new Error('no pictures')) });
  const [first, second] = [await write(), await write()];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
