/** Numbers one under another: the cells of a table's column in; how each stands from the place where their decimal signs meet out. */

import { plainText, type RichText } from '../story/story.js';
import type { SetText, TextSetter } from './setter.js';

/** A column of numbers: the widest whole part and the widest rest. Points. */
export interface NumberColumn {
  readonly whole: number;
  readonly rest: number;
  /** By row; undefined for an empty cell. */
  readonly cells: readonly (NumberCell | undefined)[];
}

export interface NumberCell {
  readonly text: SetText;
  /** From the measure's left end to the left side of the decimal sign, or behind the last digit where there is none. */
  readonly sign: number;
}

/** A number as newspapers write it, with a sign or a currency before it and per cents behind; two for a range; a dash for none. */
const NUMBER = String.raw`[+\-−±~≈<>]?\s?\p{Sc}?\s?\p{Nd}(?:[\p{Nd}.,'’\u066b\u066c\u00a0\u202f]*\p{Nd})?`;
const CELL = new RegExp(String.raw`^(?:${NUMBER}(?:\s?[-–]\s?${NUMBER})?\s?[%‰٪؉\p{Sc}]?|[-–—…])$`, 'u');
const INVISIBLE = /[\u200e\u200f\u061c\u2066-\u2069]/g;

/** Languages that write 2.5; the others write 2,5 (Unicode CLDR, numbers). */
const POINT = new Set(['en', 'ar', 'fa', 'ur', 'ckb', 'he', 'zh', 'ja', 'ko', 'hi', 'sw']);

/** The column's numbers, or undefined if one of its cells is none. A measure that no number fills takes them. */
export function numberColumn(
  cells: readonly RichText[],
  style: string,
  lang: string,
  direction: 'ltr' | 'rtl',
  setter: TextSetter,
): NumberColumn | undefined {
  const words = cells.map(cell => plainText(cell).replace(INVISIBLE, '').trim());
  const isNumber = words.every(text => text === '' || CELL.test(text));
  if (!isNumber || !words.some(text => /\p{Nd}/u.test(text))) return undefined;
  let [whole, rest] = [0, 0];
  const set = cells.map((cell, row): NumberCell | undefined => {
    if (words[row] === '') return undefined;
    const text = setter.set(cell, style, lang, MEASURE, { align: 'start', direction });
    const { left, sign, right } = extentOf(text, decimalSign(words[row]!, lang), setter);
    whole = Math.max(whole, sign - left);
    rest = Math.max(rest, right - sign);
    return { text, sign };
  });
  return { whole, rest, cells: set };
}

const MEASURE = 1_000;

/** The sign between the whole part and the rest of a cell's last number. */
function decimalSign(text: string, lang: string): string | undefined {
  const last = text.split(/\s?[-–]\s?(?=\p{Nd})/u).at(-1)!;
  if (last.includes('\u066b')) return '\u066b';
  const sign = POINT.has(lang.split('-')[0]!) ? '.' : ',';
  // Twice in a number it parts thousands.
  return last.split(sign).length === 2 ? sign : undefined;
}

/** Both ends of a number's ink and the place of its sign, from the measure's left end. Numbers read from left to right. */
function extentOf(
  text: SetText,
  sign: string | undefined,
  setter: TextSetter,
): { left: number; sign: number; right: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [before, behind]: (number | undefined)[] = [];
  for (const run of setter.setLine(text, 0).runs) {
    let x = run.x;
    for (const [index, cluster] of run.clusters.entries()) {
      const end = x + run.advances[index]!;
      left = Math.min(left, x);
      right = Math.max(right, end);
      if (cluster.text === sign) before = Math.max(before ?? x, x);
      if (/\p{Nd}/u.test(cluster.text)) behind = Math.max(behind ?? end, end);
      x = end;
    }
  }
  return { left, sign: before ?? behind ?? right, right };
}
