/** Pages as pictures: their size, what they say of themselves, and how they compare with the reader PDF. */

import sharp from 'sharp';
import { expect, it } from 'vitest';
import { writeSharePdf } from '../../src/pdf/write.js';
import { pageToJpeg } from '../../src/proof/picture.js';
import { edition, face, noPictures, page, red, run } from '../pdf/helper.js';
import { installed, withFile } from '../pdf/inspect.js';

const sheet = page([
  run(face('naskh'), 'خبز المدينة', { x: 20, y: 120, size: 60, rtl: true }),
  run(face('serif'), 'The city', { x: 20, y: 220, size: 60 }),
  { kind: 'box', x: 20, y: 300, width: 200, height: 90, ink: red },
]);

it('has the width asked for and carries nothing but pixels', async () => {
  const { width, height, exif, xmp, iptc, icc } = await sharp(
    await pageToJpeg(sheet, noPictures, 320),
  ).metadata();
  expect([width, height]).toEqual([320, 400]);
  expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
});

it.skipIf(!installed('pdftoppm'))('looks like the page of the reader PDF', async () => {
  const ours = await sharp(await pageToJpeg(sheet, noPictures, 400))
    .greyscale()
    .raw()
    .toBuffer();
  const pdf = await writeSharePdf(edition([sheet]), { rendition: noPictures });
  const theirs = withFile(pdf, 'pdftoppm', ['-r', '72', '-gray', 'FILE']).subarray(-ours.length);
  let sum = 0;
  ours.forEach((value, at) => {
    sum += Math.abs(value - theirs[at]!);
  });
  expect(sum / ours.length).toBeLessThan(4);
});
