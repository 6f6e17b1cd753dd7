/** Where lines may end: UAX #14 opportunities and hyphenation points in, break places by cluster out. */

import { type BreakRule, LB15a, LineBreakClasses, MAY_BREAK, PASS, Rules } from '@cto.af/linebreak';
import { hyphenationPoints } from './hyphenate.js';
import type { TextItem } from './itemise.js';
import type { Paragraph } from './paragraph.js';
import { isMark } from './scripts.js';

/**
 * `hyphen` adds a hyphen at the line's end, `address` divides a web or mail address without one, `address-behind` does so where
 * the line ends with the sign that joins its parts, `slash` ends it behind a slash, `forced` ends the line always.
 */
export type BreakKind = 'open' | 'hyphen' | 'address' | 'address-behind' | 'slash' | 'forced';

export interface BreakPlace {
  /** The next line begins with this cluster (before word spaces at its start are dropped). */
  readonly cluster: number;
  /** UTF-16 units of that cluster which stay on the line before: above 0 where a ligature is divided. */
  readonly inside: number;
  readonly kind: BreakKind;
}

/** Where a line may or must end, as a UTF-16 offset. */
export interface Opportunity {
  readonly position: number;
  readonly required: boolean;
}

/**
 * Rule LB25 as published, by pairs of classes: it keeps `.5` and `(5)%` whole, which the tailored rule of
 * Unicode's test file does not.
 */
const rules = new Rules();
const { IS, NU, SP } = LineBreakClasses as { readonly IS: number; readonly NU: number; readonly SP: number };

/** Unicode 16's LB15c: a number such as `.303` may begin a line. */
const numberAfterSpace: BreakRule = state =>
  state.cur.cls === SP && state.next.cls === IS && state.afterNext()?.cls === NU ? MAY_BREAK : PASS;
rules.addRuleBefore('LB13', numberAfterSpace);

/** The package's LB15a forbids the first break after an opening quotation mark even where letters stand between. */
const openingQuote: BreakRule = state => {
  const answer = LB15a(state);
  if (state.next.cls !== SP) state.spaces = false;
  return answer;
};
rules.replaceRule('LB15a', openingQuote);

/** A number and the sign it is read with (`5 %`, `20 °C`, `٣٠ ٪`); a sign before a number is that number's. */
const NUMBER_AND_SIGN = /\p{Nd} (?=[%‰٪؉؊°\p{Sc}](?!\p{Nd}))/gu;
/** The dash of a range of numbers. */
const RANGE = /\p{Nd}[\u2012\u2013](?=\p{Nd})/gu;
/** The hyphens of a command's option (`--version`); UAX #14 keeps only a single one with its word (LB20a). */
const OPTION = /(?<=^|[\s(«“])-{2,}(?=\p{L})/gu;
/** A dash that touches the word before it: no line begins with it. */
const DASH = /(?<=\S)(?=\u2014)/gu;
/** A hyphen or slash with a single letter or figure on one side (`e-mail`, `otağ-ı`, `2-أ`, `A–Z`, `km/h`), which no line is to end or begin with. */
const SINGLE =
  /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]\p{M}*[-/\u2010\u2013](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}]\p{M}*)[-/\u2010\u2013](?=[\p{L}\p{N}]\p{M}*(?![\p{L}\p{M}\p{N}]))/gu;
const WORD = /[\p{L}\p{M}\u00ad]+/gu;
/** A capital behind another letter as typed: NATO, NaOCl, OpenType. No language's patterns are made for such words. */
const INNER_CAPITAL = /\p{L}\p{Lu}/u;
/** Web and mail addresses, where a hyphen of ours would be read as part of the address. */
const ADDRESS = /@|:\/\/|^www\.|\p{L}\.\p{L}{2}/u;
const SOFT_HYPHEN = '\u00ad';
const CLOSING = /[\u202c\u2069]/;

/** Letters, digits and the commonest marks of Latin, Cyrillic and Arabic text: where these stand as usual, rules need not be asked. */
const USUAL =
  /^[A-Za-z\u00c0-\u024f\u0400-\u04ff\u0620-\u0652\u0660-\u0669\u0671-\u06d30-9 .,;:!?\u060c\u061b\u061f\u2018\u2019\u201c\u201d\u00ab\u00bb()-]+$/;
/** Places where these marks do not stand as usual: spaces on their wrong side, no space behind a stop, hyphens not between letters. */
const UNUSUAL =
  /^[ \u064b-\u0652]| $|[^\u0620-\u0652\u0671-\u06d3][\u064b-\u0652]| {2}|[\u2018\u201c\u00ab(] | [\u2019\u201d\u00bb.,;:!?\u060c\u061b\u061f)]|[!?\u060c\u061b\u061f)][A-Za-z\u00c0-\u06d30-9(-]|[.,;:]\(|-$|-[^A-Za-z\u00c0-\u024f\u0400-\u04ff]|(?<![A-Za-z\u00c0-\u024f\u0400-\u04ff0-9])-/;

/** UAX #14 opportunities, ascending, as newspapers want them: none between a number and its sign, in a range, beside a single letter, or before a dash. */
export function opportunities(text: string): Opportunity[] {
  return USUAL.test(text) && !UNUSUAL.test(text) ? usualOpportunities(text) : opportunitiesByRule(text);
}

/** In usual text lines end after spaces and after hyphens between letters. */
function usualOpportunities(text: string): Opportunity[] {
  const kept = text.includes('-') ? endsOf([SINGLE], text) : undefined;
  const found = [...text.matchAll(/[ -]/g)]
    .map(({ index }) => ({ position: index + 1, required: false }))
    .filter(({ position }) => kept?.has(position) !== true);
  return [...found, { position: text.length, required: true }];
}

/** The same for any text, by the rules. */
export function opportunitiesByRule(text: string): Opportunity[] {
  const kept = endsOf([NUMBER_AND_SIGN, RANGE, OPTION, DASH, SINGLE], text);
  const found: Opportunity[] = [];
  for (const { position, required } of rules.breaks(text)) {
    if (kept.has(position)) continue;
    // UAX #14 takes the end of an isolate for a letter; it must not begin the line after its own text.
    let after = position;
    while (after < text.length && CLOSING.test(text[after]!)) after++;
    if (after === position || after < text.length) found.push({ position: after, required });
  }
  return found;
}

function endsOf(patterns: readonly RegExp[], text: string): Set<number> {
  const matches = patterns.flatMap(pattern => [...text.matchAll(pattern)]);
  return new Set(matches.map(({ 0: match, index }) => index + match.length));
}

/** Break places in ascending order; the last is the paragraph's end, `forced`. */
export function findBreaks(
  paragraph: Paragraph,
  items: readonly TextItem[],
  starts: readonly number[],
  isSpace: readonly boolean[],
): BreakPlace[] {
  const { text } = paragraph;
  const kinds = new Map<number, BreakKind>();
  const addresses = findAddresses(text);
  for (const item of items) {
    // A word against the paragraph's direction would end on the other side of its line than it goes on.
    const against = (item.level & 1) !== (paragraph.direction === 'rtl' ? 1 : 0);
    if (item.format.hyphenate && !against) addHyphenationPoints(paragraph, item, addresses, kinds);
  }
  for (const { position, required } of opportunities(text)) {
    if (addresses.some(({ start, end }) => start < position && position < end)) continue;
    if (text[position - 1] === SOFT_HYPHEN) kinds.set(position, 'hyphen');
    else if (required) kinds.set(position, 'forced');
    else kinds.set(position, text[position - 1] === '/' ? 'slash' : 'open');
  }
  for (const address of addresses) {
    for (const [position, kind] of addressBreaks(text, address)) kinds.set(position, kind);
  }
  const places: BreakPlace[] = [];
  let cluster = 0;
  for (const [position, kind] of [...kinds].sort(([a], [b]) => a - b)) {
    if (position >= text.length) break;
    while (starts[cluster + 1]! <= position) cluster++;
    const inside = position - starts[cluster]!;
    if (isSpace[cluster] || (inside > 0 && kind !== 'hyphen')) continue;
    if (kind === 'hyphen' && isMark(text.codePointAt(position)!)) continue;
    places.push({ cluster, inside, kind });
  }
  places.push({ cluster: starts.length - 1, inside: 0, kind: 'forced' });
  return places;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function findAddresses(text: string): Stretch[] {
  if (!ADDRESS.test(text)) return [];
  return [...text.matchAll(/\S+/g)]
    .filter(([token]) => ADDRESS.test(token))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
}

/**
 * Where an address may be divided: before what joins its parts, behind an at sign, before or behind an equals sign or an ampersand
 * (Chicago Manual of Style 17, 7.46), and never behind the double slash, which would leave a line's end that says nothing. Where
 * that does not help, behind a slash, a question mark or an underscore too.
 */
const ADDRESS_BREAK = /(?<=[@=&])(?=.)|(?=[/.,?#%~_&=-])(?<![/:])/gu;
const BEHIND = /(?<=[/?_])(?=[^/?_])(?<!:\/\/)/gu;
/** Characters of an address that stay together at its ends. */
const LEAST_PART = 5;

function addressBreaks(text: string, { start, end }: Stretch): [position: number, kind: BreakKind][] {
  const address = text.slice(start, end);
  const found = (pattern: RegExp, kind: BreakKind): [number, BreakKind][] =>
    [...address.matchAll(pattern)]
      .filter(({ index }) => index >= LEAST_PART && index <= address.length - LEAST_PART)
      .map(({ index }) => [start + index, kind]);
  return [...found(BEHIND, 'address-behind'), ...found(ADDRESS_BREAK, 'address')];
}

function addHyphenationPoints(
  { text, typed = text }: Paragraph,
  item: TextItem,
  addresses: readonly Stretch[],
  kinds: Map<number, BreakKind>,
): void {
  for (const { 0: word, index } of text.slice(item.start, item.end).matchAll(WORD)) {
    const start = item.start + index;
    const end = start + word.length;
    // A word that runs into a neighbouring item is left whole: its other part is set in another face.
    if (start === item.start && start > 0 && isWord(text[start - 1]!)) continue;
    if (end === item.end && end < text.length && isWord(text[end]!)) continue;
    if (INNER_CAPITAL.test(typed.slice(start, end)) || touchesNumber(text, start, end)) continue;
    // Where the author marked the places, no others.
    if (word.includes(SOFT_HYPHEN)) continue;
    if (addresses.some(address => address.start <= start && end <= address.end)) continue;
    for (const point of hyphenationPoints(word, item.format.lang)) kinds.set(start + point, 'hyphen');
  }
}

/** Words such as `mp3player` belong to no language. */
function touchesNumber(text: string, start: number, end: number): boolean {
  return /\p{N}/u.test((text[start - 1] ?? '') + (text[end] ?? ''));
}

function isWord(character: string): boolean {
  return /[\p{L}\p{M}\u00ad]/u.test(character);
}
