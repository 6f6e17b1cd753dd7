/** Plates of a page: its frames and the press renditions of its pictures in, an image of the ink on each plate out. */

import type { Ink, Item, Page, PictureItem } from '../frame/frame.js';
import { decodeCmyk, decodeGray, fromPixels, openDrawing, type Pixels, toScreen } from '../picture/pixels.js';
import { pageToSvg } from '../proof/svg.js';
import { amountOn, PROCESS } from './inks.js';
import { type Printing, separated } from './separation.js';

/** What one plate prints of a page. */
export interface PlateImage {
  readonly plate: Ink;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Row by row, 255 for full ink. */
  readonly ink: Uint8Array;
}

/** A picture as the press PDF holds it: a JPEG of one channel, printed in black, or of four. */
export type PressRendition = (
  item: PictureItem,
) => Promise<{ readonly data: Uint8Array; readonly channels: number }>;

export interface PlateSettings {
  /** Pixels an inch. */
  readonly ppi: number;
  /** What is shown around the trim: bleed and marks. Points. */
  readonly around: number;
  readonly plates: readonly Ink[];
  readonly printing: Printing;
  readonly rendition: PressRendition;
}

/** An image for each plate, in their order. The same page and renditions give the same pixels. */
export async function drawPlates(page: Page, settings: PlateSettings): Promise<PlateImage[]> {
  const pictures = new Map<PictureItem, Picture>();
  for (const item of picturesIn(page.items)) pictures.set(item, await openPicture(item, settings));
  const images: PlateImage[] = [];
  for (const plate of settings.plates) images.push(await drawPlate(page, plate, pictures, settings));
  return images;
}

async function drawPlate(
  page: Page,
  plate: Ink,
  pictures: ReadonlyMap<PictureItem, Picture>,
  { ppi, around, printing }: PlateSettings,
): Promise<PlateImage> {
  const files = new Map<PictureItem, Uint8Array>();
  for (const [item, picture] of pictures) files.set(item, await platePicture(picture, plate));
  const items = separated(page.items, plate, printing);
  const group = { role: undefined, story: undefined, alt: undefined };
  const sheet: Page = {
    ...page,
    width: page.width + 2 * around,
    height: page.height + 2 * around,
    items: [{ kind: 'group', x: around, y: around, ...group, items }],
  };
  const svg = pageToSvg(sheet, item => files.get(item)!);
  const drawn = await toScreen(await openDrawing(Buffer.from(svg), Math.round((sheet.width * ppi) / 72)));
  const ink = new Uint8Array(drawn.width * drawn.height);
  for (let at = 0; at < ink.length; at++) ink[at] = 255 - drawn.data[at * drawn.channels]!;
  return { plate, width: drawn.width, height: drawn.height, ink };
}

/** A plate as it would look printed in black: PNG, gray. */
export function plateToPng({ ink, width, height }: PlateImage): Promise<Buffer> {
  const data = Buffer.alloc(ink.length);
  for (let at = 0; at < data.length; at++) data[at] = 255 - ink[at]!;
  return png({ data, width, height, channels: 1 }, GOOD);
}

/** Pixels of a picture, no more than its plates can show. */
interface Picture {
  readonly pixels: Pixels;
  readonly most: { readonly width: number; readonly height: number };
}

async function openPicture(item: PictureItem, { ppi, rendition }: PlateSettings): Promise<Picture> {
  const { data, channels } = await rendition(item);
  const decode = channels === 1 ? decodeGray : decodeCmyk;
  const most = (points: number): number => Math.max(1, Math.ceil((points * ppi) / 72));
  return {
    pixels: await decode(Buffer.from(data)),
    most: { width: most(item.width), height: most(item.height) },
  };
}

/** What a plate prints of a picture, as gray; a gray picture knocks out all plates but black. */
async function platePicture({ pixels, most }: Picture, plate: Ink): Promise<Uint8Array> {
  const { data, width, height, channels } = pixels;
  const gray = Buffer.alloc(width * height, 255);
  if (channels === 1 && amountOn(plate, BLACK) === 1) data.copy(gray);
  const channel = PROCESS.findIndex(ink => amountOn(plate, ink) === 1);
  if (channels === 4 && channel >= 0) {
    for (let at = 0; at < gray.length; at++) gray[at] = 255 - data[at * 4 + channel]!;
  }
  return png({ data: gray, width, height, channels: 1 }, FAST, most);
}

const BLACK = PROCESS[3]!;
const FAST = 1;
const GOOD = 6;

/** Made smaller by averaging, which adds ink nowhere, if it is larger than `most`. */
async function png(
  pixels: Pixels,
  compressionLevel: number,
  most = pixels as Picture['most'],
): Promise<Buffer> {
  const size = { width: Math.min(pixels.width, most.width), height: Math.min(pixels.height, most.height) };
  const picture = (await fromPixels(pixels)).resize({ ...size, fit: 'fill', kernel: 'linear' });
  return picture.png({ compressionLevel }).toBuffer();
}

function picturesIn(items: readonly Item[]): PictureItem[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return picturesIn(item.items);
    return item.kind === 'picture' ? [item] : [];
  });
}
