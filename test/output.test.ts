/** Files put into place: all of them or none, and no temporary ones left. */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { othersIn, replaceFiles } from '../src/output.js';
import { writeProject } from './manifest/project.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('makes the folder and replaces files', () => {
  const folder = join(writeProject({}), 'out/1');
  expect(replaceFiles(folder, new Map([['a', bytes('1')]]))).toBeUndefined();
  expect(
    replaceFiles(
      folder,
      new Map([
        ['a', bytes('2')],
        ['b', bytes('3')],
      ]),
    ),
  ).toBeUndefined();
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('2');
});

it('replaces none if one cannot be replaced', () => {
  const folder = writeProject({ a: 'old' });
  mkdirSync(join(folder, 'b'));
  expect(
    replaceFiles(
      folder,
      new Map([
        ['a', bytes('new')],
        ['b', bytes('new')],
      ]),
    ),
  ).toEqual({
    message: 'a folder stands where a file should be',
    hint: 'Move that folder away.',
  });
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
});

it('says that a file is in the way of the folder', () => {
  const folder = writeProject({});
  writeFileSync(join(folder, 'out'), '');
  expect(replaceFiles(join(folder, 'out'), new Map())?.message).toBe(
    'a file stands where the folder should be',
  );
  expect(replaceFiles(join(folder, 'out/1'), new Map())?.message).toBe(
    'a file stands where a folder should be',
  );
});

it('puts files into folders within, and takes away outdated ones with a folder that they leave empty', () => {
  const folder = writeProject({ 'pages/1.jpg': 'old', 'pages/2.jpg': 'old', 'pages/note.txt': 'kept' });
  const outdated = /^pages\/\d\.jpg$/;
  expect(replaceFiles(folder, new Map([['pages/1.jpg', bytes('new')]]), outdated)).toBeUndefined();
  expect(readdirSync(join(folder, 'pages')).sort()).toEqual(['1.jpg', 'note.txt']);
  expect(othersIn(folder, ['pages/1.jpg'])).toEqual([]);
  expect(othersIn(folder, [])).toEqual(['pages/']);
  rmSync(join(folder, 'pages/note.txt'));
  replaceFiles(folder, new Map([['a', bytes('new')]]), outdated);
  expect(readdirSync(folder)).toEqual(['a']);
});

it('leaves all as it was if a file within a folder cannot be replaced', () => {
  const folder = writeProject({ a: 'old', 'pages/2.jpg': 'old' });
  mkdirSync(join(folder, 'pages/1.jpg'));
  const files = new Map([
    ['a', bytes('new')],
    ['pages/1.jpg', bytes('new')],
  ]);
  expect(replaceFiles(folder, files, /2/)?.message).toBe('a folder stands where a file should be');
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
  expect(readdirSync(join(folder, 'pages')).sort()).toEqual(['1.jpg', '2.jpg']);
});
