/** The commands for the shop floor: impose, proof, package; and what the printer's settings change in the press PDF. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { installed, syntax } from '../pdf/inspect.js';
import { hasControls, realNewspaper, run } from './run.js';

const STEM = 'the-truth-of-the-oppressed-1';

/** A newspaper of one short story with other settings for its printer. */
function newspaper(print = ''): string {
  const folder = realNewspaper();
  const file = join(folder, 'issues/publication.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^print:\n( {2}paper:.*\n)?/m, `print:\n${print}`));
  return folder;
}

const out = (folder: string, file: string): Buffer => readFileSync(join(folder, 'out/1', file));

describe('issue impose', () => {
  it('writes sheets and says how to print and fold them', async () => {
    const folder = newspaper('  paper: { weight: 50 }\n');
    const { status, out: said, err } = await run(folder, 'impose 1 --sheet SRA2');
    expect([status, err]).toEqual([0, '']);
    expect(said.replace(/[\d.]+ kB/, 'N kB')).toMatchInlineSnapshot(`
      "Issue 1  4 pages on 1 sheet of SRA2 (640 × 450 mm)
         1  front   1   4   back   3   2
      Print both sides, turning on the short edge; fold all sheets together, sheet 1 outermost.
      Bound on the right. Dashed marks show the fold.
      A single sheet has no creep.
      out/1/the-truth-of-the-oppressed-1-imposed.pdf  N kB
      "
    `);
    expect(syntax(out(folder, `${STEM}-imposed.pdf`)).match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(readdirSync(join(folder, 'out/1'))).toEqual([`${STEM}-imposed.pdf`]);
  });

  it('says so if the paper is not known, if pages are scaled and if there is no room for marks', async () => {
    const folder = newspaper();
    writeFileSync(
      join(folder, 'issues/1/issue.yaml'),
      'number: 1\ndate: 2022-03-01\npages: 6\nstories: [bread]\n',
    );
    const { status, out: said } = await run(folder, 'impose 1 --scale fit');
    expect(status).toBe(0);
    expect(said).toContain('Pages are printed at 74.3 % of their size.');
    expect(said).toContain('At the end there are 2 blank pages');
    expect(said).toContain('Creep is left out');
    expect(said).toContain('no room for fold marks');
    const paper = await run(folder, 'impose 1 --scale fit --paper 0.1mm');
    expect(paper.out).toContain(
      'Creep of 100 µm a sheet; the innermost pages are moved 0.10 mm towards the fold.',
    );
  });

  it('refuses a sheet that is too small, and changes nothing', async () => {
    const folder = newspaper();
    const { status, out: said, err } = await run(folder, 'impose 1');
    expect([status, said]).toEqual([1, '']);
    expect(err).toMatchInlineSnapshot(`
      "error two pages side by side measure 560 × 400 mm, and A3 is 297 × 420 mm
              Take --sheet A2, or --scale fit, which prints the pages at 74 % of their size.

      1 error, 0 warnings
      "
    `);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('warns if creep is more than the inside margin', async () => {
    const folder = newspaper();
    writeFileSync(
      join(folder, 'issues/1/issue.yaml'),
      'number: 1\ndate: 2022-03-01\npages: 64\nstories: [bread]\n',
    );
    const { status, err } = await run(folder, 'impose 1 --sheet A2 --paper 0.8mm');
    expect(status).toBe(0);
    expect(err).toContain('creep moves the innermost pages by 12 mm, and their inside margin is 11 mm');
  });

  it.each([
    ['impose 1 --sheet A9', /^issue: --sheet must be A0, .*, or measures such as 320x450mm, not “A9”\n/],
    ['impose 1 --scale half', /^issue: --scale must be fit, not “half”\n/],
    [
      'impose 1 --paper thick',
      /^issue: --paper must be a thickness such as 0.07mm or a weight such as 45g, not “thick”\n/,
    ],
    ['impose', /^issue: the number of the issue is missing\n/],
  ])('tells what is wrong with “%s”', async (command, message) => {
    const { status, err } = await run(newspaper(), command);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('issue proof', () => {
  it('writes the proof that build --grid writes, and nothing else', async () => {
    const folder = newspaper();
    const { status, out: said, err } = await run(folder, 'proof 1');
    expect([status, err]).toEqual([0, '']);
    expect(said).toMatch(/^out\/1\/the-truth-of-the-oppressed-1-proof\.pdf {2}\d+ kB\n$/);
    expect(readdirSync(join(folder, 'out/1'))).toEqual([`${STEM}-proof.pdf`]);
    const proof = out(folder, `${STEM}-proof.pdf`);
    await run(folder, 'build 1 --grid');
    expect(out(folder, `${STEM}-proof.pdf`).equals(proof)).toBe(true);
  });

  it('with --plates writes an image of each ink and of all, and takes old ones away', async () => {
    const folder = newspaper();
    const plates = join(folder, 'out/1/plates');
    mkdirSync(plates, { recursive: true });
    for (const name of ['page-7-Cyan.png', 'notes.txt']) writeFileSync(join(plates, name), '');
    const { status, out: said, err } = await run(folder, 'proof 1 --plates');
    expect([status, err]).toEqual([0, '']);
    expect(said).toMatch(
      /^Issue 1 {2}ink on each page, limit 240 %\n +Cyan +Magenta +Yellow +Black +all +densest +most\npage 1 /,
    );
    const inks = ['Black', 'Cyan', 'Magenta', 'Yellow', 'ink'];
    const pages = ['1', '2', '3', '4'];
    const names = pages.flatMap(page => inks.map(ink => `page-${page}-${ink}.png`));
    expect(readdirSync(plates).sort()).toEqual(['notes.txt', ...names]);
    const { width, channels } = await sharp(join(plates, 'page-1-Black.png')).metadata();
    expect(Math.abs(width - (286 / 25.4) * 150)).toBeLessThan(1);
    expect(channels).toBe(1);
    const black = readFileSync(join(plates, 'page-1-Black.png'));
    await run(folder, 'proof 1 --plates');
    expect(readFileSync(join(plates, 'page-1-Black.png')).equals(black)).toBe(true);
  });

  it('calls spreads by both their pages, and has a plate for each spot colour', async () => {
    const folder = newspaper('  pages: spreads\n');
    const layout = join(folder, 'layouts/tabloid.yaml');
    const inks = readFileSync(layout, 'utf8').replace(
      /^ {2}accent: .*$/m,
      '  accent: { cmyk: [0, 90, 80, 0], screen: "#b5121b", spot: PANTONE 485 C }',
    );
    const story = join(folder, 'issues/1/stories/bread.md');
    writeFileSync(story, readFileSync(story, 'utf8').replace('headline:', 'kicker: Bread\nheadline:'));
    writeFileSync(layout, inks);
    const { status, out: said } = await run(folder, 'proof 1 --plates');
    expect(status).toBe(0);
    expect(said).toContain('PANTONE 485 C');
    const names = readdirSync(join(folder, 'out/1/plates'));
    expect(names).toContain('page-1-PANTONE-485-C.png');
    expect(names).toContain('pages-2-and-3-Black.png');
    expect(names).toHaveLength(3 * 6);
  });
});

describe('issue package', () => {
  it('packs the press PDF that build writes, its checksum, a ticket and the report', async () => {
    const folder = newspaper('  paper: { name: newsprint, weight: 45 }\n');
    const { status, out: said, err } = await run(folder, 'package 1');
    expect([status, err]).toEqual([0, '']);
    expect(readdirSync(join(folder, 'out/1'))).toEqual([`${STEM}-package.zip`]);
    const archive = out(folder, `${STEM}-package.zip`);
    await run(folder, 'build 1');
    const print = out(folder, `${STEM}-print.pdf`);
    const checksum = createHash('sha256').update(print).digest('hex');
    expect(said).toContain(`SHA-256 of the press PDF: ${checksum}\n`);
    expect(archive.includes(print)).toBe(true);
    expect(archive.includes(`${checksum}  ${STEM}-print.pdf\n`)).toBe(true);
    expect(archive.includes('"files": [')).toBe(true);
    expect(archive.includes('"seconds"')).toBe(false);
  });

  it('is the same byte for byte', async () => {
    const make = async (): Promise<Buffer> => {
      const folder = newspaper();
      await run(folder, 'package 1');
      return out(folder, `${STEM}-package.zip`);
    };
    expect((await make()).equals(await make())).toBe(true);
  });

  it.skipIf(!installed('unzip') || !installed('pdftotext'))(
    'has a ticket with the facts of the job',
    async () => {
      const folder = newspaper('  paper: { name: newsprint, weight: 45 }\n  marks: [crop, slug]\n');
      await run(folder, 'package 1');
      const file = join(folder, 'out/1', `${STEM}-package.zip`);
      execFileSync('unzip', ['-q', file, '-d', folder]);
      const ticket = execFileSync('pdftotext', [
        '-layout',
        join(folder, `${STEM}-ticket.pdf`),
        '-',
      ]).toString();
      const facts = ticket.split('\n').flatMap(line => {
        const [, name, fact] = /^(\w[\w -]*?) {2,}(\S.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, fact] as const];
      });
      expect(Object.fromEntries(facts)).toMatchObject({
        'Trim size': '280 × 400 mm, bleed 3 mm, marks: crop, slug',
        Pages: '4, delivered as single pages',
        Binding: 'on the right, read from right to left',
        Inks: 'Cyan, Magenta, Yellow, Black; 240 % in one place at the most',
        Paper: 'newsprint, 45 g/m²',
        'Print condition': 'SNAP 2007 (CGATS TR 002), profile newsprint-snap2007.icc, embedded',
        Standard: 'PDF/X-4, all fonts embedded',
        Contacts: 'example.org',
      });
    },
  );

  it('is not made of an issue with problems', async () => {
    const folder = newspaper();
    const story = join(folder, 'issues/1/stories/bread.md');
    writeFileSync(story, readFileSync(story, 'utf8').replace('headline:', 'headlin:'));
    const { status, err } = await run(folder, 'package 1');
    expect(status).toBe(1);
    expect(err).toContain('Did you mean “headline”?');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('the printer’s settings', () => {
  it('are no marks unless asked for, and growing sheets if they are', async () => {
    const boxes = async (print: string): Promise<number[][]> => {
      const folder = newspaper(print);
      expect((await run(folder, 'build 1')).err).toBe('');
      const pdf = syntax(out(folder, `${STEM}-print.pdf`));
      return ['MediaBox', 'BleedBox', 'TrimBox'].map(name =>
        pdf
          .match(new RegExp(`/${name} \\[([^\\]]+)`))![1]!
          .split(' ')
          .map(value => Math.round((Number(value) * 25.4) / 72)),
      );
    };
    expect(await boxes('')).toEqual([
      [0, 0, 286, 406],
      [0, 0, 286, 406],
      [3, 3, 283, 403],
    ]);
    expect(await boxes('  marks: true\n')).toEqual([
      [0, 0, 300, 420],
      [7, 7, 293, 413],
      [10, 10, 290, 410],
    ]);
  });

  it.each([
    ['  marks: crop\n', 'marks'],
    ['  marks: [crops]\n', 'crops'],
    ['  pages: double\n', 'double'],
    ['  paper: { weight: 45g }\n', 'weight'],
  ])('must be right: %s', async (print, named) => {
    const { status, err } = await run(newspaper(print), 'check 1');
    expect(status).toBe(1);
    expect(err).toContain('issues/publication.yaml');
    expect(err).toContain(named);
  });

  it('show on a terminal in colour, in a pipe without', async () => {
    const folder = newspaper();
    expect(hasControls((await run(folder, 'impose 1 --sheet A2', true)).out)).toBe(true);
    expect(hasControls((await run(folder, 'impose 1 --sheet A2')).out)).toBe(false);
  });
});
