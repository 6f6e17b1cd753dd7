/** Images of plates: the pages of the press PDF in; a PNG for each plate of each page and a map of its ink out. */

import { availableParallelism } from 'node:os';
import type { SetIssue } from './build.js';
import type { Ink, Page } from './frame/frame.js';
import { mapBounded } from './picture/map-bounded.js';
import { type Coverage, coverageOf } from './press/coverage.js';
import { coverageMap } from './press/coverage-map.js';
import { platesOf } from './press/inks.js';
import { drawPlates, plateToPng } from './press/plates.js';
import { type PreparedPress, printingOf } from './press-pdf.js';
import { pageToPng } from './proof/picture.js';
import { labelsFor } from './proofs.js';

/** The ink on a page of the press PDF. */
export interface PageInk extends Omit<Coverage, 'grid'> {
  /** What the page is called: `page 3`. */
  readonly name: string;
}

export interface PlateFiles {
  readonly ink: readonly PageInk[];
  /** PNGs by name: `page-03-Cyan.png`, `page-03-ink.png`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The names of such files, whatever the issue. */
export const PLATE_FILE = /^pages?-\d.*-.*\.png$/;

/** Pixels an inch: small type can be read, and newsprint shows no more. */
const PPI = 150;

/** The same issue gives the same bytes. */
export async function plateFiles(
  set: SetIssue,
  press: PreparedPress,
  progress: (done: number, total: number) => void,
): Promise<PlateFiles> {
  const { pages } = press.edition;
  const plates = platesOf(pages);
  const digits = String(set.made.edition.pages.length).length;
  let done = 0;
  const all = await mapBounded([...pages.entries()], availableParallelism(), async ([index, page]) => {
    const name = press.names[index]!;
    const stem = name.replaceAll(/\d+/g, number => number.padStart(digits, '0')).replaceAll(' ', '-');
    const made = await pageFiles(page, name, stem, plates, set, press);
    done += 1;
    progress(done, pages.length);
    return made;
  });
  return { ink: all.map(({ ink }) => ink), files: new Map(all.flatMap(({ files }) => files)) };
}

type Named = readonly [name: string, bytes: Uint8Array];

async function pageFiles(
  page: Page,
  name: string,
  stem: string,
  plates: readonly Ink[],
  set: SetIssue,
  { edition, margin, renditions }: PreparedPress,
): Promise<{ ink: PageInk; files: Named[] }> {
  const limit = set.manifest.publication.print.inkLimit / 100;
  const around = edition.bleed + margin;
  const { provider: rendition } = renditions;
  const images = await drawPlates(page, { ppi: PPI, around, plates, printing: printingOf(set), rendition });
  const files: Named[] = [];
  for (const image of images)
    files.push([`${stem}-${fileWord(image.plate.name)}.png`, await plateToPng(image)]);
  const { grid, ...ink } = coverageOf(images, { ...page, around }, limit);
  const map = await coverageMap({ ...ink, grid }, { labels: labelsFor(set), limit, name });
  files.push([`${stem}-ink.png`, await pageToPng(map.page, async () => ({ data: map.png }))]);
  return { ink: { name, ...ink }, files };
}

/** A spot colour's name as part of a file's name. */
function fileWord(name: string): string {
  return name.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
}
