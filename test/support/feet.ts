/** Where columns end: frames in, how far apart the columns of each module end out. Points. */

import type { SetIssue } from '../../src/build.js';
import { extentOf } from '../../src/frame/extent.js';
import type { Page } from '../../src/frame/frame.js';
import { bodyArea } from '../../src/page/geometry.js';
import { itemsOf } from './newspaper.js';
import { insidePages, type Placed, placedItems } from './placed.js';

/** Columns of one story, or of several that flow as one, which end on the same rule or at the page's foot. */
export interface Foot {
  readonly page: number;
  readonly stories: readonly string[];
  /** From the highest column's end to the lowest one's. */
  readonly apart: number;
}

/** Feet of all modules on inside pages. */
export function feetOf(set: SetIssue): Foot[] {
  const items = placedItems(set);
  return insidePages(set).flatMap(page => {
    const area = bodyArea(set.manifest.layout, page.number, set.made.edition.binding);
    const rules = [...itemsOf(page)].flatMap(({ item, groups }) =>
      item.kind === 'rule' &&
      groups.length === 0 &&
      item.y1 === item.y2 &&
      item.y1 > area.y &&
      item.y1 < area.y + area.height
        ? [{ left: item.x1, right: item.x2, y: item.y1 }]
        : [],
    );
    const foot = { left: area.x, right: area.x + area.width, y: area.y + area.height };
    const own = [...withCaptions(items.filter(item => item.page === page.number)), ...quoteRules(page, set)];
    return [...rules, foot].flatMap(rule => feetOver(rule, rules, own, set));
  });
}

/** Captions as wide as the pictures over them: under a short one, too, the columns end where it does. */
function withCaptions(items: readonly Placed[]): Placed[] {
  let figure: Placed | undefined;
  return items.map(item => {
    if (item.role === 'figure') {
      const same = figure?.group === item.group ? figure! : item;
      const [first, last] = [Math.min(same.first, item.first), Math.max(same.last, item.last)];
      figure = { ...item, first, last };
    }
    if (item.role !== 'caption' || figure === undefined) return item;
    return { ...item, first: figure.first, last: figure.last };
  });
}

/** The rules over and under quotes, with which columns may end. */
function quoteRules(page: Page, set: SetIssue): Placed[] {
  const { layout } = set.manifest;
  const { x } = bodyArea(layout, page.number, set.made.edition.binding);
  return [...itemsOf(page)].flatMap(({ item, groups }) => {
    const group = groups.at(-1);
    if (item.kind !== 'rule' || group?.role !== 'quote') return [];
    const { left, right, top, bottom } = extentOf(item)!;
    const column = Math.round((left - x) / (layout.columnWidth + layout.columns.gutter));
    const { role, story } = group;
    const place = { page: page.number, first: column, last: column };
    return [{ ...place, left, right, top, bottom, foot: bottom, role, story, group }];
  });
}

/** Points over a line by which feet count as a line apart: descenders differ. */
const TOLERANCE = 1;

/** Modules whose columns end more than `lines` lines of their text apart. */
export function unevenFeet(set: SetIssue, lines = 1): Foot[] {
  const { layout } = set.manifest;
  return feetOf(set).filter(({ apart, stories }) => {
    const story = set.stories.find(({ id }) => id === stories[0]);
    return apart > lines * layout.styles.get('body', story?.lang ?? 'en').leading + TOLERANCE;
  });
}

interface Edge {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function feetOver(rule: Edge, rules: readonly Edge[], items: readonly Placed[], set: SetIssue): Foot[] {
  const { columns } = set.manifest.layout;
  const ends: Placed[] = [];
  for (let column = 0; column < columns.count; column++) {
    const over = items.filter(
      item => item.first <= column && item.last >= column && item.bottom < rule.y + 2,
    );
    const last = over.reduce<Placed | undefined>(
      (low, item) => (low === undefined || item.bottom > low.bottom ? item : low),
      undefined,
    );
    if (last === undefined) continue;
    const middle = (last.left + last.right) / 2;
    const within = middle > rule.left && middle < rule.right;
    const nearer = rules.some(
      other => other.y < rule.y && other.y > last.bottom - 2 && other.left < middle && other.right > middle,
    );
    if (within && !nearer) ends.push(last);
  }
  return modulesOf(ends).map(module => ({
    page: module[0]!.page,
    stories: [...new Set(module.map(end => end.story!))],
    apart: Math.max(...module.map(end => end.bottom)) - Math.min(...module.map(end => end.bottom)),
  }));
}

/** Ends of neighbouring columns that belong to the same story. */
function modulesOf(ends: readonly Placed[]): Placed[][] {
  const modules: Placed[][] = [];
  for (const end of ends) {
    const last = modules.at(-1);
    if (last !== undefined && last[0]!.story === end.story) last.push(end);
    else modules.push([end]);
  }
  return modules.filter(module => module.length > 1);
}
