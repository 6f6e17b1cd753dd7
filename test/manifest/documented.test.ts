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
];

it.each(TOLD)('every key of %s is in its README', (_, schema, file, headings) => {
  const words = codeWords(sections(file, headings));
  const keys = keysOf(schema);
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter(key => !words.has(key.split('.').at(-1)!))).toEqual([]);
});

/** Paths of keys that a schema allows and none of some values has. */
function keysLacking(schema: z.ZodType, values: readonly unknown[], path = ''): string[] {
  const groups = values.filter(value => typeof value === 'object' && value !== null);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, inner]) => {
      const own = groups.flatMap(group => (key in group ? [(group as Record<string, unknown>)[key]] : []));
      return own.length === 0 ? [`${path}${key}`] : keysLacking(inner, own, `${path}${key}.`);
    });
  }
  const parts = groups.flatMap(group => Object.values(group));
  if (schema instanceof z.ZodArray) return keysLacking(schema.element as z.ZodType, parts, path);
  if (schema instanceof z.ZodRecord) return keysLacking(schema.valueType as z.ZodType, parts, path);
  if (schema instanceof z.ZodUnion)
    return (schema.options as z.ZodType[]).flatMap(one => keysLacking(one, values, path));
  const wraps =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return wraps ? keysLacking(schema.unwrap() as z.ZodType, values, path) : [];
}

/** What an example says; what is wrong with it, by the schema of its file, fails the test. */
function read(file: string, code: string, schema: z.ZodType): unknown {
  const problems = new Problems();
  const source = parseYaml(file, code, 1, problems);
  validate(source, schema, problems);
  expect(problems.list.map(({ span, message }) => `${file}:${span?.line} ${message}`)).toEqual([]);
  return source.value;
}

/** Examples of whole files in a README: those that begin with the file's name, and the heads of stories. */
function examplesIn(readme: string): { name: string; code: string }[] {
  const examples = [...readFileSync(readme, 'utf8').matchAll(FENCED)].map(([, , code]) => code!);
  return examples.flatMap(code => {
    const head = /^---\n([\s\S]*?)^---$/m.exec(code)?.[1];
    if (head !== undefined) return [{ name: 'story', code: head }];
    const name = /^# (\S+\.yaml)\n/.exec(code)?.[1];
    return name === undefined ? [] : [{ name, code }];
  });
}

/**
 * The examples that show all an editor may write, and what they need not show: what other examples do, and the second head, which is
 * written as the main one.
 */
const WHOLE = [
  ['issues/14/issue.yaml', issueFile, ISSUES, /^stories\.(?!id$|text$)|^front\.(main|second)\./],
  ['story', storyHead, ISSUES, /^$/],
  ['issues/publication.yaml', publicationFile, ISSUES, /^(print|phone)\./],
  ['fonts/fonts.yaml', fontsFile, LAYOUTS, /^$/],
] as const;

it.each(WHOLE)('the example of %s has every key, and is right', (name, schema, readme, elsewhere) => {
  const { code } = examplesIn(readme).find(example => example.name === name)!;
  const lacking = keysLacking(schema, [read(name, code, schema)]);
  expect(lacking.filter(path => !elsewhere.test(path))).toEqual([]);
});

it('the two heads of the front page show what one may say', () => {
  const { code } = examplesIn(ISSUES).find(({ name }) => name === 'issues/14/issue.yaml')!;
  const { front } = read('issue.yaml', code, issueFile) as { front: { main: unknown; second: unknown } };
  const head = issueFile.shape.front.unwrap().shape.main;
  expect(keysLacking(head, [front.main, front.second])).toEqual([]);
});

it('the short examples are right', () => {
  const story = examplesIn('README.md').find(({ name }) => name === 'story')!;
  read('README.md', story.code, storyHead);
  for (const readme of ['README.md', ISSUES]) {
    const issue = examplesIn(readme).find(({ name }) => name === 'issues/15/issue.yaml')!;
    read(readme, issue.code, issueFile);
  }
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
