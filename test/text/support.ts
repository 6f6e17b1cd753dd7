/** Fonts, paragraphs and dumps for the tests of the text stage: a text and a few settings in, lines as strings out. */

import { createRequire } from 'node:module';
import bidiFactory from 'bidi-js';
import { type FontFamily, FontLibrary } from '../../src/fonts/library.js';
import type { Cluster, GlyphRun, Ink } from '../../src/frame/frame.js';
import type { Style } from '../../src/manifest/styles.js';
import { Problems } from '../../src/problem/problem.js';
import { compose } from '../../src/story/compose.js';
import { directionOf, type TextRun } from '../../src/story/story.js';
import { type Alignment, breakParagraph, type LineSetting } from '../../src/text/lines.js';
import type { Direction } from '../../src/text/paragraph.js';
import { type SetLine, setLine } from '../../src/text/set-line.js';
import { type ShapedParagraph, shapeParagraph } from '../../src/text/shape.js';
import { encode } from './support-notation.js';

const require = createRequire(import.meta.url);

/** Absolute path of a font file in the npm packages. */
export function fontFile(path: string): string {
  return require.resolve(`@expo-google-fonts/${path}`);
}

function family(
  name: string,
  scripts: string[],
  scale: number,
  files: [number, boolean, string][],
): FontFamily {
  const faces = files.map(([weight, italic, path]) => ({
    weight,
    italic,
    path: fontFile(path),
    features: new Set<string>(),
  }));
  return { name, scripts, scale, faces };
}

const FAMILIES = [
  family('noto-naskh', ['Arab'], 1.12, [
    [400, false, 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf'],
    [700, false, 'noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'],
  ]),
  family('cairo', ['Arab'], 0.92, [
    [400, false, 'cairo/400Regular/Cairo_400Regular.ttf'],
    [700, false, 'cairo/700Bold/Cairo_700Bold.ttf'],
  ]),
  family('aref-ruqaa', ['Arab'], 1, [[700, false, 'aref-ruqaa/700Bold/ArefRuqaa_700Bold.ttf']]),
  family('source-serif', ['Latn', 'Cyrl', 'Grek'], 1, [
    [400, false, 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf'],
    [400, true, 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'],
    [700, false, 'source-serif-4/700Bold/SourceSerif4_700Bold.ttf'],
    [700, true, 'source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'],
  ]),
  family('barlow-condensed', ['Latn'], 1, [
    [500, false, 'barlow-condensed/500Medium/BarlowCondensed_500Medium.ttf'],
    [800, false, 'barlow-condensed/800ExtraBold/BarlowCondensed_800ExtraBold.ttf'],
  ]),
];

export const fonts = new FontLibrary({
  families: new Map(FAMILIES.map(item => [item.name, item])),
  pairs: new Map(),
  fallback: new Map([
    ['Arab', ['noto-naskh', 'cairo']],
    ['Latn', ['source-serif']],
    ['any', ['source-serif', 'noto-naskh']],
  ]),
});

export const black: Ink = { name: 'black', cmyk: [0, 0, 0, 1], rgb: [0, 0, 0] };

/** What a test says about a paragraph; the rest has usual values. */
export interface Wish {
  readonly direction?: Direction;
  readonly lang?: string;
  readonly families?: readonly string[];
  readonly size?: number;
  readonly tracking?: number;
  readonly hyphenate?: boolean;
  readonly tabs?: Style['tabs'];
  readonly features?: readonly string[];
  readonly capitals?: boolean;
}

/** Shapes a text. `{en:…}` marks a span of another language `{b:…}` bold and `{link:…}` a link, as markup does. Capitals say what is printed. */
export function shapeText(text: string, wish: Wish = {}, problems = new Problems()): ShapedParagraph {
  const direction = wish.direction ?? 'ltr';
  const style: Style = {
    name: 'test',
    font:
      wish.families ??
      (direction === 'rtl' ? ['noto-naskh', 'source-serif'] : ['source-serif', 'noto-naskh']),
    weight: 400,
    italic: false,
    size: wish.size ?? 10,
    leading: 12,
    ink: black,
    align: 'start',
    indent: 0,
    before: 0,
    after: 0,
    tracking: wish.tracking ?? 0,
    capitals: wish.capitals ?? false,
    smallCaps: false,
    hyphenate: wish.hyphenate ?? false,
    features: wish.features ?? [],
    balance: true,
    leastSpace: 0.75,
    mostSpace: 1.5,
    glyphScaling: 0,
    letterSpace: 0,
    kashida: undefined,
    fit: false,
    tabs: wish.tabs ?? [],
    hang: 0,
    boldWeight: 700,
    otherWeights: {},
  };
  const lang = wish.lang ?? (direction === 'rtl' ? 'ar' : 'en');
  const { typed: _, ...printed } = compose(spansOf(text), {
    style,
    styleOf: () => style,
    lang,
    direction,
    pageOf: () => '',
  });
  return shapeParagraph(printed, fonts, problems);
}

function spansOf(text: string): TextRun[] {
  const parts = text.split(/(\{\w+:[^}]*\})/).filter(part => part !== '');
  return parts.map((part, index) => {
    const [, mark, inside] = /^\{(\w+):([^}]*)\}$/.exec(part) ?? [];
    return {
      text: inside ?? part,
      bold: mark === 'b',
      italic: false,
      lang: mark === 'b' || mark === 'link' ? undefined : mark,
      spans: mark === undefined || mark === 'b' || mark === 'link' ? [] : [{ direction: directionOf(mark) }],
      url: mark === 'link' ? 'https://example.org' : undefined,
      pageOf: undefined,
      span: { file: 'case', line: 1, column: index + 1, length: 1 },
    };
  });
}

export function setting(alignment: Alignment, indent = 0): LineSetting {
  return {
    alignment,
    balance: true,
    leastSpace: 0.75,
    mostSpace: 1.5,
    glyphScaling: 0,
    letterSpace: 0,
    kashida: undefined,
    fit: false,
    tabs: [],
    hang: 0,
    indent,
  };
}

/** All lines of a shaped text on one measure. */
export function setLines(shaped: ShapedParagraph, width: number, how: LineSetting): SetLine[] {
  return breakParagraph(shaped, width, how).map(line => setLine(shaped, line, width, how));
}

/** Width of a text set on one line. */
export function widthOf(text: string, wish: Wish = {}): number {
  return setLines(shapeText(text, wish), 1e6, setting('start'))[0]!.natural;
}

/** Lines as they print, clusters from left to right, in the notation of the cases. */
export function dumpLines(shaped: ShapedParagraph, width: number, how: LineSetting): string[] {
  return setLines(shaped, width, how).map(dumpLine);
}

export function dumpLine(line: SetLine): string {
  return line.runs.map(dumpRun).join('');
}

const bidi = bidiFactory();

function dumpRun(run: GlyphRun): string {
  return run.clusters.map(cluster => dumpCluster(cluster, run.rtl)).join('');
}

/** A hyphen that the text does not contain is `‐`; clusters of several characters stand in ‹ ›. */
function dumpCluster({ text, advance }: Cluster, rtl: boolean): string {
  if (text === '') return advance > 0 ? '‐' : '';
  const shown = (rtl && bidi.getMirroredCharacter(text)) || text;
  const notation = encode(shown);
  return [...text].length > 1 ? `‹${notation}›` : notation;
}

/** Distances of a line's text from the left and the right end of its measure. */
export function edges(line: SetLine, width: number): { left: number; right: number } {
  const left = line.runs[0]?.x ?? 0;
  let set = 0;
  for (const run of line.runs) for (const advance of run.advances) set += advance;
  return { left, right: width - left - set };
}
