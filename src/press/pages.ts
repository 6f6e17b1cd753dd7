/** The pages of the press PDF: an edition in; the same pages alone or as readers' spreads, with the marks asked for, out. */

import type { Edition, Group, Item, Page, Rectangle } from '../frame/frame.js';
import { spreadsOf } from '../page/geometry.js';
import type { Labels } from '../proof/labels.js';
import { platesOf } from './inks.js';
import { type Mark, marksFor, roomForMarks } from './marks.js';

export interface PageSettings {
  /** Each page alone, or two that face each other side by side. */
  readonly pages: 'single' | 'spreads';
  /** None leaves the pages as they are. */
  readonly marks: ReadonlySet<Mark>;
  readonly labels: Labels;
}

/** An edition as the press gets it. */
export interface PressEdition {
  readonly edition: Edition;
  /** Room around the bleed that the marks take. Points. */
  readonly margin: number;
  /** What each page is called: `page 3`, `pages 2 and 3`. */
  readonly names: readonly string[];
}

/** A page with what its slug calls it, and where it is folded. */
interface PressPage {
  readonly page: Page;
  readonly name: string;
  readonly folds: readonly number[];
}

/** The frames of the pages stay the objects they were. */
export function pressEdition(edition: Edition, settings: PageSettings): PressEdition {
  const pages = settings.pages === 'single' ? singlePages(edition) : readersSpreads(edition);
  const names = pages.map(({ name }) => name);
  if (settings.marks.size === 0) {
    return { edition: { ...edition, pages: pages.map(({ page }) => page) }, margin: 0, names };
  }
  const room = roomForMarks(edition.bleed);
  const printed = pages.map(page => marked(page, room, edition, settings));
  return { edition: { ...edition, pages: printed }, margin: room - edition.bleed, names };
}

function singlePages({ pages }: Edition): PressPage[] {
  return pages.map(page => ({ page, name: `page ${page.number}`, folds: [] }));
}

/** Pages side by side as they lie open; the first and the last stay alone if nothing faces them. */
function readersSpreads(edition: Edition): PressPage[] {
  const { pages, binding } = edition;
  return spreadsOf(pages.length, binding).flatMap((spread, index): PressPage[] => {
    const [left, right] = spread.map(number => (number === undefined ? undefined : pages[number - 1]!));
    const number = index + 1;
    if (left === undefined || right === undefined) {
      const page = left ?? right;
      return page === undefined
        ? []
        : [{ page: { ...page, number }, name: `page ${page.number}`, folds: [] }];
    }
    const [first, second] = left.number < right.number ? [left, right] : [right, left];
    const page: Page = {
      number,
      label: `${first.label}–${second.label}`,
      width: left.width + right.width,
      height: Math.max(left.height, right.height),
      items: [half(left, 'left', 0, edition.bleed), half(right, 'right', left.width, edition.bleed)],
    };
    return [{ page, name: `pages ${first.number} and ${second.number}`, folds: [left.width] }];
  });
}

/**
 * One page of two, its trim's left edge at x, cut at the fold so that nothing reaches over to its neighbour; `shift` moves it towards
 * the fold.
 */
export function half(page: Page, side: 'left' | 'right', x: number, bleed: number, shift = 0): Group {
  const { width, height, items } = page;
  const shown = { y: -bleed, width: width + bleed - shift, height: height + 2 * bleed };
  return side === 'left'
    ? cut(items, { x: -bleed, ...shown }, x + shift)
    : cut(items, { x: shift, ...shown }, x - shift);
}

/** Items moved to the right by x and cut to a rectangle of their own coordinates. */
function cut(items: readonly Item[], clip: Rectangle, x = 0): Group {
  return { kind: 'group', x, y: 0, role: undefined, story: undefined, alt: undefined, clip, items };
}

/** The page cut to its bleed, and the marks outside it. */
function marked(
  { page, name, folds }: PressPage,
  room: number,
  edition: Edition,
  settings: PageSettings,
): Page {
  const { bleed, title, date } = edition;
  const { width, height } = page;
  const trim = { x: 0, y: 0, width, height };
  const area = { trim, bleed, room: { x: room, y: room }, folds };
  const clip = { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed };
  const printed = { slug: [title, date, name], plates: platesOf(edition.pages) };
  return { ...page, items: [cut(page.items, clip), ...marksFor(area, { ...settings, ...printed })] };
}
