/** Makes the specimen of a layout: its type styles and typefaces in, pages with every kind of text the press sets out. */

import { type ColumnSet, spanWidth, spanX } from '../flow/columns.js';
import { TextSetter } from '../flow/setter.js';
import type { FontLibrary } from '../fonts/library.js';
import type { Edition, Item } from '../frame/frame.js';
import type { Layout, StyleName } from '../manifest/layout.js';
import type { PublicationFile } from '../manifest/schema-publication.js';
import { type Area, typeArea } from '../page/geometry.js';
import type { Problems } from '../problem/problem.js';
import { type Band, type Lane, layBands } from './bands.js';
import { builtIn, columnPieces, columnTexts, facesOf, headOver, millimetres, pieces } from './column.js';
import { headlines, samples } from './samples.js';

export interface SpecimenInput {
  readonly publication: Pick<PublicationFile, 'languages' | 'binding'>;
  /** The layout and its name. */
  readonly layout: Layout;
  readonly name: string;
  readonly fonts: FontLibrary;
}

/** The day the built-in texts were last changed: a specimen belongs to no issue. */
const TEXTS_OF = '2026-11-22';

/** A column narrower than this many sizes of body type shows little of what its style can do. */
const LEAST_COLUMN = 12;

/** The specimen's pages. Characters that no font has are added to `problems`. */
export function makeSpecimen(
  { publication, layout, name, fonts }: SpecimenInput,
  problems: Problems,
): Edition {
  const styles = columnTexts.reduce(
    (sheet, { title, fields }) => sheet.with(title, 'body', fields),
    layout.styles,
  );
  const setter = new TextSetter(
    { ...layout, styles },
    fonts,
    problems,
    () => '',
    () => undefined,
  );
  const columns = columnsOf(setter);
  const bands = [
    ...titleBands(name, columns, setter),
    ...textBands(columns, setter),
    ...headlineBands(columns, setter),
    ...sampleBands(columns, setter),
  ];
  const parting = {
    gap: setter.onGrid(layout.module.gap),
    rule: layout.module.rule,
    ink: layout.inks.get(layout.module.ruleInk)!,
  };
  const pages = layBands(bands, parting, page => onGrid(typeArea(layout, page, publication.binding), layout));
  return editionOf(pages, publication, layout, name);
}

function editionOf(
  pages: readonly (readonly Item[])[],
  { languages, binding }: SpecimenInput['publication'],
  { sheet }: Layout,
  name: string,
): Edition {
  return {
    title: `Specimen of ${name}`,
    lang: languages[0]!,
    binding,
    date: TEXTS_OF,
    bleed: sheet.bleed,
    pages: pages.map((items, index) => ({
      number: index + 1,
      label: String(index + 1),
      width: sheet.width,
      height: sheet.height,
      items,
    })),
  };
}

/** A type area from grid line to grid line. */
function onGrid(area: Area, { grid }: Layout): Area {
  const top = Math.ceil(area.y / grid) * grid;
  return { ...area, y: top, height: Math.floor((area.y + area.height) / grid) * grid - top };
}

/** As many columns side by side as there are texts, or as the type area holds, from right to left: Arabic comes first. */
function columnsOf(setter: TextSetter): ColumnSet {
  const { sheet, margins, columns } = setter.layout;
  const width = sheet.width - margins.inside - margins.outside;
  const least = LEAST_COLUMN * Math.max(setter.style('body', 'ar').size, setter.style('body', 'en').size);
  const { gutter } = columns;
  const most = Math.max(1, Math.floor((width + gutter) / (least + gutter)));
  const count = Math.min(columnTexts.length, most);
  return { count, columnWidth: (width - gutter * (count - 1)) / count, gutter, direction: 'rtl', x: 0 };
}

/** Two halves of the page, the first on the right; the page where it holds one column of text and no more. */
function halves(columns: ColumnSet): ColumnSet {
  if (columns.count === 1) return columns;
  const gutter = 2 * columns.gutter;
  const columnWidth = (spanWidth(columns, columns.count) - gutter) / 2;
  return { ...columns, count: 2, columnWidth, gutter };
}

function titleBands(name: string, columns: ColumnSet, setter: TextSetter): Band[] {
  const set = halves(columns);
  const titles = [
    { lang: 'ar', text: `نموذج الحروف: :en[${name}]` },
    { lang: 'en', text: `Type specimen: ${name}, columns of ${millimetres(columns.columnWidth)}` },
  ];
  return rowsOf(titles, set.count).map(row =>
    row.map(({ lang, text }, index): Lane => {
      const title = setter.set(builtIn(text), 'headline-brief', lang, set.columnWidth);
      return { x: spanX(set, index, 1), pieces: pieces(title, 'headline', 0, setter) };
    }),
  );
}

function textBands(columns: ColumnSet, setter: TextSetter): Band[] {
  return rowsOf(columnTexts, columns.count).map(row =>
    row.map((text, index) => ({
      x: spanX(columns, index, 1),
      pieces: columnPieces(text, columns.columnWidth, setter),
    })),
  );
}

/** Samples of other languages in columns of the same width. */
function sampleBands(columns: ColumnSet, setter: TextSetter): Band[] {
  const { columnWidth, count } = columns;
  return rowsOf(samples, count).map(row =>
    row.map(({ title, lang, text }, index): Lane => {
      const head = headOver(title, 'subhead', lang, columnWidth, setter);
      const body = setter.set(builtIn(text), 'body', lang, columnWidth);
      return {
        x: spanX(columns, index, 1),
        pieces: [...head, ...pieces(body, 'paragraph', setter.layout.grid, setter)],
      };
    }),
  );
}

function rowsOf<T>(items: readonly T[], count: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / count) }, (_, row) =>
    items.slice(row * count, (row + 1) * count),
  );
}

/** Headlines side by side as far as there is room, and under them one that is drawn out across the page. */
function headlineBands(columns: ColumnSet, setter: TextSetter): Band[] {
  const set = halves(columns);
  const style: StyleName = 'headline-normal';
  const pairs = rowsOf([headlines.arabic, headlines.english], set.count).map(row =>
    row.map(({ lang, text }, index): Lane => {
      const label = `${style}, ${facesOf(style, lang, setter)}`;
      const head = headOver(label, 'caption', lang, set.columnWidth, setter);
      const headline = setter.set(builtIn(text), style, lang, set.columnWidth);
      return {
        x: spanX(set, index, 1),
        pieces: [...head, ...pieces(headline, 'headline', 0, setter)],
      };
    }),
  );
  return [...pairs, fittedBand(spanWidth(columns, columns.count), setter)];
}

/** Sizes to try for a headline that is drawn out, and the share of its measure that it must fit before. */
const SIZES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.4, 0.3];
const NATURAL = 0.9;

function fittedBand(width: number, setter: TextSetter): Band {
  const style: StyleName = 'headline-lead';
  const { lang } = headlines.fitted;
  const text = builtIn(headlines.fitted.text);
  const fits = (scale: number): boolean =>
    setter.set(text, style, lang, width * NATURAL, { scale }).lines.length === 1;
  const scale = SIZES.find(fits) ?? SIZES.at(-1)!;
  const headline = setter.set(text, style, lang, width, { scale, fit: true });
  const label = `${style}, ${facesOf(style, lang, setter, scale)}, drawn out by kashidas to ${millimetres(width)}`;
  const head = headOver(label, 'caption', lang, width, setter);
  return [{ x: 0, pieces: [...head, ...pieces(headline, 'headline', 0, setter)] }];
}
