/** UAX #9 rule L2: the levels of a line's pieces in logical order in, the order they print in from left to right out. */

/**
 * Indices of the pieces from left to right: from the highest level down to the lowest odd one, runs at that level
 * or above are reversed. Rule L1 is done before: white space at a line's end is not set at all, and segment and
 * paragraph separators have the paragraph's level already.
 */
export function visualOrder(levels: ArrayLike<number>): number[] {
  const order = Array.from(levels, (_, index) => index);
  let highest = 0;
  let lowestOdd = 255;
  for (const index of order) {
    highest = Math.max(highest, levels[index]!);
    lowestOdd = Math.min(lowestOdd, levels[index]! | 1);
  }
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      if (levels[order[start]!]! < level) continue;
      let end = start;
      while (end + 1 < order.length && levels[order[end + 1]!]! >= level) end++;
      reverse(order, start, end);
      start = end;
    }
  }
  return order;
}

function reverse(order: number[], start: number, end: number): void {
  for (let low = start, high = end; low < high; low++, high--) {
    const index = order[low]!;
    order[low] = order[high]!;
    order[high] = index;
  }
}
