/** Shape curves: heights with their costs in, those worth keeping out. */

import { describe, expect, it } from 'vitest';
import { type Candidate, leanest, leanestOf } from '../../src/page/search/curve.js';

/** Options by name: a height, a cost, and what is found out of it later. */
const options = (...list: readonly (readonly [string, number, number, number?])[]): Candidate<string>[] =>
  list.map(([way, height, cost, further = 0]) => ({ way, height, cost, further: () => further }));

const ways = (kept: readonly { readonly way: string }[]): string => kept.map(({ way }) => way).join(' ');

describe('the options worth keeping', () => {
  it('are those that no lower one beats with white under it', () => {
    const found = options(['low', 10, 5], ['same', 12, 5], ['cheap', 12, 3], ['dear', 20, 9]);
    expect(ways(leanest(found, 0.01))).toBe('low cheap');
  });

  it('are chosen by their whole cost', () => {
    const found = options(['uneven', 10, 1, 9], ['level', 11, 2], ['dear', 12, 8]);
    const kept = leanestOf(found, 0.01);
    expect(ways(kept)).toBe('uneven level');
    expect(kept.map(({ cost }) => cost)).toEqual([10, 2]);
  });

  it('come back once what would have beaten them costs more than it seemed', () => {
    const found = options(['seems best', 10, 1, 9], ['better', 10, 2], ['next', 11, 1.5]);
    expect(ways(leanestOf(found, 0.01))).toBe('better next');
  });

  it('are all that is reckoned to the end', () => {
    let reckoned = 0;
    const found = options(['a', 10, 1], ['b', 12, 0.5], ['c', 14, 7], ['d', 16, 8]).map(option => ({
      ...option,
      further: () => {
        reckoned++;
        return 0;
      },
    }));
    expect(ways(leanestOf(found, 0.01))).toBe('a b');
    expect(reckoned).toBe(2);
  });
});
