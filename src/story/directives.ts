/** Blocks between colons: `:::pull`, `:::sidebar`, `::source[…]`; nodes in, blocks out, misspellings and open ends named. */

import type { Paragraph, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { hintFor, nearestOf } from '../problem/nearest.js';
import type { Span } from '../problem/problem.js';
import { contentsOf } from './contents.js';
import { inlineRuns } from './inline.js';
import { listOf } from './lists.js';
import { parseInline } from './parse-inline.js';
import { passageOf } from './passages.js';
import type { BlockReader } from './source-text.js';
import type { Block } from './story.js';

const BLOCK_NAMES = [
  'slogan',
  'pull',
  'sidebar',
  'passage',
  'source',
  'contents',
  'list',
  'signature',
] as const;

/** Blocks that a fenced node makes. */
export function containerOf(
  node: ContainerDirective,
  reader: BlockReader,
  blocksOf: (node: RootContent) => Block[],
): Block[] {
  const { source, problems } = reader;
  const { name } = node;
  const span = source.span(node, name.length + 3);
  checkClosed(node, span, reader);
  const blocks = node.children.flatMap(child => blocksOf(child as RootContent));
  if (!isBlockName(name)) {
    problems.error('unknown-markup', span, `“:::${name}” is no block of a story`, hintFor(name, BLOCK_NAMES));
    return blocks;
  }
  if (name === 'contents') return [contentsOf(node, span, reader)];
  if (blocks.length === 0)
    problems.error(
      'unknown-markup',
      span,
      `“:::${name}” has no text`,
      'Write its text below it, before the “:::”.',
    );
  if (name === 'sidebar' || name === 'passage') checkNesting(node, name, reader);
  if (name === 'sidebar') return [sidebarOf(node, blocks, span, reader)];
  if (name === 'passage') return passageOf(node, blocks, span, reader);
  if (name === 'list') return listOf(node, blocks, span, reader);
  return blocks.flatMap((block): Block[] =>
    block.kind === 'paragraph' ? [{ kind: name, text: block.text }] : [block],
  );
}

/** A sidebar stands beside the text, not in a block of it; and a passage has one language. */
function checkNesting(
  node: ContainerDirective,
  outer: 'sidebar' | 'passage',
  { source, problems }: BlockReader,
): void {
  for (const child of node.children) {
    if (child.type !== 'containerDirective') continue;
    const { name } = child;
    if (name !== 'sidebar' && (name !== 'passage' || outer === 'sidebar')) continue;
    const message = `a ${name} inside a ${outer} cannot stand here`;
    const span = source.span(child, name.length + 3);
    problems.error('unknown-markup', span, message, `Write it as a ${name} of its own.`);
  }
}

function isBlockName(name: string): name is (typeof BLOCK_NAMES)[number] {
  return BLOCK_NAMES.some(known => known === name);
}

/** Without its closing colons a block would take the rest of the story. */
function checkClosed(node: ContainerDirective, span: Span, { source, problems, outer }: BlockReader): void {
  const lines = source.slice(node).trimEnd().split('\n');
  if (lines.length > 1 && /^\s*:::+\s*$/.test(lines.at(-1)!)) return;
  // Colons close the outermost block that begins with as many.
  const hint =
    outer === undefined
      ? 'Put a line “:::” after its text.'
      : `Put a line “:::” after its text, and give the block round it one colon more: “::::${outer}”, “::::”.`;
  problems.error('unknown-markup', span, `“:::${node.name}” is not closed`, hint);
}

function sidebarOf(
  node: ContainerDirective,
  blocks: readonly Block[],
  span: Span,
  reader: BlockReader,
): Block {
  const { source, problems } = reader;
  const { title, columns, ...others } = node.attributes ?? {};
  const [other] = Object.keys(others);
  if (other !== undefined) {
    const hint = hintFor(other, ['title', 'columns']);
    problems.error('unknown-markup', span, `a sidebar has no “${other}”`, hint);
  }
  const width = Number(columns ?? 1);
  const good = Number.isInteger(width) && width > 0;
  if (!good) {
    const hint = 'Write columns=2, for example.';
    problems.error(
      'wrong-value',
      span,
      `the columns of a sidebar must be a whole number, not “${columns}”`,
      hint,
    );
  }
  const start = node.position?.start.offset ?? 0;
  const offset = title ? Math.max(0, source.text.indexOf(title, start) - start) : 0;
  return {
    kind: 'sidebar',
    title: title ? parseInline(title, source.place(start + offset), problems) : undefined,
    columns: good ? width : 1,
    blocks,
  };
}

/** `::source[…]`, `::signature[…]` and `::contents`, the blocks of one line. */
export function leafOf(node: LeafDirective, reader: BlockReader): Block[] {
  const { source, problems } = reader;
  const { name } = node;
  const span = source.span(node, name.length + 2);
  if (name === 'contents') return [contentsOf(node, span, reader)];
  if ((name === 'source' || name === 'signature') && node.children.length > 0) {
    return [{ kind: name, text: inlineRuns(node.children, source, problems) }];
  }
  if (name === 'source' || name === 'signature') {
    const example = name === 'source' ? 'Author, *Title*' : 'Name, town';
    problems.error(
      'unknown-markup',
      span,
      `“::${name}” has no text`,
      `Write it in brackets: ::${name}[${example}].`,
    );
    return [];
  }
  const nearest = nearestOf(name, BLOCK_NAMES);
  const hint =
    nearest === undefined
      ? hintFor(name, BLOCK_NAMES)
      : nearest === 'contents'
        ? 'Did you mean “::contents”?'
        : nearest === 'source' || nearest === 'signature'
          ? `Did you mean “::${nearest}[…]”?`
          : `Write “:::${nearest}” with three colons, its text below, and “:::” after it.`;
  problems.error('unknown-markup', span, `“::${name}” is no block of a story`, hint);
  return [];
}

/** Colons at the beginning of a line that began no block: `::: pull`, a `:::` too many, `:::pull text`. */
export function strayColons(node: Paragraph, { source, problems }: BlockReader): boolean {
  const lines = source.slice(node).split('\n');
  let start = node.position?.start.offset ?? 0;
  for (const line of lines) {
    const [, indent = '', colons, space, name = '', brace = ''] =
      /^([ \t]*)(:{2,})(\s*)([\w-]*)(\s+\{)?/.exec(line) ?? [];
    if (colons !== undefined) {
      const span = source.place(start + indent.length).at(0, line.trim().length);
      if (name === '')
        problems.error('unknown-markup', span, `this “${colons}” closes no block`, 'Take it out.');
      else {
        const known = nearestOf(name, BLOCK_NAMES) ?? 'pull';
        const hint =
          space === '' && brace === ''
            ? `Write “${colons}${known}” alone on its line and the text below it.`
            : `Write “${colons}${known}${brace === '' ? '' : '{…}'}” without the space.`;
        problems.error('unknown-markup', span, `“${colons}${space}${name}” begins no block`, hint);
      }
      return true;
    }
    start += line.length + 1;
  }
  return false;
}
