/** One picture with its crop, printed size and output settings goes in, its JPEG comes out. */

import { readFile } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import type { Crop } from '../frame/frame.js';
import { encodeWithinLimit } from './ink-limit.js';
import type { PictureFacts } from './inspect.js';
import type { OutputSettings, PrintOutput, ShareOutput } from './output.js';
import {
  fromPixels,
  openDrawing,
  openRaster,
  type PixelArea,
  type Pixels,
  readHeader,
  toGray,
  toPress,
  toScreen,
} from './pixels.js';
import { blackCurve, readBlackRamp } from './tone.js';
import { failure, type Outcome, reason, success } from './trouble.js';

export interface RenditionRequest {
  /** Path the program can open. */
  readonly file: string;
  readonly crop: Crop;
  /** Printed size of the cropped part, in points. */
  readonly width: number;
  readonly height: number;
}

/** What is stored beside the bytes. */
export interface RenditionFacts {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** 1 is DeviceGray, 3 sRGB, 4 DeviceCMYK (inverted as Adobe writes it). */
  readonly channels: 1 | 3 | 4;
  /** Pixels per printed inch, the coarser of both directions: the effective resolution. */
  readonly ppi: number;
  /** Press only: the most ink of any pixel, 1 for a full layer of one ink. Undefined for readers. */
  readonly peakInk?: number;
}

type Made = RenditionFacts & { readonly bytes: Buffer };

interface Job {
  readonly request: RenditionRequest;
  readonly facts: PictureFacts;
}

const POINTS_PER_INCH = 72;

/** Bare paper to full black: what drawings are printed in. */
const FULL_RANGE = { highlight: 0, shadow: 1 };

/**
 * The rendition itself: cropped, brought to the output's resolution (never up, except drawings, which have none), converted,
 * encoded. Anything sharp cannot do with the file is the trouble `picture-unreadable`.
 */
export async function makeRendition(
  request: RenditionRequest,
  facts: PictureFacts,
  output: OutputSettings,
): Promise<Outcome<Made>> {
  try {
    const picture = await cutOut(request, facts, output);
    const job = { request, facts };
    if (output.kind === 'print') return await forPress(picture, job, output);
    return success(await forReaders(picture, job, output));
  } catch (error) {
    return failure('picture-unreadable', request.file, reason(error));
  }
}

/** The cropped part at the size in pixels that the output wants. */
async function cutOut(
  request: RenditionRequest,
  facts: PictureFacts,
  output: OutputSettings,
): Promise<Sharp> {
  const ppi = facts.kind === 'raster' ? output.ppi : output.drawingPpi;
  const width = pixelsFor(request.width, ppi);
  const height = pixelsFor(request.height, ppi);
  if (facts.kind === 'raster') {
    const area = areaOf(request.crop, facts.width, facts.height);
    const picture = await openRaster(request.file, await readHeader(request.file));
    const size = { width: Math.min(area.width, width), height: Math.min(area.height, height) };
    return picture.extract(area).resize({ ...size, fit: 'fill' });
  }
  const whole = {
    width: Math.round(width / request.crop.width),
    height: Math.round(height / request.crop.height),
  };
  const drawing = await openDrawing(await readFile(request.file), whole.width);
  return drawing.resize({ ...whole, fit: 'fill' }).extract(areaOf(request.crop, whole.width, whole.height));
}

function pixelsFor(points: number, ppi: number): number {
  return Math.max(1, Math.round((points / POINTS_PER_INCH) * ppi));
}

/** The crop in whole pixels, at least one, inside the picture. */
function areaOf(crop: Crop, width: number, height: number): PixelArea {
  const left = Math.min(Math.max(0, Math.round(crop.x * width)), width - 1);
  const top = Math.min(Math.max(0, Math.round(crop.y * height)), height - 1);
  const right = Math.min(Math.max(left + 1, Math.round((crop.x + crop.width) * width)), width);
  const bottom = Math.min(Math.max(top + 1, Math.round((crop.y + crop.height) * height)), height);
  return { left, top, width: right - left, height: bottom - top };
}

async function forPress(picture: Sharp, job: Job, output: PrintOutput): Promise<Outcome<Made>> {
  if (job.facts.gray) return success(await inBlack(picture, job, output));
  const pixels = await toPress(picture, output.profile);
  if (pixels.channels !== 4) return failure('profile-unusable', output.profile, 'it gives no CMYK');
  const jpeg = await encodeWithinLimit(pixels, output.inkLimit, output.quality);
  if (jpeg === undefined) return failure('ink-limit-unreachable', job.request.file);
  return success({ ...sizeOf(pixels, job), channels: 4, peakInk: jpeg.peakInk, bytes: jpeg.bytes });
}

/** DeviceGray through the press's tone curve. */
async function inBlack(picture: Sharp, job: Job, output: PrintOutput): Promise<Made> {
  const pixels = await toGray(picture);
  const range = job.facts.kind === 'raster' ? output.tones : FULL_RANGE;
  const curve = blackCurve(await readBlackRamp(output.profile), range);
  const data = pixels.data.map(gray => 255 - curve[gray]!);
  const lightest = data.reduce((least, gray) => Math.min(least, gray), 255);
  const toned = await fromPixels({ ...pixels, data: Buffer.from(data) });
  const bytes = await toned.jpeg({ quality: output.quality }).toBuffer();
  return { ...sizeOf(pixels, job), channels: 1, peakInk: (255 - lightest) / 255, bytes };
}

/** mozjpeg's settings: smaller by a tenth at the same quality, for a few milliseconds more. */
async function forReaders(picture: Sharp, job: Job, output: ShareOutput): Promise<Made> {
  const pixels = await (job.facts.gray ? toGray(picture) : toScreen(picture));
  const clean = await fromPixels(pixels);
  const bytes = await clean.jpeg({ quality: output.quality, mozjpeg: true }).toBuffer();
  return { ...sizeOf(pixels, job), channels: pixels.channels === 1 ? 1 : 3, bytes };
}

function sizeOf({ width, height }: Pixels, { request }: Job): { width: number; height: number; ppi: number } {
  const perPoint = Math.min(width / request.width, height / request.height);
  return { width, height, ppi: perPoint * POINTS_PER_INCH };
}
