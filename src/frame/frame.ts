/**
 * The finished-layout language: what stands where on each page, and nothing about how it came there.
 * The press PDF, the reader PDF, the text dump and preflight all read the same frames.
 * Lengths are points (1/72 inch); the origin is the trim box's top left corner; y runs down.
 */

import type { Face } from '../fonts/face.js';
import type { Span } from '../problem/problem.js';
import type { Ink } from './ink.js';
import type { Part, Role } from './roles.js';

export type { Ink, Spot } from './ink.js';

export type { Part, Role } from './roles.js';

/** One glyph of a cluster: its place from the cluster's origin in font units, y up. */
export interface PlacedGlyph {
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
}

/** What a reader selects as one unit: a letter with its dots and marks, or a ligature. Shared between occurrences. */
export interface Cluster {
  /** The characters of the cluster in logical order. Empty for a glyph the text does not contain (an added hyphen). */
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
  /** Natural advance in font units. */
  readonly advance: number;
  /** What tatweels that justification added have of the advance, in font units. 0 if left out. */
  readonly kashida?: number;
}

/** Clusters of one face and size on one baseline, in visual order from left to right. */
export interface GlyphRun {
  readonly kind: 'glyphs';
  /** Left end of the run and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly face: Face;
  readonly size: number;
  readonly ink: Ink;
  /** True when the run reads from right to left. */
  readonly rtl: boolean;
  /** UAX #9 embedding level within the line, from which the order of reading follows; 1 or 0 by `rtl` if left out. */
  readonly level?: number;
  /** BCP 47 tag of the run's language. */
  readonly lang: string;
  readonly clusters: readonly Cluster[];
  /** Distance from each cluster's origin to the next one's in points, justification included. */
  readonly advances: readonly number[];
  /** Width of the glyphs over their natural width: a line's share of glyph scaling. 1 if left out. */
  readonly stretch?: number;
  /** What each cluster but a word space has more than its own advance, in points: a line's share of letter space. 0 if left out. */
  readonly letterSpace?: number;
  /** The line of text that the run stands on; runs of one line share it. Left out for furniture and labels. */
  readonly line?: TextLine;
  /** Its place among the runs of its line in reading order, from 0. Left out where they are read as they stand. */
  readonly place?: number;
  /** What the run is within its group, from the outside in. Left out where the group's role says it. */
  readonly parts?: readonly Part[];
  /** True for signs that are no part of the text: the mark at a story's end, the leaders of a tab. */
  readonly ornament?: true;
}

/** What a line of text is beyond its glyphs. */
export interface TextLine {
  /** Name of its type style, and the language of its paragraph. */
  readonly style: string;
  readonly lang: string;
  /** True if the paragraph reads from right to left. */
  readonly rtl: boolean;
  readonly justified: boolean;
  /** The paragraph begins or ends with this line. */
  readonly first: boolean;
  readonly last: boolean;
  /** The line ends in a hyphen that the text does not have. */
  readonly hyphen: boolean;
  /** The line ends inside a word that is wider than its measure, where it should not be divided. */
  readonly torn: boolean;
  /** Points by which the line, though justified, stays short of its measure; undefined for none. */
  readonly short?: number;
  /** What the text has between this line and the next: a space, a forced line end, or nothing. */
  readonly after: ' ' | '\n' | '';
  /** Where its text stands in the editor's files. */
  readonly span: Span | undefined;
}

/** Text that does not run level: labels of drawings. The runs' own places are from the point x, y, about which they turn. */
export interface TurnedText {
  readonly kind: 'turned';
  readonly x: number;
  readonly y: number;
  /** Clockwise. */
  readonly degrees: number;
  readonly runs: readonly GlyphRun[];
}

/** A straight rule, on its centre line. */
export interface Rule {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly ink: Ink;
}

/** A filled rectangle. */
export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
}

/** The part of a picture that is shown, as fractions of its width and height, y down. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A raster picture; each output asks for its own rendition of `file`. */
export interface PictureItem {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Path relative to the project folder. */
  readonly file: string;
  readonly crop: Crop;
}

/** Path segments: `M x y`, `L x y`, `C x1 y1 x2 y2 x y`, `Z`. */
export type PathSegment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface Stroke {
  readonly ink: Ink;
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly dash: readonly number[];
}

export interface Shape {
  readonly path: readonly PathSegment[];
  readonly fill: Ink | undefined;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: Stroke | undefined;
}

/** A vector picture: shapes in their own coordinates (y down), scaled by `scale` and moved to x, y. */
export interface DrawingItem {
  readonly kind: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly shapes: readonly Shape[];
}

/** A page of the edition, and the story there that a link is about. */
export interface PageTarget {
  readonly page: number;
  readonly story?: string;
}

/** A rectangle a reader may tap. Left out of the press PDF. */
export interface LinkItem {
  readonly kind: 'link';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly target: PageTarget | { readonly url: string };
  /** What it reads aloud where it covers no text that is read. */
  readonly says?: string;
}

/** A rectangle with its upper left corner at x, y. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Items that belong together, moved by x, y. */
export interface Group {
  readonly kind: 'group';
  readonly x: number;
  readonly y: number;
  readonly role: Role | undefined;
  /** The story the group belongs to, if any. */
  readonly story: string | undefined;
  /** Counts the blocks of its story in reading order; groups of one role that share it are one block. Left out for whole blocks. */
  readonly block?: number;
  /** Alternative text of a figure. */
  readonly alt: string | undefined;
  /** In the group's own coordinates: nothing shows outside it. Left out where nothing is cut. */
  readonly clip?: Rectangle;
  readonly items: readonly Item[];
}

export type Item = GlyphRun | TurnedText | Rule | Box | PictureItem | DrawingItem | LinkItem | Group;

export interface Page {
  /** Counts from 1. */
  readonly number: number;
  /** The number as printed in the folio. */
  readonly label: string;
  /** Trim size. */
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

export interface Section {
  readonly title: string;
  readonly stories: readonly string[];
}

/** All pages of an issue with what both PDFs say about it. */
export interface Edition {
  readonly title: string;
  /** BCP 47 tag of the publication's first language. */
  readonly lang: string;
  readonly binding: 'left' | 'right';
  /** The date, ISO 8601 (`2022-03-01`): the only date that any output carries. */
  readonly date: string;
  /** Bleed around the trim, in points. */
  readonly bleed: number;
  readonly pages: readonly Page[];
  /** Sections with the ids of their stories. Left out where there are none. */
  readonly sections?: readonly Section[];
}
