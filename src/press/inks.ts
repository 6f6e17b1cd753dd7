/** The inks of the press as marks need them: each process ink alone, and all inks at once. */

import type { Ink } from '../frame/frame.js';

function ink(name: string, cmyk: Ink['cmyk'], rgb: Ink['rgb']): Ink {
  return { name, cmyk, rgb };
}

/** The process inks in the order of their plates. */
export const PROCESS: readonly Ink[] = [
  ink('Cyan', [1, 0, 0, 0], [0, 158, 224]),
  ink('Magenta', [0, 1, 0, 0], [226, 0, 122]),
  ink('Yellow', [0, 0, 1, 0], [255, 237, 0]),
  ink('Black', [0, 0, 0, 1], [20, 20, 20]),
];

/** All inks of the job at full: what must show on every plate, and only outside the trim. */
export const REGISTRATION: Ink = ink('All', [1, 1, 1, 1], [0, 0, 0]);

/** A mix of process inks in percent. */
export function mixed(...percents: [number, number, number, number]): Ink {
  const [c, m, y, k] = percents.map(percent => percent / 100) as [number, number, number, number];
  const screen = (value: number): number => Math.round(255 * (1 - value) * (1 - k));
  return ink(
    `C${percents[0]} M${percents[1]} Y${percents[2]} K${percents[3]}`,
    [c, m, y, k],
    [screen(c), screen(m), screen(y)],
  );
}
