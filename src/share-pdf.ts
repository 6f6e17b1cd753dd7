/** PDFs for readers, of the printed pages or of those for phones: an edition in, bytes out, pictures made smaller until they fit a size. */

import type { SetIssue } from './build.js';
import { fileSize } from './file-size.js';
import type { Edition, PictureItem } from './frame/frame.js';
import type { Project } from './manifest/project.js';
import { writeSharePdf } from './pdf/write.js';
import type { PictureCache } from './picture/cache.js';
import { shareOutput } from './picture/output.js';
import { type PreparedRenditions, prepareRenditions } from './picture/prepare.js';
import type { Progress } from './picture/rendition.js';
import type { Problems } from './problem/problem.js';

export interface SharePdf {
  readonly pdf: Uint8Array;
  /** What was done so that it fits; undefined if nothing had to be. */
  readonly note: string | undefined;
}

/** Shares of the resolution and of the quality that the publication asks for, from as they are to as low as can be looked at. */
const STEPS = [
  [1, 1],
  [1, 0.8],
  [0.85, 0.7],
  [0.7, 0.6],
  [0.55, 0.5],
] as const;

/** The least quality of a JPEG: below it, edges fray. */
const LEAST_QUALITY = 20;

/** Pages for readers, and how fine their pictures are. */
export interface ReaderEdition {
  readonly edition: Edition;
  /** Pixels an inch. */
  readonly resolution: number;
  /** Of JPEGs, 1 to 100. */
  readonly quality: number;
  /** What it is called in a problem. */
  readonly name: string;
}

/** The printed pages. */
export function sharedEdition({ made, manifest }: SetIssue): ReaderEdition {
  const { resolution, quality } = manifest.publication.share;
  return { edition: made.edition, resolution, quality, name: 'reader PDF' };
}

/** Pictures for readers at one step, 0 being the publication's own settings. */
export function readerPictures(
  project: Project,
  cache: PictureCache,
  pages: ReaderEdition,
  step: number,
  progress: Progress,
): Promise<PreparedRenditions> {
  const path = (item: PictureItem): string => project.path(item.file);
  return prepareRenditions(pages.edition, path, shareOutput(settingsAt(pages, step)), cache, progress);
}

function settingsAt({ resolution, quality }: ReaderEdition, step: number): { ppi: number; quality: number } {
  const [fine, good] = STEPS[step]!;
  const lower = Math.max(Math.round(quality * good), Math.min(LEAST_QUALITY, quality));
  return { ppi: Math.round(resolution * fine), quality: lower };
}

/**
 * Writes the PDF with `pictures`, those of step 0, and with lower ones as long as it has more than `most` bytes. A problem if
 * the last step has too.
 */
export async function writeShare(
  project: Project,
  cache: PictureCache,
  pages: ReaderEdition,
  pictures: PreparedRenditions,
  most: number | undefined,
  problems: Problems,
): Promise<SharePdf> {
  const { edition, name } = pages;
  let pdf = await writeSharePdf(edition, { rendition: pictures.provider });
  if (most === undefined || pdf.byteLength <= most) return { pdf, note: undefined };
  const first = pdf.byteLength;
  for (let step = 1; step < STEPS.length; step++) {
    const lower = await readerPictures(project, cache, pages, step, () => {});
    pdf = await writeSharePdf(edition, { rendition: lower.provider });
    if (pdf.byteLength > most) continue;
    const { ppi, quality } = settingsAt(pages, step);
    const own = settingsAt(pages, 0);
    const was = `${fileSize(first)} at ${own.ppi} and ${own.quality}`;
    return {
      pdf,
      note: `pictures at ${ppi} pixels an inch, quality ${quality}, to fit ${fileSize(most)}; ${was}`,
    };
  }
  problems.error(
    'share-too-large',
    undefined,
    `the ${name} has ${fileSize(pdf.byteLength)} with its pictures as small as can be, and ${fileSize(most)} are asked for`,
    'Ask for more, or leave out pictures.',
  );
  return { pdf, note: undefined };
}
