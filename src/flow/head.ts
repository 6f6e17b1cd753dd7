/** The head of a story: kicker, headline, deck and byline across the columns of its module. */

import type { Group, Item, Role } from '../frame/frame.js';
import type { StyleName } from '../manifest/layout.js';
import type { RichText, Story, Weight } from '../story/story.js';
import type { SetText, TextSetter } from './setter.js';

/** A head ready to be placed. */
export interface Head {
  /** Whole grid steps, space below included. Points. */
  readonly height: number;
  draw(x: number, y: number): readonly Item[];
}

interface Part {
  readonly role: Role;
  readonly text: SetText;
  readonly before: number;
  readonly after: number;
}

/** Sizes to try when a headline takes too many lines or a word does not fit. */
const SHRINK = [1, 0.92, 0.85, 0.78, 0.7, 0.62];
/** Sizes to try beyond those, only where a word would be torn. */
const SHRINK_TO_WORD = [0.54, 0.46, 0.38, 0.3];
const MOST_LINES: Readonly<Record<Weight, number>> = { lead: 2, major: 3, normal: 4, brief: 5 };

/** The head for a module `width` points wide. `deckInHead` is false where the deck opens the first column instead. */
export function setHead(
  story: Story,
  weight: Weight,
  width: number,
  deckInHead: boolean,
  setter: TextSetter,
): Head {
  const parts: Part[] = [];
  const add = (text: RichText | undefined, style: StyleName, role: Role): void => {
    if (text === undefined) return;
    const set = setter.set(text, style, story.lang, width);
    parts.push({ role, text: set, before: set.style.before, after: set.style.after });
  };
  add(story.kicker, 'kicker', 'kicker');
  const headline = fitHeadline(story, weight, width, setter);
  parts.push({ role: 'headline', text: headline, before: 0, after: headline.style.after });
  if (deckInHead) add(story.deck, 'deck', 'deck');
  if (deckInHead) add(story.byline, 'byline', 'byline');
  const height = setter.onGrid(
    parts.reduce((sum, part) => sum + part.before + part.text.height + part.after, 0),
  );
  return {
    height,
    draw: (x, y) => {
      let top = y;
      return parts.map((part): Group => {
        top += part.before;
        const items = setter.draw(part.text, x, top);
        top += part.text.height + part.after;
        return { kind: 'group', x: 0, y: 0, role: part.role, story: story.id, alt: undefined, items };
      });
    },
  };
}

/** The largest size at which the headline takes few enough lines and no word is torn. */
function fitHeadline(story: Story, weight: Weight, width: number, setter: TextSetter): SetText {
  const setAt = (scale: number): SetText =>
    setter.set(story.headline, `headline-${weight}`, story.lang, width, {
      scale,
      ...(story.fit ? { fit: true } : {}),
    });
  const isTorn = (set: SetText): boolean => set.lines.some(line => line.torn);
  let set = setAt(1);
  for (const scale of SHRINK) {
    set = setAt(scale);
    if (set.lines.length <= MOST_LINES[weight] && !isTorn(set)) return set;
  }
  for (const scale of SHRINK_TO_WORD) if (isTorn(set)) set = setAt(scale);
  return set;
}
