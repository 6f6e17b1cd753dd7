/** Writes an edition as plain text, one item a line: what the tests compare and a person can read. */

import type { Edition, GlyphRun, Item, Page } from './frame.js';

/** All pages of an edition. Lengths in points, rounded to tenths; text in logical order. */
export function dumpEdition(edition: Edition): string {
  const head = `${edition.title} | ${edition.lang} | bound ${edition.binding} | ${edition.date}`;
  return [head, ...edition.pages.map(dumpPage)].join('\n');
}

/** One page: its size and label, then its items, groups indented. */
export function dumpPage(page: Page): string {
  const head = `page ${page.number} (${page.label}) ${number(page.width)} x ${number(page.height)}`;
  return [head, ...dumpItems(page.items, 1)].join('\n');
}

function dumpItems(items: readonly Item[], depth: number): string[] {
  const lines: string[] = [];
  let run: GlyphRun[] = [];
  const flush = (): void => {
    if (run.length > 0) lines.push(indent(depth) + dumpLine(run));
    run = [];
  };
  for (const item of items) {
    const last = run.at(-1);
    if (item.kind === 'glyphs' && (last === undefined || Math.abs(last.y - item.y) < 0.01)) {
      run.push(item);
      continue;
    }
    flush();
    if (item.kind === 'glyphs') run.push(item);
    else lines.push(...dumpItem(item, depth));
  }
  flush();
  return lines;
}

/** The runs of one line: where it stands, its faces and its words. */
function dumpLine(runs: readonly GlyphRun[]): string {
  const left = Math.min(...runs.map(run => run.x));
  const right = Math.max(...runs.map(run => run.x + run.advances.reduce((sum, advance) => sum + advance, 0)));
  const faces = [...new Set(runs.map(run => `${run.face.id} ${number(run.size)}`))].join(' + ');
  const words = runs.map(run =>
    (run.rtl ? [...run.clusters].reverse() : run.clusters).map(({ text }) => text).join(''),
  );
  return `${number(left)}..${number(right)} @${number(runs[0]!.y)} [${faces}] ${words.join('|')}`;
}

function dumpItem(item: Exclude<Item, GlyphRun>, depth: number): string[] {
  const start = indent(depth);
  switch (item.kind) {
    case 'group': {
      const story = item.story === undefined ? '' : ` of ${item.story}`;
      const clip = item.clip === undefined ? '' : ` clipped to ${area(item.clip)}`;
      return [`${start}${item.role ?? 'group'}${story}${clip}`, ...dumpItems(item.items, depth + 1)];
    }
    case 'rule':
      return [
        `${start}rule ${number(item.x1)},${number(item.y1)} ${number(item.x2)},${number(item.y2)} ${number(item.width)} ${item.ink.name}`,
      ];
    case 'box':
      return [`${start}box ${area(item)} ${item.ink.name}`];
    case 'picture': {
      const { x, y, width, height } = item.crop;
      return [
        `${start}picture ${area(item)} ${item.file} crop ${[x, y, width, height].map(share).join(' ')}`,
      ];
    }
    case 'drawing':
      return [
        `${start}drawing ${number(item.x)},${number(item.y)} x${share(item.scale)} ${item.shapes.length} shapes`,
      ];
    case 'turned':
      return [
        `${start}turned ${number(item.x)},${number(item.y)} ${number(item.degrees)}°`,
        ...dumpItems(item.runs, depth + 1),
      ];
    case 'link': {
      const target = 'page' in item.target ? `page ${item.target.page}` : item.target.url;
      return [`${start}link ${area(item)} -> ${target}`];
    }
  }
}

function area(box: { x: number; y: number; width: number; height: number }): string {
  return `${number(box.x)},${number(box.y)} ${number(box.width)} x ${number(box.height)}`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

function share(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}
