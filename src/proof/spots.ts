/** Places on the pages that want a look: an edition and what is known of its making in, areas with a short label out. */

import type { Edition, GlyphRun, Item, Page, PictureItem } from '../frame/frame.js';
import { linesOf, type PlacedLine, spaceRatio } from '../frame/text-report.js';
import type { Area } from '../page/geometry.js';
import type { MadeEdition } from '../page/pages.js';
import type { Blank } from '../page/plan/blank.js';
import type { PageReport, PlannedModule } from '../page/plan/flatplan.js';
import type { OversetReport } from '../page/plan/overset.js';
import type { Gallery } from '../picture/gallery.js';
import { effectivePpi } from '../picture/resolution.js';

/** Points from the trim's top left corner. */
export interface Spot {
  readonly page: number;
  readonly kind: 'overset' | 'blank' | 'line' | 'coarse picture';
  /** True for what must be mended, false for what is worth a look. */
  readonly severe: boolean;
  readonly area: Area;
  readonly label: string;
}

/** Pixels an inch below which a picture is severe, and worth a look; one left out is not marked. */
export interface Resolution {
  readonly error?: number | undefined;
  readonly warning?: number | undefined;
}

/** Word spaces over their natural width. */
const LOOSE = 2;
const VERY_LOOSE = 3;
/** Points by which a justified line is short of its measure. */
const SHORT = 4;
/** Columns of a module may end within a line of each other. */
const BLANK_LINES = 2;

/** All spots, page by page. */
export function problemSpots(made: MadeEdition, gallery: Gallery, resolution: Resolution): Spot[] {
  const { edition, pages, overset } = made;
  return [
    ...pages.flatMap(blankSpots),
    ...edition.pages.flatMap(page => lineSpots(page, edition)),
    ...edition.pages.flatMap(page => coarseSpots(page, gallery, resolution)),
    ...overset.map(item => oversetSpot(item, made)),
  ].sort((a, b) => a.page - b.page);
}

/** Blank feet of columns; of neighbours that are blank alike one. */
function blankSpots({ page, modules, blanks }: PageReport): Spot[] {
  const all = [...modules.flatMap(module => joined(module.blanks)), ...joined(blanks)];
  return all
    .filter(({ lines }) => lines >= BLANK_LINES)
    .map(({ lines, ...area }) => ({
      page,
      kind: 'blank',
      severe: false,
      area,
      label: modules.length === 0 ? 'empty' : `blank: ${lines} lines`,
    }));
}

function joined(blanks: readonly Blank[]): Blank[] {
  const found: Blank[] = [];
  for (const blank of [...blanks].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const before = found.at(-1);
    if (before === undefined || !isBeside(before, blank)) found.push(blank);
    else found[found.length - 1] = { ...before, width: blank.x + blank.width - before.x };
  }
  return found;
}

/** Whether two blanks are as high as each other with only a gutter between them. */
function isBeside(before: Blank, { x, y, width, height }: Blank): boolean {
  const alike = Math.abs(before.y - y) < 1 && Math.abs(before.height - height) < 1;
  return alike && x - (before.x + before.width) < width;
}

/** Lines with wide word spaces, and those that end inside a word that should not be divided. */
function lineSpots(page: Page, edition: Edition): Spot[] {
  return [...linesOf({ ...edition, pages: [page] })].flatMap((placed): Spot[] => {
    const fault = faultOf(placed);
    if (fault === undefined) return [];
    return [{ page: page.number, kind: 'line', ...fault, area: lineArea(placed.runs) }];
  });
}

function faultOf({ line, runs }: PlacedLine): Pick<Spot, 'label' | 'severe'> | undefined {
  if (line.torn) return { label: 'torn', severe: true };
  const { justified, short = 0 } = line;
  if (short > SHORT) return { label: `${Math.round(short)} pt short`, severe: true };
  const ratio = justified ? (spaceRatio(runs) ?? 1) : 1;
  return ratio > LOOSE ? { label: `${ratio.toFixed(1)}×`, severe: ratio > VERY_LOOSE } : undefined;
}

function lineArea(runs: readonly GlyphRun[]): Area {
  const left = Math.min(...runs.map(run => run.x));
  const right = Math.max(...runs.map(run => run.x + run.advances.reduce((sum, advance) => sum + advance, 0)));
  const size = Math.max(...runs.map(run => run.size));
  return { x: left, y: runs[0]!.y - 0.8 * size, width: right - left, height: 1.1 * size };
}

function coarseSpots(page: Page, gallery: Gallery, { error = 0, warning = 0 }: Resolution): Spot[] {
  return picturesOf(page.items).flatMap((item): Spot[] => {
    const ppi = effectivePpi(item, gallery.pictures.get(item.file));
    if (ppi === undefined || ppi >= Math.max(error, warning)) return [];
    const label = `${Math.round(ppi)} pixels an inch`;
    return [{ page: page.number, kind: 'coarse picture', severe: ppi < error, area: item, label }];
  });
}

/** Pictures at their places on the page. */
function picturesOf(items: readonly Item[], x = 0, y = 0): PictureItem[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return picturesOf(item.items, x + item.x, y + item.y);
    return item.kind === 'picture' ? [{ ...item, x: x + item.x, y: y + item.y }] : [];
  });
}

/** The foot of the column in which a story breaks off, or of the last page on which it might have stood. */
function oversetSpot({ story, lines }: OversetReport, { edition, pages, stories }: MadeEdition): Spot {
  const label = `overset: ${lines} lines of ${story}`;
  const about = { kind: 'overset', severe: true, label } as const;
  for (const { page, modules } of [...pages].reverse()) {
    const module = modules.find(item => item.story === story);
    if (module !== undefined) return { ...about, page, area: lastLines(module) };
  }
  const last = stories.find(item => item.story === story)?.wished.pages?.last ?? edition.pages.length;
  const { number, width, height } = edition.pages[Math.min(last, edition.pages.length) - 1]!;
  return { ...about, page: number, area: { x: 0, y: height - FOOT, width, height: FOOT } };
}

/** Height of the mark for a story that stands nowhere. */
const FOOT = 24;

function lastLines({ area, columns, direction, leading }: PlannedModule): Area {
  const width = area.width / columns;
  const x = direction === 'rtl' ? area.x : area.x + area.width - width;
  return { x, y: area.y + area.height - 3 * leading, width, height: 3 * leading };
}
