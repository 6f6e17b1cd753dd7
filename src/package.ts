/** The package for the printer: an issue in; a ZIP archive of press PDF, checksum, job ticket and report out. */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  type BuildOptions,
  fileName,
  placeFiles,
  reportPreflight,
  type SetIssue,
  setIssue,
} from './build.js';
import type { Manifest } from './manifest/manifest.js';
import type { Project } from './manifest/project.js';
import { reportOverset } from './overset-problems.js';
import { rulesOf } from './pdf/standard.js';
import { writeSharePdf } from './pdf/write.js';
import { shareOutput } from './picture/output.js';
import { prepareRenditions } from './picture/prepare.js';
import { reportTroubles } from './picture-problems.js';
import { millimetres } from './press/impose.js';
import { platesOf } from './press/inks.js';
import { type Fact, ticketOf } from './press/ticket.js';
import { zip } from './press/zip.js';
import { checkInk, preparePress, pressPages, writePress } from './press-pdf.js';
import { Problems } from './problem/problem.js';
import { labelsFor } from './proofs.js';
import { type FileReport, reportFile, reportOf } from './report.js';
import { stopwatch } from './stopwatch.js';

export interface PackageReport {
  readonly issue: number;
  /** What the package holds. */
  readonly contents: readonly FileReport[];
  /** SHA-256 of the press PDF, hexadecimal. */
  readonly checksum: string;
  readonly files: readonly FileReport[];
}

/** Builds the press PDF anew, so that the package holds what the issue's files say now. */
export async function packageIssue(
  project: Project,
  number: string,
  options: Pick<BuildOptions, 'allowOverset' | 'clock' | 'progress'>,
): Promise<{ problems: Problems; report: PackageReport | undefined }> {
  const problems = new Problems();
  const stages = stopwatch(options.clock, options.progress);
  const set = await setIssue(project, number, problems, stages.begin);
  if (set === undefined) return { problems, report: undefined };
  reportOverset(set, options.allowOverset ? 'warning' : 'error', problems);
  reportPreflight(set, problems);
  if (problems.hasErrors) return { problems, report: undefined };

  stages.begin('renditions');
  const press = await preparePress(project, set, pressPages(set), (done, total) =>
    options.progress('renditions', done, total),
  );
  reportTroubles(press.renditions.troubles, problems);
  if (problems.hasErrors) return { problems, report: undefined };
  stages.begin('ink');
  const ink = await checkInk(set, press, problems);
  stages.begin('print pdf');
  const name = fileName(set.manifest);
  const pdf = { name: `${name}-print.pdf`, bytes: await writePress(project, set, press, problems) };
  if (problems.hasErrors) return { problems, report: undefined };
  const checksum = createHash('sha256').update(pdf.bytes).digest('hex');
  stages.begin('ticket');
  const ticket = await ticketPdf(project, set, { ...pdf, checksum }, problems);
  set.cache.save();
  if (ticket === undefined) return { problems, report: undefined };

  const files = new Map([
    [pdf.name, pdf.bytes],
    [`${pdf.name}.sha256`, Buffer.from(`${checksum}  ${pdf.name}\n`)],
    [`${name}-ticket.pdf`, ticket],
  ]);
  const { manifest, stories, made } = set;
  const listed = [...files].map(([file, bytes]) => ({ file, bytes: bytes.byteLength }));
  const report = reportOf(manifest, stories, made, listed, {}, { ink });
  files.set(`${name}-report.json`, reportFile(report, problems.list));
  const archive = zip(files, manifest.issue.date);
  const folder = `out/${number}`;
  if (!placeFiles(project, folder, new Map([[`${name}-package.zip`, archive]]), problems))
    return { problems, report: undefined };
  const contents = [...files].map(([file, bytes]) => ({ file, bytes: bytes.byteLength }));
  const written = [{ file: `${folder}/${name}-package.zip`, bytes: archive.byteLength }];
  return { problems, report: { issue: manifest.issue.number, contents, checksum, files: written } };
}

/** The press PDF that a ticket is about. */
interface PrintedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly checksum: string;
}

/** Undefined if a picture is in trouble, which is then reported. */
async function ticketPdf(
  project: Project,
  set: SetIssue,
  file: PrintedFile,
  problems: Problems,
): Promise<Uint8Array | undefined> {
  const { publication, issue } = set.manifest;
  const titles = publication.languages.map(lang => publication.title[lang]);
  const text = {
    title: titles.join(' / '),
    subtitle: `Issue ${issue.number}, ${issue.date}`,
    facts: factsOf(set, file),
  };
  const ticket = ticketOf(set.made.edition, text, labelsFor(set));
  const path = (item: { readonly file: string }): string => project.path(item.file);
  const pictures = await prepareRenditions(ticket, path, shareOutput(), set.cache, () => {});
  reportTroubles(pictures.troubles, problems);
  if (pictures.troubles.length > 0) return undefined;
  return writeSharePdf(ticket, { rendition: pictures.provider, tagged: false });
}

function factsOf({ manifest, made }: SetIssue, { name, bytes, checksum }: PrintedFile): Fact[] {
  const { print, binding, contacts = [] } = manifest.publication;
  const { sheet } = manifest.layout;
  const { pages } = made.edition;
  const side = binding === 'left' ? 'left, read from left to right' : 'right, read from right to left';
  const plates = platesOf(pages).map(ink => ink.name);
  const bleed = sheet.bleed === 0 ? 'no bleed' : `bleed ${millimetres(sheet.bleed)}`;
  const marks = print.marks.length === 0 ? 'no marks' : `marks: ${print.marks.join(', ')}`;
  const way = print.pages === 'single' ? 'single pages' : 'readers’ spreads';
  return [
    ['File', `${name}, ${(bytes.byteLength / 1e6).toFixed(2)} MB`],
    ['SHA-256', checksum],
    ['Trim size', `${millimetres(sheet.width, sheet.height)}, ${bleed}, ${marks}`],
    ['Pages', `${pages.length}, delivered as ${way}`],
    ['Binding', `on the ${side}`],
    ['Inks', `${plates.join(', ')}; ${print.inkLimit} % in one place at the most`],
    ['Paper', paperOf(print.paper)],
    [
      'Print condition',
      `${print.condition} (${print.identifier}), profile ${basename(print.profile)}, embedded`,
    ],
    ['Standard', `${rulesOf(print.standard).name}, all fonts embedded`],
    ['Contacts', ...(contacts.length === 0 ? ['none given'] : contacts)],
  ];
}

function paperOf({ name, weight, thickness }: Manifest['publication']['print']['paper']): string {
  const parts = [
    name,
    weight === undefined ? undefined : `${weight} g/m²`,
    thickness === undefined ? undefined : `${((thickness * 25.4) / 72).toFixed(3)} mm thick`,
  ];
  return parts.filter(part => part !== undefined).join(', ') || 'not stated';
}
