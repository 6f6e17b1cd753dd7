/** A good newspaper with one thing broken, and all that is said of it: the plan. */

import { expect, it } from 'vitest';
import { ISSUE, problemsOf } from './project.js';

it('a story twice in the list', () => {
  const found = problemsOf({ [ISSUE]: ['  - water\n', '  - water\n  - bread\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:14:5 duplicate: story “bread” is already listed on line 12 | Take one of the two out.',
  ]);
});

it('a story twice in the plan', () => {
  const found = problemsOf({ [ISSUE]: ['stories: [water]', 'stories: [water, bread]'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:18:34 duplicate: story “bread” is already in the plan on line 17 | A story goes on over its pages by itself; take one of the two out.',
  ]);
});

it('a story without a page', () => {
  const found = problemsOf({ [ISSUE]: ['stories: [water]', 'stories: [bread]'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:13:5 plan: story “water” has no page in the plan | Add it to an entry of “plan”, or leave pages for it: “pages” on line 3 is 4.',
    'issues/1/issue.yaml:18:27 duplicate: story “bread” is already in the plan on line 17 | A story goes on over its pages by itself; take one of the two out.',
  ]);
});

it('pages that overlap', () => {
  const found = problemsOf({ [ISSUE]: ['{ pages: 4,', '{ pages: 3-4,'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:18:14 plan: page 3 and those before it are taken, but this entry begins on page 3 | List the plan in page order, and each page once.',
  ]);
});

it('pages between entries are for stories that none names', () => {
  const bread = '  - pages: 2-3\n    section: city\n    stories: [bread]\n';
  const found = problemsOf({ [ISSUE]: [[bread, '']] });
  expect(found).toEqual([]);
});

it('a story without a page where some are free after the plan, or the press counts them', () => {
  const without: readonly [string, string] = ['  - { pages: 4, stories: [water] }\n', ''];
  expect(problemsOf({ [ISSUE]: without })).toEqual([]);
  expect(problemsOf({ [ISSUE]: [without, ['pages: 4\nfront', 'front']] })).toEqual([]);
});

it('a story without a page that is pinned to a page of others', () => {
  const without: readonly [string, string] = ['  - { pages: 4, stories: [water] }\n', ''];
  const pinned = (page: number) =>
    problemsOf({ [ISSUE]: [without, ['plan:\n', `pins: { water: { page: ${page} } }\nplan:\n`]] });
  expect(pinned(3)).toEqual([
    'issues/1/issue.yaml:14:24 pins: the plan gives page 3 to other stories: bread | Add “water” to their entry, or pin it to a page that no entry has.',
  ]);
  expect(pinned(4)).toEqual([]);
});

it('pages out of order', () => {
  const found = problemsOf({
    [ISSUE]: [
      ['pages: 2-3', 'pages: 3-4'],
      ['{ pages: 4,', '{ pages: 2,'],
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:15:12 plan (warning): page 2 is in no entry before this one | Give them to an entry, or they stay blank.',
    'issues/1/issue.yaml:18:14 plan: page 4 and those before it are taken, but this entry begins on page 2 | List the plan in page order, and each page once.',
  ]);
});

it('a story on the front page', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 2-3', 'pages: 1-3'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:15:12 plan: page 1 is the front page, but this entry begins on page 1 | List the plan in page order, and each page once.',
  ]);
});

it('a page past the last', () => {
  const found = problemsOf({ [ISSUE]: ['{ pages: 4,', '{ pages: 4-5,'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:18:14 plan: page 5 is past the last page, 4 | Change “pages” on line 3, or this entry.',
  ]);
});

it('pages without stories', () => {
  const found = problemsOf({
    [ISSUE]: [
      ['pages: 4\nfront', 'pages: 8\nfront'],
      ['pages: 2-3', 'pages: 3'],
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:3:8 plan (warning): pages 5 to 8 are in no entry of the plan | Give them to an entry, or they stay blank.',
    'issues/1/issue.yaml:15:12 plan (warning): page 2 is in no entry before this one | Give them to an entry, or they stay blank.',
  ]);
});

it('number and folder disagree', () => {
  const found = problemsOf({ [ISSUE]: ['number: 1\n', 'number: 15\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:1:9 wrong-value: the issue’s number is 15, but its folder is issues/1 | Rename the folder or mend the number.',
  ]);
});
