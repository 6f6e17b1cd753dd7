/** Nothing in; a provider of two small pictures as the picture stage prepares them for the press, one coloured, one gray, out. */

import sharp from 'sharp';
import type { RenditionProvider } from '../../src/pdf/write.js';

/** `colour.jpg` is a rich brown, `gray.png` a middle gray. */
export async function renderedPictures(): Promise<RenditionProvider> {
  const plain = (r: number, g: number, b: number) =>
    sharp({ create: { width: 16, height: 16, channels: 3, background: { r, g, b } } });
  const colour = await plain(110, 70, 40).toColourspace('cmyk').jpeg().toBuffer();
  const gray = await plain(128, 128, 128).toColourspace('b-w').jpeg().toBuffer();
  return async ({ file }) => {
    const size = { width: 16, height: 16 };
    return file === 'gray.png'
      ? { data: gray, ...size, channels: 1 }
      : { data: colour, ...size, channels: 4 };
  };
}
