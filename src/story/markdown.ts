/** A story's Markdown to blocks: text and the place of its first line in, blocks in reading order out. */

import type { PhrasingContent, RootContent, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import { nearestOf } from '../problem/nearest.js';
import type { Problems, Span } from '../problem/problem.js';
import { inlineRuns, type Locate, plainRun } from './inline.js';
import type { Block, RichText } from './story.js';

const BLOCK_NAMES = ['slogan', 'pull', 'sidebar', 'source'] as const;

const parse = (text: string): ReturnType<typeof fromMarkdown> =>
  fromMarkdown(text, {
    extensions: [directive(), gfmTable()],
    mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
  });

/** Blocks of a story. `origin` is where the text begins in its file. */
export function parseBlocks(text: string, origin: Span, problems: Problems): Block[] {
  const locate = locator(origin);
  return parse(text).children.flatMap(node => blocksOf(node, locate, problems));
}

const MARKUP = /[*_:[\]\\`<&\n]/;

/** A short text of one line or paragraph, such as a headline or a caption. */
export function parseInline(text: string, origin: Span, problems: Problems): RichText {
  if (!MARKUP.test(text)) return plainRun(text.trim(), origin);
  const { children } = parse(text);
  const only = children[0];
  if (children.length !== 1 || only?.type !== 'paragraph') return plainRun(text.replace(/\s+/g, ' ').trim(), origin);
  return inlineRuns(only.children, locator(origin), problems);
}

/** Markdown counts lines and columns from the text's own start; columns shift on its first line only. */
function locator(origin: Span): Locate {
  return node => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    return {
      file: origin.file,
      line: origin.line + line - 1,
      column: line === 1 ? origin.column + column - 1 : column,
      length: 1,
    };
  };
}

function blocksOf(node: RootContent, locate: Locate, problems: Problems): Block[] {
  const runs = (children: readonly PhrasingContent[]): RichText => inlineRuns(children, locate, problems);
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: runs(node.children) }];
    case 'heading':
      return [{ kind: 'subhead', text: runs(node.children) }];
    case 'list':
      return node.children.map((item, index) => ({
        kind: 'list-item',
        number: node.ordered === true ? (node.start ?? 1) + index : undefined,
        text: joinParagraphs(item.children, runs),
      }));
    case 'table':
      return [tableOf(node, runs)];
    case 'containerDirective':
      return containerOf(node, locate, problems);
    case 'leafDirective':
      return leafOf(node, locate, problems);
    default:
      problems.error('unknown-markup', locate(node), `this markup (${node.type}) has no meaning in a story`);
      return [];
  }
}

function joinParagraphs(
  children: readonly RootContent[],
  runs: (children: readonly PhrasingContent[]) => RichText,
): RichText {
  return children.flatMap(child => (child.type === 'paragraph' ? runs(child.children) : []));
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

function containerOf(node: ContainerDirective, locate: Locate, problems: Problems): Block[] {
  const blocks = node.children.flatMap(child => blocksOf(child as RootContent, locate, problems));
  switch (node.name) {
    case 'slogan':
    case 'pull':
    case 'source':
      return blocks.flatMap((block): Block[] =>
        block.kind === 'paragraph' ? [{ kind: node.name as 'slogan', text: block.text }] : [block],
      );
    case 'sidebar': {
      const title = node.attributes?.['title'];
      const columns = Number(node.attributes?.['columns'] ?? 1);
      const place = locate(node);
      return [
        {
          kind: 'sidebar',
          title: title ? parseInline(title, place, problems) : undefined,
          columns: Number.isInteger(columns) && columns > 0 ? columns : 1,
          blocks,
        },
      ];
    }
    default:
      unknownBlock(node.name, locate(node), ':::', problems);
      return blocks;
  }
}

function leafOf(node: LeafDirective, locate: Locate, problems: Problems): Block[] {
  if (node.name === 'source') return [{ kind: 'source', text: inlineRuns(node.children, locate, problems) }];
  unknownBlock(node.name, locate(node), '::', problems);
  return [];
}

function unknownBlock(name: string, span: Span, colons: string, problems: Problems): void {
  const nearest = nearestOf(name, BLOCK_NAMES);
  const hint = nearest === undefined ? `Known: ${BLOCK_NAMES.join(', ')}.` : `Did you mean “${nearest}”?`;
  problems.error('unknown-markup', span, `“${colons}${name}” is no block of a story`, hint);
}
