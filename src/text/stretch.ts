/** Draws words out by kashidas: the words of a shaped paragraph that may carry one, and which of a line's words do. */

import { kashidaCandidates } from './kashida.js';
import type { ShapedParagraph } from './shape.js';

/** How far justification may draw Arabic words out. */
export interface KashidaSetting {
  /** Share of a line's words that may carry a kashida, 0 to 1; one word always may. */
  readonly words: number;
  /** The longest kashida, as a fraction of the type size. */
  readonly longest: number;
  /** Share of what spaces and letters may give that they give first, 0 to 1. */
  readonly after: number;
}

/** A word that may carry a kashida. */
export interface StretchableWord {
  /** The cluster that is drawn out. */
  readonly cluster: number;
  /** The tatweels go before this UTF-16 offset of the paragraph. */
  readonly at: number;
  /** 1 is best, 7 the last resort. */
  readonly priority: number;
  /** A word of two letters, or a prefix of one letter before its word: hard to read when drawn out, so others come first. */
  readonly awkward: boolean;
  /** Counts the words of the paragraph: those between two spaces share a number. */
  readonly word: number;
  /** Width of a tatweel, and the type size, in points. */
  readonly tatweel: number;
  readonly size: number;
}

/** Runs of Arabic letters with their marks and joiners; digits and punctuation end a word. */
const WORD = /[\p{Script=Arabic}\p{M}\u0640\u200c\u200d]+/gu;

const known = new WeakMap<ShapedParagraph, readonly StretchableWord[]>();

/**
 * The words of a paragraph that may carry a kashida, one place each: the best by rule among those where HarfBuzz calls
 * a tatweel safe and the face has one that reaches from letter to letter.
 */
export function stretchableWords(shaped: ShapedParagraph): readonly StretchableWord[] {
  let words = known.get(shaped);
  if (words === undefined) {
    words = shaped.items.some(item => item.script === 'Arab') ? findWords(shaped) : [];
    known.set(shaped, words);
  }
  return words;
}

function findWords(shaped: ShapedParagraph): StretchableWord[] {
  const { starts, isSpace } = shaped;
  const words: StretchableWord[] = [];
  let cluster = 0;
  let word = 0;
  for (const { 0: letters, index } of shaped.paragraph.text.matchAll(WORD)) {
    for (; starts[cluster + 1]! <= index; cluster++) if (isSpace[cluster]) word++;
    for (const { at, priority } of kashidaCandidates(letters)) {
      const place = drawnOut(shaped, cluster, index + at);
      if (place === undefined) continue;
      const [before, after] = [letters.slice(0, at), letters.slice(at)].map(countLetters);
      const awkward = before! + after! < 3 || (before === 1 && priority > SEEN);
      words.push({ ...place, at: index + at, priority, awkward, word });
      break;
    }
  }
  return words;
}

/** The cluster before the offset if a tatweel may stand between; searched from cluster `from` on. */
function drawnOut(
  { starts, items, itemOf, tatweelSafe }: ShapedParagraph,
  from: number,
  at: number,
): Pick<StretchableWord, 'cluster' | 'tatweel' | 'size'> | undefined {
  let next = from;
  while (starts[next]! < at) next++;
  if (starts[next] !== at || !tatweelSafe[next] || itemOf[next] !== itemOf[next - 1]) return undefined;
  const { face, size } = items[itemOf[next]!]!;
  if (face.tatweel === 0) return undefined;
  return { cluster: next - 1, tatweel: (face.tatweel / face.unitsPerEm) * size, size };
}

/** Tatweels of the longest kashida that a word may carry. */
export function mostTatweels({ tatweel, size }: StretchableWord, setting: KashidaSetting): number {
  return Math.floor((setting.longest * size) / tatweel + 1e-6);
}

/** Priority of the places after seen and sad, which are made for it wherever they stand. */
const SEEN = 2;

function countLetters(text: string): number {
  return text.replace(/\p{M}/gu, '').length;
}

/** What a kashida costs by the priority of its place, and beside a word that carries one too. */
const PLACE_COST = [0, 0, 0, 2, 3, 5, 6, 9] as const;
const AWKWARD_COST = 9;
const SIDE_BY_SIDE_COST = 100;
/** What each tatweel costs that finds no place, so that spaces must take it. */
const LEFT_COST = 30;

/**
 * Spreads `tatweels` over a line's words: on the best places, short ones rather than one long, and none in two words side
 * by side where that can be avoided. At most `most` words carry one. The cheapest of all ways, found word by word.
 */
export function chooseKashidas(
  words: readonly StretchableWord[],
  tatweels: number,
  most: number,
  setting: KashidaSetting,
): ReadonlyMap<StretchableWord, number> {
  let states = new Map<string, Choice>([['0/0', { left: tatweels, used: 0, cost: 0, length: 0 }]]);
  for (const word of words) {
    const next = new Map<string, Choice>();
    const limit = mostTatweels(word, setting);
    for (const state of states.values()) {
      for (let length = 0; length <= Math.min(limit, state.left); length++) {
        if (length > 0 && state.used === most) break;
        const choice = take(state, word, length);
        const key = `${choice.left}/${choice.used}/${length > 0}`;
        const rival = next.get(key);
        if (rival === undefined || choice.cost < rival.cost) next.set(key, choice);
      }
    }
    states = next;
  }
  const total = (choice: Choice): number => choice.cost + choice.left * LEFT_COST;
  const best = [...states.values()].reduce((a, b) => (total(b) < total(a) ? b : a));
  const chosen = new Map<StretchableWord, number>();
  for (let at: Choice | undefined = best; at?.word !== undefined; at = at.before)
    if (at.length > 0) chosen.set(at.word, at.length);
  return chosen;
}

/** Tatweels spread so far, up to and including a word. */
interface Choice {
  readonly left: number;
  readonly used: number;
  readonly cost: number;
  readonly length: number;
  readonly word?: StretchableWord;
  readonly before?: Choice;
}

function take(before: Choice, word: StretchableWord, length: number): Choice {
  const sideBySide = before.length > 0 && before.word !== undefined && word.word - before.word.word <= 1;
  const cost = length === 0 ? 0 : costOf(word, length) + (sideBySide ? SIDE_BY_SIDE_COST : 0);
  return {
    left: before.left - length,
    used: before.used + (length > 0 ? 1 : 0),
    cost: before.cost + cost,
    length,
    word,
    before,
  };
}

function costOf({ priority, awkward }: StretchableWord, length: number): number {
  return PLACE_COST[priority]! + (awkward ? AWKWARD_COST : 0) + length ** 2;
}
