/** Rules over pages: small issues with one thing that would not print well in each, and the finding with its page, story and line. */

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { preflightPages } from '../../src/preflight/preflight.js';
import type { Problem } from '../../src/problem/problem.js';
import { type Change, gray, type IssueText, setWithProblems, story, svg } from '../support/issue.js';

const QUIET: Change = [/^( {2}inkLimit: .*\n)/m, '$1  preflight: { empty-page: off, page-count: off }\n'];

/** Settings of rules; no empty pages and page counts besides. */
function rules(settings: string): Change[] {
  return [[/^( {2}inkLimit: .*\n)/m, `$1  preflight: { empty-page: off, page-count: off, ${settings} }\n`]];
}

/** `file:line severity code page story: message`. */
function told({ span, severity, code, page, story: id, message }: Problem): string {
  return `${span?.file}:${span?.line} ${severity} ${code} ${page} ${id}: ${message}`;
}

async function findings(text: IssueText): Promise<string[]> {
  const { set, problems } = await setWithProblems({ publication: [QUIET], ...text });
  const others = new Set(problems.list);
  for (const problem of preflightPages(set)) problems.add(problem);
  return problems.list.filter(problem => !others.has(problem)).map(told);
}

const picture = (entry: string): string => `pictures:\n  - { file: a.jpg, ${entry} }\n`;
/** Pictures keep their shape, so that their resolution can be worked out. */
const WHOLE: readonly Change[] = [
  ['leastPicture: 0.3', 'leastPicture: 0.67'],
  ['mostPicture: 1.3', 'mostPicture: 0.67'],
];
const FULL = 'caption: "A mill.", credit: "A hand", alt: "A mill by a river."';

it('nothing is found on a good page', async () => {
  const stories = { mill: story('en', 200, 1, picture(`${FULL}, columns: 1`)) };
  expect(await findings({ stories, pictures: { 'a.jpg': await gray(1400, 900) } })).toEqual([]);
});

describe('pictures', () => {
  const at = 'issues/5/stories/mill.md:5';
  /** In two columns of 60 mm with 6 mm between, 4.96 inches, cut by less than a line. */
  const wide = (entry = FULL) => ({ mill: story('en', 200, 1, picture(`${entry}, columns: 2`)) });

  it('under 150 pixels an inch are a warning, under 100 an error', async () => {
    expect(
      await findings({ stories: wide(), layout: WHOLE, pictures: { 'a.jpg': await gray(700, 470) } }),
    ).toEqual([
      expect.stringMatching(
        `^${at} warning resolution 1 mill: page 1: .*a.jpg has 1(3\\d|4[0-2]) pixels an inch here, and 150 are wanted$`,
      ),
    ]);
    expect(
      await findings({ stories: wide(), layout: WHOLE, pictures: { 'a.jpg': await gray(400, 266) } }),
    ).toEqual([
      expect.stringMatching(
        `^${at} error resolution 1 mill: page 1: .*a.jpg has (7\\d|8[0-1]) pixels an inch here, and 100 are wanted$`,
      ),
    ]);
  });

  it('are judged by the limits of the publication, or not at all', async () => {
    const pictures = { 'a.jpg': await gray(700, 470) };
    const error = await findings({
      stories: wide(),
      layout: WHOLE,
      pictures,
      publication: rules('resolution: { error: 145 }'),
    });
    expect(error[0]).toMatch(/error resolution .* 145 are wanted$/);
    expect(
      await findings({ stories: wide(), layout: WHOLE, pictures, publication: rules('resolution: off') }),
    ).toEqual([]);
  });

  it('of which the pages leave little', async () => {
    const set = {
      stories: { mill: story('en', 1500, 1, picture(FULL)) },
      issue: 'pages: 2\nplan: [{ pages: 1-2, template: picture, stories: [mill] }]\n',
      pictures: { 'a.jpg': await gray(900, 5400) },
    };
    expect(await findings({ ...set, publication: rules('resolution: off') })).toEqual([
      expect.stringMatching(
        `^${at} warning crop 1 mill: page 1: 1\\d % of .*a.jpg is shown, and 50 are wanted$`,
      ),
    ]);
    expect(await findings({ ...set, publication: rules('resolution: off, crop: off') })).toEqual([]);
  });

  it('in CMYK without a profile', async () => {
    const inks = await sharp(await gray(1400, 900))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    expect(await findings({ stories: wide(), layout: WHOLE, pictures: { 'a.jpg': inks } })).toEqual([
      `${at} warning untagged-cmyk 1 mill: page 1: issues/5/pictures/a.jpg is in CMYK without a profile; its inks are printed as they are`,
    ]);
    const tagged = await sharp(inks).withIccProfile('cmyk').jpeg().toBuffer();
    expect(await findings({ stories: wide(), layout: WHOLE, pictures: { 'a.jpg': tagged } })).toEqual([]);
  });

  it('of the front page are named there, although a story shows them too', async () => {
    const stories = { mill: story('en', 300, 1, picture(`${FULL}, columns: 1`)) };
    const front = `front:\n  picture: { file: a.jpg, ${FULL} }\n  main: { story: mill }\n`;
    const found = await findings({ stories, issue: front, pictures: { 'a.jpg': await gray(700, 470) } });
    expect(found.filter(line => line.includes(' resolution '))).toEqual([
      expect.stringMatching(/^issues\/5\/issue.yaml:5 error resolution 1 .*: page 1: .*a.jpg has \d+ pixels/),
    ]);
  });

  it('across two pages are one finding', async () => {
    const stories = { mill: story('en', 1100, 1, picture(FULL)), well: story('en', 1200, 2) };
    const found = await findings({
      stories,
      issue: 'plan:\n  - { pages: 1, stories: [well] }\n  - { pages: 2-3, spread: true, stories: [mill] }\n',
      pictures: { 'a.jpg': await gray(900, 400) },
    });
    expect(found.filter(line => line.includes(' resolution '))).toEqual([
      expect.stringMatching(`^${at} error resolution 2 mill: pages 2 and 3: .*a.jpg has \\d+ pixels`),
    ]);
  });

  it('without caption, credit and alternative text are three findings at the line that names them', async () => {
    const text = { stories: wide('place: top'), pictures: { 'a.jpg': await gray(1400, 900) } };
    expect(await findings(text)).toEqual(
      [
        ['caption', 'caption'],
        ['credit', 'credit'],
        ['alt', 'alternative text'],
      ].map(
        ([code, name]) =>
          `${at} warning ${code} 1 mill: page 1: the picture issues/5/pictures/a.jpg has no ${name}`,
      ),
    );
  });
});

it('empty pages that the press counted itself tell how to have fewer', async () => {
  const stories = { mill: story('en', 1500) };
  const { set } = await setWithProblems({ stories });
  const empty = preflightPages(set).filter(({ code }) => code === 'empty-page');
  expect(empty.map(({ hint }) => hint)).toEqual([
    'The press counts pages in fours: write “pages: 2” for fewer, or add a story.',
  ]);
});

it('a filler’s picture without alternative text is one in the language that lacks it', async () => {
  const paper = (alt: string): IssueText => ({
    stories: { mill: story('en', 300) },
    issue: 'pages: 1\n',
    publication: [
      QUIET,
      [/^fillers:\n( .*\n)+/m, `fillers:\n  - { title: { ar: اقرأ, en: Read }, picture: ad.svg${alt} }\n`],
    ],
    pictures: { '../../pictures/ad.svg': svg(300, 200) },
  });
  const codes = (found: readonly string[]): string[] => found.filter(line => line.includes(' alt '));
  expect(codes(await findings(paper(', alt: { ar: لوح, en: A sheet }')))).toEqual([]);
  expect(codes(await findings(paper(', alt: { ar: لوح }')))).toEqual([
    expect.stringMatching(
      /^issues\/publication.yaml:\d+ warning alt 1 .*: page 1: the picture issues\/pictures\/ad.svg has no alternative text$/,
    ),
  ]);
});

it('a thin rule of a page template is named with its line', async () => {
  const stories = { mill: story('en', 600), well: story('en', 500, 2) };
  const found = await findings({
    stories,
    issue: 'pages: 1\nplan:\n  - { pages: 1, template: opinion, stories: [mill, well] }\n',
    layout: [['module: { rule: 0.5pt }', 'module: { rule: 0.4pt }']],
  });
  expect(found).toEqual([
    expect.stringMatching(
      /^layouts\/tabloid.yaml:\d+ warning thin-rule 1 .*: “templates.opinion.module.rule” is 0.4 pt in one ink$/,
    ),
  ]);
});

describe('drawings', () => {
  const drawn = (content: string, settings: Change[] = [QUIET]): Promise<string[]> => {
    const stories = { mill: story('en', 200, 1, picture(`${FULL}, columns: 2`).replace('a.jpg', 'a.svg')) };
    return findings({ stories, pictures: { 'a.svg': svg(357, 200, content) }, publication: settings });
  };
  const FILE = 'issues/5/pictures/a.svg';
  const at = `${FILE}:1 warning`;
  const label = (fill: string, size: number, words = 'Word'): string =>
    `<text x="20" y="40" font-size="${size}" fill="${fill}">${words}</text>`;

  it('with thin lines of one ink and of several', async () => {
    const lines =
      '<path d="M5 5H90" stroke="#000" stroke-width="0.3"/><path d="M5 9H90" stroke="#c00" stroke-width="1"/>';
    expect(await drawn(lines)).toEqual([
      `${at} thin-rule 1 mill: page 1: ${FILE} is 0.3 pt in one ink`,
      expect.stringMatching(/thin-coloured-rule 1 mill: page 1: .* is 1 pt in [23] inks \(#cc0000\)$/),
    ]);
  });

  it('with thin lines in white, which print nothing', async () => {
    expect(await drawn('<path d="M5 5H90" stroke="#fff" stroke-width="0.3"/>')).toEqual([]);
  });

  it('with small coloured text, right to left as it is read', async () => {
    const words =
      '<text x="90" y="40" font-size="8" fill="#c00" direction="rtl" xml:lang="ar">كلمة حمراء</text>';
    expect(await drawn(words)).toEqual([
      expect.stringMatching(
        /coloured-type 1 mill: page 1: text in .*a\.svg is 8 pt in [23] inks \(#cc0000\): “كلمة حمراء”$/,
      ),
    ]);
    expect(await drawn(label('#c00', 12))).toEqual([]);
  });

  it('with white text on the shape that lies under it, not on its neighbour or in its hole', async () => {
    const ring = 'M0 0H100V100H0Z M10 10V90H90V10Z';
    expect(await drawn(`<path d="M10 10H80V60H10Z" fill="#333"/>${label('#fff', 8)}`)).toEqual([
      `${at} reversed-type 1 mill: page 1: text in ${FILE} is reversed out of “#333333”, 8 pt and not bold: “Word”`,
    ]);
    expect(
      await drawn(
        `<path d="M10 10H80V60H10Z" fill="#333"/><rect x="15" y="20" width="60" height="35" fill="#fff"/>${label('#000', 8)}`,
      ),
    ).toEqual([]);
    expect(await drawn(`<path d="${ring}" fill="#333" fill-rule="evenodd"/>${label('#000', 8)}`)).toEqual([]);
    expect(await drawn(`<path d="${ring}" fill="#333"/>${label('#000', 8)}`)).toEqual([]);
  });

  it('with text on a tint, by its darkness and not by its ink', async () => {
    expect(await drawn(`<rect width="200" height="90" fill="#999"/>${label('#000', 8)}`)).toEqual([
      expect.stringMatching(
        /type-on-tint 1 mill: page 1: text in .* stands on “#999999”, a tint of \d\d %: “Word”$/,
      ),
    ]);
    expect(await drawn(`<rect width="200" height="90" fill="#ffe600"/>${label('#000', 8)}`)).toEqual([]);
    expect(await drawn(`<rect width="200" height="90" fill="#999"/>${label('#000', 20)}`)).toEqual([]);
    expect(
      await drawn(
        `<rect width="200" height="90" fill="#999"/>${label('#000', 8)}`,
        rules('type-on-tint: { error: 20 }'),
      ),
    ).toEqual([expect.stringContaining('a.svg:1 error type-on-tint')]);
  });
});

describe('type of the layout', () => {
  const stories = { mill: story('en', 300, 1, 'kicker: Rivers\n') };

  it('in several inks and small is told once for all its places, at the line of the style', async () => {
    const layout: Change[] = [[/(kicker:\n.*\n {4}Latn: \{ size: )11pt/, '$18pt']];
    const text = { stories: { ...stories, well: story('en', 300, 3, 'kicker: Wells\n') }, layout };
    const [found, ...others] = await findings(text);
    expect(found).toMatch(
      /^layouts\/tabloid\.yaml:\d+ warning coloured-type 1 mill: pages 1 and 2: “kicker” in en is 8 pt in 3 inks \(accent\): “Rivers”$/,
    );
    expect(others).toEqual([]);
  });

  it('a spot colour is one ink', async () => {
    const layout: Change[] = [
      [/(kicker:\n.*\n {4}Latn: \{ size: )11pt/, '$18pt'],
      [/( {2}accent: \{)/, '$1 spot: PANTONE 485 C,'],
    ];
    expect(await findings({ stories, layout, publication: rules('spot-colours: off') })).toEqual([]);
  });

  it('rules are named by what the layout calls them', async () => {
    const layout: Change[] = [['rule: 0.75pt\n  ruleInk: black', 'rule: 0.25pt\n  ruleInk: black']];
    const two = { ...stories, well: story('en', 300, 3) };
    const issue = 'plan: [{ pages: 1, stories: [mill, well] }]\n';
    expect(await findings({ stories: two, layout, issue })).toEqual([
      expect.stringMatching(
        /^layouts\/tabloid\.yaml:\d+ warning thin-rule 1 undefined: pages? 1.*: “module.rule” is 0.25 pt in one ink$/,
      ),
    ]);
  });
});

describe('the issue as a whole', () => {
  const stories = { mill: story('en', 200) };

  it('has pages in fours, and none that are empty', async () => {
    expect(await findings({ stories, issue: 'pages: 3\n', publication: [] })).toEqual([
      'issues/5/issue.yaml:4 error page-count 3 undefined: page 3: the issue has 3 pages, which is no multiple of 2',
      'issues/5/issue.yaml:4 warning empty-page 2 undefined: pages 2 and 3: nothing stands here but the page’s head and folio',
    ]);
    expect(
      await findings({
        stories,
        issue: 'pages: 6\n',
        publication: rules('empty-page: off').map(
          ([from, to]) =>
            [from, to.replace('page-count: off, ', '').replace('empty-page: off, ', '')] as const,
        ),
      }),
    ).toEqual([
      'issues/5/issue.yaml:4 warning page-count 6 undefined: page 6: the issue has 6 pages, which is no multiple of 4',
    ]);
  });

  it('has no more spot colours than the press has units', async () => {
    const layout: Change[] = [[/( {2}accent: \{)/, '$1 spot: PANTONE 485 C,']];
    const text = { stories: { mill: story('en', 200, 1, 'kicker: Rivers\n') }, layout };
    expect(await findings(text)).toEqual([
      expect.stringMatching(
        /^layouts\/tabloid\.yaml:\d+ warning spot-colours 1 undefined: page 1: the issue prints 1 spot colour \(PANTONE 485 C\), and 0 are allowed$/,
      ),
    ]);
    expect(await findings({ ...text, publication: rules('spot-colours: { error: 1 }') })).toEqual([]);
  });
});
