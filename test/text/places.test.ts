/** What it costs to end a line at each place of a text. */

import { expect, it } from 'vitest';
import { usablePlaces } from '../../src/text/places.js';
import { shapeText } from './support.js';

/** Costs in the order of the text, the paragraph's end last. */
function costs(text: string): number[] {
  return usablePlaces(shapeText(text, { hyphenate: true }), 1_000, 0).map(({ penalty }) => penalty);
}

it('a space costs nothing, a slash more than a hyphen, an address most', () => {
  const [slash, space, end] = costs('and/or now');
  const [hyphen] = costs('paper');
  const [address] = costs('desk@example.org');
  expect([space, end]).toEqual([0, 0]);
  expect(slash).toBeGreaterThan(hyphen!);
  expect(address).toBeGreaterThan(slash!);
});
