/** Shapes words with HarfBuzz and sets them on lines: face names and text in, frames for small editions out. */

import { readFileSync } from 'node:fs';
import bidiFactory from 'bidi-js';
import * as fontkit from 'fontkit';
import { Blob, Font, Buffer as HbBuffer, Face as HbFace, shape } from 'harfbuzzjs';
import sharp from 'sharp';
import type { Face } from '../../src/fonts/face.js';
import type { Cluster, Edition, GlyphRun, Ink, Item, Page, TextLine } from '../../src/frame/frame.js';
import type { PictureRendition, PressCondition } from '../../src/pdf/write.js';

export const black: Ink = { name: 'black', cmyk: [0, 0, 0, 1], rgb: [0, 0, 0] };
export const red: Ink = { name: 'red', cmyk: [0, 1, 0.9, 0], rgb: [214, 40, 40] };

const FILES = {
  naskh: 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  cairo: 'cairo/400Regular/Cairo_400Regular.ttf',
  ruqaa: 'aref-ruqaa/400Regular/ArefRuqaa_400Regular.ttf',
  serif: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  sans: 'barlow-condensed/600SemiBold/BarlowCondensed_600SemiBold.ttf',
};
export type FaceName = keyof typeof FILES;

interface FontkitFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly bbox: { minX: number; minY: number; maxX: number; maxY: number };
}

/** Opens a font file. */
export function openFont(path: string): Face {
  const data = readFileSync(path);
  const font = fontkit.create(data) as FontkitFont;
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    id: path,
    family: path,
    weight: 400,
    italic: false,
    postscriptName: font.postscriptName,
    data,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
    italicAngle: font.italicAngle,
    bbox: [minX, minY, maxX, maxY],
    features: new Set(),
    tatweel: 0,
    covers: () => true,
  };
}

const faces = new Map<FaceName, Face>();
export function face(name: FaceName): Face {
  const open = faces.get(name) ?? openFont(`node_modules/@expo-google-fonts/${FILES[name]}`);
  faces.set(name, open);
  return open;
}

const shapers = new Map<Face, Font>();
const interned = new Map<string, Cluster>();

/** Shapes one run of one direction; clusters come in visual order, equal ones are the same object. */
export function shapeClusters(font: Face, text: string, rtl: boolean): Cluster[] {
  const hb = shapers.get(font) ?? new Font(new HbFace(new Blob(font.data)));
  shapers.set(font, hb);
  hb.setScale(font.unitsPerEm, font.unitsPerEm);
  const buffer = new HbBuffer();
  buffer.addText(text);
  buffer.setDirection(rtl ? 5 : 4);
  buffer.guessSegmentProperties();
  shape(hb, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const starts = [...new Set(infos.map(info => info.cluster))].sort((a, b) => a - b);
  const clusters: Cluster[] = [];
  for (let at = 0; at < infos.length; ) {
    const start = infos[at]!.cluster;
    const glyphs = [];
    let pen = 0;
    for (; at < infos.length && infos[at]!.cluster === start; at++) {
      const position = positions[at]!;
      glyphs.push({ id: infos[at]!.codepoint, dx: pen + position.xOffset, dy: position.yOffset });
      pen += position.xAdvance;
    }
    const cluster = { text: text.slice(start, starts[starts.indexOf(start) + 1]), glyphs, advance: pen };
    const key = `${font.id}${JSON.stringify(cluster)}`;
    clusters.push(interned.get(key) ?? cluster);
    interned.set(key, clusters.at(-1)!);
  }
  return clusters;
}

/** One run with natural advances. */
export function run(
  font: Face,
  text: string,
  at: { x: number; y: number; size?: number; rtl?: boolean; ink?: Ink },
): GlyphRun {
  const { x, y, size = 12, rtl = false, ink = black } = at;
  const clusters = shapeClusters(font, text, rtl);
  const advances = clusters.map(cluster => (cluster.advance * size) / font.unitsPerEm);
  return { kind: 'glyphs', x, y, face: font, size, ink, rtl, lang: rtl ? 'ar' : 'en', clusters, advances };
}

/** What a justified line of an English paragraph is that goes on. */
export const PROSE: TextLine = {
  style: 'body',
  lang: 'en',
  rtl: false,
  justified: true,
  first: false,
  last: false,
  hyphen: false,
  torn: false,
  after: '',
  span: undefined,
};

export function widthOf(glyphs: GlyphRun): number {
  return glyphs.advances.reduce((sum, advance) => sum + advance, 0);
}

const bidi = bidiFactory();

/** Sets one line of mixed text in visual order, flush with the right (rtl) or left edge of the measure. */
export function setLine(
  fonts: { arabic: Face; latin: Face },
  text: string,
  at: { x: number; y: number; width: number; size: number; rtl: boolean },
): GlyphRun[] {
  const { levels } = bidi.getEmbeddingLevels(text, at.rtl ? 'rtl' : 'ltr');
  const runs: { start: number; end: number; level: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const last = runs.at(-1);
    if (last !== undefined && last.level === levels[i]) last.end = i + 1;
    else runs.push({ start: i, end: i + 1, level: levels[i]! });
  }
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let i = 0; i < runs.length; i++) {
      if (runs[i]!.level < level) continue;
      let end = i;
      while (end < runs.length && runs[end]!.level >= level) end++;
      runs.splice(i, end - i, ...runs.slice(i, end).reverse());
      i = end;
    }
  }
  const set = runs.map(({ start, end, level }) => {
    const part = text.slice(start, end);
    const font = /[\u0600-\u06ff]/.test(part) || level % 2 === 1 ? fonts.arabic : fonts.latin;
    return { ...run(font, part, { x: 0, y: at.y, size: at.size, rtl: level % 2 === 1 }), level };
  });
  const width = set.reduce((sum, glyphs) => sum + widthOf(glyphs), 0);
  let x = at.rtl ? at.x + at.width - width : at.x;
  return set.map(glyphs => {
    const placed = { ...glyphs, x };
    x += widthOf(glyphs);
    return placed;
  });
}

/** Greedy lines of a paragraph, each justified by its spaces but the last. */
export function setParagraph(
  fonts: { arabic: Face; latin: Face },
  text: string,
  at: { x: number; y: number; width: number; size: number; leading: number; rtl: boolean },
): GlyphRun[] {
  const lines: GlyphRun[][] = [];
  let words: string[] = [];
  const place = (content: string): GlyphRun[] =>
    setLine(fonts, content, { ...at, y: at.y + lines.length * at.leading });
  const total = (runs: readonly GlyphRun[]): number => runs.reduce((sum, glyphs) => sum + widthOf(glyphs), 0);
  for (const word of text.split(' ')) {
    if (words.length > 0 && total(place([...words, word].join(' '))) > at.width) {
      lines.push(justified(place(words.join(' ')), at.x, at.width));
      words = [];
    }
    words.push(word);
  }
  lines.push(place(words.join(' ')));
  return lines.flat();
}

function justified(runs: readonly GlyphRun[], left: number, width: number): GlyphRun[] {
  const natural = runs.reduce((sum, glyphs) => sum + widthOf(glyphs), 0);
  const spaces = runs.flatMap(glyphs => glyphs.clusters).filter(({ text }) => text === ' ').length;
  let x = left;
  return runs.map(glyphs => {
    const advances = glyphs.advances.map((advance, index) =>
      glyphs.clusters[index]!.text === ' ' ? advance + (width - natural) / spaces : advance,
    );
    const placed = { ...glyphs, x, advances };
    x += widthOf(placed);
    return placed;
  });
}

export function page(items: readonly Item[], number = 1, label = String(number)): Page {
  return { number, label, width: 400, height: 500, items };
}

export function edition(pages: readonly Page[], change: Partial<Edition> = {}): Edition {
  return { title: 'Test', lang: 'ar', binding: 'right', date: '2022-03-01', bleed: 0, pages, ...change };
}

/** A printing condition whose profile nobody opens. */
export const press: PressCondition = {
  standard: 'x-4',
  profile: new TextEncoder().encode('profile'),
  identifier: 'CGATS TR 002',
  condition: 'SNAP 2007',
  solidBlack: [0, 0, 0, 1],
};

export async function noPictures(): Promise<never> {
  throw new Error('this edition has no pictures');
}

/** A small gray picture for every picture of an edition. */
export async function grayPictures(): Promise<PictureRendition> {
  const plain = sharp({ create: { width: 16, height: 16, channels: 3, background: '#888888' } });
  return { data: await plain.toColourspace('b-w').jpeg().toBuffer(), width: 16, height: 16, channels: 1 };
}
