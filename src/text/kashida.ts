/** Where an Arabic word may be stretched: its characters in, places for a tatweel out, best first. */

import { type JoiningGroup, joiningGroup, joinsNext } from './joining.js';

/** A join that may be drawn out. */
export interface KashidaPlace {
  /** The tatweel goes before this UTF-16 offset of the word, behind the marks of the letter that it draws out. */
  readonly at: number;
  /** 1 is best, 7 the last resort. */
  readonly priority: number;
}

/** A letter, or with no group a character that joins nothing, so that no join is seen across it. */
interface Letter {
  readonly start: number;
  readonly group: JoiningGroup | undefined;
  readonly tatweel: boolean;
}

const TATWEEL = 0x640;
/** Marks do not join and do not part. */
const TRANSPARENT = /[\p{Mn}\p{Me}]/u;

const BEFORE_FINAL: ReadonlyMap<JoiningGroup, number> = new Map([
  ...(['teh marbuta', 'heh', 'dal'] as const).map(group => [group, 3] as const),
  ...(['alef', 'tah', 'lam', 'kaf', 'gaf'] as const).map(group => [group, 4] as const),
  ...(['waw', 'ain', 'qaf', 'feh'] as const).map(group => [group, 6] as const),
]);
const BEFORE_OTHER_FINAL = 7;

/**
 * All joins of a word that may carry a kashida, by priority and within one priority from the word's end on.
 * The order is that of Internet Explorer 5.5, which LibreOffice keeps; a letter is “final” here if it joins the letter
 * before it and none after it, wherever in the word it stands.
 */
export function kashidaCandidates(word: string): KashidaPlace[] {
  const letters = lettersOf(word);
  const found: KashidaPlace[] = [];
  for (const [index, letter] of letters.entries()) {
    const priority = priorityBefore(letter, letters[index - 1], letters[index + 1]);
    if (priority !== undefined) found.push({ at: letter.start, priority });
  }
  return found.sort((a, b) => a.priority - b.priority || b.at - a.at);
}

function lettersOf(word: string): Letter[] {
  const letters: Letter[] = [];
  let start = 0;
  for (const character of word) {
    const codePoint = character.codePointAt(0)!;
    if (!TRANSPARENT.test(character))
      letters.push({ start, group: joiningGroup(codePoint), tatweel: codePoint === TATWEEL });
    start += character.length;
  }
  return letters;
}

/** Priority of the join between a letter and the one before it; undefined if there is none or it must stay short. */
function priorityBefore(
  { group, tatweel }: Letter,
  previous: Letter | undefined,
  next: Letter | undefined,
): number | undefined {
  const before = previous?.group;
  if (group === undefined || before === undefined || !joinsNext(before)) return undefined;
  if (previous!.tatweel && !tatweel) return 1;
  if (group === 'causing' || before === 'causing') return undefined;
  if (before === 'lam' && group === 'alef') return undefined;
  if (before === 'seen' || before === 'sad') return 2;
  const isFinal = next?.group === undefined || !joinsNext(group);
  if (isFinal) return isYeh(group) ? undefined : (BEFORE_FINAL.get(group) ?? BEFORE_OTHER_FINAL);
  return isTooth(group) && (next.group === 'reh' || isYeh(next.group)) ? 5 : undefined;
}

function isYeh(group: JoiningGroup): boolean {
  return group === 'yeh' || group === 'yeh barree' || group === 'yeh with tail';
}

/** Letters that are a single tooth in the middle of a word. */
function isTooth(group: JoiningGroup): boolean {
  return group === 'beh' || group === 'noon' || group === 'yeh';
}
