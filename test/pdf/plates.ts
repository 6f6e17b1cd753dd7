/** A press PDF in, its plates as Ghostscript separates them out. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

export const hasGhostscript = spawnSync('gs', ['--version']).error === undefined;

/** The plates of one page: ink of each pixel by plate, 0 to 255; y down. */
export interface Plates {
  readonly width: number;
  readonly height: number;
  /** `Cyan`, `Magenta`, `Yellow`, `Black` and spot colours by name. */
  readonly inks: ReadonlyMap<string, Uint8Array>;
}

/** Separates all pages. `options` go to Ghostscript: -dFILTERIMAGE and the like leave kinds of objects out. */
export async function platesOf(
  pdf: Uint8Array,
  dpi: number,
  options: readonly string[] = [],
): Promise<Plates[]> {
  const folder = mkdtempSync(join(tmpdir(), 'issue-plates-'));
  try {
    const file = join(folder, 'in.pdf');
    writeFileSync(file, pdf);
    const args = ['-q', '-dSAFER', '-dNOPAUSE', '-dBATCH', '-sDEVICE=tiffsep', `-r${dpi}`, ...options];
    execFileSync('gs', [...args, `-o${join(folder, 'p%d.tif')}`, file], {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    const names = readdirSync(folder);
    const pages: Plates[] = [];
    for (let page = 1; names.includes(`p${page}.tif`); page++) {
      const inks = new Map<string, Uint8Array>();
      let [width, height] = [0, 0];
      for (const name of names) {
        const plate = new RegExp(`^p${page}\\((.*)\\)\\.tif$`).exec(name)?.[1];
        if (plate === undefined) continue;
        const image = sharp(join(folder, name)).toColourspace('b-w').raw();
        const { data, info } = await image.toBuffer({ resolveWithObject: true });
        [width, height] = [info.width, info.height];
        inks.set(
          plate,
          Uint8Array.from(data, value => 255 - value),
        );
      }
      pages.push({ width, height, inks });
    }
    return pages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Percents of each plate at a point. */
export function inksAt({ width, inks }: Plates, x: number, y: number): Record<string, number> {
  return Object.fromEntries([...inks].map(([plate, ink]) => [plate, Math.round(ink[y * width + x]! / 2.55)]));
}

/** The most ink of all plates together in one pixel, percent. */
export function peakOf({ width, height, inks }: Plates): number {
  let peak = 0;
  for (let at = 0; at < width * height; at++) {
    let total = 0;
    for (const ink of inks.values()) total += ink[at]!;
    peak = Math.max(peak, total);
  }
  return peak / 2.55;
}

/** The share of a page on which a plate prints anything. */
export function shareOf({ inks }: Plates, plate: string): number {
  const ink = inks.get(plate)!;
  return ink.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / ink.length;
}
