/** The flatplan as a picture: all pages of an edition in small, lying as spreads. Frames and page reports in, one page out. */

import type { Edition, Ink, Item, Page } from '../frame/frame.js';
import { type Area, type Spread, spreadsOf } from '../page/geometry.js';
import type { PageReport, PlannedModule } from '../page/plan/flatplan.js';
import { DESK, LTR_MODULE, PAPER, QUIET, RTL_MODULE, SEVERE, SLIGHT, TEXT } from './inks.js';
import { type LabelStyle, type Labels, outline } from './labels.js';
import { miniature } from './miniature.js';
import type { Spot } from './spots.js';

export interface SheetSettings {
  readonly pages: readonly PageReport[];
  readonly spots: readonly Spot[];
  readonly labels: Labels;
  /** What stands over the sheet: issue, date, counts. */
  readonly title: string;
}

/** All lengths in points of the sheet, each a pixel of the picture. */
const PAGE_WIDTH = 250;
const MARGIN = 32;
const HEAD = 54;
const GAP = 30;
/** Under each page: its number, how full it is. */
const FOOT = 40;
const TAG_SIZE = 10;
/** Room for title and legend. */
const LEAST_WIDTH = 900;
/** Width over height of a screen. */
const SHAPE = 1.6;

/** A sheet of the shape of a screen, spreads in reading order: from the right for a publication bound on the right. */
export function planSheet(edition: Edition, settings: SheetSettings): Page {
  const first = edition.pages[0]!;
  const scale = PAGE_WIDTH / first.width;
  const rowHeight = first.height * scale + FOOT;
  const rows = inRows(spreadsOf(edition.pages.length, edition.binding), rowHeight);
  const inside = Math.max(LEAST_WIDTH, ...rows.map(rowWidth));
  const width = Math.ceil(inside + 2 * MARGIN);
  const height = Math.ceil(HEAD + rows.length * rowHeight + MARGIN);
  const items: Item[] = [{ kind: 'box', x: 0, y: 0, width, height, ink: DESK }];
  for (const [index, row] of rows.entries()) {
    let fromStart = MARGIN;
    for (const spread of row) {
      const wide = spreadWidth(spread);
      const x = edition.binding === 'right' ? width - fromStart - wide : fromStart;
      items.push(...spreadItems(spread, x, HEAD + index * rowHeight, scale, edition, settings));
      fromStart += wide + GAP;
    }
  }
  items.push(...headItems(width, settings));
  return { number: 1, label: '1', width, height, items };
}

/** Spreads in rows, as many in each as bring the sheet nearest to the shape of a screen with little of it unused. */
function inRows(spreads: readonly Spread[], rowHeight: number): Spread[][] {
  let best: { readonly rows: Spread[][]; readonly miss: number } | undefined;
  for (let pages = 2; pages <= 2 * spreads.length; pages++) {
    const rows: Spread[][] = [];
    let free = 0;
    for (const spread of spreads) {
      const size = pagesIn(spread);
      if (size > free) {
        rows.push([]);
        free = pages;
      }
      rows.at(-1)!.push(spread);
      free -= size;
    }
    const wide = Math.max(LEAST_WIDTH, ...rows.map(rowWidth));
    const unused = 1 - rows.reduce((sum, row) => sum + rowWidth(row), 0) / (rows.length * wide);
    const miss = Math.abs(Math.log(wide / (rows.length * rowHeight) / SHAPE)) + unused;
    if (best === undefined || miss < best.miss - 1e-9) best = { rows, miss };
  }
  return best!.rows;
}

function pagesIn(spread: Spread): number {
  return spread.filter(page => page !== undefined).length;
}

function spreadWidth(spread: Spread): number {
  return pagesIn(spread) * PAGE_WIDTH;
}

function rowWidth(row: readonly Spread[]): number {
  return row.reduce((sum, spread) => sum + spreadWidth(spread) + GAP, -GAP);
}

function spreadItems(
  spread: Spread,
  x: number,
  y: number,
  scale: number,
  edition: Edition,
  settings: SheetSettings,
): Item[] {
  const numbers = spread.filter(number => number !== undefined);
  return numbers.flatMap((number, side): Item[] => {
    const page = edition.pages[number - 1]!;
    const area = { x: x + side * PAGE_WIDTH, y, width: PAGE_WIDTH, height: page.height * scale };
    const report = settings.pages.find(item => item.page === number);
    const modules = report?.modules ?? [];
    return [
      { kind: 'box', ...area, ink: PAPER },
      ...miniature(page.items, area.x, area.y, scale),
      ...outline(area, 0.75, QUIET),
      ...modules.flatMap(module => outline(placed(module.area, area, scale), 1.25, inkOf(module))),
      ...spotItems(number, area, scale, settings),
      ...modules.flatMap(module => tagItems(module, area, scale, settings.labels)),
      ...footItems(number, report, area, settings.labels),
    ];
  });
}

function inkOf({ direction }: PlannedModule): Ink {
  return direction === 'rtl' ? RTL_MODULE : LTR_MODULE;
}

/** The module's story and where it goes on, at the foot of its first column. */
function tagItems(module: PlannedModule, page: Area, scale: number, labels: Labels): Item[] {
  const { story, direction, from, to } = module;
  const { x, y, width, height } = placed(module.area, page, scale);
  const jumps = [from === undefined ? '' : ` from ${from}`, to === undefined ? '' : ` to ${to}`].join('');
  const style = { size: TAG_SIZE, ink: inkOf(module), bold: true };
  const [start, align] = direction === 'rtl' ? ([x + width, 'right'] as const) : ([x, 'left'] as const);
  return labels.tag(`${story}${jumps}`, start, y + height, style, page, align);
}

/** Blank room, and text without room by its name; finer trouble is for the proof. */
function spotItems(page: number, area: Area, scale: number, { spots, labels }: SheetSettings): Item[] {
  return spots.flatMap(spot => {
    if (spot.page !== page || (spot.kind !== 'blank' && spot.kind !== 'overset')) return [];
    const place = placed(spot.area, area, scale);
    const ink = spot.severe ? SEVERE : SLIGHT;
    if (spot.kind === 'blank') return crossed(place, ink);
    const style = { size: TAG_SIZE, ink, bold: true };
    return [...crossed(place, ink), ...labels.tag(spot.label, place.x, place.y, style, area)];
  });
}

/** A frame with a diagonal: the printer's sign for room to let. */
function crossed(area: Area, ink: Ink): Item[] {
  const { x, y, width, height } = area;
  return [
    ...outline(area, 1, ink),
    { kind: 'rule', x1: x, y1: y + height, x2: x + width, y2: y, width: 1, ink },
  ];
}

function placed({ x, y, width, height }: Area, page: Area, scale: number): Area {
  return { x: page.x + x * scale, y: page.y + y * scale, width: width * scale, height: height * scale };
}

/** Number, section and fill, in the middle under the page. */
function footItems(number: number, report: PageReport | undefined, page: Area, labels: Labels): Item[] {
  const parts: (readonly [string, LabelStyle])[] = [[String(number), { size: 15, ink: TEXT, bold: true }]];
  if (report !== undefined) {
    const { fill, full, blankLines, section, modules } = report;
    if (section !== undefined) parts.push([section, { size: 12, ink: QUIET }]);
    const percent = Math.round(fill * 100);
    const lacking = modules.length === 0 ? 'empty' : `${percent} %, ${blankLines} lines blank`;
    if (full) parts.push([`${percent} %`, { size: 12, ink: QUIET }]);
    else parts.push([lacking, { size: 12, ink: SEVERE, bold: true }]);
  }
  const widths = parts.map(([text, style]) => labels.width(text, style));
  const between = 8;
  const total = widths.reduce((sum, width) => sum + width + between, -between);
  let x = page.x + (page.width - total) / 2;
  return parts.flatMap(([text, style], index) => {
    const items = labels.line(text, x, page.y + page.height + 17, style);
    x += widths[index]! + between;
    return items;
  });
}

/** Title and legend in one line. */
function headItems(width: number, { title, labels }: SheetSettings): Item[] {
  const y = MARGIN;
  const entries: readonly (readonly [string, Ink, boolean])[] = [
    ['story from left to right', LTR_MODULE, false],
    ['story from right to left', RTL_MODULE, false],
    ['blank', SLIGHT, true],
    ['text without room', SEVERE, true],
  ];
  const style = { size: 12, ink: TEXT };
  const items: Item[] = [...labels.line(title, MARGIN, y, { size: 17, ink: TEXT, bold: true })];
  let x = width - MARGIN;
  for (const [text, ink, cross] of [...entries].reverse()) {
    x -= labels.width(text, style);
    items.push(...labels.line(text, x, y, style));
    x -= 22;
    const swatch = { x, y: y - 10, width: 16, height: 11 };
    items.push(...(cross ? crossed(swatch, ink) : outline(swatch, 1.5, ink)));
    x -= 16;
  }
  return items;
}
