/** Features of font files: the project's own fonts as fontkit reads them, and files that say nothing. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { expect, it } from 'vitest';
import { fontFeatures } from '../../src/manifest/font-features.js';
import { readFonts } from '../../src/manifest/fonts.js';
import { Project } from '../../src/manifest/project.js';
import { Problems } from '../../src/problem/problem.js';
import { SERIF, writeProject } from './project.js';

const project = new Project(fileURLToPath(new URL('../..', import.meta.url)));
const { families } = readFonts(project, new Problems())!;
const files = [...families.values()].flatMap(({ name, faces }) =>
  faces.map(face => ({ ...face, name: `${name} ${face.weight}${face.italic ? ' italic' : ''}` })),
);

type Table = { readonly featureList: readonly { readonly tag: string }[] } | undefined;

it.each(files)('$name has the features that fontkit finds', ({ path, features }) => {
  const { GSUB, GPOS } = fontkit.create(readFileSync(path)) as unknown as Record<'GSUB' | 'GPOS', Table>;
  const tags = [GSUB, GPOS].flatMap(table => table?.featureList.map(({ tag }) => tag) ?? []);
  expect([...features].sort()).toEqual([...new Set(tags)].sort());
});

it('a font without tables for features has none', () => {
  const root = writeProject({ 'a.ttf': SERIF });
  expect([...fontFeatures(join(root, 'a.ttf'))]).toEqual([]);
});

it('a font whose feature list leads past its end has none', () => {
  const root = writeProject({ 'a.ttf': '' });
  const path = join(root, 'a.ttf');
  const bytes = Buffer.alloc(40);
  bytes.writeUInt16BE(1, 4);
  bytes.write('GSUB', 12, 'latin1');
  bytes.writeUInt32BE(9000, 20);
  bytes.writeUInt32BE(10, 24);
  writeFileSync(path, bytes);
  expect([...fontFeatures(path)]).toEqual([]);
});
