/** The inks of a job: pages in, the plates they need out; and the inks of marks. */

import type { Ink, Item, Page, Spot } from '../frame/frame.js';

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

/** The colorant that stands for all plates at once, spot colours too (ISO 32000-1 8.6.6.4). */
export const ALL = 'All';

/** All inks of the job at full, which is far over any ink limit: for marks outside the bleed, and nothing else. */
export const REGISTRATION: Ink = {
  ...ink(ALL, [1, 1, 1, 1], [0, 0, 0]),
  spot: { name: ALL, tint: 1, alternate: [1, 1, 1, 1] },
};

/** A mix of process inks in percent. */
export function mixed(...percents: readonly [number, number, number, number]): Ink {
  const [c, m, y, k] = percents.map(percent => percent / 100) as [number, number, number, number];
  const screen = (value: number): number => Math.round(255 * (1 - value) * (1 - k));
  const name = `C${percents[0]} M${percents[1]} Y${percents[2]} K${percents[3]}`;
  return ink(name, [c, m, y, k], [screen(c), screen(m), screen(y)]);
}

/** A spot colour as it is printed at a tint. */
export function tinted(spot: Spot, tint: number): Ink {
  const cmyk = spot.alternate.map(part => part * tint) as [number, number, number, number];
  return {
    ...mixed(...(cmyk.map(part => part * 100) as typeof cmyk)),
    name: spot.name,
    spot: { ...spot, tint },
  };
}

/** The plates of a job: the process inks, then its spot colours in the order of their first use, each at full. */
export function platesOf(pages: readonly Page[]): Ink[] {
  const spots = new Map<string, Spot>();
  for (const page of pages) {
    for (const { spot } of inksIn(page.items)) {
      if (spot !== undefined && spot.name !== ALL && !spots.has(spot.name)) spots.set(spot.name, spot);
    }
  }
  return [...PROCESS, ...[...spots.values()].map(spot => tinted(spot, 1))];
}

/** How much of a plate's ink another ink prints, 0 to 1. A spot colour prints on its own plate alone. */
export function amountOn(plate: Ink, { cmyk, spot }: Ink): number {
  if (spot !== undefined) return spot.name === ALL || spot.name === plate.spot?.name ? spot.tint : 0;
  return plate.spot === undefined ? cmyk.reduce((sum, part, index) => sum + part * plate.cmyk[index]!, 0) : 0;
}

function* inksIn(items: readonly Item[]): Iterable<Ink> {
  for (const item of items) {
    if (item.kind === 'group') yield* inksIn(item.items);
    else if (item.kind === 'turned') for (const run of item.runs) yield run.ink;
    else if (item.kind === 'drawing') {
      for (const { fill, stroke } of item.shapes) {
        if (fill !== undefined) yield fill;
        if (stroke !== undefined) yield stroke.ink;
      }
    } else if ('ink' in item) yield item.ink;
  }
}
