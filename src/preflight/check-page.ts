/** Clauses on pages: a page of a written PDF in; faults of its boxes, colours, images and overprinting, and the codes it shows in each font, out. */

import type { Faults, Standard } from './clause.js';
import { type Colour, followContent, keyOf, type Listener, type State } from './pdf-content.js';
import type { PdfDocument } from './pdf-file.js';
import { type Dictionary, type PdfObject, SyntaxFault } from './pdf-syntax.js';

/** What a page should be. Points. */
export interface ExpectedPage {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
}

/** Fonts by the key of their object, with the codes that are shown in each. */
export type ShownCodes = Map<
  PdfObject | undefined,
  { readonly font: PdfObject | undefined; readonly codes: Set<number> }
>;

/** What all pages are checked by. */
export interface PageCheck {
  readonly pdf: PdfDocument;
  readonly standard: Standard;
  readonly faults: Faults;
  /** Fewest pixels an inch of an image; 0 for any. */
  readonly leastPpi: number;
  readonly shown: ShownCodes;
}

export function checkPage(
  page: Dictionary,
  number: number,
  expected: ExpectedPage | undefined,
  check: PageCheck,
): void {
  checkBoxes(page, number, expected, check);
  const { pdf, faults } = check;
  const contents = page.get('/Contents');
  const parts = Array.isArray(pdf.resolve(contents)) ? pdf.array(contents) : [contents];
  try {
    const bytes = parts.map(part => pdf.data(part) ?? new Uint8Array());
    // Parts are joined by a space (ISO 32000-1 7.8.2).
    const joined = Buffer.concat(bytes.flatMap(part => [part, Buffer.from(' ')]));
    followContent(joined, pdf.dictionary(page.get('/Resources')), pdf, listenerFor(number, check));
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    faults.add('file', `the content of the page cannot be read: ${error.message}`, number);
  }
}

/** Rounding of numbers in the file. */
const NEAR = 0.01;

function checkBoxes(
  page: Dictionary,
  number: number,
  expected: ExpectedPage | undefined,
  { pdf, faults }: PageCheck,
): void {
  const box = (key: string): number[] => pdf.array(page.get(key)).map(Number);
  const [media, bleed, trim] = [box('/MediaBox'), box('/BleedBox'), box('/TrimBox')];
  for (const [name, found] of Object.entries({ media, bleed, trim })) {
    if (found.length !== 4) {
      faults.add('boxes', `there is no ${name} box`, number);
      return;
    }
  }
  const inside = (inner: number[], outer: number[]): boolean =>
    inner[0]! >= outer[0]! - NEAR &&
    inner[1]! >= outer[1]! - NEAR &&
    inner[2]! <= outer[2]! + NEAR &&
    inner[3]! <= outer[3]! + NEAR;
  faults.expect(inside(trim, bleed), 'boxes', 'the trim box reaches out of the bleed box', number);
  faults.expect(inside(bleed, media), 'boxes', 'the bleed box reaches out of the media box', number);
  for (const key of ['/ArtBox', '/CropBox', '/Rotate', '/UserUnit']) {
    faults.expect(!page.has(key), 'boxes', `the page has the key ${key}`, number);
  }
  if (expected === undefined) return;
  const size = [trim[2]! - trim[0]!, trim[3]! - trim[1]!];
  const isSize = Math.abs(size[0]! - expected.width) < NEAR && Math.abs(size[1]! - expected.height) < NEAR;
  faults.expect(
    isSize,
    'boxes',
    `the trim is ${size.join(' × ')} points, not ${expected.width} × ${expected.height}`,
    number,
  );
  const around = Math.min(
    trim[0]! - bleed[0]!,
    trim[1]! - bleed[1]!,
    bleed[2]! - trim[2]!,
    bleed[3]! - trim[3]!,
  );
  faults.expect(
    Math.abs(around - expected.bleed) < NEAR,
    'boxes',
    `the bleed is ${around} points, not ${expected.bleed}`,
    number,
  );
}

function listenerFor(number: number, check: PageCheck): Listener {
  const { pdf, faults, shown } = check;
  return {
    colour: space => checkSpace(space, number, check),
    graphicsState: () => {},
    strange: operator => {
      const clause = operator === 'PS' ? 'postscript' : 'operators';
      faults.add(clause, `the page has the operator ${operator}`, number);
    },
    paint: (state, fills, strokes) => {
      if (fills && state.op) checkOver(state.fill, 'an area', number, faults);
      if (strokes && state.OP) checkOver(state.stroke, 'a line', number, faults);
    },
    text: (state, codes, size) => {
      checkText(state, size, number, faults);
      const key = keyOf(state.font);
      const known = shown.get(key) ?? { font: state.font, codes: new Set<number>() };
      shown.set(key, known);
      for (const part of codes)
        for (const code of codesOf(part, pdf.get(state.font, '/Subtype'))) known.codes.add(code);
    },
    image: (reference, [a, b, c, d]) => {
      const image = pdf.dictionary(reference);
      checkImage(reference, image, number, check);
      const pixels = (key: string): number => Number(pdf.get(image, key));
      const ppi = Math.min(pixels('/Width') / Math.hypot(a, b), pixels('/Height') / Math.hypot(c, d)) * 72;
      const message = `an image has ${Math.floor(ppi)} pixels an inch, and ${check.leastPpi} are wanted`;
      faults.expect(ppi >= check.leastPpi - 1, 'resolution', message, number);
    },
  };
}

/** Composite fonts have codes of two bytes here, simple ones of one. */
function* codesOf(text: Uint8Array, subtype: PdfObject): Iterable<number> {
  const width = subtype === '/Type0' ? 2 : 1;
  for (let at = 0; at + width <= text.length; at += width) {
    yield width === 2 ? text[at]! * 256 + text[at + 1]! : text[at]!;
  }
}

const INKS = new Set(['/DeviceCMYK', '/DeviceGray']);

/** Device CMYK and gray, and spot colours that stand for CMYK; nothing else leaves this press. */
function checkSpace(space: PdfObject, number: number, { pdf, faults }: PageCheck): void {
  const found = pdf.resolve(space);
  if (typeof found === 'string' && INKS.has(found)) return;
  const [kind, , alternate] = pdf.array(found);
  const base = pdf.resolve(alternate);
  if (kind === '/Separation' && typeof base === 'string' && INKS.has(base)) return;
  const name = String(kind ?? found ?? 'no colour space').replace('/', '');
  faults.add('colour', `the page is painted in ${name}`, number);
}

function checkImage(reference: PdfObject, image: Dictionary, number: number, check: PageCheck): void {
  const { pdf, faults } = check;
  if (pdf.get(image, '/Subtype') !== '/Image') {
    faults.add('operators', 'the page paints an object that is no image', number);
    return;
  }
  checkSpace(image.get('/ColorSpace') ?? null, number, check);
  faults.expect(
    pdf.get(image, '/BitsPerComponent') === 8,
    'colour',
    'an image has not eight bits a channel',
    number,
  );
  if (pdf.get(image, '/Filter') !== '/DCTDecode') return;
  const jpeg = headOf(pdf.data(reference) ?? new Uint8Array());
  const channels = pdf.get(image, '/ColorSpace') === '/DeviceCMYK' ? 4 : 1;
  const agrees =
    jpeg?.channels === channels &&
    jpeg.width === pdf.get(image, '/Width') &&
    jpeg.height === pdf.get(image, '/Height');
  faults.expect(
    agrees,
    'colour',
    'a JPEG is not of the size and channels that the page takes it for',
    number,
  );
}

/** Size and channels of a JPEG from its frame header (ITU-T T.81, B.2.2). */
function headOf(jpeg: Uint8Array): { width: number; height: number; channels: number } | undefined {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return {
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
        channels: bytes[at + 9]!,
      };
  }
  return undefined;
}

/** Black text smaller than this, in points, is printed over what lies under it. */
const KNOCKOUT_SIZE = 20;

function checkText(state: State, size: number, number: number, faults: Faults): void {
  const overprints = state.op && state.OPM === 1;
  if (isBlack(state.fill)) {
    const message = `black text of ${Math.round(size * 10) / 10} pt does not overprint`;
    faults.expect(overprints || size >= KNOCKOUT_SIZE - NEAR, 'black-overprint', message, number);
  } else if (state.op) checkOver(state.fill, 'text', number, faults);
}

/** Only black may be printed over what lies under it; what else is would change its colour, or vanish. */
function checkOver(colour: Colour, what: string, number: number, faults: Faults): void {
  faults.expect(isBlack(colour), 'black-overprint', `${what} that is not black overprints`, number);
}

function isBlack({ space, parts }: Colour): boolean {
  if (space === '/DeviceGray') return parts[0] === 0;
  return space === '/DeviceCMYK' && parts[0] === 0 && parts[1] === 0 && parts[2] === 0 && parts[3] === 1;
}
