/** The press PDF: a set issue and the frames to be printed in; pictures prepared for the press, then the bytes out. */

import type { SetIssue } from './build.js';
import type { Project } from './manifest/project.js';
import { pressPalette } from './pdf/palette.js';
import { SpotBook } from './pdf/spots.js';
import { writePrintPdf } from './pdf/write.js';
import { type PreparedRenditions, prepareRenditions } from './picture/prepare.js';
import { type PressEdition, pressEdition } from './press/pages.js';
import type { Printing } from './press/separation.js';
import { pressCondition, pressOutput, solidBlackOf } from './press-settings.js';
import { labelsFor } from './proofs.js';

/** Frames for the press with the renditions of their pictures. */
export interface PreparedPress extends PressEdition {
  readonly renditions: PreparedRenditions;
}

/** How the press PDF prints inks over each other. */
export function printingOf({ manifest }: SetIssue): Printing {
  return pressPalette(new SpotBook(), solidBlackOf(manifest.publication.print));
}

/** The pages as the publication wants them printed: alone or as spreads, with or without marks. */
export function pressPages(set: SetIssue): PressEdition {
  const { pages, marks } = set.manifest.publication.print;
  return pressEdition(set.made.edition, { pages, marks: new Set(marks), labels: labelsFor(set) });
}

/** Pictures for the press; the caller reports their troubles. */
export async function preparePress(
  project: Project,
  set: SetIssue,
  press: PressEdition,
  progress: (done: number, total: number) => void,
): Promise<PreparedPress> {
  const path = (item: { readonly file: string }): string => project.path(item.file);
  const output = pressOutput(project, set.manifest.publication.print);
  const renditions = await prepareRenditions(press.edition, path, output, set.cache, progress);
  return { ...press, renditions };
}

/** The bytes of the press PDF; all renditions must be there. */
export function writePress(
  project: Project,
  { manifest }: SetIssue,
  { edition, margin, renditions }: PreparedPress,
): Promise<Uint8Array> {
  const press = pressCondition(project, manifest.publication.print);
  return writePrintPdf(edition, { rendition: renditions.provider, press, margin });
}
