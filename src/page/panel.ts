/** Panels: a layout's strip of fixed texts, rules and boxes in, items at a place on a page out. */

import type { TextSetter } from '../flow/setter.js';
import type { Ink, Item } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import type { PanelFile } from '../manifest/schema-layout.js';
import { plainRun } from '../story/inline.js';
import type { Area } from './geometry.js';

/** What panels are filled in from: the text of a placeholder such as `title.ar`, or undefined if there is none. */
export type Placeholders = (name: string) => string | undefined;

export interface PanelPlace {
  /** Left edge, top and width; points. */
  readonly area: Pick<Area, 'x' | 'y' | 'width'>;
  readonly page: number;
  /** The page's side away from the fold. */
  readonly outer: 'left' | 'right';
  /** Ink of the page's section, where it has one: what the ink `section` stands for, or else that of the rules. */
  readonly section?: Ink | undefined;
}

const PLACEHOLDER = /\{([a-z0-9.-]+)\}/gi;

/** Items of a panel. A text with a placeholder that stands for nothing is left out. */
export function drawPanel(
  panel: PanelFile,
  place: PanelPlace,
  fill: Placeholders,
  setter: TextSetter,
): Item[] {
  const { area, page, outer } = place;
  const { inks, module } = setter.layout;
  const ink = (name: string): Ink => inks.get(name) ?? place.section ?? inks.get(module.ruleInk)!;
  const items: Item[] = panel.boxes.map(({ box, at, x, y, width, height }) => ({
    kind: 'box',
    x: at === 'left' ? area.x + x : area.x + area.width - x - width,
    y: area.y + y,
    width,
    height,
    ink: ink(box),
  }));
  for (const { rule, ink: name, y, x, width } of panel.rules) {
    const length = width ?? area.width - x;
    const top = area.y + y;
    items.push({
      kind: 'rule',
      x1: area.x + x,
      y1: top,
      x2: area.x + x + length,
      y2: top,
      width: rule,
      ink: ink(name),
    });
  }
  for (const [block, entry] of panel.texts.entries()) {
    const template = entry.text ?? (page % 2 === 0 ? entry.even : entry.odd) ?? '';
    const text = fillIn(template, fill);
    if (text === '') continue;
    const side = entry.at === 'outside' ? outer : entry.at === 'inside' ? opposite(outer) : entry.at;
    const span = { file: '', line: 1, column: 1, length: 1 };
    const set = setter.set(plainRun(text, span), entry.style, entry.lang, 10_000, { align: 'start' });
    const line = setter.setLine(set, 0);
    const left = Math.min(...line.runs.map(run => run.x));
    const x =
      side === 'left'
        ? area.x + entry.x
        : side === 'right'
          ? area.x + area.width - entry.x - line.natural
          : area.x + (area.width - line.natural) / 2 + entry.x;
    const own = entry.ink === undefined ? {} : { ink: ink(entry.ink) };
    const runs = line.runs.map(run => ({ ...run, ...own, x: run.x - left + x, y: area.y + entry.y }));
    items.push(...inPart(runs, 'paragraph', block));
    const { size, leading } = set.style;
    for (const { target, x: from, width } of line.links) {
      if ('story' in target || width === 0) continue;
      const place = { x: from - left + x, y: area.y + entry.y - size, width, height: leading };
      items.push({ kind: 'link', ...place, target });
    }
  }
  return items;
}

function fillIn(template: string, fill: Placeholders): string {
  let empty = false;
  const text = template.replace(PLACEHOLDER, (_, name: string) => {
    const value = fill(name);
    if (value === undefined) empty = true;
    return value ?? '';
  });
  return empty ? '' : text;
}

function opposite(side: 'left' | 'right'): 'left' | 'right' {
  return side === 'left' ? 'right' : 'left';
}
