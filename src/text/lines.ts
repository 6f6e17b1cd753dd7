/** Breaks a shaped paragraph for given widths: a shaped paragraph, a measure and a setting in, line extents out. */

import { type BreakerInput, type BreakerSettings, chooseBreaks } from './breaker.js';
import type { ShapedParagraph } from './shape.js';

/** How lines fill their measure. `balance` is ragged with lines of even length, for heads and captions. */
export type Alignment = 'justify' | 'start' | 'end' | 'center';

export interface LineSetting {
  readonly alignment: Alignment;
  /** Word space at the limits, as fractions of its natural width: 0.75 and 1.5 are usual. */
  readonly leastSpace: number;
  readonly mostSpace: number;
  /** Space before the first line's text, in points. */
  readonly indent: number;
}

/** One line as a range of clusters. */
export interface LineExtent {
  /** First cluster and the one after the last; word spaces at both ends are left out. */
  readonly from: number;
  readonly to: number;
  /** The line ends inside a word and takes a hyphen. */
  readonly hyphen: boolean;
  /** The line ends the paragraph or stands before a forced break, so it is not justified. */
  readonly isLast: boolean;
  readonly indent: number;
}

const JUSTIFY: BreakerSettings = {
  mode: 'justify',
  linePenalty: 10,
  consecutiveHyphens: 20_000,
  fitnessClash: 3_000,
  leastLastLine: 36,
  shortLastLine: 40_000,
};

/** With a line penalty this high the fewest lines win, and slack decides among equals. */
const BALANCE: BreakerSettings = { ...JUSTIFY, mode: 'balance', linePenalty: 1_000 };

const HYPHEN_PENALTY = 50;
/** A hyphen is about a third of an em wide; the set line uses the face's own. */
const HYPHEN_WIDTH = 0.33;

/** Line extents for a measure of `width` points. Every cluster is on exactly one line. */
export function breakParagraph(shaped: ShapedParagraph, width: number, setting: LineSetting): LineExtent[] {
  if (shaped.clusters.length === 0) return [];
  const places = usablePlaces(shaped, width);
  const input = measure(shaped, places, setting);
  const settings = setting.alignment === 'justify' ? JUSTIFY : BALANCE;
  const chosen = chooseBreaks(input, () => width, true, settings);
  let from = 0;
  return chosen.map((index, line) => {
    const place = places[index - 1]!;
    const extent = {
      from: skipSpaces(shaped, from),
      to: dropSpaces(shaped, from, place.cluster),
      hyphen: place.kind === 'hyphen',
      isLast: place.kind === 'forced',
      indent: line === 0 ? setting.indent : 0,
    };
    from = place.cluster;
    return extent;
  });
}

interface Place {
  readonly cluster: number;
  readonly kind: 'open' | 'hyphen' | 'forced' | 'torn';
}

/** The paragraph's break places, and for a word wider than the measure a place before every cluster. */
function usablePlaces(shaped: ShapedParagraph, width: number): Place[] {
  const places: Place[] = [];
  let from = 0;
  for (const place of shaped.breaks) {
    let length = 0;
    for (let cluster = from; cluster < place.cluster; cluster++) length += shaped.advances[cluster]!;
    if (length > width) {
      for (let cluster = from + 1; cluster < place.cluster; cluster++) {
        if (!shaped.isSpace[cluster]) places.push({ cluster, kind: 'torn' });
      }
    }
    places.push(place);
    from = place.cluster;
  }
  return places;
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
  let trailing = 0;
  input.startLength[0] = -setting.indent;
  for (let index = 1, cluster = 0; index < size; index++) {
    const place = places[index - 1]!;
    for (; cluster < place.cluster; cluster++) {
      const advance = shaped.advances[cluster]!;
      length += advance;
      trailing = shaped.isSpace[cluster] ? trailing + advance : 0;
      if (shaped.isSpace[cluster]) space += advance;
    }
    input.endLength[index] = length - trailing;
    input.startLength[index] = length;
    input.endStretch[index] = (space - trailing) * (setting.mostSpace - 1);
    input.startStretch[index] = space * (setting.mostSpace - 1);
    input.endShrink[index] = (space - trailing) * (1 - setting.leastSpace);
    input.startShrink[index] = space * (1 - setting.leastSpace);
    if (place.kind === 'forced') input.forced[index] = 1;
    if (place.kind === 'torn') input.penalty[index] = 5_000;
    if (place.kind === 'hyphen') {
      input.hyphen[index] = 1;
      input.penalty[index] = HYPHEN_PENALTY;
      const item = shaped.items[shaped.itemOf[place.cluster - 1]!]!;
      input.added[index] = item.size * HYPHEN_WIDTH;
    }
  }
  return input;
}

function skipSpaces(shaped: ShapedParagraph, from: number): number {
  let at = from;
  while (at < shaped.clusters.length && shaped.isSpace[at]) at++;
  return at;
}

function dropSpaces(shaped: ShapedParagraph, from: number, to: number): number {
  let at = to;
  while (at > from && shaped.isSpace[at - 1]) at--;
  return at;
}
