/** The head of a story: kicker, headline, deck and byline across the columns of its module. */

import type { Group, Item, Role } from '../frame/frame.js';
import type { StyleName } from '../manifest/layout.js';
import type { RichText, Story, Weight } from '../story/story.js';
import type { SetText, TextSetter } from './setter.js';

/** A head ready to be placed. */
export interface Head {
  /** Whole grid steps, space below included. Points. */
  readonly height: number;
  readonly headline: HeadlineFit;
  draw(x: number, y: number): readonly Item[];
}

/** The size a headline came out at, for reports. */
export interface HeadlineFit {
  readonly weight: Weight;
  /** Its size over that of its style. */
  readonly scale: number;
  /** What would be wrong one size larger: too many lines, or a torn word; undefined at full size. */
  readonly limit: 'lines' | 'word' | undefined;
}

interface Part {
  readonly role: Role;
  readonly text: SetText;
  readonly before: number;
  readonly after: number;
}

/** Sizes to try when a headline takes too many lines or a word does not fit. */
const SHRINK = [0.92, 0.85, 0.78, 0.7, 0.62];
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
  const { set: headline, ...fit } = fitHeadline(story, weight, width, setter);
  parts.push({ role: 'headline', text: headline, before: 0, after: headline.style.after });
  if (deckInHead) add(story.deck, 'deck', 'deck');
  if (deckInHead) add(story.byline, 'byline', 'byline');
  const height = setter.onGrid(
    parts.reduce((sum, part) => sum + part.before + part.text.height + part.after, 0),
  );
  return {
    height,
    headline: { weight, ...fit },
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
function fitHeadline(
  story: Story,
  weight: Weight,
  width: number,
  setter: TextSetter,
): { readonly set: SetText } & Pick<HeadlineFit, 'scale' | 'limit'> {
  const fitAt = (scale: number, limit: HeadlineFit['limit']) => ({
    set: setter.set(story.headline, `headline-${weight}`, story.lang, width, {
      scale,
      ...(story.fit ? { fit: true } : {}),
    }),
    scale,
    limit,
  });
  const faultOf = ({ lines }: SetText): HeadlineFit['limit'] => {
    if (lines.some(line => line.torn)) return 'word';
    return lines.length > MOST_LINES[weight] ? 'lines' : undefined;
  };
  let fit = fitAt(1, undefined);
  for (const scale of SHRINK) {
    const fault = faultOf(fit.set);
    if (fault === undefined) return fit;
    fit = fitAt(scale, fault);
  }
  for (const scale of SHRINK_TO_WORD) if (faultOf(fit.set) === 'word') fit = fitAt(scale, 'word');
  return fit;
}
