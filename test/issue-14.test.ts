/** Issue 14 built for real and read back by other programs: its words, fonts, boxes and inks. */

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import bundling from '../rolldown.config.js';
import { buildIssue, type SetIssue, setIssue } from '../src/build.js';
import type { GlyphRun, Item } from '../src/frame/frame.js';
import { readIssueFiles } from '../src/manifest/manifest.js';
import { Project } from '../src/manifest/project.js';
import { writePrintPdf } from '../src/pdf/write.js';
import { Problems } from '../src/problem/problem.js';
import type { BuildReport, TextReport } from '../src/report.js';
import { writeNumber } from '../src/story/digits.js';
import { readStories } from '../src/story/read.js';
import { type Block, plainText, type RichText } from '../src/story/story.js';
import { textsOf } from '../src/story/texts.js';
import { readStructure } from '../src/structure/read.js';
import { storyTexts } from '../src/structure/story-text.js';
import { noPictures, press } from './pdf/helper.js';
import { installed, readByPdfium, readByPoppler, syntax, withFile } from './pdf/inspect.js';
import { PdfObjects } from './pdf/objects.js';
import { hasGhostscript, type Plates, peakOf, platesOf, shareOf } from './pdf/plates.js';
import { type Element, StructureTree } from './pdf/structure.js';
import { failuresOf } from './pdf/ua.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

let root: string;
let files: Map<string, Buffer>;
let print: Uint8Array;
let share: Uint8Array;
let text: readonly TextReport[];

/** A project folder with what issue 14 is made of. */
function projectIn(folder: string): string {
  for (const name of ['issues', 'layouts', 'fonts'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  return folder;
}

function filesIn(folder: string): Map<string, Buffer> {
  const out = join(folder, 'out/14');
  return new Map(
    readdirSync(out)
      .sort()
      .map(name => [name, readFileSync(join(out, name))]),
  );
}

async function build(folder: string): Promise<Map<string, Buffer>> {
  const options = {
    write: true,
    allowOverset: false,
    grid: false,
    phone: true,
    clock: () => 0,
    progress: () => {},
  };
  const { problems } = await buildIssue(new Project(projectIn(folder)), '14', options);
  expect(problems.list).toEqual([]);
  return filesIn(folder);
}

/** Builds with the program as it is installed, for someone who lives elsewhere. */
async function buildAbroad(folder: string): Promise<Map<string, Buffer>> {
  const program = join(folder, 'program');
  const home = join(folder, 'home');
  const project = projectIn(join(folder, 'a newspaper'));
  for (const path of [program, home]) mkdirSync(path);
  cpSync(join(ROOT, 'bin'), join(program, 'bin'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(program, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'), 'junction');
  await bundle({
    ...bundling,
    cwd: ROOT,
    output: { ...bundling.output, dir: join(program, 'dist') },
  });
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  execFileSync(process.execPath, [join(program, 'bin/issue'), 'build', '14', '--phone'], {
    cwd: project,
    env: { ...env, HOME: home, USERPROFILE: home },
    stdio: 'ignore',
  });
  return filesIn(project);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'issue-14-'));
  files = await build(join(root, 'one'));
  print = files.get('the-truth-of-the-oppressed-14-print.pdf')!;
  share = files.get('the-truth-of-the-oppressed-14-share.pdf')!;
  const report = Buffer.from(files.get('the-truth-of-the-oppressed-14-report.json')!).toString();
  text = (JSON.parse(report) as BuildReport).text;
}, 180_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Words as a reader would look for them: no marks of direction, no punctuation round them. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufffe]/g, '');
  return plain
    .split(/[\s\u00a0\u2013\u2014/-]+/)
    .map(word => word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ''))
    .filter(word => /[\p{L}\p{N}]/u.test(word));
}

/** Share of the stories' words that a reader finds, words divided at line ends joined. */
function shareFound(text: string, only: RegExp): number {
  const found = new Set([...wordsOf(text), ...wordsOf(text.replace(/[-\u2010\ufffe]\s*\r?\n\s*/g, ''))]);
  const project = new Project(ROOT);
  const problems = new Problems();
  const { stories } = readIssueFiles(project, '14', problems);
  const all = readStories(stories.sources, 'ar', problems, [...stories.entries.keys()]);
  const wanted = all
    .flatMap(story => [...textsOf(story)].flatMap(run => wordsOf(plainText(run))))
    .filter(word => only.test(word));
  expect(wanted.length).toBeGreaterThan(3000);
  const here = wanted.filter(word => found.has(word));
  return here.length / wanted.length;
}

/** A text as printed, references to pages filled in. */
function textWithPages(text: RichText, lang: string, { made, manifest }: SetIssue): string {
  const page = (id: string): number => made.pages.find(({ stories }) => stories.includes(id))?.page ?? 0;
  return text
    .map(run =>
      run.pageOf === undefined ? run.text : numberIn(page(run.pageOf), run.lang ?? lang, { manifest }),
    )
    .join('');
}

/** Numbers of list entries, which the press writes. */
function labelsOf(block: Block): number[] {
  if (block.kind === 'list') return block.items.flatMap(labelsOf);
  if (block.kind === 'sidebar') return block.blocks.flatMap(labelsOf);
  return block.kind === 'list-item' ? [block.number ?? []].flat() : [];
}

function numberIn(value: number, lang: string, { manifest }: Pick<SetIssue, 'manifest'>): string {
  return writeNumber(value, manifest.publication.digits[lang] ?? 'european');
}

/** The runs among items, groups kept. */
function runsOf(items: readonly Item[], keep: (run: GlyphRun) => boolean): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.kind === 'group') return [{ ...item, items: runsOf(item.items, keep) }];
    return item.kind === 'glyphs' && keep(item) ? [item] : [];
  });
}

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

describe('issue 14', () => {
  it('has twelve pages in both PDFs', () => {
    for (const pdf of [print, share]) expect(syntax(pdf).match(/\/Type \/Page\b/g)).toHaveLength(12);
  });

  it('holds the words of all stories, as pdfium reads them', async () => {
    const text = await readByPdfium(share);
    expect(shareFound(text, LATIN)).toBeGreaterThan(0.995);
    expect(shareFound(text, ARABIC)).toBeGreaterThan(0.99);
  });

  it.skipIf(!installed('pdftotext'))('holds the words of all stories, as poppler reads them', () => {
    const text = readByPoppler(share);
    expect(shareFound(text, LATIN)).toBeGreaterThan(0.99);
    expect(shareFound(text, ARABIC)).toBeGreaterThan(0.98);
  });

  it('has few loose lines in both languages, no three hyphens in a row and no last line of one word in its body', () => {
    for (const lang of ['en', 'ar']) {
      const reports = text.filter(report => report.lang === lang && report.justified > 0);
      const sum = (key: 'justified' | 'over2' | 'over3' | 'runsOfThree'): number =>
        reports.reduce((total, report) => total + report[key], 0);
      expect(sum('justified')).toBeGreaterThan(400);
      expect(sum('over2') / sum('justified')).toBeLessThan(0.03);
      expect(sum('over3') / sum('justified')).toBeLessThan(0.002);
      expect(sum('runsOfThree')).toBe(0);
      expect(reports.find(report => report.style === 'body')!.oneWord).toBe(0);
    }
  });

  it('nests trim in bleed in media on every page for the press', () => {
    const boxes = (name: string): number[][] =>
      [
        ...Buffer.from(print)
          .toString('latin1')
          .matchAll(new RegExp(`/${name} \\[([^\\]]+)\\]`, 'g')),
      ].map(match => match[1]!.trim().split(/\s+/).map(Number));
    const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map(boxes);
    expect(trim).toHaveLength(12);
    trim!.forEach((box, index) => {
      expect((box[2]! - box[0]!) / (72 / 25.4)).toBeCloseTo(280, 1);
      expect((box[3]! - box[1]!) / (72 / 25.4)).toBeCloseTo(400, 1);
      for (const [inner, outer] of [
        [box, bleed![index]!],
        [bleed![index]!, media![index]!],
      ] as const) {
        expect(
          inner[0]! >= outer[0]! &&
            inner[1]! >= outer[1]! &&
            inner[2]! <= outer[2]! &&
            inner[3]! <= outer[3]!,
        ).toBe(true);
      }
    });
  });

  it.skipIf(!installed('pdffonts'))('embeds every font as a subset with its characters', () => {
    for (const pdf of [print, share]) {
      const rows = withFile(pdf, 'pdffonts', ['FILE']).toString().trim().split('\n').slice(2);
      expect(rows.length).toBeGreaterThan(8);
      for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+.* yes yes yes /);
    }
  });

  it.skipIf(!installed('pdfimages'))('prints pictures in CMYK or gray, and shows them in RGB or gray', () => {
    const spaces = (pdf: Uint8Array): Set<string> =>
      new Set(
        withFile(pdf, 'pdfimages', ['-list', 'FILE'])
          .toString()
          .trim()
          .split('\n')
          .slice(2)
          .map(row => row.trim().split(/\s+/)[5]!),
      );
    expect([...spaces(print)].sort()).toEqual(['cmyk', 'gray']);
    expect([...spaces(share)].sort()).toEqual(['gray', 'rgb']);
  });

  it.skipIf(!hasGhostscript)('never prints more ink than the press takes', async () => {
    const pages = await platesOf(print, 72);
    expect(pages).toHaveLength(12);
    for (const page of pages) expect(peakOf(page)).toBeLessThanOrEqual(240);
  });

  it.skipIf(!hasGhostscript)(
    'prints body text on the black plate alone, and no text in four inks',
    async () => {
      const { made } = (await setIssue(new Project(join(root, 'one')), '14', new Problems()))!;
      const separated = async (keep: (run: GlyphRun) => boolean): Promise<Plates[]> => {
        const pages = made.edition.pages
          .slice(0, 4)
          .map(page => ({ ...page, items: runsOf(page.items, keep) }));
        return platesOf(
          await writePrintPdf({ ...made.edition, pages }, { press, rendition: noPictures }),
          50,
        );
      };
      for (const page of await separated(run => run.line?.style === 'body')) {
        expect(['Cyan', 'Magenta', 'Yellow'].map(plate => shareOf(page, plate))).toEqual([0, 0, 0]);
      }
      for (const page of await separated(() => true)) {
        expect(shareOf(page, 'Cyan')).toBe(0);
        expect(shareOf(page, 'Black')).toBeGreaterThan(0.02);
      }
    },
  );

  it('carries nothing of this machine and no metadata of the pictures', () => {
    for (const pdf of [print, share]) {
      const bytes = Buffer.from(pdf).toString('latin1');
      for (const trace of ['Exif', ROOT, root, 'Photoshop', 'sharp', 'libvips']) {
        expect(bytes.includes(trace), trace).toBe(false);
      }
    }
    const packet = Buffer.from(share)
      .toString()
      .match(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/)![0];
    expect(packet).not.toMatch(/Date|Tool|Producer|History|Document/);
  });

  it('says in its structure what the manifest says, story by story, word by word', async () => {
    const set = (await setIssue(new Project(join(root, 'one')), '14', new Problems()))!;
    const texts = storyTexts(readStructure(set.made.edition)!);
    expect([...texts.keys()].sort()).toEqual(set.stories.map(({ id }) => id).sort());
    for (const story of set.stories) {
      const written = [...textsOf(story)].map(text => textWithPages(text, story.lang, set)).join(' ');
      const labels = story.blocks.flatMap(labelsOf).map(label => numberIn(label, story.lang, set));
      const wanted = [...wordsOf(written), ...labels];
      const sorted = (words: readonly string[]): string[] => [...words].sort();
      expect(sorted(wordsOf(texts.get(story.id)!)), story.id).toEqual(sorted(wanted));
    }
  });

  it.skipIf(!installed('qpdf'))('passes what a machine can check of PDF/UA-1', () => {
    const pdf = PdfObjects.read(share);
    expect(failuresOf(pdf)).toEqual([]);
    const tree = new StructureTree(pdf);
    expect(tree.ofType('Art')).toHaveLength(13);
    expect(tree.ofType('Figure').length).toBeGreaterThan(15);
    expect(tree.ofType('Link').length).toBeGreaterThan(30);
  });

  it.skipIf(!installed('qpdf'))(
    'has every letter of its stories once and in order under its articles',
    async () => {
      const set = (await setIssue(new Project(join(root, 'one')), '14', new Problems()))!;
      const texts = [...storyTexts(readStructure(set.made.edition)!).values()];
      const tree = new StructureTree(PdfObjects.read(share));
      const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
      for (const [index, article] of tree.ofType('Art').entries()) {
        // Words in drawings are part of their figures, whose alternative text stands for them.
        const skip = ({ type, dictionary }: Element): boolean =>
          type === 'Figure' || dictionary['/S'] === '/JumpLine';
        const found = tree.text(article, skip);
        // The marks of a letter may stand in either order.
        expect(letters(found).normalize('NFC')).toBe(letters(texts[index]!).normalize('NFC'));
      }
    },
  );

  it.skipIf(!installed('pdfinfo'))('reads to poppler in whole words, over the ends of lines', () => {
    const read = withFile(share, 'pdfinfo', ['-struct-text', 'FILE']).toString();
    expect(read).toContain('It stays as it was. Nobody can change a line of it overnight.');
    expect(read).toContain('Art "Why a small paper still prints"');
  });

  it('has an edition for phones that is small, tagged and read word for word', async () => {
    const phone = files.get('the-truth-of-the-oppressed-14-phone.pdf')!;
    expect(phone.byteLength).toBeLessThan(1_500_000);
    const read = await readByPdfium(phone);
    expect(shareFound(read, LATIN)).toBeGreaterThan(0.99);
    expect(shareFound(read, ARABIC)).toBeGreaterThan(0.99);
    if (!installed('qpdf')) return;
    const pdf = PdfObjects.read(phone);
    expect(failuresOf(pdf)).toEqual([]);
    const tree = new StructureTree(pdf);
    expect(tree.ofType('Art')).toHaveLength(13);
    expect(tree.ofType('Figure').length).toBeGreaterThan(15);
  });

  it('stays small', () => {
    expect(share.byteLength).toBeLessThan(12 * 120_000);
  });

  it.skipIf(!installed('qpdf'))(
    'is as good as PDF/X-1a:2003, if the printer asks for that',
    async () => {
      const folder = join(root, 'one');
      const file = join(folder, 'issues/publication.yaml');
      const before = readFileSync(file, 'utf8');
      writeFileSync(file, before.replace('\nprint:\n', '\nprint:\n  standard: x-1a\n'));
      const options = { write: true, allowOverset: false, grid: false, clock: () => 0, progress: () => {} };
      const { problems } = await buildIssue(new Project(folder), '14', options);
      expect(problems.list).toEqual([]);
      const old = readFileSync(join(folder, 'out/14/the-truth-of-the-oppressed-14-print.pdf'));
      const [x1a, x4] = [PdfObjects.read(old), PdfObjects.read(print)];
      expect([x1a.version, x4.version]).toEqual(['1.4', '1.6']);
      expect(x1a.info['/GTS_PDFXVersion']).toBe('u:PDF/X-1a:2003');
      // Their pages are the same, stroke by stroke.
      const contents = (pdf: PdfObjects): Buffer[] => pdf.pages.map(page => pdf.data(page['/Contents']));
      expect(contents(x1a)).toEqual(contents(x4));
      for (const pdf of [x1a, x4]) {
        const keys = new Set([...pdf.dictionaries()].flatMap(dictionary => Object.keys(dictionary)));
        for (const key of ['/SMask', '/Group', '/Annots', '/A', '/AA', '/LZWDecode'])
          expect(keys).not.toContain(key);
      }
    },
    180_000,
  );

  it('is the same, file by file and byte by byte, whoever builds it wherever', async () => {
    const abroad = await buildAbroad(join(root, 'two', 'elsewhere'));
    expect([...abroad.keys()]).toEqual([...files.keys()]);
    expect(abroad.size).toBe(6);
    for (const [name, bytes] of abroad) expect(bytes.equals(files.get(name)!), name).toBe(true);
  }, 180_000);
});
