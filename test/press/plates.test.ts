/** Plates from frames, held against Ghostscript's separations of the written PDF. */

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Edition, Ink, Item, PictureItem } from '../../src/frame/frame.js';
import { pressPalette } from '../../src/pdf/palette.js';
import { SpotBook } from '../../src/pdf/spots.js';
import { writePrintPdf } from '../../src/pdf/write.js';
import { PROCESS, platesOf, REGISTRATION } from '../../src/press/inks.js';
import { drawPlates, type PlateImage, plateToPng } from '../../src/press/plates.js';
import { black, edition, face, page, press, red, run } from '../pdf/helper.js';
import { installed } from '../pdf/inspect.js';
import { renderedPictures } from '../pdf/pictures.js';
import { ghostscriptPlates } from './ghostscript.js';

const AROUND = 21;
const PPI = 144;

const tint: Ink = { name: 'tint', cmyk: [0.3, 0, 0.5, 0.1], rgb: [160, 200, 110] };
const white: Ink = { name: 'white', cmyk: [0, 0, 0, 0], rgb: [255, 255, 255] };
const house: Ink = {
  name: 'house red',
  cmyk: [0, 0.45, 0.4, 0],
  rgb: [240, 150, 140],
  spot: { name: 'PANTONE 485 C', tint: 0.5, alternate: [0, 0.9, 0.8, 0] },
};

const box = (x: number, y: number, width: number, height: number, ink: Ink): Item => {
  return { kind: 'box', x, y, width, height, ink };
};
const group = (
  items: readonly Item[],
  clip: { x: number; y: number; width: number; height: number },
): Item => {
  return { kind: 'group', x: 0, y: 0, role: undefined, story: undefined, alt: undefined, clip, items };
};

/** A page of 400 by 500 points with everything that prints, over a tint so that overprinting and knocking out show. */
function everything(): Edition {
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const picture = (file: string, y: number): PictureItem => {
    return { kind: 'picture', x: 220, y, width: 90, height: 60, file, crop };
  };
  const wave = [['M', 0, 0], ['C', 20, 40, 60, -40, 80, 0], ['L', 80, 60], ['L', 0, 60], ['Z']] as const;
  const pen = { ink: red, width: 4, cap: 'round', join: 'round', dash: [] } as const;
  const shape = { path: wave, fill: house, fillRule: 'nonzero', stroke: pen } as const;
  return edition([
    page([
      box(0, 0, 400, 500, tint),
      run(face('serif'), 'Small black overprints the tint', { x: 20, y: 40, size: 12 }),
      run(face('naskh'), 'حقيقة المقهورين', { x: 20, y: 70, size: 14, rtl: true }),
      run(face('sans'), 'LARGE', { x: 20, y: 120, size: 60 }),
      run(face('sans'), 'White', { x: 20, y: 170, size: 50, ink: white }),
      run(face('sans'), 'Red', { x: 200, y: 170, size: 50, ink: red }),
      { kind: 'rule', x1: 20, y1: 180, x2: 380, y2: 180, width: 1, ink: black },
      { kind: 'rule', x1: 20, y1: 190, x2: 380, y2: 190, width: 6, ink: black },
      box(20, 210, 80, 60, house),
      box(120, 210, 80, 60, black),
      box(20, 290, 160, 5, black),
      { kind: 'drawing', x: 20, y: 320, scale: 1.5, shapes: [shape] },
      {
        kind: 'turned',
        x: 160,
        y: 480,
        degrees: -60,
        runs: [run(face('sans'), 'Turned', { x: 0, y: 0, size: 18 })],
      },
      picture('colour.jpg', 210),
      picture('gray.png', 290),
      group([box(200, 380, 300, 300, white)], { x: 230, y: 390, width: 100, height: 70 }),
      { kind: 'rule', x1: -20, y1: 250, x2: -4, y2: 250, width: 2, ink: REGISTRATION },
    ]),
  ]);
}

const SOLID = [0.4, 0, 0, 1] as const;
const printing = pressPalette(new SpotBook(), SOLID);

async function drawn(made: Edition, around = AROUND): Promise<PlateImage[]> {
  const plates = platesOf(made.pages);
  const prepared = await renderedPictures();
  const rendition = (item: PictureItem) => prepared(item, made.pages[0]!);
  return drawPlates(made.pages[0]!, { ppi: PPI, around, plates, printing, rendition });
}

/** Ink of a pixel in percent; the point is of the trimmed page. */
function inkAt({ ink, width }: PlateImage, x: number, y: number): number {
  const [column, row] = [x, y].map(value => Math.round(((value + AROUND) * PPI) / 72)) as [number, number];
  return Math.round(ink[row * width + column]! / 2.55);
}

describe('plates', () => {
  it('are those of the process inks, then of the spot colours', async () => {
    expect((await drawn(everything())).map(({ plate }) => plate.name)).toEqual([
      ...PROCESS.map(({ name }) => name),
      'PANTONE 485 C',
    ]);
  });

  it('show tints, what knocks out, what overprints, and marks on all of them', async () => {
    const plates = await drawn(everything());
    const at = (x: number, y: number): number[] => plates.map(plate => inkAt(plate, x, y));
    expect(at(390, 10)).toEqual([30, 0, 50, 10, 0]);
    // The thin rule overprints, the thick one does not.
    expect(at(200, 180)).toEqual([30, 0, 50, 100, 0]);
    expect(at(200, 190)).toEqual([0, 0, 0, 100, 0]);
    expect(at(60, 240)).toEqual([0, 0, 0, 0, 50]);
    // An area of solid black has cyan under it, a band of it has not.
    expect(at(160, 240)).toEqual([40, 0, 0, 100, 0]);
    expect(at(100, 292.5)).toEqual([0, 0, 0, 100, 0]);
    expect(at(-10, 250)).toEqual([100, 100, 100, 100, 100]);
    expect(at(-10, 240)).toEqual([0, 0, 0, 0, 0]);
    // A gray picture is black alone; the clipped white box shows inside its clip only.
    expect(at(265, 320).map(ink => ink > 0)).toEqual([false, false, false, true, false]);
    expect([at(280, 400), at(220, 400)]).toEqual([
      [0, 0, 0, 0, 0],
      [30, 0, 50, 10, 0],
    ]);
  });

  it('are the same twice, and PNGs that are dark where ink is', async () => {
    const [first, again] = [await drawn(everything()), await drawn(everything())];
    const files = await Promise.all([first[3]!, again[3]!].map(plateToPng));
    expect(files[0]!.equals(files[1]!)).toBe(true);
    const { data, info } = await sharp(files[0]).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([first[3]!.width, first[3]!.height]);
    expect(
      data.every((gray, at) => at % info.channels > 0 || gray === 255 - first[3]!.ink[at / info.channels]!),
    ).toBe(true);
  });

  it.skipIf(!installed('gs'))(
    'hold the ink that Ghostscript separates from the PDF, within 3 % in every 5 mm and 0.1 % in all',
    async () => {
      const made = everything();
      const rendition = await renderedPictures();
      const file = await writePrintPdf(made, {
        press: { ...press, solidBlack: SOLID },
        margin: AROUND,
        rendition,
      });
      const separations = await ghostscriptPlates(file, PPI);
      expect([...separations.keys()].sort()).toEqual(
        platesOf(made.pages)
          .map(({ name }) => name)
          .sort(),
      );
      for (const plate of await drawn(made)) {
        const other = separations.get(plate.plate.name)!;
        expect([other.width, other.height]).toEqual([plate.width, plate.height]);
        expect(
          Math.max(...differences(plate, other, Math.round((5 / 25.4) * PPI))),
          plate.plate.name,
        ).toBeLessThan(0.03);
        expect(Math.abs(mean(plate.ink) - mean(other.ink))).toBeLessThan(0.001);
      }
    },
  );
});

const mean = (ink: Uint8Array): number => ink.reduce((sum, value) => sum + value, 0) / (255 * ink.length);

/** How far the means of two images are apart in each square. */
function differences(a: PlateImage, b: { ink: Uint8Array }, side: number): number[] {
  const found: number[] = [];
  for (let top = 0; top + side <= a.height; top += side) {
    for (let left = 0; left + side <= a.width; left += side) {
      let difference = 0;
      for (let y = top; y < top + side; y++)
        for (let x = left; x < left + side; x++)
          difference += a.ink[y * a.width + x]! - b.ink[y * a.width + x]!;
      found.push(Math.abs(difference) / (255 * side * side));
    }
  }
  return found;
}
