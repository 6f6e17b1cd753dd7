/** Cuts a paragraph into items that HarfBuzz can shape in one go: one level, script, face and format each. */

import bidiFactory from 'bidi-js';
import type { Face } from '../fonts/face.js';
import type { FontLibrary } from '../fonts/library.js';
import type { Problems } from '../problem/problem.js';
import type { Direction, Paragraph, TextFormat } from './paragraph.js';
import { COMMON, INHERITED, isIgnorable, isMark, isRightToLeft, scriptOf } from './scripts.js';

export interface TextItem {
  readonly start: number;
  readonly end: number;
  /** UAX #9 embedding level; odd levels read from right to left. */
  readonly level: number;
  readonly script: string;
  readonly face: Face;
  readonly format: TextFormat;
  /** The format's size matched optically to the style's first family, in points. */
  readonly size: number;
}

export interface Itemised {
  readonly items: readonly TextItem[];
  /** Embedding level of each UTF-16 unit, rule L1 done for the paragraph's end and its separators. */
  readonly levels: Uint8Array;
}

const bidi = bidiFactory();

/** Characters that HarfBuzz sets as another one, or as a gap, where a face lacks them. */
const STANDS_FOR: ReadonlyMap<number, number> = new Map([
  [0x9, 0x20],
  [0xa0, 0x20],
  [0x2011, 0x2010],
  ...[
    0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f, 0x205f,
  ].map(space => [space, 0x20] as const),
]);

/** Latin letters and the marks of Latin text, none of them combining. */
const LATIN_ONLY = /^[\u0020-\u024f\u2010-\u2027\u2030-\u205e]*$/;

/** Items in logical order. A character that no font covers is a problem `missing-glyph`, once a character and paragraph. */
export function itemise(paragraph: Paragraph, fonts: FontLibrary, problems: Problems): Itemised {
  return itemiseLatin(paragraph, fonts) ?? itemiseFully(paragraph, fonts, problems);
}

/** Latin text whose first face has all its characters is one item a format: most of a paper, and no need to look at each letter. */
function itemiseLatin({ text, direction, spans }: Paragraph, fonts: FontLibrary): Itemised | undefined {
  if (direction !== 'ltr' || !LATIN_ONLY.test(text)) return undefined;
  const items: TextItem[] = [];
  for (const { start, end, format } of spans) {
    const face = fonts.candidates(format.font, 'Latn')[0]!;
    for (const character of new Set(text.slice(start, end))) {
      if (!face.covers(character.charCodeAt(0))) return undefined;
    }
    const size = matchedSize({ face, format }, fonts);
    items.push({ start, end, level: 0, script: 'Latn', face, format, size });
  }
  return { items, levels: new Uint8Array(text.length) };
}

/** The same for any text, character by character. */
export function itemiseFully(paragraph: Paragraph, fonts: FontLibrary, problems: Problems): Itemised {
  const { text } = paragraph;
  const levels = levelsOf(text, paragraph.direction);
  const scripts = resolveScripts(text, levels, paragraph.direction);
  const items: TextItem[] = [];
  const missing = new Set<number>();
  let spanIndex = 0;
  let tried: { script?: string; format?: TextFormat; faces: readonly Face[] } = { faces: [] };
  let last: { start: number; level: number; script: string; face: Face; format: TextFormat } | undefined;
  const close = (end: number): void => {
    if (last !== undefined && end > last.start) items.push({ ...last, end, size: matchedSize(last, fonts) });
  };
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    while (paragraph.spans[spanIndex]!.end <= at) spanIndex++;
    const { format } = paragraph.spans[spanIndex]!;
    const level = levels[at]!;
    const script = scripts[at]!;
    if (script !== tried.script || format !== tried.format) {
      tried = { script, format, faces: fonts.candidates(format.font, script) };
    }
    const face = chooseFace(codePoint, text, at, tried.faces, last?.face);
    if (face === undefined && !missing.has(codePoint)) {
      missing.add(codePoint);
      reportMissing(codePoint, at, paragraph, format, problems);
    }
    const chosen = face ?? last?.face ?? tried.faces[0]!;
    if (
      last === undefined ||
      level !== last.level ||
      script !== last.script ||
      chosen !== last.face ||
      format !== last.format
    ) {
      close(at);
      last = { start: at, level, script, face: chosen, format };
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  close(text.length);
  return { items, levels };
}

/** Letters and marks that read from right to left, Arabic numbers, and the characters that steer direction. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** UAX #9 levels; plain left-to-right text needs no algorithm. */
export function levelsOf(text: string, direction: Direction): Uint8Array {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return new Uint8Array(text.length);
  return bidi.getEmbeddingLevels(text, direction).levels;
}

/**
 * Script of every UTF-16 unit. Common characters take the script of the last letter that reads in their own
 * direction, so that a bracket round Arabic words in an English line comes from the Arabic face (UAX #24 §5.1
 * leaves this to the implementation); marks take their letter's.
 */
function resolveScripts(text: string, levels: Uint8Array, direction: Direction): string[] {
  const scripts = new Array<string>(text.length);
  const latest = [firstScript(text, false) ?? 'Latn', firstScript(text, true) ?? 'Arab'];
  let previous = latest[direction === 'rtl' ? 1 : 0]!;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const odd = levels[at]! & 1;
    let script = scriptOf(codePoint);
    if (script === INHERITED || (isMark(codePoint) && script === COMMON)) script = previous;
    else if (script === COMMON) script = latest[odd]!;
    else latest[isRightToLeft(script) ? 1 : 0] = script;
    previous = script;
    const length = codePoint > 0xffff ? 2 : 1;
    scripts.fill(script, at, at + length);
    at += length;
  }
  return scripts;
}

function firstScript(text: string, rightToLeft: boolean): string | undefined {
  for (const character of text) {
    const script = scriptOf(character.codePointAt(0)!);
    if (script !== COMMON && script !== INHERITED && isRightToLeft(script) === rightToLeft) return script;
  }
  return undefined;
}

/** The first candidate that covers the character; marks and joiners stay with their letter's face where they can. */
function chooseFace(
  codePoint: number,
  text: string,
  at: number,
  candidates: readonly Face[],
  previous: Face | undefined,
): Face | undefined {
  if (isIgnorable(codePoint)) return previous ?? candidates[0];
  if (isMark(codePoint) && previous?.covers(codePoint)) return previous;
  const next = text.codePointAt(at + (codePoint > 0xffff ? 2 : 1));
  const mark = next !== undefined && isMark(next) && !isIgnorable(next) ? next : undefined;
  const whole =
    mark === undefined ? undefined : candidates.find(face => face.covers(codePoint) && face.covers(mark));
  const face = whole ?? candidates.find(candidate => candidate.covers(codePoint));
  const other = STANDS_FOR.get(codePoint);
  return face ?? (other === undefined ? undefined : candidates.find(candidate => candidate.covers(other)));
}

/** Families that meet in one line are set in sizes that look alike. */
function matchedSize(item: { face: Face; format: TextFormat }, fonts: FontLibrary): number {
  return item.format.size * fonts.factor(item.face.family, item.format.font.families[0]!);
}

function reportMissing(
  codePoint: number,
  at: number,
  paragraph: Paragraph,
  format: TextFormat,
  problems: Problems,
): void {
  const notation = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  problems.error(
    'missing-glyph',
    paragraph.locate(at),
    `no font has the character “${String.fromCodePoint(codePoint)}” (${notation})`,
    `Add a family that covers it to the fallback list in fonts/fonts.yaml; tried ${format.font.families.join(', ')} and the fallbacks.`,
  );
}
