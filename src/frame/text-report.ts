/** How evenly text is set, read off the frames: an edition in, counts by type style and language out. */

import type { Edition, GlyphRun, Item, TextLine } from './frame.js';

/** What the lines of one type style in one language look like. */
export interface TextReport {
  readonly style: string;
  readonly lang: string;
  readonly lines: number;
  /**
   * Justified lines with at least one word space, and those whose word spaces are over two and three times as wide as natural or
   * would be, if the line were not left short.
   */
  readonly justified: number;
  readonly over2: number;
  readonly over3: number;
  /** The most lines in a row that end in a hyphen, and how often there are three or more. */
  readonly hyphensInARow: number;
  readonly runsOfThree: number;
  /** Kashidas that justification added, the most on one line, and the longest as a fraction of the type size. */
  readonly kashidas: number;
  readonly mostKashidas: number;
  readonly longestKashida: number;
  /** Last lines of paragraphs of more than one line, and those that hold one word alone. */
  readonly lastLines: number;
  readonly oneWord: number;
}

/** Runs of one line of text. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly runs: readonly GlyphRun[];
}

/** All lines of text of an edition in the order of its frames. */
export function* linesOf(edition: Edition): Iterable<PlacedLine> {
  const runs = new Map<TextLine, GlyphRun[]>();
  const collect = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === 'group') collect(item.items);
      if (item.kind !== 'glyphs' || item.line === undefined) continue;
      const line = runs.get(item.line) ?? [];
      line.push(item);
      runs.set(item.line, line);
    }
  };
  for (const page of edition.pages) collect(page.items);
  for (const [line, placed] of runs) yield { line, runs: placed };
}

/** Reports by style and language, most lines first. */
export function reportText(edition: Edition): TextReport[] {
  const counters = new Map<string, Counter>();
  for (const placed of linesOf(edition)) {
    const { style, lang } = placed.line;
    const key = `${style}/${lang}`;
    const counter = counters.get(key) ?? new Counter(style, lang);
    counters.set(key, counter);
    counter.add(placed);
  }
  return [...counters.values()].map(counter => ({ ...counter.report })).sort((a, b) => b.lines - a.lines);
}

class Counter {
  readonly report: { -readonly [K in keyof TextReport]: TextReport[K] };
  private hyphens = 0;

  constructor(style: string, lang: string) {
    const none = { lines: 0, justified: 0, over2: 0, over3: 0, hyphensInARow: 0, runsOfThree: 0 };
    const noKashida = { kashidas: 0, mostKashidas: 0, longestKashida: 0 };
    this.report = { style, lang, ...none, ...noKashida, lastLines: 0, oneWord: 0 };
  }

  add(placed: PlacedLine): void {
    const { report } = this;
    const { first, last, hyphen, justified, short = 0 } = placed.line;
    report.lines += 1;
    const ratio = spaceRatio(placed.runs);
    if (justified && ratio !== undefined) {
      report.justified += 1;
      if (ratio > 2 || short > 0) report.over2 += 1;
      if (ratio > 3 || short > 0) report.over3 += 1;
    }
    if (last && !first) {
      report.lastLines += 1;
      if (ratio === undefined) report.oneWord += 1;
    }
    this.hyphens = hyphen ? (first ? 1 : this.hyphens + 1) : 0;
    if (this.hyphens === 3) report.runsOfThree += 1;
    report.hyphensInARow = Math.max(report.hyphensInARow, this.hyphens);
    this.addKashidas(placed.runs);
  }

  private addKashidas(runs: readonly GlyphRun[]): void {
    const { report } = this;
    let count = 0;
    for (const { clusters, face } of runs) {
      for (const { kashida } of clusters) {
        if (kashida === undefined) continue;
        count += 1;
        report.longestKashida = Math.max(report.longestKashida, kashida / face.unitsPerEm);
      }
    }
    report.kashidas += count;
    report.mostKashidas = Math.max(report.mostKashidas, count);
  }
}

const SPACE = /^[ \u00a0]$/;

/** Width of a line's word spaces as set over their natural width; undefined without any. */
export function spaceRatio(line: readonly GlyphRun[]): number | undefined {
  let set = 0;
  let natural = 0;
  for (const { clusters, advances, face, size } of line) {
    for (const [index, { text, advance }] of clusters.entries()) {
      if (!SPACE.test(text)) continue;
      set += advances[index]!;
      natural += (advance / face.unitsPerEm) * size;
    }
  }
  return natural > 0 ? set / natural : undefined;
}
