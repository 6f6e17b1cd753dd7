/** Values and types in an editor's words, and how to turn a value of a wrong type into one of the right type. */

import type { z } from 'zod';

/** Types as zod calls them, in words. */
export const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  tuple: 'a list',
};

const LONGEST = 30;

/** What a value is: `the text “x”`, `the number 12`, `a list`. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value === 'string')
    return `the text “${value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value}”`;
  return `${typeof value === 'number' ? 'the number ' : ''}${String(value)}`;
}

/** What to do about a value of the wrong type. */
export function mismatchHint(
  expected: string,
  input: unknown,
  schemas: readonly z.ZodType[],
  keys: readonly string[],
): string | undefined {
  if (typeof input === 'number' || typeof input === 'boolean') {
    const asText = schemas.some(schema => schema.safeParse(String(input)).success);
    if (asText) return 'Put quotes round it to make it a text.';
    if (schemas.some(schema => schema.safeParse(`#${input}`).success))
      return `Write "#${input}", with quotes.`;
  }
  switch (expected) {
    case 'number':
    case 'int':
      return typeof input === 'string' ? numberHint(input) : undefined;
    case 'boolean':
      return 'Write true or false, without quotes.';
    case 'array':
    case 'tuple':
      return 'Write each entry on a line of its own after “- ”, or all of them in [ ] with commas.';
    case 'object':
    case 'record':
      return keys.length > 0
        ? `Write its keys below it, indented: ${keys.join(', ')}.`
        : 'Write its keys below it, indented.';
    default:
      return Array.isArray(input) ? 'Write a single value, without brackets and dashes.' : undefined;
  }
}

function numberHint(input: string): string | undefined {
  const european = input
    .trim()
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0));
  const [, number] = /^(-?\d+(?:\.\d+)?)\D*$/.exec(european) ?? [];
  if (number === undefined) return 'Write a single number, in digits.';
  if (european !== input.trim()) return `Write it with European digits: ${number}.`;
  return number === european ? `Take the quotes away: ${number}.` : `Write the number alone: ${number}.`;
}
