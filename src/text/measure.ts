/** Measures a shaped paragraph at its break places: lengths and what can give, as running totals for the line breaker. */

import type { BreakerInput } from './breaker.js';
import { hangAtEnd, hangAtStart, hangOfHyphen } from './hang.js';
import type { LineSetting } from './lines.js';
import { hyphenWidth, isBlank, type Place } from './places.js';
import { letterRoom, type ShapedParagraph } from './shape.js';
import { mostTatweels, stretchableWords } from './stretch.js';

export function measurePlaces(
  shaped: ShapedParagraph,
  places: readonly Place[],
  setting: LineSetting,
): BreakerInput {
  const size = places.length + 1;
  const array = (): Float64Array => new Float64Array(size);
  const input = {
    endLength: array(),
    startLength: array(),
    endSpaces: array(),
    startSpaces: array(),
    endGaps: array(),
    startGaps: array(),
    letters: array(),
    stretchable: array(),
    tatweels: array(),
    kashidaWidth: array(),
    added: array(),
    penalty: array(),
    hyphen: new Uint8Array(size),
    forced: new Uint8Array(size),
  };
  const totals = new Totals(shaped, setting);
  input.startLength[0] = hangAtStart(shaped, 0, setting.hang) - setting.indent;
  for (let index = 1; index < size; index++) {
    const place = places[index - 1]!;
    totals.goTo(place.cluster);
    const { length, spaces, gaps, blank } = totals;
    const part = place.inside > 0 ? partOf(shaped, place) : 0;
    const trailing = place.inside > 0 ? NOTHING : blank;
    input.endLength[index] = length + part - trailing.length - hangBehind(shaped, place, trailing, setting);
    input.startLength[index] = length + part + hangAtStart(shaped, place.cluster, setting.hang);
    input.endSpaces[index] = spaces - trailing.spaces;
    input.startSpaces[index] = spaces;
    input.endGaps[index] = gaps - trailing.gaps;
    input.startGaps[index] = gaps;
    input.letters[index] = totals.letters;
    input.stretchable[index] = totals.stretchable;
    input.tatweels[index] = totals.tatweels;
    input.kashidaWidth[index] = totals.kashidaWidth;
    input.penalty[index] = place.penalty;
    if (place.kind === 'forced') input.forced[index] = 1;
    if (place.kind === 'hyphen') {
      input.hyphen[index] = 1;
      input.added[index] = hyphenWidth(shaped, place);
    }
  }
  return input;
}

/** White space at a line's end. */
interface Blank {
  readonly length: number;
  readonly spaces: number;
  readonly gaps: number;
  readonly clusters: number;
}

const NOTHING: Blank = { length: 0, spaces: 0, gaps: 0, clusters: 0 };

/** Running totals up to a cluster. */
class Totals {
  length = 0;
  spaces = 0;
  gaps = 0;
  letters = 0;
  stretchable = 0;
  tatweels = 0;
  kashidaWidth = 0;
  /** The white space just before. */
  blank = NOTHING;
  private cluster = 0;
  private word = 0;
  private readonly words;

  constructor(
    private readonly shaped: ShapedParagraph,
    private readonly setting: LineSetting,
  ) {
    this.words = setting.kashida === undefined ? [] : stretchableWords(shaped);
  }

  goTo(end: number): void {
    const { shaped, setting } = this;
    for (; this.cluster < end; this.cluster++) {
      const cluster = this.cluster;
      const advance = shaped.advances[cluster]!;
      const isSpace = shaped.isSpace[cluster]!;
      this.length += advance;
      if (isSpace) {
        this.spaces += advance;
        this.gaps += 1;
      } else {
        const item = shaped.items[shaped.itemOf[cluster]!]!;
        this.letters += letterRoom(shaped.clusters[cluster]!, advance, item, setting);
      }
      if (isBlank(shaped, cluster)) {
        const { length, spaces, gaps, clusters } = this.blank;
        this.blank = {
          length: length + advance,
          spaces: isSpace ? spaces + advance : spaces,
          gaps: isSpace ? gaps + 1 : gaps,
          clusters: clusters + 1,
        };
      } else this.blank = NOTHING;
    }
    this.countWords(end);
  }

  /** A word counts once the whole of its place, the letters on both sides, stands before the end. */
  private countWords(end: number): void {
    for (let word = this.words[this.word]; word !== undefined && word.cluster + 1 < end; ) {
      const most = mostTatweels(word, this.setting.kashida!);
      if (most > 0) {
        this.stretchable += 1;
        this.tatweels += most;
        this.kashidaWidth += most * word.tatweel;
      }
      this.word += 1;
      word = this.words[this.word];
    }
  }
}

/** How far the last mark of a line that ends here hangs, its hyphen included. */
function hangBehind(shaped: ShapedParagraph, place: Place, trailing: Blank, { hang }: LineSetting): number {
  if (place.kind === 'hyphen')
    return hangOfHyphen(shaped, place.inside > 0 ? place.cluster : place.cluster - 1, hang);
  return hangAtEnd(shaped, place.cluster - 1 - trailing.clusters, hang);
}

/** About how much of a divided ligature stands before the division; the set line is shaped again and measured. */
function partOf(shaped: ShapedParagraph, { cluster, inside }: Place): number {
  return (shaped.advances[cluster]! * inside) / (shaped.starts[cluster + 1]! - shaped.starts[cluster]!);
}
