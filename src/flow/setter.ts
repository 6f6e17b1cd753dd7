/** Sets texts in styles: rich text, style and measure in, lines with their height out; shaped paragraphs are kept. */

import type { FontLibrary } from '../fonts/library.js';
import type { Item, LinkItem, TextLine } from '../frame/frame.js';
import type { Layout, StyleName } from '../manifest/layout.js';
import type { Style } from '../manifest/styles.js';
import type { Problems } from '../problem/problem.js';
import { compose } from '../story/compose.js';
import { directionOf, type RichText } from '../story/story.js';
import {
  breakParagraph,
  breakToWish,
  type LineExtent,
  type LineSetting,
  type Measure,
  type MeasuredParagraph,
  measureParagraph,
} from '../text/lines.js';
import type { Direction, LinkTarget } from '../text/paragraph.js';
import { type SetLine, setLine } from '../text/set-line.js';
import { type ShapedParagraph, shapeParagraph } from '../text/shape.js';
import { reportSmallCapitals } from './small-capitals.js';

/** Page numbers as far as they are known: a story's id and a language in, the label out. */
export type PageLabel = (story: string, lang: string) => string;

/** A text broken into lines on a measure. */
export interface SetText {
  readonly style: Style;
  readonly lang: string;
  readonly shaped: ShapedParagraph;
  readonly lines: readonly LineExtent[];
  readonly width: number;
  readonly beside: Measure['beside'];
  readonly setting: LineSetting;
  /** Lines times leading. */
  readonly height: number;
}

export interface SetOptions {
  /** Set the first line in by the style's indent. */
  readonly indent?: boolean;
  /** Size and leading times this: heads that must fit. */
  readonly scale?: number;
  readonly align?: LineSetting['alignment'];
  /** Make lines of even length, whatever the style says. */
  readonly balance?: boolean;
  /** Draw Arabic words out until each line meets the measure. */
  readonly fit?: boolean;
  /** What stands beside the first lines. */
  readonly beside?: Measure['beside'];
  /** Direction of the paragraph where it is not its language's. */
  readonly direction?: Direction;
}

/**
 * How loose lines may be where a text is set in more of them: spaces a little over their limit, and no more lacking than this
 * share of the measure, whatever kashidas could make up for.
 */
const FREE = { loosest: 1.6, mostLacking: 0.24 };

export class TextSetter {
  private readonly shapedTexts = new WeakMap<RichText, Map<string, ShapedParagraph>>();
  private readonly setTexts = new WeakMap<ShapedParagraph, Map<string, SetText>>();
  /** Texts that were asked for in another number of lines. */
  private readonly measuredTexts = new WeakMap<SetText, MeasuredParagraph>();

  constructor(
    readonly layout: Layout,
    private readonly fonts: FontLibrary,
    private readonly problems: Problems,
    readonly pageLabel: PageLabel,
    /** Page a link to a story leads to. */
    readonly pageNumber: (story: string) => number | undefined,
  ) {}

  style(name: StyleName | string, lang: string): Style {
    return this.layout.styles.get(name, lang);
  }

  /** Breaks a text on a measure of `width` points. */
  set(
    text: RichText,
    styleName: StyleName | string,
    lang: string,
    width: number,
    options: SetOptions = {},
  ): SetText {
    const base = this.style(styleName, lang);
    const scale = options.scale ?? 1;
    const style =
      scale === 1 ? base : { ...base, size: base.size * scale, leading: this.onGrid(base.leading * scale) };
    const direction = options.direction ?? directionOf(lang);
    const shaped = this.shape(text, style, lang, direction);
    const setting: LineSetting = {
      alignment: options.align ?? style.align,
      balance: options.balance ?? style.balance,
      leastSpace: style.leastSpace,
      mostSpace: style.mostSpace,
      glyphScaling: style.glyphScaling,
      letterSpace: style.letterSpace,
      kashida: style.kashida,
      fit: options.fit ?? style.fit,
      hang: style.hang,
      tabs: style.tabs,
      indent: options.indent === true ? style.indent : 0,
    };
    const beside = options.beside ?? [];
    const besides = beside.map(({ start, end }) => `${start}+${end}`).join();
    const key = `${width}/${setting.alignment}/${setting.balance}/${setting.indent}/${setting.fit}/${besides}`;
    const kept = this.setTexts.get(shaped) ?? new Map<string, SetText>();
    this.setTexts.set(shaped, kept);
    let set = kept.get(key);
    if (set === undefined) {
      const lines = breakParagraph(shaped, { width, beside }, setting);
      set = { style, lang, shaped, lines, width, beside, setting, height: lines.length * style.leading };
      kept.set(key, set);
    }
    return set;
  }

  /** The same text in another number of lines, and what its loosest line lacks; undefined where good lines cannot give that. */
  inLines(text: SetText, count: number): { readonly text: SetText; readonly lacking: number } | undefined {
    const wished = breakToWish(this.measured(text), { lines: count, ...FREE });
    if (wished === undefined) return undefined;
    const { lines, lacking } = wished;
    return { text: { ...text, lines, height: count * text.style.leading }, lacking };
  }

  private measured(text: SetText): MeasuredParagraph {
    const known = this.measuredTexts.get(text);
    if (known !== undefined) return known;
    const { shaped, width, beside, setting } = text;
    const measured = measureParagraph(shaped, { width, beside }, setting);
    this.measuredTexts.set(text, measured);
    return measured;
  }

  /** Rounds up to a whole number of grid steps. */
  onGrid(height: number): number {
    return Math.ceil(height / this.layout.grid - 1e-6) * this.layout.grid;
  }

  private shape(text: RichText, style: Style, lang: string, direction: Direction): ShapedParagraph {
    let variants = this.shapedTexts.get(text);
    if (variants === undefined) {
      variants = new Map();
      this.shapedTexts.set(text, variants);
    }
    const references = text
      .map(run => (run.pageOf === undefined ? '' : this.pageLabel(run.pageOf, run.lang ?? lang)))
      .join();
    const key = `${style.name}/${style.size}/${lang}/${direction}/${references}`;
    let shaped = variants.get(key);
    if (shaped === undefined) {
      const styleOf = (name: string): Style => this.style(name, lang);
      const composed = compose(text, { style, styleOf, lang, direction, pageOf: this.pageLabel });
      shaped = shapeParagraph(composed, this.fonts, this.problems);
      reportSmallCapitals(shaped, this.problems);
      variants.set(key, shaped);
    }
    return shaped;
  }

  /** Items of one line whose box (one leading high) has its top left corner at x, y. */
  drawLine(text: SetText, index: number, x: number, y: number): Item[] {
    const line = this.setLine(text, index);
    const baseline = y + baselineOf(text.style, this.layout.grid);
    const facts = factsOf(text, index, line.short);
    const items: Item[] = line.runs.map(run => ({ ...run, x: run.x + x, y: run.y + baseline, line: facts }));
    for (const link of line.links) {
      const target = this.resolve(link.target);
      if (target === undefined || link.width === 0) continue;
      items.push({ kind: 'link', x: x + link.x, y, width: link.width, height: text.style.leading, target });
    }
    return items;
  }

  /** All lines of a text, the first line's box at x, y. */
  draw(text: SetText, x: number, y: number): Item[] {
    return text.lines.flatMap((_, index) => this.drawLine(text, index, x, y + index * text.style.leading));
  }

  /** A line as set, for reports. */
  setLine(text: SetText, index: number): SetLine {
    return setLine(text.shaped, text.lines[index]!, text.width, text.setting);
  }

  private resolve(target: LinkTarget): LinkItem['target'] | undefined {
    if ('url' in target) return target;
    const page = this.pageNumber(target.story);
    return page === undefined ? undefined : { page, story: target.story };
  }
}

/**
 * Distance of the baseline from the top of a line's box: capitals stand in the middle of the leading,
 * rounded to the grid so that lines of every leading meet it.
 */
export function baselineOf(style: Pick<Style, 'size' | 'leading'>, grid: number): number {
  const CAPITALS = 0.67;
  return Math.round((style.leading / 2 + (style.size * CAPITALS) / 2) / grid) * grid;
}

/** What the frames say of a line beyond its glyphs. */
function factsOf(set: SetText, index: number, short: number): TextLine {
  const { style, lang, shaped, lines, setting } = set;
  const { from, isLast, hyphen, torn } = lines[index]!;
  return {
    style: style.name,
    lang,
    rtl: shaped.paragraph.direction === 'rtl',
    justified: setting.alignment === 'justify' && !isLast,
    first: index === 0,
    last: index === lines.length - 1,
    hyphen,
    torn,
    ...(short > 0 ? { short } : {}),
    after: textAfter(set, index),
    span: shaped.paragraph.locate(shaped.starts[from]!),
  };
}

/** What no line shows of the text between a line and the next. */
function textAfter({ shaped: { paragraph, starts }, lines }: SetText, index: number): TextLine['after'] {
  const next = lines[index + 1];
  if (next === undefined) return '';
  const { to, toInside } = lines[index]!;
  const gap = paragraph.text.slice(starts[to]! + toInside - 1, starts[next.from]! + next.fromInside);
  if (gap.includes('\u2028')) return '\n';
  return /\s/.test(gap) ? ' ' : '';
}
