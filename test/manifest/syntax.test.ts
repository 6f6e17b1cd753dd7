/** A good newspaper with one thing broken, and all that is said of it: YAML syntax. */

import { expect, it } from 'vitest';
import { BREAD, ISSUE, PUBLICATION, problemsOf, WATER } from './project.js';

it('a tab in the indentation', () => {
  const found = problemsOf({ [ISSUE]: ['    file: dawn.jpg', '\tfile: dawn.jpg'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:6:1 yaml: a tab stands in the indentation | Indent with spaces; YAML takes no tabs there.',
  ]);
});

it('a line indented too deep', () => {
  const found = problemsOf({
    [ISSUE]: ['  main:\n    story: bread', '  main:\n    story: bread\n      headline: x'],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:9:7 yaml: this line is indented deeper than the one above | If it is a key of its own, indent it like the line above; if it belongs to the text above, put that text in quotes.',
  ]);
});

it('a line indented too little', () => {
  const found = problemsOf({ [ISSUE]: ['    file: dawn.jpg', '    file: dawn.jpg\n   alt: x'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:7:4 yaml: this line is indented otherwise than the lines above | Begin all entries of one group in the same column, each deeper group two spaces further in.',
  ]);
});

it('a list entry indented too little', () => {
  const found = problemsOf({ [ISSUE]: ['  - water\n', ' - water\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:13:1 yaml: this line is indented wrongly | Begin all entries of one group in the same column, each deeper group two spaces further in.',
  ]);
});

it('a quote that is not closed', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: "What a loaf costs'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 yaml: the quote " is not closed on its line | Put a " at the end of the text.',
  ]);
});

it('a quote that is closed by the next one', () => {
  const found = problemsOf({
    [BREAD]: ['headline: What a loaf costs', 'headline: "What a loaf costs\ndeck: "Too much"'],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 yaml: the quote " is not closed on its line | Put a " at the end of the text.',
  ]);
});

it('a quote open to the end of issue.yaml', () => {
  const found = problemsOf({ [ISSUE]: ['date: 2022-03-01', "date: '2022-03-01"] });
  expect(found).toEqual([
    "issues/1/issue.yaml:2:7 yaml: the quote ' is not closed on its line | Put a ' at the end of the text.",
  ]);
});

it('something after the closing quote', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: "Bread" and water'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:19 yaml: something follows the closing quote | Put the whole text in quotes; inside, write “ ” or « ».',
  ]);
});

it('a key twice', () => {
  const found = problemsOf({ [ISSUE]: ['pages: 4\n', 'pages: 4\ndate: 2022-04-01\n'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:4:1 yaml: “date” stands here a second time | The first one is 2 lines above; keep one of the two.',
  ]);
});

it('a colon in a headline', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: Bread: what it costs'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:16 yaml: a colon stands inside a text | Put quotes round the whole text. A colon with a space after it begins a value.',
  ]);
});

it('a colon in an Arabic headline', () => {
  const found = problemsOf({ [WATER]: ['headline: ماء المدينة', 'headline: الماء: لمن'] });
  expect(found).toEqual([
    'issues/1/stories/water.md:3:16 yaml: a colon stands inside a text | Put quotes round the whole text. A colon with a space after it begins a value.',
  ]);
});

it('a colon in the second line of a text', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: What\n  a loaf: costs'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:5:3 yaml: this line is indented deeper than the one above | If it is a key of its own, indent it like the line above; if it belongs to the text above, put that text in quotes.',
  ]);
});

it('no space after the colon', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline:What a loaf costs'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:9 yaml: a space is missing after the colon | Write “headline: What a loaf costs”.',
  ]);
});

it('no colon', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline What a loaf costs'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:1 yaml: this line has no key | Write “key: text”; if the line goes on with the text above, indent it deeper than that text’s key.',
  ]);
});

it('a headline that begins with !', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: !Stop the press'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 yaml: a text cannot begin with “!” | Put quotes round the whole text.',
  ]);
});

it('a headline that begins with &', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: &c the press'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 yaml: a text cannot begin with “&” | Put quotes round the whole text.',
  ]);
});

it('a headline that begins with *', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: *What* a loaf costs'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 yaml: a text cannot begin with “*” | Put quotes round the whole text.',
  ]);
});

it('a headline that begins with @', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: @bakers, listen'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 yaml: a text cannot begin with “@” | Put quotes round the whole text.',
  ]);
});

it('a headline that begins with [', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: [Update] a loaf'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 yaml: a text cannot begin with “[” | Put quotes round the whole text.',
  ]);
});

it('a headline that begins with a dash', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: - a loaf'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:11 yaml: a list begins in the line of its key | Begin it on the line below; if the dash belongs to the text, put quotes round it.',
  ]);
});

it('text behind >', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: > five loaves'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:13 yaml: text stands in the same line as “>” | Begin the text on the line below, indented, or take the “>” out.',
  ]);
});

it('a colon inside a text in brackets', () => {
  const tell = (entry: string) => problemsOf({ [ISSUE]: ['    - story: water', `    - ${entry}`] });
  const quote = 'Put quotes round the whole text. A colon with a space after it begins a value.';
  expect(tell('{ story: water, headline: Well: dry }')).toEqual([
    `issues/1/issue.yaml:10:37 yaml: a colon stands inside a text | ${quote}`,
  ]);
  expect(tell('{ story: water, headline: بئر القرية: جافّة }')).toEqual([
    `issues/1/issue.yaml:10:43 yaml: a colon stands inside a text | ${quote}`,
  ]);
  expect(tell('{ story: water, headline: The\n        well: dry }')).toEqual([
    'issues/1/issue.yaml:11:9 yaml: a comma is missing before “well”, or a colon stands inside a text | Write { key: value, key: value }, and put quotes round a text with a colon in it.',
  ]);
});

it('a missing comma after a quoted text', () => {
  const found = problemsOf({ [ISSUE]: ['    - story: water', '    - { headline: "Well" story: water }'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:10:26 yaml: a comma is missing before “story” | Write { key: value, key: value }, and put quotes round a text with a colon in it.',
  ]);
});

it('a missing comma', () => {
  const found = problemsOf({ [ISSUE]: ['    - story: water', '    - { story: water headline: Well }'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:10:22 yaml: a comma is missing before “headline”, or a colon stands inside a text | Write { key: value, key: value }, and put quotes round a text with a colon in it.',
  ]);
});

it('a bracket that is not closed', () => {
  const found = problemsOf({ [ISSUE]: ['stories: [bread]', 'stories: [bread'] });
  expect(found).toEqual([
    'issues/1/issue.yaml:17:14 yaml: the bracket [ is not closed | Put a ] after its last entry.',
  ]);
});

it('a backslash in double quotes', () => {
  const found = problemsOf({ [BREAD]: ['headline: What a loaf costs', 'headline: "C:\\pictures"'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:4:14 yaml: a backslash with this sign means nothing | Write \\\\ for a backslash, or use single quotes.',
  ]);
});

it('a second document', () => {
  const found = problemsOf({ [PUBLICATION]: ['print:\n', '---\nprint:\n'] });
  expect(found).toEqual(['issues/publication.yaml:1:1 missing-key: “print” is missing | Add “print: …”.']);
});
