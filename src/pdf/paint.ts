/** The items of one page in, its content stream, the resources it names and its links out. */

import type { DrawingItem, GlyphRun, Group, Item, LinkItem, Page } from '../frame/frame.js';
import { Content } from './content.js';
import type { FontBook } from './font-book.js';
import type { Image, Images } from './images.js';
import type { Palette } from './palette.js';

/** A page ready to be written. */
export interface PaintedPage {
  readonly content: Uint8Array;
  readonly fonts: Content['fonts'];
  readonly images: ReadonlyMap<string, Image>;
  /** True if the content names the graphics states of `overprintStates`. */
  readonly overprints: boolean;
  /** Links with their rectangles in default user space: left, bottom, right, top. */
  readonly links: readonly {
    readonly link: LinkItem;
    readonly rect: readonly [number, number, number, number];
  }[];
}

/** Graphics states that switch overprinting (ISO 32000-1 8.6.7); mode 1 leaves inks of which nothing is printed alone. */
export const overprintStates = {
  Over: { Type: 'ExtGState', OP: true, op: true, OPM: 1 },
  Knock: { Type: 'ExtGState', OP: false, op: false, OPM: 1 },
};

/** Paints in the order of the items. The trim box's lower left corner stands at `offset`, `offset` of user space. */
export function paintPage(
  page: Page,
  offset: number,
  book: FontBook,
  images: Images,
  palette: Palette,
): PaintedPage {
  const painter = new Painter(page, offset, book, images, palette);
  painter.items(page.items, 0, 0);
  return painter.page;
}

class Painter {
  private readonly content: Content;
  private readonly used = new Map<string, Image>();
  private readonly links: PaintedPage['links'][number][] = [];
  private switched = false;
  private readonly top: number;

  constructor(
    page: Page,
    private readonly left: number,
    book: FontBook,
    private readonly pictures: Images,
    private readonly palette: Palette,
  ) {
    this.content = new Content(book);
    this.top = left + page.height;
  }

  get page(): PaintedPage {
    const { content, used: images, links, switched: overprints } = this;
    return { content: content.bytes, fonts: content.fonts, images, overprints, links };
  }

  /** Items of a group whose origin is at x, y of the page. */
  items(items: readonly Item[], x: number, y: number): void {
    for (const item of items) this.item(item, x, y);
  }

  private item(item: Item, groupX: number, groupY: number): void {
    const x = groupX + this.left;
    switch (item.kind) {
      case 'group':
        this.group(item, groupX + item.x, groupY + item.y);
        return;
      case 'glyphs':
        this.glyphs(item, x + item.x, this.up(groupY + item.y));
        return;
      case 'turned':
        this.content.turned(x + item.x, this.up(groupY + item.y), item.degrees, () => {
          for (const run of item.runs) this.glyphs(run, run.x, -run.y);
        });
        return;
      case 'rule':
        this.overprint(false);
        this.content.set('stroke', this.palette.stroke(item.ink));
        this.content.pen({ width: item.width, cap: 'butt', join: 'miter', dash: [] });
        this.content.line(x + item.x1, this.up(groupY + item.y1), x + item.x2, this.up(groupY + item.y2));
        return;
      case 'box':
        this.overprint(false);
        this.content.set('fill', this.palette.fill(item.ink));
        this.content.box(x + item.x, this.up(groupY + item.y + item.height), item.width, item.height);
        return;
      case 'picture': {
        this.overprint(false);
        const image = this.pictures.get(item)!;
        this.used.set(image.name, image);
        this.content.image(
          image.name,
          x + item.x,
          this.up(groupY + item.y + item.height),
          item.width,
          item.height,
        );
        return;
      }
      case 'drawing':
        this.drawing(item, x + item.x, this.up(groupY + item.y));
        return;
      case 'link': {
        const [left, bottom] = [x + item.x, this.up(groupY + item.y + item.height)];
        this.links.push({ link: item, rect: [left, bottom, left + item.width, bottom + item.height] });
        return;
      }
    }
  }

  private group({ items, clip }: Group, x: number, y: number): void {
    if (clip === undefined) {
      this.items(items, x, y);
      return;
    }
    const bottom = this.up(y + clip.y + clip.height);
    this.content.clipped(this.left + x + clip.x, bottom, clip.width, clip.height, () =>
      this.items(items, x, y),
    );
  }

  private up(y: number): number {
    return this.top - y;
  }

  private glyphs(run: GlyphRun, x: number, y: number): void {
    this.overprint(this.palette.overprints(run));
    this.content.set('fill', this.palette.fill(run.ink));
    this.content.text(run, x, y);
  }

  private drawing(drawing: DrawingItem, x: number, y: number): void {
    this.overprint(false);
    for (const { path, fill, fillRule, stroke } of drawing.shapes) {
      if (fill !== undefined) this.content.set('fill', this.palette.fill(fill));
      if (stroke !== undefined) {
        this.content.set('stroke', this.palette.stroke(stroke.ink));
        this.content.pen(stroke, drawing.scale);
      }
      const star = fillRule === 'evenodd' ? '*' : '';
      const filled = stroke === undefined ? `f${star}` : `B${star}`;
      if (fill !== undefined || stroke !== undefined) {
        this.content.path(path, x, y, drawing.scale, fill === undefined ? 'S' : filled);
      }
    }
  }

  /** A page begins knocking out. */
  private overprint(wanted: boolean): void {
    if (!wanted && !this.switched) return;
    this.switched = true;
    this.content.set('overprint', wanted ? '/Over gs' : '/Knock gs');
  }
}
