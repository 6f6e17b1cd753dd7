/** What the two kinds of output ask of a picture: the settings the other files of this folder work by. */

import type { ToneRange } from './tone.js';

/** Pictures for the press: CMYK through its profile, or black alone for gray ones. */
export interface PrintOutput {
  readonly kind: 'print';
  /** Path of the ICC output profile. */
  readonly profile: string;
  /** Most pixels per printed inch. Newsprint shows 150 to 225 (facts.md, Print). */
  readonly ppi: number;
  /** The same for drawings that must be printed as pixels, whose edges are sharper. */
  readonly drawingPpi: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
  /** Most ink in one place, 2.4 for 240 %. */
  readonly inkLimit: number;
  /** Lightest and darkest dot of gray photographs. Drawings use the whole range, so that their paper stays white. */
  readonly tones: ToneRange;
}

/** Pictures for readers: sRGB or gray, small. */
export interface ShareOutput {
  readonly kind: 'share';
  readonly ppi: number;
  readonly drawingPpi: number;
  readonly quality: number;
}

export type OutputSettings = PrintOutput | ShareOutput;

/** Settings for coldset newsprint: 220 to 240 % ink, dots from 3 to 90 %. */
export function printOutput(
  profile: string,
  changes: Partial<Omit<PrintOutput, 'kind' | 'profile'>> = {},
): PrintOutput {
  const tones = { highlight: 0.03, shadow: 0.9 };
  return { kind: 'print', profile, ppi: 200, drawingPpi: 300, quality: 85, inkLimit: 2.4, tones, ...changes };
}

/** Settings for a file that is sent to telephones. */
export function shareOutput(changes: Partial<Omit<ShareOutput, 'kind'>> = {}): ShareOutput {
  return { kind: 'share', ppi: 110, drawingPpi: 160, quality: 75, ...changes };
}
