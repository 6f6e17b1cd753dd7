/** Colours of frames: what is printed, and what a screen shows instead. */

/** A colour as the press mixes it and as a screen shows it. */
export interface Ink {
  /** Name in the layout, or the colour's own notation for inks that come out of drawings. */
  readonly name: string;
  /** Cyan, magenta, yellow, black; 0 to 1. */
  readonly cmyk: readonly [number, number, number, number];
  /** sRGB, 0 to 255. */
  readonly rgb: readonly [number, number, number];
  /** The spot colour it is printed with; `cmyk` is then what stands for it where there is no such ink. Left out for process inks. */
  readonly spot?: Spot;
}

/** An ink of its own, on a plate of its own. */
export interface Spot {
  /** As the ink's maker calls it, the same on all plates: `PANTONE 485 C`. */
  readonly name: string;
  /** How much of it, 0 to 1. */
  readonly tint: number;
  /** Cyan, magenta, yellow and black that stand for all of it; 0 to 1. */
  readonly alternate: readonly [number, number, number, number];
}
