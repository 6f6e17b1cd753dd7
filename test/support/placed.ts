/** A set issue as a reader sees it: frames in, the lines, heads and pictures of each story in columns out. */

import type { SetIssue } from '../../src/build.js';
import { extentOf } from '../../src/frame/extent.js';
import type { Group, Item } from '../../src/frame/frame.js';
import { bodyArea } from '../../src/page/geometry.js';
import { isBold, type RichText, type Story } from '../../src/story/story.js';
import { itemsOf, textOf } from './newspaper.js';

/** A rectangle on a page that something takes, in points. */
export interface Placed {
  readonly page: number;
  /** Columns from the left, counted from 0, first and last. */
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The lower edge of a drawing as it was drawn, of all else what it stands on. */
  readonly foot: number;
  readonly role: string;
  readonly story: string | undefined;
  readonly group: Group | undefined;
}

/** A line of text: its baseline and its letters in no order. */
export interface PlacedLine extends Placed {
  readonly y: number;
  readonly size: number;
  readonly letters: string;
  /** The row of a table, counted from its header. */
  readonly row: number | undefined;
}

/** Capitals and tails of a line, from its baseline in sizes. */
const ABOVE = 0.7;
const BELOW = 0.22;

/** Characters that are seen, sorted: the same however a line is reordered. */
export function lettersOf(text: string): string {
  return [...text.replace(/[\s\u00a0\u00ad■\u200b-\u200f\u2066-\u2069\u2028]/g, '')].sort().join('');
}

/** Letters of a text, sorted; numbers are left out, since the press writes some itself. */
export function sortedLetters(text: string): string {
  const letters = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{M}]/gu, '');
  return [...letters].sort().join('');
}

/** Inside pages: those that stories flow over. */
export function insidePages({ made, manifest }: SetIssue): SetIssue['made']['edition']['pages'] {
  const first = manifest.issue.front === undefined ? 1 : 2;
  return made.edition.pages.filter(({ number }) => number >= first);
}

/** Everything of stories on inside pages, in the order of the frames: lines of text, pictures, boxes. */
export function placedItems(set: SetIssue): (Placed | PlacedLine)[] {
  return insidePages(set).flatMap(page => {
    const found: (Placed | PlacedLine)[] = [];
    let line: { group: Group; y: number; runs: Extract<Item, { kind: 'glyphs' }>[] } | undefined;
    const flush = (): void => {
      if (line !== undefined) found.push(lineOf(set, page.number, line));
      line = undefined;
    };
    for (const { item, groups } of itemsOf(page)) {
      const group = groups.at(-1);
      if (group?.story === undefined) continue;
      if (item.kind === 'glyphs') {
        if (line?.group !== group || line.y !== item.y) flush();
        line ??= { group, y: item.y, runs: [] };
        line.runs.push(item);
        continue;
      }
      const stretch = item.kind === 'rule' ? undefined : extentOf(item);
      if (stretch === undefined) continue;
      flush();
      found.push(placed(set, page.number, group, { ...stretch, foot: footOf(set, item) ?? stretch.bottom }));
    }
    flush();
    return found;
  });
}

/** Of a drawing, however much of its foot is empty. */
function footOf({ gallery }: SetIssue, item: Item): number | undefined {
  if (item.kind !== 'drawing') return undefined;
  const source = [...gallery.pictures.values()].find(({ vector }) => vector?.shapes === item.shapes);
  return source && item.y + item.scale * source.height;
}

function lineOf(
  set: SetIssue,
  page: number,
  { group, y, runs }: { group: Group; y: number; runs: readonly Extract<Item, { kind: 'glyphs' }>[] },
): PlacedLine {
  const size = Math.max(...runs.map(run => run.size));
  const ends = runs.map(run => run.x + run.advances.reduce((sum, advance) => sum + advance, 0));
  const sides = { left: Math.min(...runs.map(run => run.x)), right: Math.max(...ends) };
  const bottom = y + BELOW * size;
  const box = { ...sides, top: y - ABOVE * size, bottom, foot: bottom };
  const letters = runs.map(textOf).join('');
  const row = runs[0]!.parts?.find(({ role }) => role === 'row')?.block;
  return { ...placed(set, page, group, box), y, size, letters, row };
}

function placed(
  { manifest, made }: SetIssue,
  page: number,
  group: Group,
  box: Pick<Placed, 'left' | 'right' | 'top' | 'bottom' | 'foot'>,
): Placed {
  const { layout } = manifest;
  const { x } = bodyArea(layout, page, made.edition.binding);
  const { gutter } = layout.columns;
  const column = (at: number): number => Math.floor((at - x) / (layout.columnWidth + gutter));
  return {
    page,
    // Hung marks and initials stand out into the gutter.
    first: column(box.left + gutter * 0.4),
    last: column(box.right - gutter * 0.4),
    ...box,
    role: group.role ?? '',
    story: group.story,
    group,
  };
}

export function isLine(item: Placed | PlacedLine): item is PlacedLine {
  return 'y' in item;
}

const TEXT = new Set(['paragraph', 'subhead', 'list-item', 'source']);

export interface BlockLines {
  readonly role: string;
  /** A paragraph that is bold as a whole. */
  readonly bold: boolean;
  /** Letters of the block as written, sorted by line as far as lines were found. */
  readonly lines: readonly PlacedLine[];
}

/** A story's running text, block by block with its lines; throws where a line is not the next one of the text. */
export function blocksOf(set: SetIssue, id: string, items: readonly (Placed | PlacedLine)[]): BlockLines[] {
  const story = set.stories.find(item => item.id === id)!;
  const lines = items.filter(isLine).filter(line => line.story === id && TEXT.has(line.role));
  let next = 0;
  const found = wantedBlocks(story, set).map(({ role, bold, text, mark }): BlockLines => {
    let left = text;
    const own: PlacedLine[] = [];
    while (left !== '') {
      const line = lines[next++];
      if (line === undefined) throw new Error(`${id}: the text ends before “${left.slice(0, 40)}”`);
      const letters = without(lettersOf(line.letters), own.length === 0 ? mark : '');
      const wanted = lettersOf(left.slice(0, letters.length));
      if (line.role !== role || wanted !== letters)
        throw new Error(
          `${id}: page ${line.page}: “${line.letters}” stands where “${left.slice(0, 40)}” should`,
        );
      left = left.slice(letters.length);
      own.push(line);
    }
    return { role, bold, lines: own };
  });
  if (next < lines.length) throw new Error(`${id}: “${lines[next]!.letters}” stands twice`);
  return found;
}

/** Text blocks as written, without spaces, references to pages filled in. */
function wantedBlocks(
  story: Story,
  set: SetIssue,
): { role: string; bold: boolean; text: string; mark: string }[] {
  const { blocks, dateline } = story;
  const opening = dateline === undefined ? '' : `${unspaced(dateline, story, set)}—`;
  const first = blocks.findIndex(block => block.kind === 'paragraph');
  return blocks.flatMap((block, index) => {
    if (!TEXT.has(block.kind) || !('text' in block)) return [];
    const text = unspaced(block.text, story, set);
    const number = block.kind === 'list-item' ? block.number : undefined;
    const label = number === undefined ? '•' : `${digitsOf(number, story.lang, set)}.`;
    return [
      {
        role: block.kind,
        bold: block.kind === 'paragraph' && isBold(block.text),
        text: index === first ? `${opening}${text}` : text,
        mark: block.kind === 'list-item' ? label : '',
      },
    ];
  });
}

function unspaced(text: RichText, story: Story, set: SetIssue): string {
  return text
    .map(run => (run.pageOf === undefined ? run.text : pageLabel(run.pageOf, run.lang ?? story.lang, set)))
    .join('')
    .replace(/[\s\u00a0\u00ad\u200b-\u200f\u2066-\u2069\u2028]/g, '');
}

/** The page of a story as its reader finds it, in the digits of the language. */
function pageLabel(id: string, lang: string, set: SetIssue): string {
  const page = set.made.pages.find(({ stories }) => stories.includes(id))?.page ?? 0;
  return digitsOf(page, lang, set);
}

function digitsOf(value: number, lang: string, { manifest }: SetIssue): string {
  const arabic = manifest.publication.digits[lang] === 'arabic-indic';
  return arabic ? String(value).replace(/\d/g, digit => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!) : String(value);
}

/** Sorted letters less those of a list item's bullet or number. */
function without(letters: string, mark: string): string {
  let left = letters;
  for (const letter of mark) left = left.replace(letter, '');
  return left;
}
