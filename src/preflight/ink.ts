/** Rules for ink: the pages of the press PDF with the renditions of their pictures in; how much ink lies on each, and where it is too much, out. */

import { createHash } from 'node:crypto';
import type { Page } from '../frame/frame.js';
import { keyOf, type PictureCache } from '../picture/cache.js';
import { ENGINE } from '../picture/pixels.js';
import { type Coverage, coverageOf, type InkSpot } from '../press/coverage.js';
import { PROCESS, platesOf } from '../press/inks.js';
import { drawPlates, type PressRendition } from '../press/plates.js';
import type { Printing } from '../press/separation.js';
import type { Problem, Span } from '../problem/problem.js';
import type { Preflighted } from './finding.js';
import { itemsOf, placeOfPicture } from './place.js';

/** The ink of a page as the rules see it. */
export interface PageInk extends Pick<Coverage, 'mean' | 'densest' | 'peak' | 'window'> {
  /** What the page is called: `page 3`. */
  readonly name: string;
}

/** Pages of the press PDF. */
export interface PressPages {
  readonly pages: readonly Page[];
  readonly names: readonly string[];
  /** Bleed and marks around the trim, points. */
  readonly around: number;
  readonly printing: Printing;
  readonly rendition: PressRendition;
  /** Most ink, 2.4 for 240 %. */
  readonly limit: number;
}

/** Pixels an inch: enough for a mean over 15 mm, and for a place of more ink than a letter's stem. */
const PPI = 72;

/** Measures one of several pages; what has been measured before is known by its content. */
export async function measureInk(index: number, press: PressPages, cache: PictureCache): Promise<PageInk> {
  const { pages, names, around, printing, rendition, limit } = press;
  const page = pages[index]!;
  const plates = platesOf(pages);
  const key = keyOf(
    'ink',
    ENGINE,
    PPI,
    around,
    limit,
    plates,
    printing.area(BLACK, AREA),
    await contentOf(page, rendition),
  );
  const measured = await cache.remember(key, async () => {
    const images = await drawPlates(page, { ppi: PPI, around, plates, printing, rendition });
    const { mean, densest, peak, window } = coverageOf(images, { ...page, around }, limit);
    return { mean, densest, peak, window };
  });
  return { name: names[index]!, ...measured };
}

/** What the press makes of a large area in black, which is a setting. */
const BLACK = PROCESS[3]!;
const AREA = 100;

/** All that a page prints, as text: its frames, faces by name and size of file, pictures by their bytes. */
async function contentOf(page: Page, rendition: PressRendition): Promise<string> {
  const { width, height, items } = page;
  const pictures: string[] = [];
  for (const { item } of itemsOf(page)) {
    if (item.kind !== 'picture') continue;
    pictures.push(
      createHash('sha256')
        .update((await rendition(item)).data)
        .digest('hex'),
    );
  }
  return JSON.stringify([width, height, pictures, items], (name, value) => {
    if (name === 'line') return undefined;
    return name === 'face' ? [value.id, value.data.byteLength] : value;
  });
}

/** JPEG and pixels round: what is no more over than this is kept. */
const ROUNDING = 0.005;

/** What is over the limit. Where the press prints single pages, it is told with story and file. */
export function inkProblems(ink: readonly PageInk[], limit: number, input: Preflighted): Problem[] {
  return ink.flatMap(({ name, densest, peak, window }, index) => {
    const found: Problem[] = [];
    const add = (
      code: 'ink-mean' | 'ink-peak',
      spot: InkSpot,
      reach: number,
      what: string,
      hint: string,
    ): void => {
      if (spot.share <= limit + ROUNDING) return;
      const at = { x: spot.x + reach / 2, y: spot.y + reach / 2 };
      const percent = (share: number): number => Math.round(share * 100);
      const message = `${name}: ${percent(spot.share)} % of ink ${what} ${where(spot)}, and the press takes ${percent(limit)} %`;
      found.push({ code, severity: 'error', page: index + 1, message, hint, ...sourceAt(index, at, input) });
    };
    const side = Math.round((window * 25.4) / 72);
    add(
      'ink-mean',
      densest,
      window,
      `on ${side} × ${side} mm`,
      'Take a lighter picture or ground there: so much ink does not dry.',
    );
    if (found.length === 0)
      add(
        'ink-peak',
        peak,
        0,
        'in one place',
        'Black prints over other inks there: take a lighter ground for it.',
      );
    return found;
  });
}

function where({ x, y }: InkSpot): string {
  const mm = (points: number): number => Math.round((points * 25.4) / 72);
  return `${mm(x)} mm from the left and ${mm(y)} mm from the top`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The story and the line behind what stands at a place of a single page. */
function sourceAt(
  index: number,
  { x, y }: Place,
  { manifest, stories, made }: Preflighted,
): { story: string | undefined; span: Span | undefined } {
  const page = made.edition.pages[index];
  if (manifest.publication.print.pages !== 'single' || page === undefined) {
    return { story: undefined, span: undefined };
  }
  const isIn = (area: Place & { width: number; height: number }, dx = 0, dy = 0): boolean =>
    x >= area.x + dx && x <= area.x + dx + area.width && y >= area.y + dy && y <= area.y + dy + area.height;
  const module = made.pages
    .find(report => report.page === page.number)
    ?.modules.find(({ area }) => isIn(area));
  const picture = [...itemsOf(page)].findLast(
    ({ item, x: dx, y: dy }) => item.kind === 'picture' && isIn(item, dx, dy),
  );
  const story = picture?.story ?? module?.story;
  const file = picture?.item.kind === 'picture' ? picture.item.file : undefined;
  const own =
    file === undefined ? undefined : placeOfPicture(file, manifest, stories, { page: page.number, story });
  return { story, span: own ?? stories.find(({ id }) => id === story)?.span };
}
