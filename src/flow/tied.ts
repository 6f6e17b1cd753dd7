/** Heads kept with what follows: the pieces of blocks in, the same with the places that no column may end at out. */

import { type Block, isBold } from '../story/story.js';
import type { Piece } from './piece.js';

/**
 * Ties a subhead, or a paragraph in bold such as a question, to two lines of what follows, and a text to who signed it. Blocks are
 * counted as in the pieces.
 */
export function tieHeads(pieces: readonly Piece[], blocks: readonly Block[]): Piece[] {
  const heads = headsAmong(blocks);
  return pieces.map((piece, at) =>
    isFirstUnderHead(pieces, at, heads) || endsTied(pieces, at, heads)
      ? { ...piece, mayEndColumn: false }
      : piece,
  );
}

/** Numbers of the blocks that stay with what follows: subheads, and paragraphs that are bold as a whole over others that are not. */
function headsAmong(blocks: readonly Block[]): ReadonlySet<number> {
  const isQuestion = (block: Block | undefined): boolean => block?.kind === 'paragraph' && isBold(block.text);
  const heads = [...blocks.entries()].filter(([index, block]) => {
    const next = blocks.slice(index + 1).find(({ kind }) => kind !== 'sidebar');
    return block.kind === 'subhead' || (isQuestion(block) && next !== undefined && !isQuestion(next));
  });
  return new Set(heads.map(([index]) => index));
}

/** True for the last line of a block that stays with the next: a head, or what is signed below. */
function endsTied(pieces: readonly Piece[], at: number, heads: ReadonlySet<number>): boolean {
  const { block } = pieces[at]!;
  const next = pieces[at + 1];
  if (next === undefined) return false;
  return next.role === 'byline' || (heads.has(block) && next.block !== block);
}

/** True for the line right under a head where more of its text follows: a head has two lines under it. */
function isFirstUnderHead(pieces: readonly Piece[], at: number, heads: ReadonlySet<number>): boolean {
  const { role, block } = pieces[at]!;
  const next = pieces[at + 1];
  if (role === 'quote' || next === undefined || next.between === true) return false;
  const above = pieces[at - 1]?.block;
  return above !== undefined && heads.has(above) && !heads.has(block);
}
