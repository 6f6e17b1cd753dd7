/** Drop initials: a paragraph's text and the lines it may take in; the initial's outlines and the shorter lines beside it out. */

import type { Face } from '../fonts/face.js';
import type { Cluster, DrawingItem, GlyphRun, Item } from '../frame/frame.js';
import { type GlyphShape, glyphShape } from '../frame/glyph-shape.js';
import type { RichText } from '../story/story.js';
import type { TextItem } from '../text/itemise.js';
import { baselineOf, type SetText, type TextSetter } from './setter.js';

export interface InitialSetting {
  /** Lines from its head to its baseline. */
  readonly lines: number;
  /** What its head is level with on the first line. */
  readonly reach: 'capital' | 'x-height';
  /** Word spaces over their natural width that the lines beside it may have at the most. */
  readonly mostSpace: number;
}

/** A paragraph with an initial, set on its measure. */
export interface InitialText {
  readonly text: SetText;
  /** Lines that stand beside the initial: no column ends between them. */
  readonly beside: number;
  /** Items of one line whose box has its top left corner at x, y; with the first line comes the initial. */
  drawLine(index: number, x: number, y: number): Item[];
}

/** Opening marks, then a capital with its accents. */
const OPENING = /^([\p{Pi}\p{Ps}"'¿¡]*)(\p{Lu}\p{M}*)/u;

/** Space between initial and lines, in sizes of the text. */
const GAP = 0.35;
/** An initial takes no more than this share of the measure. */
const WIDEST = 0.4;
/** By this share of its size a letter stands out of the column whose left side is round, or slants away from it. */
const OVERHANG: readonly (readonly [string, number])[] = [
  ['CGOQSÇØŒОСЭФ', 0.02],
  ['AJTVWYÆТУЧΑΤΥ', 0.025],
];

/**
 * Sets a paragraph in `style` with its first letter as an initial, marks before it small and out of the column. Undefined
 * where it cannot be: the text begins with no such letter, is shorter than the initial, or the column too narrow
 * for good lines beside it.
 */
export function setInitial(
  text: RichText,
  style: string,
  lang: string,
  width: number,
  setting: InitialSetting,
  setter: TextSetter,
): InitialText | undefined {
  const parted = partInitial(text);
  if (parted === undefined) return undefined;
  const { shaped } = setter.set(parted.text, style, lang, width);
  const [letter, body] = shaped.items;
  if (letter === undefined || body === undefined || letter.end !== parted.length) return undefined;
  const { leading } = setter.style(style, lang);
  const initial = initialOf(shaped.clusters, parted.marks, letter, body, setting, leading);
  const gap = body.size * GAP;
  const room = initial.width + gap;
  const clusters = shaped.itemOf.filter(item => item === 0).length;
  const natural = shaped.advances.slice(0, clusters).reduce((sum, advance) => sum + advance, 0);
  // What the first line has of letter and space before its room: neither is seen there.
  const setBehind = (before: number): SetText => {
    const besideLine = (line: number) => ({ start: line === 0 ? room - before : room, end: 0 });
    const beside = Array.from({ length: initial.beside }, (_, line) => besideLine(line));
    return setter.set(parted.text, style, lang, width, { beside });
  };
  const space = shaped.isSpace[clusters] === true ? shaped.advances[clusters]! : 0;
  const first = setBehind(natural + space);
  // The space is as wide as justification makes it.
  const set = space === 0 ? first : setBehind(natural + space * setter.setLine(first, 0).spaceRatio);
  if (room > width * WIDEST || set.lines.length < initial.beside) return undefined;
  for (let line = 0; line < initial.beside; line++) {
    const { spaceRatio, short } = setter.setLine(set, line);
    const tooLoose = (short > 0 ? Number.MAX_VALUE : spaceRatio) > setting.mostSpace;
    if (set.lines[line]!.torn || tooLoose) return undefined;
  }
  const limit = setter.layout.columns.gutter * 0.4;
  const drawLine = (index: number, x: number, y: number): Item[] => {
    const line = setter.drawLine(set, index, x, y);
    if (index > 0) return line;
    const baseline = y + baselineOf(set.style, setter.layout.grid) + (setting.lines - 1) * leading;
    return [...initial.draw(x, baseline, limit), ...withoutLetter(line, gap)];
  };
  return { text: set, beside: initial.beside, drawLine };
}

/** The text with its initial and the marks before it as a run of their own. */
function partInitial(text: RichText): { text: RichText; marks: number; length: number } | undefined {
  const [first, ...others] = text;
  if (first === undefined || first.pageOf !== undefined || first.style !== undefined) return undefined;
  const match = OPENING.exec(first.text);
  if (match === null) return undefined;
  const length = match[0].length;
  const span = { ...first.span, column: first.span.column + length };
  const rest = { ...first, text: first.text.slice(length), span };
  const marks = match[1]!.length;
  return { text: [{ ...first, text: match[0], style: 'initial' }, rest, ...others], marks, length };
}

interface DrawnInitial {
  /** From the column's edge to its right side. */
  readonly width: number;
  readonly beside: number;
  /** `limit` is the room outside the column. */
  draw(x: number, baseline: number, limit: number): DrawingItem[];
}

function initialOf(
  clusters: readonly Cluster[],
  marks: number,
  letter: TextItem,
  body: TextItem,
  { lines, reach }: InitialSetting,
  leading: number,
): DrawnInitial {
  const { face, format } = letter;
  const share = (units: number, of: Face): number => units / of.unitsPerEm;
  const head = share(reach === 'capital' ? body.face.capHeight : body.face.xHeight, body.face) * body.size;
  const height = (lines - 1) * leading + head;
  const shape = glyphShape(face, clusters[marks]!.glyphs, format.ink);
  const clear = leading - share(body.face.capHeight, body.face) * body.size;
  // An accent stays out of the line above.
  const size = Math.min(
    height / share(face.capHeight, face),
    (height + clear * 0.45) / share(shape.top, face),
  );
  const overhang = overhangOf(clusters[marks]!.text) * size;
  const left = share(shape.left, face) * size;
  // A tail that reaches the capitals of the line below pushes that line aside too.
  const tail = share(-shape.bottom, face) * size;
  return {
    width: share(shape.right, face) * size - left - overhang,
    beside: tail > clear * 0.7 ? lines + 1 : lines,
    draw: (x, baseline, limit) => [
      ...clusters
        .slice(0, marks)
        .map(({ glyphs }) => glyphShape(face, glyphs, format.ink))
        .reverse()
        .map((mark, index) =>
          hangMark(mark, index, {
            face,
            size,
            x: x - overhang,
            top: baseline - height,
            limit: limit / marks,
          }),
        ),
      drawShape(shape, face, size, x - left - overhang, baseline),
    ],
  };
}

function overhangOf(letter: string): number {
  const base = letter.normalize('NFD')[0]!;
  return OVERHANG.find(([letters]) => letters.includes(letter) || letters.includes(base))?.[1] ?? 0;
}

/** Size of a mark before an initial, as a share of the initial's. */
const MARK = 0.5;

/** A mark outside the column with its head level with the initial's; the first is the one next to it. */
function hangMark(
  mark: GlyphShape,
  index: number,
  place: { face: Face; size: number; x: number; top: number; limit: number },
): DrawingItem {
  const { face, x, top, limit } = place;
  const per = (size: number): number => size / face.unitsPerEm;
  const size = Math.min(place.size * MARK, (limit * 0.85 * face.unitsPerEm) / (mark.right - mark.left));
  const right = x - index * limit - limit * 0.15;
  return drawShape(mark, face, size, right - mark.right * per(size), top + mark.top * per(size));
}

function drawShape({ shape }: GlyphShape, face: Face, size: number, x: number, y: number): DrawingItem {
  return { kind: 'drawing', x, y, scale: size / face.unitsPerEm, shapes: [shape] };
}

/**
 * The first line without its letter, which is drawn larger: its text stays in front of the word that it begins, in the
 * gap of so many points and without glyphs, so that readers copy and find the word whole.
 */
function withoutLetter(line: readonly Item[], gap: number): Item[] {
  const [letter, next, ...others] = line as readonly GlyphRun[];
  if (next?.kind !== 'glyphs' || next.rtl) return [...line.slice(1)];
  const each = gap / letter!.clusters.length;
  const advance = (each / next.size) * next.face.unitsPerEm;
  const empty = letter!.clusters.map(({ text }) => ({ text, glyphs: [], advance }));
  const whole: GlyphRun = {
    ...next,
    x: next.x - gap,
    clusters: [...empty, ...next.clusters],
    advances: [...empty.map(() => each), ...next.advances],
  };
  return [whole, ...others];
}
