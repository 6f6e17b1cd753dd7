/** The pipeline on one page: an issue number in, two PDFs and a report out, or the problems that stand in the way. */

import { FontLibrary } from './fonts/library.js';
import { openIssueGallery } from './issue-gallery.js';
import { reportLines } from './line-problems.js';
import { type Manifest, readIssueFiles } from './manifest/manifest.js';
import type { Project } from './manifest/project.js';
import { othersIn, replaceFiles } from './output.js';
import { reportOverset } from './overset-problems.js';
import { type EditionInput, makeEdition } from './page/edition.js';
import { readFront, readImprint } from './page/front/read-front.js';
import type { MadeEdition } from './page/pages.js';
import { readFillers } from './page/read-fillers.js';
import { PAGE_PICTURE, pagePictures } from './page-pictures.js';
import { writeSharePdf } from './pdf/write.js';
import { type PhoneReport, writePhone } from './phone-pdf.js';
import { PictureCache } from './picture/cache.js';
import type { Gallery } from './picture/gallery.js';
import { reportPictures, reportTroubles } from './picture-problems.js';
import type { PageInk } from './preflight/ink.js';
import { preflightPages } from './preflight/preflight.js';
import { checkInk, preparePress, pressPages, writePress } from './press-pdf.js';
import { Problems } from './problem/problem.js';
import { proofEdition } from './proofs.js';
import { type BuildReport, type FileReport, fileReports, reportFile, reportOf } from './report.js';
import { readerPictures, type SharePdf, sharedEdition, writeShare } from './share-pdf.js';
import { type Stopwatch, stopwatch } from './stopwatch.js';
import { readStories } from './story/read.js';
import type { Story } from './story/story.js';

export interface BuildOptions {
  /** Write the PDFs; false only checks. */
  readonly write: boolean;
  /** Text that finds no room is a warning, and the PDFs are written without it. */
  readonly allowOverset: boolean;
  /** Write a proof too: the pages under baseline grid, columns, modules and marked problem spots. */
  readonly grid: boolean;
  /** Write all pages as pictures too, not the first alone, even if the publication does not ask for it. */
  readonly pictures?: boolean | undefined;
  /** Write the edition for phones too; left out, as the publication has it. */
  readonly phone?: boolean | undefined;
  /** Most bytes of each PDF for readers, if not as the publication has it. */
  readonly maxSize?: number | undefined;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
  /** Called when a stage begins and as it goes on. */
  readonly progress: (stage: string, done?: number, total?: number) => void;
}

export interface BuildResult {
  readonly problems: Problems;
  /** Undefined if problems stopped the build before the pages were made. */
  readonly report: BuildReport | undefined;
}

/** An issue with its pages made, before anything is written. */
export interface SetIssue {
  readonly manifest: Manifest;
  readonly stories: readonly Story[];
  readonly front: EditionInput['front'];
  readonly imprint: EditionInput['imprint'];
  readonly made: MadeEdition;
  readonly gallery: Gallery;
  readonly fonts: FontLibrary;
  readonly cache: PictureCache;
}

/** Reads an issue and makes its pages; undefined if problems stood in the way of that. */
export async function setIssue(
  project: Project,
  number: string,
  problems: Problems,
  begin: (stage: string) => void = () => {},
): Promise<SetIssue | undefined> {
  begin('manifest');
  const { manifest, stories: list } = readIssueFiles(project, number, problems);

  begin('stories');
  const lang = manifest?.publication.languages[0] ?? 'en';
  const ids = [...list.entries.keys()];
  const stories = readStories(list.sources, lang, problems, ids, manifest?.publication.typography);
  if (manifest === undefined) return undefined;
  const front = readFront(manifest, stories, problems);
  const imprint = readImprint(manifest, problems);
  const fillers = readFillers(manifest, problems);

  begin('pictures');
  const cache = new PictureCache(project.path('.cache/pictures'));
  const gallery = await openIssueGallery(project, manifest, stories, fillers, cache);
  reportPictures(project, gallery, manifest, stories, problems);
  if (problems.hasErrors) return undefined;

  begin('pages');
  const fonts = new FontLibrary(manifest.fonts);
  const made = makeEdition({ manifest, stories, gallery, fonts, front, fillers, imprint }, problems);
  reportLines(made.edition, problems);
  return { manifest, stories, front, imprint, made, gallery, fonts, cache };
}

/** Builds one issue of a project. Nothing in `out/` changes unless everything succeeded. */
export async function buildIssue(
  project: Project,
  number: string,
  options: BuildOptions,
): Promise<BuildResult> {
  const problems = new Problems();
  const stages = stopwatch(options.clock, options.progress);
  const set = await setIssue(project, number, problems, stages.begin);
  if (set === undefined) return { problems, report: undefined };
  const { manifest, stories, made } = set;
  reportOverset(set, options.allowOverset ? 'warning' : 'error', problems);
  reportPreflight(set, problems);
  const files: FileReport[] = [];
  const others: string[] = [];
  const more: Findings = { ink: [], notes: new Map(), phone: undefined };
  if (!problems.hasErrors && options.write) {
    const outputs = await writeOutputs(project, set, problems, stages, options, more);
    if (!problems.hasErrors) {
      stages.begin('files');
      const folder = `out/${number}`;
      files.push(...fileReports(folder, outputs, more.notes));
      const report = reportOf(manifest, stories, made, files, stages.times(), more);
      outputs.set(`${fileName(manifest)}-report.json`, reportFile(report, problems.list));
      if (placeFiles(project, folder, outputs, problems, PAGE_PICTURE))
        others.push(...othersIn(project.path(folder), outputs.keys()));
      else files.length = 0;
    }
  }
  return { problems, report: { ...reportOf(manifest, stories, made, files, stages.times(), more), others } };
}

/** Adds what preflight finds on the pages. */
export function reportPreflight(set: SetIssue, problems: Problems): void {
  for (const problem of preflightPages(set)) problems.add(problem);
}

/** What is found while files are written. */
interface Findings {
  readonly ink: PageInk[];
  /** What was done to a file so that it is no larger, by its name. */
  readonly notes: Map<string, string>;
  phone: PhoneReport | undefined;
}

/** The PDFs and pictures of pages by file name; what is found besides is added to `more`. */
async function writeOutputs(
  project: Project,
  set: SetIssue,
  problems: Problems,
  stages: Stopwatch,
  options: BuildOptions,
  more: Findings,
): Promise<Map<string, Uint8Array>> {
  const { manifest, made, cache } = set;

  stages.begin('renditions');
  const progress = (done: number, total: number): void => options.progress('renditions', done, total);
  const forPress = await preparePress(project, set, pressPages(set), progress);
  const forReaders = await readerPictures(project, cache, sharedEdition(set), 0, progress);
  reportTroubles([...forPress.renditions.troubles, ...forReaders.troubles], problems);
  cache.save();
  if (problems.hasErrors) return new Map();

  stages.begin('ink');
  more.ink.push(...(await checkInk(set, forPress, problems)));
  stages.begin('print pdf');
  const printPdf = await writePress(project, set, forPress, problems);
  if (problems.hasErrors) return new Map();
  stages.begin('share pdf');
  const most = options.maxSize ?? manifest.publication.share.maxSize;
  const share = await writeShare(project, cache, sharedEdition(set), forReaders, most, problems);
  if (problems.hasErrors) return new Map();
  const name = fileName(manifest);
  const files = new Map([[`${name}-print.pdf`, printPdf]]);
  const add = (file: string, { pdf, note }: SharePdf): void => {
    files.set(file, pdf);
    if (note !== undefined) more.notes.set(file, note);
  };
  add(`${name}-share.pdf`, share);
  if (options.phone ?? manifest.publication.phone.always) {
    stages.begin('phone pdf');
    const phone = await writePhone(project, set, most, progress, problems);
    more.phone = phone.report;
    add(`${name}-phone.pdf`, phone);
  }
  if (problems.hasErrors) return new Map();
  cache.save();
  stages.begin('page pictures');
  const all = options.pictures ?? manifest.publication.share.pictures;
  const drawn = (done: number, total: number): void => options.progress('page pictures', done, total);
  const pictures = await pagePictures(made.edition.pages, name, all, forReaders.provider, drawn);
  for (const [file, bytes] of pictures) files.set(file, bytes);
  if (options.grid) {
    stages.begin('proof pdf');
    const proof = proofEdition(set);
    files.set(
      `${name}-proof.pdf`,
      await writeSharePdf(proof, { rendition: forReaders.provider, tagged: false }),
    );
  }
  return files;
}

/** Puts the files into the output folder, or says why that cannot be; files that match `outdated` and are no more go. */
export function placeFiles(
  project: Project,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  problems: Problems,
  outdated?: RegExp,
): boolean {
  const trouble = replaceFiles(project.path(folder), files, outdated);
  if (trouble === undefined) return true;
  problems.error('cannot-write', undefined, `${folder} cannot be written: ${trouble.message}`, trouble.hint);
  return false;
}

/** `truth-of-the-oppressed-14`: the Latin title and the number. */
export function fileName({ publication, issue }: Manifest): string {
  const titles = Object.values(publication.title);
  const latin = titles.find(title => /[a-z]/i.test(title)) ?? 'issue';
  const slug = latin
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${slug || 'issue'}-${issue.number}`;
}
