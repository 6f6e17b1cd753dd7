/** Small pictures of pages for the eye of a test: a PDF in, gray pixels out, and where two pictures differ most. */

import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

/** Gray pixels row by row, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** pdfium sets each letter on a whole pixel; drawn this many times larger, its true place shows. */
const FINER = 4;

/** A page of a PDF, counted from 1, `width` pixels wide. */
export async function drawPage(pdf: Uint8Array, page: number, width: number): Promise<Picture> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const drawn = document.getPage(page - 1);
  const { originalWidth, originalHeight } = drawn.getOriginalSize();
  const height = Math.round((width * originalHeight) / originalWidth);
  const large = await drawn.render({ width: width * FINER, height: height * FINER, colorSpace: 'Gray' });
  document.destroy();
  library.destroy();
  const gray = new Uint8Array(width * height).map((_, at) => {
    const corner = (Math.floor(at / width) * large.width + (at % width)) * FINER;
    let sum = 0;
    for (let row = 0; row < FINER; row++) {
      const from = corner + row * large.width;
      for (let column = 0; column < FINER; column++) sum += large.data[from + column]!;
    }
    return Math.round(sum / FINER ** 2);
  });
  return { width, height, gray };
}

/** Side of the squares that are compared, in pixels: about the width of a letter of body type at 54 dpi. */
const SQUARE = 3;

/** The mean difference of gray in the square where two pictures of one size differ most, and its top left corner. */
export function greatestDifference(a: Picture, b: Picture): { difference: number; x: number; y: number } {
  let most = { difference: 0, x: 0, y: 0 };
  for (let y = 0; y + SQUARE <= a.height; y++) {
    for (let x = 0; x + SQUARE <= a.width; x++) {
      let sum = 0;
      for (let row = y; row < y + SQUARE; row++) {
        for (let at = row * a.width + x; at < row * a.width + x + SQUARE; at++)
          sum += Math.abs(a.gray[at]! - b.gray[at]!);
      }
      if (sum / SQUARE ** 2 > most.difference) most = { difference: sum / SQUARE ** 2, x, y };
    }
  }
  return most;
}

/** Shades of a kept picture: so few make it small, and none is further than this from what was drawn. */
const SHADES = 32;

export function toPng({ width, height, gray }: Picture): Promise<Buffer> {
  const step = 255 / (SHADES - 1);
  const shaded = gray.map(value => Math.round(Math.round(value / step) * step));
  const raw = { width, height, channels: 1 } as const;
  return sharp(shaded, { raw })
    .png({ palette: true, colours: SHADES, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

export async function fromPng(file: string): Promise<Picture> {
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, gray: new Uint8Array(data) };
}
