/** A text in, the kinds of its characters out, as pdfium tells them apart when it orders a line. */

import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** Strong left-to-right, strong right-to-left, weak (numbers and what belongs to them), neutral. */
export type Kind = 'L' | 'R' | 'W' | 'N';

const WEAK = new Set(['EN', 'AN', 'ES', 'ET', 'CS', 'NSM', 'BN']);

/** The character's bidirectional class (UAX #9 table 4). */
export function classOf(character: string): string {
  return bidi.getBidiCharTypeName(character);
}

export function kindOf(character: string): Kind {
  const type = classOf(character);
  if (type === 'L') return 'L';
  if (type === 'R' || type === 'AL') return 'R';
  return WEAK.has(type) ? 'W' : 'N';
}

/** Kinds of the text's stretches of one kind each. */
export function segmentsOf(text: string): Kind[] {
  const kinds: Kind[] = [];
  for (const character of text) {
    const kind = kindOf(character);
    if (kind !== kinds.at(-1)) kinds.push(kind);
  }
  return kinds;
}

/** How many characters of a text run to either side by themselves. */
export interface Strong {
  readonly left: number;
  readonly right: number;
}

export function strongIn(text: string): Strong {
  const kinds = [...text].map(kindOf);
  const [left, right] = (['L', 'R'] as const).map(wanted => kinds.filter(kind => kind === wanted).length);
  return { left: left!, right: right! };
}

/** The character's counterpart, as which it is drawn in text that runs from right to left, if it has one: brackets and their like. */
export function mirrorOf(text: string): string | undefined {
  return [...text].length === 1 ? (bidi.getMirroredCharacter(text) ?? undefined) : undefined;
}
