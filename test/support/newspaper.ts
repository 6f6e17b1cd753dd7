/** Makes a newspaper in a temporary folder: the project's own layouts and fonts, and the issue files a test gives. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type SetIssue, setIssue } from '../../src/build.js';
import type { GlyphRun, Group, Item, Page } from '../../src/frame/frame.js';
import { Project } from '../../src/manifest/project.js';
import { Problems } from '../../src/problem/problem.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A project folder with the given files over the real ones; removed when the test ends. */
export function newspaper(files: Readonly<Record<string, string | Uint8Array>>): Project {
  const root = mkdtempSync(join(tmpdir(), 'newspaper-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['layouts', 'fonts', 'issues/pictures'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  cpSync(join(ROOT, 'issues/publication.yaml'), join(root, 'issues/publication.yaml'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return new Project(root);
}

/** Sets an issue that must be free of errors. */
export async function setGoodIssue(project: Project, number: string): Promise<SetIssue> {
  const problems = new Problems();
  const set = await setIssue(project, number, problems);
  if (set === undefined) throw new Error(problems.list.map(problem => problem.message).join('\n'));
  return set;
}

/** All items of a page at absolute places, groups opened; each with the groups it stands in. */
export function* itemsOf(page: Page): Iterable<{ item: Exclude<Item, Group>; groups: readonly Group[] }> {
  function* walk(
    items: readonly Item[],
    groups: readonly Group[],
  ): Iterable<{ item: Exclude<Item, Group>; groups: readonly Group[] }> {
    for (const item of items) {
      if (item.kind === 'group') yield* walk(item.items, [...groups, item]);
      else yield { item, groups };
    }
  }
  yield* walk(page.items, []);
}

/** The glyph runs of one story's text in the order of the frames. */
export function runsOf(
  set: SetIssue,
  story: string,
  roles: readonly string[],
): { run: GlyphRun; page: number }[] {
  return set.made.edition.pages.flatMap(page =>
    [...itemsOf(page)].flatMap(({ item, groups }) => {
      const mine = groups.some(group => group.story === story && roles.includes(group.role ?? ''));
      return item.kind === 'glyphs' && mine ? [{ run: item, page: page.number }] : [];
    }),
  );
}

/** The letters of a run in logical order. */
export function textOf(run: GlyphRun): string {
  const clusters = run.rtl ? [...run.clusters].reverse() : run.clusters;
  return clusters.map(({ text }) => text).join('');
}

/** Deterministic prose of so many words in Arabic or English, for stories whose words do not matter. */
export function prose(words: number, lang: 'ar' | 'en', seed = 1): string {
  const stock =
    lang === 'ar'
      ? 'يشرب الطحين ثلثي وزنه ماءً والخباز يعدّ بالأكياس والقارئ بالأرغفة وبينهما حساب مدينة كاملة في سنة ١٧٠٦ طُبعت'.split(
          ' ',
        )
      : 'the baker counts in sacks and reader loaves between them lies arithmetic of a city newspaper printing measured considerable'.split(
          ' ',
        );
  let state = seed;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  const out: string[] = [];
  for (let index = 0; index < words; index++) {
    const word = stock[(next() >> 8) % stock.length]!;
    out.push(index % 60 === 59 ? `${word}.\n\n` : index % 13 === 12 ? `${word}.` : word);
  }
  return out.join(' ').replace(/\n\n /g, '\n\n');
}
