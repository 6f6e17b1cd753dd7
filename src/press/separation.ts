/** What plates print of a page: items in, the same items in gray for the amount of one plate's ink, or in colours for those of three, out. */

import type { Box, DrawingItem, GlyphRun, Ink, Item, Shape } from '../frame/frame.js';
import { amountOn } from './inks.js';

/** How the press PDF prints inks: its palette. */
export interface Printing {
  /** The ink that a rectangle is printed with; its shorter side in points. */
  area(ink: Ink, side: number): Ink;
  /** True if text of that size is printed over what lies under it instead of knocking it out. */
  textOverprints(ink: Ink, size: number): boolean;
  /** The same for a line of that width. */
  lineOverprints(ink: Ink, width: number): boolean;
}

/** One plate, or three that are drawn as red, green and blue. */
export type PlateGroup = readonly [Ink] | readonly [Ink, Ink, Ink];

/**
 * Items with gray for the ink of one plate: black where it prints solid, white where it prints nothing and knocks out what lies below. What
 * overprints without ink on the plate is left out, as are links. Three plates are the channels of a colour; what overprints must have ink on
 * none of them.
 */
export function separated(items: readonly Item[], plates: PlateGroup, printing: Printing): Item[] {
  return new Separation(plates, printing).items(items);
}

class Separation {
  private readonly grays = new Map<Ink, Ink>();

  constructor(
    private readonly plates: PlateGroup,
    private readonly printing: Printing,
  ) {}

  items(items: readonly Item[]): Item[] {
    return items.flatMap(item => this.item(item));
  }

  private item(item: Item): Item[] {
    switch (item.kind) {
      case 'group':
        return [{ ...item, items: this.items(item.items) }];
      case 'glyphs':
        return this.run(item);
      case 'turned':
        return [{ ...item, runs: item.runs.flatMap(run => this.run(run)) }];
      case 'rule':
        return this.isUntouched(item.ink, this.printing.lineOverprints(item.ink, item.width))
          ? []
          : [{ ...item, ink: this.gray(item.ink) }];
      case 'box':
        return [this.box(item)];
      case 'drawing':
        return [this.drawing(item)];
      case 'picture':
        return [item];
      case 'link':
        return [];
    }
  }

  private run(run: GlyphRun): GlyphRun[] {
    if (this.isUntouched(run.ink, this.printing.textOverprints(run.ink, run.size))) return [];
    return [{ ...run, ink: this.gray(run.ink) }];
  }

  private box(box: Box): Box {
    return { ...box, ink: this.gray(this.printing.area(box.ink, Math.min(box.width, box.height))) };
  }

  private drawing(item: DrawingItem): DrawingItem {
    const shapes = item.shapes.map(({ fill, stroke, ...path }): Shape => {
      const isOver =
        stroke !== undefined && this.printing.lineOverprints(stroke.ink, stroke.width * item.scale);
      const line = stroke && !this.isUntouched(stroke.ink, isOver);
      return {
        ...path,
        fill: fill && this.gray(fill),
        stroke: line ? { ...stroke, ink: this.gray(stroke.ink) } : undefined,
      };
    });
    return { ...item, shapes };
  }

  private isUntouched(ink: Ink, overprints: boolean): boolean {
    return overprints && this.plates.every(plate => amountOn(plate, ink) === 0);
  }

  private gray(ink: Ink): Ink {
    let gray = this.grays.get(ink);
    if (gray === undefined) {
      const [red, green, blue] = this.plates.map(plate => 255 * (1 - amountOn(plate, ink)));
      gray = { name: ink.name, cmyk: [0, 0, 0, 0], rgb: [red!, green ?? red!, blue ?? red!] };
      this.grays.set(ink, gray);
    }
    return gray;
  }
}
