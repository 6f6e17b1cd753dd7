/** A press profile goes in, the tone curve for pictures and tints printed in black alone comes out. */

import { readFile } from 'node:fs/promises';
import { proofGray } from './pixels.js';

/** CIE L* (0 black to 100 paper) that each amount of black ink, 0 to 255, has in print, judged against the bare paper. */
export type BlackRamp = readonly number[];

/** The darkest and lightest black of a picture, as fractions of full ink. */
export interface ToneRange {
  readonly highlight: number;
  readonly shadow: number;
}

/** CIE L* of an sRGB gray value (IEC 61966-2-1 and CIE 15, D65 white). */
export function lightnessOf(gray: number): number {
  const encoded = gray / 255;
  const linear = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
  return linear <= 216 / 24389 ? (linear * 24389) / 27 : 116 * Math.cbrt(linear) - 16;
}

/** The ramp of a press profile, dot gain and all. Throws if the file is no CMYK profile. */
export async function readBlackRamp(profile: string): Promise<BlackRamp> {
  const data = Buffer.alloc(256 * 4);
  for (let black = 0; black < 256; black++) data[black * 4 + 3] = black;
  const proof = await proofGray({ data, width: 256, height: 1, channels: 4 }, await readFile(profile));
  let darkest = 100;
  return [...proof].map(gray => {
    darkest = Math.min(darkest, lightnessOf(gray));
    return darkest;
  });
}

/**
 * For each gray value 0 to 255 of sRGB the amount of black ink, 0 to 255. Steps of lightness in the picture become equal steps of
 * lightness in print between the highlight and the shadow dot, so the press's dot gain is undone and nothing is clipped.
 */
export function blackCurve(ramp: BlackRamp, range: ToneRange): Uint8Array {
  const light = lightnessInPrint(ramp, range.highlight * 255);
  const dark = lightnessInPrint(ramp, range.shadow * 255);
  const curve = new Uint8Array(256);
  for (let gray = 0; gray < 256; gray++) {
    const black = inkForLightness(ramp, dark + (lightnessOf(gray) / 100) * (light - dark));
    curve[gray] = Math.round(Math.min(Math.max(black, range.highlight * 255), range.shadow * 255));
  }
  return curve;
}

function lightnessInPrint(ramp: BlackRamp, black: number): number {
  const below = Math.floor(black);
  const lower = ramp[below]!;
  return lower + (black - below) * ((ramp[below + 1] ?? lower) - lower);
}

/** The ramp never rises, so the first step that reaches down to the lightness holds the answer. */
function inkForLightness(ramp: BlackRamp, lightness: number): number {
  const reached = ramp.findIndex(step => step <= lightness);
  if (reached < 0) return 255;
  if (reached === 0) return 0;
  const before = ramp[reached - 1]!;
  return reached - 1 + (before - lightness) / (before - ramp[reached]!);
}
