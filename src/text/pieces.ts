/** The parts of one line, an item each: a shaped paragraph and a line's range in, clusters with their advances out. */

import type { Cluster } from '../frame/frame.js';
import { drawnOutCluster } from './cluster-pool.js';
import type { TextItem } from './itemise.js';
import type { LineExtent } from './lines.js';
import {
  advanceOf,
  hyphenOf,
  isWordSpace,
  type ShapedParagraph,
  type ShapedStretch,
  shapeStretch,
} from './shape.js';

/** The clusters of one item on the line, in logical order. */
export interface Piece {
  readonly item: TextItem;
  readonly clusters: readonly Cluster[];
  /** Offset in the paragraph's text where each cluster begins. */
  readonly starts: readonly number[];
  /** Offset where the piece ends. */
  readonly end: number;
  /** Clusters that must not be parted from the one before without being shaped again. */
  readonly unsafe: readonly boolean[];
  readonly advances: readonly number[];
  readonly spaces: readonly boolean[];
}

/**
 * Cuts the line's range at item borders. The first and last piece are shaped again where the line begins or ends
 * inside a ligature or at a place that HarfBuzz calls unsafe.
 */
export function cutPieces(shaped: ShapedParagraph, line: LineExtent): Piece[] {
  const pieces: Piece[] = [];
  const { itemOf, items, paragraph, starts, unsafe } = shaped;
  const last = line.toInside > 0 ? line.to + 1 : line.to;
  for (let at = line.from; at < last; ) {
    const index = itemOf[at]!;
    const item = items[index]!;
    let next = at;
    while (next < last && itemOf[next] === index) next++;
    const start = at === line.from ? starts[at]! + line.fromInside : item.start;
    const end = next === last ? starts[line.to]! + line.toInside : item.end;
    const again =
      (start > item.start && (start > starts[at]! || unsafe[at]!)) ||
      (end < item.end && (line.toInside > 0 || unsafe[line.to]!));
    const stretch = again
      ? shapeStretch(paragraph.text, item, start, end, paragraph.typed)
      : {
          clusters: shaped.clusters.slice(at, next),
          starts: starts.slice(at, next),
          unsafe: unsafe.slice(at, next),
        };
    pieces.push(
      makePiece(item, end, line.hyphen && next === last ? withHyphen(stretch, item, end) : stretch),
    );
    at = next;
  }
  return pieces;
}

type Stretch = Pick<ShapedStretch, 'clusters' | 'starts' | 'unsafe'>;

function makePiece(item: TextItem, end: number, { clusters, starts, unsafe }: Stretch): Piece {
  return {
    item,
    clusters,
    starts,
    end,
    unsafe,
    advances: clusters.map(cluster => advanceOf(cluster, item)),
    spaces: clusters.map(isWordSpace),
  };
}

function withHyphen({ clusters, starts, unsafe }: Stretch, item: TextItem, end: number): Stretch {
  const hyphen = hyphenOf(item);
  return {
    clusters: [...clusters, ...hyphen],
    starts: [...starts, ...hyphen.map(() => end)],
    unsafe: [...unsafe, ...hyphen.map(() => true)],
  };
}

const TATWEEL = '\u0640';

/**
 * A piece with the word round offset `at` drawn out there by tatweels. The word is shaped again with them, and each
 * tatweel is folded into the letter before it, so that nobody copies it. Where the letters do not come out one by one as
 * before, the piece stays as it is.
 */
export function drawOut(text: string, piece: Piece, at: number, tatweels: number): Piece {
  const { item, clusters, starts, unsafe } = piece;
  const place = starts.indexOf(at);
  let from = place - 1;
  let to = place + 1;
  while (from > 0 && unsafe[from]) from--;
  while (to < clusters.length && unsafe[to]) to++;
  const end = starts[to] ?? piece.end;
  const drawn = text.slice(0, at) + TATWEEL.repeat(tatweels) + text.slice(at);
  const stretch = shapeStretch(drawn, item, starts[from]!, end + tatweels);
  const added = stretch.starts.filter(start => start >= at && start < at + tatweels).length;
  if (stretch.clusters.length !== to - from + added) return piece;
  const letter = drawnOutCluster(
    stretch.clusters[place - from - 1]!,
    stretch.clusters.slice(place - from, place - from + added),
  );
  const word = [
    ...stretch.clusters.slice(0, place - from - 1),
    letter,
    ...stretch.clusters.slice(place - from + added),
  ];
  const whole = [...clusters.slice(0, from), ...word, ...clusters.slice(to)];
  return makePiece(item, piece.end, { clusters: whole, starts, unsafe });
}
