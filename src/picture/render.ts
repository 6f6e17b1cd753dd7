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
  openUnconverted,
  ownProfile,
  type PixelArea,
  type Pixels,
  readHeader,
  toGray,
  toNumbers,
  toScreen,
} from './pixels.js';
import type { PressColour } from './press-colour.js';
import { sharpened } from './sharpen.js';
import { blackCurve } from './tone.js';
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
 * @param press colours of the press; needed for print alone.
 */
export async function makeRendition(
  request: RenditionRequest,
  facts: PictureFacts,
  output: OutputSettings,
  press: PressColour | undefined,
): Promise<Outcome<Made>> {
  try {
    const job = { request, facts };
    if (output.kind === 'print') return await forPress(job, output, press!);
    return success(await forReaders(job, output));
  } catch (error) {
    return failure('picture-unreadable', request.file, reason(error));
  }
}

/** The cropped part in sRGB at the size in pixels that the output wants. */
async function cutOut({ request, facts }: Job, output: OutputSettings): Promise<Sharp> {
  if (facts.kind === 'raster') {
    return cut(await openRaster(request.file, await readHeader(request.file)), { request, facts }, output);
  }
  const width = pixelsFor(request.width, output.drawingPpi);
  const height = pixelsFor(request.height, output.drawingPpi);
  const whole = {
    width: Math.round(width / request.crop.width),
    height: Math.round(height / request.crop.height),
  };
  const drawing = await openDrawing(await readFile(request.file), whole.width);
  return drawing.resize({ ...whole, fit: 'fill' }).extract(areaOf(request.crop, whole.width, whole.height));
}

/** The cropped part of a raster picture, brought down to the output's resolution if it is finer. */
function cut(picture: Sharp, { request, facts }: Job, output: OutputSettings): Sharp {
  const area = areaOf(request.crop, facts.width, facts.height);
  const width = Math.min(area.width, pixelsFor(request.width, output.ppi));
  const height = Math.min(area.height, pixelsFor(request.height, output.ppi));
  return picture.extract(area).resize({ width, height, fit: 'fill' });
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

async function forPress(job: Job, output: PrintOutput, press: PressColour): Promise<Outcome<Made>> {
  if (job.facts.gray) return success(await inBlack(job, output, press));
  const inks = await inInks(job, output, press);
  const jpeg = await encodeWithinLimit(inks, output.inkLimit, output.quality);
  if (jpeg === undefined) return failure('ink-limit-unreachable', job.request.file);
  return success({ ...sizeOf(inks, job), channels: 4, peakInk: jpeg.peakInk, bytes: jpeg.bytes });
}

/**
 * CMYK straight from the colours of the picture's own profile, if it can be followed, otherwise from sRGB. CMYK without one is taken as
 * made for this press.
 */
async function inInks(job: Job, output: PrintOutput, press: PressColour): Promise<Pixels> {
  const { tones } = output;
  if (job.facts.kind === 'drawing') {
    const solid = { highlight: tones.highlight, shadow: 1 };
    return press.convert(await toScreen(await cutOut(job, output)), undefined, solid);
  }
  const { file } = job.request;
  const header = await readHeader(file);
  const tagged = ownProfile(header);
  const isKnown = tagged !== undefined && press.accepts(tagged);
  const profile = isKnown ? tagged : header.space === 'cmyk' ? 'own' : undefined;
  if (profile === undefined) {
    const pixels = await toScreen(cut(await openRaster(file, header), job, output));
    return press.convert(forScreen(pixels, job, output), undefined, tones);
  }
  const pixels = await toNumbers(cut(await openUnconverted(file, header), job, output), header);
  return press.convert(forScreen(pixels, job, output), profile, tones);
}

/** Sharpened, if asked for, over half a cell of the press's screen. */
function forScreen(pixels: Pixels, job: Job, { sharpen, ruling }: PrintOutput): Pixels {
  if (sharpen === 0 || job.facts.kind === 'drawing') return pixels;
  return sharpened(pixels, sizeOf(pixels, job).ppi / ruling / 2, sharpen);
}

/** DeviceGray through the press's tone curve. */
async function inBlack(job: Job, output: PrintOutput, press: PressColour): Promise<Made> {
  const pixels = job.facts.untaggedInks
    ? blackOf(await inInks(job, output, press))
    : await onCurve(job, output, press);
  const darkest = pixels.data.reduce((least, gray) => Math.min(least, gray), 255);
  const bytes = await (await fromPixels(pixels)).jpeg({ quality: output.quality }).toBuffer();
  return { ...sizeOf(pixels, job), channels: 1, peakInk: (255 - darkest) / 255, bytes };
}

/** The black ink alone, 255 for none. */
function blackOf({ data, width, height }: Pixels): Pixels {
  const gray = Buffer.alloc(width * height);
  for (let at = 0; at < gray.length; at++) gray[at] = 255 - data[at * 4 + 3]!;
  return { data: gray, width, height, channels: 1 };
}

/** Gray as much black ink makes it look, 255 for none. */
async function onCurve(job: Job, output: PrintOutput, press: PressColour): Promise<Pixels> {
  const pixels = forScreen(await toGray(await cutOut(job, output)), job, output);
  const range = job.facts.kind === 'raster' ? output.tones : FULL_RANGE;
  const curve = blackCurve(press.blackRamp, range);
  return { ...pixels, data: Buffer.from(pixels.data.map(gray => 255 - curve[gray]!)) };
}

/**
 * mozjpeg's settings: smaller by a twentieth than plain ones at the same likeness (SSIM), for some milliseconds. They make it progressive, which
 * PDF takes since 1.3 (ISO 32000-1 7.4.8).
 */
async function forReaders(job: Job, output: ShareOutput): Promise<Made> {
  const picture = await cutOut(job, output);
  const pixels = await (job.facts.gray ? toGray(picture) : toScreen(picture));
  const clean = await fromPixels(pixels);
  const isPhotograph = pixels.channels !== 1 && job.facts.kind === 'raster';
  const coding = isPhotograph ? {} : FOR_EDGES;
  const bytes = await clean.jpeg({ quality: output.quality, mozjpeg: true, ...coding }).toBuffer();
  return { ...sizeOf(pixels, job), channels: pixels.channels === 1 ? 1 : 3, bytes };
}

/**
 * Drawings and gray pictures, halftones among them: mozjpeg's table 2, tuned on structural likeness, keeps fine black and white better
 * for the same bytes, and coloured lines want their colour at full size. Photographs gain nothing by either.
 */
const FOR_EDGES = { quantisationTable: 2, chromaSubsampling: '4:4:4' } as const;

function sizeOf({ width, height }: Pixels, { request }: Job): { width: number; height: number; ppi: number } {
  const perPoint = Math.min(width / request.width, height / request.height);
  return { width, height, ppi: perPoint * POINTS_PER_INCH };
}
