/** A brief among briefs: a short story in, its head and body as pieces that flow with others through columns out. */

import type { Role } from '../frame/frame.js';
import type { RichText, Story } from '../story/story.js';
import type { BlockContext } from './blocks.js';
import type { Piece } from './piece.js';
import type { SetText } from './setter.js';

interface Part {
  readonly role: Role;
  readonly text: SetText;
  /** Space above and below. */
  readonly above: number;
  readonly below: number;
}

/** Numbers of the head's blocks; those of the body count from 0. */
const HEAD_BLOCK = -10;

/**
 * The head stays with the first lines of its text and is a whole number of body lines high; a line is left free over
 * it, but not at the top of a column.
 */
export function briefPieces(story: Story, body: readonly Piece[], context: BlockContext): Piece[] {
  const { setter, width, leading } = context;
  const parts: Part[] = [];
  const add = (text: RichText | undefined, style: string, role: Role): void => {
    if (text === undefined) return;
    const set = setter.set(text, style, story.lang, width);
    parts.push({ role, text: set, above: set.style.before, below: set.style.after });
  };
  add(story.kicker, 'kicker', 'kicker');
  add(story.headline, 'headline-brief', 'headline');
  add(story.deck, 'deck', 'deck');
  add(story.byline, 'byline', 'byline');
  const natural = parts.reduce((sum, { text, above, below }) => sum + above + text.height + below, 0);
  const spare = Math.ceil(natural / leading - 1e-6) * leading - natural;
  const { grid } = setter.layout;
  const spareOver = Math.floor(spare / 2 / grid) * grid;
  const head = parts.map(({ role, text, above, below }, index): Piece => {
    // What the head lacks to whole lines stands over it and, most of it, under it.
    const over = above + (index === 0 ? spareOver : 0);
    const under = below + (index === parts.length - 1 ? spare - spareOver : 0);
    return {
      height: over + text.height + under,
      before: index === 0 ? leading : 0,
      floats: false,
      mayEndColumn: false,
      role,
      block: HEAD_BLOCK + index,
      story: story.id,
      draw: (x, y) => setter.draw(text, x, y + over),
    };
  });
  return [...head, ...body.map(piece => ({ ...piece, story: story.id }))];
}
