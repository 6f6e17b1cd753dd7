/** Breaks a shaped paragraph for given widths: a shaped paragraph, a measure and a setting in, line extents out. */

import { type BreakerInput, type BreakerSettings, chooseBreaks } from './breaker.js';
import { advanceOf, hyphenOf, type ShapedParagraph } from './shape.js';

/** How lines stand on their measure. */
export type Alignment = 'justify' | 'start' | 'end' | 'center';

export interface LineSetting {
  readonly alignment: Alignment;
  /** Lines of even length, for heads and captions. Justified lines are even already. */
  readonly balance: boolean;
  /** Word space at the limits, as fractions of its natural width: 0.75 and 1.5 are usual. */
  readonly leastSpace: number;
  readonly mostSpace: number;
  /** How much narrower or wider glyphs may be set, as a fraction of their width: 0.015 is not seen. */
  readonly glyphScaling: number;
  /** Space before the first line's text, in points. */
  readonly indent: number;
}

/** One line as a range of clusters. */
export interface LineExtent {
  /** First cluster and the one after the last; white space at both ends is left out. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 units of cluster `from` that stand on the line before: above 0 where a ligature is divided. */
  readonly fromInside: number;
  /** UTF-16 units of cluster `to` that still stand on this line. */
  readonly toInside: number;
  /** The line ends inside a word and takes a hyphen. */
  readonly hyphen: boolean;
  /** The line ends inside a word that is wider than the measure, without a hyphen. */
  readonly torn: boolean;
  /** The line ends the paragraph or stands before a forced break, so it is not justified. */
  readonly isLast: boolean;
  readonly indent: number;
}

const JUSTIFY: BreakerSettings = {
  mode: 'justify',
  linePenalty: 10,
  consecutiveHyphens: 20_000,
  fitnessClash: 3_000,
  finalHyphen: 50_000,
  leastLastLine: 36,
  shortLastLine: 150_000,
};

const RAGGED: BreakerSettings = { ...JUSTIFY, mode: 'ragged' };

/** With a line penalty this high the fewest lines win, and slack decides among equals; that mends short last lines too. */
const BALANCE: BreakerSettings = { ...JUSTIFY, mode: 'balance', linePenalty: 1_000, shortLastLine: 0 };

const HYPHEN_PENALTY = 50;
const TORN_PENALTY = 5_000;

/** Line extents for a measure of `width` points. Every cluster but white space at line ends is on exactly one line. */
export function breakParagraph(shaped: ShapedParagraph, width: number, setting: LineSetting): LineExtent[] {
  if (shaped.clusters.length === 0) return [];
  const places = usablePlaces(shaped, width, setting.indent);
  const input = measure(shaped, places, setting);
  const settings = setting.alignment === 'justify' ? JUSTIFY : setting.balance ? BALANCE : RAGGED;
  const chosen = chooseBreaks(input, () => width, true, settings);
  let last = { cluster: 0, inside: 0 };
  return chosen.map((index, line) => {
    const place = places[index - 1]!;
    const extent = {
      from: skipSpaces(shaped, last.cluster, place.cluster),
      to: place.inside > 0 ? place.cluster : dropSpaces(shaped, last.cluster, place.cluster),
      fromInside: last.inside,
      toInside: place.inside,
      hyphen: place.kind === 'hyphen',
      torn: place.kind === 'torn',
      isLast: place.kind === 'forced',
      indent: line === 0 ? setting.indent : 0,
    };
    last = place;
    return extent;
  });
}

interface Place {
  readonly cluster: number;
  readonly inside: number;
  readonly kind: 'open' | 'hyphen' | 'forced' | 'torn';
}

/** The paragraph's break places, and for a word wider than its measure a place before every cluster that shows. */
function usablePlaces(shaped: ShapedParagraph, width: number, indent: number): Place[] {
  const places: Place[] = [];
  let from = 0;
  for (const place of shaped.breaks) {
    const to = dropSpaces(shaped, from, place.cluster);
    let length = from === 0 ? indent : 0;
    for (let cluster = from; cluster < to; cluster++) length += shaped.advances[cluster]!;
    if (length + hyphenWidth(shaped, place) > width) {
      for (let cluster = from + 1; cluster < to; cluster++) {
        if (!isBlank(shaped, cluster)) places.push({ cluster, inside: 0, kind: 'torn' });
      }
    }
    places.push(place);
    from = place.cluster;
  }
  return places;
}

/** Width of the hyphen that a line ending here takes. */
function hyphenWidth(shaped: ShapedParagraph, place: Place): number {
  if (place.kind !== 'hyphen') return 0;
  const item = shaped.items[shaped.itemOf[place.inside > 0 ? place.cluster : place.cluster - 1]!]!;
  let width = 0;
  for (const cluster of hyphenOf(item)) width += advanceOf(cluster, item);
  return width;
}

function measure(shaped: ShapedParagraph, places: readonly Place[], setting: LineSetting): BreakerInput {
  const size = places.length + 1;
  const array = (): Float64Array => new Float64Array(size);
  const input = {
    endLength: array(),
    startLength: array(),
    endStretch: array(),
    startStretch: array(),
    endShrink: array(),
    startShrink: array(),
    added: array(),
    penalty: array(),
    hyphen: new Uint8Array(size),
    forced: new Uint8Array(size),
  };
  let length = 0;
  let space = 0;
  let blank = { length: 0, space: 0 };
  input.startLength[0] = -setting.indent;
  for (let index = 1, cluster = 0; index < size; index++) {
    const place = places[index - 1]!;
    for (; cluster < place.cluster; cluster++) {
      const advance = shaped.advances[cluster]!;
      const stretching = shaped.isSpace[cluster] ? advance : 0;
      length += advance;
      space += stretching;
      blank = isBlank(shaped, cluster)
        ? { length: blank.length + advance, space: blank.space + stretching }
        : { length: 0, space: 0 };
    }
    const part = place.inside > 0 ? partOf(shaped, place) : 0;
    const trailing = place.inside > 0 ? { length: 0, space: 0 } : blank;
    input.endLength[index] = length + part - trailing.length;
    input.startLength[index] = length + part;
    const scaling = (length + part - space) * setting.glyphScaling;
    input.endStretch[index] = (space - trailing.space) * (setting.mostSpace - 1) + scaling;
    input.startStretch[index] = space * (setting.mostSpace - 1) + scaling;
    input.endShrink[index] = (space - trailing.space) * (1 - setting.leastSpace) + scaling;
    input.startShrink[index] = space * (1 - setting.leastSpace) + scaling;
    if (place.kind === 'forced') input.forced[index] = 1;
    if (place.kind === 'torn') input.penalty[index] = TORN_PENALTY;
    if (place.kind === 'hyphen') {
      input.hyphen[index] = 1;
      input.penalty[index] = HYPHEN_PENALTY;
      input.added[index] = hyphenWidth(shaped, place);
    }
  }
  return input;
}

/** About how much of a divided ligature stands before the division; the set line is shaped again and measured. */
function partOf(shaped: ShapedParagraph, { cluster, inside }: Place): number {
  return (shaped.advances[cluster]! * inside) / (shaped.starts[cluster + 1]! - shaped.starts[cluster]!);
}

/** White space and characters without a glyph: nothing that a line may end with and show. */
function isBlank(shaped: ShapedParagraph, cluster: number): boolean {
  return shaped.clusters[cluster]!.text.trim() === '';
}

/** The first cluster of a line from which on something shows. */
function skipSpaces(shaped: ShapedParagraph, from: number, to: number): number {
  let first = from;
  for (let at = from; at < to && isBlank(shaped, at); at++) {
    if (shaped.clusters[at]!.text !== '') first = at + 1;
  }
  return first;
}

/** The end of a line without the white space it ends with (UAX #9 rule L1: also inside isolates that end there). */
function dropSpaces(shaped: ShapedParagraph, from: number, to: number): number {
  let last = to;
  for (let at = to; at > from && isBlank(shaped, at - 1); at--) {
    if (shaped.clusters[at - 1]!.text !== '') last = at - 1;
  }
  return last;
}
