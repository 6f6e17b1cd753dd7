/** Generated pictures go in; the renditions that come out are opened again and measured. */

import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { PictureCache } from '../../src/picture/cache.js';
import { type OutputSettings, printOutput, shareOutput } from '../../src/picture/output.js';
import { PressColour } from '../../src/picture/press-colour.js';
import { type Rendition, type RenditionRequest, renderPictures } from '../../src/picture/rendition.js';
import { PROFILE, paint, temporaryFolder, WHOLE, writeSamples } from './samples.js';

const folder = temporaryFolder();
const PRINT = printOutput(PROFILE);
const SHARE = shareOutput();
let sample: (name: string) => string;
let caches = 0;

beforeAll(async () => {
  sample = await writeSamples(folder);
});

function freshCache(): PictureCache {
  caches += 1;
  return new PictureCache(join(folder, `cache-${caches}`));
}

function request(name: string, changes: Partial<RenditionRequest> = {}): RenditionRequest {
  return { file: sample(name), crop: WHOLE, width: 300, height: 200, ...changes };
}

async function render(
  name: string,
  output: OutputSettings,
  changes: Partial<RenditionRequest> = {},
): Promise<Rendition> {
  const [outcome] = await renderPictures([request(name, changes)], output, freshCache());
  if (outcome?.ok !== true) throw new Error(outcome?.trouble.message);
  return outcome.value;
}

async function troubleOf(name: string, output: OutputSettings): Promise<string> {
  const [outcome] = await renderPictures([request(name)], output, freshCache());
  return outcome?.ok === false ? outcome.trouble.code : 'none';
}

/** The pixels of a JPEG as they stand in it. */
async function pixels(
  rendition: Rendition,
): Promise<{ at: (x: number, y: number) => number[]; peak: number }> {
  const opened = sharp(rendition.bytes);
  if (rendition.channels === 4) opened.pipelineColourspace('cmyk').toColourspace('cmyk');
  if (rendition.channels === 1) opened.toColourspace('b-w');
  const { data, info } = await opened.raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([
    rendition.width,
    rendition.height,
    rendition.channels,
  ]);
  const at = (x: number, y: number): number[] => {
    const start = (y * info.width + x) * info.channels;
    return [...data.subarray(start, start + info.channels)];
  };
  let peak = 0;
  for (let start = 0; start < data.length; start += info.channels) {
    peak = Math.max(
      peak,
      data.subarray(start, start + info.channels).reduce((sum, ink) => sum + ink, 0) / 255,
    );
  }
  return { at, peak };
}

function expectNear(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  const furthest = Math.max(...actual.map((value, index) => Math.abs(value - expected[index]!)));
  expect(furthest, `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}

const press = new PressColour(readFileSync(PROFILE), 'perceptual');

/** The inks of one colour; press-colour.test.ts holds them against LittleCMS. */
function pressColour(rgb: readonly number[]): number[] {
  return press.colour(rgb).map(ink => ink * 255);
}

describe('press colour', () => {
  for (const name of ['colour.jpg', 'deep.png', 'deep-tagged.png', 'wide.jpg']) {
    it(`is the same from ${name}`, async () => {
      const { at } = await pixels(await render(name, PRINT));
      expectNear(at(50, 50), pressColour([220, 30, 30]), 8);
      expectNear(at(150, 50), pressColour([30, 160, 40]), 8);
      expectNear(at(250, 50), pressColour([40, 60, 200]), 8);
    });
  }

  it('flattens transparency on white', async () => {
    const { at } = await pixels(await render('palette.png', PRINT, { width: 40, height: 40 }));
    expectNear(at(35, 20), [0, 0, 0, 0], 4);
    expectNear(at(5, 20), pressColour([255, 0, 0]), 8);
  });

  for (const inkLimit of [2.4, 2.2, 1.8]) {
    for (const name of ['colour.jpg', 'cmyk.jpg', 'cmyk-tagged.tif']) {
      it(`stays within ${inkLimit * 100} % from ${name}, ringing included`, async () => {
        const rendition = await render(name, { ...PRINT, inkLimit, quality: 60 });
        const { peak } = await pixels(rendition);
        expect(peak).toBeLessThanOrEqual(inkLimit);
        expect(rendition.peakInk).toBeCloseTo(peak, 6);
        if (name === 'colour.jpg') expect(peak).toBeGreaterThan(inkLimit - 0.3);
      });
    }
  }

  it('holds no dots that the press would lose or fill in', async () => {
    const faint = paint(64, 64, 3, x => (x < 32 ? [252, 250, 250] : [225, 240, 235]));
    writeFileSync(sample('faint.png'), await faint.png().toBuffer());
    const tones = { highlight: 0.06, shadow: 0.7 };
    const size = { width: 32, height: 32 };
    const light = await pixels(await render('faint.png', { ...PRINT, tones, quality: 95 }, size));
    expectNear(light.at(10, 30), [0, 0, 0, 0], 3);
    expectNear(
      light.at(50, 30),
      [0.06, 0, 0.06, 0].map(ink => ink * 255),
      8,
    );
    const dark = await pixels(await render('colour.jpg', { ...PRINT, tones, quality: 95 }));
    expect(Math.max(...dark.at(50, 50), ...dark.at(250, 50))).toBeLessThanOrEqual(0.72 * 255);
  });

  it('is sharpened only if asked for', async () => {
    const edge = paint(200, 60, 3, x => (x < 100 ? [190, 150, 120] : [90, 60, 40]));
    writeFileSync(sample('edge.png'), await edge.png().toBuffer());
    const size = { width: 72, height: 21.6 };
    const row = async (sharpen: number): Promise<number[]> => {
      const { at } = await pixels(await render('edge.png', { ...PRINT, sharpen, quality: 95 }, size));
      return Array.from({ length: 200 }, (_, x) => at(x, 30)[3]!);
    };
    const [plain, raised] = [await row(0), await row(1)];
    expect(Math.max(...raised)).toBeGreaterThan(Math.max(...plain) + 10);
    expectNear([raised[20]!, raised[180]!], [plain[20]!, plain[180]!], 2);
  });

  it('says when the limit cannot be kept', async () => {
    expect(await troubleOf('colour.jpg', { ...PRINT, inkLimit: 0.3 })).toBe('ink-limit-unreachable');
  });
});

describe('press gray', () => {
  for (const name of ['gray.png', 'gray-as-colour.jpg']) {
    it(`is one channel from highlight to shadow: ${name}`, async () => {
      const rendition = await render(name, { ...PRINT, quality: 95 }, { width: 256, height: 64 });
      expect(rendition.channels).toBe(1);
      const { at } = await pixels(rendition);
      const blacks = [0, 64, 128, 192, 255].map(x => 1 - at(x, 32)[0]! / 255);
      expect(blacks[0]).toBeCloseTo(0.9, 1);
      expect(blacks[4]).toBeCloseTo(0.03, 1);
      expect([...blacks].sort((a, b) => b - a)).toEqual(blacks);
      // The black that LittleCMS mixes for the same gray, with hardly any other ink beside it: 54 %.
      expect(blacks[2]).toBeCloseTo(0.54, 1);
      expect(rendition.peakInk).toBeLessThanOrEqual(0.91);
    });
  }
});

describe('for readers', () => {
  it('drawings that must be pixels keep their colours at full size, photographs at half', async () => {
    writeFileSync(
      sample('soft.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="300" height="200" fill="#fff"/><path d="M20 20h200v90z" fill="#d62828" filter="url(#f)"/></svg>`,
    );
    const coding = async (name: string): Promise<unknown> => {
      const { chromaSubsampling, space } = await sharp((await render(name, SHARE)).bytes).metadata();
      return [chromaSubsampling, space];
    };
    expect(await coding('soft.svg')).toEqual(['4:4:4', 'srgb']);
    expect(await coding('colour.jpg')).toEqual(['4:2:0', 'srgb']);
    expect((await render('gray.png', SHARE)).channels).toBe(1);
  });
});

describe('size and crop', () => {
  it('comes down to the resolution of the output', async () => {
    const small = { width: 75, height: 50 };
    const print = await render('colour.jpg', PRINT, small);
    expect([print.width, print.height, Math.round(print.ppi)]).toEqual([208, 139, 200]);
    const share = await render('colour.jpg', SHARE, small);
    expect([share.width, share.height, share.channels]).toEqual([115, 76, 3]);
  });

  it('never goes up', async () => {
    const { width, height, ppi } = await render('colour.jpg', PRINT, { width: 600, height: 400 });
    expect([width, height, ppi]).toEqual([300, 200, 36]);
  });

  it('crops the picture as held upright', async () => {
    // Turned a quarter clockwise: red is on top, green in the middle, blue at the bottom, the dark foot at the left.
    const crop = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 };
    const rendition = await render('telephone.jpg', SHARE, { crop, width: 100, height: 150 });
    expect([rendition.width, rendition.height]).toEqual([100, 150]);
    const { at } = await pixels(rendition);
    expectNear(at(50, 20), [30, 160, 40], 12);
    expectNear(at(50, 100), [40, 60, 200], 12);
  });
});

describe('what the file carries', () => {
  for (const name of ['telephone.jpg', 'wide.jpg', 'cmyk-tagged.tif', 'gray.png']) {
    for (const output of [PRINT, SHARE]) {
      it(`nothing beside the picture: ${name}, ${output.kind}`, async () => {
        const { bytes } = await render(name, output);
        const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
        expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
        expect(bytes.includes('SECRET')).toBe(false);
        expect(bytes.includes('Exif')).toBe(false);
      });
    }
  }

  it('shows readers sRGB whatever the profile was', async () => {
    for (const name of ['colour.jpg', 'wide.jpg', 'deep.png', 'deep-tagged.png']) {
      const { at } = await pixels(await render(name, SHARE, { width: 280, height: 190 }));
      expectNear(at(50, 50), [220, 30, 30], 8);
      expectNear(at(150, 50), [30, 160, 40], 8);
    }
  });

  it('keeps gray gray for readers', async () => {
    expect((await render('gray-as-colour.jpg', SHARE)).channels).toBe(1);
  });

  it('is the same bytes each time', async () => {
    for (const output of [PRINT, SHARE]) {
      const [first, second] = [await render('colour.jpg', output), await render('colour.jpg', output)];
      expect(first.key).toBe(second.key);
      expect(first.bytes.equals(second.bytes)).toBe(true);
    }
  });
});

describe('drawings as pixels', () => {
  const SVG =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 36"><defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs><rect width="36" height="36" fill="url(#g)"/></svg>';

  it('come out at the resolution for drawings, cropped, on white', async () => {
    writeFileSync(sample('gradient.svg'), SVG);
    const whole = await render('gradient.svg', PRINT, { width: 144, height: 72 });
    expect([whole.width, whole.height, whole.channels, whole.ppi]).toEqual([600, 300, 4, 300]);
    expectNear((await pixels(whole)).at(500, 150), [0, 0, 0, 0], 3);
    const right = { x: 0.5, y: 0, width: 0.5, height: 1 };
    const part = await render('gradient.svg', SHARE, { crop: right, width: 72, height: 72 });
    expect([part.width, part.height]).toEqual([160, 160]);
    expectNear((await pixels(part)).at(80, 80), part.channels === 1 ? [255] : [255, 255, 255], 3);
  });

  it('keep their paper white in black and white, and open no other file', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 36"><rect width="36" height="36"/><image href="${sample('colour.jpg')}" x="36" width="36" height="36"/></svg>`;
    writeFileSync(sample('outside.svg'), svg);
    const rendition = await render('outside.svg', PRINT, { width: 72, height: 36 });
    expect(rendition.channels).toBe(1);
    const { at } = await pixels(rendition);
    expectNear(at(225, 75), [255], 2);
    expectNear(at(75, 75), [0], 2);
  });
});

describe('troubles', () => {
  it('stand in their place in the list', async () => {
    const requests = ['colour.jpg', 'none.jpg', 'cut.jpg', 'letter.pdf'].map(name => request(name));
    const outcomes = await renderPictures(requests, SHARE, freshCache());
    expect(outcomes.map(outcome => (outcome.ok ? 'ok' : outcome.trouble.code))).toEqual([
      'ok',
      'picture-missing',
      'picture-unreadable',
      'picture-unsupported',
    ]);
  });
});

describe('cache', () => {
  /** Renders in a cache folder and answers with how many pictures had to be made. */
  async function made(cacheFolder: string, requests: readonly RenditionRequest[], output: OutputSettings) {
    const cache = new PictureCache(cacheFolder);
    const steps: string[] = [];
    await renderPictures(requests, output, cache, (done, total) => steps.push(`${done}/${total}`));
    cache.save();
    return steps;
  }

  it('makes each rendition once, and again for other settings', async () => {
    const cache = join(folder, 'hits');
    const two = [request('colour.jpg'), request('gray.png'), request('colour.jpg')];
    expect(await made(cache, two, PRINT)).toEqual(['1/2', '2/2']);
    expect(await made(cache, two, PRINT)).toEqual([]);
    expect(await made(cache, two, { ...PRINT, quality: 80 })).toEqual(['1/2', '2/2']);
    expect(await made(cache, [request('colour.jpg', { width: 100 })], PRINT)).toEqual(['1/1']);
    expect(readdirSync(cache, { recursive: true }).filter(name => String(name).endsWith('.tmp'))).toEqual([]);
  });

  it('knows an unchanged file without reading it and a changed one by its time', async () => {
    const cache = join(folder, 'memo');
    const file = sample('changing.jpg');
    writeFileSync(file, readFileSync(sample('colour.jpg')));
    utimesSync(file, 1000, 1000);
    await made(cache, [request('changing.jpg')], SHARE);
    const size = statSync(file).size;
    writeFileSync(file, Buffer.alloc(size));
    utimesSync(file, 1000, 1000);
    expect(await made(cache, [request('changing.jpg')], SHARE)).toEqual([]);
    writeFileSync(file, readFileSync(sample('telephone.jpg')));
    expect(await made(cache, [request('changing.jpg')], SHARE)).toEqual(['1/1']);
  });

  it('remakes damaged entries, and lives with a damaged index', async () => {
    const cache = join(folder, 'damage');
    const [before] = await renderPictures([request('colour.jpg')], SHARE, new PictureCache(cache));
    const damages: ((bytes: Buffer) => Buffer)[] = [
      bytes => bytes.subarray(0, bytes.length - 1),
      bytes => Buffer.concat([bytes, Buffer.from('x')]),
      bytes => Buffer.from(bytes.map((byte, index) => (index === bytes.length - 9 ? byte ^ 1 : byte))),
      () => Buffer.alloc(0),
    ];
    for (const damage of damages) {
      for (const name of readdirSync(cache, { recursive: true }).map(String)) {
        const path = join(cache, name);
        if (statSync(path).isFile()) writeFileSync(path, damage(readFileSync(path)));
      }
      expect(await made(cache, [request('colour.jpg')], SHARE)).toEqual(['1/1']);
      writeFileSync(join(cache, 'index.json'), '[["broken');
      const [after] = await renderPictures([request('colour.jpg')], SHARE, new PictureCache(cache));
      expect(after).toEqual(before);
    }
  });
});
