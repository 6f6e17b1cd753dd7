/** One column of the specimen: running texts in, a head, their lines and the figures of these as pieces out. */

import { linePieces } from '../flow/line-pieces.js';
import type { Piece } from '../flow/piece.js';
import type { SetText, TextSetter } from '../flow/setter.js';
import type { Item, Role } from '../frame/frame.js';
import { reportText, type TextReport } from '../frame/text-report.js';
import type { StyleName } from '../manifest/layout.js';
import type { StyleFields } from '../manifest/schema-layout.js';
import { Problems } from '../problem/problem.js';
import { parseInline } from '../story/markdown.js';
import { directionOf, type RichText } from '../story/story.js';
import { arabic, arabicInLatin, english, latinInArabic, type SpecimenText, vowelled } from './texts.js';

/** A column's texts, set in the layout's body but for some fields. */
export interface ColumnText {
  /** What it is called; also the name of its type style. */
  readonly title: string;
  readonly fields: StyleFields;
  readonly texts: readonly SpecimenText[];
}

export const columnTexts: readonly ColumnText[] = [
  { title: 'Arabic, light kashida', fields: { align: 'justify', kashida: 'light' }, texts: [arabic] },
  { title: 'Arabic, full kashida', fields: { align: 'justify', kashida: 'full' }, texts: [arabic] },
  { title: 'Arabic, fully vowelled', fields: {}, texts: [vowelled] },
  { title: 'Arabic and English mixed', fields: {}, texts: [latinInArabic, arabicInLatin] },
  { title: 'English', fields: {}, texts: [english] },
];

/** A built-in text; its markup has no mistakes. */
export function builtIn(text: string): RichText {
  return parseInline(text, { file: 'specimen', line: 1, column: 1, length: 1 }, new Problems());
}

/** A text of the specimen as pieces, one a line. `before` is the space over it, dropped at the head of a page. */
export function pieces(set: SetText, role: Role, before: number, setter: TextSetter): Piece[] {
  return linePieces(set, 0, role, before, { setter });
}

/** A head in English that stands over a text in `lang`, where that begins, and stays with it. */
export function headOver(
  text: string,
  style: StyleName,
  lang: string,
  width: number,
  setter: TextSetter,
): Piece[] {
  const align = directionOf(lang) === 'rtl' ? 'end' : 'start';
  const head = setter.set(builtIn(text), style, 'en', width, { align });
  return pieces(head, 'subhead', 0, setter).map(piece => ({ ...piece, mayEndColumn: false }));
}

/** Head, paragraphs and notes of a column `width` points wide. */
export function columnPieces({ title, texts }: ColumnText, width: number, setter: TextSetter): Piece[] {
  const { grid } = setter.layout;
  const set = texts.map(({ lang, paragraphs }) =>
    paragraphs.map((text, index) => {
      const indent = index > 0 && !text.includes(KEPT_LINE_END);
      return setter.set(builtIn(text), title, lang, width, { indent });
    }),
  );
  const head = headOver(title, 'subhead', texts[0]!.lang, width, setter);
  const lines = set.flatMap(paragraphs =>
    paragraphs.flatMap((text, index) =>
      pieces(text, 'paragraph', index === 0 ? setter.onGrid(text.style.leading / 2) : 0, setter),
    ),
  );
  const notes = reportsOf(set.flat(), setter).map((report, index) => {
    const faces = facesOf(title, report.lang, setter);
    const text = `**${report.lang}, ${faces}:** ${counts(report)}`;
    const note = setter.set(builtIn(text), 'caption', 'en', width);
    return pieces(note, 'caption', index === 0 ? 2 * grid : grid, setter);
  });
  return [...head, ...lines, ...notes.flat()];
}

/** Verse ends its lines where they are written. */
const KEPT_LINE_END = '\\\n';

/** `noto-naskh 10.6/15 pt`: family, size and leading of a style. */
export function facesOf(style: string, lang: string, setter: TextSetter, scale = 1): string {
  const { font, size, leading } = setter.style(style, lang);
  return `${font[0]} ${rounded(size * scale)}/${rounded(setter.onGrid(leading * scale))} pt`;
}

export function millimetres(points: number): string {
  return `${rounded((points * 25.4) / 72)} mm`;
}

/** With one decimal at the most. */
function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What is counted in the lines of texts, by language. */
function reportsOf(texts: readonly SetText[], setter: TextSetter): TextReport[] {
  const items: Item[] = texts.flatMap(text => setter.draw(text, 0, 0));
  const { width, height } = setter.layout.sheet;
  const page = { number: 1, label: '1', width, height, items };
  return reportText({ title: '', lang: 'en', binding: 'left', date: '', bleed: 0, pages: [page] });
}

function counts(report: TextReport): string {
  const { lines, over2, over3, kashidas, mostKashidas, longestKashida, hyphensInARow } = report;
  const parts = [`${lines} lines`, `word spaces over 2×: ${over2}, over 3×: ${over3}`];
  if (kashidas > 0) {
    parts.push(
      `kashidas: ${kashidas}, at most ${mostKashidas} a line, the longest ${longestKashida.toFixed(2)} em`,
    );
  }
  if (hyphensInARow > 0) parts.push(`hyphens in a row: ${hyphensInARow}`);
  return parts.join('; ');
}
