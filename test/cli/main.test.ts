/** The command line as an editor meets it: arguments in; what is printed, the exit status and the files out. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changesIn, main } from '../../src/cli/main.js';
import { BREAD, type Change, changed, ISSUE, writeProject } from '../manifest/project.js';
import { hasControls, realNewspaper, run } from './run.js';

function newspaper(changes: Readonly<Record<string, Change>> = {}): string {
  return writeProject(changed(changes));
}

it('help says what the program makes, of what, and how it ends', async () => {
  const { status, out, err } = await run('/', '--help');
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "Usage: issue <command>

    Sets a newspaper in Arabic and English.

    From the stories and the manifest of an issue it makes two PDFs with the same pages:
    one for the printer, and a small one to read and pass on.

    Options:
      -h, --help                  show this help

    Commands:
      build [options] <number>    make both PDFs of an issue
      check [options] <number>    list the problems of an issue, write nothing
      plan [options] <number>     show what stands on each page, and why
      proof [options] <number>    make a proof to look at, or one of each ink
      impose [options] <number>   lay the pages on sheets to be folded
      package [options] <number>  pack press PDF, job ticket and report for the printer
      text [options] <number>     write each story as plain text
      specimen [layout]           set sample texts in the type styles of a layout
      list                        list the issues of this newspaper
      help [command]              show the help of one command

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

    Exit status: 0 done, 1 problems in the issue, 2 wrong usage.
    "
  `);
});

it('help of a command', async () => {
  const { status, out } = await run('/', 'build --help');
  expect(status).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "Usage: issue build [options] <number>

    Makes both PDFs of an issue in out/<number>/, with a report of its pages.

    If anything in the issue is wrong, every problem is listed with its file and line, and
    the files in out/<number>/ stay as they are. So they do if there is too much ink on a
    page, or the press PDF, read back, breaks its standard.

    Arguments:
      number             the number of the issue, as its folder is called: 14 for issues/14

    Options:
      --allow-overset    make the PDFs even if some text found no room; what is missing is
                         listed
      --grid             make a proof too: baseline grid, columns, modules and problem spots
                         marked
      --phone            make an edition for phones too, of one column
      --pictures         make each page a picture too, 1080 pixels wide, to be posted
      --max-size <size>  pictures of PDFs for readers made smaller until they are no larger
      --watch            make them again whenever a file is saved
      -h, --help         show this help
    "
  `);
  expect((await run('/', 'help build')).out).toBe(out);
});

it('help of list', async () => {
  expect((await run('/', 'list --help')).out).toMatchInlineSnapshot(`
    "Usage: issue list [options]

    Lists the issues of this newspaper: number, date, pages and how many stories.

    Options:
      -h, --help  show this help
    "
  `);
});

it('without a command it shows its help as an error', async () => {
  const { status, out, err } = await run('/', '');
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(/^Usage: issue <command>/);
});

it.each([
  ['chek 1', "issue: unknown command 'chek'\n(Did you mean check?)\n`issue --help` shows how it is used.\n"],
  ['build', 'issue: the number of the issue is missing\n`issue build --help` shows how it is used.\n'],
  ['build 1 2', 'issue: build takes one issue number\n`issue build --help` shows how it is used.\n'],
  [
    'specimen small large',
    'issue: specimen takes one layout\n`issue specimen --help` shows how it is used.\n',
  ],
  ['specimen smal', 'issue: there is no layout smal (no file layouts/smal.yaml); there is small.\n'],
  ['list 1', 'issue: list takes nothing more\n`issue list --help` shows how it is used.\n'],
  ['check 1 --fast', "issue: unknown option '--fast'\n`issue check --help` shows how it is used.\n"],
  ['build one', 'issue: “one” is no issue number; write for example: issue build 1\n'],
  ['build 15', 'issue: there is no issue 15 (no folder issues/15); there is 1.\n'],
  ['build ../1', 'issue: “../1” is no issue number; write for example: issue build 1\n'],
])('wrong usage: %s', async (command, message) => {
  expect(await run(newspaper(), command)).toEqual({ status: 2, out: '', err: message });
});

it('outside a newspaper', async () => {
  const folder = writeProject({ 'notes.txt': 'x' });
  const message = `issue: ${folder} is not in the folder of a newspaper: neither it nor a folder above has issues/publication.yaml.\n`;
  for (const command of ['list', 'check 1', 'build 1']) {
    expect(await run(folder, command)).toEqual({ status: 2, out: '', err: message });
  }
});

it('a newspaper without issues', async () => {
  const folder = writeProject({ 'issues/publication.yaml': 'title: {}\n' });
  expect((await run(folder, 'list')).out).toBe('There are no issues yet: begin with issues/1/issue.yaml.\n');
  expect((await run(folder, 'check 1')).err).toBe(
    'issue: there is no issue 1 (no folder issues/1); there are none yet.\n',
  );
});

it('lists issues by number, from any folder of the newspaper', async () => {
  const folder = newspaper({
    'issues/10/issue.yaml': 'number: 10\ndate: 2022-12-01\nstories: [a]\n',
    'issues/9/issue.yaml': 'number: 9\ndate: soon\nstories: [a]\n',
    'issues/8/notes.txt': '',
    'issues/drafts/issue.yaml': '',
  });
  const { status, out } = await run(join(folder, 'issues/1/stories'), 'list');
  expect(status).toBe(0);
  expect(out).toBe(
    [
      ' 1  2022-03-01  4 pages  2 stories',
      ' 8  has no issue.yaml',
      ' 9  has problems; `issue check 9` lists them',
      '10  2022-12-01  1 story',
      '',
    ].join('\n'),
  );
});

const BROKEN: Readonly<Record<string, Change>> = {
  [ISSUE]: ['    section: city', '    sektion: city'],
  [BREAD]: [
    ['headline: What a loaf costs', 'headline: كلفة الرغيف\nweight: huge'],
    [
      'Bread is dear. See page :page[water].',
      `${'Bread is dear. '.repeat(10)}:foo[x] ${'and so on '.repeat(10)}`,
    ],
  ],
};

it('problems are sorted, with the line, a mark and what to do', async () => {
  const { status, out, err } = await run(newspaper(BROKEN), 'check 1');
  expect([status, out]).toEqual([1, '']);
  expect(err).toMatchInlineSnapshot(`
    "issues/1/issue.yaml:16:5 error unknown key “sektion” in entry 1 of “plan”
       16 |     sektion: city
                ^^^^^^^
            Did you mean “section”?

    issues/1/stories/bread.md:5:9 error “weight” must be “lead” or “major” or “normal” or “brief”, not “huge”
        5 | weight: huge
                    ^^^^
            Write one of these words.

    issues/1/stories/bread.md:10:151 error “:foo[…]” is no markup of a story
       10 | …. Bread is dear. Bread is dear. :foo[x] and so on and so on and so on and so on and so on and so…
                                             ^^^^
            Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.

    3 errors, 0 warnings
    "
  `);
});

it('behind Arabic letters the place is told in words, without a mark that points elsewhere', async () => {
  const changes = { 'issues/1/stories/water.md': ['شرب الناس :en[water]', 'شرب الناس :zzz[water]'] as const };
  const { err } = await run(newspaper(changes), 'check 1');
  expect(err.split('\n').slice(10, 13)).toEqual([
    'issues/1/stories/water.md:5:11 error “:zzz[…]” is no markup of a story',
    '    5 | شرب الناس :zzz[water] من البئر.',
    '        column 11: “:zzz”',
  ]);
});

it('a colon inside an Arabic text is named with its word', async () => {
  const changes = { 'issues/1/stories/water.md': ['ماء المدينة', 'ماء المدينة: من أين'] as const };
  const { err } = await run(newspaper(changes), 'check 1');
  expect(err.split('\n').slice(0, 4)).toEqual([
    'issues/1/stories/water.md:3:22 error a colon stands inside a text',
    '    3 | headline: ماء المدينة: من أين',
    '        column 22: “المدينة: من أين”',
    '        Put quotes round the whole text. A colon with a space after it begins a value.',
  ]);
});

it('a pipe gets no colours and no progress, a terminal both', async () => {
  const folder = newspaper(BROKEN);
  const piped = await run(folder, 'check 1');
  const seen = await run(folder, 'check 1', true);
  expect(hasControls(piped.err)).toBe(false);
  expect(seen.err).toContain('\r\u001b[Kmanifest …');
  expect(seen.err).toContain('\u001b[31merror\u001b[0m');
  // The progress line is wiped away before the problems.
  expect(seen.err).toContain('\r\u001b[K\u001b[1missues/1');
});

it('pictures and the profile that cannot be used are named where they are asked for', async () => {
  const { err } = await run(newspaper(), 'check 1');
  expect(err).toMatchInlineSnapshot(`
    "issues/1/issue.yaml:6:11 error the picture issues/1/pictures/dawn.jpg cannot be read: Input file contains unsupported image format
        6 |     file: dawn.jpg
                      ^^^^^^^^
            Open it in a picture editor and save it again.

    issues/1/stories/bread.md:6:11 error the picture issues/1/pictures/loaf.jpg cannot be read: Input file contains unsupported image format
        6 |   - file: loaf.jpg
                      ^^^^^^^^
            Open it in a picture editor and save it again.

    issues/publication.yaml:12:12 error the press profile layouts/news.icc cannot be used: it is not an ICC profile
       12 |   profile: layouts/news.icc
                       ^^^^^^^^^^^^^^^^
            Name an ICC output profile (class prtr) for CMYK printing.

    3 errors, 0 warnings
    "
  `);
});

it('a broken issue leaves what was built before', async () => {
  const folder = newspaper(BROKEN);
  mkdirSync(join(folder, 'out/1'), { recursive: true });
  writeFileSync(join(folder, 'out/1/truth-1-print.pdf'), 'old');
  expect((await run(folder, 'build 1')).status).toBe(1);
  expect(readdirSync(join(folder, 'out/1'))).toEqual(['truth-1-print.pdf']);
  expect(readFileSync(join(folder, 'out/1/truth-1-print.pdf'), 'utf8')).toBe('old');
});

it('an error of the program is one line, and details come on request', async () => {
  const failing = {
    arguments: ['list'],
    folder: newspaper(),
    err: { write: () => {} },
    clock: () => 0,
    changes: changesIn,
  };
  const told = async (debug: boolean): Promise<string> => {
    let err = '';
    const out = {
      write: (): void => {
        throw new Error('no paper\nat all');
      },
    };
    const write = (text: string): void => {
      err += text;
    };
    expect(await main({ ...failing, out, err: { write }, debug })).toBe(70);
    return err;
  };
  expect(await told(false)).toBe(
    'issue: internal error: no paper\nThis is a fault of the program, not of the newspaper. Please report it; ISSUE_DEBUG=1 before the command shows details.\n',
  );
  expect(await told(true)).toMatch(/^issue: internal error: no paper\nError: no paper\nat all\n {4}at /);
});

it('builds, replaces old files and leaves nothing half', async () => {
  const folder = realNewspaper();
  const name = 'the-truth-of-the-oppressed-1';
  mkdirSync(join(folder, 'out/1'), { recursive: true });
  writeFileSync(join(folder, `out/1/${name}-print.pdf`), 'old');
  const { status, out, err } = await run(folder, 'build 1');
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain(`out/1/${name}-print.pdf`);
  expect(hasControls(out)).toBe(false);
  expect(readdirSync(join(folder, 'out/1')).sort()).toEqual([
    `${name}-cover-1080.jpg`,
    `${name}-cover-320.jpg`,
    `${name}-print.pdf`,
    `${name}-report.json`,
    `${name}-share.pdf`,
  ]);
  expect(readFileSync(join(folder, `out/1/${name}-print.pdf`), 'latin1').slice(0, 5)).toBe('%PDF-');
});

it('builds the edition for phones too, where it is asked for or the publication always wants it', async () => {
  const folder = realNewspaper();
  const file = /^out\/1\/the-truth-of-the-oppressed-1-phone\.pdf +\d+ kB$/m;
  const asked = await run(folder, 'build 1 --phone');
  expect([asked.status, asked.err]).toEqual([0, '']);
  expect(asked.out).toMatch(file);
  expect(asked.out).toMatch(/^On phones: \d pages? of 360 × 640 pt\.$/m);
  const publication = join(folder, 'issues/publication.yaml');
  const text = readFileSync(publication, 'utf8');
  writeFileSync(publication, text.replace('{ layout: phone }', '{ layout: phone, always: true }'));
  expect((await run(folder, 'build 1')).out).toMatch(file);
});

it('makes the specimen of a layout and says how even it is', async () => {
  const folder = realNewspaper();
  const { status, out, err } = await run(folder, 'specimen');
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/^Arabic, full kashida ar +\d+ +\d\.\d %/m);
  expect(out).toMatch(/^out\/specimen\/tabloid-specimen\.pdf +\d+ kB$/m);
  expect(readdirSync(join(folder, 'out/specimen')).sort()).toEqual([
    'tabloid-specimen-print.pdf',
    'tabloid-specimen.pdf',
  ]);
});

it('makes no specimen with a press profile that is none', async () => {
  const folder = realNewspaper();
  writeFileSync(join(folder, 'layouts/profiles/newsprint-snap2007.icc'), '');
  const { status, err } = await run(folder, 'specimen');
  expect(status).toBe(1);
  expect(err).toMatch(
    /^issues\/publication\.yaml:\d+:\d+ error the press profile layouts\/profiles\/newsprint-snap2007\.icc cannot be used/,
  );
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

it('makes no specimen of a layout that is wrong', async () => {
  const folder = newspaper({ 'layouts/small.yaml': ['grid: 3pt', 'grid: 7pt'] });
  const { status, out, err } = await run(folder, 'specimen small');
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('the leading of “body” is no whole multiple of the grid');
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

it('says why the output cannot be written', async () => {
  const folder = realNewspaper();
  writeFileSync(join(folder, 'out'), 'a file');
  const { status, err } = await run(folder, 'build 1');
  expect(status).toBe(1);
  expect(err).toBe(
    'error out/1 cannot be written: a file stands where a folder should be\n        Move that file away.\n\n1 error, 0 warnings\n',
  );
  expect(existsSync(join(folder, 'out/1'))).toBe(false);
});

it('with --watch a check is made again after each change, until the watching ends', async () => {
  const folder = newspaper({ [BREAD]: ['headline: ', 'heading: '] });
  const good = changed({})[BREAD]!;
  const { status, err } = await run(
    folder,
    'check 1 --watch --allow-overset',
    false,
    false,
    async function* () {
      writeFileSync(join(folder, BREAD), good);
      yield;
    },
  );
  expect(err.match(/unknown key/g)).toHaveLength(1);
  expect(err.match(/Watching issues, layouts, fonts; Ctrl-C ends\./g)).toHaveLength(2);
  expect(status).not.toBe(2);
});

it('a change below a watched folder is noticed once', async () => {
  const folder = newspaper();
  const seen = changesIn([join(folder, 'issues')])[Symbol.asyncIterator]();
  const tick = seen.next();
  writeFileSync(join(folder, ISSUE), 'number: 1');
  writeFileSync(join(folder, BREAD), 'changed');
  expect(await tick).toEqual({ value: undefined, done: false });
  await seen.return?.();
});
