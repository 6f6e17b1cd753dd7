/** The proofs of an issue: a number in; its pages under overlays, and on request images of its plates and maps of its ink, out. */

import { type BuildOptions, fileName, placeFiles, type SetIssue, setIssue } from './build.js';
import type { Project } from './manifest/project.js';
import { reportOverset } from './overset-problems.js';
import { writeSharePdf } from './pdf/write.js';
import { shareOutput } from './picture/output.js';
import { prepareRenditions } from './picture/prepare.js';
import { reportTroubles } from './picture-problems.js';
import { type PageInk, PLATE_FILE, plateFiles } from './plate-files.js';
import { preparePress, pressPages } from './press-pdf.js';
import { Problems } from './problem/problem.js';
import { proofEdition } from './proofs.js';
import type { FileReport } from './report.js';
import { stopwatch } from './stopwatch.js';

export interface ProofOptions extends Pick<BuildOptions, 'clock' | 'progress'> {
  /** Images of the plates too. */
  readonly plates: boolean;
}

export interface ProofReport {
  readonly issue: number;
  /** Most ink that the press takes, 2.4 for 240 %. */
  readonly inkLimit: number;
  /** Page by page; empty if no plates were asked for. */
  readonly ink: readonly PageInk[];
  /** Images of plates and maps are counted together under the name of their folder. */
  readonly files: readonly FileReport[];
}

/** Text without room is something to see on a proof, so it is a warning here. */
export async function proofIssue(
  project: Project,
  number: string,
  options: ProofOptions,
): Promise<{ problems: Problems; report: ProofReport | undefined }> {
  const problems = new Problems();
  const stages = stopwatch(options.clock, options.progress);
  const set = await setIssue(project, number, problems, stages.begin);
  if (set === undefined) return { problems, report: undefined };
  reportOverset(set, 'warning', problems);
  const progress = (stage: string) => (done: number, total: number) => options.progress(stage, done, total);

  stages.begin('proof pdf');
  const proof = await proofPdf(project, set, progress('renditions'), problems);
  const press = options.plates
    ? await preparePress(project, set, pressPages(set), progress('renditions'))
    : undefined;
  reportTroubles(press?.renditions.troubles ?? [], problems);
  set.cache.save();
  if (problems.hasErrors) return { problems, report: undefined };
  stages.begin('plates');
  const drawn = press && (await plateFiles(set, press, progress('plates')));

  const folder = `out/${number}`;
  const name = `${fileName(set.manifest)}-proof.pdf`;
  const files = [{ file: `${folder}/${name}`, bytes: proof!.byteLength }];
  if (drawn !== undefined) {
    if (!placeFiles(project, `${folder}/plates`, drawn.files, problems, PLATE_FILE))
      return { problems, report: undefined };
    const bytes = [...drawn.files.values()].reduce((sum, file) => sum + file.byteLength, 0);
    files.push({ file: `${folder}/plates/ (${drawn.files.size} images)`, bytes });
  }
  if (!placeFiles(project, folder, new Map([[name, proof!]]), problems))
    return { problems, report: undefined };
  const { issue, publication } = set.manifest;
  const inkLimit = publication.print.inkLimit / 100;
  return { problems, report: { issue: issue.number, inkLimit, ink: drawn?.ink ?? [], files } };
}

/** Undefined if a picture is in trouble, which is then reported. */
async function proofPdf(
  project: Project,
  set: SetIssue,
  progress: (done: number, total: number) => void,
  problems: Problems,
): Promise<Uint8Array | undefined> {
  const { resolution, quality } = set.manifest.publication.share;
  const output = shareOutput({ ppi: resolution, quality });
  const path = (item: { readonly file: string }): string => project.path(item.file);
  const pictures = await prepareRenditions(set.made.edition, path, output, set.cache, progress);
  reportTroubles(pictures.troubles, problems);
  if (pictures.troubles.length > 0) return undefined;
  return writeSharePdf(proofEdition(set), { rendition: pictures.provider, tagged: false });
}
