/** The command line: arguments and streams in, an exit status out. The only place that prints. */

import { Command, CommanderError } from 'commander';
import { buildIssue } from '../build.js';
import { findProject, type Project } from '../manifest/project.js';
import { listIssues } from './list.js';
import { printProblems, printReport, progressLine } from './terminal.js';

/** What the outside world gives the program. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly out: Stream;
  readonly err: Stream;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
}

export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Exit statuses: all is well, the issue has problems, the command was used wrongly. */
export const OK = 0;
export const PROBLEMS = 1;
export const USAGE = 2;

/** Runs one command. */
export async function main(world: Surroundings): Promise<number> {
  let status = OK;
  const run = async (number: string, write: boolean, allowOverset: boolean): Promise<void> => {
    status = await runBuild(number, write, allowOverset, world);
  };
  const program = new Command('issue')
    .description('Sets a newspaper in Arabic and English: a manifest and stories in, a press PDF and a small PDF to share out.')
    .usage('<command>')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureOutput({ writeOut: text => world.out.write(text), writeErr: text => world.err.write(text) })
    .exitOverride()
    .addHelpText('after', HELP_AFTER);
  program
    .command('build <number>')
    .description('make both PDFs of an issue in out/<number>/')
    .option('--allow-overset', 'write the PDFs even if text found no room; what is missing is reported')
    .action((number: string, options: { allowOverset?: boolean }) => run(number, true, options.allowOverset === true));
  program
    .command('check <number>')
    .description('do everything but write the PDFs, and report every problem with file and line')
    .option('--allow-overset', 'text that found no room is no error')
    .action((number: string, options: { allowOverset?: boolean }) => run(number, false, options.allowOverset === true));
  program
    .command('list')
    .description('list the issues of this project')
    .action(() => {
      const project = projectOf(world);
      if (project === undefined) status = USAGE;
      else world.out.write(listIssues(project));
    });
  try {
    await program.parseAsync(world.arguments, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? OK : USAGE;
  }
  if (world.arguments.length === 0) return USAGE;
  return status;
}

const HELP_AFTER = `
Where things are:
  issues/publication.yaml       the paper: title, languages, digits, binding
  issues/<number>/issue.yaml    one issue: date, page plan, stories, front page
  issues/<number>/stories/*.md  stories; issues/<number>/pictures/ their pictures
  layouts/, fonts/fonts.yaml    the look
  out/<number>/                 what is built

Exit status: 0 done, 1 problems in the issue, 2 wrong usage.`;

function projectOf(world: Surroundings): Project | undefined {
  const project = findProject(world.folder);
  if (project === undefined) {
    world.err.write('issue: no issues/publication.yaml here or in any folder above; go to the folder of a newspaper.\n');
  }
  return project;
}

async function runBuild(number: string, write: boolean, allowOverset: boolean, world: Surroundings): Promise<number> {
  const project = projectOf(world);
  if (project === undefined) return USAGE;
  if (!/^\d+$/.test(number) || !project.exists(`issues/${number}`)) {
    world.err.write(`issue: there is no issue “${number}”; \`issue list\` shows what there is.\n`);
    return USAGE;
  }
  const progress = progressLine(world.err);
  const { problems, report } = await buildIssue(project, number, {
    write,
    allowOverset,
    clock: world.clock,
    progress: progress.show,
  });
  progress.clear();
  printProblems(problems.list, project.texts, world.err);
  if (report !== undefined) printReport(report, world.out);
  return problems.hasErrors ? PROBLEMS : OK;
}
