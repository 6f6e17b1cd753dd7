/** The places where lines of a measure may end: a paragraph's own, and for words wider than the measure some of need. */

import type { BreakPlace } from './breaks.js';
import { hyphenationPoints } from './hyphenate.js';
import { isJoining } from './scripts.js';
import { advanceOf, hyphenOf, type ShapedParagraph } from './shape.js';

/** A break place with its cost in Knuth and Plass's units. */
export interface Place extends BreakPlace {
  readonly penalty: number;
  /** Divides a word that is wider than its measure where it should not be divided. */
  readonly torn: boolean;
}

const PENALTIES = {
  open: 0,
  forced: 0,
  hyphen: 50,
  slash: 200,
  address: 1_500,
  'address-behind': 2_000,
} as const;

/** Costs of dividing a word that nothing else can help, from the least bad on; all above those of a line that is left short. */
const TORN = {
  hyphen: 200_000,
  mark: 300_000,
  unjoined: 400_000,
  letters: 500_000,
  nearEnd: 700_000,
  joined: 900_000,
} as const;

/** All places in ascending order. `width` is the narrowest measure of any line. */
export function usablePlaces(shaped: ShapedParagraph, width: number, indent: number): Place[] {
  const places: Place[] = [];
  let from = 0;
  for (const place of shaped.breaks) {
    const to = dropSpaces(shaped, from, place.cluster);
    let length = from === 0 ? indent : 0;
    for (let cluster = from; cluster < to; cluster++) length += shaped.advances[cluster]!;
    if (length + hyphenWidth(shaped, place) > width) places.push(...tornPlaces(shaped, from, to));
    places.push({ ...place, penalty: PENALTIES[place.kind], torn: false });
    from = place.cluster;
  }
  return places;
}

/** Places before every cluster of a word that shows, each as bad as what it would part. */
function tornPlaces(shaped: ShapedParagraph, from: number, to: number): Place[] {
  const { items, itemOf, starts, clusters, unsafe, paragraph } = shaped;
  const word = paragraph.text.slice(starts[from], starts[to]);
  const lang = items[itemOf[from]!]!.format.lang;
  const divisions = new Set(/^\p{L}+$/u.test(word) ? hyphenationPoints(word, lang) : []);
  const places: Place[] = [];
  for (let cluster = from + 1; cluster < to; cluster++) {
    if (isBlank(shaped, cluster)) continue;
    const joining = isJoining(items[itemOf[cluster]!]!.script);
    const place = { cluster, inside: 0, torn: true };
    if (divisions.has(starts[cluster]! - starts[from]!)) {
      places.push({ ...place, kind: 'hyphen', penalty: TORN.hyphen });
      continue;
    }
    let penalty: number = TORN.letters;
    if (/[\p{P}\p{S}]$/u.test(clusters[cluster - 1]!.text)) penalty = TORN.mark;
    else if (joining) penalty = unsafe[cluster] ? TORN.joined : TORN.unjoined;
    else if (cluster - from < 2 || to - cluster < 2) penalty = TORN.nearEnd;
    places.push({ ...place, kind: 'open', penalty });
  }
  return places;
}

/** Width of the hyphen that a line ending here takes. */
export function hyphenWidth(
  shaped: ShapedParagraph,
  place: Pick<Place, 'cluster' | 'inside' | 'kind'>,
): number {
  if (place.kind !== 'hyphen') return 0;
  const item = shaped.items[shaped.itemOf[place.inside > 0 ? place.cluster : place.cluster - 1]!]!;
  let width = 0;
  for (const cluster of hyphenOf(item)) width += advanceOf(cluster, item);
  return width;
}

/** White space and characters without a glyph: nothing that a line may end with and show. */
export function isBlank(shaped: ShapedParagraph, cluster: number): boolean {
  const { text } = shaped.clusters[cluster]!;
  return text !== '\t' && text.trim() === '';
}

/** The first cluster of a line from which on something shows. */
export function skipSpaces(shaped: ShapedParagraph, from: number, to: number): number {
  let first = from;
  for (let at = from; at < to && isBlank(shaped, at); at++) {
    if (shaped.clusters[at]!.text !== '') first = at + 1;
  }
  return first;
}

/** The end of a line without the white space it ends with (UAX #9 rule L1: also inside isolates that end there). */
export function dropSpaces(shaped: ShapedParagraph, from: number, to: number): number {
  let last = to;
  for (let at = to; at > from && isBlank(shaped, at - 1); at--) {
    if (shaped.clusters[at - 1]!.text !== '') last = at - 1;
  }
  return last;
}
