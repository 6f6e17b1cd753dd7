/** A good newspaper with one thing broken, and all that is said of it: references that lead nowhere. */

import { expect, it } from 'vitest';
import { BREAD, FONTS, ISSUE, LAYOUT, PUBLICATION, problemsOf } from './project.js';

it('stories that are not there', () => {
  const found = problemsOf({
    [ISSUE]: [
      ['    - story: water', '    - story: watr'],
      ['stories: [bread]', 'stories: [bread, olive]'],
      ['    story: bread', '    story: braed'],
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:8:12 unresolved: there is no story “braed” | Did you mean “bread”?',
    'issues/1/issue.yaml:10:14 unresolved: there is no story “watr” | Did you mean “water”?',
    'issues/1/issue.yaml:17:22 unresolved: there is no story “olive” | Known: bread, water.',
  ]);
});

it('a page reference to nothing', () => {
  const found = problemsOf({ [BREAD]: [':page[water]', ':page[watter]'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:9:25 unresolved: there is no story “watter” | Did you mean “water”?',
  ]);
});

it('a page reference without a story', () => {
  const found = problemsOf({ [BREAD]: [':page[water]', ':page[]'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:9:25 unknown-markup: “:page[…]” names no story | Write the id of a story in the brackets: :page[olive].',
  ]);
});

it('sections', () => {
  const found = problemsOf({
    [ISSUE]: ['section: city', 'section: citty'],
    [BREAD]: ['section: city', 'section: sport'],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:16:14 unresolved: there is no section “citty” | Did you mean “city”?',
    'issues/1/stories/bread.md:3:10 unresolved: there is no section “sport” | Known: city.',
  ]);
});

it('inks', () => {
  const found = problemsOf({
    [LAYOUT]: [
      ['sidebarInk: red', 'sidebarInk: rde'],
      ['Arab: { size: 11pt,', 'Arab: { size: 11pt, ink: green,'],
    ],
  });
  expect(found).toEqual([
    'layouts/small.yaml:11:30 unresolved: there is no ink “green” | Known: black, red.',
    'layouts/small.yaml:59:15 unresolved: there is no ink “rde” | Known: black, red.',
  ]);
});

it('a style of a panel', () => {
  const found = problemsOf({ [LAYOUT]: ['style: caption', 'style: captions'] });
  expect(found).toEqual([
    'layouts/small.yaml:45:48 unresolved: there is no style “captions” | Did you mean “caption”?',
  ]);
});

it('a style that is misspelt', () => {
  const found = problemsOf({ [LAYOUT]: ['  headline-lead: {', '  headlin-lead: {'] });
  expect(found).toEqual([
    'layouts/small.yaml:15:3 missing-style: the layout has no style “headline-lead” | Is it “headlin-lead”, misspelt?',
  ]);
});

it('a style that is missing', () => {
  const found = problemsOf({ [LAYOUT]: ['  jump: { all: { size: 9pt } }\n', ''] });
  expect(found).toEqual([
    'layouts/small.yaml:8:1 missing-style: the layout has no style “jump” | Add it to “styles”.',
  ]);
});

it('font families', () => {
  const found = problemsOf({
    [LAYOUT]: ['font: [serif]', 'font: [sans, seriff]'],
    [FONTS]: ['any: [serif]', 'any: [srif]'],
  });
  expect(found).toEqual([
    'fonts/fonts.yaml:7:9 unresolved: there is no font family “srif” | Did you mean “serif”?',
    'layouts/small.yaml:10:19 unresolved: there is no font family “sans” | Known: serif.',
    'layouts/small.yaml:10:25 unresolved: there is no font family “seriff” | Did you mean “serif”?',
  ]);
});

it('a language without its texts', () => {
  const found = problemsOf({
    [PUBLICATION]: [
      ['title: { ar: حقيقة, en: Truth }', 'title: { ar: حقيقة }'],
      ['  city: { ar: مدينة, en: City }', '  city: { ar: مدينة }'],
    ],
  });
  expect(found).toEqual([
    'issues/publication.yaml:1:1 missing-key: “title” has no entry for “en” | “en” is in “languages” on line 2; add it here or take it out there.',
    'issues/publication.yaml:10:3 missing-key: “sections.city” has no entry for “en” | “en” is in “languages” on line 2; add it here or take it out there.',
  ]);
});

it('a language that the paper has dropped is one warning a file', () => {
  const found = problemsOf({
    [PUBLICATION]: [
      ['languages: [ar, en]', 'languages: [ar]'],
      ['print:\n', 'fillers:\n  - { title: { ar: س, en: Read }, text: { ar: ش, en: On } }\nprint:\n'],
    ],
  });
  expect(found).toEqual([
    'issues/publication.yaml:8:3 unused-language (warning): “en” is not one of the paper’s languages: 3 texts in it are left out | Add it to “languages” (issues/publication.yaml:2), or take the texts out.',
  ]);
});

it('an imprint in another language', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 4\n', 'pages: 4\nimprint: { ar: س, fr: x }\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:4:19 unused-language (warning): “fr” is not one of the paper’s languages: a text in it is left out | Add it to “languages” (issues/publication.yaml:2), or take the text out.',
  ]);
});
