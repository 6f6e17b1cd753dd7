/** The commands and their help: what to do for each in, a parser of the command line out. */

import { Command, InvalidArgumentError, Option } from 'commander';
import { type Paper, paperOf, SHEET_NAMES, type SheetSize, sheetSize } from '../impose.js';
import { bytesOf, SIZE_WORDS } from '../manifest/values.js';

/** The options of build and check. */
export interface Wishes {
  readonly allowOverset: boolean;
  /** Do it again whenever a file has changed. */
  readonly watch: boolean;
  /** Write a proof with overlays too. */
  readonly grid: boolean;
  /** Write all pages as pictures too; undefined for what the publication says. */
  readonly pictures: boolean | undefined;
  /** Write the edition for phones too; undefined for what the publication says. */
  readonly phone: boolean | undefined;
  /** Most bytes of each PDF for readers; undefined for what the publication says. */
  readonly maxSize: number | undefined;
}

/** The options of impose. */
export interface ImposeWishes {
  readonly allowOverset: boolean;
  readonly sheet: SheetSize;
  readonly fit: boolean;
  readonly paper: Paper | undefined;
}

/** What the commands do and where their texts go. */
export interface Actions {
  readonly writeOut: (text: string) => void;
  readonly writeErr: (text: string) => void;
  readonly build: (number: string, wishes: Wishes) => Promise<void>;
  readonly check: (number: string, wishes: Wishes) => Promise<void>;
  readonly plan: (number: string, wishes: Wishes) => Promise<void>;
  readonly proof: (number: string, plates: boolean) => Promise<void>;
  readonly impose: (number: string, wishes: ImposeWishes) => Promise<void>;
  readonly package: (number: string, allowOverset: boolean) => Promise<void>;
  readonly text: (number: string, allowOverset: boolean) => Promise<void>;
  readonly specimen: (layout: string | undefined) => Promise<void>;
  readonly list: () => void;
}

const ABOUT = `Sets a newspaper in Arabic and English.

From the stories and the manifest of an issue it makes two PDFs with the same pages:
one for the printer, and a small one to read and pass on.`;

const BUILD = `Makes both PDFs of an issue in out/<number>/, with a report of its pages.

If anything in the issue is wrong, every problem is listed with its file and line, and
the files in out/<number>/ stay as they are. So they do if there is too much ink on a
page, or the press PDF, read back, breaks its standard.`;

const CHECK = `Does everything that build does but writes no files: reads the issue, lays out its
pages, and lists every problem with its file and line. Ink is measured by build alone.`;

const PLAN = `Shows the flatplan of an issue: what stands on each page and how full it is, what each
story was wished to be and what it became, and why. All pages in small go into one
picture in out/<number>/.`;

const PROOF = `Makes a proof of an issue in out/<number>/: its pages under baseline grid, columns and
modules, problem spots marked. Text that found no room is only a warning here.

With --plates there are images of what each ink prints of each page, and a map of all ink
together, in out/<number>/plates/. They show the pages of the press PDF, so its marks and
spreads too.`;

const IMPOSE = `Lays the pages of an issue on sheets for a saddle-stitched booklet of up to 64 pages and
writes them as a press PDF in out/<number>/: two pages on each side of a sheet, in the
order in which they are read once the sheets are folded and stapled. Creep is taken out
if the paper is known.`;

const PACKAGE = `Packs what a printer needs into one file in out/<number>/: the press PDF with its SHA-256
checksum, a job ticket of one page, and the report. It is made anew, whatever stands in
out/<number>/, and an issue that has problems is not packed.`;

const TEXT = `Writes each story as plain text into out/<number>/text/: headline, body, lists, tables and
captions in reading order, a paragraph a line, in UTF-8. References to pages read as in print.`;

const SPECIMEN = `Sets sample texts in the type styles of a layout and says how evenly they came out: Arabic
with few and many kashidas and with vowels, mixed lines, English, headlines, neighbouring
languages. The PDFs go into out/specimen/.`;

const MORE = `
Examples:
  issue check 14    what is still wrong with issue 14?
  issue plan 14     what stands where, and why?
  issue build 14    make its PDFs
  issue package 14  pack them for the printer

Files of a newspaper:
  issues/publication.yaml       what all issues share: title, languages, sections
  issues/<number>/issue.yaml    one issue: date, front page, stories, page plan
  issues/<number>/stories/      its stories, a file each: <id>.md
  issues/<number>/pictures/     their pictures
  layouts/                      page formats: columns, type styles, inks
  fonts/fonts.yaml              typefaces
  out/<number>/                 what build made

Exit status: 0 done, 1 problems in the issue, 2 wrong usage.`;

/** A parser that calls the action of the command it finds; wrong usage throws a CommanderError after its message. */
export function makeCommands(actions: Actions): Command {
  const program = new Command('issue')
    .description(ABOUT)
    .usage('<command>')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of one command')
    .configureOutput({
      writeOut: actions.writeOut,
      writeErr: actions.writeErr,
      getOutHelpWidth: () => 88,
      getErrHelpWidth: () => 88,
      outputError: (message, write) => write(reworded(message)),
    })
    .exitOverride()
    .showHelpAfterError('`issue --help` shows how it is used.')
    .addHelpText('after', MORE);
  const numbered = (name: string, summary: string, about: string): Command =>
    program
      .command(`${name} <number>`)
      .summary(summary)
      .description(about, { number: 'the number of the issue, as its folder is called: 14 for issues/14' })
      .helpOption('-h, --help', 'show this help')
      .showHelpAfterError(`\`issue ${name} --help\` shows how it is used.`);
  numbered('build', 'make both PDFs of an issue', BUILD)
    .option('--allow-overset', 'make the PDFs even if some text found no room; what is missing is listed')
    .option('--grid', 'make a proof too: baseline grid, columns, modules and problem spots marked')
    .option('--phone', 'make an edition for phones too, of one column')
    .option('--pictures', 'make each page a picture too, 1080 pixels wide, to be posted')
    .addOption(
      new Option(
        '--max-size <size>',
        'pictures of PDFs for readers made smaller until they are no larger',
      ).argParser(text => readAs(text, bytesOf, SIZE_WORDS)),
    )
    .option('--watch', 'make them again whenever a file is saved')
    .action((number: string, options: Partial<Wishes>) => actions.build(number, wishesOf(options)));
  numbered('check', 'list the problems of an issue, write nothing', CHECK)
    .option('--allow-overset', 'take text that found no room for a warning')
    .option('--watch', 'check again whenever a file is saved')
    .action((number: string, options: Partial<Wishes>) => actions.check(number, wishesOf(options)));
  numbered('plan', 'show what stands on each page, and why', PLAN)
    .option('--watch', 'show it again whenever a file is saved')
    .action((number: string, options: Partial<Wishes>) => actions.plan(number, wishesOf(options)));
  numbered('proof', 'make a proof to look at, or one of each ink', PROOF)
    .option('--plates', 'an image of each plate, and where there is how much ink')
    .action((number: string, { plates = false }: { plates?: boolean }) => actions.proof(number, plates));
  addImpose(numbered, actions);
  numbered('package', 'pack press PDF, job ticket and report for the printer', PACKAGE)
    .option('--allow-overset', 'go on even if some text found no room')
    .action((number: string, options: { allowOverset?: boolean }) =>
      actions.package(number, options.allowOverset ?? false),
    );
  numbered('text', 'write each story as plain text', TEXT)
    .option('--allow-overset', 'go on even if some text found no room; it is missing')
    .action((number: string, options: { allowOverset?: boolean }) =>
      actions.text(number, options.allowOverset ?? false),
    );
  program
    .command('specimen [layout]')
    .summary('set sample texts in the type styles of a layout')
    .description(SPECIMEN, { layout: 'a layout, as its file is called; that of the publication if left out' })
    .usage('[layout]')
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('`issue specimen --help` shows how it is used.')
    .action((layout: string | undefined) => actions.specimen(layout));
  program
    .command('list')
    .summary('list the issues of this newspaper')
    .description('Lists the issues of this newspaper: number, date, pages and how many stories.')
    .usage('')
    .helpOption('-h, --help', 'show this help')
    .showHelpAfterError('`issue list --help` shows how it is used.')
    .action(() => actions.list());
  return program;
}

/** A command that takes the number of an issue. */
type Numbered = (name: string, summary: string, about: string) => Command;

function addImpose(numbered: Numbered, actions: Actions): void {
  const sheet = new Option('--sheet <size>', 'the paper: A3, SRA3, Tabloid …, or measures such as 320x450mm')
    .default(sheetSize('A3')!, 'A3')
    .argParser(text => readAs(text, sheetSize, `${SHEET_NAMES.join(', ')}, or measures such as 320x450mm`));
  const paper = new Option('--paper <thickness>', 'of one sheet, or its weight: 0.07mm or 45g').argParser(
    text => readAs(text, paperOf, 'a thickness such as 0.07mm or a weight such as 45g'),
  );
  const scale = new Option('--scale <way>', 'make pages smaller that are too large for the sheet').choices([
    'fit',
  ]);
  numbered('impose', 'lay the pages on sheets to be folded', IMPOSE)
    .addOption(sheet)
    .addOption(scale)
    .addOption(paper)
    .option('--allow-overset', 'go on even if some text found no room')
    .action((number: string, options: Partial<ImposeWishes> & { sheet: SheetSize; scale?: string }) => {
      const { allowOverset = false, paper: known } = options;
      return actions.impose(number, {
        allowOverset,
        sheet: options.sheet,
        fit: options.scale === 'fit',
        paper: known,
      });
    });
}

/** The value of an option, or the complaint that it should be something else. */
function readAs<Value>(text: string, read: (text: string) => Value | undefined, expected: string): Value {
  const value = read(text);
  if (value === undefined) throw new InvalidArgumentError(`must be ${expected}`);
  return value;
}

function wishesOf(options: Partial<Wishes>): Wishes {
  const { allowOverset = false, watch = false, grid = false, phone, pictures, maxSize } = options;
  return { allowOverset, watch, grid, phone, pictures, maxSize };
}

function reworded(message: string): string {
  return message
    .replace(/^error: /, 'issue: ')
    .replace(
      /option '(--[\w-]+) .*?' argument '(.*?)' is invalid\. (?:Allowed choices are|must be) (.*?)\.?$/m,
      '$1 must be $3, not “$2”',
    )
    .replace("missing required argument 'number'", 'the number of the issue is missing')
    .replace(
      /too many arguments for '(\w+)'\. Expected (\d) arguments? but got \d+\./,
      (_, name: string, count: string) =>
        count === '1'
          ? `${name} takes one ${name === 'specimen' ? 'layout' : 'issue number'}`
          : `${name} takes nothing more`,
    );
}
