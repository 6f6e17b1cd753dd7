/** Checks a parsed YAML text against a schema: every deviation becomes a problem at its line. */

import type { z } from 'zod';
import { hintFor, nearestOf } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import { expectedAt, knownKeys, schemasAt } from './schema-walk.js';
import type { YamlPath, YamlSource } from './source.js';
import { inWords, mismatchHint, TYPE_NAMES } from './wording.js';

/** The checked value, or undefined if anything was wrong (then `problems` has grown). */
export function validate<Schema extends z.ZodType>(
  source: YamlSource,
  schema: Schema,
  problems: Problems,
): z.output<Schema> | undefined {
  if (source.broken) return undefined;
  const result = schema.safeParse(source.value ?? {}, { reportInput: true });
  if (result.success) return result.data;
  const check = { source, schema, problems, misspelt: new Set<string>() };
  for (const issue of unknownFirst(result.error.issues)) report(issue, [], check);
  return undefined;
}

/** Unknown keys first: what one of them stands for is not missing besides. */
function unknownFirst(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const rank = (issue: z.core.$ZodIssue): number => (issue.code === 'unrecognized_keys' ? 0 : 1);
  return [...issues].sort((a, b) => rank(a) - rank(b));
}

interface Check {
  readonly source: YamlSource;
  readonly schema: z.ZodType;
  readonly problems: Problems;
  /** Paths of keys that stand there under a wrong name. */
  readonly misspelt: Set<string>;
}

function report(issue: z.core.$ZodIssue, base: YamlPath, check: Check): void {
  const { source, schema, problems } = check;
  const path = [...base, ...issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))];
  const span = source.span(path);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) reportUnknownKey([...path, key], key, knownKeys(schema, path), check);
    return;
  }
  if (issue.code === 'invalid_key') {
    const [inner] = issue.issues;
    problems.error(
      'wrong-value',
      source.keySpan(path),
      `the key “${path.at(-1)}” ${inner?.message.replace(/, not “[^”]*”$/, '')}`,
      hintIn(inner),
    );
    return;
  }
  if (isMissing(issue)) {
    if (check.misspelt.has(path.join('/'))) return;
    const key = String(path.at(-1));
    problems.error('missing-key', span, `“${key}” is missing${where(path)}`, `Add “${key}: …”.`);
    return;
  }
  if (issue.input === null) {
    const hint =
      typeof path.at(-1) === 'number' ? 'Write a value after the dash, or take the line out.' : EMPTY_HINT;
    problems.error('empty', source.keySpan(path), `${nameOf(path)} is empty`, hint);
    return;
  }
  const branch = issue.code === 'invalid_union' ? likeliestBranch(issue.errors) : undefined;
  if (branch !== undefined) {
    for (const inner of unknownFirst(branch)) report(inner, path, check);
    return;
  }
  problems.error(codeOf(issue), span, messageOf(issue, path, schema), hintOf(issue, path, schema));
}

const EMPTY_HINT = 'Write a value after the colon, or take the line out.';

/** Nothing stands there: the key is left out. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  const asks =
    issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union';
  return asks && issue.input === undefined;
}

/** Words from other programs, by what they are called here. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  title: 'headline',
  subtitle: 'deck',
  standfirst: 'deck',
  subheadline: 'deck',
  author: 'byline',
  place: 'dateline',
  language: 'lang',
  body: 'text',
  image: 'picture',
  photo: 'picture',
  images: 'pictures',
  photos: 'pictures',
  id: 'story',
};

function reportUnknownKey(
  path: YamlPath,
  key: string,
  known: readonly string[],
  { source, problems, misspelt }: Check,
): void {
  const other = OTHER_WORDS[key.toLowerCase()];
  const meant =
    nearestOf(key, known) ?? known.find(word => word === other) ?? known.find(word => word === `${other}s`);
  const hint = meant === undefined ? hintFor(key, known) : `Did you mean “${meant}”?`;
  if (meant !== undefined) misspelt.add([...path.slice(0, -1), meant].join('/'));
  problems.error('unknown-key', source.keySpan(path), `unknown key “${key}”${where(path)}`, hint);
}

/** What the editor knows a value by: its key, or its place in a list. */
function nameOf(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return `“${last}”`;
  const list = path.slice(
    path.findLastIndex((step, at) => typeof step === 'number' && at < path.length - 1) + 1,
    -1,
  );
  return `entry ${last + 1} of “${list.join('.')}”`;
}

/** In which group the last step of a path stands. */
function where(path: YamlPath): string {
  const group = path.slice(0, -1);
  const last = group.at(-1);
  if (last === undefined) return '';
  if (typeof last === 'number') return ` in ${nameOf(group)}`;
  return ` in “${group.slice(group.findLastIndex(step => typeof step === 'number') + 1).join('.')}”`;
}

/** Of a union's branches the one that got furthest: the editor meant that one. */
function likeliestBranch(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  return branches.find(branch =>
    branch.every(issue => issue.code !== 'invalid_type' || issue.path.length > 0),
  );
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') return issue.params['code'];
  return issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'wrong-type' : 'wrong-value';
}

function messageOf(issue: z.core.$ZodIssue, path: YamlPath, schema: z.ZodType): string {
  const name = nameOf(path);
  const wanted = expectedAt(schema, path);
  switch (issue.code) {
    case 'invalid_type':
      return `${name} must be ${wanted ?? TYPE_NAMES[issue.expected] ?? issue.expected}, not ${inWords(issue.input)}`;
    case 'invalid_union':
      return `${name} must be ${wanted ?? 'something else'}, not ${inWords(issue.input)}`;
    case 'invalid_value':
      return `${name} must be ${wanted ?? issue.values.map(value => `“${String(value)}”`).join(' or ')}, not ${shown(issue.input)}`;
    case 'too_small':
    case 'too_big': {
      const exact = issue.exact === true;
      const [most, limit] =
        issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
      if (Array.isArray(issue.input)) {
        return `${name} must have ${exact ? '' : `${most} `}${entries(limit)}, not ${issue.input.length}`;
      }
      return `${name} must be ${most} ${limit}, not ${inWords(issue.input)}`;
    }
    default:
      return `${name} ${issue.message}`;
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : inWords(value);
}

function entries(count: number | bigint): string {
  return `${count} ${Number(count) === 1 ? 'entry' : 'entries'}`;
}

function hintIn(issue: z.core.$ZodIssue | undefined): string | undefined {
  const hint = issue?.code === 'custom' ? issue.params?.['hint'] : undefined;
  return typeof hint === 'string' ? hint : undefined;
}

function hintOf(issue: z.core.$ZodIssue, path: YamlPath, schema: z.ZodType): string | undefined {
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const nearest = nearestOf(issue.input, issue.values.map(String));
    return nearest === undefined ? 'Write one of these words.' : `Did you mean “${nearest}”?`;
  }
  if (issue.code === 'invalid_value' && knownKeys(schema, path).length > 0) {
    return mismatchHint('object', issue.input, schemasAt(schema, path), knownKeys(schema, path));
  }
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union') {
    const expected = issue.code === 'invalid_type' ? issue.expected : 'union';
    return mismatchHint(expected, issue.input, schemasAt(schema, path), knownKeys(schema, path));
  }
  return hintIn(issue);
}
