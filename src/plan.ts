/** The flatplan of an issue: a number in; the report of its pages and one picture of them all out. */

import { type BuildOptions, type BuildResult, fileName, placeFiles, setIssue } from './build.js';
import type { Project } from './manifest/project.js';
import { reportOverset } from './overset-problems.js';
import { shareOutput } from './picture/output.js';
import { prepareRenditions } from './picture/prepare.js';
import { reportTroubles } from './picture-problems.js';
import { Problems } from './problem/problem.js';
import { pageToPng } from './proof/picture.js';
import { flatplanSheet } from './proofs.js';
import { type FileReport, reportOf } from './report.js';
import { stopwatch } from './stopwatch.js';

/** A pixel of the picture is a point of its sheet. */
const PPI = 72;

/** Sets the issue and draws its flatplan. Text without room is part of the plan, so it is a warning here. */
export async function planIssue(
  project: Project,
  number: string,
  options: Pick<BuildOptions, 'clock' | 'progress'>,
): Promise<BuildResult> {
  const problems = new Problems();
  const stages = stopwatch(options.clock, options.progress);
  const set = await setIssue(project, number, problems, stages.begin);
  if (set === undefined) return { problems, report: undefined };
  const { manifest, stories, made, cache } = set;
  reportOverset(set, 'warning', problems);

  stages.begin('picture');
  const page = flatplanSheet(set);
  const sheet = { ...made.edition, pages: [page] };
  const output = shareOutput({ ppi: PPI, drawingPpi: PPI, quality: 80 });
  const small = await prepareRenditions(
    sheet,
    item => project.path(item.file),
    output,
    cache,
    () => {},
  );
  reportTroubles(small.troubles, problems);
  cache.save();
  const files: FileReport[] = [];
  if (!problems.hasErrors) {
    const name = `${fileName(manifest)}-plan.png`;
    const bytes = await pageToPng(page, small.provider);
    if (placeFiles(project, `out/${number}`, new Map([[name, bytes]]), problems))
      files.push({ file: `out/${number}/${name}`, bytes: bytes.byteLength });
  }
  return { problems, report: reportOf(manifest, stories, made, files, stages.times()) };
}
