/** A frame's inks in, PDF colour operators out: CMYK and spot colours for the press, RGB or gray for screens. */

import type { Ink } from '../frame/frame.js';
import type { SpotBook, SpotSpace } from './spots.js';

/**
 * Graphics states that switch overprinting of lines (OP) and of all else (op; ISO 32000-1 8.6.7); mode 1 leaves inks of which nothing is
 * printed alone.
 */
export const overprintStates = {
  Knock: { Type: 'ExtGState', OP: false, op: false, OPM: 1 },
  Lines: { Type: 'ExtGState', OP: true, op: false, OPM: 1 },
  Fills: { Type: 'ExtGState', OP: false, op: true, OPM: 1 },
  Both: { Type: 'ExtGState', OP: true, op: true, OPM: 1 },
};

/** How one output turns inks into operators (ISO 32000-1 8.6.8). */
export interface Palette {
  /** For areas and text. */
  fill(ink: Ink): string;
  /** For lines. */
  stroke(ink: Ink): string;
  /** The colour space that these operators name, if they name one. */
  space(ink: Ink): SpotSpace | undefined;
  /** The ink that a rectangle is printed with; its shorter side in points. */
  area(ink: Ink, side: number): Ink;
  /** True if text of that size is printed over what lies under it instead of knocking it out. */
  textOverprints(ink: Ink, size: number): boolean;
  /** The same for a line of that width. */
  lineOverprints(ink: Ink, width: number): boolean;
}

/** Text from this size on, in points, knocks out: large black letters over an edge would show it. */
const KNOCKOUT_SIZE = 20;

/** Lines up to this width, in points, overprint in black (Ghent Workgroup 2015, 4.12). */
const THIN_LINE = 2;

/** Rectangles from this side on, in points, are areas of solid black; narrower ones are rules, where inks would not register. */
const AREA_SIDE = 12;

const three = (value: number): number => Math.round(value * 1000) / 1000;
const cmyk = (ink: Ink): string => ink.cmyk.map(three).join(' ');

function isSolidBlack({ cmyk: [cyan, magenta, yellow, black], spot }: Ink): boolean {
  return spot === undefined && cyan + magenta + yellow === 0 && black === 1;
}

/**
 * Device CMYK and spot colours of the press. Small text and thin lines in solid black overprint, so that no register error opens white
 * edges; tints of black do not, since what lies under them would show.
 * @param solidBlack what areas in solid black are printed with.
 */
export function pressPalette(spots: SpotBook, solidBlack: Ink['cmyk']): Palette {
  const spotColour = ({ spot }: Ink, space: string, colour: string): string | undefined =>
    spot && `/${spots.space(spot).name} ${space} ${three(spot.tint)} ${colour}`;
  return {
    fill: ink => spotColour(ink, 'cs', 'scn') ?? `${cmyk(ink)} k`,
    stroke: ink => spotColour(ink, 'CS', 'SCN') ?? `${cmyk(ink)} K`,
    space: ({ spot }) => spot && spots.space(spot),
    area: (ink, side) => (isSolidBlack(ink) && side >= AREA_SIDE ? { ...ink, cmyk: solidBlack } : ink),
    textOverprints: (ink, size) => isSolidBlack(ink) && size < KNOCKOUT_SIZE,
    lineOverprints: (ink, width) => isSolidBlack(ink) && width <= THIN_LINE,
  };
}

function rgb(ink: Ink, gray: string, colour: string): string {
  const [r, g, b] = ink.rgb.map(value => three(value / 255)) as [number, number, number];
  return r === g && g === b ? `${r} ${gray}` : `${r} ${g} ${b} ${colour}`;
}

/** sRGB values as device RGB, neutral ones as device gray. */
export const screenPalette: Palette = {
  fill: ink => rgb(ink, 'g', 'rg'),
  stroke: ink => rgb(ink, 'G', 'RG'),
  space: () => undefined,
  area: ink => ink,
  textOverprints: () => false,
  lineOverprints: () => false,
};
