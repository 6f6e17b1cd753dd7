/** Teasers across the foot of the front page: heads with pictures in, a strip of even columns out. */

import { spanX } from '../../flow/columns.js';
import { drawPicture } from '../../flow/figure.js';
import type { TextSetter } from '../../flow/setter.js';
import type { Item } from '../../frame/frame.js';
import type { Gallery } from '../../picture/gallery.js';
import type { Direction } from '../../text/paragraph.js';
import type { Area } from '../geometry.js';
import { type FrontHead, frontGroup, headBlock } from './head.js';

export interface Teaser extends FrontHead {
  readonly picture: TeaserPicture | undefined;
}

/** A picture by its file, what of it must be seen as shares of its width and height, and what it says to who cannot see it. */
export interface TeaserPicture {
  readonly file: string;
  readonly focus: readonly [number, number];
  readonly alt: string | undefined;
}

export interface TeaserContext {
  readonly setter: TextSetter;
  readonly gallery: Gallery;
  readonly direction: Direction;
  readonly area: Pick<Area, 'x' | 'width'>;
}

/** The first teaser's place in the order of reading, and that of each one's picture behind its head. */
const READ = 10;
const LAST = 10;
/** Space under the rule over the strip, and under its pictures. Points. */
const RULE_GAP = 9;
const PICTURE_GAP = 6;

/** The strip, side by side in the publication's direction; 0 high without teasers. */
export function teaserStrip(
  teasers: readonly Teaser[],
  { setter, gallery, area, direction }: TeaserContext,
): { height: number; draw(y: number): Item[] } {
  if (teasers.length === 0) return { height: 0, draw: () => [] };
  const { front, columns, inks, module } = setter.layout;
  const width = (area.width - columns.gutter * (teasers.length - 1)) / teasers.length;
  const set = { count: teasers.length, columnWidth: width, gutter: columns.gutter, direction, x: area.x };
  const blocks = teasers.map(teaser =>
    headBlock({ ...teaser, kicker: undefined, deck: undefined }, ['kicker', 'teaser', 'deck'], width, setter),
  );
  const pictured = teasers.some(teaser => teaser.picture !== undefined);
  const pictureHeight = pictured ? front.teaserPicture + PICTURE_GAP : 0;
  const ink = inks.get(module.ruleInk)!;
  const draw = (y: number): Item[] => {
    const rule = { x1: area.x, y1: y, x2: area.x + area.width, y2: y, width: front.rule, ink };
    const top = y + RULE_GAP;
    const groups = teasers.map(({ story, picture }, index): Item => {
      const x = spanX(set, index, 1);
      const source = picture && gallery.pictures.get(picture.file);
      const place = { x, y: top, width, height: front.teaserPicture };
      const drawn = source && drawPicture(picture, source, place, setter);
      const figure = drawn === undefined ? [] : [frontGroup('figure', story.id, LAST, drawn, picture?.alt)];
      return frontGroup('teaser', undefined, READ + index, [
        ...figure,
        ...blocks[index]!.draw(x, top + pictureHeight),
      ]);
    });
    return [{ kind: 'rule', ...rule }, ...groups];
  };
  return { height: RULE_GAP + pictureHeight + Math.max(...blocks.map(block => block.height)), draw };
}
