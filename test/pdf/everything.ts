/** Nothing in; an edition with all that frames can hold, and its press PDF in either standard, out. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition, Ink, Item, PictureItem } from '../../src/frame/frame.js';
import { type PressStandard, writePrintPdf } from '../../src/pdf/write.js';
import { black, edition, face, page, press, red, run } from './helper.js';
import { renderedPictures } from './pictures.js';

export const PROFILE = readFileSync(
  join(import.meta.dirname, '../../layouts/profiles/newsprint-snap2007.icc'),
);

const spot: Ink = {
  name: 'house red',
  cmyk: [0, 0.45, 0.4, 0],
  rgb: [240, 150, 140],
  spot: { name: 'PANTONE 485 C', tint: 0.5, alternate: [0, 0.9, 0.8, 0] },
};

/** Two pages with all that frames can hold: text of two scripts, rules, boxes, pictures of both kinds, drawings, a spot colour, links. */
export function pages(): Edition {
  const crop = { x: 0, y: 0, width: 1, height: 1 };
  const picture = (file: string, y: number): PictureItem => {
    return { kind: 'picture', x: 20, y, width: 90, height: 60, file, crop };
  };
  const items: Item[] = [
    run(face('sans'), 'Ink on paper', { x: 20, y: 40, size: 30 }),
    run(face('serif'), 'Office, affair, fly', { x: 20, y: 60, size: 9 }),
    run(face('naskh'), 'حقيقة المقهورين', { x: 200, y: 60, size: 12, rtl: true }),
    run(face('sans'), 'Red', { x: 20, y: 80, ink: red }),
    { kind: 'rule', x1: 20, y1: 90, x2: 300, y2: 90, width: 0.5, ink: black },
    { kind: 'box', x: 20, y: 100, width: 100, height: 30, ink: spot },
    picture('colour.jpg', 140),
    picture('gray.png', 220),
    { kind: 'link', x: 20, y: 300, width: 50, height: 10, target: { url: 'https://example.org' } },
  ];
  return edition([page(items), page([run(face('cairo'), 'صفحة ٢', { x: 90, y: 50, rtl: true })], 2)], {
    title: 'حقيقة / Truth',
    bleed: 9,
  });
}

export async function written(standard: PressStandard): Promise<Uint8Array> {
  const condition = { ...press, standard, profile: PROFILE };
  return writePrintPdf(pages(), { press: condition, margin: 12, rendition: await renderedPictures() });
}
