/** Quotation marks and dashes in a whole issue: straight in every text of the files, right on every page. */

import { describe, expect, it } from 'vitest';
import type { SetIssue } from '../../src/build.js';
import { type Change, gray, type IssueText, setText, setWithProblems } from '../support/issue.js';
import { itemsOf, textOf } from '../support/newspaper.js';

const ON: readonly Change[] = [
  ['layout: tabloid\n', 'layout: tabloid\ntypography: { quotes: true, dashes: true, ellipses: true }\n'],
];

const EVERYWHERE = `---
lang: en
kicker: The "k"
headline: The "h" *"i"*
deck: It's
  a "d"
byline: "by \\"b\\""
dateline: '"l"'
pictures:
  - { file: a.jpg, columns: 1, caption: 'The "c"', credit: 'Ann''s "e"' }
---
The "p" -- and \\"q" :ar["ر"].

:::sidebar{title='The "t"'}
The "s".

| "h1" | 3-4 |
|---|---|
| "x" | 5-6 |
:::

:::pull
"u"...
:::

1. "n"

::source["r"]

:::passage{lang=fr}
"v"
:::
`;

/** All letters of the issue's pages, without spaces. */
function printed(set: SetIssue): string {
  return set.made.edition.pages
    .flatMap(page => [...itemsOf(page)].flatMap(({ item }) => (item.kind === 'glyphs' ? [textOf(item)] : [])))
    .join('')
    .replaceAll(/[\s\u00a0]/g, '');
}

async function issue(publication: readonly Change[], rest: Partial<IssueText> = {}): Promise<IssueText> {
  const front = `pages: 4
front:
  picture: { file: a.jpg, caption: '"ص" و"ض"' }
  main: { story: s, headline: '"f" and ''g''', kicker: "it's", deck: 'a - b' }
  teasers: [{ story: s, headline: 'The "m"' }]
imprint: { ar: 'في "المقهى"', en: "The press's" }
`;
  const pictures = { 'a.jpg': await gray(400, 300) };
  return { stories: { s: EVERYWHERE }, issue: front, publication, pictures, ...rest };
}

describe('an issue', () => {
  it('has the marks of each language in all its texts', async () => {
    const text = printed(await setText(await issue(ON)));
    expect(text.match(/["'-]/g)).toBeNull();
    for (const words of 'The“k” The“h”“i” It’sa“d” BY“B” “L” The“c” Ann’s“e” “p”–and“q” «ر» The“t” The“s” “h1” 3–4 “x” 5–6 “u”… “n” “r” «v»'.split(
      ' ',
    ))
      expect(text.toLowerCase()).toContain(words.toLowerCase());
    for (const words of '“f”and‘g’ it’s The“m” «ص»و«ض» في«المقهى» Thepress’s'.split(' '))
      expect(text.toLowerCase()).toContain(words.toLowerCase());
  });

  it('keeps what was typed where the publication says nothing', async () => {
    const text = printed(await setText(await issue([])));
    expect(text).toContain('The"c"');
    expect(text).toContain('"p"--and');
    expect(text).not.toMatch(/[“”«»‘’]/);
  });
});

it('a letter without a glyph is found in its place behind changed marks', async () => {
  const body = '---\nlang: fr\nheadline: H\n---\n"Un" -- deux... l\'été "\u{10330}"\n';
  const { problems } = await setWithProblems({ stories: { s: body }, publication: ON });
  const [missing] = problems.list.filter(({ code }) => code === 'missing-glyph');
  expect(missing?.span).toMatchObject({ file: 'issues/5/stories/s.md', line: 5, column: 24 });
  expect([...body.split('\n')[4]!].slice(0, 24).at(-1)).toBe('\u{10330}');
});
