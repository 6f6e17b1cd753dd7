/** Frames as SVG: a page and its picture renditions in, the text of a drawing out. Glyphs are outlines, so no font is needed. */

import type { Face } from '../fonts/face.js';
import { glyphPath } from '../fonts/shaper.js';
import type { DrawingItem, GlyphRun, Group, Ink, Item, Page, PictureItem, Shape } from '../frame/frame.js';

/** The bytes of a JPEG or PNG for a picture item of the page. */
export type PictureBytes = (item: PictureItem) => Uint8Array;

/** What every PNG begins with, and no JPEG. */
const PNG_MARK = 0x89;

/** One user unit is a point. The same page and pictures give the same text. */
export function pageToSvg(page: Page, pictures: PictureBytes): string {
  const writer = new SvgWriter(pictures);
  writer.items(page.items, 0, 0);
  const size = `width="${page.width}" height="${page.height}" viewBox="0 0 ${page.width} ${page.height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n<defs>${writer.glyphs.join('')}${writer.clips.join('')}</defs>\n${writer.parts.join('\n')}\n</svg>\n`;
}

class SvgWriter {
  readonly parts: string[] = [];
  /** Outlines of glyphs, each once. */
  readonly glyphs: string[] = [];
  readonly clips: string[] = [];
  private readonly names = new Map<Face, Map<number, string>>();

  constructor(private readonly pictures: PictureBytes) {}

  items(items: readonly Item[], x: number, y: number): void {
    for (const item of items) this.item(item, x, y);
  }

  private item(item: Item, x: number, y: number): void {
    switch (item.kind) {
      case 'group':
        this.group(item, x + item.x, y + item.y);
        return;
      case 'glyphs':
        this.run(item, x + item.x, y + item.y);
        return;
      case 'turned': {
        const turn = `translate(${round(x + item.x)} ${round(y + item.y)}) rotate(${round(item.degrees)})`;
        this.parts.push(`<g transform="${turn}">`);
        for (const run of item.runs) this.run(run, run.x, run.y);
        this.parts.push('</g>');
        return;
      }
      case 'rule': {
        const ends = `M${round(x + item.x1)} ${round(y + item.y1)}L${round(x + item.x2)} ${round(y + item.y2)}`;
        this.parts.push(
          `<path d="${ends}" stroke="${colour(item.ink)}" stroke-width="${round(item.width)}"/>`,
        );
        return;
      }
      case 'box':
        this.parts.push(`<rect ${this.area(item, x, y)} fill="${colour(item.ink)}"/>`);
        return;
      case 'picture': {
        const bytes = Buffer.from(this.pictures(item));
        const kind = bytes[0] === PNG_MARK ? 'png' : 'jpeg';
        const href = `href="data:image/${kind};base64,${bytes.toString('base64')}"`;
        this.parts.push(`<image ${this.area(item, x, y)} preserveAspectRatio="none" ${href}/>`);
        return;
      }
      case 'drawing':
        this.drawing(item, x + item.x, y + item.y);
        return;
      case 'link':
        return;
    }
  }

  private group({ items, clip }: Group, x: number, y: number): void {
    if (clip !== undefined) {
      const name = `c${this.clips.length}`;
      this.clips.push(`<clipPath id="${name}"><rect ${this.area(clip, x, y)}/></clipPath>`);
      this.parts.push(`<g clip-path="url(#${name})">`);
    }
    this.items(items, x, y);
    if (clip !== undefined) this.parts.push('</g>');
  }

  private area(box: { x: number; y: number; width: number; height: number }, x: number, y: number): string {
    return `x="${round(x + box.x)}" y="${round(y + box.y)}" width="${round(box.width)}" height="${round(box.height)}"`;
  }

  private run({ face, size, clusters, advances, ink, stretch = 1 }: GlyphRun, x: number, y: number): void {
    const scale = size / face.unitsPerEm;
    const uses: string[] = [];
    let at = 0;
    for (const [index, { glyphs }] of clusters.entries()) {
      for (const { id, dx, dy } of glyphs) {
        const name = this.glyph(face, id);
        const left = Math.round(at / scale / stretch + dx);
        if (name !== '') uses.push(`<use href="#${name}" x="${left}" y="${Math.round(dy)}"/>`);
      }
      at += advances[index]!;
    }
    if (uses.length === 0) return;
    const place = `translate(${round(x)} ${round(y)}) scale(${fine(scale * stretch)} ${fine(-scale)})`;
    this.parts.push(`<g transform="${place}" fill="${colour(ink)}">${uses.join('')}</g>`);
  }

  /** The name of a glyph's outline; empty for one that draws nothing. */
  private glyph(face: Face, id: number): string {
    const known = this.names.get(face) ?? new Map<number, string>();
    this.names.set(face, known);
    let name = known.get(id);
    if (name === undefined) {
      const path = glyphPath(face, id);
      name = path === '' ? '' : `g${this.glyphs.length}`;
      known.set(id, name);
      if (path !== '') this.glyphs.push(`<path id="${name}" d="${path}"/>`);
    }
    return name;
  }

  private drawing({ shapes, scale }: DrawingItem, x: number, y: number): void {
    this.parts.push(`<g transform="translate(${round(x)} ${round(y)}) scale(${fine(scale)})">`);
    for (const shape of shapes) this.parts.push(shapePath(shape));
    this.parts.push('</g>');
  }
}

function shapePath({ path, fill, fillRule, stroke }: Shape): string {
  const d = path.map(([command, ...numbers]) => `${command}${numbers.map(round).join(' ')}`).join('');
  const filled = fill === undefined ? 'fill="none"' : `fill="${colour(fill)}" fill-rule="${fillRule}"`;
  if (stroke === undefined) return `<path d="${d}" ${filled}/>`;
  const { ink, width, cap, join, dash } = stroke;
  const pen = `stroke="${colour(ink)}" stroke-width="${round(width)}" stroke-linecap="${cap}" stroke-linejoin="${join}"`;
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(round).join(' ')}"`;
  return `<path d="${d}" ${filled} ${pen}${dashes}/>`;
}

function colour({ rgb }: Ink): string {
  return `#${rgb.map(value => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** Scales have small numbers. */
function fine(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
