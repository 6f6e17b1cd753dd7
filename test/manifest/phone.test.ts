/** The layout of the phone edition: faults in it by their line, and what is derived where it says nothing. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readIssueFiles } from '../../src/manifest/manifest.js';
import { Problems } from '../../src/problem/problem.js';
import { projectOf, story } from '../support/issue.js';
import { newspaper } from '../support/newspaper.js';

const ISSUE = { 'issues/5/issue.yaml': 'number: 5\ndate: "2021-05-01"\nstories: [a]\n' };

/** What is said of a phone layout: places, messages. */
function faultsOf(layout: string): string[] {
  const project = newspaper({
    ...ISSUE,
    'issues/5/stories/a.md': story('en', 20),
    'layouts/phone.yaml': layout,
  });
  const problems = new Problems();
  readIssueFiles(project, '5', problems);
  return problems.list.map(({ span, message }) => `${span?.file}:${span?.line} ${message}`);
}

it.each([
  ['sheets: {}\n', 'layouts/phone.yaml:1 unknown key “sheets”'],
  ['pictures: edges\nroom: 2\n', 'layouts/phone.yaml:2 “room” must be at most 1, not the number 2'],
  ['styles:\n  bodi:\n    all: { size: 17pt }\n', 'layouts/phone.yaml:2 there is no style “bodi”'],
  [
    'grid: 2pt\nstyles:\n  body:\n    Latn: { leading: 23pt }\n',
    'layouts/phone.yaml:4 the leading of “body” is no whole multiple of the grid of 2pt',
  ],
  ['ground: pink\n', 'layouts/phone.yaml:1 there is no ink “pink”'],
  [
    'masthead:\n  height: 90pt\n  texts:\n    - { text: "{titel.en}", lang: en, style: flag, at: left, y: 9pt }\n',
    'layouts/phone.yaml:4 there is no placeholder {titel.en}',
  ],
  [
    'sheet: { width: 90pt, height: 640pt }\n',
    'layouts/phone.yaml:1 the columns are 18 mm wide, too narrow for text',
  ],
  ['table: { ruleInk: pink }\n', 'layouts/phone.yaml:1 there is no ink “pink”'],
])('names what is wrong in %j', (layout, message) => {
  expect(faultsOf(layout)).toEqual([message]);
});

it('says which layout is missing', () => {
  const project = projectOf({
    stories: { a: story('en', 20) },
    publication: [['phone: { layout: phone }', 'phone: { layout: fone }']],
  });
  const problems = new Problems();
  readIssueFiles(project, '5', problems);
  const [problem] = problems.list;
  expect([problem?.message, problem?.hint]).toEqual([
    'there is no file layouts/fone.yaml',
    'Did you mean “phone”?',
  ]);
  const text = readFileSync(project.path('issues/publication.yaml'), 'utf8');
  expect(problem?.span?.line).toBe(text.split('\n').findIndex(line => line.startsWith('phone:')) + 1);
});

it('says which picture for phones is missing', () => {
  const head = 'pictures:\n  - file: a.jpg\n    phone: b.jpg\n';
  const project = projectOf({ stories: { a: story('en', 20, 1, head) }, pictures: { 'a.jpg': 'x' } });
  const problems = new Problems();
  readIssueFiles(project, '5', problems);
  expect(problems.list.map(({ span, message }) => `${span?.file}:${span?.line} ${message}`)).toEqual([
    'issues/5/stories/a.md:6 there is no file issues/5/pictures/b.jpg',
  ]);
});

it('derives text as large in the hand as on paper, and heads larger by less', () => {
  const project = newspaper({
    ...ISSUE,
    'issues/5/stories/a.md': story('en', 20),
    'layouts/phone.yaml': 'pictures: margins\n',
  });
  const { manifest } = readIssueFiles(project, '5', new Problems());
  const { layout, phone } = manifest!;
  const screen = (68 * 72) / 25.4 / phone.layout.sheet.width;
  for (const lang of ['en', 'ar']) {
    const [print, hand] = [layout, phone.layout].map(({ styles }) => styles.get('body', lang));
    expect(hand!.size * screen).toBeCloseTo(print!.size, 0);
    const heads = [layout, phone.layout].map(({ styles }) => styles.get('headline-normal', lang).size);
    expect(heads[1]! / hand!.size).toBeLessThan(heads[0]! / print!.size);
    expect(hand!.leading % phone.layout.grid).toBe(0);
  }
  expect(phone.pictures).toBe('margins');
});
