/** The project's own tabloid without a project around it: a setter for flow, stories from Markdown, lines as text. */

import { fileURLToPath } from 'node:url';
import { type Piece, pour } from '../../src/flow/piece.js';
import { type PreparedStory, prepareStory } from '../../src/flow/prepare.js';
import { TextSetter } from '../../src/flow/setter.js';
import { FontLibrary } from '../../src/fonts/library.js';
import { dumpPage } from '../../src/frame/dump.js';
import type { GlyphRun, Item } from '../../src/frame/frame.js';
import { readFonts } from '../../src/manifest/fonts.js';
import { readLayout } from '../../src/manifest/layout.js';
import { Project } from '../../src/manifest/project.js';
import type { Gallery, GalleryPicture } from '../../src/picture/gallery.js';
import { Problems } from '../../src/problem/problem.js';
import type { DigitSet } from '../../src/story/digits.js';
import { plainRun } from '../../src/story/inline.js';
import { parseBlocks, parseInline } from '../../src/story/markdown.js';
import { directionOf, type Story } from '../../src/story/story.js';
import { textOf } from './newspaper.js';

const ORIGIN = { file: 'test.md', line: 1, column: 1, length: 1 };

const project = new Project(fileURLToPath(new URL('../..', import.meta.url)));
/** What the setter reports. */
export const problems = new Problems();
const fonts = readFonts(project, problems)!;
const layout = readLayout(project, 'tabloid', ORIGIN, fonts, problems)!;

/** Sets texts in the tabloid's styles; every story stands on page 7. */
export const setter = new TextSetter(
  layout,
  new FontLibrary(fonts),
  problems,
  () => '7',
  () => 7,
);

export const rich = (text: string): Story['headline'] => parseInline(text, ORIGIN, problems);

/** A story from its Markdown body. */
export function storyOf(lang: string, body: string, head: Partial<Story> = {}): Story {
  return {
    id: 's',
    lang,
    direction: directionOf(lang),
    section: undefined,
    weight: undefined,
    kind: undefined,
    fit: false,
    opening: undefined,
    columns: undefined,
    pin: undefined,
    kicker: undefined,
    headline: plainRun('Headline', ORIGIN),
    deck: undefined,
    byline: undefined,
    dateline: undefined,
    pictures: [],
    blocks: parseBlocks(body, ORIGIN, problems),
    span: ORIGIN,
    ...head,
  };
}

export function prepared(
  story: Story,
  pictures: readonly GalleryPicture[] = [],
  digits: DigitSet = story.direction === 'rtl' ? 'arabic-indic' : 'european',
): PreparedStory {
  const gallery: Gallery = {
    pictures: new Map(pictures.map(picture => [picture.file, picture])),
    troubles: new Map(),
  };
  return prepareStory(story, { setter, gallery, stories: [story], digits: () => digits });
}

export function raster(file: string, width: number, height: number): GalleryPicture {
  return {
    file,
    width,
    height,
    kind: 'raster',
    vector: undefined,
    unsupported: undefined,
    untaggedInks: false,
  };
}

/** Runs of items, groups and turned labels opened at their places. */
export function runsIn(items: readonly Item[]): GlyphRun[] {
  return items.flatMap(item => {
    if (item.kind === 'glyphs') return [item];
    if (item.kind === 'turned')
      return item.runs.map(run => ({ ...run, x: run.x + item.x, y: run.y + item.y }));
    return item.kind === 'group' ? runsIn(item.items) : [];
  });
}

export function rightOf(run: GlyphRun): number {
  return run.x + run.advances.reduce((sum, advance) => sum + advance, 0);
}

/** Left and right end of items' letters. */
export function extentOf(items: readonly Item[]): { left: number; right: number } {
  const runs = runsIn(items);
  return { left: Math.min(...runs.map(run => run.x)), right: Math.max(...runs.map(rightOf)) };
}

/** The letters of items, run after run. */
export function wordsOf(items: readonly Item[]): string {
  return runsIn(items).map(textOf).join('');
}

/** What pieces draw in columns of the given depths, side by side with 10 points between them, as a dump. */
export function dumpPieces(pieces: readonly Piece[], ...depths: number[]): string[] {
  const width = layout.columnWidth + 10;
  const columns = depths.length === 0 ? [10_000] : depths;
  const slots = columns.map((bottom, index) => ({ x: index * width, top: 0, bottom }));
  const items: Item[] = [];
  pour(pieces, slots, ({ piece, x, y }) => items.push(...piece.draw(x, y)));
  return dumpPage({ number: 1, label: '1', width: 0, height: 0, items })
    .split('\n')
    .slice(1)
    .map(line => line.trim());
}
