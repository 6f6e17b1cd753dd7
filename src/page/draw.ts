/** Draws a row of modules with the rules round it and the jump lines under what goes on elsewhere. */

import { drawModule } from '../flow/module.js';
import type { TextSetter } from '../flow/setter.js';
import type { Item } from '../frame/frame.js';
import { plainRun } from '../story/inline.js';
import type { SetModule, SetRow } from './rows.js';
import type { SystemText } from './words.js';

/** Items of a row whose top is at `y`; `above` is the lower edge of the row over it. Points. */
export function drawRow(
  row: SetRow,
  y: number,
  above: number | undefined,
  page: number,
  setter: TextSetter,
  words: SystemText,
): Item[] {
  const { module, inks } = setter.layout;
  const ink = inks.get(module.ruleInk)!;
  const items: Item[] = [];
  const edges = row.modules.map(({ content }) => {
    const { x, count, columnWidth, gutter } = content.columns;
    return { left: x, right: x + count * columnWidth + (count - 1) * gutter };
  });
  if (above !== undefined) {
    const middle = (above + y) / 2;
    const left = Math.min(...edges.map(edge => edge.left));
    const right = Math.max(...edges.map(edge => edge.right));
    items.push({ kind: 'rule', x1: left, y1: middle, x2: right, y2: middle, width: module.rule, ink });
  }
  for (const [index, set] of row.modules.entries()) {
    items.push(...drawModule(set.content, set.layout, y));
    if (set.rest !== undefined) items.push(...jumpLine(set, y, page + 1, setter, words));
    const next = edges[index + 1];
    if (next === undefined) continue;
    // The rule between neighbours stands in the middle of the gutter.
    const x = (Math.min(edges[index]!.right, next.right) + Math.max(edges[index]!.left, next.left)) / 2;
    items.push({ kind: 'rule', x1: x, y1: y, x2: x, y2: y + row.height, width: 0.5, ink });
  }
  return items;
}

/** “Continued on page …” under the last column of a module whose top is at `y`. */
function jumpLine(set: SetModule, y: number, page: number, setter: TextSetter, words: SystemText): Item[] {
  const { jump } = set.layout;
  if (jump === undefined) return [];
  const { story } = set.prepared;
  const text = plainRun(words.phrase('continued', page, story.lang), story.span);
  const { columnWidth } = set.content.columns;
  const line = setter.set(text, 'jump', story.lang, columnWidth);
  const top = y + jump.y + set.content.jumpHeight - line.height;
  const link: Item = {
    kind: 'link',
    x: jump.x,
    y: top,
    width: columnWidth,
    height: line.height,
    target: { page },
  };
  return [...setter.draw(line, jump.x, top), link];
}
