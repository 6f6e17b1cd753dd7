/** Nothing goes in; the pictures that the tests of this folder need come out as files of a temporary folder. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll } from 'vitest';

export const PROFILE = join(import.meta.dirname, '../../layouts/profiles/newsprint-snap2007.icc');

export const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

/** A folder that is gone when the test file is through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Painter = (x: number, y: number) => readonly number[];

export function paint(width: number, height: number, channels: 1 | 3 | 4, painter: Painter): Sharp {
  const data = Buffer.alloc(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(painter(x, y), (y * width + x) * channels);
  }
  return sharp(data, { raw: { width, height, channels } });
}

/** Left red, middle green, right blue, with a dark foot full of edges: 300 x 200. */
export function colourful(): Sharp {
  return paint(300, 200, 3, (x, y) => {
    if (y >= 150) return (x + y) % 7 < 3 ? [0, 0, 0] : [20, 5, 60];
    return x < 100 ? [220, 30, 30] : x < 200 ? [30, 160, 40] : [40, 60, 200];
  });
}

/** A ramp from black at the left to white at the right. */
export function ramp(channels: 1 | 3, tone: readonly [number, number, number] = [0, 0, 0]): Sharp {
  return paint(256, 64, channels, x => (channels === 1 ? [x] : tone.map(shift => Math.min(255, x + shift))));
}

/** What a telephone writes: the camera's model, the place, and a picture that lies on its side. */
export const TELEPHONE = {
  IFD0: { Model: 'SECRET-CAMERA', Artist: 'SECRET-NAME' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 2/1 3/1', GPSMapDatum: 'SECRET-PLACE' },
};

/** Writes each picture under its name and answers with a function from name to path. */
export async function writeSamples(folder: string): Promise<(name: string) => string> {
  const samples: Record<string, Promise<Buffer>> = {
    'colour.jpg': colourful().jpeg({ quality: 95 }).toBuffer(),
    'telephone.jpg': colourful().withMetadata({ orientation: 6 }).withExif(TELEPHONE).jpeg().toBuffer(),
    'cmyk.jpg': colourful().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
    'cmyk-tagged.tif': colourful().withIccProfile(PROFILE).tiff().toBuffer(),
    'wide.jpg': colourful().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(),
    'deep.png': colourful().toColourspace('rgb16').png().toBuffer(),
    'deep-tagged.png': colourful()
      .withIccProfile('srgb')
      .png()
      .toBuffer()
      .then(tagged => sharp(tagged).keepIccProfile().toColourspace('rgb16').png().toBuffer()),
    'palette.png': paint(40, 40, 4, x => (x < 20 ? [255, 0, 0, 255] : [0, 0, 255, 0]))
      .png({ palette: true })
      .toBuffer(),
    'gray.png': ramp(1).toColourspace('b-w').png().toBuffer(),
    'gray-as-colour.jpg': ramp(3).jpeg({ quality: 80 }).toBuffer(),
    'sepia.jpg': ramp(3, [10, 4, 0]).jpeg({ quality: 95 }).toBuffer(),
    'spot.png': paint(1000, 600, 3, (x, y) =>
      x > 500 && x < 506 && y > 300 && y < 306 ? [255, 0, 0] : [90, 90, 90],
    )
      .png()
      .toBuffer(),
    'cut.jpg': colourful()
      .jpeg()
      .toBuffer()
      .then(whole => whole.subarray(0, whole.length / 2)),
    'noise.jpg': Promise.resolve(Buffer.from('this is no picture')),
    'letter.pdf': Promise.resolve(Buffer.from('%PDF-1.4')),
  };
  for (const [name, bytes] of Object.entries(samples)) writeFileSync(join(folder, name), await bytes);
  return name => join(folder, name);
}
