/** Checks a parsed YAML text against a schema: every deviation becomes a problem at its line. */

import { z } from 'zod';
import { nearestOf } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import type { YamlPath, YamlSource } from './source.js';

/** The checked value, or undefined if anything was wrong (then `problems` has grown). */
export function validate<Schema extends z.ZodType>(
  source: YamlSource,
  schema: Schema,
  problems: Problems,
): z.output<Schema> | undefined {
  if (source.value === undefined) return undefined;
  const result = schema.safeParse(source.value ?? {}, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(issue, [], source, schema, problems);
  return undefined;
}

function report(
  issue: z.core.$ZodIssue,
  base: YamlPath,
  source: YamlSource,
  schema: z.ZodType,
  problems: Problems,
): void {
  const path = [...base, ...issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) reportUnknownKey([...path, key], key, knownKeys(schema, path), source, problems);
    return;
  }
  if (issue.code === 'invalid_union') {
    const branch = likeliestBranch(issue.errors);
    if (branch !== undefined) {
      for (const inner of branch) report(inner, path, source, schema, problems);
      return;
    }
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  if (missing) {
    const key = String(path.at(-1));
    problems.error('missing-key', source.span(path), `“${key}” is missing${where(path)}`, `Add a line “${key}: …”.`);
    return;
  }
  problems.error(codeOf(issue), source.span(path), messageOf(issue, path), hintOf(issue));
}

function reportUnknownKey(
  path: YamlPath,
  key: string,
  known: readonly string[],
  source: YamlSource,
  problems: Problems,
): void {
  const nearest = nearestOf(key, known);
  const hint = nearest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean “${nearest}”?`;
  problems.error('unknown-key', source.keySpan(path), `unknown key “${key}”${where(path)}`, hint);
}

function where(path: YamlPath): string {
  return path.length > 1 ? ` in “${path.slice(0, -1).join('.')}”` : '';
}

/** Of a union's branches the one that got furthest: the editor meant that one. */
function likeliestBranch(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const inner = branches.filter(branch => branch.every(issue => issue.code !== 'invalid_type' || issue.path.length > 0));
  return inner[0];
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union') return 'wrong-type';
  return 'wrong-value';
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  tuple: 'a list',
  null: 'nothing',
  undefined: 'nothing',
};

function messageOf(issue: z.core.$ZodIssue, path: YamlPath): string {
  const name = `“${path.join('.')}”`;
  switch (issue.code) {
    case 'invalid_type':
      return `${name} must be ${TYPE_NAMES[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`;
    case 'invalid_union':
      return `${name} cannot be ${kindOf(issue.input)}`;
    case 'invalid_value':
      return `${name} must be ${issue.values.map(value => `“${String(value)}”`).join(' or ')}, not “${String(issue.input)}”`;
    case 'too_small':
      return `${name} is too small: at least ${issue.minimum}${issue.origin === 'array' ? ' entries' : ''}`;
    case 'too_big':
      return `${name} is too big: at most ${issue.maximum}${issue.origin === 'array' ? ' entries' : ''}`;
    default:
      return `${name}: ${issue.message}`;
  }
}

function hintOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number') {
    return 'Put quotes round it to make it a text.';
  }
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    const nearest = nearestOf(issue.input, issue.values.map(String));
    return nearest === undefined ? undefined : `Did you mean “${nearest}”?`;
  }
  return undefined;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value === 'string') return `the text “${value.length > 30 ? `${value.slice(0, 29)}…` : value}”`;
  return `${typeof value === 'number' ? 'the number ' : ''}${String(value)}`;
}

/** The keys an object schema allows at a path. */
function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  let candidates: z.ZodType[] = [schema];
  for (const step of [...path, undefined]) {
    candidates = candidates.flatMap(unwrapped);
    if (step === undefined) break;
    candidates = candidates.flatMap(candidate => childOf(candidate, step));
  }
  return candidates.flatMap(candidate => (candidate instanceof z.ZodObject ? Object.keys(candidate.shape) : []));
}

function unwrapped(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(unwrapped);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  ) {
    return unwrapped(schema.unwrap() as z.ZodType);
  }
  return [schema];
}

function childOf(schema: z.ZodType, step: string | number): z.ZodType[] {
  if (schema instanceof z.ZodObject) {
    const child = (schema.shape as Record<string, z.ZodType>)[String(step)];
    return child === undefined ? [] : [child];
  }
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  return [];
}
