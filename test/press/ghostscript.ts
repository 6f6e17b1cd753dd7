/** Ghostscript's separations: a PDF in, the ink on each plate of its pages out. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

export interface Separation {
  readonly width: number;
  readonly height: number;
  /** 255 for full ink. */
  readonly ink: Uint8Array;
}

/** Plates of one page by the names of their inks. */
export async function ghostscriptPlates(pdf: Uint8Array, ppi: number): Promise<Map<string, Separation>> {
  const folder = mkdtempSync(join(tmpdir(), 'issue-plates-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), pdf);
    const smooth = ['-dTextAlphaBits=4', '-dGraphicsAlphaBits=4'];
    const output = ['-sDEVICE=tiffsep', `-r${ppi}`, ...smooth, `-sOutputFile=${join(folder, 'out.tif')}`];
    execFileSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', ...output, join(folder, 'in.pdf')]);
    const plates = new Map<string, Separation>();
    for (const name of readdirSync(folder)) {
      const plate = /^out\((.+)\)\.tif$/.exec(name)?.[1];
      if (plate !== undefined) plates.set(plate, await readPlate(join(folder, name)));
    }
    return plates;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readPlate(file: string): Promise<Separation> {
  const { data, info } = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const ink = Uint8Array.from(
    { length: info.width * info.height },
    (_, at) => 255 - data[at * info.channels]!,
  );
  return { width: info.width, height: info.height, ink };
}
