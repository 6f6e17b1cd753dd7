/** Story texts: Markdown in; blocks, runs and their places out. */

import { expect, it } from 'vitest';
import type { Span } from '../../src/problem/problem.js';
import { Problems } from '../../src/problem/problem.js';
import { parseBlocks, parseInline } from '../../src/story/markdown.js';
import type { Block, RichText, TextRun } from '../../src/story/story.js';

const ORIGIN: Span = { file: 's.md', line: 10, column: 1, length: 1 };

/** `line:column “text” marks`. */
function runLine(run: TextRun): string {
  const marks = [
    run.bold ? 'bold' : '',
    run.italic ? 'italic' : '',
    run.lang ?? '',
    run.spans.map(({ direction }) => direction).join(' in '),
    run.url ?? '',
    run.smallCaps ?? '',
    run.verbatim === true ? 'verbatim' : '',
    run.pageOf === undefined ? '' : `page of ${run.pageOf}`,
  ].filter(mark => mark !== '');
  return [`${run.span.line}:${run.span.column}`, `“${run.text}”`, ...marks].join(' ');
}

const lines = (text: RichText): string[] => text.map(runLine);

function blockLines(block: Block): string[] {
  const { passage, ...plain } = block;
  if (passage !== undefined) {
    const { lang = '-', direction = '-', align = '-' } = passage;
    return [`passage ${lang} ${direction} ${align}`, ...blockLines(plain).map(line => `  ${line}`)];
  }
  switch (block.kind) {
    case 'sidebar':
      return [
        `sidebar of ${block.columns}`,
        ...lines(block.title ?? []).map(line => `  title ${line}`),
        ...block.blocks.flatMap(blockLines).map(line => `  ${line}`),
      ];
    case 'table':
      return [
        `table ${block.align.join(' ')}`,
        ...[block.header, ...block.rows].map(
          row => `  ${row.map(cell => lines(cell).join(' + ')).join(' | ')}`,
        ),
      ];
    case 'list-item':
      return [`item ${block.number ?? '-'}`, ...lines(block.text).map(line => `  ${line}`)];
    case 'list':
      return [`list ${block.columns}`, ...block.items.map(item => `  ${item.number ?? '-'}`)];
    case 'contents': {
      const names = (list: typeof block.stories): string => (list ?? []).map(({ name }) => name).join(' ');
      return [`contents ${names(block.stories)} / ${names(block.sections)}`];
    }
    default:
      return [block.kind, ...lines(block.text).map(line => `  ${line}`)];
  }
}

function blocks(text: string): string[] {
  const problems = new Problems();
  const found = parseBlocks(text, ORIGIN, problems).flatMap(blockLines);
  return [
    ...found,
    ...problems.list.map(({ span, message }) => `! ${span?.line}:${span?.column} ${message}`),
  ];
}

function inline(text: string): string[] {
  return lines(parseInline(text, ORIGIN, new Problems()));
}

it('paragraphs, with their lines', () => {
  expect(blocks('One.\n\nTwo.\n')).toEqual(['paragraph', '  10:1 “One.”', 'paragraph', '  12:1 “Two.”']);
});

it('a paragraph over several lines has a run a line', () => {
  expect(blocks('One\ntwo  \n   three\n')).toEqual([
    'paragraph',
    '  10:1 “One ”',
    '  11:1 “two”',
    '  11:4 “\u2028”',
    '  12:4 “three”',
  ]);
});

it('italic and bold', () => {
  expect(blocks('A *b* **c** ***d***')).toEqual([
    'paragraph',
    '  10:1 “A ”',
    '  10:4 “b” italic',
    '  10:6 “ ”',
    '  10:9 “c” bold',
    '  10:12 “ ”',
    '  10:16 “d” bold italic',
  ]);
});

it('a span of another language', () => {
  expect(blocks('The word :ar[مطبعة] here')).toEqual([
    'paragraph',
    '  10:1 “The word ”',
    '  10:14 “مطبعة” ar rtl',
    '  10:20 “ here”',
  ]);
});

it('emphasis inside a span of another language', () => {
  expect(inline(':fr[Imprimé *à Alep*]')).toEqual(['10:5 “Imprimé ” fr ltr', '10:14 “à Alep” italic fr ltr']);
});

it('a span with language and direction', () => {
  expect(inline(':span[x]{lang=ku-Arab dir=rtl}')).toEqual(['10:7 “x” ku-Arab rtl']);
});

it('a page reference', () => {
  expect(inline('See page :page[olive].')).toEqual([
    '10:1 “See page ”',
    '10:10 “” page of olive',
    '10:22 “.”',
  ]);
});

it('small capitals', () => {
  expect(inline(':smallcaps[NATO] :smallcaps[Anno *D* :ar[س]]')).toEqual([
    '10:12 “NATO” whole',
    '10:17 “ ”',
    '10:29 “Anno ” small-letters',
    '10:35 “D” italic small-letters',
    '10:37 “ ” small-letters',
    '10:42 “س” ar rtl small-letters',
  ]);
});

it('brackets of markup that are not closed', () => {
  expect(blocks('the :ar[خيمة, a tent')).toEqual([
    'paragraph',
    '  10:1 “the ”',
    '  10:5 “:ar”',
    '  10:8 “[خيمة, a tent”',
    '! 10:5 “:ar[” is not closed',
  ]);
  expect(blocks('a :span[dog]{lang=fr of it')).toContain('! 10:3 “:span[dog]{” is not closed');
  expect(blocks('at 10:ar\\[x] and :ar[خيمة]').join()).not.toContain('closed');
});

it('small capitals of nothing, and of letters without capitals', () => {
  expect(blocks('a :smallcaps[] :smallcaps[مطبعة]')).toEqual([
    'paragraph',
    '  10:1 “a ”',
    '  10:15 “ ”',
    '  10:27 “مطبعة” whole',
    '! 10:3 “:smallcaps[…]” has no text',
    '! 10:16 “:smallcaps[…]” has no letters of which there are capitals',
  ]);
});

it('text between backticks', () => {
  expect(inline('a `b--c` d')).toEqual(['10:1 “a ”', '10:3 “b--c” verbatim', '10:9 “ d”']);
});

it('links', () => {
  expect(inline('[here](https://a.org) <https://b.org>')).toEqual([
    '10:2 “here” https://a.org',
    '10:22 “ ”',
    '10:24 “https://b.org” https://b.org',
  ]);
});

it('escapes and entities keep their places', () => {
  expect(inline('a\\*b &amp; c &#x627; \\:d')).toEqual([
    '10:1 “a”',
    '10:3 “*b &”',
    '10:11 “ c ا”',
    '10:21 “ ”',
    '10:23 “:d”',
  ]);
});

it('a colon glued to letters is no markup without brackets', () => {
  expect(inline('at 10:am and a:b')).toEqual(['10:1 “at 10”', '10:6 “:am”', '10:9 “ and a”', '10:15 “:b”']);
});

it('no-break spaces stay', () => {
  expect(inline('10\u00a0km,  «\u202fà\u202f»')).toEqual(['10:1 “10\u00a0km, ”', '10:9 “«\u202fà\u202f»”']);
});

it('a short text is no list, heading or rule', () => {
  expect(inline('1. May')).toEqual(['10:1 “1. May”']);
  expect(inline('# 5')).toEqual(['10:1 “# 5”']);
  expect(inline('- x -')).toEqual(['10:1 “- x -”']);
  expect(inline('---')).toEqual(['10:1 “---”']);
  expect(inline('  > x')).toEqual(['10:3 “> x”']);
});

it('a short text of two paragraphs is one', () => {
  expect(inline('One.\n\nTwo.')).toEqual(['10:1 “One.”', '12:1 “ ”', '12:1 “Two.”']);
});

it('an empty short text has no runs', () => {
  expect(inline('  ')).toEqual([]);
});

it('subheads of any depth', () => {
  expect(blocks('## A *b*\n\n# C')).toEqual([
    'subhead',
    '  10:4 “A ”',
    '  10:7 “b” italic',
    'subhead',
    '  12:3 “C”',
  ]);
});

it('dashes below a paragraph make no subhead of it', () => {
  expect(blocks('One\n---\n')).toEqual([
    'paragraph',
    '  10:1 “One”',
    '! 11:1 a line of dashes or stars cannot stand here',
  ]);
});

it('an indented paragraph is a paragraph', () => {
  expect(blocks('One.\n\n     Two.')).toEqual(['paragraph', '  10:1 “One.”', 'paragraph', '  12:6 “Two.”']);
});

it('slogans and pull quotes', () => {
  expect(blocks(':::slogan\nBread *now*.\n:::\n\n:::pull\nWords.\n:::')).toEqual([
    'slogan',
    '  11:1 “Bread ”',
    '  11:8 “now” italic',
    '  11:12 “.”',
    'pull',
    '  15:1 “Words.”',
  ]);
});

it('a sidebar with a title, a list and a table', () => {
  expect(
    blocks(
      ':::sidebar{title="By *the* numbers" columns=2}\nText.\n\n1. One\n2. Two\n\n| A | B |\n|---|---:|\n| x | 1 |\n:::',
    ),
  ).toEqual([
    'sidebar of 2',
    '  title 10:19 “By ”',
    '  title 10:23 “the” italic',
    '  title 10:27 “ numbers”',
    '  paragraph',
    '    11:1 “Text.”',
    '  item 1',
    '    13:4 “One”',
    '  item 2',
    '    14:4 “Two”',
    '  table start end',
    '    16:3 “A” | 16:7 “B”',
    '    18:3 “x” | 18:7 “1”',
  ]);
});

it('a cell of a table that has no column is named', () => {
  const table = '| A | B |\n|---|---|\n| x | 1 | y |\n| z | 2 |';
  expect(blocks(table)).toContain('! 12:9 this row has 3 cells, but the first one 2');
  expect(blocks(table.replace(' y |', '')).join()).not.toContain('!');
});

it('bullets, and numbers that begin elsewhere', () => {
  expect(blocks('- One\n- Two\n\n5. Five\n6. Six')).toEqual([
    'item -',
    '  10:3 “One”',
    'item -',
    '  11:3 “Two”',
    'item 5',
    '  13:4 “Five”',
    'item 6',
    '  14:4 “Six”',
  ]);
});

it('a source with italics and an address', () => {
  expect(blocks('::source[WHO, *Water*, https://who.int]')).toEqual([
    'source',
    '  10:10 “WHO, ”',
    '  10:16 “Water” italic',
    '  10:22 “, https://who.int”',
  ]);
});

it('a list inside a list is named, not lost', () => {
  expect(blocks('- One\n  - Two')).toEqual([
    'item -',
    '  10:3 “One”',
    '! 11:3 a list inside a list cannot stand here',
  ]);
});

it('a sidebar inside a sidebar is named, not lost', () => {
  expect(blocks('::::sidebar\nOuter.\n\n:::sidebar\nInner.\n:::\n::::')).toContain(
    '! 13:1 a sidebar inside a sidebar cannot stand here',
  );
});

it('a passage with paragraphs and a list', () => {
  expect(blocks(':::passage{lang=ar dir=rtl align=center}\nبيت  \nآخر\n\n1. واحد\n:::\n\nText.')).toEqual([
    'passage ar rtl center',
    '  paragraph',
    '    11:1 “بيت”',
    '    11:4 “\u2028”',
    '    12:1 “آخر”',
    'passage ar rtl center',
    '  item 1',
    '    14:4 “واحد”',
    'paragraph',
    '  17:1 “Text.”',
  ]);
});

it('a passage in a sidebar', () => {
  expect(blocks('::::sidebar\n:::passage{lang=fr}\nUn.\n:::\n::::')).toEqual([
    'sidebar of 1',
    '  passage fr - -',
    '    paragraph',
    '      12:1 “Un.”',
  ]);
});

it('a block inside another that takes its closing colons is named', () => {
  expect(blocks(':::sidebar\nOne.\n\n:::passage{lang=fr}\nDeux.\n:::\n')).toContain(
    '! 13:1 “:::passage” is not closed',
  );
});

it('a block that is not closed is named', () => {
  expect(blocks(':::pull\nOne.\n\nTwo.')).toEqual([
    'pull',
    '  11:1 “One.”',
    'pull',
    '  13:1 “Two.”',
    '! 10:1 “:::pull” is not closed',
  ]);
});
