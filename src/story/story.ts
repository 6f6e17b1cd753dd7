/** What a story is made of, as the editor wrote it: texts with their marks and places, blocks in reading order. */

import type { Span } from '../problem/problem.js';
import type { Alignment } from '../text/lines.js';
import type { Direction } from '../text/paragraph.js';

/** A span whose language or direction the editor marked. */
export interface MarkedSpan {
  readonly direction: Direction;
}

/** A stretch of text with one set of marks. */
export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Language of a marked span; undefined where the story's own holds. */
  readonly lang: string | undefined;
  /** The marked spans it stands in, outermost first; runs of one span share its object. */
  readonly spans: readonly MarkedSpan[];
  /** The story whose page number stands here; `text` is then empty. */
  readonly pageOf: string | undefined;
  readonly url: string | undefined;
  /** Small capitals for small letters, or for the whole text where it has none. */
  readonly smallCaps?: 'small-letters' | 'whole';
  /** Prints as it was typed: text between backticks. */
  readonly verbatim?: true;
  /** The type style of a run that is not set in its paragraph's own. */
  readonly style?: 'credit' | 'dateline' | 'initial';
  /** A sign that the press adds and nobody reads. */
  readonly ornament?: true;
  /** Where the first character stands. */
  readonly span: Span;
}

export type RichText = readonly TextRun[];

export type Weight = 'lead' | 'major' | 'normal' | 'brief';

export interface StoryPicture {
  /** Path relative to the project folder. */
  readonly file: string;
  /** Further pictures that stand beside it under one caption. */
  readonly beside: readonly string[];
  /** The file that stands in its place on phones. */
  readonly phone?: string | undefined;
  readonly caption: RichText | undefined;
  readonly credit: RichText | undefined;
  readonly alt: string | undefined;
  /** Width the editor asked for, in columns. */
  readonly columns: number | undefined;
  /** The point that must stay in view when the picture is cropped, as fractions from the top left. */
  readonly focus: readonly [number, number];
  readonly place: 'top' | 'bottom' | undefined;
  readonly span: Span;
}

/** The focus of a picture of which the editor says nothing: what people look at stands nearer its head than its foot. */
export const USUAL_FOCUS: StoryPicture['focus'] = [0.5, 0.42];

/** All files of a picture. */
export function filesOf({ file, beside, phone }: StoryPicture): string[] {
  return [file, ...beside, ...(phone === undefined ? [] : [phone])];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly header: readonly RichText[];
  readonly rows: readonly (readonly RichText[])[];
  readonly align: readonly ('start' | 'end' | 'center')[];
}

/** `number` is undefined for bullets. */
export interface ListItem {
  readonly kind: 'list-item';
  readonly number: number | undefined;
  readonly text: RichText;
}

/** A list over several columns of the text's own; it has at least one entry. */
export interface ListBlock {
  readonly kind: 'list';
  readonly columns: number;
  readonly items: readonly ListItem[];
}

/** A name in a list, and where it is written. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** A list of headlines and pages; with neither stories nor sections, of the whole issue. */
export interface ContentsBlock {
  readonly kind: 'contents';
  readonly stories: readonly Named[] | undefined;
  readonly sections: readonly Named[] | undefined;
}

/** What holds for the blocks of a passage; undefined where the story's own language, its direction or the style decides. */
export interface Passage {
  readonly lang: string | undefined;
  readonly direction: Direction | undefined;
  /** Of paragraphs, subheads and quotes. */
  readonly align: Alignment | undefined;
}

export type Block = AnyBlock & {
  /** One object for all blocks of a passage; a sidebar stands in none. */
  readonly passage?: Passage;
};

type AnyBlock =
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'subhead'; readonly text: RichText }
  | ListItem
  | ListBlock
  | { readonly kind: 'slogan'; readonly text: RichText }
  | { readonly kind: 'pull'; readonly text: RichText }
  | { readonly kind: 'source'; readonly text: RichText }
  /** Who wrote what stands above it. */
  | { readonly kind: 'signature'; readonly text: RichText }
  | {
      readonly kind: 'sidebar';
      readonly title: RichText | undefined;
      readonly columns: number;
      readonly blocks: readonly Block[];
    }
  | ContentsBlock
  | TableBlock;

/** Where a story is to stand; what is undefined is left open. */
export interface Pin {
  /** The page its head stands on. */
  readonly page?: number | undefined;
  readonly place?: 'top' | 'bottom' | undefined;
  readonly columns?: number | undefined;
  /** Size of its headline over that of its style. */
  readonly head?: number | undefined;
}

export interface Story {
  readonly id: string;
  readonly lang: string;
  readonly direction: Direction;
  readonly section: string | undefined;
  readonly weight: Weight | undefined;
  /** Letters and classifieds: items under subheads, a rule between them. */
  readonly kind: 'letters' | 'classified' | undefined;
  /** The headline's Arabic words are drawn out until its lines meet the measure. */
  readonly fit: boolean;
  /** How the first paragraph begins, if not as the layout has it. */
  readonly opening: 'initial' | 'words' | 'none' | undefined;
  readonly columns: number | undefined;
  /** Where the issue wants it to stand. */
  readonly pin: Pin | undefined;
  readonly kicker: RichText | undefined;
  readonly headline: RichText;
  readonly deck: RichText | undefined;
  readonly byline: RichText | undefined;
  readonly dateline: RichText | undefined;
  readonly pictures: readonly StoryPicture[];
  readonly blocks: readonly Block[];
  /** The file and first line of the story. */
  readonly span: Span;
}

/** Languages of the Arabic, Hebrew and Syriac scripts among those newspapers are set in. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'sd', 'ug', 'he', 'yi', 'syr', 'arc', 'dv']);

/** Direction of a language by its primary subtag. */
export function directionOf(lang: string): Direction {
  if (/-(Latn|Cyrl)\b/i.test(lang)) return 'ltr';
  return /-Arab\b/i.test(lang) || RIGHT_TO_LEFT.has(lang.split('-')[0]!.toLowerCase()) ? 'rtl' : 'ltr';
}

/** True for two tags of one language, such as `en` and `en-GB`. */
export function sameLanguage(one: string, other: string): boolean {
  return one.split('-')[0]!.toLowerCase() === other.split('-')[0]!.toLowerCase();
}

/** The characters of a text without its marks. */
export function plainText(text: RichText): string {
  return text.map(run => run.text).join('');
}

/** True for a text that is bold as a whole, such as a question of an interview. */
export function isBold(text: RichText): boolean {
  const shown = text.filter(run => run.pageOf !== undefined || run.text.trim() !== '');
  return shown.length > 0 && shown.every(run => run.bold);
}

/** Words of a text: stretches between spaces that hold a letter or digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Words of a story's head and body, captions left out. */
export function storyWords(story: Story): number {
  const heads = [story.kicker, story.headline, story.deck, story.byline, story.dateline];
  const inHeads = heads.reduce(
    (sum, text) => sum + (text === undefined ? 0 : countWords(plainText(text))),
    0,
  );
  return inHeads + blockWords(story.blocks);
}

function blockWords(blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) {
    if (block.kind === 'list') words += blockWords(block.items);
    else if (block.kind === 'sidebar') {
      words +=
        blockWords(block.blocks) + (block.title === undefined ? 0 : countWords(plainText(block.title)));
    } else if (block.kind === 'table') {
      for (const cell of [block.header, ...block.rows].flat()) words += countWords(plainText(cell));
    } else if (block.kind !== 'contents') words += countWords(plainText(block.text));
  }
  return words;
}
