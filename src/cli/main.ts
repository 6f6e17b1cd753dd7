/** The command line: arguments and streams in, an exit status out. The only place that prints. */

import { CommanderError } from 'commander';
import { type BuildOptions, buildIssue } from '../build.js';
import { type ImposeReport, imposeIssue } from '../impose.js';
import { findProject, Project } from '../manifest/project.js';
import { type PackageReport, packageIssue } from '../package.js';
import { planIssue } from '../plan.js';
import type { Problems } from '../problem/problem.js';
import { type ProofReport, proofIssue } from '../proof-files.js';
import type { BuildReport } from '../report.js';
import { buildSpecimen } from '../specimen.js';
import { type TextReport, writeTexts } from '../story-files.js';
import { makeCommands, type Wishes } from './commands.js';
import { issueNumbers, listIssues } from './list.js';
import { printImposed } from './print-imposed.js';
import { printPackage } from './print-package.js';
import { printPlan } from './print-plan.js';
import { printProblems } from './print-problems.js';
import { printProof } from './print-proof.js';
import { printTexts } from './print-texts.js';
import { printReport, printSpecimen, progressLine, type Stream } from './terminal.js';

export { changesIn } from './watch.js';

/** What the outside world gives the program. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly out: Stream;
  readonly err: Stream;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
  /** Ticks after each change below the folders, for `--watch`. */
  readonly changes: (folders: readonly string[]) => AsyncIterable<void>;
  /** Show where in the program an internal error happened. */
  readonly debug: boolean;
}

/** Exit statuses: all is well, the issue has problems, the command was used wrongly, the program is at fault. */
export const OK = 0;
export const PROBLEMS = 1;
export const USAGE = 2;
export const INTERNAL = 70;

/** Runs one command. Whatever happens, no stack trace meets the editor unasked. */
export async function main(world: Surroundings): Promise<number> {
  try {
    return await runCommand(world);
  } catch (error) {
    world.err.write(internalError(error, world.debug));
    return INTERNAL;
  }
}

async function runCommand(world: Surroundings): Promise<number> {
  let status = OK;
  const commands = makeCommands({
    writeOut: text => world.out.write(text),
    writeErr: text => world.err.write(text),
    build: async (number, wishes) => {
      status = await runOnIssue(number, wishes, buildJob({ write: true, ...wishes }), world);
    },
    check: async (number, wishes) => {
      status = await runOnIssue(number, wishes, buildJob({ write: false, ...wishes }), world);
    },
    plan: async (number, wishes) => {
      status = await runOnIssue(number, wishes, { make: planIssue, print: printPlan }, world);
    },
    proof: async (number, plates) => {
      const make: Job<ProofReport>['make'] = (project, name, settings) =>
        proofIssue(project, name, { plates, ...settings });
      status = await runOnIssue(number, ONCE, { make, print: printProof }, world);
    },
    impose: async (number, wishes) => {
      const make: Job<ImposeReport>['make'] = (project, name, settings) =>
        imposeIssue(project, name, { ...wishes, ...settings });
      status = await runOnIssue(number, ONCE, { make, print: printImposed }, world);
    },
    package: async (number, allowOverset) => {
      const make: Job<PackageReport>['make'] = (project, name, settings) =>
        packageIssue(project, name, { allowOverset, ...settings });
      status = await runOnIssue(number, ONCE, { make, print: printPackage }, world);
    },
    text: async (number, allowOverset) => {
      const make: Job<TextReport>['make'] = (project, name, settings) =>
        writeTexts(project, name, { allowOverset, ...settings });
      status = await runOnIssue(number, ONCE, { make, print: printTexts }, world);
    },
    specimen: async layout => {
      status = await runSpecimen(layout, world);
    },
    list: () => {
      const project = projectOf(world);
      if (project === undefined) status = USAGE;
      else world.out.write(listIssues(project));
    },
  });
  if (world.arguments.length === 0) {
    commands.outputHelp({ error: true });
    return USAGE;
  }
  try {
    await commands.parseAsync([...world.arguments], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? OK : USAGE;
  }
  return status;
}

function internalError(error: unknown, debug: boolean): string {
  const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
  const line = `issue: internal error: ${message}\n`;
  if (debug) return `${line}${error instanceof Error ? error.stack : ''}\n`;
  return `${line}This is a fault of the program, not of the newspaper. Please report it; ISSUE_DEBUG=1 before the command shows details.\n`;
}

function projectOf(world: Surroundings): Project | undefined {
  const project = findProject(world.folder);
  if (project === undefined) {
    world.err.write(
      `issue: ${world.folder} is not in the folder of a newspaper: neither it nor a folder above has issues/publication.yaml.\n`,
    );
  }
  return project;
}

/** What a command does with an issue, and how it shows the outcome. */
interface Job<Report> {
  readonly make: (
    project: Project,
    number: string,
    settings: Pick<BuildOptions, 'clock' | 'progress'>,
  ) => Promise<{ readonly problems: Problems; readonly report: Report | undefined }>;
  readonly print: (report: Report, stream: Stream) => void;
}

/** For commands that do not watch. */
const ONCE = { watch: false };

function buildJob(wishes: Omit<BuildOptions, 'clock' | 'progress'>): Job<BuildReport> {
  return {
    make: (project, number, settings) => buildIssue(project, number, { ...wishes, ...settings }),
    print: printReport,
  };
}

/** Folders whose files make an issue what it is. */
const WATCHED = ['issues', 'layouts', 'fonts'];

async function runOnIssue<Report>(
  number: string,
  { watch }: Pick<Wishes, 'watch'>,
  job: Job<Report>,
  world: Surroundings,
): Promise<number> {
  const project = projectOf(world);
  if (project === undefined) return USAGE;
  if (!/^\d+$/.test(number) || !project.hasFolder(`issues/${number}`)) {
    world.err.write(unknownIssue(number, project));
    return USAGE;
  }
  let status = await runOnce(project, number, job, world);
  if (!watch) return status;
  const hint = `Watching ${WATCHED.join(', ')}; Ctrl-C ends.\n`;
  world.err.write(hint);
  for await (const _ of world.changes(WATCHED.map(folder => project.path(folder)))) {
    status = await runOnce(new Project(project.root), number, job, world);
    world.err.write(hint);
  }
  return status;
}

async function runOnce<Report>(
  project: Project,
  number: string,
  job: Job<Report>,
  world: Surroundings,
): Promise<number> {
  const progress = progressLine(world.err);
  const making = job.make(project, number, { clock: world.clock, progress: progress.show });
  const { problems, report } = await making.finally(progress.clear);
  printProblems(problems.list, project.texts, world.err);
  if (report !== undefined) job.print(report, world.out);
  return problems.hasErrors ? PROBLEMS : OK;
}

async function runSpecimen(layout: string | undefined, world: Surroundings): Promise<number> {
  const project = projectOf(world);
  if (project === undefined) return USAGE;
  const layouts = project.list('layouts').flatMap(file => /^(.+)\.yaml$/.exec(file)?.[1] ?? []);
  if (layout !== undefined && !layouts.includes(layout)) {
    const known = `there ${layouts.length === 1 ? 'is' : 'are'} ${layouts.join(', ') || 'none'}`;
    world.err.write(`issue: there is no layout ${layout} (no file layouts/${layout}.yaml); ${known}.\n`);
    return USAGE;
  }
  const result = await buildSpecimen(project, layout);
  printProblems(result.problems.list, project.texts, world.err);
  printSpecimen(result, world.out);
  return result.problems.hasErrors ? PROBLEMS : OK;
}

function unknownIssue(number: string, project: Project): string {
  const numbers = issueNumbers(project);
  if (!/^\d+$/.test(number))
    return `issue: “${number}” is no issue number; write for example: issue build ${numbers.at(-1) ?? 1}\n`;
  const known =
    numbers.length === 0
      ? 'there are none yet'
      : `there ${numbers.length === 1 ? 'is' : 'are'} ${numbers.join(', ')}`;
  return `issue: there is no issue ${number} (no folder issues/${number}); ${known}.\n`;
}
