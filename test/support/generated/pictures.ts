/** Made-up press photographs: a shape and a seed in, a JPEG of soft light out. */

import sharp from 'sharp';
import { Random } from './random.js';

/** Width and height in pixels, as cameras and agencies deliver them, smaller by half. */
const SHAPES: readonly (readonly [number, number])[] = [
  [1800, 1200],
  [1800, 1350],
  [1920, 1080],
  [1200, 1800],
  [1500, 1500],
  [2100, 1050],
  [1350, 1800],
];

/** What a photograph may be asked to be. */
export interface Shot {
  readonly seed: number;
  /** Wider than tall. */
  readonly wide?: boolean;
}

/** Large soft spots of one colour between a dark ground and a light sky. */
export async function photograph({ seed, wide = false }: Shot): Promise<Uint8Array> {
  const random = new Random(seed);
  const [width, height] = random.pick(wide ? SHAPES.filter(([across, down]) => across > down) : SHAPES);
  const spots = Buffer.from(
    Array.from({ length: 12 * 9 * 3 }, (_, at) => {
      const row = Math.floor(at / 36);
      return Math.min(255, 200 - row * 14 + random.between(-45, 45));
    }),
  );
  const hue = { r: random.between(120, 230), g: random.between(120, 200), b: random.between(90, 190) };
  return sharp(spots, { raw: { width: 12, height: 9, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .blur(24)
    .tint(hue)
    .jpeg({ quality: 80 })
    .toBuffer();
}
