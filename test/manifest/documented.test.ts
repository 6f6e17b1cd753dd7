/** The README files against the schemas: every key that an editor may write is in them as code, and their examples are right. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fontsFile } from '../../src/manifest/schema-fonts.js';
import { issueFile } from '../../src/manifest/schema-issue.js';
import { layoutFile, panel, styleFields } from '../../src/manifest/schema-layout.js';
import { phoneFile } from '../../src/manifest/schema-phone.js';
import { preflightFile } from '../../src/manifest/schema-preflight.js';
import { publicationFile } from '../../src/manifest/schema-publication.js';
import { storyHead } from '../../src/manifest/schema-story.js';
import { parseYaml } from '../../src/manifest/source.js';
import { validate } from '../../src/manifest/validate.js';
import { Problems } from '../../src/problem/problem.js';

const ISSUES = 'issues/README.md';
const LAYOUTS = 'layouts/README.md';

const FENCED = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** The sections of a README by their headings, those within them included. */
function sections(file: string, headings: readonly string[]): string {
  const text = readFileSync(file, 'utf8');
  // A comment in an example is no heading.
  const bare = text.replace(FENCED, example => example.replace(/^#/gm, ' '));
  return headings
    .map(heading => {
      const from = bare.indexOf(`\n${heading}\n`) + heading.length + 2;
      if (from < heading.length + 2) throw new Error(`${file} has no “${heading}”`);
      const next = new RegExp(`^#{1,${heading.indexOf(' ')}} `, 'm').exec(bare.slice(from));
      return text.slice(from, next === null ? undefined : from + next.index);
    })
    .join('\n');
}

/** The words that stand as code: between backticks, and in examples outside their comments. */
function codeWords(text: string): Set<string> {
  const examples = [...text.matchAll(FENCED)].map(([, , code]) => code!.replace(/ # .*$/gm, ''));
  const inline = [...text.replace(FENCED, '').matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
  return new Set([...examples, ...inline].flatMap(code => code.match(/[A-Za-z][\w-]*/g) ?? []));
}

/** Paths of all keys that a schema allows, those of records left out: editors choose them. */
function keysOf(schema: z.ZodType, path = ''): string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, inner]) => [
      `${path}${key}`,
      ...keysOf(inner, `${path}${key}.`),
    ]);
  }
  if (schema instanceof z.ZodArray) return keysOf(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodRecord) return keysOf(schema.valueType as z.ZodType, path);
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(one => keysOf(one, path));
  if (schema instanceof z.ZodPipe) return keysOf(schema.in as z.ZodType, path);
  const wraps =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return wraps ? keysOf(schema.unwrap() as z.ZodType, path) : [];
}

/** What an editor may write, and the sections that tell it. */
const TOLD: readonly (readonly [
  name: string,
  schema: z.ZodType,
  file: string,
  headings: readonly string[],
])[] = [
  ['issue.yaml', issueFile, ISSUES, ['## issue.yaml', '## Stories']],
  ['the front page', issueFile.shape.front, ISSUES, ['## issue.yaml']],
  ['the plan', issueFile.shape.plan, ISSUES, ['## issue.yaml']],
  ['the head of a story', storyHead, ISSUES, ['## Stories']],
  ['publication.yaml', publicationFile.omit({ print: true, phone: true }), ISSUES, ['## publication.yaml']],
  ['print', publicationFile.shape.print, LAYOUTS, ['## For the printer']],
  ['preflight', preflightFile, LAYOUTS, ['### Preflight']],
  ['phone', publicationFile.shape.phone, LAYOUTS, ['## For phones']],
  [
    'a layout',
    layoutFile,
    LAYOUTS,
    ['## A layout', '## Page templates', '## Type styles', '## How stories begin', '## For the printer'],
  ],
  ['panels', panel, LAYOUTS, ['### Panels']],
  ['type styles', styleFields, LAYOUTS, ['## Type styles']],
  [
    'a layout for phones',
    phoneFile.omit({ masthead: true, folio: true, module: true, table: true, styles: true, opening: true }),
    LAYOUTS,
    ['## For phones'],
  ],
  ['fonts.yaml', fontsFile, LAYOUTS, ['## Fonts']],
];

it.each(TOLD)('every key of %s is in its README', (_, schema, file, headings) => {
  const words = codeWords(sections(file, headings));
  const keys = keysOf(schema);
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter(key => !words.has(key.split('.').at(-1)!))).toEqual([]);
});

/** What is wrong with an example, by the schema of its file. */
function faults(file: string, code: string, schema: z.ZodType): string[] {
  const problems = new Problems();
  validate(parseYaml(file, code, 1, problems), schema, problems);
  return problems.list.map(({ span, message }) => `${file}:${span?.line} ${message}`);
}

const FILES: readonly (readonly [RegExp, z.ZodType])[] = [
  [/issue\.yaml$/, issueFile],
  [/publication\.yaml$/, publicationFile],
  [/fonts\.yaml$/, fontsFile],
];

it.each([
  [ISSUES, 3],
  [LAYOUTS, 1],
  ['README.md', 1],
])('the examples of whole files in %s are right', (file, count) => {
  const examples = [...readFileSync(file, 'utf8').matchAll(FENCED)].flatMap(([, , code]) => {
    const [, name] = /^# (\S+\.yaml)\n/.exec(code!) ?? [];
    const [, schema] = FILES.find(([ending]) => ending.test(name ?? '')) ?? [];
    return schema === undefined ? [] : [{ code: code!, name: name!, schema }];
  });
  expect(examples).toHaveLength(count);
  expect(examples.flatMap(({ name, code, schema }) => faults(name, code, schema))).toEqual([]);
});

it('the heads of stories in the README files are right', () => {
  const heads = ['README.md', ISSUES].flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(FENCED)].flatMap(
      ([, , code]) => /^---\n([\s\S]*?)^---$/m.exec(code!)?.[1] ?? [],
    ),
  );
  expect(heads).toHaveLength(2);
  expect(heads.flatMap(head => faults('story', head, storyHead))).toEqual([]);
});

/** The anchor that a heading gets on a page made of Markdown: small letters and hyphens, other signs left out. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

it.each(['README.md', 'ARCHITECTURE.md', ISSUES, LAYOUTS])('the links of %s lead somewhere', file => {
  const text = readFileSync(file, 'utf8').replace(FENCED, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  const broken = links.filter(link => {
    const [path, id] = link.split('#') as [string, string?];
    const target = path === '' ? file : join(dirname(file), path);
    if (/^https?:/.test(link)) return false;
    if (!existsSync(target)) return true;
    if (id === undefined) return false;
    const headings = [
      ...readFileSync(target, 'utf8')
        .replace(FENCED, '')
        .matchAll(/^#+ (.+)$/gm),
    ];
    return !headings.some(([, heading]) => anchor(heading!) === id);
  });
  expect(broken).toEqual([]);
});
