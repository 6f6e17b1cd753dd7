/** A picture's path goes in; its kind, size, channels and whether it is gray come out. */

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Metadata, Sharp } from 'sharp';
import { keyOf, type PictureCache } from './cache.js';
import {
  ENGINE,
  openDrawing,
  openRaster,
  openUnconverted,
  ownProfile,
  readHeader,
  toNumbers,
  toScreen,
} from './pixels.js';
import { readDrawing } from './svg.js';
import { failure, isMissing, type Outcome, reason, success } from './trouble.js';

export interface PictureFacts {
  readonly kind: 'raster' | 'drawing';
  /** Pixels of a raster picture held upright (EXIF orientation applied); points of a drawing (its viewBox, one unit a point). */
  readonly width: number;
  readonly height: number;
  /** Channels in the file, alpha included; 4 for a drawing. */
  readonly channels: number;
  /** True when no colour shows: gray files, and colour files all of whose pixels are neutral. */
  readonly gray: boolean;
  readonly alpha: boolean;
  /** True when the file carries a colour profile. */
  readonly profile: boolean;
  /** True for inks that no profile says the look of. */
  readonly untaggedInks: boolean;
}

/**
 * How far a pixel's sRGB channels may be apart and still be neutral: above what JPEG does to a gray picture saved as colour,
 * below the palest sepia.
 */
const NEUTRAL_TOLERANCE = 4;

/** Neutrality is judged on a copy of at most this many pixels a side; a spot of a thousandth of the width still shows. */
const SAMPLE_SIDE = 320;

const RASTER_FORMATS = new Set(['jpeg', 'png', 'webp', 'tiff', 'gif', 'heif']);
const RASTER_ENDINGS = new Set(['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.gif', '.avif']);

/**
 * Facts about the picture at `path`, kept in the cache by the file's content. A user's mistake (no file, a damaged one, another
 * kind of file) is a trouble, never a throw; an unwritable cache folder throws.
 */
export async function inspectPicture(path: string, cache: PictureCache): Promise<Outcome<PictureFacts>> {
  let hash: string;
  try {
    hash = await cache.hashFile(path);
  } catch (error) {
    return isMissing(error)
      ? failure('picture-missing', path)
      : failure('picture-unreadable', path, reason(error));
  }
  const ending = extname(path).toLowerCase();
  const key = keyOf('facts', ENGINE, hash, ending);
  const known = cache.read<PictureFacts>(key);
  if (known !== undefined) return success(known.header);
  const facts = ending === '.svg' ? await inspectDrawing(path) : await inspectRaster(path, ending);
  if (facts.ok) cache.write(key, { header: facts.value, bytes: Buffer.alloc(0) });
  return facts;
}

async function inspectRaster(path: string, ending: string): Promise<Outcome<PictureFacts>> {
  let header: Metadata;
  try {
    header = await readHeader(path);
  } catch (error) {
    return RASTER_ENDINGS.has(ending)
      ? failure('picture-unreadable', path, reason(error))
      : failure('picture-unsupported', path);
  }
  if (!RASTER_FORMATS.has(header.format) || header.compression === 'hevc') {
    return failure('picture-unsupported', path, header.compression ?? header.format);
  }
  try {
    const untaggedInks = header.space === 'cmyk' && ownProfile(header) === undefined;
    const gray =
      header.channels < 3 ||
      (untaggedInks ? await isBlackAlone(path, header) : await isNeutral(await openRaster(path, header)));
    return success({
      kind: 'raster',
      width: header.autoOrient.width,
      height: header.autoOrient.height,
      channels: header.channels,
      gray,
      alpha: header.hasAlpha,
      profile: header.hasProfile,
      untaggedInks,
    });
  } catch (error) {
    return failure('picture-unreadable', path, reason(error));
  }
}

async function inspectDrawing(path: string): Promise<Outcome<PictureFacts>> {
  const svg = await readFile(path);
  const drawing = readDrawing(svg.toString('utf8'), path);
  if (!drawing.ok) return drawing;
  const { width, height } = drawing.value;
  try {
    const gray = await isNeutral(await openDrawing(svg, SAMPLE_SIDE));
    const raster = { alpha: true, profile: false, untaggedInks: false };
    return success({ kind: 'drawing', width, height, channels: 4, gray, ...raster });
  } catch (error) {
    return failure('picture-unreadable', path, reason(error));
  }
}

/** A copy on which neutrality is judged. */
function sampleOf(picture: Sharp): Sharp {
  return picture.resize(SAMPLE_SIDE, SAMPLE_SIDE, { fit: 'inside', withoutEnlargement: true });
}

/** Whether inks without a profile are black and nothing else: what looks gray of several inks is meant to print in them. */
async function isBlackAlone(path: string, header: Metadata): Promise<boolean> {
  const { data, channels } = await toNumbers(sampleOf(await openUnconverted(path, header)), header);
  for (let at = 0; at < data.length; at += channels) {
    if (Math.max(data[at]!, data[at + 1]!, data[at + 2]!) > NEUTRAL_TOLERANCE) return false;
  }
  return true;
}

async function isNeutral(picture: Sharp): Promise<boolean> {
  const { data, channels } = await toScreen(sampleOf(picture));
  if (channels < 3) return true;
  for (let at = 0; at < data.length; at += channels) {
    const red = data[at]!;
    const green = data[at + 1]!;
    const blue = data[at + 2]!;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > NEUTRAL_TOLERANCE) return false;
  }
  return true;
}
