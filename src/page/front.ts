/** The front page: masthead, one large picture with the main head on it, a second head, and teasers across the foot. */

import { spanWidth, spanX } from '../flow/columns.js';
import { isBeside, sideCredit } from '../flow/credit.js';
import { drawPicture, setCaption } from '../flow/figure.js';
import type { SetText, TextSetter } from '../flow/setter.js';
import type { Group, Item, Role } from '../frame/frame.js';
import type { StyleName } from '../manifest/layout.js';
import type { PanelFile } from '../manifest/schema-layout.js';
import type { Gallery } from '../picture/gallery.js';
import type { RichText, Story, StoryPicture } from '../story/story.js';
import type { Direction } from '../text/paragraph.js';
import type { Area } from './geometry.js';
import { type InsideBox, insideStrip } from './inside.js';
import { drawPanel, type PanelPlace, type Placeholders } from './panel.js';

/** A head on the front page that leads to a story inside. */
export interface FrontHead {
  readonly story: Story;
  readonly kicker: RichText | undefined;
  readonly headline: RichText;
  readonly deck: RichText | undefined;
  /** “Page 6” in the story's language. */
  readonly pageLine: RichText;
  readonly page: number;
}

export interface Teaser extends FrontHead {
  readonly picture: string | undefined;
}

export interface FrontContent {
  readonly masthead: PanelFile;
  readonly picture: StoryPicture;
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

/** Places in the order in which the page is read. */
const READ = { masthead: 0, main: 1, picture: 2, second: 3, teasers: 10 };

/** The whole page as one group. The picture takes what room the other parts leave. */
export function drawFront(content: FrontContent, context: FrontContext): Group {
  const { setter, area } = context;
  const { front } = setter.layout;
  const teasers = teaserStrip(content.teasers, context);
  const inside = insideStrip(content.inside, area.width, context.direction, setter);
  const second =
    content.second &&
    headBlock(content.second, ['front-kicker', 'front-second', 'front-deck'], area.width, setter);
  const beside = isBeside(content.picture, LEAST_SIDE, content.lang, setter);
  const shown = beside ? { ...content.picture, credit: undefined } : content.picture;
  const caption = setCaption(shown, area.width, setter, content.lang);
  const overlay = front.overlay === undefined ? undefined : mainHead(content.main, context);
  const below =
    front.overlay === undefined
      ? headBlock(content.main, ['front-kicker', 'front-headline', 'front-deck'], area.width, setter)
      : undefined;
  const title = drawPanel(content.masthead, context.place, context.fill, setter);
  const items: Item[] = [group('masthead', undefined, READ.masthead, title)];
  const { gap } = front;
  let bottom = area.y + area.height - teasers.height;
  items.push(...teasers.draw(bottom));
  if (inside.height > 0) {
    bottom -= inside.height + gap;
    items.push(...inside.draw(area.x, bottom, area.width));
  }
  const heads = [[second, READ.second] as const, [below, READ.main] as const];
  for (const [block, place] of heads) {
    if (block === undefined) continue;
    bottom -= block.height + gap;
    items.push(group('teaser', undefined, place, block.draw(area.x, bottom)));
  }
  const captionHeight = caption === undefined ? 0 : caption.height + 3;
  const top = area.y + content.masthead.height;
  const height = bottom - gap - captionHeight - top;
  if (height >= LEAST_PICTURE) {
    items.push(
      ...pictureWithCaption(content, caption, { x: area.x, y: top, width: area.width, height }, context),
    );
  }
  if (overlay !== undefined) items.push(group('teaser', undefined, READ.main, overlay.draw(top + height)));
  return group('front', undefined, 0, items);
}

/** A teaser's picture is read behind its head. */
const LAST = 10;

interface Block {
  readonly height: number;
  draw(x: number, y: number): Item[];
}

function headBlock(
  head: FrontHead,
  styles: readonly [StyleName, StyleName, StyleName, StyleName?],
  width: number,
  setter: TextSetter,
): Block {
  const parts: { text: SetText; role: Role }[] = [];
  const add = (text: RichText | undefined, style: StyleName, role: Role): void => {
    if (text !== undefined) parts.push({ text: setter.set(text, style, head.story.lang, width), role });
  };
  add(head.kicker, styles[0], 'kicker');
  add(head.headline, styles[1], 'headline');
  add(head.deck, styles[2], 'deck');
  add(head.pageLine, styles[3] ?? 'teaser-page', 'jump');
  const height = parts.reduce((sum, { text }) => sum + text.style.before + text.height + text.style.after, 0);
  return {
    height: setter.onGrid(height),
    draw: (x, y) => {
      let top = y;
      const items: Item[] = parts.map(({ text, role }, block) => {
        top += text.style.before;
        const lines = setter.draw(text, x, top);
        top += text.height + text.style.after;
        return group(role, head.story.id, block, lines);
      });
      const target = { page: head.page, story: head.story.id };
      items.push({ kind: 'link', x, y, width, height: top - y, target });
      return items;
    },
  };
}

function group(
  role: Role,
  story: string | undefined,
  block: number,
  items: readonly Item[],
  alt?: string,
): Group {
  return { kind: 'group', x: 0, y: 0, role, story, block, alt, items };
}

function pictureWithCaption(
  content: FrontContent,
  caption: SetText | undefined,
  area: Area,
  context: FrontContext,
): Item[] {
  const source = context.gallery.pictures.get(content.picture.file);
  if (source === undefined) return [];
  const picture = drawPicture(content.picture, source, area, context.setter);
  const place = { story: undefined, block: READ.picture };
  const items: Item[] = [group('figure', undefined, READ.picture, picture, content.picture.alt)];
  if (caption !== undefined) {
    const lines = context.setter.draw(caption, area.x, area.y + area.height + 3);
    items.push(group('caption', undefined, READ.picture, lines));
  }
  if (isBeside(content.picture, LEAST_SIDE, content.lang, context.setter))
    items.push(sideCredit(content.picture, area, content.lang, place, context.setter));
  return items;
}

/** The main head in a box at the foot of the picture, on the side where its language begins. */
function mainHead(head: FrontHead, context: FrontContext): { draw(foot: number): Item[] } {
  const { setter, area } = context;
  const { overlay } = setter.layout.front;
  const { columnWidth, columns } = setter.layout;
  if (overlay === undefined) return { draw: () => [] };
  const set = {
    count: columns.count,
    columnWidth,
    gutter: columns.gutter,
    direction: head.story.direction,
    x: area.x,
  };
  const span = Math.min(overlay.columns, columns.count);
  const width = spanWidth(set, span);
  const x = spanX(set, 0, span);
  const inner = width - 2 * overlay.padding;
  const block = headBlock(
    { ...head, deck: undefined },
    ['front-kicker-reversed', 'front-headline-reversed', 'front-deck', 'front-kicker-reversed'],
    inner,
    setter,
  );
  return {
    draw: foot => {
      const height = block.height + overlay.padding * 1.6;
      const ink = setter.layout.inks.get(overlay.ink)!;
      return [
        { kind: 'box', x, y: foot - height, width, height, ink },
        ...block.draw(x + overlay.padding, foot - height + overlay.padding * 0.8),
      ];
    },
  };
}

function teaserStrip(
  teasers: readonly Teaser[],
  context: FrontContext,
): { height: number; draw(y: number): Item[] } {
  if (teasers.length === 0) return { height: 0, draw: () => [] };
  const { setter, gallery, area, direction } = context;
  const { front, columns } = setter.layout;
  const width = (area.width - columns.gutter * (teasers.length - 1)) / teasers.length;
  const set = { count: teasers.length, columnWidth: width, gutter: columns.gutter, direction, x: area.x };
  const blocks = teasers.map(teaser =>
    headBlock({ ...teaser, kicker: undefined, deck: undefined }, ['kicker', 'teaser', 'deck'], width, setter),
  );
  const pictured = teasers.some(teaser => teaser.picture !== undefined);
  const pictureHeight = pictured ? front.teaserPicture + 6 : 0;
  const ruleGap = 9;
  const height = ruleGap + pictureHeight + Math.max(...blocks.map(block => block.height));
  const ink = setter.layout.inks.get(setter.layout.module.ruleInk)!;
  return {
    height,
    draw: y => {
      const items: Item[] = [
        { kind: 'rule', x1: area.x, y1: y, x2: area.x + area.width, y2: y, width: front.rule, ink },
      ];
      for (const [index, teaser] of teasers.entries()) {
        const x = spanX(set, index, 1);
        const parts: Item[] = [];
        const source = teaser.picture === undefined ? undefined : gallery.pictures.get(teaser.picture);
        if (source !== undefined) {
          const place = { x, y: y + ruleGap, width, height: front.teaserPicture };
          const alt = teaser.story.pictures.find(picture => picture.file === teaser.picture)?.alt;
          const picture = drawPicture({ focus: [0.5, 0.5] }, source, place, setter);
          parts.push(group('figure', teaser.story.id, LAST, picture, alt));
        }
        const block = blocks[index]!;
        parts.push(...block.draw(x, y + ruleGap + pictureHeight));
        items.push(group('teaser', undefined, READ.teasers + index, parts));
      }
      return items;
    },
  };
}
