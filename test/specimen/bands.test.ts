/** Bands of lanes over pages, with pieces that draw a box of their height. */

import { expect, it } from 'vitest';
import type { Piece } from '../../src/flow/piece.js';
import type { Item } from '../../src/frame/frame.js';
import { type Band, layBands } from '../../src/specimen/bands.js';
import { black } from '../pdf/helper.js';

const box = (height: number): Piece => ({
  height,
  before: 0,
  mayEndColumn: true,
  floats: false,
  role: 'paragraph',
  block: 0,
  draw: (x, y) => [{ kind: 'box', x, y, width: 10, height, ink: black }],
});

const lane = (x: number, ...heights: number[]): Band[number] => ({ x, pieces: heights.map(box) });

/** Boxes as `height at x,y`, rules as `rule at y`, page by page; a page is 100 points high from y 10 on. */
function laid(...bands: Band[]): string[][] {
  const told = (item: Item): string =>
    item.kind === 'box'
      ? `${item.height} at ${item.x},${item.y}`
      : item.kind === 'rule'
        ? `rule at ${item.y1}`
        : '';
  const parting = { gap: 6, rule: 1, ink: black };
  return layBands(bands, parting, page => ({ x: page, y: 10, width: 80, height: 100 })).map(items =>
    items.map(told),
  );
}

it('sets lanes side by side, and the next band under the longest with a rule between', () => {
  expect(laid([lane(0, 20, 20), lane(50, 30)], [lane(0, 10)])).toEqual([
    ['20 at 1,10', '20 at 1,30', '30 at 51,10', 'rule at 53', '10 at 1,56'],
  ]);
});

it('begins a page with a band that does not fit whole', () => {
  expect(laid([lane(0, 40)], [lane(0, 30, 30)])).toEqual([['40 at 1,10'], ['30 at 2,10', '30 at 2,40']]);
});

it('begins what is higher than a page under the band before it', () => {
  expect(laid([lane(0, 40)], [lane(0, 50, 60)])).toEqual([
    ['40 at 1,10', 'rule at 53', '50 at 1,56'],
    ['60 at 2,10'],
  ]);
});

it('begins a page with what is higher than one where little room is left', () => {
  expect(laid([lane(0, 80)], [lane(0, 10, 90, 30)])).toEqual([
    ['80 at 1,10'],
    ['10 at 2,10', '90 at 2,20'],
    ['30 at 3,10'],
  ]);
});

it('goes on over pages with what is higher than one', () => {
  expect(laid([lane(0, 60, 60), lane(50, 60)], [lane(0, 20)])).toEqual([
    ['60 at 1,10', '60 at 51,10'],
    ['60 at 2,10', 'rule at 73', '20 at 2,76'],
  ]);
});

it('loses nothing that is higher than a page', () => {
  expect(laid([lane(0, 120, 30)])).toEqual([['120 at 1,10'], ['30 at 2,10']]);
});
