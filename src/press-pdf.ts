/** The press PDF: a set issue and the frames to be printed in; pictures prepared for the press, then the bytes out. */

import { readFileSync } from 'node:fs';
import type { SetIssue } from './build.js';
import type { Project } from './manifest/project.js';
import { writePrintPdf } from './pdf/write.js';
import { type PrintOutput, printOutput } from './picture/output.js';
import { type PreparedRenditions, prepareRenditions } from './picture/prepare.js';
import { type PressEdition, pressEdition } from './press/pages.js';
import type { Printing } from './press/separation.js';
import { labelsFor } from './proofs.js';

/** Frames for the press with the renditions of their pictures. */
export interface PreparedPress extends PressEdition {
  readonly renditions: PreparedRenditions;
}

/** How inks are printed over each other. */
export function printingOf(_set: SetIssue): Printing {
  return {
    area: ink => ink,
    lineOverprints: () => false,
    textOverprints: ({ cmyk: [c, m, y, k] }, size) => size < 20 && c + m + y === 0 && k > 0,
  };
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
  const output = pressOutput(project, set);
  const renditions = await prepareRenditions(press.edition, path, output, set.cache, progress);
  return { ...press, renditions };
}

function pressOutput(project: Project, { manifest }: SetIssue): PrintOutput {
  const { profile, resolution, inkLimit } = manifest.publication.print;
  return printOutput(project.path(profile), { ppi: resolution, inkLimit: inkLimit / 100 });
}

/** The bytes of the press PDF; all renditions must be there. */
export function writePress(
  project: Project,
  { manifest }: SetIssue,
  { edition, margin, renditions }: PreparedPress,
): Promise<Uint8Array> {
  const { profile, identifier, condition } = manifest.publication.print;
  const press = { identifier, condition, profile: readFileSync(project.path(profile)) };
  return writePrintPdf(edition, { rendition: renditions.provider, press, margin });
}
