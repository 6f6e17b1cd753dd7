/** The items of one page in, its content stream, the resources it names and its links out. */

import type { DrawingItem, GlyphRun, Group, Ink, Item, LinkItem, Page } from '../frame/frame.js';
import { Content } from './content.js';
import type { FontBook } from './font-book.js';
import type { Image, Images } from './images.js';
import type { overprintStates, Palette } from './palette.js';
import { columnMarks } from './reading/column-order.js';
import { wideRun } from './reading/level-lines.js';
import { type PlacedLine, placedLines } from './reading/lines.js';
import { directionRun, type PageDirection, pageDirection } from './reading/page-direction.js';
import { type PlacedRun, spacesBetween } from './reading/space-between.js';
import { inPaintingOrder, type PaintedRun } from './reading/told-line.js';
import type { SpotSpace } from './spots.js';
import { ARTIFACT, type PageTags } from './tags.js';

/** A page ready to be written. */
export interface PaintedPage {
  readonly content: Uint8Array;
  readonly fonts: Content['fonts'];
  readonly images: ReadonlyMap<string, Image>;
  readonly spaces: ReadonlyMap<string, SpotSpace>;
  /** True if the content names the graphics states of `overprintStates`. */
  readonly overprints: boolean;
  /** Links with their rectangles in default user space: left, bottom, right, top. */
  readonly links: readonly {
    readonly link: LinkItem;
    readonly rect: readonly [number, number, number, number];
  }[];
}

/**
 * Paints in the order of the items. The trim box's lower left corner stands at `offset`, `offset` of user space. Pages for `reading`
 * say their direction and the order of their columns; with tags all that is painted is marked as part of the structure or as an artifact.
 */
export function paintPage(
  page: Page,
  offset: number,
  book: FontBook,
  images: Images,
  palette: Palette,
  reading?: { readonly tags: PageTags | undefined },
): PaintedPage {
  const painter = new Painter(page, offset, book, images, palette, reading?.tags);
  painter.items(page.items, 0, 0);
  if (reading !== undefined) painter.order();
  return painter.page;
}

class Painter {
  private readonly content: Content;
  private readonly used = new Map<string, Image>();
  private readonly links: PaintedPage['links'][number][] = [];
  private readonly spaces = new Map<string, SpotSpace>();
  private readonly overprinting = { lines: false, fills: false };
  private switched = false;
  private readonly top: number;
  private readonly middle: number;
  private readonly lines: readonly PlacedLine[];
  private readonly reads: PageDirection;
  private last: PlacedRun | undefined;

  constructor(
    page: Page,
    private readonly left: number,
    book: FontBook,
    private readonly pictures: Images,
    private readonly palette: Palette,
    private tags: PageTags | undefined,
  ) {
    this.content = new Content(book);
    this.top = left + page.height;
    this.middle = left + page.height / 2;
    this.lines = placedLines(page.items);
    this.reads = pageDirection(this.lines);
  }

  get page(): PaintedPage {
    const { content, used: images, spaces, links, switched: overprints } = this;
    return { content: content.bytes, fonts: content.fonts, images, spaces, overprints, links };
  }

  /** Items of a group whose origin is at x, y of the page. */
  items(items: readonly Item[], x: number, y: number): void {
    const { tags } = this;
    const endsLine = (run: GlyphRun): boolean => tags?.endsLine(run) === true;
    for (const item of inPaintingOrder(items, this.reads.rtl, endsLine)) this.item(item, x, y);
  }

  /** Paints the marks that make readers take lines, columns and the page in their order, cut off from all that is seen. */
  order(): void {
    const { lines, reads, left } = this;
    this.unseen(columnMarks(lines, reads.rtl).map(run => ({ run, x: run.x + left, y: this.up(run.y) })));
    const below = [wideRun(lines), directionRun(reads, this.content.strong)];
    this.unseen(below.flatMap(run => (run === undefined ? [] : { run, x: run.x + left, y: left })));
  }

  private unseen(marks: readonly PlacedRun[]): void {
    if (marks.length === 0) return;
    const { content, left } = this;
    if (this.tags !== undefined) content.mark(ARTIFACT);
    content.clipped(left, left, 0, 0, () => {
      for (const { run, x, y } of marks) content.text(run, x, y);
    });
  }

  private item(item: Item, groupX: number, groupY: number): void {
    const x = groupX + this.left;
    if (item.kind !== 'glyphs' && this.tags !== undefined) this.content.mark(ARTIFACT);
    switch (item.kind) {
      case 'group':
        this.group(item, groupX + item.x, groupY + item.y);
        return;
      case 'glyphs':
        this.glyphs(item, x + item.x, this.up(groupY + item.y));
        return;
      case 'turned':
        this.content.turned(x + item.x, this.up(groupY + item.y), item.degrees, () => {
          this.apart(() => {
            for (const run of item.runs) this.glyphs(run, run.x, -run.y);
          });
        });
        return;
      case 'rule':
        this.overprint('lines', this.palette.lineOverprints(item.ink, item.width));
        this.colour('stroke', item.ink);
        this.content.pen({ width: item.width, cap: 'butt', join: 'miter', dash: [] });
        this.content.line(x + item.x1, this.up(groupY + item.y1), x + item.x2, this.up(groupY + item.y2));
        return;
      case 'box':
        this.overprint('fills', false);
        this.colour('fill', this.palette.area(item.ink, Math.min(item.width, item.height)));
        this.content.box(x + item.x, this.up(groupY + item.y + item.height), item.width, item.height);
        return;
      case 'picture': {
        this.overprint('fills', false);
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

  private group(group: Group, x: number, y: number): void {
    const figure = this.tags?.figure(group);
    if (figure === undefined) {
      this.open(group, x, y);
      return;
    }
    const { tags } = this;
    this.tags = undefined;
    this.content.sequence(figure, () => this.open(group, x, y));
    this.tags = tags;
  }

  private open({ items, clip }: Group, x: number, y: number): void {
    if (clip === undefined) {
      this.items(items, x, y);
      return;
    }
    const bottom = this.up(y + clip.y + clip.height);
    this.content.clipped(this.left + x + clip.x, bottom, clip.width, clip.height, () =>
      this.apart(() => this.items(items, x, y)),
    );
  }

  /** Paints what the content sets apart: its graphics state then is as before. */
  private apart(paint: () => void): void {
    const before = { ...this.overprinting };
    paint();
    Object.assign(this.overprinting, before);
  }

  private up(y: number): number {
    return this.top - y;
  }

  private glyphs(run: PaintedRun, x: number, y: number): void {
    const spaces = spacesBetween(this.last, { run, x, y });
    this.last = { run, x, y };
    for (const space of spaces) this.shown(space.run, space.x, space.y);
    this.shown(run, x, y);
  }

  private shown(run: PaintedRun, x: number, y: number): void {
    this.overprint('fills', this.palette.textOverprints(run.ink, run.size));
    this.colour('fill', run.ink);
    if (this.tags !== undefined)
      this.content.mark(this.tags.run(run.of ?? run, this.content.marked, y > this.middle));
    this.content.text(run, x, y);
  }

  private drawing(drawing: DrawingItem, x: number, y: number): void {
    for (const { path, fill, fillRule, stroke } of drawing.shapes) {
      if (fill !== undefined) {
        this.overprint('fills', false);
        this.colour('fill', fill);
      }
      if (stroke !== undefined) {
        this.overprint('lines', this.palette.lineOverprints(stroke.ink, stroke.width * drawing.scale));
        this.colour('stroke', stroke.ink);
        this.content.pen(stroke, drawing.scale);
      }
      const star = fillRule === 'evenodd' ? '*' : '';
      const filled = stroke === undefined ? `f${star}` : `B${star}`;
      if (fill !== undefined || stroke !== undefined) {
        this.content.path(path, x, y, drawing.scale, fill === undefined ? 'S' : filled);
      }
    }
  }

  private colour(use: 'fill' | 'stroke', ink: Ink): void {
    const space = this.palette.space(ink);
    if (space !== undefined) this.spaces.set(space.name, space);
    this.content.set(use, this.palette[use](ink));
  }

  private overprint(what: 'lines' | 'fills', wanted: boolean): void {
    if (wanted === this.overprinting[what]) return;
    this.overprinting[what] = wanted;
    this.switched = true;
    const { lines, fills } = this.overprinting;
    const state: keyof typeof overprintStates = lines
      ? fills
        ? 'Both'
        : 'Lines'
      : fills
        ? 'Fills'
        : 'Knock';
    this.content.set('overprint', `/${state} gs`);
  }
}
