/** A reader PDF that must not be larger than asked: its pictures give way, step by step. */

import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type BuildResult, buildIssue } from '../src/build.js';
import type { Project } from '../src/manifest/project.js';
import { bytesOf } from '../src/manifest/values.js';
import { photograph } from './support/generated/pictures.js';
import { projectOf, story } from './support/issue.js';

const OPTIONS = { write: true, allowOverset: false, grid: false, clock: () => 0, progress: () => {} };

async function project(): Promise<Project> {
  const pictures = { 'p.jpg': await photograph({ seed: 1, wide: true }) };
  const head = 'pictures:\n  - { file: p.jpg, columns: 4, caption: Seen., credit: Us., alt: A thing. }\n';
  return projectOf({ stories: { a: story('en', 900, 1, head) }, issue: 'pages: 4\n', pictures });
}

function shareOf({ report }: BuildResult) {
  return report!.files.find(({ file }) => file.endsWith('-share.pdf'));
}

it('fits, and says what was done; what cannot be made to fit leaves the old file', async () => {
  const paper = await project();
  const whole = shareOf(await buildIssue(paper, '5', OPTIONS))!;
  expect(whole.note).toBeUndefined();
  const most = whole.bytes - 3000;
  const lower = shareOf(await buildIssue(paper, '5', { ...OPTIONS, maxSize: most }))!;
  expect(lower.bytes).toBeLessThanOrEqual(most);
  expect(lower.note).toMatch(
    /^pictures at \d+ pixels an inch, quality \d+, to fit \d+ kB; \d+ kB at 110 and \d+$/,
  );
  const { problems } = await buildIssue(paper, '5', { ...OPTIONS, maxSize: 2000 });
  expect(problems.list.map(({ code }) => code)).toContain('share-too-large');
  expect(existsSync(paper.path(lower.file))).toBe(true);
  expect(readFileSync(paper.path(lower.file)).byteLength).toBe(lower.bytes);
}, 60_000);

it.each([
  ['16MB', 16_000_000],
  ['900 kB', 900_000],
  ['1.5mb', 1_500_000],
  ['0MB', undefined],
  ['16', undefined],
  ['MB', undefined],
  ['16 MiB', undefined],
])('a size of “%s” is %s bytes', (size, bytes) => {
  expect(bytesOf(size)).toBe(bytes);
});
