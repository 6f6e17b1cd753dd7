/** A good newspaper with one thing broken, and all that is said of it: templates, mastheads and pins. */

import { describe, expect, it } from 'vitest';
import { BREAD, type Change, ISSUE, LAYOUT, problemsOf } from './project.js';

const TEMPLATES = `templates:
  opinion: { columns: { count: 1, gutter: 0mm } }
  picture: { picture: page }
sections:
  city: { template: opinion, ink: red }
`;

/** The small layout with templates under its last key, changed. */
function withTemplates(change: readonly [string, string] = ['', '']): Change {
  return ['  endMark: "■"\n', `  endMark: "■"\n${TEMPLATES.replace(change[0], () => change[1])}`];
}

describe('templates', () => {
  it('of an entry and of a section are fine', () => {
    const found = problemsOf({
      [LAYOUT]: withTemplates(),
      [ISSUE]: ['{ pages: 4,', '{ pages: 4, template: opinion,'],
    });
    expect(found).toEqual([]);
  });

  it('with a name that is nearly right', () => {
    const found = problemsOf({
      [LAYOUT]: withTemplates(),
      [ISSUE]: ['{ pages: 4,', '{ pages: 4, template: opinoin,'],
    });
    expect(found).toEqual([
      'issues/1/issue.yaml:18:27 unresolved: there is no template “opinoin” | Did you mean “opinion”?',
    ]);
  });

  it('with an unknown key', () => {
    const found = problemsOf({
      [LAYOUT]: withTemplates(['count: 1, gutter: 0mm } }', 'count: 1, gutter: 0mm }, folios: {} }']),
    });
    expect(found).toEqual([
      'layouts/small.yaml:64:50 unknown-key: unknown key “folios” in “templates.opinion” | Did you mean “folio”?',
    ]);
  });

  it.each([
    ['ground: rde', 'layouts/small.yaml:64:22 unresolved: there is no ink “rde” | Known: black, red.'],
    [
      'styles: { bodi: {} }',
      'layouts/small.yaml:64:24 unresolved: there is no style “bodi” | Did you mean “body”?',
    ],
    [
      'styles: { body: { all: { leading: 10pt } } }',
      'layouts/small.yaml:64:48 off-grid: the leading of “body” is no whole multiple of the grid of 3pt | Take 9pt or 12pt, or change the grid.',
    ],
    [
      'columns: { count: 6, gutter: 4mm }',
      'layouts/small.yaml:64:23 no-room: the columns are 12 mm wide, too narrow for text | A column needs 20 mm: take fewer columns, or a wider sheet.',
    ],
    [
      'sectionHead: { height: 40pt }',
      'layouts/small.yaml:64:37 no-room: the section head is higher than the page head in whose room it stands | Write 24pt or less, or make “head” higher.',
    ],
  ])('that say %s', (fields, problem) => {
    expect(problemsOf({ [LAYOUT]: withTemplates(['columns: { count: 1, gutter: 0mm }', fields]) })).toEqual([
      problem,
    ]);
  });

  it.each([
    [
      'template: opinion, ink',
      'template: opinon, ink',
      'layouts/small.yaml:67:21 unresolved: there is no template “opinon” | Did you mean “opinion”?',
    ],
    [
      'ink: red',
      'ink: reed',
      'layouts/small.yaml:67:35 unresolved: there is no ink “reed” | Did you mean “red”?',
    ],
    [
      'city: {',
      'cito: {',
      'layouts/small.yaml:67:3 unresolved (warning): the publication has no section “cito” | Did you mean “city”?',
    ],
  ])('of sections: %s as %s', (from, to, problem) => {
    expect(problemsOf({ [LAYOUT]: withTemplates([from, to]) })).toEqual([problem]);
  });

  it('for a picture want a picture', () => {
    const found = problemsOf({
      [LAYOUT]: withTemplates(),
      [ISSUE]: ['{ pages: 4,', '{ pages: 4, template: picture,'],
    });
    expect(found).toEqual([
      'issues/1/issue.yaml:18:46 plan: the template “picture” is asked for, but story “water” has no picture | Begin the entry with a story whose first entry of “pictures” is one “file”.',
    ]);
  });
});

describe('a picture across the fold', () => {
  const spread = (pages: string): Record<string, Change> => ({
    [ISSUE]: ['  - pages: 2-3\n', `  - pages: ${pages}\n    spread: true\n`],
  });

  it('on facing pages is fine', () => {
    expect(problemsOf(spread('2-3'))).toEqual([]);
  });

  it('on pages that lie back to back', () => {
    const issue: Change = [
      ['pages: 4\nfront', 'pages: 6\nfront'],
      ['  - pages: 2-3\n', '  - pages: 3-4\n    spread: true\n'],
      ['{ pages: 4,', '{ pages: 5-6,'],
    ];
    expect(problemsOf({ [ISSUE]: issue })[1]).toBe(
      'issues/1/issue.yaml:15:12 plan: pages 3 and 4 do not face each other, so no picture can run across both | Facing pages begin with an even number: 2-3, for example.',
    );
  });

  it('on one page', () => {
    expect(problemsOf(spread('3'))[1]).toMatch(
      /^issues\/1\/issue.yaml:15:12 plan: a picture runs across two pages/,
    );
  });

  it('with a group of pictures', () => {
    const found = problemsOf({
      ...spread('2-3'),
      [BREAD]: ['file: loaf.jpg', 'group: [loaf.jpg, loaf.jpg]'],
    });
    expect(found[0]).toMatch(/but story “bread” begins with a group of pictures/);
  });
});

describe('mastheads', () => {
  const layout: Change = [
    'masthead: { height: 60pt }',
    'masthead: { height: 60pt }\n  mastheads: { special: { height: 80pt } }',
  ];

  it('by their names', () => {
    expect(problemsOf({ [LAYOUT]: layout, [ISSUE]: ['front:\n', 'front:\n  masthead: special\n'] })).toEqual(
      [],
    );
  });

  it('with a name that is nearly right', () => {
    const found = problemsOf({ [LAYOUT]: layout, [ISSUE]: ['front:\n', 'front:\n  masthead: speciel\n'] });
    expect(found).toEqual([
      'issues/1/issue.yaml:5:13 unresolved: there is no masthead “speciel” | Did you mean “special”?',
    ]);
  });
});

describe('pins', () => {
  const pins = (text: string): Record<string, Change> => ({
    [ISSUE]: ['plan:\n', `pins: { ${text} }\nplan:\n`],
  });

  it.each([
    ['water: { page: 4, place: top, columns: 2, head: 1.1 }', []],
    [
      'wate: { page: 4 }',
      ['issues/1/issue.yaml:14:9 unresolved: there is no story “wate” | Did you mean “water”?'],
    ],
    [
      'water: { pge: 4 }',
      ['issues/1/issue.yaml:14:18 unknown-key: unknown key “pge” in “pins.water” | Did you mean “page”?'],
    ],
    [
      'water: { page: 1 }',
      ['issues/1/issue.yaml:14:24 pins: page 1 is the front page | Pin the story to a page after it.'],
    ],
    [
      'water: { page: 9 }',
      [
        'issues/1/issue.yaml:14:24 pins: page 9 is past the last page, 4 | Change “pages” on line 3, or this pin.',
      ],
    ],
    [
      'water: { page: 3 }',
      [
        'issues/1/issue.yaml:14:24 pins: the plan has story “water” on page 4, not on page 3 | Move the story in the plan, or take “page” out here.',
      ],
    ],
    [
      'water: { place: middle }',
      [
        'issues/1/issue.yaml:14:25 wrong-value: “place” must be “top” or “bottom”, not “middle” | Write one of these words.',
      ],
    ],
  ])('%s', (text, problems) => {
    expect(problemsOf(pins(text))).toEqual(problems);
  });
});
