/** Reads the case files: blocks of `= name`, `in`, `text`, `width` and `line` in, cases out. */

import { readFileSync } from 'node:fs';
import type { Alignment } from '../../src/text/lines.js';
import type { Direction } from '../../src/text/paragraph.js';
import { dumpLine, edges, setLines, setting, shapeText, type Wish, widthOf } from './support.js';
import { decode } from './support-notation.js';

export interface TextCase {
  readonly name: string;
  readonly wish: Wish;
  readonly alignment: Alignment;
  readonly indent: number;
  readonly text: string;
  /** The measure is as wide as this text and `slack` points more; undefined is one long line. */
  readonly width: string | undefined;
  readonly slack: number;
  /** Lines are written `left|text|right` with their distance from the measure's ends in points; `*` is any. */
  readonly showEdges: boolean;
  readonly lines: readonly string[];
}

const ALIGNMENTS = ['justify', 'start', 'end', 'center'] as const;

export function readCases(path: URL): TextCase[] {
  return readFileSync(path, 'utf8').split(/^= /m).slice(1).map(readCase);
}

function readCase(block: string): TextCase {
  const [name, ...rows] = block.split('\n').filter(row => row.trim() !== '' && !row.startsWith('#'));
  const all = (key: string): string[] =>
    rows.filter(row => row.split(/\s/)[0] === key).map(row => row.slice(key.length).trim());
  const words = all('in').join(' ').split(/\s+/);
  const option = (key: string): string | undefined =>
    words.find(word => word.startsWith(`${key}=`))?.slice(key.length + 1);
  const direction: Direction = words.includes('rtl') ? 'rtl' : 'ltr';
  const font = option('font');
  return {
    name: name!.trim(),
    wish: {
      direction,
      lang: option('lang') ?? (direction === 'rtl' ? 'ar' : 'en'),
      hyphenate: words.includes('hyphenate'),
      capitals: words.includes('capitals'),
      tracking: Number(option('tracking') ?? 0),
      ...(font === undefined ? {} : { families: [font] }),
    },
    alignment: ALIGNMENTS.find(item => words.includes(item)) ?? 'start',
    indent: Number(option('indent') ?? 0),
    text: all('text')[0]!,
    width: all('width')[0],
    slack: Number(option('slack') ?? 1),
    showEdges: words.includes('edges'),
    lines: all('line'),
  };
}

/** The lines of a case as our code sets them, in the case's own notation. */
export function runCase(item: TextCase): string[] {
  const width = item.width === undefined ? 1e4 : widthOf(decodeSpans(item.width), item.wish) + item.slack;
  const shaped = shapeText(decodeSpans(item.text), item.wish);
  const lines = setLines(shaped, width, setting(item.alignment, item.indent));
  return lines.map((line, index) => {
    if (!item.showEdges) return dumpLine(line);
    const { left, right } = edges(line, width);
    const [wantedLeft, , wantedRight] = item.lines[index]?.split('|') ?? [];
    const at = (distance: number, wanted = ''): string =>
      wanted === '*' ? '*' : String(Math.round(distance) + 0);
    return `${at(left, wantedLeft)}|${dumpLine(line)}|${at(right, wantedRight)}`;
  });
}

/** Notation of a text with spans: the marks `{en:` are not notation. */
function decodeSpans(notation: string): string {
  return notation
    .split(/(\{\w+:|\})/)
    .map(part => (/^(\{\w+:|\})$/.test(part) ? part : decode(part)))
    .join('');
}
