/** The front page: masthead, one large picture with the main head on it, a second head, and teasers across the foot. */

import { isBeside, sideCredit } from '../../flow/credit.js';
import { cropTo, drawPicture, setCaption } from '../../flow/figure.js';
import type { SetText, TextSetter } from '../../flow/setter.js';
import type { Group, Item } from '../../frame/frame.js';
import type { PanelFile } from '../../manifest/schema-layout.js';
import type { Gallery, GalleryPicture } from '../../picture/gallery.js';
import type { StoryPicture } from '../../story/story.js';
import type { Direction } from '../../text/paragraph.js';
import type { Area } from '../geometry.js';
import { drawPanel, type PanelPlace, type Placeholders } from '../panel.js';
import { type FrontHead, frontGroup, headBlock } from './head.js';
import { type InsideBox, insideStrip } from './inside.js';
import { overlayHead } from './overlay.js';
import { type Teaser, teaserStrip } from './teasers.js';

export interface FrontContent {
  readonly masthead: PanelFile;
  readonly picture: StoryPicture;
  /** Of the picture's caption and credit. */
  readonly lang: string;
  readonly main: FrontHead;
  readonly second: FrontHead | undefined;
  readonly teasers: readonly Teaser[];
  /** Lists of what is inside. */
  readonly inside: readonly InsideBox[];
}

export interface FrontContext {
  readonly setter: TextSetter;
  readonly gallery: Gallery;
  readonly fill: Placeholders;
  readonly place: PanelPlace;
  readonly direction: Direction;
  /** From the masthead to the foot of the type area. */
  readonly area: Area;
}

/** A picture for which the heads leave less is left out. Points. */
const LEAST_PICTURE = 24;
/** A credit no longer than this stands beside the picture. Points. */
const LEAST_SIDE = 200;
/** Space between picture and caption. Points. */
const CAPTION_GAP = 3;

/** Places in the order in which the page is read. */
const READ = { masthead: 0, main: 1, picture: 2, second: 3 };

/** The whole page as one group. The picture takes what room the other parts leave; a main head that is too long for it stands below. */
export function drawFront(content: FrontContent, context: FrontContext): Group {
  const { setter, area } = context;
  const title = drawPanel(content.masthead, context.place, context.fill, setter);
  const masthead = frontGroup('masthead', undefined, READ.masthead, title);
  const foot = drawFoot(content, context);
  const caption = captionOf(content, context);
  const captionHeight = caption === undefined ? 0 : caption.height + CAPTION_GAP;
  const pictureOver = (bottom: number): Area => {
    const y = area.y + content.masthead.height;
    return { x: area.x, y, width: area.width, height: bottom - setter.layout.front.gap - captionHeight - y };
  };
  const whole = pictureOver(foot.top);
  const overlay = overlayHead(content.main, whole, shownFocus(content, whole, context), setter);
  const below = headBlock(content.main, ['front-kicker', 'front-headline', 'front-deck'], area.width, setter);
  const belowTop = foot.top - below.height - setter.layout.front.gap;
  const place = overlay === undefined ? pictureOver(belowTop) : whole;
  return frontGroup('front', undefined, 0, [
    masthead,
    ...foot.items,
    ...(overlay === undefined
      ? [frontGroup('teaser', undefined, READ.main, below.draw(area.x, belowTop))]
      : []),
    ...(place.height >= LEAST_PICTURE ? drawMainPicture(content, caption, place, context) : []),
    ...(overlay === undefined ? [] : [frontGroup('teaser', undefined, READ.main, overlay)]),
  ]);
}

/** What stands under the main picture and its head, and where it begins. */
function drawFoot(content: FrontContent, context: FrontContext): { top: number; items: Item[] } {
  const { setter, area } = context;
  const { gap } = setter.layout.front;
  const teasers = teaserStrip(content.teasers, context);
  const inside = insideStrip(content.inside, area.width, context.direction, setter);
  let top = area.y + area.height - teasers.height;
  const items = [...teasers.draw(top)];
  if (inside.height > 0) {
    top -= inside.height + gap;
    items.push(...inside.draw(area.x, top, area.width));
  }
  if (content.second !== undefined) {
    const styles = ['front-kicker', 'front-second', 'front-deck'] as const;
    const second = headBlock(content.second, styles, area.width, setter);
    top -= second.height + gap;
    items.push(frontGroup('teaser', undefined, READ.second, second.draw(area.x, top)));
  }
  return { top, items };
}

function captionOf({ picture, lang }: FrontContent, { setter, area }: FrontContext): SetText | undefined {
  const beside = isBeside(picture, LEAST_SIDE, lang, setter);
  return setCaption(beside ? { ...picture, credit: undefined } : picture, area.width, setter, lang);
}

/** Where the focus of the main picture stands within what is shown of it in an area. */
function shownFocus(
  { picture }: FrontContent,
  area: Area,
  { gallery }: FrontContext,
): readonly [number, number] {
  const source: GalleryPicture | undefined = gallery.pictures.get(picture.file);
  if (source === undefined || source.kind === 'drawing' || area.height <= 0) return [0.5, 0.5];
  const crop = cropTo(source, area.width / area.height, picture.focus);
  return [(picture.focus[0] - crop.x) / crop.width, (picture.focus[1] - crop.y) / crop.height];
}

function drawMainPicture(
  { picture, lang }: FrontContent,
  caption: SetText | undefined,
  area: Area,
  { setter, gallery }: FrontContext,
): Item[] {
  const source = gallery.pictures.get(picture.file);
  if (source === undefined) return [];
  const drawn = drawPicture(picture, source, area, setter);
  const place = { story: undefined, block: READ.picture };
  const items: Item[] = [frontGroup('figure', undefined, READ.picture, drawn, picture.alt)];
  if (caption !== undefined) {
    const lines = setter.draw(caption, area.x, area.y + area.height + CAPTION_GAP);
    items.push(frontGroup('caption', undefined, READ.picture, lines));
  }
  if (isBeside(picture, LEAST_SIDE, lang, setter)) items.push(sideCredit(picture, area, lang, place, setter));
  return items;
}
