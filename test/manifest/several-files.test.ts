/** A good newspaper with one thing broken, and all that is said of it: several files. */

import { expect, it } from 'vitest';
import { BREAD, FONTS, GOOD, ISSUE, LAYOUT, PUBLICATION, problemsOf, WATER } from './project.js';

it('CRLF and a byte order mark', () => {
  const found = problemsOf({
    [BREAD]: '\ufeff---\r\nlang: en\r\nheadlin: Bread\r\n---\r\nBread.\r\n\r\n:foo[x]\r\n',
    [ISSUE]: GOOD[ISSUE]!.replace('pages: 4\n', 'page: 4\n').replaceAll('\n', '\r\n'),
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:3:1 unknown-key: unknown key “page” | Did you mean “pages”?',
    'issues/1/stories/bread.md:3:1 unknown-key: unknown key “headlin” | Did you mean “headline”?',
    'issues/1/stories/bread.md:7:1 unknown-markup: “:foo[…]” is no markup of a story | Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.',
  ]);
});

it('problems in every file at once', () => {
  const found = problemsOf({
    [PUBLICATION]: ['binding: right', 'binding: up'],
    [ISSUE]: ['section: city', 'sektion: city'],
    [BREAD]: [':page[water]', ':foo[water]'],
    [WATER]: ['lang: ar', 'lang: arabic'],
    [LAYOUT]: ['sidebarInk: red', 'sidebarInk: rde'],
    [FONTS]: ['file: serif.ttf', 'file: serf.ttf'],
  });
  expect(found).toEqual([
    'fonts/fonts.yaml:5:30 missing-file: there is no font file serf.ttf | Did you mean “serif.ttf”?',
    'issues/1/issue.yaml:16:5 unknown-key: unknown key “sektion” in entry 1 of “plan” | Did you mean “section”?',
    'issues/1/stories/bread.md:9:25 unknown-markup: “:foo[…]” is no markup of a story | Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.',
    'issues/1/stories/water.md:2:7 wrong-value: “lang” must be a language code such as ar or en, not “arabic” | Write “ar”.',
    'issues/publication.yaml:3:10 wrong-value: “binding” must be “left” or “right”, not “up” | Write one of these words.',
    'layouts/small.yaml:59:15 unresolved: there is no ink “rde” | Known: black, red.',
  ]);
});

it('a syntax error hides no other file', () => {
  const found = problemsOf({
    [ISSUE]: ['pages: 4\n', 'pages: 4: 5\n'],
    [BREAD]: ['headline: What', 'hedline: What'],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:3:9 yaml: a colon stands inside a text | Put quotes round the whole text. A colon with a space after it begins a value.',
    'issues/1/stories/bread.md:4:1 unknown-key: unknown key “hedline” | Did you mean “headline”?',
  ]);
});

it('a story that cannot be read makes no further problems', () => {
  const found = problemsOf({ [BREAD]: ['lang: en', 'lang: english'] });
  expect(found).toEqual([
    'issues/1/stories/bread.md:2:7 wrong-value: “lang” must be a language code such as ar or en, not “english” | Write “en”.',
  ]);
});
