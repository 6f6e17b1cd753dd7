/** Credits along the side of their pictures: a credit and the picture's place in, upright text turned by a quarter out. */

import type { Group } from '../frame/frame.js';
import { directionOf, type StoryPicture } from '../story/story.js';
import type { SetText, TextSetter } from './setter.js';

/** Space between the picture and the heads of the letters. Points. */
const GAP = 2.5;
/** A measure that no credit fills. */
const UNBROKEN = 1_000;

type Credited = Pick<StoryPicture, 'credit'>;

/**
 * True if the layout wants the credit at the picture's side and it finds room there: `height` is the least that the picture
 * may have, in points.
 */
export function isBeside(picture: Credited, height: number, lang: string, setter: TextSetter): boolean {
  if (setter.layout.module.credit !== 'side' || (picture.credit ?? []).length === 0) return false;
  return setter.setLine(setCredit(picture, lang, setter), 0).natural <= height;
}

/**
 * The credit at the side where lines end, in the gutter or the margin: it begins at the picture's foot and runs up, the
 * heads of its letters towards the picture.
 */
export function sideCredit(
  picture: Credited,
  area: { x: number; y: number; width: number; height: number },
  lang: string,
  ofStory: Pick<Group, 'story' | 'block'>,
  setter: TextSetter,
): Group {
  const text = setCredit(picture, lang, setter);
  const line = setter.setLine(text, 0);
  const left = Math.min(...line.runs.map(run => run.x));
  const runs = line.runs.map(run => ({ ...run, x: run.x - left }));
  const heads = Math.max(...runs.map(({ face, size }) => (face.capHeight / face.unitsPerEm) * size));
  const foot = area.y + area.height;
  const rtl = directionOf(lang) === 'rtl';
  const x = rtl ? area.x - GAP - heads : area.x + area.width + GAP + heads;
  const items: Group['items'] = [
    { kind: 'turned', x, y: rtl ? foot - line.natural : foot, degrees: rtl ? 90 : -90, runs },
  ];
  return { kind: 'group', x: 0, y: 0, role: 'caption', ...ofStory, alt: undefined, items };
}

function setCredit({ credit }: Credited, lang: string, setter: TextSetter): SetText {
  return setter.set(credit ?? [], 'credit-side', lang, UNBROKEN, { align: 'start' });
}
