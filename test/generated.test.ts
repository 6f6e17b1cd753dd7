/** Made-up issues as an editor would bring them, without a hint: every page full, every rule kept, from frames and from pixels. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../src/build.js';
import { dumpEdition } from '../src/frame/dump.js';
import { writeSharePdf } from '../src/pdf/write.js';
import { shareOutput } from '../src/picture/output.js';
import { prepareRenditions } from '../src/picture/prepare.js';
import { faultsOf } from './support/faults.js';
import { feetOf, unevenFeet } from './support/feet.js';
import { generatedIssue, type Kind, NUMBER } from './support/generated/issues.js';
import { newspaper, setGoodIssue } from './support/newspaper.js';
import { measureRaster } from './support/raster.js';

/** A kind, a seed, and the share of its usual length that its stories have. */
const ISSUES: readonly (readonly [Kind, number, number])[] = [
  ['arabic', 1, 1],
  ['english', 3, 1],
  ['briefs', 1, 1],
  ['long', 1, 1],
  ['pictures', 1, 1],
  ['mixed', 1, 1],
  ['mixed', 2, 0.95],
  ['mixed', 1, 0.9],
];
const SLOW = 120_000;

async function made(kind: Kind, seed: number, share: number): Promise<{ set: SetIssue; pdf: Uint8Array }> {
  const project = newspaper(await generatedIssue(kind, seed, share));
  const set = await setGoodIssue(project, NUMBER);
  const output = shareOutput({ ppi: 50, quality: 40 });
  const path = (item: { readonly file: string }): string => project.path(item.file);
  const { provider: rendition } = await prepareRenditions(
    set.made.edition,
    path,
    output,
    set.cache,
    () => {},
  );
  return { set, pdf: await writeSharePdf(set.made.edition, { rendition }) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('a made-up issue', () => {
  it.each(ISSUES)(
    '“%s” of seed %i, %f of its length: all is there, nothing breaks a rule, all pages are full',
    async (kind, seed, share) => {
      const { set, pdf } = await made(kind, seed, share);
      const { pages, overset } = set.made;
      expect(overset).toEqual([]);
      expect(faultsOf(set)).toEqual([]);

      const blank = pages.map(({ fill }) => 1 - fill);
      expect(Math.max(...blank)).toBeLessThan(0.02);
      expect(mean(blank)).toBeLessThan(0.01);

      const { layout, issue } = set.manifest;
      const first = issue.front === undefined ? 1 : 2;
      const heads = (number: number) =>
        pages
          .filter(({ page }) => page === number)
          .flatMap(({ modules }) =>
            modules.map(({ area, columnTop }) => ({ ...area, height: columnTop - area.y })),
          );
      const holes = await measureRaster(pdf, layout, set.made.edition.binding, first, heads);
      expect(holes).toHaveLength(pages.length);
      expect(mean(holes.map(page => page.holes))).toBeLessThan(0.01);
      expect(Math.max(...holes.map(page => page.holes))).toBeLessThan(0.03);

      // A module or two end more than a line apart where keep rules leave no other breaks; none does by more than two.
      expect(unevenFeet(set).length).toBeLessThanOrEqual(feetOf(set).length * 0.05);
      expect(unevenFeet(set, 2)).toEqual([]);
    },
    SLOW,
  );
});

it(
  'the same issue gives the same pages, and a narrower search pages that are as whole',
  async () => {
    const files = await generatedIssue('pictures', 2);
    const publication = String(files['issues/publication.yaml']);
    const narrower = { ...files, 'issues/publication.yaml': `${publication}search: 2\n` };
    const [one, again, other] = [
      await setGoodIssue(newspaper(files), NUMBER),
      await setGoodIssue(newspaper(files), NUMBER),
      await setGoodIssue(newspaper(narrower), NUMBER),
    ];
    expect(dumpEdition(again.made.edition)).toBe(dumpEdition(one.made.edition));
    expect(other.made.overset).toEqual([]);
    expect(faultsOf(other)).toEqual([]);
  },
  SLOW,
);
