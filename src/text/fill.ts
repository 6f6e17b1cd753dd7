/** How a justified line is filled: what it lacks and what its parts can give in, each part's share out. Numbers only. */

/** What the parts of a line can give. Lengths in points. */
export interface LineRoom {
  /** Natural width of the word spaces. */
  readonly spaces: number;
  /** By how much all letters together may be widened or narrowed: glyph scaling and letter space. */
  readonly letters: number;
  /** Tatweels that its words may take at the most, and the width of one. */
  readonly tatweels: number;
  readonly tatweel: number;
}

/** Words of a line that may be drawn out, numbers only. */
export interface Stretchable {
  readonly count: number;
  /** Tatweels that they may take if all were drawn out to the longest, and the width of these together. */
  readonly tatweels: number;
  readonly width: number;
}

/** What a line of `words` words gives by kashidas if a share of them, and one always, may carry one. */
export function kashidaRoom(
  { count, tatweels, width }: Stretchable,
  words: number,
  share: number,
): Pick<LineRoom, 'tatweels' | 'tatweel'> {
  if (count === 0) return NO_KASHIDA;
  const allowed = mostKashidas(words, share);
  return {
    tatweels: allowed >= count ? tatweels : Math.floor((tatweels * allowed) / count),
    tatweel: width / tatweels,
  };
}

const NO_KASHIDA = { tatweels: 0, tatweel: 0 };

/** How many of a line's words may carry a kashida. */
export function mostKashidas(words: number, share: number): number {
  return Math.max(1, Math.floor(words * share));
}

export interface FillSettings {
  /** Word space at the limits, as fractions of its natural width. */
  readonly leastSpace: number;
  readonly mostSpace: number;
  /** Share of what spaces and letters may give that they give before words are drawn out, 0 to 1. */
  readonly kashidaAfter: number;
}

export interface Filling {
  /** Word spaces over their natural width. Never under the least space: what a line then lacks hangs over. */
  readonly spaceRatio: number;
  /** Share of what letters may give, from -1 (narrowest) to 1. */
  readonly letters: number;
  readonly tatweels: number;
  /**
   * Share of what spaces and letters may give: -1 and 1 are the limits. Over 1 only spaces give more; under -1 the line
   * does not fit.
   */
  readonly ratio: number;
  /** Points that stay free because nothing could fill them but spaces so wide that they tear the line apart. */
  readonly short: number;
}

/** Word spaces over their natural width from which on a line is left short of its measure, as if it were not justified. */
const TORN = 4;

/**
 * Fills `gap` points: spaces and letters together up to a share, then kashidas as whole tatweels, then spaces and letters
 * up to their limits, and past these spaces alone, the last resort (W3C, Text Layout Requirements for the Arabic Script). What
 * would tear the line apart stays free.
 */
export function fillLine(gap: number, room: LineRoom, settings: FillSettings): Filling {
  if (gap < 0) return tighten(gap, room, settings);
  const { spaces, letters, tatweel } = room;
  const most = spaces * (settings.mostSpace - 1);
  const elastic = most + letters;
  const tatweels = room.tatweels > 0 ? tatweelsFor(gap, elastic, room, settings) : 0;
  const rest = gap - tatweels * tatweel;
  if (rest <= elastic) {
    const ratio = elastic > 0 ? rest / elastic : 0;
    return { spaceRatio: 1 + ratio * (settings.mostSpace - 1), letters: ratio, tatweels, ratio, short: 0 };
  }
  const over = rest - elastic;
  const ratio = 1 + over / Math.max(most, LEAST_ROOM);
  const wide = spaces > 0 ? 1 + (rest - letters) / spaces : Number.POSITIVE_INFINITY;
  if (wide <= Math.max(TORN, settings.mostSpace))
    return { spaceRatio: wide, letters: 1, tatweels, ratio, short: 0 };
  const spaceRatio = spaces > 0 ? settings.mostSpace : 1;
  return { spaceRatio, letters: 1, tatweels, ratio, short: over };
}

/** Tatweels for what spaces and letters should not take. Spaces that get narrower by the last one do not matter; an overfull line does. */
function tatweelsFor(gap: number, elastic: number, room: LineRoom, { kashidaAfter }: FillSettings): number {
  const wanted = Math.round((gap - elastic * kashidaAfter) / room.tatweel);
  return Math.max(0, Math.min(wanted, room.tatweels, Math.floor(gap / room.tatweel)));
}

/** Keeps ratios finite where nothing can give. */
const LEAST_ROOM = 0.01;

function tighten(gap: number, { spaces, letters }: LineRoom, settings: FillSettings): Filling {
  const least = spaces * (1 - settings.leastSpace);
  const elastic = least + letters;
  const ratio = gap / Math.max(elastic, LEAST_ROOM);
  const share = Math.max(ratio, -1);
  return { spaceRatio: 1 + share * (1 - settings.leastSpace), letters: share, tatweels: 0, ratio, short: 0 };
}
