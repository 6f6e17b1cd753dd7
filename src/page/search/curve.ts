/**
 * Shape curves of a page cut straight through and through: the heights in which something can be set, each with its
 * cost. Curves of modules make those of cells, rows and pages (Otten 1983, Stockmeyer 1983, for floor plans of chips).
 * Heights are grid steps.
 */

export interface Option<T> {
  readonly height: number;
  readonly cost: number;
  readonly way: T;
}

/** Steps of white that nobody sees as a hole: about a line. More weigh more. */
const UNSEEN = 4;
export const HOLE = 8;

/** The cost of so many steps of white, where `white` is that of one that is not seen. */
export function whiteCost(steps: number, white: number): number {
  return (steps + Math.max(0, steps - UNSEEN) * (HOLE - 1)) * white;
}

/**
 * The options worth keeping, lowest first: one that costs no less than a lower one with white under it goes.
 * `white` is the cost of a step left blank.
 */
export function leanest<T>(options: readonly Option<T>[], white: number): Option<T>[] {
  const sorted = [...options].sort((a, b) => a.height - b.height || a.cost - b.cost);
  const kept: Option<T>[] = [];
  let line = Number.POSITIVE_INFINITY;
  let at = 0;
  for (const option of sorted) {
    if (option.cost >= line + (option.height - at) * white * HOLE - 1e-9) continue;
    kept.push(option);
    line = option.cost;
    at = option.height;
  }
  return kept;
}

/** An option part of whose cost is reckoned only where it matters. */
export interface Candidate<T> extends Option<T> {
  readonly further: () => number;
}

/** The candidates worth keeping at their whole cost, which is reckoned of those alone that would be kept without it. */
export function leanestOf<T>(candidates: readonly Candidate<T>[], white: number): Option<T>[] {
  let options: readonly (Candidate<T> | Option<T>)[] = candidates;
  for (;;) {
    const kept = new Set(leanest<T>(options, white));
    if (![...kept].some(option => 'further' in option)) return [...kept];
    options = options.map(option => {
      if (!('further' in option) || !kept.has(option)) return option;
      const { height, cost, way } = option;
      return { height, cost: cost + option.further(), way };
    });
  }
}

export interface Side<T> {
  /** Lowest first. */
  readonly options: readonly Option<T>[];
  /** The cost of a step left blank under it. */
  readonly white: number;
  /** What else can be done with so many steps under it than to leave them blank; undefined if nothing. */
  readonly close: (way: T, steps: number) => { readonly cost: number; readonly way: T } | undefined;
}

/** Options of things side by side, all brought to the height of the highest. */
export function beside<T>(sides: readonly Side<T>[], white: number): Option<readonly T[]>[] {
  if (sides.some(({ options }) => options.length === 0)) return [];
  const least = Math.max(...sides.map(({ options }) => options[0]!.height));
  const heights = new Set([
    least,
    ...sides.flatMap(({ options }) => options.map(({ height }) => height).filter(height => height > least)),
  ]);
  const found = [...heights].map(height => {
    let cost = 0;
    const way = sides.map(side => {
      const best = bestUpTo(side, height);
      cost += best.cost;
      return best.way;
    });
    return { height, cost, way };
  });
  return leanest(found, white);
}

/** The cheapest option no higher than `height`, the white under it counted or closed. */
function bestUpTo<T>({ options, white, close }: Side<T>, height: number): { cost: number; way: T } {
  let best = { cost: Number.POSITIVE_INFINITY, way: options[0]!.way };
  for (const option of options) {
    if (option.height > height) break;
    const steps = height - option.height;
    const cost = option.cost + whiteCost(steps, white);
    if (cost < best.cost) best = { cost, way: option.way };
    const closed = close(option.way, steps);
    if (closed !== undefined && option.cost + closed.cost < best.cost)
      best = { cost: option.cost + closed.cost, way: closed.way };
  }
  return best;
}

/** Options of things one under another with `gap` between them. */
export function stacked<T>(
  parts: readonly (readonly Option<T>[])[],
  gap: number,
  most: number,
  white: number,
): Option<readonly T[]>[] {
  let found: Option<readonly T[]>[] = [{ height: -gap, cost: 0, way: [] }];
  for (const options of parts) {
    const next: Option<readonly T[]>[] = [];
    for (const above of found) {
      for (const option of options) {
        const height = above.height + gap + option.height;
        if (height > most) break;
        next.push({ height, cost: above.cost + option.cost, way: [...above.way, option.way] });
      }
    }
    found = leanest(next, white);
  }
  return found;
}
