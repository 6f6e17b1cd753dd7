/** Where a tatweel goes in a word: the table kashida/places.txt, and Unicode's joining types for every place there is. */

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kashidaCandidates } from '../../src/text/kashida.js';

const TATWEEL = '\u0640';
const SHAPING = '/usr/share/unicode/ArabicShaping.txt';

interface Row {
  readonly word: string;
  /** The word with one tatweel more; undefined where there is no place. */
  readonly stretched: string | undefined;
  readonly priority: number;
  readonly remark: string;
}

const rows: readonly Row[] = readFileSync(new URL('kashida/places.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => {
    const [word, stretched, priority, remark] = line.split(' | ');
    return {
      word: word!,
      stretched: stretched === 'none' ? undefined : stretched,
      priority: Number(priority),
      remark: remark!,
    };
  });

/** The word with a tatweel at its best place. */
function stretch(word: string): string | undefined {
  const [best] = kashidaCandidates(word);
  return best === undefined ? undefined : word.slice(0, best.at) + TATWEEL + word.slice(best.at);
}

describe('the table', () => {
  it('has words enough for every rule, each once', () => {
    const count = (priority: number): number => rows.filter(row => row.priority === priority).length;
    expect(rows.length).toBeGreaterThanOrEqual(180);
    expect(new Set(rows.map(row => row.word)).size).toBe(rows.length);
    for (let priority = 1; priority <= 7; priority++) expect(count(priority)).toBeGreaterThanOrEqual(10);
    expect(rows.filter(row => row.stretched === undefined).length).toBeGreaterThanOrEqual(40);
  });

  it.each(rows)('$word: $remark', ({ word, stretched, priority }) => {
    expect(stretch(word)).toBe(stretched);
    if (stretched !== undefined) expect(kashidaCandidates(word)[0]!.priority).toBe(priority);
    else expect(kashidaCandidates(word)).toEqual([]);
  });
});

/** Unicode's joining type and group of each character in ArabicShaping.txt. */
interface Shaping {
  readonly type: string;
  readonly group: string;
}

function readShaping(): Map<string, Shaping> {
  const shaping = new Map<string, Shaping>();
  for (const line of readFileSync(SHAPING, 'utf8').split('\n')) {
    const [code, , type, group] = line
      .split('#')[0]!
      .split(';')
      .map(part => part.trim());
    if (group !== undefined)
      shaping.set(String.fromCodePoint(Number.parseInt(code!, 16)), { type: type!, group });
  }
  return shaping;
}

describe.skipIf(!existsSync(SHAPING))('every place of every word', () => {
  const shaping = existsSync(SHAPING) ? readShaping() : new Map<string, Shaping>();
  /** Characters that the file does not list are transparent if they are marks or format characters. */
  const typeOf = (character: string): string =>
    shaping.get(character)?.type ?? (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ? 'T' : 'U');
  const groupOf = (character: string): string => shaping.get(character)?.group ?? '';

  function expectSound(word: string): void {
    const places = kashidaCandidates(word);
    for (const [index, { at, priority }] of places.entries()) {
      const before = [...word.slice(0, at)].findLast(character => typeOf(character) !== 'T');
      const after = String.fromCodePoint(word.codePointAt(at) ?? 0);
      expect(['D', 'L', 'C']).toContain(typeOf(before ?? ''));
      expect(['D', 'R', 'C']).toContain(typeOf(after));
      expect(groupOf(before!) === 'LAM' && groupOf(after) === 'ALEF').toBe(false);
      expect(priority === 1).toBe(before === TATWEEL);
      const last = places[index - 1] ?? { at: Number.POSITIVE_INFINITY, priority: 0 };
      expect(priority > last.priority || (priority === last.priority && at < last.at)).toBe(true);
      expect(priority).toBeLessThanOrEqual(7);
    }
    expect(new Set(places.map(place => place.at)).size).toBe(places.length);
  }

  it.each(rows)('$word', ({ word }) => expectSound(word));

  it('made at random from letters, marks, joiners and tatweels', () => {
    const letters = [...shaping.keys()].filter(character => character >= '\u0620' && character <= '\u06ff');
    const frequent = [...'ابتسلهيوركمنفـ', '\u064e', '\u0651', '\u0670', '\u200c', '\u00ad'];
    const word = fc
      .array(fc.oneof(fc.constantFrom(...frequent), fc.constantFrom(...letters)), {
        minLength: 1,
        maxLength: 9,
      })
      .map(characters => characters.join(''));
    fc.assert(fc.property(word, expectSound), { numRuns: 3_000, seed: 14 });
  });
});

const FAMILIES: Readonly<Record<string, number | undefined>> = {
  'TEH MARBUTA': 3, 'TEH MARBUTA GOAL': 3, HEH: 3, 'HEH GOAL': 3, 'KNOTTED HEH': 3, DAL: 3,
  ALEF: 4, TAH: 4, LAM: 4, KAF: 4, 'SWASH KAF': 4, GAF: 4,
  WAW: 6, AIN: 6, QAF: 6, FEH: 6,
  YEH: 0, 'FARSI YEH': 0, 'YEH BARREE': 0, 'YEH WITH TAIL': 0,
}; // biome-ignore format: a table

describe.skipIf(!existsSync(SHAPING))('every letter of the Arabic block', () => {
  const letters = existsSync(SHAPING)
    ? [...readShaping()].filter(
        ([letter, { type }]) => letter >= '\u0620' && letter <= '\u06ff' && (type === 'D' || type === 'R'),
      )
    : [];
  const best = (word: string): number => kashidaCandidates(word)[0]?.priority ?? 0;
  /** Letters of which `test` does not hold, with their code points. */
  const failing = (test: (letter: string, shaping: Shaping) => boolean): string[] =>
    letters
      .filter(([letter, shaping]) => !test(letter, shaping))
      .map(([letter]) => `${letter} U+${letter.codePointAt(0)!.toString(16)}`);

  it('as a final letter after hah has the place of its family', () => {
    expect(letters.length).toBeGreaterThan(140);
    expect(failing((letter, { group }) => best(`ح${letter}`) === (FAMILIES[group] ?? 7))).toEqual([]);
  });

  it('before hah has a place of its own only in the families of seen and sad', () => {
    const wanted = ({ type, group }: Shaping): number =>
      group === 'SEEN' || group === 'SAD' ? 2 : type === 'D' ? 7 : 0;
    expect(failing((letter, shaping) => best(`${letter}ح`) === wanted(shaping))).toEqual([]);
  });

  it('after seen has the place after seen, a final yeh too', () => {
    expect(failing(letter => best(`س${letter}`) === 2)).toEqual([]);
  });

  it('between hah and reh has the place of rule 5 if it is like beh', () => {
    const behLike = ['BEH', 'NOON', 'NYA', 'YEH', 'FARSI YEH'];
    const wanted = ({ type, group }: Shaping): boolean => type === 'D' && behLike.includes(group);
    expect(failing((letter, shaping) => (best(`ح${letter}ر`) === 5) === wanted(shaping))).toEqual([]);
  });

  it('after lam has no place if it is an alef', () => {
    expect(failing((letter, { group }) => group !== 'ALEF' || best(`ل${letter}`) === 0)).toEqual([]);
    expect(failing((letter, { group }) => group !== 'LAM' || best(`${letter}ا`) === 0)).toEqual([]);
  });
});
