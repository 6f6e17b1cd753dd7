/** Web and mail addresses in running text: a rich text in, the same text with its addresses as links out. */

import type { RichText, TextRun } from './story.js';

/** What an address is made of once it has begun; marks that close a sentence or a bracket end it. */
const REST = '[^\\s<>"\\u00ab\\u00bb\\u2018-\\u201f\\u060c\\u061b\\u061f\\u2066-\\u2069]';
const HOST = '(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+';
/** Where a name alone is an address: the domains of no country, which abbreviations rarely end in (`e.g.`, `Node.js`). */
const DOMAIN = '(?:com|org|net|info|edu|gov|int)';
const ADDRESS = new RegExp(
  [
    `(?<web>https?://${REST}+|(?<![\\p{L}\\p{N}@./-])www\\.${REST}+)`,
    `(?<mail>[a-z0-9][a-z0-9._%+-]*@${HOST}[a-z]{2,})`,
    `(?<bare>(?<![\\p{L}\\p{N}@./-])${HOST}${DOMAIN}(?![\\p{L}\\p{N}-]|\\.[a-z0-9])(?:/${REST}*)?)`,
  ].join('|'),
  'giu',
);
/** Marks of the sentence at an address's end. */
const CLOSING = /[.,;:!?'*_\u2026]+$/u;

interface Address {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** Text with links of the editor's own and page references stay as they are. */
export function withAddresses(text: RichText): RichText {
  const whole = text.map(run => (isOpen(run) ? run.text : ' '.repeat(run.text.length + 1))).join('');
  const found = addressesIn(whole);
  if (found.length === 0) return text;
  let at = 0;
  return text.flatMap(run => {
    const start = at;
    at += isOpen(run) ? run.text.length : run.text.length + 1;
    return isOpen(run) ? cut(run, start, found) : [run];
  });
}

function isOpen({ url, pageOf, ornament }: TextRun): boolean {
  return url === undefined && pageOf === undefined && ornament === undefined;
}

/** The addresses of a text in its order, sentence marks left out. */
export function addressesIn(text: string): Address[] {
  return [...text.matchAll(ADDRESS)].map(({ 0: match, index, groups }) => {
    const address = trimmed(match);
    const scheme = groups!['mail'] === undefined ? 'https://' : 'mailto:';
    const url = /^https?:/i.test(address) ? address : scheme + address;
    return { start: index, end: index + address.length, url };
  });
}

/** A bracket closes the address only if it was opened in it. */
function trimmed(address: string): string {
  const bare = address.replace(CLOSING, '');
  const open = bare.endsWith(')') ? '(' : bare.endsWith(']') ? '[' : undefined;
  if (open === undefined || bare.includes(open)) return bare;
  return trimmed(bare.slice(0, -1));
}

/** A run that begins at `from` of the text, cut where addresses begin and end. */
function cut(run: TextRun, from: number, addresses: readonly Address[]): TextRun[] {
  const parts: TextRun[] = [];
  const add = (start: number, end: number, url: string | undefined): void => {
    if (start >= end) return;
    const span = { ...run.span, column: run.span.column + start };
    parts.push({ ...run, text: run.text.slice(start, end), span, url });
  };
  let done = 0;
  for (const { start, end, url } of addresses) {
    const [first, last] = [Math.max(done, start - from), Math.min(run.text.length, end - from)];
    if (last <= first) continue;
    add(done, first, undefined);
    add(first, last, url);
    done = last;
  }
  add(done, run.text.length, undefined);
  return parts.length > 1 || parts[0]?.url !== undefined ? parts : [run];
}
