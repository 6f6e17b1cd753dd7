/** A story's Markdown to blocks: text and the place of its first line in, blocks in reading order out. */

import type { PhrasingContent, RootContent, Table } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { TextPlace } from '../problem/place.js';
import type { Problems, Span } from '../problem/problem.js';
import { containerOf, leafOf, strayColons } from './directives.js';
import { inlineRuns, plainRun } from './inline.js';
import { markupHint, markupName } from './markup-names.js';
import { ACCIDENTS } from './parse-inline.js';
import { type BlockReader, SourceText } from './source-text.js';
import type { Block, RichText } from './story.js';

export { parseInline } from './parse-inline.js';

const NO_ACCIDENTS = { disable: { null: [...ACCIDENTS] } };

function parseText(text: string): ReturnType<typeof fromMarkdown> {
  return fromMarkdown(text, {
    extensions: [directive(), gfmTable(), NO_ACCIDENTS],
    mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
  });
}

/** Blocks of a story. `origin` is where the text begins in its file. */
export function parseBlocks(text: string, origin: Span | TextPlace, problems: Problems): Block[] {
  const reader = { source: new SourceText(text, origin), problems };
  return parseText(text).children.flatMap(node => blocksOf(node, reader));
}

/** Blocks that one Markdown node makes. */
export function blocksOf(node: RootContent, reader: BlockReader): Block[] {
  const { source, problems } = reader;
  const runs = (children: readonly PhrasingContent[]): RichText => inlineRuns(children, source, problems);
  switch (node.type) {
    case 'paragraph':
      if (strayColons(node, reader)) return [];
      return [{ kind: 'paragraph', text: runs(node.children) }];
    case 'heading':
      return [{ kind: 'subhead', text: runs(node.children) }];
    case 'list':
      return node.children.map((item, index) => ({
        kind: 'list-item',
        number: node.ordered === true ? (node.start ?? 1) + index : undefined,
        text: joinParagraphs(item.children, reader),
      }));
    case 'table':
      reportLongRows(node, reader);
      return [tableOf(node, runs)];
    case 'containerDirective':
      return containerOf(node, reader, child => blocksOf(child, { ...reader, outer: node.name }));
    case 'leafDirective':
      return leafOf(node, reader);
    default:
      reportMarkup(node, reader);
      return [];
  }
}

function reportMarkup(node: RootContent, { source, problems }: BlockReader): void {
  problems.error(
    'unknown-markup',
    source.span(node),
    `${markupName(node.type)} cannot stand here`,
    markupHint(node.type),
  );
}

/** The text of a list entry; anything else in it is a problem. */
function joinParagraphs(children: readonly RootContent[], reader: BlockReader): RichText {
  let seen = 0;
  return children.flatMap(child => {
    if (child.type !== 'paragraph') {
      reportMarkup(child, reader);
      return [];
    }
    const runs = inlineRuns(child.children, reader.source, reader.problems);
    return seen++ === 0 ? runs : [...plainRun(' ', reader.source.span(child)), ...runs];
  });
}

/** Cells beyond the columns that the first row has would be lost. */
function reportLongRows({ children: [head, ...rows] }: Table, { source, problems }: BlockReader): void {
  const columns = head!.children.length;
  for (const { children } of rows) {
    const more = children[columns];
    if (more === undefined) continue;
    const message = `this row has ${children.length} cells, but the first one ${columns}`;
    const hint = 'Give the first row as many cells, or write “\\|” for a sign that parts none.';
    problems.error('unknown-markup', source.span(more), message, hint);
  }
}

function tableOf(node: Table, runs: (children: readonly PhrasingContent[]) => RichText): Block {
  const rows = node.children.map(row => row.children.map(cell => runs(cell.children)));
  const [header = [], ...body] = rows;
  const align = header.map((_, column) => {
    const asked = node.align?.[column];
    return asked === 'right' ? 'end' : asked === 'center' ? 'center' : 'start';
  });
  return { kind: 'table', header, rows: body, align };
}
