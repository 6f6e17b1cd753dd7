/** What the two kinds of output ask of a picture: the settings the other files of this folder work by. */

import type { Intent } from './icc-colour.js';
import type { ToneRange } from './tone.js';

/** The press that colours are mixed for. */
export interface Press {
  /** Path of its ICC output profile. */
  readonly profile: string;
  /** The newest version of ICC profiles that the written file may hold. */
  readonly newestProfile: 2 | 4;
  /** How colours that it cannot print are brought into its reach; black is compensated for in both. */
  readonly intent: Intent;
  /** Most ink in one place, 2.4 for 240 %. */
  readonly inkLimit: number;
}

/** Pictures for the press: CMYK through its profile, or black alone for gray ones. */
export interface PrintOutput extends Press {
  readonly kind: 'print';
  /** Most pixels per printed inch. Newsprint shows 150 to 225 (facts.md, Print). */
  readonly ppi: number;
  /** The same for drawings that must be printed as pixels, whose edges are sharper. */
  readonly drawingPpi: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
  /** Lightest and darkest dot of photographs. Drawings use the whole range, so that their paper stays white. */
  readonly tones: ToneRange;
  /** How much photographs are sharpened for the screen: 0 not at all, 1 by as much as the screen will blur. */
  readonly sharpen: number;
  /** The press's screen, in lines per inch. */
  readonly ruling: number;
}

/** Pictures for readers: sRGB or gray, small. */
export interface ShareOutput {
  readonly kind: 'share';
  readonly ppi: number;
  readonly drawingPpi: number;
  readonly quality: number;
}

export type OutputSettings = PrintOutput | ShareOutput;

/**
 * Settings for coldset newsprint: 240 % ink, dots from 3 to 90 %, a screen of 100 lines. Nothing is sharpened unless asked for: cameras
 * have done so already, and scaling down does once more; what is too sharp cannot be undone.
 */
export function printOutput(
  profile: string,
  changes: Partial<Omit<PrintOutput, 'kind' | 'profile'>> = {},
): PrintOutput {
  return {
    kind: 'print',
    profile,
    newestProfile: 4,
    intent: 'perceptual',
    inkLimit: 2.4,
    ppi: 200,
    drawingPpi: 300,
    quality: 85,
    tones: { highlight: 0.03, shadow: 0.9 },
    sharpen: 0,
    ruling: 100,
    ...changes,
  };
}

/** Settings for a file that is sent to telephones. */
export function shareOutput(changes: Partial<Omit<ShareOutput, 'kind'>> = {}): ShareOutput {
  return { kind: 'share', ppi: 110, drawingPpi: 160, quality: 75, ...changes };
}
