/** A small paper with all that a document's structure can hold, in both languages, and its structure in few words. */

import type { SetIssue } from '../../src/build.js';
import { joined, type StructureNode } from '../../src/structure/structure.js';
import { gray, SMALL_SHEET, setText } from './issue.js';
import { prose } from './newspaper.js';

const ROWS = Array.from({ length: 40 }, (_, index) => `| Row ${index} | ${index === 3 ? '' : index * 7} |`);

/** Stories that show one thing each. */
export const STORIES = {
  long: `---
lang: en
section: water
kicker: The kicker
headline: The long head
deck: A deck of a few words.
byline: The desk
pictures:
  - { file: a.jpg, columns: 1, caption: "What is seen.", credit: "By hand", alt: "A gray area." }
  - { file: b.jpg, columns: 1, caption: "Only a caption." }
---
${prose(500, 'en', 3)}

## A subhead

Words of *more* languages: :fr[les mots], :ar[كلمات]; see page :page[arabic], or write to editors@example.org.

1. First entry
2. Second entry

- With a bullet

:::pull
Set large between rules.
:::

:::sidebar{title="The side"}
Beside it.

## Under it

| Name | Value |
|---|---:|
| One | 1 |
:::

${prose(700, 'en', 4)}

::source[A source, https://example.org/a-long-address/that-goes-on/over-the-end/of-its-line/and-so/on.html]
`,
  table: `---\nlang: en\nheadline: A table\n---\nBefore it.\n\n| Name | Value |\n|---|---:|\n${ROWS.join('\n')}\n\nBehind it.\n`,
  arabic: `---\nlang: ar\nsection: land\nheadline: رأس عربي\n---\n${prose(150, 'ar', 5)}\n\nفي سنة ١٧٠٦ كتب :en[Antoine Galland] كتابًا.\n\n::contents{stories="long, table"}\n`,
};

const FRONT = `front:
  picture: { file: a.jpg, caption: "Under the picture", alt: "The front." }
  main: { story: long }
  second: { story: arabic }
  teasers: [{ story: table, picture: b.jpg }]
  inside: [{ lang: en, title: Inside, stories: [long, table] }]
imprint: { en: "Printed by hand. editors@example.org", ar: طُبع باليد }
`;

let kept: Promise<SetIssue> | undefined;

/** The paper on small sheets, so that stories go on over pages; made once for all tests of a file. */
export function structuredIssue(): Promise<SetIssue> {
  kept ??= makeIssue();
  return kept;
}

async function makeIssue(): Promise<SetIssue> {
  const pictures = { 'a.jpg': await gray(900, 600), 'b.jpg': await gray(600, 600) };
  return setText({ stories: STORIES, issue: FRONT, layout: [SMALL_SHEET], pictures });
}

/** An element on a line, its parts under it; texts cut after a few words. */
export function outlineOf(node: StructureNode, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  if (node.kind === 'picture') return [`${indent}(picture)`];
  if (node.kind === 'text') return [`${indent}“${shortened(joined(node.runs))}”`];
  const facts = [node.role, node.level, node.story, node.title, node.alt && `alt “${node.alt}”`];
  const links = node.links.map(({ item: { target } }) =>
    'url' in target ? target.url : `page ${target.page}`,
  );
  const head = [...facts, ...new Set(links)].filter(fact => fact !== undefined).join(' ');
  const [only] = node.children;
  if (node.children.length === 1 && only!.kind === 'text') return [`${indent}${head} ${outlineOf(only!)[0]}`];
  return [`${indent}${head}`, ...node.children.flatMap(child => outlineOf(child, depth + 1))];
}

function shortened(text: string): string {
  const words = text.split(' ');
  return words.length > 6 ? `${words.slice(0, 3).join(' ')} … ${words.at(-1)}` : text;
}
