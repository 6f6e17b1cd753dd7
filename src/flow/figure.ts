/** A picture with caption and credit as an insert: it is cropped to the height it is given, never distorted. */

import type { Crop, Group, Item } from '../frame/frame.js';
import type { GalleryPicture } from '../picture/gallery.js';
import { plainRun } from '../story/inline.js';
import { directionOf, type RichText, type StoryPicture } from '../story/story.js';
import { isBeside, sideCredit } from './credit.js';
import type { Insert } from './insert.js';
import { setLabels } from './labels.js';
import { type PictureRow, pictureRow, placeRow } from './picture-row.js';
import { COARSEST, FINE, widthsOf } from './picture-widths.js';
import type { SetText, TextSetter } from './setter.js';

/** Space between picture and caption. Points. */
const CAPTION_GAP = 3;
/** A picture takes no more than this share of a page's height, so that its story finds room beside or under it. */
const TALLEST = 0.7;

export interface FigureContext {
  readonly setter: TextSetter;
  readonly lang: string;
  /** The story's body leading: figures are whole lines high. */
  readonly leading: number;
  readonly story: string;
  /** Which picture of its story it is. */
  readonly block: number;
  /** Further pictures of its group. */
  readonly beside?: readonly GalleryPicture[];
}

/** A story's picture as an insert, as wide as its editor asked for or else as suits it. */
export function figureInsert(picture: StoryPicture, source: GalleryPicture, context: FigureContext): Insert {
  const { setter, lang, leading } = context;
  const { count } = setter.layout.columns;
  const widths =
    picture.columns === undefined ? widthsOf(source, setter) : ([Math.min(picture.columns, count)] as const);
  const row = pictureRow([source, ...(context.beside ?? [])]);
  const creditBeside = (width: number): boolean =>
    isBeside(picture, width * shapeAt(row, 0, setter), lang, setter);
  const captions = new Map<number, SetText | undefined>();
  const captionFor = (width: number): SetText | undefined => {
    if (!captions.has(width)) {
      const shown = creditBeside(width) ? { ...picture, credit: undefined } : picture;
      captions.set(width, setCaption(shown, width, setter, lang));
    }
    return captions.get(width);
  };
  const extra = (width: number): number => {
    const caption = captionFor(width);
    return caption === undefined ? 0 : caption.height + CAPTION_GAP;
  };
  const drawnHeight = (width: number, height: number): number => {
    const room = height - extra(width) - leading * 0.6;
    return row.kind === 'drawing' ? Math.min(room, (width * row.height) / row.width) : room;
  };
  const tallAt = (scale: number, width: number): number =>
    Math.min(
      width * shapeAt(row, scale, setter),
      pageHeight(setter) * TALLEST,
      highest(row, width, COARSEST),
    );
  return {
    columns: widths[0],
    widths,
    place: picture.place,
    picture,
    heightAt: (scale, width) => {
      return Math.ceil((tallAt(scale, width) + extra(width) + leading * 0.7) / leading) * leading;
    },
    fineHeight: width => highest(row, width, FINE) + extra(width) + leading * 0.7,
    spaceUnder: (width, height) => height - extra(width) - drawnHeight(width, height),
    coarseAt: (scale, width) => coarseness(row, width, tallAt(scale, width)),
    draw: ({ x, y, width, height }, gapAbove) => {
      const caption = captionFor(width);
      const pictureHeight = drawnHeight(width, height);
      const top = y + (gapAbove ? height - pictureHeight - extra(width) - 1 : 0);
      const area = { x, y: top, width, height: pictureHeight };
      const ofStory = { story: context.story, block: context.block };
      const items = placeRow(row, area, directionOf(lang)).flatMap(place =>
        drawPicture(picture, place.source, place.area, setter),
      );
      const figure: Group = {
        kind: 'group',
        x: 0,
        y: 0,
        role: 'figure',
        ...ofStory,
        alt: picture.alt,
        items,
      };
      const beside = creditBeside(width) ? [sideCredit(picture, area, lang, ofStory, setter)] : [];
      if (caption === undefined) return [figure, ...beside];
      const lines = setter.draw(caption, x, top + pictureHeight + CAPTION_GAP);
      return [
        figure,
        { kind: 'group', x: 0, y: 0, role: 'caption', ...ofStory, alt: undefined, items: lines },
        ...beside,
      ];
    },
  };
}

/** The height at which photographs across `width` points have so many pixels an inch, but no less than that of their own shape. */
function highest(row: PictureRow, width: number, ppi: number): number {
  return Math.max((pixelsDown(row) / ppi) * 72, (width * row.height) / row.width);
}

/** Pixels from head to foot of the coarsest photograph; without end for drawings. */
function pixelsDown({ sources }: PictureRow): number {
  return Math.min(...sources.flatMap(source => (source.kind === 'raster' ? source.height : [])));
}

/** By how much photographs are coarser than newsprint asks for, in e-foldings, at a width and height in points; 0 if they are not. */
function coarseness(row: PictureRow, width: number, tall: number): number {
  // The whole width or the whole height of a cropped picture is seen, whichever makes it larger.
  const inches = Math.max(tall, (width * row.height) / row.width) / 72;
  return Math.max(0, Math.log((FINE * inches) / pixelsDown(row)));
}

/** Height over width at a scale: raster pictures within the layout's crop limits, drawings as they are. */
function shapeAt(source: Omit<PictureRow, 'sources'>, scale: number, setter: TextSetter): number {
  const natural = source.height / source.width;
  if (source.kind === 'drawing') return natural;
  const { leastPicture, mostPicture } = setter.layout.module;
  return Math.min(Math.max(natural * scale, Math.min(leastPicture, natural)), Math.max(mostPicture, natural));
}

/** Height of a page between its head and its folio. */
function pageHeight({ layout }: TextSetter): number {
  const { sheet, margins, head, folio } = layout;
  return sheet.height - margins.top - margins.bottom - head.height - folio.height;
}

/** Caption and credit run on as one paragraph, the credit in its own style. */
export function setCaption(
  picture: Pick<StoryPicture, 'caption' | 'credit' | 'span'>,
  width: number,
  setter: TextSetter,
  lang: string,
): SetText | undefined {
  const caption = picture.caption ?? [];
  const credit = picture.credit ?? [];
  if (caption.length === 0 && credit.length === 0) return undefined;
  const space = caption.length > 0 && credit.length > 0 ? plainRun(' ', picture.span) : [];
  const text: RichText = [...caption, ...space, ...credit.map(run => ({ ...run, style: 'credit' as const }))];
  return setter.set(text, 'caption', lang, width);
}

const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** The picture itself, filling an area: rasters cropped round their focus point, drawings to scale with their labels set. */
export function drawPicture(
  picture: Pick<StoryPicture, 'focus'>,
  source: GalleryPicture,
  area: { x: number; y: number; width: number; height: number },
  setter: TextSetter,
): Item[] {
  if (source.kind === 'raster') {
    const crop = cropTo(source, area.width / area.height, picture.focus);
    return [{ kind: 'picture', ...area, file: source.file, crop }];
  }
  const scale = Math.min(area.width / source.width, area.height / source.height);
  const x = area.x + (area.width - source.width * scale) / 2;
  if (source.vector === undefined) {
    const size = { width: source.width * scale, height: source.height * scale };
    return [{ kind: 'picture', x, y: area.y, ...size, file: source.file, crop: WHOLE }];
  }
  const labels = setLabels(source, source.vector.labels, { x, y: area.y, scale }, setter);
  return [{ kind: 'drawing', x, y: area.y, scale, shapes: source.vector.shapes }, ...labels];
}

/** The largest part of a picture with the wanted shape (width over height) that keeps the focus point as central as can be. */
export function cropTo(source: GalleryPicture, shape: number, focus: readonly [number, number]): Crop {
  const natural = source.width / source.height;
  if (natural > shape) {
    const width = shape / natural;
    return { x: clamp(focus[0] - width / 2, 0, 1 - width), y: 0, width, height: 1 };
  }
  const height = natural / shape;
  return { x: 0, y: clamp(focus[1] - height / 2, 0, 1 - height), width: 1, height };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
