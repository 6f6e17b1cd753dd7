/** Justifies one line: its pieces and the gap to its measure in, the pieces with their advances set out. */

import { type Filling, fillLine, kashidaRoom, type LineRoom, mostKashidas } from './fill.js';
import type { LineSetting } from './lines.js';
import { drawOut, type Piece } from './pieces.js';
import { letterRoom, type ShapedParagraph } from './shape.js';
import {
  chooseKashidas,
  type KashidaSetting,
  mostTatweels,
  type StretchableWord,
  stretchableWords,
} from './stretch.js';

/** A line as justified. */
export interface JustifiedLine {
  readonly pieces: readonly Piece[];
  /** Word spaces over their natural width. */
  readonly spaceRatio: number;
  /** Share of what letters may give, from -1 to 1. */
  readonly letters: number;
  /** Points by which it stays short of its measure, since nothing could fill them. */
  readonly short: number;
}

/**
 * Fills `gap` points, as the breaker reckoned: draws words out, then spreads what is left over spaces and letters. Drawn
 * words are shaped again and measured, so the line meets its measure whatever the font made of the tatweels.
 */
export function justify(
  shaped: ShapedParagraph,
  natural: readonly Piece[],
  gap: number,
  setting: LineSetting,
): JustifiedLine {
  const settings = { ...setting, kashidaAfter: setting.kashida?.after ?? 0 };
  const pieces = gap > 0 ? drawOutWords(shaped, natural, gap, setting) : natural;
  const rest = gap - (totalAdvance(pieces) - totalAdvance(natural));
  const filling = fillLine(rest, elasticRoom(pieces, setting), settings);
  return { ...filling, pieces: pieces.map(piece => spread(piece, filling, setting)) };
}

/** How far the words of a line may be drawn out that is fitted to its measure: heads of a few words in large type. */
const FIT: KashidaSetting = { words: 1, longest: 2.5, after: 0 };

/**
 * Draws words out until the line meets its measure; its spaces take the last fraction of a tatweel. A line that kashidas
 * cannot bring there keeps its natural spaces.
 */
export function fitToMeasure(
  shaped: ShapedParagraph,
  natural: readonly Piece[],
  gap: number,
  setting: LineSetting,
): JustifiedLine {
  const stiff = { ...setting, mostSpace: 1, glyphScaling: 0, letterSpace: 0, kashida: FIT };
  const pieces = drawOutWords(shaped, natural, gap, stiff);
  const rest = gap - (totalAdvance(pieces) - totalAdvance(natural));
  const widest = Math.max(0, ...wordsOn(shaped, natural).map(({ tatweel }) => tatweel));
  if (rest > widest) return { pieces, spaceRatio: 1, letters: 0, short: 0 };
  const filling = fillLine(rest, elasticRoom(pieces, stiff), { ...stiff, kashidaAfter: 0 });
  return { ...filling, pieces: pieces.map(piece => spread(piece, filling, stiff)) };
}

/** Width of all clusters, in points. */
export function totalAdvance(pieces: readonly Piece[]): number {
  let sum = 0;
  for (const piece of pieces) for (const advance of piece.advances) sum += advance;
  return sum;
}

/** What spaces and letters can give. */
function elasticRoom(pieces: readonly Piece[], setting: LineSetting): LineRoom {
  let spaces = 0;
  let letters = 0;
  for (const { item, clusters, advances, spaces: isSpace } of pieces) {
    for (const [at, advance] of advances.entries()) {
      if (isSpace[at]) spaces += advance;
      else letters += letterRoom(clusters[at]!, advance, item, setting);
    }
  }
  return { spaces, letters, tatweels: 0, tatweel: 0 };
}

function drawOutWords(
  shaped: ShapedParagraph,
  pieces: readonly Piece[],
  gap: number,
  setting: LineSetting,
): readonly Piece[] {
  const { kashida } = setting;
  if (kashida === undefined) return pieces;
  const words = wordsOn(shaped, pieces).filter(word => mostTatweels(word, kashida) > 0);
  const stretchable = { count: words.length, tatweels: 0, width: 0 };
  for (const word of words) {
    const most = mostTatweels(word, kashida);
    stretchable.tatweels += most;
    stretchable.width += most * word.tatweel;
  }
  const wordCount = pieces.reduce((sum, { spaces }) => sum + spaces.filter(Boolean).length, 1);
  const room = { ...elasticRoom(pieces, setting), ...kashidaRoom(stretchable, wordCount, kashida.words) };
  const { tatweels } = fillLine(gap, room, { ...setting, kashidaAfter: kashida.after });
  if (tatweels === 0) return pieces;
  const chosen = chooseKashidas(words, tatweels, mostKashidas(wordCount, kashida.words), kashida);
  return pieces.map(piece => {
    let drawn = piece;
    for (const [{ at }, length] of chosen) {
      if (piece.starts[0]! < at && at < piece.end) drawn = drawOut(shaped.paragraph.text, drawn, at, length);
    }
    return drawn;
  });
}

/** Words that stand on the line with the letters on both sides of their place. */
function wordsOn(shaped: ShapedParagraph, pieces: readonly Piece[]): StretchableWord[] {
  return stretchableWords(shaped).filter(({ at }) =>
    pieces.some(({ starts, end }) => starts[0]! < at && at < end && starts.includes(at)),
  );
}

function spread(piece: Piece, { spaceRatio, letters }: Filling, setting: LineSetting): Piece {
  const { item, clusters, spaces } = piece;
  const advances = piece.advances.map((advance, at) =>
    spaces[at] ? advance * spaceRatio : advance + letters * letterRoom(clusters[at]!, advance, item, setting),
  );
  return { ...piece, advances };
}
