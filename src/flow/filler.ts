/** A filler set for a width: its texts and picture in, a tinted box of any height within its limits out. */

import type { Group, Item, Rectangle } from '../frame/frame.js';
import type { GalleryPicture } from '../picture/gallery.js';
import { directionOf, type RichText } from '../story/story.js';
import { drawPicture } from './figure.js';
import type { TextSetter } from './setter.js';

/** A slogan, a small box or an advertisement of the house, in one language. */
export interface Filler {
  /** Which filler of the publication it is: the same in all its languages. */
  readonly entry: number;
  readonly lang: string;
  readonly title: RichText;
  readonly text: RichText | undefined;
  readonly picture: GalleryPicture | undefined;
  /** What stands for the picture where it is not seen; one without it is decoration. */
  readonly alt: string | undefined;
}

/** Lengths in points. */
export interface SetFiller {
  readonly least: number;
  readonly most: number;
  /** White over and under its words in a box of that height. */
  whiteAt(height: number): number;
  draw(x: number, y: number, height: number): Item[];
}

/** Space between title, text and picture. */
const BETWEEN = 6;
/** Height of a picture over its width. */
const LEAST_PICTURE = 0.35;
const MOST_PICTURE = 1.2;
/** A box of text is no higher than so many times what its text needs. */
const LOOSEST = 2.2;

/** From so many columns on, a box has larger type, and its picture beside the words. */
const WIDE = 2.5;
const WIDE_SCALE = 1.5;
/** Share of a wide box that its picture takes at the end of the lines, the space beside it, and height over width. */
const PICTURE_SHARE = 0.36;
const BESIDE = 18;
const LEAST_BESIDE = 0.25;
const MOST_BESIDE = 0.85;
/** A wide box too high for that has its picture over still larger words; height over width. */
const LARGE_SCALE = 2;
const MOST_LARGE = 0.75;

/** The filler in a box `width` points wide. */
export function setFiller(filler: Filler, width: number, setter: TextSetter): SetFiller {
  const { module, inks, columnWidth } = setter.layout;
  const padding = module.sidebarPadding;
  const inner = width - 2 * padding;
  const contents =
    width >= WIDE * columnWidth
      ? wideAd(filler, inner, setter)
      : overWords(filler, inner, 1, MOST_PICTURE, setter);
  const frame = 2 * padding + module.sidebarRule;
  const ink = (name: string) => inks.get(name)!;
  return {
    least: contents.least + frame,
    most: contents.most + frame,
    whiteAt: height => contents.whiteAt(height - frame),
    draw: (x, y, height) => {
      const top = y + module.sidebarRule + padding;
      const rule = { x1: x, y1: y, x2: x + width, y2: y, width: module.sidebarRule };
      const items: Item[] = [
        { kind: 'box', x, y, width, height, ink: ink(module.sidebarInk) },
        { kind: 'rule', ...rule, ink: ink(module.ruleInk) },
        ...contents.draw(x + padding, top, height - frame),
      ];
      return [{ kind: 'group', x: 0, y: 0, role: 'sidebar', story: undefined, alt: undefined, items }];
    },
  };
}

/** The picture beside the words, or over them where the box is too high for that. */
function wideAd(filler: Filler, width: number, setter: TextSetter): SetFiller {
  const beside = besideWords(filler, width, setter);
  if (filler.picture === undefined) return beside;
  const over = overWords(filler, width, LARGE_SCALE, MOST_LARGE, setter);
  const at = (height: number): SetFiller => (height > beside.most ? over : beside);
  return {
    least: beside.least,
    most: over.most,
    whiteAt: () => 0,
    draw: (x, y, height) => at(height).draw(x, y, height),
  };
}

/** The picture, up to so many times as high as wide, over the words, or the words alone in the middle. */
function overWords(
  filler: Filler,
  width: number,
  scale: number,
  highest: number,
  setter: TextSetter,
): SetFiller {
  const { picture, alt } = filler;
  const words = setWords(filler, width, scale, setter);
  if (picture === undefined) return wordsAlone(words);
  return {
    least: words.height + BETWEEN + width * LEAST_PICTURE,
    most: words.height + BETWEEN + width * highest,
    whiteAt: () => 0,
    draw: (x, y, height) => {
      const area = { x, y, width, height: height - words.height - BETWEEN };
      return [drawAd(picture, alt, area, setter), ...words.draw(x, y + height - words.height)];
    },
  };
}

/** The picture at the end of the words' lines, both in the middle of the height. */
function besideWords(filler: Filler, width: number, setter: TextSetter): SetFiller {
  const { picture, alt, lang } = filler;
  if (picture === undefined) return wordsAlone(setWords(filler, width, WIDE_SCALE, setter));
  const wide = width * PICTURE_SHARE;
  const rest = width - wide - BESIDE;
  const words = setWords(filler, rest, WIDE_SCALE, setter);
  const isRtl = directionOf(lang) === 'rtl';
  return {
    least: Math.max(words.height, wide * LEAST_BESIDE),
    most: Math.max(words.height, wide * MOST_BESIDE),
    whiteAt: () => 0,
    draw: (x, y, height) => [
      drawAd(picture, alt, { x: isRtl ? x : x + rest + BESIDE, y, width: wide, height }, setter),
      ...words.draw(isRtl ? x + wide + BESIDE : x, y + (height - words.height) / 2),
    ],
  };
}

/** Lengths in points. */
interface Words {
  readonly height: number;
  draw(x: number, y: number): Item[];
}

function wordsAlone({ height: own, draw }: Words): SetFiller {
  return {
    least: own,
    most: own * LOOSEST,
    whiteAt: height => height - own,
    draw: (x, y, height) => draw(x, y + (height - own) / 2),
  };
}

/** Title and text, centred. */
function setWords({ lang, title, text }: Filler, width: number, scale: number, setter: TextSetter): Words {
  const options = { align: 'center', scale } as const;
  const heading = setter.set(title, 'slogan', lang, width, options);
  const body = text && setter.set(text, 'sidebar', lang, width, options);
  return {
    height: heading.height + (body === undefined ? 0 : BETWEEN + body.height),
    draw: (x, y) => [
      ...setter.draw(heading, x, y),
      ...(body === undefined ? [] : setter.draw(body, x, y + heading.height + BETWEEN)),
    ],
  };
}

/** A photograph fills the area, a drawing stands in its middle. */
function drawAd(
  picture: GalleryPicture,
  alt: string | undefined,
  area: Rectangle,
  setter: TextSetter,
): Group {
  const natural = (area.width * picture.height) / picture.width;
  const height = picture.kind === 'raster' ? area.height : Math.min(area.height, natural);
  const middle = { ...area, y: area.y + (area.height - height) / 2, height };
  const items = drawPicture({ focus: [0.5, 0.5] }, picture, middle, setter);
  return { kind: 'group', x: 0, y: 0, role: 'figure', story: undefined, alt, items };
}
