/** Colours in, what LittleCMS's own command line makes of them out: the reference that no part of this program takes part in. */

import { execFileSync, spawnSync } from 'node:child_process';

export const hasLittleCms = spawnSync('transicc').error === undefined;

export interface Conversion {
  /** Paths of profiles, or LittleCMS's own: `*sRGB`, `*Lab`. */
  readonly from: string;
  readonly to: string;
  readonly intent: 'perceptual' | 'relative';
  readonly blackPoint?: boolean;
}

/** Converts colours: RGB 0 to 255, inks 0 to 100, Lab as it is. */
export function convert(colours: readonly (readonly number[])[], conversion: Conversion): number[][] {
  const { from, to, intent, blackPoint = false } = conversion;
  const args = ['-v0', `-i${from}`, `-o${to}`, intent === 'perceptual' ? '-t0' : '-t1', '-n'];
  if (blackPoint) args.push('-b');
  const input = `${colours.map(colour => colour.join(' ')).join('\n')}\n`;
  const printed = execFileSync('transicc', args, { input, stdio: ['pipe', 'pipe', 'ignore'] });
  return printed
    .toString()
    .trim()
    .split(/\r?\n/)
    .map(row => row.trim().split(/\s+/).map(Number));
}

/** What inks (0 to 100) look like in print. */
export function printed(inks: readonly (readonly number[])[], profile: string): number[][] {
  return convert(inks, { from: profile, to: '*Lab', intent: 'relative' });
}

/** CIE 1976 colour difference. */
export function deltaE(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, axis) => value - b[axis]!));
}

/** The mean and the greatest of some differences. */
export function meanAndMost(differences: readonly number[]): { mean: number; most: number } {
  return {
    mean: differences.reduce((sum, difference) => sum + difference, 0) / differences.length,
    most: Math.max(...differences),
  };
}
