/** A map of the ink on a page: its coverage in, frames out that show where it lies and where it is too much. A point is a pixel. */

import type { Ink, Item, Page, PictureItem } from '../frame/frame.js';
import { fromPixels } from '../picture/pixels.js';
import { PAPER, QUIET, SEVERE, SLIGHT, TEXT } from '../proof/inks.js';
import { type Labels, outline } from '../proof/labels.js';
import type { Coverage, CoverageGrid } from './coverage.js';
import { mixed } from './inks.js';

export interface MapSettings {
  readonly labels: Labels;
  /** Most ink that the press takes, 2.4 for 240 %. */
  readonly limit: number;
  /** What the page is called: `page 3`. */
  readonly name: string;
}

/** The frames of a map, and the only picture in them. */
export interface CoverageMap {
  readonly page: Page;
  readonly png: Uint8Array;
}

const MARGIN = 24;
const HEAD = 50;
const FOOT = 40;
const SIZE = 12;

/** Colours from no ink to as much as the limit, in even steps. */
const RAMP: readonly (readonly [number, number, number])[] = [
  [255, 255, 255],
  [222, 235, 247],
  [158, 202, 225],
  [66, 146, 198],
  [8, 81, 156],
  [8, 48, 107],
];
const TOO_MUCH = [214, 30, 30] as const;

export async function coverageMap(coverage: Coverage, settings: MapSettings): Promise<CoverageMap> {
  const { grid, densest, window } = coverage;
  const { columns, rows, cell } = grid;
  const png = await (await fromPixels(heat(grid, settings.limit))).png({ compressionLevel: 6 }).toBuffer();
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const place = { x: MARGIN, y: HEAD, width: columns, height: rows };
  const item: PictureItem = { kind: 'picture', ...place, file: 'coverage', crop };
  const side = window / cell;
  const spot = { x: MARGIN + densest.x / cell, y: HEAD + densest.y / cell, width: side, height: side };
  const isOver = densest.share > settings.limit;
  const style = { size: SIZE, ink: isOver ? SEVERE : SLIGHT, bold: true };
  const width = columns + 2 * MARGIN;
  const height = HEAD + rows + FOOT;
  const items: Item[] = [
    { kind: 'box', x: 0, y: 0, width, height, ink: PAPER },
    ...headItems(coverage, width, settings),
    item,
    ...outline(place, 0.5, QUIET),
    ...outline(spot, 1.5, style.ink),
    ...settings.labels.tag(percent(densest.share), spot.x, spot.y, style, place),
    ...legendItems(HEAD + rows, settings),
  ];
  return { page: { number: 1, label: '1', width, height, items }, png };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function headItems(coverage: Coverage, width: number, { labels, limit, name }: MapSettings): Item[] {
  const { mean, densest, peak, plates } = coverage;
  const facts = [
    `mean ${percent(mean)}`,
    `densest 15 mm ${percent(densest.share)}`,
    `most in one place ${percent(peak.share)}`,
    `limit ${percent(limit)}`,
  ];
  const inks = plates.map(plate => `${plate.name} ${(plate.mean * 100).toFixed(1)} %`);
  const title = `Ink on ${name}`;
  const style = { size: SIZE, ink: TEXT };
  return [
    ...labels.line(title, MARGIN, 24, { size: 17, ink: TEXT, bold: true }),
    ...labels.line(inks.join('   '), width - MARGIN, 24, { size: SIZE, ink: QUIET }, 'right'),
    ...labels.line(facts.join(' · '), MARGIN, 42, style),
  ];
}

/** A patch for each step, up to the limit and over it. */
function legendItems(top: number, { labels, limit }: MapSettings): Item[] {
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1].map(step => ({
    text: percent(step * limit),
    colour: colourOf(step),
  }));
  const entries = [...steps, { text: `over ${percent(limit)}, mean of 15 mm`, colour: TOO_MUCH }];
  let x = MARGIN;
  return entries.flatMap(({ text, colour }) => {
    const ink: Ink = { ...mixed(0, 0, 0, 0), rgb: colour };
    const swatch = { x, y: top + 14, width: 20, height: 11 };
    const label = labels.line(text, x + 26, top + 24, { size: SIZE, ink: TEXT });
    x += 46 + labels.width(text, { size: SIZE, ink: TEXT });
    return [{ kind: 'box', ...swatch, ink } as const, ...outline(swatch, 0.5, QUIET), ...label];
  });
}

/** The colour of a share of the limit, 0 to 1. */
function colourOf(share: number): readonly [number, number, number] {
  const at = share * (RAMP.length - 1);
  const [low, high] = [RAMP[Math.floor(at)]!, RAMP[Math.ceil(at)]!];
  const part = at - Math.floor(at);
  return low.map((value, index) => value + (high[index]! - value) * part) as [number, number, number];
}

/** How dark a full layer of ink shows through the colours, so that the page can be made out. */
const SHADE = 0.35;
/** Width of the stripes over places with too much ink, in cells. */
const STRIPE = 4;

function heat({ columns, rows, means, over, own }: CoverageGrid, limit: number) {
  const colours = Array.from({ length: 256 }, (_, step) => colourOf(step / 255));
  const data = Buffer.alloc(columns * rows * 3);
  for (let at = 0; at < means.length; at++) {
    const stripe = ((at % columns) + Math.floor(at / columns)) % (2 * STRIPE);
    const step = Math.round(255 * Math.min(1, means[at]! / limit));
    const colour = over[at] === 1 && stripe < STRIPE ? TOO_MUCH : colours[step]!;
    const light = 1 - SHADE * Math.min(1, own[at]!);
    for (let channel = 0; channel < 3; channel++)
      data[at * 3 + channel] = Math.round(colour[channel]! * light);
  }
  return { data, width: columns, height: rows, channels: 3 };
}
