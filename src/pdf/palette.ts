/** A frame's inks in, PDF colour operators out: CMYK for the press, RGB or gray for screens. */

import type { GlyphRun, Ink } from '../frame/frame.js';

/** How one output turns inks into operators (ISO 32000-1 8.6.8). */
export interface Palette {
  /** For areas and text. */
  fill(ink: Ink): string;
  /** For lines. */
  stroke(ink: Ink): string;
  /** True if the run is printed over what lies under it instead of knocking it out. */
  overprints(run: GlyphRun): boolean;
}

/** Text from this size on, in points, knocks out: large black letters over an edge would show it. */
const KNOCKOUT_SIZE = 20;

const three = (value: number): number => Math.round(value * 1000) / 1000;
const cmyk = (ink: Ink): string => ink.cmyk.map(three).join(' ');

/** Device CMYK of the press; black text below 20 pt overprints, so that no register error opens white edges. */
export const pressPalette: Palette = {
  fill: ink => `${cmyk(ink)} k`,
  stroke: ink => `${cmyk(ink)} K`,
  overprints: ({
    ink: {
      cmyk: [c, m, y, k],
    },
    size,
  }) => size < KNOCKOUT_SIZE && c + m + y === 0 && k > 0,
};

function rgb(ink: Ink, gray: string, colour: string): string {
  const [r, g, b] = ink.rgb.map(value => three(value / 255)) as [number, number, number];
  return r === g && g === b ? `${r} ${gray}` : `${r} ${g} ${b} ${colour}`;
}

/** sRGB values as device RGB, neutral ones as device gray. */
export const screenPalette: Palette = {
  fill: ink => rgb(ink, 'g', 'rg'),
  stroke: ink => rgb(ink, 'G', 'RG'),
  overprints: () => false,
};
