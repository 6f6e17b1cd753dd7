/** Printer's marks: the trim of a page on its sheet and the marks wanted in, items in the room outside the bleed out. Points. */

import type { Ink, Item, Rectangle } from '../frame/frame.js';
import type { Labels } from '../proof/labels.js';
import { mixed, PROCESS, REGISTRATION, tinted } from './inks.js';

/** Crop marks at the corners, register crosses, a colour bar, and a line saying what the sheet is. */
export type Mark = 'crop' | 'registration' | 'colours' | 'slug';

/** Where marks may stand. */
export interface MarkedArea {
  readonly trim: Rectangle;
  /** Bleed around the trim: marks keep out of it. */
  readonly bleed: number;
  /** From the trim to the edge of the sheet, beside it and over and under it. */
  readonly room: { readonly x: number; readonly y: number };
  /** Where the sheet is folded: distances from the sheet's left edge. */
  readonly folds: readonly number[];
}

export interface MarkSettings {
  readonly marks: ReadonlySet<Mark>;
  /** What the slug says before the names of the plates, each part on its own so that no direction of text meets another. */
  readonly slug: readonly string[];
  /** The inks of the job, one for each plate. */
  readonly plates: readonly Ink[];
  readonly labels: Labels;
}

const MM = 72 / 25.4;
/** Marks begin this far from the trim, or where the bleed ends. */
const LEAST_OFFSET = 3 * MM;
/** The band in which all marks stand. */
const BAND = 5 * MM;
/** What is left of a crop mark at the least where room is short. */
const SHORTEST = 1.5 * MM;
/** Between the marks and the edge of a sheet that is made for them. */
const EDGE = 2 * MM;
const HAIRLINE = 0.25;
const SLUG_SIZE = 6.5;

/** The room that all marks take around a trim with that bleed. */
export function roomForMarks(bleed: number): number {
  return offsetOf(bleed) + BAND + EDGE;
}

function offsetOf(bleed: number): number {
  return Math.max(bleed, LEAST_OFFSET);
}

/** All marks wanted for which there is room; fold marks wherever there is a fold. */
export function marksFor(area: MarkedArea, settings: MarkSettings): Item[] {
  const { marks } = settings;
  const isHigh = bandIn(area, area.room.y) >= BAND;
  return [
    ...(marks.has('crop') ? cropMarks(area) : []),
    ...foldMarks(area),
    ...(marks.has('registration') ? registrationMarks(area) : []),
    ...(marks.has('colours') && isHigh ? colourBar(area, settings) : []),
    ...(marks.has('slug') && bandIn(area, area.room.y) >= SLUG_SIZE ? slugLine(area, settings) : []),
  ];
}

/** How much of the band there is room for. */
function bandIn({ bleed }: MarkedArea, room: number): number {
  // A hundredth of a point is lost when lengths are added up in another order.
  return Math.min(BAND, room - offsetOf(bleed) + 0.01);
}

function rule(x1: number, y1: number, x2: number, y2: number, width = HAIRLINE): Item {
  return { kind: 'rule', x1, y1, x2, y2, width, ink: REGISTRATION };
}

/** Two at each corner, in line with the edges of the trim. */
function cropMarks(area: MarkedArea): Item[] {
  const { trim, bleed, room } = area;
  const from = offsetOf(bleed);
  const [left, right, top, bottom] = [trim.x, trim.x + trim.width, trim.y, trim.y + trim.height];
  const [across, down] = [bandIn(area, room.x), bandIn(area, room.y)];
  const beside = [top, bottom].flatMap(y => [
    rule(left - from - across, y, left - from, y),
    rule(right + from, y, right + from + across, y),
  ]);
  const over = [left, right].flatMap(x => [
    rule(x, top - from - down, x, top - from),
    rule(x, bottom + from, x, bottom + from + down),
  ]);
  return [...(across >= SHORTEST ? beside : []), ...(down >= SHORTEST ? over : [])];
}

/** A dashed line over and under the page where the sheet is folded. */
function foldMarks(area: MarkedArea): Item[] {
  const { trim, bleed, room, folds } = area;
  const band = bandIn(area, room.y);
  if (band < SHORTEST) return [];
  const stroke = {
    ink: REGISTRATION,
    width: HAIRLINE,
    cap: 'butt',
    join: 'miter',
    dash: [2, 1.5],
  } as const;
  const ends = [trim.y - offsetOf(bleed), trim.y + trim.height + offsetOf(bleed)];
  return folds.flatMap(x =>
    ends.map((y, index): Item => {
      const to = index === 0 ? -band : band;
      const path = [['M', 0, 0] as const, ['L', 0, to] as const];
      const line = { path, fill: undefined, fillRule: 'nonzero', stroke } as const;
      return { kind: 'drawing', x, y, scale: 1, shapes: [line] };
    }),
  );
}

/** Where the crosses over and under a page stand: in its middle, or in the middle of each half where a fold is there. */
function crossPlaces({ trim, folds }: MarkedArea): number[] {
  const shares = folds.length === 0 ? [0.5] : [0.25, 0.75];
  return shares.map(share => trim.x + share * trim.width);
}

/** Crosses in the middle of each side for which there is room. */
function registrationMarks(area: MarkedArea): Item[] {
  const { trim, bleed, room } = area;
  const middle = offsetOf(bleed) + BAND / 2;
  const y = trim.y + trim.height / 2;
  const beside = [trim.x - middle, trim.x + trim.width + middle].flatMap(x => cross(x, y));
  const over = crossPlaces(area).flatMap(x => [
    ...cross(x, trim.y - middle),
    ...cross(x, trim.y + trim.height + middle),
  ]);
  return [...(bandIn(area, room.x) >= BAND ? beside : []), ...(bandIn(area, room.y) >= BAND ? over : [])];
}

/** Bézier arcs meet a circle to a few ten-thousandths with handles of this share of the radius. */
const ARC = 0.5523;

/** A circle with a cross through it. */
function cross(x: number, y: number): Item[] {
  const r = 0.3 * BAND;
  const h = r * ARC;
  const stroke = { ink: REGISTRATION, width: HAIRLINE, cap: 'butt', join: 'miter', dash: [] } as const;
  const path = [
    ['M', r, 0],
    ['C', r, h, h, r, 0, r],
    ['C', -h, r, -r, h, -r, 0],
    ['C', -r, -h, -h, -r, 0, -r],
    ['C', h, -r, r, -h, r, 0],
    ['Z'],
  ] as const;
  const circle = { path, fill: undefined, fillRule: 'nonzero', stroke } as const;
  const arm = BAND / 2;
  return [
    rule(x - arm, y, x + arm, y),
    rule(x, y - arm, x, y + arm),
    { kind: 'drawing', x, y, scale: 1, shapes: [circle] },
  ];
}

/** Solids, halftones, two inks over each other, and gray of black beside gray of three inks (ISO 12647-3: 30, 24, 24 percent). */
const PATCHES: readonly Ink[] = [
  ...[...PROCESS].reverse(),
  mixed(0, 0, 0, 50),
  mixed(0, 0, 50, 0),
  mixed(0, 50, 0, 0),
  mixed(50, 0, 0, 0),
  mixed(0, 100, 100, 0),
  mixed(100, 0, 100, 0),
  mixed(100, 100, 0, 0),
  mixed(0, 0, 0, 30),
  mixed(30, 24, 24, 0),
];

/** The part of the head or foot between the left crop mark and the first cross. */
function freeStretch(area: MarkedArea): { x: number; width: number } {
  const x = area.trim.x + EDGE;
  return { x, width: crossPlaces(area)[0]! - BAND / 2 - EDGE - x };
}

/** Patches over the page, as large as the band or as many of them need; solid and half of each spot colour come last. */
function colourBar(area: MarkedArea, { plates }: MarkSettings): Item[] {
  const spots = plates.flatMap(({ spot }) =>
    spot === undefined ? [] : [tinted(spot, 1), tinted(spot, 0.5)],
  );
  const patches = [...PATCHES, ...spots];
  const { x, width } = freeStretch(area);
  const size = Math.min(BAND, width / patches.length);
  const y = area.trim.y - offsetOf(area.bleed) - BAND;
  return patches.map((ink, index): Item => {
    return { kind: 'box', x: x + index * size, y, width: size, height: BAND, ink };
  });
}

/** Under the page: what the sheet is on every plate, and the name of each plate in its own ink. */
function slugLine(area: MarkedArea, { slug, plates, labels }: MarkSettings): Item[] {
  const { x, width } = freeStretch(area);
  const { trim, bleed } = area;
  const parts = [
    ...slug.map(text => ({ text, ink: REGISTRATION })),
    ...plates.map(ink => ({ text: ink.name, ink })),
  ];
  const wide = (size: number): number =>
    parts.reduce((sum, { text, ink }) => sum + labels.width(text, { size, ink }) + size, 0);
  const size = SLUG_SIZE * Math.min(1, width / wide(SLUG_SIZE));
  const y = trim.y + trim.height + offsetOf(bleed) + SLUG_SIZE;
  let at = x;
  return parts.flatMap(({ text, ink }) => {
    const items = labels.line(text, at, y, { size, ink });
    at += labels.width(text, { size, ink }) + size;
    return items;
  });
}
