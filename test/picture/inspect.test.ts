/** Generated pictures go in; the facts and troubles that come out are compared. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PictureCache } from '../../src/picture/cache.js';
import { inspectPicture } from '../../src/picture/inspect.js';
import { temporaryFolder, writeSamples } from './samples.js';

const folder = temporaryFolder();
let sample: (name: string) => string;

beforeAll(async () => {
  sample = await writeSamples(folder);
});

/** `300x200 3ch gray alpha profile`. */
async function facts(path: string): Promise<string> {
  const outcome = await inspectPicture(path, new PictureCache(join(folder, 'cache')));
  if (!outcome.ok) return outcome.trouble.code;
  const { kind, width, height, channels, gray, alpha, profile } = outcome.value;
  const flags = Object.entries({ gray, alpha, profile }).filter(([, on]) => on);
  return [kind, `${width}x${height}`, channels, ...flags.map(([name]) => name)].join(' ');
}

describe('facts', () => {
  const cases: Record<string, string> = {
    'colour.jpg': 'raster 300x200 3',
    'telephone.jpg': 'raster 200x300 3 profile',
    'cmyk.jpg': 'raster 300x200 4',
    'cmyk-tagged.tif': 'raster 300x200 4 profile',
    'wide.jpg': 'raster 300x200 3 profile',
    'deep.png': 'raster 300x200 3',
    'palette.png': 'raster 40x40 4 alpha',
    'gray.png': 'raster 256x64 1 gray',
    'gray-as-colour.jpg': 'raster 256x64 3 gray',
    'sepia.jpg': 'raster 256x64 3',
    'spot.png': 'raster 1000x600 3',
    'cut.jpg': 'picture-unreadable',
    'noise.jpg': 'picture-unreadable',
    'letter.pdf': 'picture-unsupported',
    'none.jpg': 'picture-missing',
    '.': 'picture-missing',
  };
  for (const [name, expected] of Object.entries(cases)) {
    it(name, async () => {
      expect(await facts(sample(name))).toBe(expected);
      expect(await facts(sample(name))).toBe(expected);
    });
  }
});

describe('drawings', () => {
  const cases: Record<string, readonly [svg: string, expected: string]> = {
    colour: [
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h9v9" fill="red"/></svg>',
      'drawing 30x20 4 alpha',
    ],
    gray: [
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h9v9"/></svg>',
      'drawing 30x20 4 gray alpha',
    ],
    damaged: ['<svg', 'picture-unreadable'],
  };
  for (const [name, [svg, expected]] of Object.entries(cases)) {
    it(name, async () => {
      writeFileSync(sample(`${name}.svg`), svg);
      expect(await facts(sample(`${name}.svg`))).toBe(expected);
    });
  }
});
