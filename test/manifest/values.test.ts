/** A good newspaper with one thing broken, and all that is said of it: values out of range. */

import { expect, it } from 'vitest';
import { BREAD, FONTS, ISSUE, LAYOUT, PUBLICATION, problemsOf, WATER } from './project.js';

it('a language by its name', () => {
  const found = problemsOf({
    [BREAD]: ['lang: en', 'lang: english'],
    [WATER]: ['lang: ar', 'lang: العربية'],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:2:7 wrong-value: “lang” must be a language code such as ar or en, not “english” | Write “en”.',
    'issues/1/stories/water.md:2:7 wrong-value: “lang” must be a language code such as ar or en, not “العربية” | Write “ar”.',
  ]);
});

it('language codes that are none', () => {
  const found = problemsOf({
    [BREAD]: ['lang: en', 'lang: eng'],
    [WATER]: ['lang: ar', 'lang: qq'],
    [PUBLICATION]: ['languages: [ar, en]', 'languages: [ar, EN]'],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:2:7 wrong-value: “lang” must be a language code such as ar or en, not “eng” | Write “en”.',
    'issues/1/stories/water.md:2:7 wrong-value: “lang” must be a language code such as ar or en, not “qq” | Codes have two or three small letters: ar, en, fr, ku.',
    'issues/publication.yaml:2:17 wrong-value: entry 2 of “languages” must be a language code such as ar or en, not “EN” | Write “en”.',
  ]);
});

it('lengths', () => {
  const found = problemsOf({
    [LAYOUT]: [
      ['width: 100mm', 'width: 100'],
      ['height: 150mm', 'height: 15,5cm'],
      ['gutter: 4mm', 'gutter: 4px'],
      ['grid: 3pt', 'grid: 0'],
    ],
  });
  expect(found).toEqual([
    'layouts/small.yaml:1:17 wrong-value: “width” must be a length such as 12mm or 9.5pt, not “100” | Add the unit: 100mm or 100pt.',
    'layouts/small.yaml:1:30 wrong-value: “height” must be a length such as 12mm or 9.5pt, not “15” | Add the unit: 15mm or 15pt.',
    'layouts/small.yaml:1:33 unknown-key: unknown key “5cm” in “sheet” | Known: width, height, bleed.',
    'layouts/small.yaml:3:30 wrong-value: “gutter” must be a length such as 12mm or 9.5pt, not “4px” | The units are mm, cm, in, pc and pt.',
    'layouts/small.yaml:4:7 wrong-value: “grid” must be more than zero, not “0” | NO HINT',
  ]);
});

it('colours', () => {
  const found = problemsOf({
    [LAYOUT]: [
      ['screen: "#141414"', 'screen: 141414'],
      ['screen: "#b5121b"', 'screen: red'],
    ],
  });
  expect(found).toEqual([
    'layouts/small.yaml:6:42 wrong-type: “screen” must be a colour such as "#b5121b", not the number 141414 | Write "#141414", with quotes.',
    'layouts/small.yaml:7:42 wrong-value: “screen” must be a colour such as "#b5121b", not “red” | Write six digits of 0-9 and a-f after the #.',
  ]);
});

it('percentages of inks', () => {
  const found = problemsOf({
    [LAYOUT]: [
      ['[0, 0, 0, 100]', '[0, 0, 0, 120]'],
      ['[0, 100, 90, 15]', '[0, 100, 90]'],
    ],
  });
  expect(found).toEqual([
    'layouts/small.yaml:6:28 wrong-value: entry 4 of “inks.black.cmyk” must be at most 100, not the number 120 | NO HINT',
    'layouts/small.yaml:7:16 wrong-value: “cmyk” must have at least 4 entries, not 3 | NO HINT',
  ]);
});

it('a variant of a style that is none', () => {
  const found = problemsOf({ [LAYOUT]: ['    Arab: { size', '    Arabic: { size'] });
  expect(found).toEqual([
    'layouts/small.yaml:11:5 wrong-value: the key “Arabic” must be “all”, a script such as Arab, or a language such as ar | Write “Arab”.',
  ]);
});

it('a script that is none', () => {
  const found = problemsOf({ [FONTS]: ['scripts: [Latn, Arab]', 'scripts: [Latn, Arabic]'] });
  expect(found).toEqual([
    'fonts/fonts.yaml:3:21 wrong-value: entry 2 of “families.serif.scripts” must be a script code such as Arab or Latn, not “Arabic” | Write “Arab”.',
  ]);
});

it('a weight in words', () => {
  const found = problemsOf({ [FONTS]: ['weight: 400', 'weight: bold'] });
  expect(found).toEqual([
    'fonts/fonts.yaml:5:19 wrong-type: “weight” must be a weight such as 400 (regular) or 700 (bold), not the text “bold” | Write a single number, in digits.',
  ]);
});

it('leading off the grid', () => {
  const found = problemsOf({
    [LAYOUT]: ['Arab: { size: 11pt, leading: 15pt }', 'Arab: { size: 11pt, leading: 14pt }'],
  });
  expect(found).toEqual([
    'layouts/small.yaml:11:34 off-grid: the leading of “body” is no whole multiple of the grid of 3pt | Take 12pt or 15pt, or change the grid.',
  ]);
});

it('margins wider than the sheet', () => {
  const found = problemsOf({ [LAYOUT]: ['inside: 5mm', 'inside: 95mm'] });
  expect(found).toEqual([
    'layouts/small.yaml:1:17 no-room: margins and gutters are wider than the sheet | Make them smaller, or the sheet wider.',
  ]);
});

it('columns too narrow for text', () => {
  const found = problemsOf({ [LAYOUT]: ['columns: { count: 2', 'columns: { count: 8'] });
  expect(found).toEqual([
    'layouts/small.yaml:3:10 no-room: the columns are 8 mm wide, too narrow for text | A column needs 20 mm: take fewer columns, or a wider sheet.',
  ]);
});

it('a page too low for text', () => {
  const found = problemsOf({ [LAYOUT]: ['top: 5mm', 'top: 130mm'] });
  expect(found).toEqual([
    expect.stringMatching(
      /^layouts.small.yaml:1:\d+ no-room: .* \| Make them smaller, or the sheet higher\.$/,
    ),
  ]);
});

it('a focus outside the picture', () => {
  const found = problemsOf({ [BREAD]: ['    caption: A loaf.', '    focus: [0.5, 50]'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:7:18 wrong-value: entry 2 of “focus” must be at most 1, not the number 50 | NO HINT',
  ]);
});

it('more columns than the page has', () => {
  const found = problemsOf({ [BREAD]: ['    caption: A loaf.', '    columns: 4'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:7:14 columns (warning): 4 columns are asked for, but the page has 2 | Write 2, or take the line out.',
  ]);
});

it('placeholders', () => {
  const found = problemsOf({
    [PUBLICATION]: [
      '  en: { page: "p {page}", continued: "to {page}"',
      '  en: { page: "p {pge}", continued: "overleaf"',
    ],
    [LAYOUT]: ['text: "{section.en}"', 'text: "{titel.ar} {page.arabic} {"'],
  });
  expect(found).toEqual([
    'issues/publication.yaml:8:18 placeholder: there is no placeholder {pge} | Did you mean “page”?',
    'issues/publication.yaml:8:37 placeholder: “continued” has no {page} in it | Write {page} where the page’s number goes.',
    'layouts/small.yaml:45:16 placeholder: there is no placeholder {titel.ar} | Did you mean “title”?',
    'layouts/small.yaml:45:27 placeholder: “arabic” in {page.arabic} is no language code | Write {page.ar} or {page.en}.',
    'layouts/small.yaml:45:41 placeholder: a lone “{” stands in this text | Write {title}, for example.',
  ]);
});

it('ids with bad characters', () => {
  const found = problemsOf({
    [ISSUE]: [
      ['  - bread\n', '  - Bread.md\n'],
      ['  - water\n', '  - the water\n'],
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:12:5 wrong-value: entry 1 of “stories” must be an id of small Latin letters, digits and hyphens, not “Bread.md” | Write “bread”, and use that name everywhere.',
    'issues/1/issue.yaml:13:5 wrong-value: entry 2 of “stories” must be an id of small Latin letters, digits and hyphens, not “the water” | Write “the-water”, and use that name everywhere.',
  ]);
});

it('an id that is a number', () => {
  const found = problemsOf({ [ISSUE]: ['  - water\n', '  - water\n  - 14\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:14:5 wrong-type: entry 3 of “stories” must be the id of a story, or a story with its own id, headline and text, not the number 14 | Put quotes round it to make it a text.',
  ]);
});

it('a section id with capitals', () => {
  const found = problemsOf({ [PUBLICATION]: ['  city: {', '  City: {'] });
  expect(found).toEqual([
    'issues/publication.yaml:10:3 wrong-value: the key “City” must be an id of small Latin letters, digits and hyphens | Write “city”, and use that name everywhere.',
  ]);
});

it('a layout with its ending', () => {
  const found = problemsOf({ [PUBLICATION]: ['layout: small', 'layout: small.yaml'] });
  expect(found).toEqual([
    'issues/publication.yaml:5:9 wrong-value: “layout” must be an id of small Latin letters, digits and hyphens, not “small.yaml” | Write “small”.',
  ]);
});
