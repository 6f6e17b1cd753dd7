/** The running text of issue 14 taken apart: a language in, its sentences out, for stories put together anew. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Lang = 'ar' | 'en';

const STORIES = fileURLToPath(new URL('../../../issues/14/stories/', import.meta.url));

/** Words a sentence of prose has. */
const SHORTEST = 6;
const LONGEST = 45;

const pools = new Map<Lang, readonly string[]>();

/** Sentences in the order of the files; those with references to pages or an open bracket are left out. */
export function sentencesOf(lang: Lang): readonly string[] {
  const kept = pools.get(lang);
  if (kept !== undefined) return kept;
  const found = readdirSync(STORIES)
    .sort()
    .flatMap(name => sentencesIn(readFileSync(`${STORIES}${name}`, 'utf8'), lang));
  pools.set(lang, found);
  return found;
}

function sentencesIn(file: string, lang: Lang): string[] {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  if (!head.includes(`lang: ${lang}`)) return [];
  return body
    .replace(/^:::[\s\S]*?^:::$/gm, '')
    .split(/\n\s*\n/)
    .map(block => block.trim())
    .filter(block => /^[\p{L}“«]/u.test(block) && !block.includes('\n') && !block.startsWith('::'))
    .flatMap(block => block.split(/(?<=[.!?؟][”»)]?)\s+(?=[\p{Lu}\p{Script=Arabic}“«])/u))
    .filter(sentence => isWhole(sentence));
}

function isWhole(sentence: string): boolean {
  const words = sentence.split(/\s+/).length;
  if (words < SHORTEST || words > LONGEST || sentence.includes(':page[')) return false;
  const count = (mark: string): number => sentence.split(mark).length;
  return (
    ['[]', '()', '“”', '«»'].every(([open, close]) => count(open!) === count(close!)) &&
    count('*') % 2 === 1 &&
    /[.!?؟][”»)]?$/.test(sentence)
  );
}
