/** What the text stage takes: one paragraph of styled text, its formats fully resolved, and nothing about stories. */

import type { FontWish } from '../fonts/library.js';
import type { Ink } from '../frame/frame.js';
import type { Span } from '../problem/problem.js';

export type Direction = 'ltr' | 'rtl';

/** How a stretch of text looks. Sizes in points. */
export interface TextFormat {
  readonly font: FontWish;
  readonly size: number;
  readonly ink: Ink;
  /** BCP 47 tag. */
  readonly lang: string;
  /** OpenType features beyond the defaults, as HarfBuzz writes them. */
  readonly features: readonly string[];
  /** Extra space after each letter of non-joining scripts, in thousandths of the size. */
  readonly tracking: number;
  /** Hyphenate words of this stretch by the patterns of its language. */
  readonly hyphenate: boolean;
  /** What a reader gets to by tapping the text. */
  readonly link: LinkTarget | undefined;
  /** A sign that is no part of the text. */
  readonly ornament?: true;
}

export type LinkTarget = { readonly story: string } | { readonly url: string };

/** `format` holds from `start` to `end` (UTF-16 offsets in the paragraph's text). */
export interface FormatSpan {
  readonly start: number;
  readonly end: number;
  readonly format: TextFormat;
}

export interface Paragraph {
  /** The words, with isolate characters round stretches whose direction is marked. */
  readonly text: string;
  /** The same as typed, unit for unit, where `text` has capitals instead: what readers copy. `text` if left out. */
  readonly typed?: string;
  readonly direction: Direction;
  /** Cover the text from start to end without gaps. */
  readonly spans: readonly FormatSpan[];
  /** Where an offset of the text stands in the editor's files. */
  readonly locate: (offset: number) => Span | undefined;
}
