/** Encoded pictures go in, upright 8-bit pixels in a known colour space come out: the only file that meets sharp. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { cmykTiff } from './tiff.js';

/** Pixels row by row, channels interleaved, 0 to 255. In CMYK 255 is full ink; in gray and sRGB 255 is white. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** A rectangle of whole pixels. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Raised when a change in this folder changes the bytes of a result. */
const REVISION = 4;

/** What made a cached result: part of every key, so that results of other versions are not mistaken for ours. */
export const ENGINE = `${REVISION}/sharp-${sharpVersion()}`;

/** Slightly damaged camera files open; cut off or undecodable ones do not. Animations count as their first picture. */
const OPTIONS: SharpOptions = { failOn: 'error', pages: 1 };

/** sharp takes 50 ms to load, which a run that finds everything in the cache does not need. */
async function sharpModule() {
  return (await import('sharp')).default;
}

function sharpVersion(): string {
  const entry = createRequire(import.meta.url).resolve('sharp');
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'),
  );
  return version;
}

/** The header of a picture: format, size, orientation, channels. Throws sharp's error if it is no picture. */
export async function readHeader(source: string | Buffer): Promise<Metadata> {
  const sharp = await sharpModule();
  return sharp(source, OPTIONS).metadata();
}

/**
 * A raster picture, upright, 8 bits a channel, on white paper instead of transparency, in sRGB. Its profile is honoured; without one, or
 * with one for other channels, it is taken as sRGB, or as sharp's built-in press condition if it is CMYK (for screens; the press takes such inks as they are).
 */
export async function openRaster(file: string, header: Metadata): Promise<Sharp> {
  const sharp = await sharpModule();
  const options = { ...OPTIONS, ignoreIcc: ownProfile(header) === undefined };
  return sharp(await inEightBits(file, header), options)
    .autoOrient()
    .flatten({ background: '#ffffff' });
}

/** The same with the numbers that stand in the file, three channels or four inks, which its own profile gives a meaning. */
export async function openUnconverted(file: string, header: Metadata): Promise<Sharp> {
  const sharp = await sharpModule();
  const picture = sharp(await inEightBits(file, header), { ...OPTIONS, ignoreIcc: true }).autoOrient();
  return header.space === 'cmyk'
    ? picture.pipelineColourspace('cmyk').toColourspace('cmyk')
    : picture.flatten({ background: '#ffffff' }).toColourspace('srgb');
}

/** Colour spaces of pictures, and of the profiles that may stand in them (ICC.1:2010, 7.2.6). */
const PROFILE_SPACES: Readonly<Record<string, string>> = {
  srgb: 'RGB ',
  rgb: 'RGB ',
  rgb16: 'RGB ',
  cmyk: 'CMYK',
  'b-w': 'GRAY',
  grey16: 'GRAY',
};

/** The profile that a picture carries, if it is one for the picture's channels. */
export function ownProfile({ icc, space }: Metadata): Buffer | undefined {
  return icc?.toString('latin1', 16, 20) === PROFILE_SPACES[space] ? icc : undefined;
}

/**
 * sharp 0.35 works on 16-bit files in Display P3: tagged ones come out as P3 numbers and untagged sRGB ones are taken for P3.
 * Cut to 8 bits first, profile kept, they go the way of all other pictures.
 */
async function inEightBits(file: string, header: Metadata): Promise<string | Buffer> {
  if (header.space !== 'rgb16' && header.space !== 'grey16') return file;
  const sharp = await sharpModule();
  const space = header.space === 'grey16' ? 'b-w' : 'srgb';
  return sharp(file, OPTIONS).autoOrient().keepIccProfile().toColourspace(space).png(FAST_PNG).toBuffer();
}

const FAST_PNG = { compressionLevel: 1 } as const;

/** librsvg's pixels per user unit are density / 72; sharp takes densities from 1. */
const SVG_DENSITY = 72;

/**
 * A drawing as a raster picture `pixelsWide` pixels wide or slightly more, on white paper. It is handed over as bytes without an
 * address, so librsvg has nothing to resolve references against and opens no other file.
 */
export async function openDrawing(svg: Buffer, pixelsWide: number): Promise<Sharp> {
  const sharp = await sharpModule();
  const { width } = await sharp(svg, { ...OPTIONS, density: SVG_DENSITY }).metadata();
  const density = Math.max(1, (SVG_DENSITY * pixelsWide) / width);
  const options = { ...OPTIONS, density };
  return sharp(svg, options).flatten({ background: '#ffffff' });
}

/** Pixels in sRGB (3 channels). */
export function toScreen(picture: Sharp): Promise<Pixels> {
  return pixelsOf(picture.toColourspace('srgb'));
}

/** Lightness as one channel with sRGB's tone curve, 255 white. */
export function toGray(picture: Sharp): Promise<Pixels> {
  return pixelsOf(picture.toColourspace('b-w'));
}

/** Eight bits of each number of a picture opened without conversion; inks that are transparent become less on white paper. */
export async function toNumbers(picture: Sharp, { space, depth }: Metadata): Promise<Pixels> {
  if (space !== 'cmyk') return pixelsOf(picture);
  const isDeep = depth !== 'uchar';
  const { data, info } = await picture
    .raw({ depth: isDeep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const numbers = isDeep ? new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2) : data;
  const full = isDeep ? 65535 : 255;
  const inks = Buffer.alloc(width * height * 4);
  for (let at = 0; at < inks.length; at++) {
    const pixel = (at >> 2) * channels;
    const cover = channels > 4 ? numbers[pixel + 4]! / full : 1;
    inks[at] = Math.round((numbers[pixel + (at & 3)]! / full) * cover * 255);
  }
  return { data: inks, width, height, channels: 4 };
}

async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/** Gray or sRGB pixels as a picture sharp can work on. */
export async function fromPixels(pixels: Pixels): Promise<Sharp> {
  const sharp = await sharpModule();
  const { data, width, height } = pixels;
  const channels = pixels.channels === 1 ? 1 : 3;
  const picture = sharp(data, { raw: { width, height, channels } });
  return channels === 1 ? picture.toColourspace('b-w') : picture;
}

/** The pixels of a gray JPEG as written. */
export async function decodeGray(jpeg: Buffer): Promise<Pixels> {
  const sharp = await sharpModule();
  return toGray(sharp(jpeg));
}

/** CMYK pixels as a baseline JPEG without profile, all channels at full size, inverted and marked as Adobe's are. */
export async function encodeCmyk(pixels: Pixels, quality: number): Promise<Buffer> {
  const sharp = await sharpModule();
  return sharp(cmykTiff(pixels))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** The pixels of a CMYK JPEG as written, without any conversion. */
export async function decodeCmyk(jpeg: Buffer): Promise<Pixels> {
  const sharp = await sharpModule();
  return pixelsOf(sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk'));
}
