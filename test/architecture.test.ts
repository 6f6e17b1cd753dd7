/** The shape of the source: which folder may import which, and how long a file may be. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = resolve(dirname(fileURLToPath(import.meta.url)), '../src');

/** What each folder may import; after `type` only types. Files at the top of src may import all but the command line. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  problem: [],
  fonts: ['problem'],
  frame: ['fonts', 'problem'],
  text: ['fonts', 'frame', 'problem'],
  manifest: ['type fonts', 'type frame', 'type text', 'problem'],
  story: ['type text', 'type manifest', 'problem'],
  picture: ['type frame', 'problem'],
  flow: ['story', 'text', 'fonts', 'frame', 'type manifest', 'picture', 'problem'],
  page: ['flow', 'story', 'text', 'fonts', 'frame', 'type manifest', 'picture', 'problem'],
  structure: ['frame'],
  pdf: ['structure', 'fonts', 'frame'],
  proof: ['page', 'flow', 'story', 'fonts', 'frame', 'type manifest', 'picture', 'problem'],
  press: ['proof', 'page', 'pdf', 'fonts', 'frame', 'type manifest', 'picture', 'problem'],
  preflight: ['press', 'page', 'type fonts', 'frame', 'type manifest', 'type story', 'picture', 'problem'],
  specimen: ['page', 'flow', 'story', 'type fonts', 'frame', 'type manifest', 'problem'],
  phone: ['page', 'flow', 'story', 'type fonts', 'frame', 'type manifest', 'type picture', 'problem'],
  cli: ['manifest', 'problem', 'top'],
  types: [],
};

interface Source {
  /** Path below src. */
  readonly file: string;
  readonly text: string;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  readonly file: string;
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replaceAll('\\', '/'))
  .sort()
  .map(file => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : 'top';
}

/** Imports and re-exports of a file that lead to another folder. */
function edgesOf({ file, text }: Source): Edge[] {
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?((?:[^;'"]|\n)*?)\s*from\s+['"](\.[^'"]+)['"]/gm,
  );
  return [...statements].flatMap(([, type, names = '', path = '']) => {
    const target = relative(SRC, resolve(SRC, dirname(file), path)).replaceAll('\\', '/');
    const [from, to] = [folderOf(file), folderOf(target)];
    const named = /^\{([^}]*)\}$/s
      .exec(names.trim())?.[1]
      ?.split(',')
      .map(name => name.trim())
      .filter(Boolean);
    const typeOnly = type !== undefined || named?.every(name => name.startsWith('type ')) === true;
    return from === to ? [] : [{ from, to, typeOnly, file }];
  });
}

const edges = sources.flatMap(edgesOf);

it('finds the imports', () => {
  expect(edges.length).toBeGreaterThan(50);
});

it('every folder has its place', () => {
  const folders = new Set(sources.map(source => folderOf(source.file)).filter(folder => folder !== 'top'));
  expect([...folders].filter(folder => ALLOWED[folder] === undefined)).toEqual([]);
});

it('no folder imports what it must not', () => {
  const forbidden = edges.filter(({ from, to, typeOnly }) => {
    if (from === 'top') return to === 'cli';
    const allowed = ALLOWED[from] ?? [];
    return !allowed.includes(to) && !(typeOnly && allowed.includes(`type ${to}`));
  });
  expect(
    forbidden.map(({ file, to, typeOnly }) => `${file} imports ${typeOnly ? 'types' : 'values'} of ${to}`),
  ).toEqual([]);
});

it('no folders import one another in a circle', () => {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of edges) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (folder: string, path: readonly string[]): void => {
    if (path.includes(folder)) circles.push([...path.slice(path.indexOf(folder)), folder].join(' -> '));
    if (path.includes(folder) || done.has(folder)) return;
    for (const next of targets.get(folder) ?? []) visit(next, [...path, folder]);
    done.add(folder);
  };
  for (const folder of targets.keys()) visit(folder, []);
  expect(circles).toEqual([]);
});

/** Lines; a file that is longer does two things. */
const LONGEST = 250;

it('no file is too long', () => {
  const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > LONGEST);
  expect(long.map(({ file, text }) => `${file}: ${text.trimEnd().split('\n').length} lines`)).toEqual([]);
});

it('every file opens with a sentence on what it does', () => {
  expect(sources.filter(({ text }) => !text.startsWith('/**')).map(({ file }) => file)).toEqual([]);
});
