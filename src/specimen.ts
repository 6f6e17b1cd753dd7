/** The specimen of a layout: its name in, PDFs for readers and, if it is printed, for the press out, or the problems that stand in the way. */

import { placeFiles } from './build.js';
import { FontLibrary } from './fonts/library.js';
import type { Edition } from './frame/frame.js';
import { reportText, type TextReport } from './frame/text-report.js';
import { checkPublication } from './manifest/check-publication.js';
import { readFonts } from './manifest/fonts.js';
import { type Layout, readLayout } from './manifest/layout.js';
import { readPhoneLayout } from './manifest/phone-layout.js';
import type { Project } from './manifest/project.js';
import { type ReadFile, readYamlFile } from './manifest/read.js';
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
  /** What is only read on a screen needs no PDF for the press. */
  readonly isPrinted: boolean;
  readonly edition: Edition;
}

/** Reads a layout, that of the publication if none is named, the one for phones included, and makes its specimen; undefined if problems forbid it. */
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
  const isPrinted = chosen !== value.phone.layout || chosen === value.layout;
  const base = readLayout(
    project,
    isPrinted ? chosen : value.layout,
    source.span(['layout']),
    fonts,
    problems,
  );
  const layout = isPrinted ? base : phoneLayout(project, { value, source }, base, fonts, problems);
  if (problems.hasErrors || fonts === undefined || layout === undefined) return undefined;
  const lacking = new Problems();
  const input = { publication: value, layout, name: chosen, fonts: new FontLibrary(fonts) };
  const edition = makeSpecimen(input, lacking);
  // The texts are the program's own, and a paper need not have the letters of all its languages.
  for (const { code, message, hint } of lacking.list) problems.warning(code, undefined, message, hint);
  return { publication: value, publicationSource: source, name: chosen, isPrinted, edition };
}

/** The publication's layout for phones: what its file changes in the paper's own. */
function phoneLayout(
  project: Project,
  publication: ReadFile<PublicationFile>,
  base: Layout | undefined,
  fonts: ReturnType<typeof readFonts>,
  problems: Problems,
): Layout | undefined {
  return base && fonts && readPhoneLayout(project, publication, base, fonts, problems)?.layout;
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
  { publication, publicationSource, name, isPrinted, edition }: SetSpecimen,
  problems: Problems,
): Promise<Map<string, Uint8Array>> {
  const share = await writeSharePdf(edition, { rendition: noPictures });
  const files = new Map([[`${name}-specimen.pdf`, share]]);
  if (!isPrinted) return files;
  const cache = new PictureCache(project.path('.cache/pictures'));
  const opened = await openPressProfile(pressOutput(project, publication.print), cache);
  if (!opened.ok) {
    reportTrouble(project, opened.trouble, publicationSource.span(['print', 'profile']), problems);
    return new Map();
  }
  const press = pressCondition(project, publication.print);
  files.set(`${name}-specimen-print.pdf`, await writePrintPdf(edition, { rendition: noPictures, press }));
  return files;
}

async function noPictures(): Promise<never> {
  throw new Error('a specimen has no pictures');
}
