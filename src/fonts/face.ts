/** One font file as the other stages see it: identity, metrics in font units, and the raw bytes for embedding. */

export interface Face {
  /** Unique within a run, e.g. `source-serif/400`, `source-serif/400i`. */
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly postscriptName: string;
  /** The font file's bytes (sfnt, TrueType outlines). */
  readonly data: Uint8Array;
  /** Font units to the em; all metrics below are in font units, y up. */
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly bbox: readonly [minX: number, minY: number, maxX: number, maxY: number];
  /** Tags of its OpenType features, such as `smcp`. */
  readonly features: ReadonlySet<string>;
  /** Advance of the tatweel in font units; 0 if the font has none that reaches from letter to letter. */
  readonly tatweel: number;
  /** True if the font maps this code point to a glyph. */
  covers(codePoint: number): boolean;
}
