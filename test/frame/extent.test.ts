import { expect, it } from 'vitest';
import { extentsOf } from '../../src/frame/extent.js';
import type { Item } from '../../src/frame/frame.js';
import { box } from '../support/pieces.js';

it('extents follow groups, and leave links out', () => {
  const link: Item = { kind: 'link', x: 0, y: 0, width: 9, height: 9, target: { page: 1 } };
  const group: Item = {
    kind: 'group',
    x: 10,
    y: 20,
    role: undefined,
    story: undefined,
    alt: undefined,
    items: [box('a', 1, 2, 30, 40), link],
  };
  expect(extentsOf([group])).toEqual([{ left: 11, right: 41, top: 22, bottom: 62 }]);
});
