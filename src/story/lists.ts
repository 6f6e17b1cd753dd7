/** `:::list{columns=2}`: a fenced node and its blocks in, the list with its columns out. */

import type { ContainerDirective } from 'mdast-util-directive';
import { hintFor } from '../problem/nearest.js';
import type { Span } from '../problem/problem.js';
import type { BlockReader } from './source-text.js';
import type { Block, ListItem } from './story.js';

const MOST_COLUMNS = 4;

/** The list; blocks that are no entries are a problem and stay as they are. */
export function listOf(
  node: ContainerDirective,
  blocks: readonly Block[],
  span: Span,
  { problems }: BlockReader,
): Block[] {
  const { columns, ...others } = node.attributes ?? {};
  const [other] = Object.keys(others);
  if (other !== undefined)
    problems.error('unknown-markup', span, `a list has no “${other}”`, hintFor(other, ['columns']));
  const count = Number(columns ?? 2);
  const good = Number.isInteger(count) && count >= 1 && count <= MOST_COLUMNS;
  if (!good) {
    const message = `the columns of a list must be a whole number up to ${MOST_COLUMNS}, not “${columns}”`;
    problems.error('wrong-value', span, message, 'Write columns=2, for example.');
  }
  const items = blocks.filter((block): block is ListItem => block.kind === 'list-item');
  if (items.length < blocks.length) {
    const hint = 'Begin each entry with “- ” or a number; put other text above or below the list.';
    problems.error('unknown-markup', span, '“:::list” holds something that is no entry', hint);
  }
  return items.length === 0 ? [...blocks] : [{ kind: 'list', columns: good ? count : 2, items }];
}
