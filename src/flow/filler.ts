/** A filler set for a width: its texts and picture in, a tinted box of any height within its limits out. */

import type { Item } from '../frame/frame.js';
import type { GalleryPicture } from '../picture/gallery.js';
import type { RichText } from '../story/story.js';
import { drawPicture } from './figure.js';
import type { SetText, TextSetter } from './setter.js';

/** A slogan, a small box or an advertisement of the house, in one language. */
export interface Filler {
  /** Which filler of the publication it is: the same in all its languages. */
  readonly entry: number;
  readonly lang: string;
  readonly title: RichText;
  readonly text: RichText | undefined;
  readonly picture: GalleryPicture | undefined;
}

/** Lengths in points. */
export interface SetFiller {
  readonly least: number;
  readonly most: number;
  draw(x: number, y: number, height: number): Item[];
}

/** Space between title, text and picture. */
const BETWEEN = 6;
/** Height of a picture over its width. */
const LEAST_PICTURE = 0.35;
const MOST_PICTURE = 1.2;
/** A box of text is no higher than so many times what its text needs. */
const LOOSEST = 2.2;

/** The filler in a box `width` points wide. */
export function setFiller(
  { lang, title, text, picture }: Filler,
  width: number,
  setter: TextSetter,
): SetFiller {
  const { module, inks } = setter.layout;
  const padding = module.sidebarPadding;
  const inner = width - 2 * padding;
  const heading = setter.set(title, 'slogan', lang, inner, { align: 'center' });
  const body = text && setter.set(text, 'sidebar', lang, inner, { align: 'center' });
  const words = heading.height + (body === undefined ? 0 : BETWEEN + body.height);
  const bare = words + 2 * padding + module.sidebarRule;
  const ink = (name: string) => inks.get(name)!;
  return {
    least: bare + (picture === undefined ? 0 : inner * LEAST_PICTURE + BETWEEN),
    most: picture === undefined ? bare * LOOSEST : bare + inner * MOST_PICTURE + BETWEEN,
    draw: (x, y, height) => {
      const top = y + module.sidebarRule + padding;
      const spare = height - bare;
      const items: Item[] = [
        { kind: 'box', x, y, width, height, ink: ink(module.sidebarInk) },
        {
          kind: 'rule',
          x1: x,
          y1: y,
          x2: x + width,
          y2: y,
          width: module.sidebarRule,
          ink: ink(module.ruleInk),
        },
      ];
      if (picture !== undefined) {
        const area = { x: x + padding, y: top, width: inner, height: spare - BETWEEN };
        items.push(...drawPicture({ focus: [0.5, 0.5] }, picture, area, setter));
      }
      const first = picture === undefined ? top + spare / 2 : top + spare;
      items.push(...drawWords(heading, body, x + padding, first, setter));
      return [{ kind: 'group', x: 0, y: 0, role: 'sidebar', story: undefined, alt: undefined, items }];
    },
  };
}

function drawWords(
  heading: SetText,
  body: SetText | undefined,
  x: number,
  y: number,
  setter: TextSetter,
): Item[] {
  const items = setter.draw(heading, x, y);
  if (body !== undefined) items.push(...setter.draw(body, x, y + heading.height + BETWEEN));
  return items;
}
