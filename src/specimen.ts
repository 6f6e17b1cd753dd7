/** The specimen of a layout: its name in, PDFs for readers and for the press out, or the problems that stand in the way. */

import { placeFiles } from './build.js';
import { FontLibrary } from './fonts/library.js';
import type { Edition } from './frame/frame.js';
import { reportText, type TextReport } from './frame/text-report.js';
import { checkPublication } from './manifest/check-publication.js';
import { readFonts } from './manifest/fonts.js';
import { readLayout } from './manifest/layout.js';
import type { Project } from './manifest/project.js';
import { readYamlFile } from './manifest/read.js';
import { type PublicationFile, publicationFile } from './manifest/schema-publication.js';
import type { YamlSource } from './manifest/source.js';
import { writePrintPdf, writeSharePdf } from './pdf/write.js';
import { PictureCache } from './picture/cache.js';
import { openPressProfile } from './picture/press-profile.js';
import { reportTrouble } from './picture-problems.js';
import { pressCondition, pressOutput } from './press-settings.js';
import { Problems } from './problem/problem.js';
import type { FileReport } from './report.js';
import { makeSpecimen } from './specimen/edition.js';

/** What became of a specimen. */
export interface SpecimenResult {
  readonly problems: Problems;
  /** What was written; empty if problems stood in the way. */
  readonly files: readonly FileReport[];
  /** How its texts are set, by column and language. */
  readonly text: readonly TextReport[];
}

/** A specimen with its pages made, before anything is written. */
export interface SetSpecimen {
  readonly publication: PublicationFile;
  /** For the places of values in publication.yaml. */
  readonly publicationSource: YamlSource;
  /** Name of the layout. */
  readonly name: string;
  readonly edition: Edition;
}

/** Reads a layout, that of the publication if none is named, and makes its specimen; undefined if problems forbid it. */
export function setSpecimen(
  project: Project,
  name: string | undefined,
  problems: Problems,
): SetSpecimen | undefined {
  const publication = readYamlFile(project, 'issues/publication.yaml', publicationFile, problems);
  if (publication?.value === undefined) return undefined;
  const { value, source } = publication;
  checkPublication(project, value, source, problems);
  const fonts = readFonts(project, problems);
  const chosen = name ?? value.layout;
  const layout = readLayout(project, chosen, source.span(['layout']), fonts, problems);
  if (problems.hasErrors || fonts === undefined || layout === undefined) return undefined;
  const lacking = new Problems();
  const input = { publication: value, layout, name: chosen, fonts: new FontLibrary(fonts) };
  const edition = makeSpecimen(input, lacking);
  // The texts are the program's own, and a paper need not have the letters of all its languages.
  for (const { code, message, hint } of lacking.list) problems.warning(code, undefined, message, hint);
  return { publication: value, publicationSource: source, name: chosen, edition };
}

/** Writes the specimen of a layout into out/specimen/. */
export async function buildSpecimen(project: Project, name: string | undefined): Promise<SpecimenResult> {
  const problems = new Problems();
  const set = setSpecimen(project, name, problems);
  if (set === undefined) return { problems, files: [], text: [] };
  const pdfs = await writeOutputs(project, set, problems);
  const folder = 'out/specimen';
  if (problems.hasErrors || !placeFiles(project, folder, pdfs, problems))
    return { problems, files: [], text: [] };
  const files = [...pdfs].map(([file, bytes]) => ({ file: `${folder}/${file}`, bytes: bytes.byteLength }));
  return { problems, files, text: reportText(set.edition) };
}

async function writeOutputs(
  project: Project,
  { publication, publicationSource, name, edition }: SetSpecimen,
  problems: Problems,
): Promise<Map<string, Uint8Array>> {
  const cache = new PictureCache(project.path('.cache/pictures'));
  const opened = await openPressProfile(pressOutput(project, publication.print), cache);
  if (!opened.ok) {
    reportTrouble(project, opened.trouble, publicationSource.span(['print', 'profile']), problems);
    return new Map();
  }
  const press = pressCondition(project, publication.print);
  return new Map([
    [`${name}-specimen.pdf`, await writeSharePdf(edition, { rendition: noPictures })],
    [`${name}-specimen-print.pdf`, await writePrintPdf(edition, { rendition: noPictures, press })],
  ]);
}

async function noPictures(): Promise<never> {
  throw new Error('a specimen has no pictures');
}
