/**
 * A picture that stands over the text of its run: to the edges of one page, or across two facing pages, where each shows its
 * half of one and the same picture. The run and a height in; the room left for text and the picture as drawn out. Points.
 */

import { drawPicture, setCaption } from '../flow/figure.js';
import type { SetText, TextSetter } from '../flow/setter.js';
import type { Group, Item, Rectangle } from '../frame/frame.js';
import type { Manifest } from '../manifest/manifest.js';
import type { Gallery, GalleryPicture } from '../picture/gallery.js';
import type { Story, StoryPicture } from '../story/story.js';
import { type Area, outerSide } from './geometry.js';
import type { Run } from './run.js';
import { COST, UNTOUCHED } from './search/choice.js';
import type { RowContext } from './search/content.js';
import { Measure } from './search/measure.js';

export interface Opener {
  readonly kind: 'page' | 'spread';
  readonly story: Story;
  readonly picture: StoryPicture;
  readonly source: GalleryPicture;
  readonly binding: 'left' | 'right';
}

/** What one page shows of it. */
export interface PlacedOpener {
  readonly kind: Opener['kind'];
  readonly story: Pick<Story, 'id' | 'lang' | 'direction'>;
  readonly file: string;
  /** Of the picture and its caption, within the trim. */
  readonly area: Area;
  /** Share of the picture that both pages together show. */
  readonly shown: number;
  readonly items: readonly Item[];
}

/** Height of picture and caption over that of the body, at the least and at the most. */
const SHARES = { page: [0.45, 0.88], spread: [0.22, 0.6] } as const;
/** Heights that are tried, over the one that the text seems to leave. */
const TRIED = [1, 0.97, 1.03, 0.93, 1.07, 0.88];
/** Heights of a story alone on its page that are tried. */
const MOST_EXACT = 8;
/** Space over and under a caption. */
const CAPTION_GAP = 4;
const UNDER = 15;

/** The first picture of a story as an opener; undefined if its file could not be opened. */
export function openerOf(
  kind: Opener['kind'],
  story: Story,
  { pictures }: Gallery,
  { publication }: Pick<Manifest, 'publication'>,
): Opener | undefined {
  const [picture] = story.pictures;
  const source = picture && pictures.get(picture.file);
  return source && { kind, story, picture: picture!, source, binding: publication.binding };
}

/** Heights to try for picture and caption, from the body's top; `wanted` is how many pages the text takes. */
export function openerHeights(run: Run, opener: Opener, wanted: number): number[] {
  const context = run.contextOf(run.firstPage);
  const { setter, area } = context;
  const [least, most] = SHARES[opener.kind].map(share => share * area.height) as [number, number];
  const within = (height: number): number => setter.onGrid(Math.min(Math.max(height, least), most));
  if (opener.source.kind === 'drawing') {
    const { width, y } = pictureOf(run, opener, 0, run.firstPage);
    const natural = (width * opener.source.height) / opener.source.width;
    return [within(y + natural - area.y + extra(run, opener))];
  }
  const pages = run.pages.length;
  const [alone] = run.stories;
  if (pages === 1 && run.stories.length === 1) {
    const measure = new Measure(context);
    const options = measure.options({ stories: [alone!], from: UNTOUCHED }, measure.count);
    const best = [...options].sort((a, b) => a.cost - b.cost).slice(0, MOST_EXACT);
    const heights = best.map(({ height }) => area.height - height * setter.layout.grid);
    const fitting = heights.filter(height => height >= least && height <= most);
    if (fitting.length > 0) return fitting;
  }
  const free = ((pages - wanted) * area.height) / (opener.kind === 'spread' ? 2 : 1);
  return [...new Set(TRIED.map(share => within(free * share)))];
}

/** What the crop costs at a height. */
export function openerCost({ source, kind }: Opener, height: number, run: Run): number {
  if (source.kind === 'drawing') return 0;
  const { setter } = run.contextOf(run.firstPage);
  const { sheet } = setter.layout;
  const shape = height / (sheet.width * (kind === 'spread' ? 2 : 1));
  return Math.log((shape * source.width) / source.height) ** 2 * COST.scale;
}

/** True of pages that show the picture or a half of it. */
function shows({ pages: [first, second] }: Run, { kind }: Opener, page: number): boolean {
  return page === first || (kind === 'spread' && page === second);
}

/** The run with the room that the picture leaves. Over two pages the text goes on as over one, without jump lines. */
export function openedRun(run: Run, opener: Opener, height: number): Run {
  const contexts = new Map<number, RowContext>();
  const contextOf = (page: number): RowContext => {
    if (!shows(run, opener, page)) return run.contextOf(page);
    const known = contexts.get(page);
    if (known !== undefined) return known;
    const whole = run.contextOf(page);
    const { area } = whole;
    const joined = opener.kind === 'spread' ? { jumps: false, continuation: () => [] } : {};
    const left = { ...area, y: area.y + height, height: area.height - height };
    const context = { ...whole, ...joined, area: left };
    contexts.set(page, context);
    return context;
  };
  return { ...run, opener: undefined, contextOf };
}

/** The picture on a page of the run, `height` high with its caption; undefined on pages that do not show it. */
export function placeOpener(
  run: Run,
  opener: Opener,
  height: number,
  page: number,
): PlacedOpener | undefined {
  if (!shows(run, opener, page)) return undefined;
  const { picture, source, story, kind } = opener;
  const { setter, area } = run.contextOf(page);
  const whole = pictureOf(run, opener, height - extra(run, opener), page);
  const isFirst = page === run.firstPage;
  const drawn = drawPicture(picture, source, whole, setter);
  const figure: Group = {
    ...groupOf(isFirst ? 'figure' : 'furniture', story, drawn),
    alt: isFirst ? picture.alt : undefined,
    ...(kind === 'spread' ? { clip: halfOf(whole, opener, page, setter) } : {}),
  };
  const caption = isFirst ? captionOf(run, opener) : undefined;
  const lines = caption && setter.draw(caption, area.x, whole.y + whole.height + CAPTION_GAP);
  return {
    kind,
    story,
    file: picture.file,
    area: { x: area.x, y: area.y, width: area.width, height },
    shown: drawn[0]?.kind === 'picture' ? drawn[0].crop.width * drawn[0].crop.height : 1,
    items: lines === undefined ? [figure] : [figure, groupOf('caption', story, lines)],
  };
}

/** Numbered as the last picture of its story: those in the text are counted without it. */
function groupOf(role: Group['role'], { id, pictures }: Story, items: readonly Item[]): Group {
  const block = pictures.length - 1;
  return { kind: 'group', x: 0, y: 0, role, story: id, block, alt: undefined, items };
}

function captionOf({ contextOf, firstPage }: Run, { picture, story }: Opener): SetText | undefined {
  const { setter, area } = contextOf(firstPage);
  return setCaption(picture, area.width, setter, story.lang);
}

/** Room under the picture, for its caption and down to the text. */
function extra(run: Run, opener: Opener): number {
  const caption = captionOf(run, opener);
  return UNDER + (caption === undefined ? 0 : caption.height + CAPTION_GAP);
}

/**
 * The whole picture in the page's coordinates, down to `height` under the body's top. Under no page head it reaches the
 * sheet's edges and the bleed; across two pages it goes from margin to margin through both inside margins.
 */
function pictureOf(run: Run, { kind, binding }: Opener, height: number, page: number): Rectangle {
  const { setter, area } = run.contextOf(page);
  const { sheet, margins, head } = setter.layout;
  const bare = head.height === 0;
  const top = bare ? -sheet.bleed : area.y;
  const down = { y: top, height: area.y + height - top };
  const outside = bare ? -sheet.bleed : margins.outside;
  if (kind === 'page') {
    return bare
      ? { ...down, x: outside, width: sheet.width - 2 * outside }
      : { ...down, x: area.x, width: area.width };
  }
  const isLeft = outerSide(page, binding) === 'left';
  return { ...down, x: isLeft ? outside : outside - sheet.width, width: 2 * (sheet.width - outside) };
}

/** The page's half, and beyond the fold as much as is trimmed. */
function halfOf(whole: Rectangle, { binding }: Opener, page: number, setter: TextSetter): Rectangle {
  const { width, bleed } = setter.layout.sheet;
  const isLeft = outerSide(page, binding) === 'left';
  const from = isLeft ? whole.x : -bleed;
  const to = isLeft ? width + bleed : whole.x + whole.width;
  return { ...whole, x: from, width: to - from };
}
