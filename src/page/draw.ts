/** Draws a row of modules with the rules round it and the jump lines under what goes on elsewhere. */

import { drawModule } from '../flow/module.js';
import type { TextSetter } from '../flow/setter.js';
import type { Item } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import { plainRun } from '../story/inline.js';
import type { FillerStock } from './fillers.js';
import type { SetModule, SetRow } from './set-page.js';
import type { TemplateTools } from './templates.js';
import type { SystemText } from './words.js';

/**
 * Items of a row whose top is at `y`; `above` is the lower edge of the row over it; `lang` is the language of a filler that has
 * no story beside it. Points.
 */
export function drawRow(
  row: SetRow,
  y: number,
  above: number | undefined,
  page: number,
  { setter, fillers: pool }: TemplateTools,
  words: SystemText,
  fillers: FillerStock,
  lang: string,
): Item[] {
  const { module, inks } = setter.layout;
  const ink = inks.get(module.ruleInk)!;
  const items: Item[] = [];
  const edges = row.cells.map(({ x, width }) => ({ left: x, right: x + width }));
  const ruleAt = (middle: number, left: number, right: number): void => {
    items.push({ kind: 'rule', x1: left, y1: middle, x2: right, y2: middle, width: module.rule, ink });
  };
  // A filler that begins its cell has a rule of its own.
  const under = edges.filter((_, index) => row.cells[index]!.modules.length > 0);
  if (above !== undefined && under.length > 0) {
    const left = Math.min(...under.map(edge => edge.left));
    ruleAt((above + y) / 2, left, Math.max(...under.map(edge => edge.right)));
  }
  for (const [index, cell] of row.cells.entries()) {
    const { left, right } = edges[index]!;
    if (cell.filler !== undefined) {
      const own = (cell.modules.at(-1) ?? row.cells[0]?.modules[0])?.stories[0]?.story.lang ?? lang;
      const { y: top, height } = cell.filler;
      items.push(...fillers.take(pool, cell.columns, height, own).draw(cell.x, y + top, height));
    }
    for (const [place, set] of cell.modules.entries()) {
      const over = cell.modules[place - 1];
      if (over !== undefined) ruleAt(y + (over.y + over.layout.height + set.y) / 2, left, right);
      items.push(...drawModule(set.content, set.layout, y + set.y));
      if (set.goesOn !== undefined) items.push(...jumpLine(set, y + set.y, page, set.goesOn, setter, words));
    }
    const next = edges[index + 1];
    if (next === undefined) continue;
    // The rule between neighbours stands in the middle of the gutter.
    const x = (Math.min(right, next.right) + Math.max(left, next.left)) / 2;
    items.push({ kind: 'rule', x1: x, y1: y, x2: x, y2: y + row.height, width: 0.5, ink });
  }
  return items;
}

/** “Continued on page …” under the last column of a module on a page whose top is at `y`. */
function jumpLine(
  set: SetModule,
  y: number,
  page: number,
  to: number,
  setter: TextSetter,
  words: SystemText,
): Item[] {
  const { jump } = set.layout;
  if (jump === undefined) return [];
  const { story } = set.stories[0]!;
  const text = plainRun(words.phrase('continued', to, story.lang), story.span);
  const { columnWidth } = set.content.columns;
  const line = setter.set(text, 'jump', story.lang, columnWidth);
  const top = y + jump.y + set.content.jumpHeight - line.height;
  const link: Item = {
    kind: 'link',
    x: jump.x,
    y: top,
    width: columnWidth,
    height: line.height,
    target: { page: to },
  };
  const items = [...inPart(setter.draw(line, jump.x, top), 'jump', 2 * page), link];
  return [{ kind: 'group', x: 0, y: 0, role: 'furniture', story: story.id, alt: undefined, items }];
}
