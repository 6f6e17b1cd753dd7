/** The job ticket: facts of a job and its pages in, one page of A4 out that tells a printer what the file is. Points. */

import type { Edition, Item, Page } from '../frame/frame.js';
import { type Spread, spreadsOf } from '../page/geometry.js';
import { PAPER, QUIET, TEXT } from '../proof/inks.js';
import { type LabelStyle, type Labels, outline } from '../proof/labels.js';
import { miniature } from '../proof/miniature.js';

/** What a row of the ticket is about, and the lines it says. */
export type Fact = readonly [name: string, ...lines: string[]];

export interface TicketText {
  readonly title: string;
  /** Under the title: issue and date. */
  readonly subtitle: string;
  readonly facts: readonly Fact[];
}

const MM = 72 / 25.4;
const WIDTH = 210 * MM;
const HEIGHT = 297 * MM;
const MARGIN = 15 * MM;
const INNER = WIDTH - 2 * MARGIN;
const SIZE = 9.5;
const LEADING = 13;
/** From the left margin to what the facts say. */
const TAB = 92;
/** Between spreads, and from a page to its number and the next row. */
const GAP = 10;
const FOOT = 22;
/** No page is drawn larger than this share of its size. */
const LARGEST = 0.16;

/** An edition of the ticket's one page. */
export function ticketOf(edition: Edition, text: TicketText, labels: Labels): Edition {
  const head: Item[] = [
    { kind: 'box', x: 0, y: 0, width: WIDTH, height: HEIGHT, ink: PAPER },
    ...fitted('Job ticket', MARGIN, MARGIN + 9, { size: 11, ink: QUIET, bold: true }, labels),
    ...fitted(text.title, MARGIN, MARGIN + 32, { size: 20, ink: TEXT, bold: true }, labels),
    ...fitted(text.subtitle, MARGIN, MARGIN + 50, { size: 12, ink: TEXT }, labels),
  ];
  const facts = factItems(text.facts, MARGIN + 64, labels);
  const top = facts.bottom + 16;
  const pages = thumbnails(edition, { top, height: HEIGHT - MARGIN - top }, labels);
  const page: Page = {
    number: 1,
    label: '1',
    width: WIDTH,
    height: HEIGHT,
    items: [...head, ...facts.items, ...pages],
  };
  const title = `${text.title}, ${text.subtitle}: job ticket`;
  return { title, lang: 'en', binding: 'left', date: edition.date, bleed: 0, pages: [page] };
}

/** A line as large as its style, or as the room to the right margin lets it be. */
function fitted(text: string, x: number, y: number, style: LabelStyle, labels: Labels): Item[] {
  const room = WIDTH - MARGIN - x;
  const size = style.size * Math.min(1, room / labels.width(text, style));
  return labels.line(text, x, y, { ...style, size });
}

function factItems(facts: readonly Fact[], top: number, labels: Labels): { items: Item[]; bottom: number } {
  const items: Item[] = [];
  let y = top;
  const rule = (): void => {
    items.push({ kind: 'rule', x1: MARGIN, y1: y, x2: WIDTH - MARGIN, y2: y, width: 0.5, ink: QUIET });
  };
  for (const [name, ...lines] of facts) {
    rule();
    items.push(...labels.line(name, MARGIN, y + LEADING, { size: SIZE, ink: QUIET }));
    for (const line of lines) {
      y += LEADING;
      items.push(...fitted(line, MARGIN + TAB, y, { size: SIZE, ink: TEXT, bold: true }, labels));
    }
    y += 5;
  }
  rule();
  return { items, bottom: y };
}

/** All pages as they lie open, in reading order, as large as the room lets them be. */
function thumbnails(edition: Edition, room: { top: number; height: number }, labels: Labels): Item[] {
  const { pages, binding } = edition;
  const spreads = spreadsOf(pages.length, binding);
  const first = pages[0]!;
  const most = inRows(spreads, first, room.height);
  const { perRow, scale } = most;
  const width = first.width * scale;
  return spreads.flatMap((spread, index) => {
    const row = Math.floor(index / perRow);
    const along = (index % perRow) * (2 * width + GAP);
    const x = binding === 'left' ? MARGIN + along : WIDTH - MARGIN - along - 2 * width;
    const y = room.top + row * (first.height * scale + FOOT);
    return spread.flatMap((number, side) =>
      number === undefined ? [] : thumbnail(pages[number - 1]!, x + side * width, y, scale, labels),
    );
  });
}

/** The number of spreads in a row that lets pages be largest, in as few rows as that takes. */
function inRows(
  spreads: readonly Spread[],
  { width, height }: Page,
  room: number,
): { perRow: number; scale: number } {
  let best = { perRow: 1, scale: 0 };
  for (let perRow = 1; perRow <= spreads.length; perRow++) {
    const rows = Math.ceil(spreads.length / perRow);
    const across = (INNER - (perRow - 1) * GAP) / (2 * perRow * width);
    const down = (room - rows * FOOT) / (rows * height);
    const scale = Math.min(across, down, LARGEST);
    if (scale >= best.scale) best = { perRow, scale };
  }
  return best;
}

/** A page in small on white with its number under it. */
function thumbnail(page: Page, x: number, y: number, scale: number, labels: Labels): Item[] {
  const area = { x, y, width: page.width * scale, height: page.height * scale };
  const style = { size: 8, ink: QUIET };
  const number = String(page.number);
  const middle = x + (area.width - labels.width(number, style)) / 2;
  const clip = { x: 0, y: 0, width: area.width, height: area.height };
  const group = { role: undefined, story: undefined, alt: undefined };
  return [
    { kind: 'box', ...area, ink: PAPER },
    { kind: 'group', x, y, ...group, clip, items: miniature(page.items, 0, 0, scale) },
    ...outline(area, 0.4, QUIET),
    ...labels.line(number, middle, y + area.height + 10, style),
  ];
}
