/** Imposition for a saddle-stitched booklet: an edition and a sheet of paper in; both sides of every sheet, as frames, out. Points. */

import type { Edition, Group, Ink, Item, Page } from '../frame/frame.js';
import { scaleItems } from '../frame/scale.js';
import type { Spread } from '../page/geometry.js';
import type { Labels } from '../proof/labels.js';
import { platesOf } from './inks.js';
import { type Mark, marksFor } from './marks.js';
import { half } from './pages.js';
import { fitsOn, type SheetSize, sheetFor } from './paper.js';
import { bookletPages, MOST_PAGES, type Sheet, sheetsOf } from './sheets.js';

export interface ImposeSettings {
  readonly sheet: SheetSize;
  /** Pages that are too large are made smaller until two of them fill the sheet. They are never made larger. */
  readonly fit: boolean;
  /** Of one sheet of paper; 0 leaves creep out. */
  readonly thickness: number;
  /** Where the sheet leaves room for them. Fold marks need not be asked for. */
  readonly marks: ReadonlySet<Mark>;
  readonly labels: Labels;
}

export interface Imposed {
  /** The front of the outermost sheet, its back, the front of the next one, and so on. */
  readonly edition: Edition;
  readonly sheets: readonly Sheet[];
  /** The sheet as it lies, the fold upright in its middle. */
  readonly width: number;
  readonly height: number;
  /** Size of the pages over their own. */
  readonly scale: number;
  /** Pages without anything on them at the end of the booklet. */
  readonly blanks: number;
  /** How far the innermost pages are moved towards the fold. */
  readonly creep: number;
  /** Whether there is room for fold marks. */
  readonly showsFold: boolean;
}

/** Why pages cannot be imposed, and what to do. */
export interface Refusal {
  readonly code: 'sheet-too-small' | 'too-many-pages';
  readonly message: string;
  readonly hint: string;
}

/**
 * Two pages on each side of each sheet. The paper of every sheet that lies around an inner one pushes it outwards by its thickness, so
 * its pages move towards the fold by as much, and the outer margins are alike once all are trimmed together.
 */
export function impose(edition: Edition, settings: ImposeSettings): Imposed | Refusal {
  const { pages, binding } = edition;
  const first = pages[0]!;
  if (pages.length > MOST_PAGES) return tooMany(pages.length);
  const spread = { width: 2 * first.width, height: first.height };
  const place = placeOn(settings.sheet, spread.width, spread.height, settings.fit);
  if (place === undefined) return tooSmall(first, settings.sheet);
  const sheets = sheetsOf(pages.length, binding);
  const layer = { ...place, ...settings, edition, plates: platesOf(pages), total: sheets.length };
  const sides = sheets.flatMap(({ front, back }, nesting) => [
    sideOf(front, 'front', nesting, layer),
    sideOf(back, 'back', nesting, layer),
  ]);
  return {
    edition: {
      ...edition,
      bleed: 0,
      pages: sides.map((side, index) => ({ ...side, number: index + 1 })),
    },
    sheets,
    ...place,
    blanks: bookletPages(pages.length) - pages.length,
    creep: settings.thickness * (sheets.length - 1),
    showsFold: sides[0]!.items.some(item => item.kind === 'drawing'),
  };
}

/** How a sheet lies and in which size the pages stand on it. */
interface Placing {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The sheet turned so that a spread fits, or fits in the largest size; undefined if it would have to be made smaller unasked. */
function placeOn(sheet: SheetSize, width: number, height: number, fit: boolean): Placing | undefined {
  if (!fit && !fitsOn(width, height, sheet.width, sheet.height)) return undefined;
  const [short, long] = [sheet.width, sheet.height].sort((a, b) => a - b) as [number, number];
  const lying = width >= height ? { width: long, height: short } : { width: short, height: long };
  const ways = [lying, { width: lying.height, height: lying.width }].map(way => {
    const largest = Math.min(way.width / width, way.height / height);
    // What is missing to the last half point is no reason to scale.
    return { ...way, scale: fitsInside(width, height, way) ? 1 : largest };
  });
  return ways[0]!.scale >= ways[1]!.scale ? ways[0]! : ways[1]!;
}

function fitsInside(width: number, height: number, way: { width: number; height: number }): boolean {
  return width <= way.width + 0.5 && height <= way.height + 0.5;
}

interface Layer extends Placing, Omit<ImposeSettings, 'sheet'> {
  readonly edition: Edition;
  readonly plates: readonly Ink[];
  readonly total: number;
}

/** One side of a sheet that lies in `nesting` others. */
function sideOf(pair: Spread, name: 'front' | 'back', nesting: number, layer: Layer): Page {
  const { edition, width, height, scale, thickness, total } = layer;
  const shift = nesting * thickness;
  const bleed = edition.bleed * scale;
  const [pageWidth, pageHeight] = [edition.pages[0]!.width * scale, edition.pages[0]!.height * scale];
  const [left, top] = [width / 2 - pageWidth, (height - pageHeight) / 2];
  const halves = pair.flatMap((number, index): Item[] => {
    if (number === undefined) return [];
    const page = scaled(edition.pages[number - 1]!, scale);
    return [half(page, index === 0 ? 'left' : 'right', index === 0 ? 0 : pageWidth, bleed, shift)];
  });
  const area = {
    trim: { x: left + shift, y: top, width: 2 * (pageWidth - shift), height: pageHeight },
    bleed,
    room: { x: left + shift, y: top },
    folds: [width / 2],
  };
  const slug = [edition.title, edition.date, `sheet ${nesting + 1} of ${total}, ${name}`, pagesOn(pair)];
  return {
    number: 0,
    label: `${nesting + 1} ${name}`,
    width,
    height,
    items: [moved(halves, left, top), ...marksFor(area, { ...layer, slug })],
  };
}

function scaled(page: Page, scale: number): Page {
  if (scale === 1) return page;
  const { width, height, items } = page;
  return { ...page, width: width * scale, height: height * scale, items: scaleItems(items, scale) };
}

function moved(items: readonly Item[], x: number, y: number): Group {
  return { kind: 'group', x, y, role: undefined, story: undefined, alt: undefined, items };
}

function pagesOn(pair: Spread): string {
  const [left, right] = pair.map(number => (number === undefined ? 'blank' : String(number)));
  return `pages ${left} and ${right}`;
}

function tooMany(count: number): Refusal {
  return {
    code: 'too-many-pages',
    message: `${count} pages are too many for one saddle-stitched booklet, which holds ${MOST_PAGES}`,
    hint: 'Have the printer bind the pages of the press PDF in several sections.',
  };
}

function tooSmall({ width, height }: Page, sheet: SheetSize): Refusal {
  const share = placeOn(sheet, 2 * width, height, true)!.scale;
  const enough = sheetFor(2 * width, height);
  const size = enough === undefined ? 'a sheet of that size' : `--sheet ${enough}`;
  return {
    code: 'sheet-too-small',
    message: `two pages side by side measure ${millimetres(2 * width, height)}, and ${sheet.name} is ${millimetres(sheet.width, sheet.height)}`,
    hint: `Take ${size}, or --scale fit, which prints the pages at ${Math.floor(share * 100)} % of their size.`,
  };
}

/** `560 × 400 mm`. */
export function millimetres(...points: readonly number[]): string {
  return `${points.map(value => Math.round((value * 254) / 72) / 10).join(' × ')} mm`;
}
