/**
 * Pictures as they really come in, made here, through the whole picture stage and out of the JPEG again, against LittleCMS: each patch
 * prints within a Delta E (CIE 1976) of 3 of what it should.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { PictureCache } from '../../src/picture/cache.js';
import { printOutput } from '../../src/picture/output.js';
import { renderPictures } from '../../src/picture/rendition.js';
import { convert, deltaE, hasLittleCms, printed } from './littlecms.js';
import { camera, curv, gray, oldPress, scanner } from './profiles.js';
import { PROFILE, temporaryFolder, WHOLE } from './samples.js';

const folder = temporaryFolder();
const MOST = 3;

/** Six patches of 32 pixels side by side. */
const RGB = [
  [200, 60, 40],
  [60, 120, 60],
  [40, 70, 140],
  [220, 190, 150],
  [90, 60, 40],
  [30, 30, 60],
];
const INKS = [
  [0, 200, 180, 20],
  [180, 20, 200, 30],
  [200, 150, 0, 10],
  [20, 40, 80, 0],
  [120, 140, 160, 60],
  [0, 0, 0, 230],
];
const SIDE = 32;

function patches(colours: readonly (readonly number[])[]): Buffer {
  const row = Buffer.from(colours.flatMap(colour => Array(SIDE).fill(colour).flat()));
  return Buffer.concat(Array(SIDE).fill(row));
}

function picture(colours: readonly (readonly number[])[]): Sharp {
  const channels = colours[0]!.length as 1 | 3 | 4;
  return sharp(patches(colours), { raw: { width: SIDE * colours.length, height: SIDE, channels } });
}

/** A profile put into a JPEG as it is, whether it suits the picture or not (ICC.1:2010, B.4). */
function tagged(jpeg: Buffer, profile: Buffer): Buffer {
  const most = 65000;
  const count = Math.ceil(profile.length / most);
  const segments = Array.from({ length: count }, (_, index) => {
    const part = profile.subarray(index * most, (index + 1) * most);
    const head = Buffer.alloc(4);
    head.writeUInt16BE(0xffe2, 0);
    head.writeUInt16BE(part.length + 16, 2);
    return Buffer.concat([
      head,
      Buffer.from('ICC_PROFILE\0', 'latin1'),
      Buffer.from([index + 1, count]),
      part,
    ]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** An uncompressed TIFF (6.0, big endian) of ink patches, 8 or 16 bits, perhaps with a profile. */
function inkTiff(bits: 8 | 16, profile?: Buffer, inks = INKS): Buffer {
  const pixels = patches(inks);
  const strip = bits === 8 ? pixels : Buffer.from([...pixels].flatMap(ink => [ink, ink]));
  const fields: number[][] = [
    [256, 4, 1, SIDE * INKS.length],
    [257, 4, 1, SIDE],
    [258, 3, 4, 0],
    [259, 4, 1, 1],
    [262, 4, 1, 5],
    [273, 4, 1, 0],
    [277, 4, 1, 4],
    [278, 4, 1, SIDE],
    [279, 4, 1, strip.length],
  ];
  if (profile !== undefined) fields.push([34675, 7, profile.length, 0]);
  const depthsAt = 8 + 2 + 12 * fields.length + 4;
  const profileAt = depthsAt + 8;
  fields[2]![3] = depthsAt;
  fields[5]![3] = profileAt + (profile?.length ?? 0);
  if (profile !== undefined) fields[9]![3] = profileAt;
  const head = Buffer.alloc(profileAt);
  head.write('MM\0*', 'latin1');
  head.writeUInt32BE(8, 4);
  head.writeUInt16BE(fields.length, 8);
  fields.forEach(([tag, type, count, value], index) => {
    head.writeUInt16BE(tag!, 10 + 12 * index);
    head.writeUInt16BE(type!, 12 + 12 * index);
    head.writeUInt32BE(count!, 14 + 12 * index);
    head.writeUInt32BE(value!, 18 + 12 * index);
  });
  for (let channel = 0; channel < 4; channel++) head.writeUInt16BE(bits, depthsAt + 2 * channel);
  return Buffer.concat([head, profile ?? Buffer.alloc(0), strip]);
}

/** Ink patches as a CMYK JPEG with Adobe's marker and inverted numbers, as photo editors write it. */
function inkJpeg(): Promise<Buffer> {
  return sharp(inkTiff(8))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** What the picture stage prints of a file: percents of ink in the middle of each patch, four inks or black alone. */
async function inksOf(name: string, bytes: Buffer, upright = true): Promise<number[][]> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const output = printOutput(PROFILE, { intent: 'relative', quality: 95 });
  const [width, height] = upright ? [600, 100] : [100, 600];
  const cache = new PictureCache(join(folder, `cache-${name}`));
  const [outcome] = await renderPictures([{ file, crop: WHOLE, width, height }], output, cache);
  if (outcome?.ok !== true) throw new Error(outcome?.trouble.message);
  const rendition = sharp(outcome.value.bytes);
  if (outcome.value.channels === 4) rendition.pipelineColourspace('cmyk').toColourspace('cmyk');
  else rendition.toColourspace('b-w');
  const { data, info } = await rendition.raw().toBuffer({ resolveWithObject: true });
  return RGB.map((_, patch) => {
    const along = SIDE * patch + SIDE / 2;
    const [x, y] = upright ? [along, SIDE / 2] : [SIDE / 2, along];
    const at = (y * info.width + x) * info.channels;
    const pixel = [...data.subarray(at, at + info.channels)];
    return info.channels === 1 ? [0, 0, 0, 100 - pixel[0]! / 2.55] : pixel.map(ink => ink / 2.55);
  });
}

/** Holds a file's patches against colours of a profile. */
async function expectPrinted(
  name: string,
  bytes: Buffer,
  wanted: { colours: number[][]; from: string },
  upright = true,
): Promise<void> {
  const look = printed(await inksOf(name, bytes, upright), PROFILE);
  const inks = convert(wanted.colours, {
    from: wanted.from,
    to: PROFILE,
    intent: 'relative',
    blackPoint: true,
  });
  const differences = printed(inks, PROFILE).map((lab, patch) => deltaE(lab, look[patch]!));
  expect(Math.max(...differences), `${differences}`).toBeLessThan(MOST);
}

function kept(name: string, profile: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, profile);
  return path;
}

const asSrgb = { colours: RGB, from: '*sRGB' };
const CAMERA = camera([curv(563)]);

describe.skipIf(!hasLittleCms)('RGB', () => {
  it('without a profile', async () => {
    await expectPrinted('plain.jpg', await picture(RGB).jpeg({ quality: 100 }).toBuffer(), asSrgb);
  });

  it('with a camera’s profile', async () => {
    const from = kept('camera.icc', CAMERA);
    const jpeg = await picture(RGB).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    await expectPrinted('camera.jpg', tagged(jpeg, CAMERA), { colours: RGB, from });
  });

  it('with a scanner’s table', async () => {
    const from = kept('scanner.icc', scanner());
    const jpeg = await picture(RGB).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    await expectPrinted('scanner.jpg', tagged(jpeg, scanner()), { colours: RGB, from });
  });

  for (const [name, wrong] of [
    ['a press', oldPress()],
    ['gray pictures', gray(1.8)],
    ['nothing: damaged', CAMERA.subarray(0, 200)],
    ['nothing: noise', Buffer.alloc(500, 'noise')],
  ] as const) {
    it(`with a profile for ${name}`, async () => {
      const jpeg = await picture(RGB).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
      await expectPrinted('wrong.jpg', tagged(jpeg, wrong), asSrgb);
    });
  }

  it('of 16 bits, without a profile', async () => {
    await expectPrinted('deep.png', await picture(RGB).toColourspace('rgb16').png().toBuffer(), asSrgb);
  });

  it('of 16 bits, with a profile', async () => {
    const path = kept('camera.icc', CAMERA);
    const deep = await picture(RGB)
      .toColourspace('rgb16')
      .withIccProfile(path, { attach: true })
      .png()
      .toBuffer();
    const { data } = await sharp(deep, { ignoreIcc: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const colours = RGB.map((_, patch) => [
      ...data.subarray((SIDE * patch + 9) * 3, (SIDE * patch + 9) * 3 + 3),
    ]);
    expect(colours).not.toEqual(RGB);
    await expectPrinted('deep-camera.png', deep, { colours, from: path });
  });

  it('with a palette and transparency, on white', async () => {
    const half = RGB.map((colour, patch) => [...colour, patch % 2 === 0 ? 255 : 0]);
    const colours = half.map(([r, g, b, alpha]) => (alpha === 0 ? [255, 255, 255] : [r!, g!, b!]));
    const png = await picture(half).png({ palette: true, colours: 16, dither: 0 }).toBuffer();
    await expectPrinted('palette.png', png, { colours, from: '*sRGB' });
  });

  it('held on its side by a telephone', async () => {
    const turned = await picture(RGB).jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
    await expectPrinted('turned.jpg', turned, asSrgb, false);
  });
});

describe.skipIf(!hasLittleCms)('inks', () => {
  const percents = INKS.map(inks => inks.map(ink => ink / 2.55));
  const other = oldPress();

  it('with Adobe’s marker and the profile of another press', async () => {
    const from = kept('other.icc', other);
    await expectPrinted('adobe.jpg', tagged(await inkJpeg(), other), { colours: percents, from });
  });

  it('in a TIFF with the profile of another press', async () => {
    await expectPrinted('inks.tif', inkTiff(8, other), { colours: percents, from: kept('other.icc', other) });
  });

  it('of 16 bits, with the profile of another press', async () => {
    const from = kept('other.icc', other);
    await expectPrinted('deep-other.tif', inkTiff(16, other), { colours: percents, from });
  });

  for (const [name, bytes] of [
    ['own.tif', inkTiff(8, readFileSync(PROFILE))],
    ['untagged.tif', inkTiff(8)],
    ['untagged.jpg', inkJpeg()],
    ['deep.tif', inkTiff(16)],
    ['damaged.jpg', inkJpeg().then(jpeg => tagged(jpeg, other.subarray(0, 300)))],
    ['rgb.jpg', inkJpeg().then(jpeg => tagged(jpeg, CAMERA))],
  ] as const) {
    it(`for this press, or for none that is known, keep their numbers as far as dots hold: ${name}`, async () => {
      const found = await inksOf(name, await bytes);
      found.forEach((inks, patch) => {
        const away = inks.map((ink, plate) => Math.abs(ink - Math.min(percents[patch]![plate]!, 90)));
        expect(Math.max(...away), `${inks}`).toBeLessThan(2);
      });
    });
  }

  it('without a profile that are black alone print in black alone, by their numbers', async () => {
    const black = inkTiff(
      8,
      undefined,
      [30, 80, 130, 180, 220, 0].map(ink => [0, 0, 0, ink]),
    );
    const found = await inksOf('black.tif', black);
    expect(found.map(inks => inks.map(ink => Math.round(ink)))).toEqual(
      [12, 31, 51, 71, 86, 0].map(ink => [0, 0, 0, ink]),
    );
  });
});

describe.skipIf(!hasLittleCms)('gray', () => {
  const GRAYS = [20, 70, 120, 160, 200, 235];

  /** What four inks can be darker than black alone at 90 %, L*: up to this much the shadows lack. */
  const DEPTH = 7;

  /** Black alone is as light as what LittleCMS mixes of four inks. */
  async function expectLight(name: string, bytes: Buffer, colours: number[][], from: string): Promise<void> {
    const found = await inksOf(name, bytes);
    expect(found.every(([cyan, magenta, yellow]) => cyan === 0 && magenta === 0 && yellow === 0)).toBe(true);
    const inks = convert(colours, { from, to: PROFILE, intent: 'relative', blackPoint: true });
    const [light, wanted] = [printed(found, PROFILE), printed(inks, PROFILE)];
    light.forEach((lab, patch) => {
      const most = GRAYS[patch]! < 80 ? DEPTH : MOST;
      expect(Math.abs(lab[0]! - wanted[patch]![0]!), `${GRAYS[patch]}`).toBeLessThan(most);
    });
  }

  it('of one channel, of three, of 16 bits, with transparency', async () => {
    const three = GRAYS.map(value => [value, value, value]);
    const files = [
      [
        'gray.png',
        await picture(GRAYS.map(value => [value]))
          .toColourspace('b-w')
          .png()
          .toBuffer(),
      ],
      ['gray.jpg', await picture(three).jpeg({ quality: 90 }).toBuffer()],
      ['gray16.png', await picture(three).toColourspace('grey16').png().toBuffer()],
      [
        'gray-alpha.png',
        await picture(three.map(colour => [...colour, 255]))
          .toColourspace('b-w')
          .png()
          .toBuffer(),
      ],
    ] as const;
    for (const [name, bytes] of files) await expectLight(name, bytes, three, '*sRGB');
  });

  it('with a profile of its own', async () => {
    const jpeg = await picture(GRAYS.map(value => [value]))
      .toColourspace('b-w')
      .jpeg({ quality: 100 })
      .toBuffer();
    const from = kept('gray.icc', gray(1.8));
    await expectLight(
      'gray18.jpg',
      tagged(jpeg, gray(1.8)),
      GRAYS.map(value => [value]),
      from,
    );
  });
});
