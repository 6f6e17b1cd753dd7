/** CMYK pixels go in, a JPEG whose pixels nowhere carry more ink than the press takes comes out. */

import { decodeCmyk, encodeCmyk, type Pixels } from './pixels.js';

export interface LimitedJpeg {
  readonly bytes: Buffer;
  /** The most ink of any pixel as a reader decodes it, 1 for a full layer of one ink. */
  readonly peakInk: number;
}

/** JPEG codes squares of this many pixels each for itself, so ink taken from one changes no other. */
const BLOCK = 8;

/** What ringing may add before the first attempt, and what is taken beyond the excess in each further one. */
const MARGIN = 0.02;
const MAX_ATTEMPTS = 8;

/** How much of the gray taken out of cyan, magenta and yellow goes back in as black. */
const BLACK_FOR_GRAY = 0.5;

/** Pixels with no more than `limit` ink (2.4 for 240 %). */
export function limitInk(pixels: Pixels, limit: number): Pixels {
  const data = Buffer.from(pixels.data);
  for (let at = 0; at < data.length; at += 4) limitPixel(data, at, limit * 255);
  return { ...pixels, data };
}

/**
 * Where there is too much, cyan, magenta and yellow shrink in proportion, so the hue stays, and half of the gray they lose comes
 * back as black, so shadows stay dark.
 */
function limitPixel(data: Buffer, at: number, most: number): void {
  const cyan = data[at]!;
  const magenta = data[at + 1]!;
  const yellow = data[at + 2]!;
  const black = data[at + 3]!;
  const colour = cyan + magenta + yellow;
  if (colour + black <= most) return;
  // The total is keep * colour + black + (1 - keep) * returned, and is to be `most`.
  const returned = BLACK_FOR_GRAY * Math.min(cyan, magenta, yellow);
  const keep = colour === 0 ? 0 : Math.max(0, (most - black - returned) / (colour - returned));
  data[at] = Math.floor(cyan * keep);
  data[at + 1] = Math.floor(magenta * keep);
  data[at + 2] = Math.floor(yellow * keep);
  data[at + 3] = Math.min(255, Math.floor(black + (1 - keep) * returned));
}

/**
 * A CMYK JPEG none of whose decoded pixels is above `limit`: the pixels are limited first and the written JPEG is measured, because
 * its ringing adds ink beside edges; blocks that are over lose as much and are written again. Undefined if eight attempts do not get
 * there, which takes a limit near that of black alone.
 */
export async function encodeWithinLimit(
  pixels: Pixels,
  limit: number,
  quality: number,
): Promise<LimitedJpeg | undefined> {
  let wanted = limitInk(pixels, limit - MARGIN);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const bytes = await encodeCmyk(wanted, quality);
    const written = blockPeaks(await decodeCmyk(bytes));
    const peakInk = highest(written) / 255;
    if (peakInk <= limit) return { bytes, peakInk };
    const before = blockPeaks(wanted);
    const most = before.map((peak, block) => {
      const excess = written[block]! - limit * 255;
      return excess > 0 ? Math.max(0, peak - excess - MARGIN * 255) : peak;
    });
    wanted = limitBlocks(wanted, most);
  }
  return undefined;
}

/** The most ink (255 for one full layer) in each block, row by row. */
function blockPeaks({ data, width }: Pixels): Uint16Array {
  const across = Math.ceil(width / BLOCK);
  const peaks = new Uint16Array(across * Math.ceil(data.length / 4 / width / BLOCK));
  for (let at = 0, pixel = 0; at < data.length; at += 4, pixel++) {
    const total = data[at]! + data[at + 1]! + data[at + 2]! + data[at + 3]!;
    const block = blockOf(pixel, width, across);
    if (total > peaks[block]!) peaks[block] = total;
  }
  return peaks;
}

function limitBlocks(pixels: Pixels, most: Uint16Array): Pixels {
  const across = Math.ceil(pixels.width / BLOCK);
  const data = Buffer.from(pixels.data);
  for (let at = 0, pixel = 0; at < data.length; at += 4, pixel++) {
    limitPixel(data, at, most[blockOf(pixel, pixels.width, across)]!);
  }
  return { ...pixels, data };
}

function blockOf(pixel: number, width: number, across: number): number {
  const row = Math.floor(pixel / width);
  return Math.floor(row / BLOCK) * across + Math.floor((pixel - row * width) / BLOCK);
}

function highest(peaks: Uint16Array): number {
  return peaks.reduce((most, peak) => Math.max(most, peak), 0);
}
