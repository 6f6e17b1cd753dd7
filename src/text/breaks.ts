/** Where lines may end: UAX #14 opportunities and hyphenation points in, break places by cluster out. */

import { Rules } from '@cto.af/linebreak';
import { hyphenationPoints } from './hyphenate.js';
import type { TextItem } from './itemise.js';
import type { Paragraph } from './paragraph.js';

/** `hyphen` adds a hyphen at the line's end; `forced` ends the line always. */
export type BreakKind = 'open' | 'hyphen' | 'forced';

export interface BreakPlace {
  /** The next line begins with this cluster (before word spaces at its start are dropped). */
  readonly cluster: number;
  /** UTF-16 units of that cluster which stay on the line before: above 0 where a ligature is divided. */
  readonly inside: number;
  readonly kind: BreakKind;
}

const rules = new Rules();
const WORD = /[\p{L}\p{M}]+/gu;
const SOFT_HYPHEN = '\u00ad';

/** Break places in ascending order; the last is the paragraph's end, `forced`. */
export function findBreaks(
  paragraph: Paragraph,
  items: readonly TextItem[],
  starts: readonly number[],
  isSpace: readonly boolean[],
): BreakPlace[] {
  const { text } = paragraph;
  const kinds = new Map<number, BreakKind>();
  for (const item of items) {
    if (item.format.hyphenate) addHyphenationPoints(text, item, kinds);
  }
  for (const { position, required } of rules.breaks(text)) {
    if (text[position - 1] === SOFT_HYPHEN) kinds.set(position, 'hyphen');
    else kinds.set(position, required ? 'forced' : 'open');
  }
  const places: BreakPlace[] = [];
  const count = starts.length - 1;
  for (let cluster = 1; cluster < count; cluster++) {
    const kind = kinds.get(starts[cluster]!);
    if (kind !== undefined && !isSpace[cluster]) places.push({ cluster, kind });
  }
  places.push({ cluster: count, kind: 'forced' });
  return places;
}

function addHyphenationPoints(text: string, item: TextItem, kinds: Map<number, BreakKind>): void {
  const words = text.slice(item.start, item.end).matchAll(WORD);
  for (const { 0: word, index } of words) {
    const start = item.start + index;
    // A word that runs into the neighbouring item is left whole: its other part is set in another face.
    if (index === 0 && start > 0 && /[\p{L}\p{M}]/u.test(text[start - 1]!)) continue;
    if (text.includes(SOFT_HYPHEN) && word.includes(SOFT_HYPHEN)) continue;
    for (const point of hyphenationPoints(word, item.format.lang)) kinds.set(start + point, 'hyphen');
  }
}
