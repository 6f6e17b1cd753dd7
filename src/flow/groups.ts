/** Placed pieces as frames: one group a paragraph and column, so that readers of frames see what belongs together. */

import type { Item } from '../frame/frame.js';
import type { PlacedPiece } from './piece.js';

/** Items of pieces whose places are from `y`, in the order in which they stand; `story` is that of pieces without one of their own. */
export function groupsOf(placed: Iterable<PlacedPiece>, story: string | undefined, y = 0): Item[] {
  const groups: Item[] = [];
  let open: { items: Item[]; readonly first: PlacedPiece; last: PlacedPiece } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { first, last, items } = open;
    const foot = last.y + last.piece.height + y;
    items.unshift(...(first.piece.ground?.(first.x, first.y + y, foot) ?? []));
    open = undefined;
  };
  for (const item of placed) {
    const { piece, x } = item;
    const drawn = piece.draw(x, item.y + y);
    if (piece.whole === true) {
      close();
      groups.push(...drawn);
      continue;
    }
    const last = open?.last;
    if (last?.piece.block !== piece.block || last.x !== x || last.piece.story !== piece.story) {
      close();
      const { role, block } = piece;
      open = { items: [], first: item, last: item };
      groups.push({
        kind: 'group',
        x: 0,
        y: 0,
        role,
        story: piece.story ?? story,
        block,
        alt: undefined,
        items: open.items,
      });
    }
    open!.items.push(...drawn);
    open!.last = item;
  }
  close();
  return groups;
}
