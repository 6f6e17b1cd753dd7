/**
 * A proof of an edition: the same pages on larger sheets, over a baseline grid and columns, under type area, modules,
 * trim, bleed and marked problem spots. Frames in, frames out; the pages' own items stay the objects they were.
 */

import type { Edition, Group, Ink, Item, Page } from '../frame/frame.js';
import type { Layout } from '../manifest/layout.js';
import { type Area, bodyArea, typeArea } from '../page/geometry.js';
import type { PageReport, PlannedModule } from '../page/plan/flatplan.js';
import {
  BASELINE,
  BLEED,
  GRID,
  GUTTER,
  LTR_MODULE,
  RTL_MODULE,
  SEVERE,
  SLIGHT,
  TEXT,
  TRIM,
  TYPE_AREA,
} from './inks.js';
import { type Labels, outline } from './labels.js';
import type { Spot } from './spots.js';

export interface ProofSettings {
  /** The layout as a page has it. */
  readonly layoutOf: (page: number) => Layout;
  readonly pages: readonly PageReport[];
  readonly spots: readonly Spot[];
  readonly labels: Labels;
  /** Distance of the first baseline of a language's body text from the top of its column. */
  readonly firstBaseline: (lang: string) => number;
}

/** Room round the trim for bleed and legend, beyond the bleed. Points. */
const MARGIN = 30;
const HAIRLINE = 0.25;
const TAG_SIZE = 7;
const LEGEND_SIZE = 8;

/** Every page with its overlays. */
export function overlayEdition(edition: Edition, settings: ProofSettings): Edition {
  const margin = edition.bleed + MARGIN;
  return {
    ...edition,
    bleed: 0,
    pages: edition.pages.map(page => overlayPage(page, edition, margin, settings)),
  };
}

function overlayPage(page: Page, edition: Edition, margin: number, settings: ProofSettings): Page {
  const layout = settings.layoutOf(page.number);
  const type = typeArea(layout, page.number, edition.binding);
  const body = bodyArea(layout, page.number, edition.binding);
  const report = settings.pages.find(item => item.page === page.number);
  const moved = (items: readonly Item[]): Group => ({
    kind: 'group',
    x: margin,
    y: margin,
    role: undefined,
    story: undefined,
    alt: undefined,
    items,
  });
  const trim = { x: 0, y: 0, width: page.width, height: page.height };
  const modules = report?.modules ?? [];
  const inside = report === undefined ? [] : gridItems(body, layout);
  return {
    ...page,
    width: page.width + 2 * margin,
    height: page.height + 2 * margin,
    items: [
      moved([...inside, ...modules.flatMap(module => baselineItems(module, settings))]),
      moved(page.items),
      moved([
        ...outline(type, HAIRLINE, TYPE_AREA),
        ...modules.flatMap(module => moduleItems(module, trim, settings.labels)),
        ...settings.spots
          .filter(spot => spot.page === page.number)
          .flatMap(spot => spotItems(spot, trim, settings.labels)),
        ...outline(trim, HAIRLINE, TRIM),
        ...(edition.bleed > 0 ? outline(grown(trim, edition.bleed), HAIRLINE, BLEED) : []),
        ...legendItems(page, edition.bleed, settings),
      ]),
    ],
  };
}

function grown({ x, y, width, height }: Area, by: number): Area {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Gutters as tints, and a pale line at each step of the grid. */
function gridItems({ x, y, width, height }: Area, layout: Layout): Item[] {
  const { columns, columnWidth, grid } = layout;
  const step = columnWidth + columns.gutter;
  const items: Item[] = [];
  for (let gutter = 1; gutter < columns.count; gutter++) {
    const left = x + gutter * step - columns.gutter;
    items.push({ kind: 'box', x: left, y, width: columns.gutter, height, ink: GUTTER });
  }
  for (let line = 0; line * grid <= height + 0.01; line++) {
    const at = y + line * grid;
    items.push({ kind: 'rule', x1: x, y1: at, x2: x + width, y2: at, width: 0.1, ink: GRID });
  }
  return items;
}

/** Where the module's body text stands if nothing in its columns is off its leading. */
function baselineItems(
  { area, columnTop, lines, leading, lang }: PlannedModule,
  { firstBaseline }: ProofSettings,
): Item[] {
  const first = columnTop + firstBaseline(lang);
  return Array.from({ length: lines }, (_, line): Item => {
    const y = first + line * leading;
    return { kind: 'rule', x1: area.x, y1: y, x2: area.x + area.width, y2: y, width: 0.2, ink: BASELINE };
  });
}

/** The module's border, and a tag in the space over it. */
function moduleItems(module: PlannedModule, bounds: Area, labels: Labels): Item[] {
  const { area, direction } = module;
  const ink = direction === 'rtl' ? RTL_MODULE : LTR_MODULE;
  const x = direction === 'rtl' ? area.x + area.width : area.x;
  const align = direction === 'rtl' ? 'right' : 'left';
  return [
    ...outline(area, 0.75, ink),
    ...labels.tag(describe(module), x, area.y, { size: TAG_SIZE, ink }, bounds, align),
  ];
}

function describe({ story, columns, lines, from, to }: PlannedModule): string {
  const parts = lines === 0 ? [story] : [story, `${columns} × ${lines} lines`];
  if (from !== undefined) parts.push(`from ${from}`);
  if (to !== undefined) parts.push(`to ${to}`);
  return parts.join(' · ');
}

/** A frame round the spot. Its label stands in its upper right corner, that of a line in the gutter beside it. */
function spotItems({ area, label, severe, kind }: Spot, bounds: Area, labels: Labels): Item[] {
  const ink = severe ? SEVERE : SLIGHT;
  const right = area.x + area.width;
  if (kind === 'line') {
    const style = { size: 5.5, ink, bold: severe };
    return [
      ...outline(area, 0.4, ink),
      ...labels.tag(label, right + 0.5, area.y + area.height, style, bounds),
    ];
  }
  const style = { size: TAG_SIZE, ink, bold: severe };
  const tag = labels.tag(label, right, area.y + style.size * 1.3, style, bounds, 'right');
  return [...outline(area, 1, ink), ...tag];
}

/** What the colours mean, in a line under the page no wider than the trim. */
function legendItems(page: Page, bleed: number, { layoutOf, labels }: ProofSettings): Item[] {
  const layout = layoutOf(page.number);
  const mm = (points: number): string => `${Math.round((points / 72) * 254) / 10} mm`;
  const { columns, grid } = layout;
  const entries: readonly (readonly [string, Ink])[] = [
    [`page ${page.number}, trim ${mm(page.width)} × ${mm(page.height)}`, TRIM],
    ...(bleed > 0 ? [[`bleed ${mm(bleed)}`, BLEED] as const] : []),
    ['type area', TYPE_AREA],
    [`${columns.count} columns of ${mm(layout.columnWidth)}, gutter ${mm(columns.gutter)}`, GUTTER],
    [`grid ${grid} pt`, GRID],
    ['baselines', BASELINE],
    ['module, left to right', LTR_MODULE],
    ['module, right to left', RTL_MODULE],
    ['to look at', SLIGHT],
    ['to mend', SEVERE],
  ];
  const title = { size: LEGEND_SIZE, ink: SEVERE, bold: true };
  const natural = entries.reduce(
    (sum, [text]) => sum + labels.width(text, { size: LEGEND_SIZE, ink: TEXT }) + 3 * LEGEND_SIZE,
    labels.width('PROOF', title) + 2 * LEGEND_SIZE,
  );
  const size = LEGEND_SIZE * Math.min(1, page.width / natural);
  const y = page.height + bleed + 2 * LEGEND_SIZE;
  const items: Item[] = [...labels.line('PROOF', 0, y, { ...title, size })];
  let x = labels.width('PROOF', { ...title, size }) + 2 * size;
  for (const [text, ink] of entries) {
    items.push({ kind: 'box', x, y: y - 0.7 * size, width: size, height: 0.7 * size, ink });
    items.push(...labels.line(text, x + 1.3 * size, y, { size, ink: TEXT }));
    x += labels.width(text, { size, ink: TEXT }) + 3 * size;
  }
  return items;
}
