/** A good newspaper with one thing broken, and all that is said of it: values of a wrong type. */

import { expect, it } from 'vitest';
import { BREAD, ISSUE, PUBLICATION, problemsOf } from './project.js';

it('a date without quotes is fine', () => {
  const found = problemsOf({});
  expect(found).toEqual([]);
});

it('a date that is none', () => {
  const found = problemsOf({ [ISSUE]: ['date: 2022-03-01', 'date: 2022-13-40'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:2:7 wrong-value: “date” must be a date such as 2022-03-01, not “2022-13-40” | There is no day 40 in month 13 of 2022.',
  ]);
});

it('the 31st of February', () => {
  const found = problemsOf({ [ISSUE]: ['date: 2022-03-01', 'date: 2022-02-31'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:2:7 wrong-value: “date” must be a date such as 2022-03-01, not “2022-02-31” | There is no day 31 in month 02 of 2022.',
  ]);
});

it('a date the other way round', () => {
  const found = problemsOf({ [ISSUE]: ['date: 2022-03-01', 'date: 01/03/2022'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:2:7 wrong-value: “date” must be a date such as 2022-03-01, not “01/03/2022” | Write year-month-day, all in digits.',
  ]);
});

it('a date that is a number', () => {
  const found = problemsOf({ [ISSUE]: ['date: 2022-03-01', 'date: 20220301'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:2:7 wrong-type: “date” must be a date such as 2022-03-01, not the number 20220301 | NO HINT',
  ]);
});

it('a number as a kicker', () => {
  const found = problemsOf({ [BREAD]: ['lang: en\n', 'lang: en\nkicker: 12\n'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:3:9 wrong-type: “kicker” must be a text, not the number 12 | Put quotes round it to make it a text.',
  ]);
});

it('true as a headline', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: true'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 wrong-type: “headline” must be a text, not true | Put quotes round it to make it a text.',
  ]);
});

it('a text for a number', () => {
  const found = problemsOf({ [ISSUE]: ['number: 1', 'number: one'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:1:9 wrong-type: “number” must be a number, not the text “one” | Write a single number, in digits.',
  ]);
});

it('a number in quotes', () => {
  const found = problemsOf({ [ISSUE]: ['number: 1', 'number: "1"'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:1:9 wrong-type: “number” must be a number, not the text “1” | Take the quotes away: 1.',
  ]);
});

it('a number in Arabic digits', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 4\n', 'pages: ٤\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:3:8 wrong-type: “pages” must be a number, not the text “٤” | Write it with European digits: 4.',
  ]);
});

it('a percentage', () => {
  const found = problemsOf({ [PUBLICATION]: ['inkLimit: 240', 'inkLimit: 240%'] });
  expect(found).toEqual([
    'issues/publication.yaml:15:13 wrong-type: “inkLimit” must be a number, not the text “240%” | Write the number alone: 240.',
  ]);
});

it('a list where a group should be', () => {
  const found = problemsOf({ [ISSUE]: ['  picture:\n    file: dawn.jpg', '  picture:\n    - dawn.jpg'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:6:5 wrong-type: “picture” must be a group of keys, not a list | Write its keys below it, indented: file, caption, credit, alt, focus.',
  ]);
});

it('a text where a list should be', () => {
  const found = problemsOf({
    [BREAD]: ['pictures:\n  - file: loaf.jpg\n    caption: A loaf.', 'pictures: loaf.jpg'],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:5:11 wrong-type: “pictures” must be a list, not the text “loaf.jpg” | Write each entry on a line of its own after “- ”, or all of them in [ ] with commas.',
  ]);
});

it('a text where a group should be', () => {
  const found = problemsOf({ [ISSUE]: ['  picture:\n    file: dawn.jpg', '  picture: dawn.jpg'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:5:12 wrong-type: “picture” must be a group of keys, not the text “dawn.jpg” | Write its keys below it, indented: file, caption, credit, alt, focus.',
  ]);
});

it('empty values', () => {
  const found = problemsOf({
    [BREAD]: ['headline: What a loaf costs', 'headline:'],
    [ISSUE]: ['  - water\n', '  - water\n  -\n'],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:14:4 empty: entry 3 of “stories” is empty | Write a value after the dash, or take the line out.',
    'issues/1/stories/bread.md:4:1 empty: “headline” is empty | Write a value after the colon, or take the line out.',
  ]);
});

it('an empty headline', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: ""'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 empty: “headline” is empty | Write a text, or take the line out.',
  ]);
});

it('a list where a page range should be', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 2-3', 'pages: [2, 3]'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:15:12 wrong-type: “pages” must be a page or a range of pages, such as 4 or 4-5, not a list | Write a single value, without brackets and dashes.',
  ]);
});

it('pages backwards', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 2-3', 'pages: 3-2'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:15:12 wrong-value: “pages” must be a page or a range of pages, such as 4 or 4-5, not “3-2” | Write the smaller number first: 2-3.',
  ]);
});

it('a range of pages with a long dash is fine', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 2-3', 'pages: 2–3'] });
  expect(found).toEqual([]);
});

it('a range where the number of pages should be', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 4\n', 'pages: 1-4\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:3:8 wrong-type: “pages” must be a number, not the text “1-4” | Write a single number, in digits.',
  ]);
});

it('a wrong word from a choice', () => {
  const found = problemsOf({ [PUBLICATION]: ['binding: right', 'binding: rigth'] });
  expect(found).toEqual([
    'issues/publication.yaml:3:10 wrong-value: “binding” must be “left” or “right”, not “rigth” | Did you mean “right”?',
  ]);
});

it('a digit set that is none', () => {
  const found = problemsOf({ [PUBLICATION]: ['ar: arabic-indic', 'ar: arabic'] });
  expect(found).toEqual([
    'issues/publication.yaml:4:15 wrong-value: “ar” must be “european” or “arabic-indic” or “persian”, not “arabic” | Did you mean “arabic-indic”?',
  ]);
});

it('eleven months', () => {
  const found = problemsOf({
    [PUBLICATION]: [
      ['  en: { page', '  en: { page'],
      [
        'sources: s, months: [a, b, c, d, e, f, g, h, i, j, k, l] }\nsections',
        'sources: s, months: [a, b, c, d, e, f, g, h, i, j, k] }\nsections',
      ],
    ],
  });
  expect(found).toEqual([
    'issues/publication.yaml:8:115 wrong-value: “months” must have 12 entries, not 11 | NO HINT',
  ]);
});

it('an empty issue file', () => {
  const found = problemsOf({ [ISSUE]: '' });
  expect(found).toEqual([
    'issues/1/issue.yaml:1:1 missing-key: “number” is missing | Add “number: …”.',
    'issues/1/issue.yaml:1:1 missing-key: “date” is missing | Add “date: …”.',
    'issues/1/issue.yaml:1:1 missing-key: “stories” is missing | Add “stories: …”.',
  ]);
});

it('a file that is only a text', () => {
  const found = problemsOf({ [ISSUE]: 'Bread and water\n' });
  expect(found).toEqual([
    'issues/1/issue.yaml:1:1 wrong-type: the file must be a group of keys, not the text “Bread and water” | Write its keys below it, indented: number, date, layout, pages, front, stories, plan, pins, imprint.',
  ]);
});

it('an issue in which the list of stories is empty', () => {
  const found = problemsOf({
    [ISSUE]: [
      'stories:\n  - bread\n  - water\nplan:\n  - pages: 2-3\n    section: city\n    stories: [bread]\n  - { pages: 4, stories: [water] }\n',
      'stories: []\n',
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:11:10 wrong-value: “stories” must have at least 1 entry, not 0 | NO HINT',
  ]);
});
