/** The main head of the front page in a box on its picture: the head and the picture's area in, items out, if it leaves enough of it. */

import { type ColumnSet, spanWidth, spanX } from '../../flow/columns.js';
import type { TextSetter } from '../../flow/setter.js';
import type { Item } from '../../frame/frame.js';
import type { Area } from '../geometry.js';
import { type FrontHead, type HeadBlock, headBlock } from './head.js';

/** Sizes of the headline that are tried, as shares of its style's. */
const SCALES = [1, 0.9, 0.8, 0.7];
/** A box over more of the picture's height, or with more lines, is no head on a picture but a wall before it. */
const HIGHEST = 0.45;
const MOST_LINES = 3;
/** Space over and under the words over that at their sides. */
const FLAT = 0.8;

/**
 * The box at the foot of the picture, on the side where its language begins, or on the other one if only that leaves free what the
 * picture is about: the point `focus`, as shares of what is shown of it. Undefined where the layout has no such box, or the head
 * is too long for one.
 */
export function overlayHead(
  head: FrontHead,
  picture: Area,
  focus: readonly [number, number],
  setter: TextSetter,
): Item[] | undefined {
  const { front, columnWidth, columns, inks } = setter.layout;
  const { overlay } = front;
  if (overlay === undefined) return undefined;
  const { padding } = overlay;
  const { direction } = head.story;
  const set: ColumnSet = { ...columns, columnWidth, direction, x: picture.x };
  const span = Math.min(overlay.columns, columns.count);
  const width = spanWidth(set, span);
  const block = fittingBlock(
    head,
    width - 2 * padding,
    picture.height * HIGHEST - 2 * FLAT * padding,
    setter,
  );
  if (block === undefined) return undefined;
  const height = block.height + 2 * FLAT * padding;
  const y = picture.y + picture.height - height;
  const covers = (x: number): boolean => {
    const [across, down] = [picture.x + focus[0] * picture.width, picture.y + focus[1] * picture.height];
    return across > x && across < x + width && down > y;
  };
  const [start, end] = [spanX(set, 0, span), spanX(set, columns.count - span, span)];
  const x = covers(start) && !covers(end) ? end : start;
  return [
    { kind: 'box', x, y, width, height, ink: inks.get(overlay.ink)! },
    ...block.draw(x + padding, y + FLAT * padding),
  ];
}

/** The head as large as it can be within a height. */
function fittingBlock(
  head: FrontHead,
  width: number,
  highest: number,
  setter: TextSetter,
): HeadBlock | undefined {
  const styles = [
    'front-kicker-reversed',
    'front-headline-reversed',
    'front-deck',
    'front-kicker-reversed',
  ] as const;
  for (const scale of SCALES) {
    const block = headBlock({ ...head, deck: undefined }, styles, width, setter, scale);
    if (block.height <= highest && block.lines <= MOST_LINES) return block;
  }
  return undefined;
}
