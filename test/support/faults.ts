/** What is wrong with the pages of a set issue: frames in, every breach of the rules of good pages as a sentence out. */

import type { SetIssue } from '../../src/build.js';
import { bodyArea } from '../../src/page/geometry.js';
import { type BlockLines, blocksOf, isLine, type Placed, type PlacedLine, placedItems } from './placed.js';

/** All faults: lost or displaced text, broken keep rules, things on one another or outside their place. */
export function faultsOf(set: SetIssue): string[] {
  const items = placedItems(set);
  return [
    ...set.stories.flatMap(({ id }) => textFaults(set, id, items)),
    ...captionFaults(items),
    ...headFaults(items),
    ...overlapFaults(items),
    ...edgeFaults(set, items),
    ...neighbourFaults(items),
  ];
}

/** What flows in columns; all but quotes keep their order. */
const FLOWING = new Set(['paragraph', 'subhead', 'list', 'list-item', 'table', 'contents', 'source']);

const at = (line: Placed): string => `page ${line.page} column ${line.first + 1} at ${Math.round(line.top)}`;

function textFaults(set: SetIssue, id: string, items: readonly (Placed | PlacedLine)[]): string[] {
  let blocks: BlockLines[];
  try {
    blocks = blocksOf(set, id, items);
  } catch (error) {
    return [(error as Error).message];
  }
  const rtl = set.stories.find(story => story.id === id)!.direction === 'rtl';
  const lines = items.filter(isLine).filter(line => line.story === id);
  const flowing = lines.filter(({ role }) => FLOWING.has(role));
  return [...orderFaults(id, blocks, rtl), ...keepFaults(id, blocks, flowing), ...quoteFaults(id, lines)];
}

/** A quote stands neither right under a subhead nor behind the last words. */
function quoteFaults(id: string, lines: readonly PlacedLine[]): string[] {
  const text = lines.filter(line => ['paragraph', 'list-item', 'subhead', 'quote'].includes(line.role));
  return text.flatMap((line, index) => {
    if (line.role !== 'quote' || index === 0) return [];
    const above = text[index - 1]!;
    if (above.role === 'subhead') return [`${id}: a quote right under a subhead, ${at(line)}`];
    return text.slice(index).every(({ role }) => role === 'quote')
      ? [`${id}: a quote behind the last words, ${at(line)}`]
      : [];
  });
}

/** Text reads on downwards, then to the next column, then to the next page. */
function orderFaults(id: string, blocks: readonly BlockLines[], rtl: boolean): string[] {
  const lines = blocks.flatMap(block => block.lines);
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return [];
    const column = (one: Placed): number => (rtl ? -one.first : one.first);
    const later = line.page - before.page || column(line) - column(before) || Math.sign(line.y - before.y);
    return later > 0 ? [] : [`${id}: a line at ${at(line)} stands before the one that it follows`];
  });
}

function keepFaults(id: string, blocks: readonly BlockLines[], flowing: readonly PlacedLine[]): string[] {
  const faults: string[] = [];
  for (const [index, { role, bold, lines }] of blocks.entries()) {
    const parts = partsOf(lines);
    const last = lines.at(-1)!;
    const following = rowsAfter(last, flowing);
    const [next] = following;
    const goesOnBold = blocks[index + 1]?.bold === true && next === blocks[index + 1]!.lines[0];
    if (bold && next !== undefined && !goesOnBold && !isBeside(last, next))
      faults.push(`${id}: a question without its answer, ${at(lines[0]!)}`);
    if (role === 'paragraph' || role === 'list-item') {
      for (const part of parts)
        if (parts.length > 1 && part.length < 2) faults.push(`${id}: a line alone, ${at(part[0]!)}`);
    }
    if (role !== 'subhead') continue;
    const under = following.slice(0, 2).filter(line => isBeside(line, last));
    if (parts.length > 1 || under.length < Math.min(2, following.length))
      faults.push(`${id}: a subhead without two lines under it, ${at(last)}`);
  }
  return faults;
}

/** Lines after one, of those in a row of a table the first. */
function rowsAfter(line: PlacedLine, flowing: readonly PlacedLine[]): readonly PlacedLine[] {
  return flowing.slice(flowing.indexOf(line) + 1).filter(({ group, row }, index, lines) => {
    const before = lines[index - 1];
    return row === undefined || before?.group !== group || before?.row !== row;
  });
}

/** True for lines in one column. */
function isBeside(one: Placed, other: Placed): boolean {
  return one.page === other.page && one.first === other.first;
}

/** Lines by the column they stand in. */
function partsOf(lines: readonly PlacedLine[]): PlacedLine[][] {
  const parts = new Map<string, PlacedLine[]>();
  for (const line of lines) {
    const key = `${line.page}/${line.first}`;
    parts.set(key, [...(parts.get(key) ?? []), line]);
  }
  return [...parts.values()];
}

/** A caption stands right under the picture before it, or one of a group, however much of a drawing's foot is empty. */
function captionFaults(items: readonly (Placed | PlacedLine)[]): string[] {
  const faults: string[] = [];
  let pictures: readonly Placed[] = [];
  for (const [index, item] of items.entries()) {
    if (item.role === 'figure' && !isLine(item))
      pictures = pictures[0]?.group === item.group ? [...pictures, item] : [item];
    if (item.role !== 'caption' || !isLine(item) || items[index - 1]?.role === 'caption') continue;
    if (!pictures.some(picture => isUnder(item, picture)))
      faults.push(`a caption apart from its picture, ${at(item)}`);
  }
  return faults;
}

function isUnder(line: PlacedLine, { page, left, right, foot }: Placed): boolean {
  const meets = line.left < right && line.right > left;
  return page === line.page && meets && line.top >= foot - 0.5 && line.top < foot + 40;
}

/** Under a head stand two lines of its story, or all that it has, or a picture. */
function headFaults(items: readonly (Placed | PlacedLine)[]): string[] {
  const lines = items.filter(isLine);
  return lines.flatMap((head, index) => {
    if (head.role !== 'headline' || lines[index + 1]?.role === 'headline') return [];
    const below = lines.filter(
      line =>
        line.story === head.story &&
        line.page === head.page &&
        (line.role === 'paragraph' || line.role === 'list-item') &&
        line.top > head.bottom - 1,
    );
    const all = lines.filter(line => line.story === head.story && line.role === 'paragraph').length;
    return below.length >= Math.min(2, all) ? [] : [`a head without its text, ${at(head)}`];
  });
}

/** Nothing stands on anything else but text on the box round it. */
function overlapFaults(items: readonly (Placed | PlacedLine)[]): string[] {
  const faults: string[] = [];
  const pages = new Map<number, (Placed | PlacedLine)[]>();
  for (const item of items) pages.set(item.page, [...(pages.get(item.page) ?? []), item]);
  for (const own of pages.values()) {
    for (const [index, one] of own.entries()) {
      for (const other of own.slice(index + 1)) {
        if (one.group === other.group) continue;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 1 && down > 1.5) faults.push(`${one.role} and ${other.role} overlap, ${at(other)}`);
      }
    }
  }
  return faults;
}

/** Everything stands between page head and folio, and text within its columns. */
function edgeFaults({ manifest, made }: SetIssue, items: readonly (Placed | PlacedLine)[]): string[] {
  return items.flatMap(item => {
    const area = bodyArea(manifest.layout, item.page, made.edition.binding);
    // An initial and the marks before it stand out into the gutter.
    const out = item.role === 'paragraph' && !isLine(item) ? manifest.layout.columns.gutter * 0.4 : 1;
    const inside =
      item.left > area.x - out &&
      item.right < area.x + area.width + out &&
      item.top > area.y - 1 &&
      item.bottom < area.y + area.height + 1;
    return inside ? [] : [`${item.role} of ${item.story} reaches out of the page, ${at(item)}`];
  });
}

/** In each column one story stands above another: none reaches into the next. */
function neighbourFaults(items: readonly (Placed | PlacedLine)[]): string[] {
  const extents = new Map<string, { story: string; top: number; bottom: number; place: string }>();
  for (const item of items) {
    for (let column = item.first; column <= item.last; column++) {
      const key = `${item.page}/${column}/${item.story}`;
      const known = extents.get(key);
      extents.set(key, {
        story: item.story!,
        place: `${item.page}/${column}`,
        top: Math.min(known?.top ?? item.top, item.top),
        bottom: Math.max(known?.bottom ?? item.bottom, item.bottom),
      });
    }
  }
  const all = [...extents.values()];
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(other => other.place === one.place && one.top < other.bottom && other.top < one.bottom)
      .map(other => `${one.story} reaches into ${other.story} in page/column ${one.place}`),
  );
}
