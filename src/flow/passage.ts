/** Passages in a story's column: a block in, what is set for it in its own language and the room round its passage out. */

import { type Block, directionOf } from '../story/story.js';
import type { BlockContext } from './blocks.js';
import type { Piece } from './piece.js';

/** The context for a block: of a passage its language, direction and alignment. */
export function contextOf({ passage }: Pick<Block, 'passage'>, context: BlockContext): BlockContext {
  if (passage === undefined) return context;
  const { lang = context.lang, align } = passage;
  const direction = passage.direction ?? (passage.lang === undefined ? context.direction : directionOf(lang));
  return { ...context, lang, direction, align };
}

/**
 * The pieces of a block with the room that parts its passage, or the text after one, from what stands above: a line, which
 * keeps step with the columns beside it; half a line where the passage's leading is another one and keeps none; nothing under
 * a subhead. The text after a passage begins in step again.
 */
export function partedFrom(
  previous: Block | undefined,
  block: Block,
  pieces: readonly Piece[],
  context: BlockContext,
): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined || previous === undefined || previous.passage === block.passage) return pieces;
  const { setter } = context;
  const [leading, above, below] = [context, contextOf(previous, context), contextOf(block, context)].map(
    ({ lang, bodyStyle }) => setter.style(bodyStyle, lang).leading,
  ) as [number, number, number];
  const inStep = above === leading && below === leading;
  const room = previous.kind === 'subhead' ? 0 : inStep ? leading : setter.onGrid(leading / 2);
  const parted = { ...first, before: Math.max(first.before, room) };
  return [block.passage === undefined ? { ...parted, step: context.leading } : parted, ...rest];
}
