/** The colours of proofs: what each kind of mark is drawn in. */

import type { Ink } from '../frame/frame.js';

function ink(name: string, rgb: readonly [number, number, number]): Ink {
  const [c, m, y] = rgb.map(value => 1 - value / 255) as [number, number, number];
  const k = Math.min(c, m, y);
  return { name, cmyk: [c - k, m - k, y - k, k], rgb };
}

export const PAPER = ink('paper', [255, 255, 255]);
export const DESK = ink('desk', [228, 230, 233]);
export const TEXT = ink('text', [40, 44, 52]);
export const QUIET = ink('quiet', [120, 126, 136]);
export const GRID = ink('grid', [222, 238, 247]);
export const BASELINE = ink('baseline', [120, 186, 222]);
export const GUTTER = ink('gutter', [233, 244, 250]);
export const TYPE_AREA = ink('type area', [205, 80, 190]);
export const TRIM = ink('trim', [20, 20, 20]);
export const BLEED = ink('bleed', [214, 40, 40]);
/** Modules of stories that read from left to right, and from right to left. */
export const LTR_MODULE = ink('left to right', [30, 96, 190]);
export const RTL_MODULE = ink('right to left', [12, 128, 84]);
/** Trouble that must be seen to, and trouble worth a look. */
export const SEVERE = ink('severe', [208, 20, 20]);
export const SLIGHT = ink('slight', [196, 112, 0]);

/** Text too small to read: its ink paled towards gray. */
export function paled({ name, rgb }: Ink): Ink {
  const [r, g, b] = rgb.map(value => Math.round(value + (190 - value) * 0.7)) as [number, number, number];
  return ink(`${name} paled`, [r, g, b]);
}
