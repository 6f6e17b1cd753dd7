/** Pieces in a smaller size: what is too wide or too high for its column in, the same to scale out. */

import { scaleItem } from '../frame/scale.js';
import type { Piece } from './piece.js';
import type { TextSetter } from './setter.js';

/**
 * A piece at `scale` of its size, beginning at `shift` points from the left of its column; its height is rounded up to the
 * grid. What stands over it is scaled alike.
 */
export function scaledPiece(
  { inLines: _, ...piece }: Piece,
  scale: number,
  shift: number,
  setter: Pick<TextSetter, 'onGrid'>,
): Piece {
  return {
    ...piece,
    height: setter.onGrid(piece.height * scale),
    draw: (x, y) => piece.draw(0, 0).map(item => scaleItem(item, scale, x + shift, y)),
    ...(piece.over === undefined ? {} : { over: scaledPiece(piece.over, scale, shift, setter) }),
  };
}
