/** The sRGB colours of a run's drawings go in, the inks the press mixes them from come out. */

import type { Ink, Shape } from '../frame/frame.js';
import { keyOf, type PictureCache } from './cache.js';
import { limitInk } from './ink-limit.js';
import type { Press } from './output.js';
import { ENGINE } from './pixels.js';
import type { PressColour } from './press-colour.js';
import { openPressProfile } from './press-profile.js';
import type { Drawing, DrawingShape, Rgb } from './svg.js';
import { blackCurve } from './tone.js';
import { type Outcome, success } from './trouble.js';

/** How far the channels of a gray may be apart: drawing programs round. */
const NEUTRAL_TOLERANCE = 3;

/** Less ink than this does not print reliably on newsprint (facts.md: highlights from 3 %) and is left out. */
const SMALLEST_DOT = 0.03;

type Cmyk = Ink['cmyk'];

/** Finds the ink of a colour; it knows those it was mixed for and throws a RangeError for others. */
export type InkFinder = (rgb: Rgb) => Ink;

/**
 * Mixes all colours of a run in one call of the colour engine, or takes them from the cache. Neutral grays are black ink alone, toned
 * so that they print as light as they look and black is full black; other colours go through the press profile, are rounded to
 * whole percents and carry at most the press's ink limit. An unusable profile is a trouble.
 */
export async function mixInks(
  colours: Iterable<Rgb>,
  press: Press,
  cache: PictureCache,
): Promise<Outcome<InkFinder>> {
  const profile = await openPressProfile(press, cache);
  if (!profile.ok) return profile;
  const unique = new Map([...colours].map(rgb => [notation(rgb), rgb]));
  const names = [...unique.keys()].sort();
  const key = keyOf('inks', ENGINE, profile.value.hash, press.intent, press.inkLimit, names);
  const mixed = await cache.remember(key, async () => {
    const colours = names.map(name => unique.get(name)!);
    return colours.length === 0 ? [] : mix(colours, profile.value.colour(), press.inkLimit);
  });
  const inks = new Map(
    names.map((name, index) => [name, { name, cmyk: mixed[index]!, rgb: unique.get(name)! }]),
  );
  return success(rgb => {
    const ink = inks.get(notation(rgb));
    if (ink === undefined) throw new RangeError(`the colour ${notation(rgb)} was not mixed`);
    return ink;
  });
}

/** All colours of a drawing's shapes and labels, some more than once. */
export function coloursOf(drawing: Drawing): Rgb[] {
  const painted = drawing.shapes.flatMap(({ fill, stroke }) => [fill, stroke?.rgb]);
  return [...painted.filter(rgb => rgb !== undefined), ...drawing.labels.map(({ rgb }) => rgb)];
}

/** A drawing's shape as a frame's. */
export function inkShape({ path, fill, fillRule, stroke }: DrawingShape, inkOf: InkFinder): Shape {
  const solid = fill === undefined ? undefined : inkOf(fill);
  if (stroke === undefined) return { path, fill: solid, fillRule, stroke };
  const { rgb, ...line } = stroke;
  return { path, fill: solid, fillRule, stroke: { ...line, ink: inkOf(rgb) } };
}

/** `#rrggbb`: the name of an ink that comes out of a drawing. */
function notation(rgb: Rgb): string {
  return `#${rgb.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}

function mix(colours: readonly Rgb[], press: PressColour, inkLimit: number): Cmyk[] {
  const curve = blackCurve(press.blackRamp, { highlight: 0, shadow: 1 });
  const data = Buffer.from(colours.flatMap(rgb => press.colour(rgb).map(ink => Math.round(ink * 255))));
  // Two percents under the limit, so that rounding each ink to whole percents cannot go over it.
  const inks = limitInk({ data, width: colours.length, height: 1, channels: 4 }, inkLimit - 0.02).data;
  return colours.map((rgb, index) => {
    if (isNeutral(rgb)) return wholePercents([0, 0, 0, curve[luma(rgb)]! / 255]);
    const [cyan, magenta, yellow, black] = inks.subarray(index * 4, index * 4 + 4);
    return wholePercents([cyan! / 255, magenta! / 255, yellow! / 255, black! / 255]);
  });
}

function isNeutral(rgb: Rgb): boolean {
  return Math.max(...rgb) - Math.min(...rgb) <= NEUTRAL_TOLERANCE;
}

function luma([red, green, blue]: Rgb): number {
  return Math.round((red + green + blue) / 3);
}

function wholePercents([cyan, magenta, yellow, black]: Cmyk): Cmyk {
  const round = (ink: number): number => (ink < SMALLEST_DOT ? 0 : Math.round(ink * 100) / 100);
  return [round(cyan), round(magenta), round(yellow), round(black)];
}
