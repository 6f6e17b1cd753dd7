/** Gives text its looks: a rich text, a style and a language in, a paragraph for the text stage out. */

import type { Style } from '../manifest/styles.js';
import type { Span } from '../problem/problem.js';
import type { Direction, FormatSpan, Paragraph, TextFormat } from '../text/paragraph.js';
import { directionOf, type RichText, type TextRun } from './story.js';

/** What a paragraph needs from outside its text. */
export interface Setting {
  readonly style: Style;
  readonly lang: string;
  readonly direction: Direction;
  /** The text of a page reference. */
  readonly pageOf: (story: string) => string;
}

const LRI = '\u2066';
const RLI = '\u2067';
const PDI = '\u2069';

/**
 * A paragraph in one style. Spans whose language reads against their surroundings are isolated (UAX #9 §2.4),
 * so that neighbouring punctuation and numbers stay where the sentence has them.
 */
export function compose(text: RichText, setting: Setting): Paragraph {
  const spans: FormatSpan[] = [];
  const origins: { start: number; span: Span }[] = [];
  const formats = new Map<string, TextFormat>();
  let whole = '';
  for (const run of text) {
    const words = run.pageOf === undefined ? cased(run.text, setting) : setting.pageOf(run.pageOf);
    const start = whole.length;
    whole += isolated(words, run, setting.direction);
    origins.push({ start, span: run.span });
    if (whole.length > start) spans.push({ start, end: whole.length, format: formatOf(run, setting, formats) });
  }
  return {
    text: whole,
    direction: setting.direction,
    spans,
    locate: offset => {
      const origin = origins.findLast(item => item.start <= offset);
      return origin && { ...origin.span, column: origin.span.column + offset - origin.start };
    },
  };
}

function cased(text: string, { style, lang }: Setting): string {
  return style.capitals ? text.toLocaleUpperCase(lang) : text;
}

function isolated(text: string, run: TextRun, base: Direction): string {
  const direction = run.direction ?? (run.lang === undefined ? base : directionOf(run.lang));
  if (direction === base || text === '') return text;
  return (direction === 'rtl' ? RLI : LRI) + text + PDI;
}

function formatOf(run: TextRun, setting: Setting, formats: Map<string, TextFormat>): TextFormat {
  const { style } = setting;
  const lang = run.lang ?? setting.lang;
  const key = `${run.bold}/${run.italic}/${lang}/${run.pageOf}/${run.url}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = {
      font: {
        families: style.font,
        weight: run.bold ? style.boldWeight : style.weight,
        italic: run.italic !== style.italic,
      },
      size: style.size,
      ink: style.ink,
      lang,
      features: style.features,
      tracking: style.tracking,
      hyphenate: style.hyphenate,
      link: linkOf(run),
    };
    formats.set(key, format);
  }
  return format;
}

function linkOf(run: TextRun): TextFormat['link'] {
  if (run.pageOf !== undefined) return { story: run.pageOf };
  return run.url === undefined ? undefined : { url: run.url };
}
