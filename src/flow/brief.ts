/** Heads among the text: a short story or the rest of one in, its head as pieces that flow with the text out. */

import type { Role } from '../frame/frame.js';
import { inPart } from '../frame/parts.js';
import type { RichText, Story } from '../story/story.js';
import { HEAD_BLOCK } from './head.js';
import type { Piece } from './piece.js';
import type { SetText, TextSetter } from './setter.js';

interface Part {
  readonly role: Role;
  readonly text: SetText;
  /** Space above and below. */
  readonly above: number;
  readonly below: number;
}

/**
 * A small head for a column of `width` points. It stays with the first lines of its text and is a whole number of body
 * lines high; a line is left free over it, but not at the top of a column. `from` is the page that the story comes from: the
 * kicker then says so and leads there, and the headline stands here for the second time.
 */
export function headPieces(story: Story, width: number, setter: TextSetter, from?: number): Piece[] {
  const { leading } = setter.style('body', story.lang);
  const { grid } = setter.layout;
  const parts = partsOf(story, width, setter);
  const natural = parts.reduce((sum, { text, above, below }) => sum + above + text.height + below, 0);
  const spare = Math.ceil(natural / leading - 1e-6) * leading - natural;
  const spareOver = Math.floor(spare / 2 / grid) * grid;
  return parts.map(({ role, text, above, below }, index): Piece => {
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
      draw: (x, y) => {
        const items = setter.draw(text, x, y + over);
        if (from === undefined) return items;
        if (role !== 'kicker') return inPart(items, 'furniture');
        const place = { x, y: y + over, width, height: text.height };
        return [...inPart(items, 'jump', 2 * from + 1), { kind: 'link', ...place, target: { page: from } }];
      },
    };
  });
}

function partsOf(story: Story, width: number, setter: TextSetter): Part[] {
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
  return parts;
}

/** A brief as it flows with others through shared columns. */
export function briefPieces(
  story: Story,
  body: readonly Piece[],
  width: number,
  setter: TextSetter,
): Piece[] {
  return [...headPieces(story, width, setter), ...body.map(piece => ({ ...piece, story: story.id }))];
}
