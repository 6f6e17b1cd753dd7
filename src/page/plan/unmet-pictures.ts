/** Pictures that stand otherwise than the editor wished: a picture and its place in, unmet wishes with their reasons out. */

import type { Story } from '../../story/story.js';
import type { PlannedModule, PlannedPicture } from './flatplan.js';
import type { UnmetWish } from './wishes.js';

/** A part of a story and its page. */
type Part = PlannedModule & { readonly page: number };

/** Nothing of a picture that found no room: that is told of its story. `count` is how many columns a page has. */
export function unmetPicture(
  picture: Story['pictures'][number],
  part: Part | undefined,
  placed: PlannedPicture | undefined,
  { count }: { readonly count: number },
): UnmetWish[] {
  if (part === undefined || placed === undefined) return [];
  const name = picture.file.slice(picture.file.lastIndexOf('/') + 1);
  const { columns: wished, place } = picture;
  const { page } = part;
  const unmet: UnmetWish[] = [];
  if (wished !== undefined && placed.columns !== wished) {
    const wanted = `${name} in ${columnsOf(wished)}`;
    const got = columnsOf(placed.columns);
    const { why, hint } = placed.over === undefined ? whyNarrow(wished, part, count) : OVER[placed.over];
    unmet.push({ wish: 'picture columns', page, wanted, got, why, hint });
  }
  if (place !== undefined && placed.place !== place) {
    const why = placed.over === undefined ? 'other pictures stand there' : OVER[placed.over].why;
    unmet.push({
      wish: 'picture place',
      page,
      wanted: `${name} at the ${place}`,
      got: placed.place,
      why,
      hint: undefined,
    });
  }
  return unmet;
}

const AS_PLANNED = 'Take “columns” out, or begin the entry with another story.';
/** A picture over the text is as wide as its entry of the plan makes it. */
const OVER = {
  page: { why: 'the template of its page puts it over all columns', hint: AS_PLANNED },
  spread: { why: 'the plan runs it across two pages', hint: AS_PLANNED },
} as const;

function whyNarrow(wished: number, part: Part, count: number): Pick<UnmetWish, 'why' | 'hint'> {
  if (wished > count) return { why: `a page has ${columnsOf(count)}`, hint: undefined };
  if (part.columns >= wished) return { why: 'its page was fuller with it so', hint: undefined };
  return {
    why: `its story stands in ${columnsOf(part.columns)} here`,
    hint: `“columns: ${wished}” at the head of the story gives it the width.`,
  };
}

/** `2 columns`. */
export function columnsOf(columns: number): string {
  return count(columns, 'column');
}

export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
