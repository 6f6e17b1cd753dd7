/** Plates of a page: its frames and the press renditions of its pictures in, an image of the ink on each plate out. */

import type { Ink, Item, Page, PictureItem } from '../frame/frame.js';
import { decodeCmyk, decodeGray, fromPixels, openDrawing, type Pixels, toScreen } from '../picture/pixels.js';
import { pageToSvg } from '../proof/svg.js';
import { amountOn, PROCESS } from './inks.js';
import { type PlateGroup, type Printing, separated } from './separation.js';

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
  const pictures = new Map<PictureItem, Pixels>();
  for (const item of picturesIn(page.items)) pictures.set(item, await openPicture(item, settings));
  const images: PlateImage[] = [];
  for (const group of groupsOf(settings.plates))
    images.push(...(await drawGroup(page, group, pictures, settings)));
  return images;
}

/** Cyan, magenta and yellow are drawn at once; all else alone, since black overprints and so is not like its neighbours. */
function groupsOf(plates: readonly Ink[]): PlateGroup[] {
  const [cyan, magenta, yellow, ...others] = plates;
  const colours = PROCESS.slice(0, 3).every((ink, index) => amountOn(plates[index] ?? ink, ink) === 1);
  if (!colours || cyan === undefined || magenta === undefined || yellow === undefined) {
    return plates.map(plate => [plate]);
  }
  return [[cyan, magenta, yellow], ...others.map((plate): PlateGroup => [plate])];
}

async function drawGroup(
  page: Page,
  plates: PlateGroup,
  pictures: ReadonlyMap<PictureItem, Pixels>,
  { ppi, around, printing }: PlateSettings,
): Promise<PlateImage[]> {
  const files = new Map<PictureItem, Uint8Array>();
  for (const [item, picture] of pictures) files.set(item, await platePicture(picture, plates));
  const items = separated(page.items, plates, printing);
  const group = { role: undefined, story: undefined, alt: undefined };
  const sheet: Page = {
    ...page,
    width: page.width + 2 * around,
    height: page.height + 2 * around,
    items: [{ kind: 'group', x: around, y: around, ...group, items }],
  };
  const svg = pageToSvg(sheet, item => files.get(item)!);
  const drawn = await toScreen(await openDrawing(Buffer.from(svg), Math.round((sheet.width * ppi) / 72)));
  const { data, width, height, channels } = drawn;
  return plates.map((plate, channel) => {
    const ink = new Uint8Array(width * height);
    for (let at = 0; at < ink.length; at++)
      ink[at] = 255 - data[at * channels + Math.min(channel, channels - 1)]!;
    return { plate, width, height, ink };
  });
}

/** A plate as it would look printed in black: PNG, gray. */
export function plateToPng({ ink, width, height }: PlateImage): Promise<Buffer> {
  const data = Buffer.alloc(ink.length);
  for (let at = 0; at < data.length; at++) data[at] = 255 - ink[at]!;
  return png({ data, width, height, channels: 1 }, GOOD);
}

/** Ink by pixel and channel, 255 for full, in no more pixels than the plates can show. */
async function openPicture(item: PictureItem, { ppi, rendition }: PlateSettings): Promise<Pixels> {
  const { data, channels } = await rendition(item);
  const most = (points: number): number => Math.max(1, Math.ceil((points * ppi) / 72));
  const pixels = await (channels === 1 ? decodeGray : decodeCmyk)(Buffer.from(data));
  const small = averaged(pixels, most(item.width), most(item.height));
  return channels === 1 ? { ...small, data: small.data.map(gray => 255 - gray) as Buffer } : small;
}

/** No larger than a size, each pixel the mean of those it stands for: that adds ink nowhere. */
function averaged(pixels: Pixels, mostWidth: number, mostHeight: number): Pixels {
  const { data, channels } = pixels;
  const [width, height] = [Math.min(pixels.width, mostWidth), Math.min(pixels.height, mostHeight)];
  if (width === pixels.width && height === pixels.height) return pixels;
  const edge = (at: number, small: number, large: number): number => Math.floor((at * large) / small);
  const small = Buffer.alloc(width * height * channels);
  const sums = new Float64Array(channels);
  for (let at = 0; at < width * height; at++) {
    const [column, row] = [at % width, Math.floor(at / width)];
    const [left, right] = [edge(column, width, pixels.width), edge(column + 1, width, pixels.width)];
    const [top, bottom] = [edge(row, height, pixels.height), edge(row + 1, height, pixels.height)];
    sums.fill(0);
    for (let y = top; y < bottom; y++) {
      const end = (y * pixels.width + right) * channels;
      for (let from = (y * pixels.width + left) * channels; from < end; from += channels) {
        for (let channel = 0; channel < channels; channel++) sums[channel]! += data[from + channel]!;
      }
    }
    const count = (right - left) * (bottom - top);
    for (let channel = 0; channel < channels; channel++)
      small[at * channels + channel] = Math.round(sums[channel]! / count);
  }
  return { data: small, width, height, channels };
}

/** What plates print of a picture, as gray or colours; a gray picture knocks out all plates but black. */
function platePicture({ data, width, height, channels }: Pixels, plates: PlateGroup): Promise<Uint8Array> {
  const parts = plates.map(plate => {
    const channel = PROCESS.findIndex(ink => amountOn(plate, ink) === 1);
    return channels === 1 ? (channel === 3 ? 0 : undefined) : channel < 0 ? undefined : channel;
  });
  const shown = Buffer.alloc(width * height * parts.length, 255);
  for (const [part, channel] of parts.entries()) {
    if (channel === undefined) continue;
    for (let at = 0; at < width * height; at++)
      shown[at * parts.length + part] = 255 - data[at * channels + channel]!;
  }
  return png({ data: shown, width, height, channels: parts.length }, FAST);
}

const FAST = 1;
const GOOD = 6;

async function png(pixels: Pixels, compressionLevel: number): Promise<Buffer> {
  return (await fromPixels(pixels)).png({ compressionLevel }).toBuffer();
}

function picturesIn(items: readonly Item[]): PictureItem[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return picturesIn(item.items);
    return item.kind === 'picture' ? [item] : [];
  });
}
