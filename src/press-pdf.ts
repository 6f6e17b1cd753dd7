/** The press PDF: a set issue and the frames to be printed in; pictures prepared for the press, then the bytes out. */

import { availableParallelism } from 'node:os';
import type { SetIssue } from './build.js';
import type { Project } from './manifest/project.js';
import { pressPalette } from './pdf/palette.js';
import { SpotBook } from './pdf/spots.js';
import { writePrintPdf } from './pdf/write.js';
import { mapBounded } from './picture/map-bounded.js';
import { type PreparedRenditions, prepareRenditions } from './picture/prepare.js';
import { inkProblems, measureInk, type PageInk } from './preflight/ink.js';
import { clauseName, type Fault, readBack, type Standard } from './preflight/read-back.js';
import { type PressEdition, pressEdition } from './press/pages.js';
import type { Printing } from './press/separation.js';
import { pressCondition, pressOutput, solidBlackOf } from './press-settings.js';
import type { Problems } from './problem/problem.js';
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

/** The ink on each page of the press PDF; where there is too much is a problem. Nothing is measured if no rule asks for it. */
export async function checkInk(
  set: SetIssue,
  prepared: PreparedPress,
  problems: Problems,
): Promise<PageInk[]> {
  const { edition, margin, names, renditions } = prepared;
  const { inkLimit, preflight } = set.manifest.publication.print;
  if (preflight['ink-mean'] === 'off' && preflight['ink-peak'] === 'off') return [];
  const limit = inkLimit / 100;
  const press = {
    pages: edition.pages,
    names,
    around: edition.bleed + margin,
    printing: printingOf(set),
    limit,
  };
  const pages = { ...press, rendition: renditions.provider };
  const ink = await mapBounded([...edition.pages.keys()], availableParallelism(), index =>
    measureInk(index, pages, set.cache),
  );
  for (const problem of inkProblems(ink, limit, set)) problems.add(problem);
  return ink;
}

/** The bytes of the press PDF, read back; what is wrong with them is a problem. All renditions must be there. */
export async function writePress(
  project: Project,
  { manifest }: SetIssue,
  { edition, margin, renditions, names }: PreparedPress,
  problems: Problems,
): Promise<Uint8Array> {
  const { print } = manifest.publication;
  const press = pressCondition(project, print);
  const bytes = await writePrintPdf(edition, { rendition: renditions.provider, press, margin });
  const { resolution } = print.preflight;
  const leastPpi = resolution === 'off' ? 0 : (resolution.error ?? 0);
  const pages = edition.pages.map(({ width, height }) => ({ width, height, bleed: edition.bleed }));
  for (const fault of readBack(bytes, { standard: print.standard, pages, leastPpi })) {
    reportFault(fault, print.standard, names, problems);
  }
  return bytes;
}

/** A fault of the written file; only the program can have made it, whatever the issue is like. */
function reportFault(
  { breaks, page, message }: Fault,
  standard: Standard,
  names: readonly string[],
  problems: Problems,
): void {
  const place = page === undefined ? '' : `${names[page - 1] ?? `sheet side ${page}`}: `;
  const hint =
    'This is a fault of the program, not of the issue; earlier files stay as they were. Please report it.';
  const isRule = breaks === 'black-overprint' || breaks === 'resolution';
  const rule = isRule
    ? 'the written press PDF'
    : `the written press PDF breaks ${clauseName(breaks, standard)}`;
  problems.error(isRule ? breaks : 'pdf-x', undefined, `${place}${rule}: ${message}`, hint);
}
