/** A good newspaper with one thing broken, and all that is said of it: unknown and missing keys. */

import { expect, it } from 'vitest';
import { BREAD, FONTS, ISSUE, LAYOUT, PUBLICATION, problemsOf } from './project.js';

it('an unknown key of the publication', () => {
  const found = problemsOf({ [PUBLICATION]: ['binding: right\n', 'binding: right\ncontact: x\n'] });
  expect(found).toEqual([
    'issues/publication.yaml:4:1 unknown-key: unknown key “contact” | Did you mean “contacts”?',
  ]);
});

it('an unknown key of the issue', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 4\n', 'pages: 4\nimprnt: {}\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:4:1 unknown-key: unknown key “imprnt” | Did you mean “imprint”?',
  ]);
});

it('an unknown key with nothing near', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 4\n', 'pages: 4\nweather: rain\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:4:1 unknown-key: unknown key “weather” | Known: number, date, layout, pages, front, stories, plan, pins, imprint.',
  ]);
});

it('an unknown key of the front page', () => {
  const found = problemsOf({ [ISSUE]: ['  teasers:', '  teaser:'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:9:3 unknown-key: unknown key “teaser” in “front” | Did you mean “teasers”?',
  ]);
});

it('an unknown key of a plan entry', () => {
  const found = problemsOf({ [ISSUE]: ['    section: city', '    sektion: city'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:16:5 unknown-key: unknown key “sektion” in entry 1 of “plan” | Did you mean “section”?',
  ]);
});

it('an unknown key of a story head', () => {
  const found = problemsOf({ [BREAD]: ['section: city', 'sections: city'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:3:1 unknown-key: unknown key “sections” | Did you mean “section”?',
  ]);
});

it('the word of another program', () => {
  const found = problemsOf({ [BREAD]: ['headline: What', 'author: me\ntitle: What'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:1 unknown-key: unknown key “author” | Did you mean “byline”?',
    'issues/1/stories/bread.md:5:1 unknown-key: unknown key “title” | Did you mean “headline”?',
  ]);
});

it('an unknown key of a picture', () => {
  const found = problemsOf({ [BREAD]: ['    caption: A loaf.', '    captoin: A loaf.'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:7:5 unknown-key: unknown key “captoin” in entry 1 of “pictures” | Did you mean “caption”?',
  ]);
});

it('an unknown key of a style', () => {
  const found = problemsOf({
    [LAYOUT]: ['Arab: { size: 11pt, leading: 15pt }', 'Arab: { size: 11pt, leeding: 15pt }'],
  });
  expect(found).toEqual([
    'layouts/small.yaml:11:25 unknown-key: unknown key “leeding” in “styles.body.Arab” | Did you mean “leading”?',
  ]);
});

it('an unknown key of a font face', () => {
  const found = problemsOf({ [FONTS]: ['weight: 400, file: serif.ttf', 'weight: 400, files: serif.ttf'] });
  expect(found).toEqual([
    'fonts/fonts.yaml:5:24 unknown-key: unknown key “files” in entry 1 of “families.serif.faces” | Did you mean “file”?',
  ]);
});

it('missing keys', () => {
  const found = problemsOf({
    [ISSUE]: ['date: 2022-03-01\n', ''],
    [PUBLICATION]: ['binding: right\n', ''],
    [BREAD]: ['headline: What a loaf costs\n', ''],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:1:1 missing-key: “date” is missing | Add “date: …”.',
    'issues/1/stories/bread.md:2:1 missing-key: “headline” is missing | Add “headline: …”.',
    'issues/publication.yaml:1:1 missing-key: “binding” is missing | Add “binding: …”.',
  ]);
});

it('missing keys further in', () => {
  const found = problemsOf({
    [LAYOUT]: [
      ['  gap: 12pt\n  rule: 2pt', '  rule: 2pt'],
      ['teaserPicture: 30pt\n', '\n'],
    ],
    [ISSUE]: ['  main:\n    story: bread', '  main:\n    headline: x'],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:8:5 missing-key: “story” is missing in “front.main” | Add “story: …”.',
    'layouts/small.yaml:49:3 missing-key: “teaserPicture” is missing in “front” | Add “teaserPicture: …”.',
    'layouts/small.yaml:49:3 missing-key: “gap” is missing in “front” | Add “gap: …”.',
  ]);
});

it('a body style without a font', () => {
  const found = problemsOf({
    [LAYOUT]: [
      '    all: { font: [serif], size: 9pt, leading: 12pt }',
      '    all: { size: 9pt, leading: 12pt }',
    ],
  });
  expect(found).toEqual([
    'layouts/small.yaml:9:3 missing-key: the style “body” names no font | Add “font: [family]” to “all”, or to both “Latn” and “Arab”.',
  ]);
});
