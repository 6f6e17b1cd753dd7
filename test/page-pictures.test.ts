/** Pages as pictures beside the PDFs: the first always, all on request, none of an earlier build. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { type BuildOptions, buildIssue } from '../src/build.js';
import type { Project } from '../src/manifest/project.js';
import { projectOf, SMALL_SHEET, story } from './support/issue.js';

const OPTIONS: BuildOptions = {
  write: true,
  allowOverset: false,
  grid: false,
  clock: () => 0,
  progress: () => {},
};
const NAME = 'the-truth-of-the-oppressed-5';
const ALL = ['01', '02', '03', '04'].map(page => `${NAME}-${page}.jpg`);

function paper(share = ''): Project {
  return projectOf({
    stories: { a: story('ar', 300, 1), b: story('en', 300, 2) },
    issue: 'pages: 4\n',
    layout: [SMALL_SHEET],
    publication: share === '' ? [] : [['  quality: 62', `  quality: 62\n  ${share}`]],
  });
}

it('are made of all pages on request, whole and as wide as a telephone, the same each time', async () => {
  const project = paper();
  const folder = project.path('out/5/pages');
  const { report } = await buildIssue(project, '5', { ...OPTIONS, pictures: true });
  expect(readdirSync(folder).sort()).toEqual(ALL);
  const files = ALL.map(name => readFileSync(`${folder}/${name}`));
  for (const file of files) {
    const { format, width, height, exif, xmp, iptc, icc } = await sharp(file).metadata();
    expect([format, width, height]).toEqual(['jpeg', 1080, (1080 * 260) / 200]);
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
  }
  expect(new Set(files.map(file => file.toString('base64'))).size).toBe(4);
  expect(readFileSync(project.path(`out/5/${NAME}-cover-1080.jpg`)).equals(files[0]!)).toBe(true);
  const bytes = files.reduce((sum, file) => sum + file.byteLength, 0);
  expect(report!.files.at(-1)).toEqual({ file: 'out/5/pages/ (4 pictures)', bytes });

  await buildIssue(project, '5', { ...OPTIONS, pictures: true });
  expect(ALL.every((name, at) => readFileSync(`${folder}/${name}`).equals(files[at]!))).toBe(true);
}, 60_000);

it('go with the next build that makes none; what else stands there is named', async () => {
  const project = paper();
  await buildIssue(project, '5', { ...OPTIONS, pictures: true });
  writeFileSync(project.path('out/5/plan.png'), '');
  const { report } = await buildIssue(project, '5', OPTIONS);
  expect(existsSync(project.path('out/5/pages'))).toBe(false);
  expect(existsSync(project.path(`out/5/${NAME}-cover-1080.jpg`))).toBe(true);
  expect(report!.others).toEqual(['plan.png']);
  expect(readFileSync(project.path(`out/5/${NAME}-report.json`), 'utf8')).not.toContain('plan.png');
}, 60_000);

it('stay as they are if the build fails', async () => {
  const project = paper();
  await buildIssue(project, '5', { ...OPTIONS, pictures: true });
  const { problems } = await buildIssue(project, '5', { ...OPTIONS, maxSize: 2000 });
  expect(problems.hasErrors).toBe(true);
  expect(readdirSync(project.path('out/5/pages')).sort()).toEqual(ALL);
}, 60_000);

it('are made by every build of a publication that asks for it', async () => {
  const project = paper('pictures: true');
  await buildIssue(project, '5', OPTIONS);
  expect(readdirSync(project.path('out/5/pages')).sort()).toEqual(ALL);
}, 60_000);
