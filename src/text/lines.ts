/** Breaks a shaped paragraph for given widths: a shaped paragraph, a measure and a setting in, line extents out. */

import {
  type BreakerInput,
  type BreakerSettings,
  type ChosenBreaks,
  chooseBreaks,
  type LineWish,
} from './breaker.js';
import { measurePlaces } from './measure.js';
import { dropSpaces, type Place, skipSpaces, usablePlaces } from './places.js';
import type { LetterLimits, ShapedParagraph } from './shape.js';
import type { KashidaSetting } from './stretch.js';
import { breakAtTabs, hasTabs, type TabStop } from './tabs.js';

/** How lines stand on their measure. */
export type Alignment = 'justify' | 'start' | 'end' | 'center';

export interface LineSetting extends LetterLimits {
  readonly alignment: Alignment;
  /** Lines of even length, for heads and captions. Justified lines are even already. */
  readonly balance: boolean;
  /** Word space at the limits, as fractions of its natural width: 0.75 and 1.5 are usual. */
  readonly leastSpace: number;
  readonly mostSpace: number;
  /** How Arabic words may be drawn out; undefined for not at all. */
  readonly kashida: KashidaSetting | undefined;
  /** Draw Arabic words out until each line meets its measure, the last too, however it is aligned. */
  readonly fit: boolean;
  /** How far marks hang out of the measure at its ends, 0 for not to 1. */
  readonly hang: number;
  /** Where tabs lead, ascending; without any a tab is a word space. */
  readonly tabs: readonly TabStop[];
  /** Space before the first line's text, in points. */
  readonly indent: number;
}

/** The room of a paragraph's lines: a width in points, less what stands beside the first lines (an initial, a picture). */
export interface Measure {
  readonly width: number;
  /** Points taken from the first lines, one entry a line, at the side where text starts and at its other end. */
  readonly beside: readonly { readonly start: number; readonly end: number }[];
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
  /** The line ends inside a word that is wider than the measure, where it should not be divided. */
  readonly torn: boolean;
  /** The line ends the paragraph or stands before a forced break, so it is not justified. */
  readonly isLast: boolean;
  /** Distance of the line's room from the start of the measure, and its width, in points. */
  readonly indent: number;
  readonly width: number;
}

const JUSTIFY = {
  mode: 'justify',
  linePenalty: 10,
  consecutiveHyphens: 20_000,
  thirdHyphen: 1e12,
  fitnessClash: 3_000,
  finalHyphen: 50_000,
  leastLastLine: 36,
  shortLastLine: 2_000_000,
  tatweelBadness: 4,
} as const;

const RAGGED = { ...JUSTIFY, mode: 'ragged' } as const;

/** With a line penalty this high the fewest lines win, and slack decides among equals; that mends short last lines too. */
const BALANCE = { ...JUSTIFY, mode: 'balance', linePenalty: 1_000, shortLastLine: 0 } as const;

/** A shaped paragraph measured at its break places, to be broken into lines as often as one likes. */
export interface MeasuredParagraph {
  readonly shaped: ShapedParagraph;
  readonly measure: Measure;
  readonly setting: LineSetting;
  readonly places: readonly Place[];
  readonly input: BreakerInput;
}

/** Line extents for a measure. Every cluster but white space at line ends is on exactly one line. */
export function breakParagraph(
  shaped: ShapedParagraph,
  measure: number | Measure,
  setting: LineSetting,
): LineExtent[] {
  return breakMeasured(
    measureParagraph(shaped, typeof measure === 'number' ? { width: measure, beside: [] } : measure, setting),
  );
}

export function measureParagraph(
  shaped: ShapedParagraph,
  measure: Measure,
  setting: LineSetting,
): MeasuredParagraph {
  const { width, beside } = measure;
  const narrowest = Math.min(...beside.map((_, line) => widthOf(measure, line)), width);
  const places = usablePlaces(shaped, narrowest, setting.indent);
  return { shaped, measure, setting, places, input: measurePlaces(shaped, places, setting) };
}

/** The best lines for a measured paragraph. */
export function breakMeasured(measured: MeasuredParagraph): LineExtent[] {
  const { shaped, setting, places } = measured;
  if (shaped.clusters.length === 0) return [];
  if (hasTabs(shaped, setting))
    return breakAtTabs(shaped, places, (from, to, line) => lineTo(measured, from, to, line), setting);
  return linesOf(measured, choose(measured));
}

/** Lines of a paragraph in an asked number of them. */
export interface WishedLines {
  readonly lines: readonly LineExtent[];
  /** What the loosest line lacks of its measure by nature, as a share of it: what spaces and kashidas make up for. */
  readonly lacking: number;
}

/** The best lines that meet a wish; undefined where good lines cannot. */
export function breakToWish(measured: MeasuredParagraph, wish: LineWish): WishedLines | undefined {
  const { shaped, setting } = measured;
  if (shaped.clusters.length === 0 || hasTabs(shaped, setting)) return undefined;
  const chosen = choose(measured, wish);
  if (chosen.length === 0) return undefined;
  return { lines: linesOf(measured, chosen), lacking: mostLacking(measured, chosen) };
}

function choose({ input, measure, setting }: MeasuredParagraph, wish?: LineWish): ChosenBreaks {
  const width = (line: number): number => widthOf(measure, line);
  return chooseBreaks(input, width, measure.beside.length, breakerSettings(setting), wish);
}

function mostLacking({ input, measure }: MeasuredParagraph, chosen: ChosenBreaks): number {
  const lacking = chosen.map((to, line) => {
    if (input.forced[to] === 1) return 0;
    const from = line === 0 ? 0 : chosen[line - 1]!;
    return 1 - (input.endLength[to]! - input.startLength[from]! + input.added[to]!) / widthOf(measure, line);
  });
  return Math.max(0, ...lacking);
}

function linesOf(measured: MeasuredParagraph, chosen: ChosenBreaks): LineExtent[] {
  return chosen.map((index, line) =>
    lineTo(measured, line === 0 ? -1 : chosen[line - 1]! - 1, index - 1, line),
  );
}

/** The line from the place with index `from`, -1 for the paragraph's start, to the place `to`. */
function lineTo(
  { shaped, measure, setting, places }: MeasuredParagraph,
  from: number,
  to: number,
  line: number,
): LineExtent {
  const last = places[from] ?? { cluster: 0, inside: 0 };
  const place = places[to]!;
  const indent = line === 0 ? setting.indent : 0;
  return {
    from: skipSpaces(shaped, last.cluster, place.cluster),
    to: place.inside > 0 ? place.cluster : dropSpaces(shaped, last.cluster, place.cluster),
    fromInside: last.inside,
    toInside: place.inside,
    hyphen: place.kind === 'hyphen',
    torn: place.torn,
    isLast: place.kind === 'forced',
    indent: (measure.beside[line]?.start ?? 0) + indent,
    width: widthOf(measure, line) - indent,
  };
}

/** Room of the line with an index, in points. */
function widthOf({ width, beside }: Measure, line: number): number {
  return width - (beside[line]?.start ?? 0) - (beside[line]?.end ?? 0);
}

function breakerSettings(setting: LineSetting): BreakerSettings {
  const mode = setting.alignment === 'justify' ? JUSTIFY : setting.balance ? BALANCE : RAGGED;
  const { leastSpace, mostSpace, kashida } = setting;
  return {
    ...mode,
    leastSpace,
    mostSpace,
    kashidaAfter: kashida?.after ?? 0,
    kashidaWords: kashida?.words ?? 0,
  };
}
