/** The head of a story: kicker, headline, deck and byline across the columns of its module. */

import type { Group, Item, Role } from '../frame/frame.js';
import type { StyleName } from '../manifest/layout.js';
import type { RichText, Story, Weight } from '../story/story.js';
import type { SetText, TextSetter } from './setter.js';

/** A head ready to be placed. */
export interface Head {
  /** Whole grid steps, space below included; more where the module's text begins lower. Points. */
  readonly height: number;
  readonly headline: HeadlineFit;
  /** Area beside the headline's lines that stays free, in square points. */
  readonly beside: number;
  /** What `height` is more than the head needs stands over its last part, so that the byline is as near the text everywhere. */
  draw(x: number, y: number, height: number): readonly Item[];
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

/** Number of a head's first block; those of the body count from 0. */
export const HEAD_BLOCK = -10;

/** Sizes to try when a headline takes too many lines or a word does not fit. */
const SHRINK = [0.92, 0.85, 0.78, 0.7, 0.62];
/** Sizes to try beyond those, only where a word would be torn. */
const SHRINK_TO_WORD = [0.54, 0.46, 0.38, 0.3];
const MOST_LINES: Readonly<Record<Weight, number>> = { lead: 2, major: 3, normal: 4, brief: 5 };

/** The smallest and largest size of a headline, as shares of its style's. */
const SMALLEST_HEAD = 0.78;
const LARGEST_HEAD = 1.25;
/** Lines of a head are balanced: together they fill about so much of their measure when they just fit. */
const FULL_LINE = 0.985;
const FULL_LINES = 0.9;

/**
 * Sizes for a headline over a module `width` points wide, as shares of its style's: the style's own, one larger and one
 * smaller, and those at which one, two or three lines fill the measure.
 */
export function headSizes(story: Story, weight: Weight, width: number, setter: TextSetter): number[] {
  const { shaped } = setter.set(story.headline, `headline-${weight}`, story.lang, width);
  const natural = shaped.advances.reduce((sum, advance) => sum + advance, 0);
  const full = [1, 2, 3].map(lines => (lines * width * (lines === 1 ? FULL_LINE : FULL_LINES)) / natural);
  const sizes = [1, 0.9, 1.12, ...full.map(size => Math.floor(size * 50) / 50)];
  return [...new Set(sizes)].filter(size => size >= SMALLEST_HEAD && size <= LARGEST_HEAD);
}

/**
 * The head for a module `width` points wide, its headline at `size` times its style's size or what fits of it.
 * `deckInHead` is false where the deck opens the first column instead.
 */
export function setHead(
  story: Story,
  weight: Weight,
  width: number,
  deckInHead: boolean,
  setter: TextSetter,
  size = 1,
): Head {
  const parts: Part[] = [];
  const add = (text: RichText | undefined, style: StyleName, role: Role): void => {
    if (text === undefined) return;
    const set = setter.set(text, style, story.lang, width);
    parts.push({ role, text: set, before: set.style.before, after: set.style.after });
  };
  add(story.kicker, 'kicker', 'kicker');
  const { set: headline, ...fit } = fitHeadline(story, weight, width, setter, size);
  parts.push({ role: 'headline', text: headline, before: 0, after: headline.style.after });
  if (deckInHead) add(story.deck, 'deck', 'deck');
  if (deckInHead) add(story.byline, 'byline', 'byline');
  const needed = parts.reduce((sum, part) => sum + part.before + part.text.height + part.after, 0);
  return {
    height: setter.onGrid(needed),
    headline: { weight, ...fit },
    beside: besideLines(headline),
    draw: (x, y, height) => {
      let top = y;
      return parts.map((part, index): Group => {
        const block = HEAD_BLOCK + index;
        const isLast = index === parts.length - 1 && part.role !== 'headline';
        top += part.before + (isLast ? height - needed : 0);
        const items = setter.draw(part.text, x, top);
        top += part.text.height + part.after;
        return { kind: 'group', x: 0, y: 0, role: part.role, story: story.id, block, alt: undefined, items };
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
  size: number,
): { readonly set: SetText } & Pick<HeadlineFit, 'scale' | 'limit'> {
  const fitAt = (scale: number, limit: HeadlineFit['limit']) => ({
    set: setter.set(story.headline, `headline-${weight}`, story.lang, width, {
      scale: scale * size,
      ...(story.fit ? { fit: true } : {}),
    }),
    scale: scale * size,
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

function besideLines({ lines, shaped, width, style }: SetText): number {
  const free = lines.map(({ from, to }) => {
    let natural = 0;
    for (let index = from; index < to; index++) natural += shaped.advances[index]!;
    return Math.max(0, width - natural);
  });
  return free.reduce((sum, room) => sum + room * style.leading, 0);
}
