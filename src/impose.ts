/** A booklet for small presses: an issue and a sheet of paper in; a press PDF of folded sheets out, and how to print it. */

import { type BuildOptions, fileName, placeFiles, setIssue } from './build.js';
import type { Project } from './manifest/project.js';
import { reportOverset } from './overset-problems.js';
import { reportTroubles } from './picture-problems.js';
import { type Imposed, impose, millimetres } from './press/impose.js';
import { type Paper, type SheetSize, thicknessOf } from './press/paper.js';
import { preparePress, writePress } from './press-pdf.js';
import { Problems } from './problem/problem.js';
import { labelsFor } from './proofs.js';
import type { FileReport } from './report.js';
import { stopwatch } from './stopwatch.js';

export { millimetres } from './press/impose.js';
export { type Paper, paperOf, SHEET_NAMES, type SheetSize, sheetSize } from './press/paper.js';

export interface ImposeOptions extends Pick<BuildOptions, 'allowOverset' | 'clock' | 'progress'> {
  readonly sheet: SheetSize;
  /** Make pages smaller that are too large for the sheet. */
  readonly fit: boolean;
  /** The paper; the publication's own if undefined. */
  readonly paper: Paper | undefined;
}

export interface ImposeReport extends Omit<Imposed, 'edition'> {
  readonly issue: number;
  readonly pageCount: number;
  readonly binding: 'left' | 'right';
  readonly sheet: SheetSize;
  /** Of one sheet, in points; undefined if nothing is known of the paper, and creep is left out. */
  readonly thickness: number | undefined;
  readonly files: readonly FileReport[];
}

/** Sets the issue, lays its pages on sheets and writes them as a press PDF. */
export async function imposeIssue(
  project: Project,
  number: string,
  options: ImposeOptions,
): Promise<{ problems: Problems; report: ImposeReport | undefined }> {
  const problems = new Problems();
  const stages = stopwatch(options.clock, options.progress);
  const set = await setIssue(project, number, problems, stages.begin);
  if (set === undefined) return { problems, report: undefined };
  reportOverset(set, options.allowOverset ? 'warning' : 'error', problems);
  const { publication, layout } = set.manifest;
  const thickness = thicknessOf(options.paper ?? publication.print.paper);
  const imposed = impose(set.made.edition, {
    ...options,
    thickness: thickness ?? 0,
    marks: new Set(['crop', 'slug', ...publication.print.marks]),
    labels: labelsFor(set),
  });
  if ('code' in imposed) problems.error(imposed.code, undefined, imposed.message, imposed.hint);
  if (problems.hasErrors || 'code' in imposed) return { problems, report: undefined };
  warnOfCreep(imposed.creep, layout.margins.inside * imposed.scale, problems);

  stages.begin('renditions');
  const prepared = await preparePress(project, set, { ...imposed, margin: 0, names: [] }, (done, total) =>
    options.progress('renditions', done, total),
  );
  reportTroubles(prepared.renditions.troubles, problems);
  set.cache.save();
  if (problems.hasErrors) return { problems, report: undefined };
  stages.begin('sheets');
  const bytes = await writePress(project, set, prepared, problems);
  if (problems.hasErrors) return { problems, report: undefined };
  const name = `${fileName(set.manifest)}-imposed.pdf`;
  if (!placeFiles(project, `out/${number}`, new Map([[name, bytes]]), problems))
    return { problems, report: undefined };
  const { edition, ...rest } = imposed;
  const { pages, binding } = set.made.edition;
  const files = [{ file: `out/${number}/${name}`, bytes: bytes.byteLength }];
  const facts = { issue: set.manifest.issue.number, pageCount: pages.length, binding, files };
  return { problems, report: { ...rest, ...facts, sheet: options.sheet, thickness } };
}

/** Text that is moved further than its margin disappears in the fold. */
function warnOfCreep(creep: number, margin: number, problems: Problems): void {
  if (creep <= margin) return;
  const message = `creep moves the innermost pages by ${millimetres(creep)}, and their inside margin is ${millimetres(margin)}`;
  problems.warning('creep', undefined, message, 'Print on thinner paper, or in several booklets.');
}
