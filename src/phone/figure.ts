/** A picture in the one column of a phone's page: across the screen, its caption under it; sources in, a piece out. */

import { drawPicture, setCaption } from '../flow/figure.js';
import { pictureRow, placeRow } from '../flow/picture-row.js';
import type { Piece } from '../flow/piece.js';
import type { TextSetter } from '../flow/setter.js';
import type { Group, Item } from '../frame/frame.js';
import type { GalleryPicture } from '../picture/gallery.js';
import { directionOf, type StoryPicture } from '../story/story.js';

/** Space between pictures of one figure, and between picture and caption. Points. */
const GAP = 5;
/** A picture is no lower, however long its caption is. Points. */
const LEAST = 60;

export interface FigureContext {
  readonly setter: TextSetter;
  readonly lang: string;
  /** By how much pictures stand out of the column on both sides. Points. */
  readonly reach: number;
  /** The most that a figure may be high, caption and space included. Points. */
  readonly tallest: number;
  /** The most height over width of a photograph, if not as the layout has it. */
  readonly shape?: number;
  /** The story, and which of its blocks the figure is. */
  readonly story: string | undefined;
  readonly block: number;
}

/**
 * Pictures of a group stand one under another, or side by side where that would be too high. Photographs are cropped to the
 * layout's limits, and the figure to a `height` where one is given; drawings never are.
 */
export function figurePiece(
  picture: StoryPicture,
  sources: readonly [GalleryPicture, ...GalleryPicture[]],
  context: FigureContext,
  height?: number,
): Piece {
  const { setter, lang, reach, story, block } = context;
  const { columnWidth } = setter.layout;
  const caption = setCaption(picture, columnWidth, setter, lang);
  const under = caption === undefined ? 0 : GAP + caption.height;
  const space = setter.onGrid(setter.style('body', lang).leading * 0.6);
  const roomIn = (whole: number): number => Math.max(LEAST, whole - under - space);
  const most = roomIn(context.tallest);
  const width = columnWidth + 2 * reach;
  const shape = context.shape ?? setter.layout.module.mostPicture;
  const tallest = Math.min(shape * width, roomIn(height ?? Number.POSITIVE_INFINITY));
  const rows = rowsOf(sources, width, most, tallest, reach > 0);
  const tall = rows.reduce((sum, row) => sum + row.height + GAP, -GAP);
  const group = (role: 'figure' | 'caption', items: readonly Item[]): Group => ({
    ...{ kind: 'group', x: 0, y: 0, role, story, block, items },
    alt: role === 'figure' ? picture.alt : undefined,
  });
  return {
    height: setter.onGrid(tall + under) + space,
    before: space,
    floats: true,
    mayEndColumn: true,
    whole: true,
    role: 'figure',
    block: FIGURE_BLOCK - block,
    draw: (x, y) => {
      let top = y;
      const items = rows.flatMap(row => {
        const area = { x: x - reach + row.inset, y: top, width: width - 2 * row.inset, height: row.height };
        top += row.height + GAP;
        const places = placeRow(pictureRow(row.sources), area, directionOf(lang));
        return places.flatMap(place => drawPicture(picture, place.source, place.area, setter));
      });
      const figure = group('figure', items);
      return caption === undefined
        ? [figure]
        : [figure, group('caption', setter.draw(caption, x, y + tall + GAP))];
    },
  };
}

/** Figures are blocks of their own; those of the text count from 0. */
const FIGURE_BLOCK = -1000;

interface Row {
  readonly sources: readonly [GalleryPicture, ...GalleryPicture[]];
  readonly height: number;
  /** By how much it keeps away from the sides. */
  readonly inset: number;
}

/** Drawings, whose labels may stand at their edges, keep this far from those of the screen. Points. */
const INSET = 8;

/** Pictures under one another, or all in one row; no higher than `most` together, and photographs than `tallest` each. */
function rowsOf(
  sources: Row['sources'],
  width: number,
  most: number,
  tallest: number,
  reaches: boolean,
): Row[] {
  const rowOf = (own: Row['sources']): Row => {
    const row = pictureRow(own);
    const inset = row.kind === 'drawing' && reaches ? INSET : 0;
    const natural = ((width - 2 * inset) * row.height) / row.width;
    const limit = row.kind === 'raster' ? Math.min(tallest, most) : most;
    return { sources: own, height: Math.min(natural, limit), inset };
  };
  const stacked = sources.map(source => rowOf([source]));
  const total = stacked.reduce((sum, row) => sum + row.height + GAP, -GAP);
  return total <= most ? stacked : [rowOf(sources)];
}
