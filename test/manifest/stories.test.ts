/** A good newspaper with one thing broken, and all that is said of it: stories. */

import { expect, it } from 'vitest';
import { BREAD, ISSUE, problemsOf } from './project.js';

it('no head', () => {
  const found = problemsOf({ [BREAD]: 'Bread is dear.\n' });
  expect(found).toEqual([
    'issues/1/stories/bread.md:1:1 front-matter: the story does not begin with a head between two lines “---” | Begin the file with a line “---”, then the head (headline: …), then another line “---”, then the text.',
  ]);
});

it('a head without its first line', () => {
  const found = problemsOf({ [BREAD]: 'headline: Bread\n---\nBread is dear.\n' });
  expect(found).toEqual([
    'issues/1/stories/bread.md:1:1 front-matter: the story does not begin with a head between two lines “---” | Put a line “---” above this one, and another below the head.',
  ]);
});

it('a head that is not closed', () => {
  const found = problemsOf({ [BREAD]: '---\nheadline: Bread\n\nBread is dear.\n' });
  expect(found).toEqual([
    'issues/1/stories/bread.md:1:1 front-matter: the head that begins here is not closed | Put a line “---” between the head and the text.',
  ]);
});

it('an empty head', () => {
  const found = problemsOf({ [BREAD]: '---\n---\nBread is dear.\n' });
  expect(found).toEqual([
    'issues/1/stories/bread.md:2:1 missing-key: “headline” is missing | Add “headline: …”.',
  ]);
});

it('an empty file', () => {
  const found = problemsOf({ [BREAD]: '' });
  expect(found).toEqual([
    'issues/1/stories/bread.md:1:1 front-matter: the file is empty | Begin the file with a line “---”, then the head (headline: …), then another line “---”, then the text.',
  ]);
});

it('a head after an empty line is fine', () => {
  const found = problemsOf({ [BREAD]: '\n---\nheadline: Bread\n---\nBread is dear.\n' });
  expect(found).toEqual([]);
});

it('a head after an empty line keeps its lines', () => {
  const found = problemsOf({ [BREAD]: '\n---\nhedline: Bread\n---\nBread is dear.\n' });
  expect(found).toEqual([
    'issues/1/stories/bread.md:3:1 unknown-key: unknown key “hedline” | Did you mean “headline”?',
  ]);
});

it('no text', () => {
  const found = problemsOf({ [BREAD]: '---\nlang: en\nheadline: Bread\n---\n\n' });
  expect(found).toEqual([
    'issues/1/stories/bread.md:3:11 empty-story (warning): story “bread” has no text | Write its text below the head, or take the story out of the issue.',
  ]);
});

it('markup that is unknown', () => {
  const found = problemsOf({
    [BREAD]: [
      'Bread is dear.',
      'Bread is :foo[dear] and :arr[x].\n\n:::sloagn\nDear bread\n:::\n\n::sorce[x]\n\n:source[x]\n\nEnd',
    ],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:9:10 unknown-markup: “:foo[…]” is no markup of a story | Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.',
    'issues/1/stories/bread.md:9:25 unknown-markup: “:arr[…]” is no markup of a story | Did you mean “:ar[…]”?',
    'issues/1/stories/bread.md:11:1 unknown-markup: “:::sloagn” is no block of a story | Did you mean “slogan”?',
    'issues/1/stories/bread.md:15:1 unknown-markup: “::sorce” is no block of a story | Did you mean “::source[…]”?',
    'issues/1/stories/bread.md:17:1 unknown-markup: “:source[…]” is no markup of a story | Write “::source[…]” on a line of its own.',
  ]);
});

it('blocks that are not closed, begun or empty', () => {
  const found = problemsOf({
    [BREAD]: [
      'Bread is dear.',
      'One.\n\n::: pull\n\nTwo.\n\n:::\n\n:::pull two words\n\n:::slogan\n:::\n\n:::sidebar{titel=x}\nBread is dear.',
    ],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:11:1 unknown-markup: “::: pull” begins no block | Write “:::pull” without the space.',
    'issues/1/stories/bread.md:15:1 unknown-markup: this “:::” closes no block | Take it out.',
    'issues/1/stories/bread.md:17:1 unknown-markup: “:::pull” begins no block | Write “:::pull” alone on its line and the text below it.',
    'issues/1/stories/bread.md:19:1 unknown-markup: “:::slogan” has no text | Write its text below it, before the “:::”.',
    'issues/1/stories/bread.md:22:1 unknown-markup: “:::sidebar” is not closed | Put a line “:::” after its text.',
    'issues/1/stories/bread.md:22:1 unknown-markup: a sidebar has no “titel” | Did you mean “title”?',
  ]);
});

it('Markdown that means nothing in a newspaper', () => {
  const found = problemsOf({
    [BREAD]: [
      'Bread is dear.',
      'Bread is <b>dear</b>.\n\n> Quoted.\n\n![A loaf](loaf.jpg)\n\n---\n\n- One\n  - Two\n\nEnd.',
    ],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:9:10 unknown-markup: an HTML tag cannot stand in a text | Write *italic* or **bold**; put a backslash before < if it should print.',
    'issues/1/stories/bread.md:9:17 unknown-markup: an HTML tag cannot stand in a text | Write *italic* or **bold**; put a backslash before < if it should print.',
    'issues/1/stories/bread.md:11:1 unknown-markup: a quotation with “>” cannot stand here | For a pull quote write “:::pull” above and “:::” below; put a backslash before > if it should print.',
    'issues/1/stories/bread.md:13:1 unknown-markup: a picture cannot stand in a text | Put it under “pictures” in the head of the story.',
    'issues/1/stories/bread.md:15:1 unknown-markup: a line of dashes or stars cannot stand here | Write “## A subhead” to part sections.',
    'issues/1/stories/bread.md:18:3 unknown-markup: a list inside a list cannot stand here | Write it as a list of its own.',
  ]);
});

it('lang and dir of a span', () => {
  const found = problemsOf({
    [BREAD]: ['Bread is dear.', 'Bread :span[is]{lang=english} :span[dear]{dir=left}.'],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:9:7 wrong-value: lang must be a language code, not “english” | Write lang=en.',
    'issues/1/stories/bread.md:9:31 wrong-value: dir must be ltr or rtl, not “left” | ltr is for left to right, rtl for right to left.',
  ]);
});

it('lang, dir and align of a passage', () => {
  const found = problemsOf({
    [BREAD]: [
      'Bread is dear.',
      'Bread.\n\n:::passage{lang=arabic dir=right align=centre}\nx\n:::\n\n:::passage{align=middle}\nx\n:::\n\nEnd.',
    ],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:11:1 wrong-value: lang must be a language code, not “arabic” | Write lang=ar.',
    'issues/1/stories/bread.md:11:1 wrong-value: dir must be ltr or rtl, not “right” | ltr is for left to right, rtl for right to left.',
    'issues/1/stories/bread.md:11:1 wrong-value: align must be start, center, end or justify, not “centre” | Did you mean “center”?',
    'issues/1/stories/bread.md:15:1 wrong-value: align must be start, center, end or justify, not “middle” | start is the side on which the language begins, end the other one.',
  ]);
});

it('attributes that a passage has not, or too few', () => {
  const found = problemsOf({
    [BREAD]: [
      'Bread is dear.',
      'Bread.\n\n:::passage{ar}\nx\n:::\n\n:::passage{align=end titel=x}\nx\n:::\n\n:::passage\nx\n:::\n\nEnd.',
    ],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:11:1 unknown-markup: a passage has no “ar” | Write lang=ar.',
    'issues/1/stories/bread.md:15:1 unknown-markup: a passage has no “titel” | Known: lang, dir, align.',
    'issues/1/stories/bread.md:19:1 unknown-markup: “:::passage” says neither its language nor how its lines stand | Write :::passage{lang=fr} or {align=center}, for example.',
  ]);
});

it('a passage that cannot stand where it stands', () => {
  const found = problemsOf({
    [BREAD]: [
      'Bread is dear.',
      'Bread.\n\n::::passage{lang=ar}\n:::sidebar\nx\n:::\n\n:::passage{lang=fr}\nx\n:::\n::::\n\n:::sidebar\nx\n\n:::passage{lang=fr}\ny\n:::\n\n:::passage {lang=fr}\nz\n\n::passage{lang=fr}\n\n:passage[x]',
    ],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:12:1 unknown-markup: a sidebar inside a passage cannot stand here | Write it as a sidebar of its own.',
    'issues/1/stories/bread.md:16:1 unknown-markup: a passage inside a passage cannot stand here | Write it as a passage of its own.',
    'issues/1/stories/bread.md:24:1 unknown-markup: “:::passage” is not closed | Put a line “:::” after its text, and give the block round it one colon more: “::::sidebar”, “::::”.',
    'issues/1/stories/bread.md:28:1 unknown-markup: “:::passage” begins no block | Write “:::passage{…}” without the space.',
    'issues/1/stories/bread.md:31:1 unknown-markup: “::passage” is no block of a story | Write “:::passage” with three colons, its text below, and “:::” after it.',
    'issues/1/stories/bread.md:33:1 unknown-markup: “:passage[…]” is no markup of a story | Write “:::passage” on a line of its own, its text below, and “:::” after it.',
  ]);
});

it('an error in the text of a story inside issue.yaml', () => {
  const found = problemsOf({
    [ISSUE]: [
      '  - water\n',
      '  - water\n  - id: note\n    headline: A :foo[note]\n    text: |\n      First paragraph.\n\n      Second with :zzz[x].\n',
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:14:9 plan: story “note” has no page in the plan | Add it to an entry of “plan”, or leave pages for it: “pages” on line 3 is 4.',
    'issues/1/issue.yaml:15:17 unknown-markup: “:foo[…]” is no markup of a story | Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.',
    'issues/1/issue.yaml:19:19 unknown-markup: “:zzz[…]” is no markup of a story | Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.',
  ]);
});

it('an error in a folded text inside issue.yaml', () => {
  const found = problemsOf({
    [ISSUE]: [
      '  - water\n',
      '  - water\n  - id: note\n    headline: A note\n    text: >\n      First line\n      and a second with :zzz[x].\n\n      More: see :page[olive].\n',
    ],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:14:9 plan: story “note” has no page in the plan | Add it to an entry of “plan”, or leave pages for it: “pages” on line 3 is 4.',
    'issues/1/issue.yaml:18:25 unknown-markup: “:zzz[…]” is no markup of a story | Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.',
    'issues/1/issue.yaml:20:17 unresolved: there is no story “olive” | Known: bread, water, note.',
  ]);
});

it('an error in the head of a story inside issue.yaml', () => {
  const found = problemsOf({
    [ISSUE]: ['  - water\n', '  - water\n  - id: note\n    headlin: A note\n    text: Text.\n'],
  });
  expect(found).toEqual([
    'issues/1/issue.yaml:15:5 unknown-key: unknown key “headlin” in entry 3 of “stories” | Did you mean “headline”?',
  ]);
});

it('an error in a folded caption', () => {
  const found = problemsOf({
    [BREAD]: ['    caption: A loaf.', '    caption: A loaf of\n      :foo[bread] and\n      "water" :zzz[x]'],
  });
  expect(found).toEqual([
    'issues/1/stories/bread.md:8:7 unknown-markup: “:foo[…]” is no markup of a story | Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.',
    'issues/1/stories/bread.md:9:15 unknown-markup: “:zzz[…]” is no markup of a story | Known: :ar[…] and other language codes, :span[…]{lang=… dir=…}, :smallcaps[…], :page[story]. A plain colon needs a space after it.',
  ]);
});
