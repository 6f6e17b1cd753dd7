/** The measure of words in order within their paragraph. */

import { expect, it } from 'vitest';
import { WordIndex } from './paragraph-words.js';

const words = (text: string): string[] => text.split(' ');
const some = (count: number, word: string): string => Array.from({ length: count }, () => word).join(' ');

it('finds a paragraph whole though its common words crowd elsewhere', () => {
  const paragraph = words('the peg lends the rope the weight of the ground');
  const crowds = Array.from({ length: 6 }, () => `${some(12, 'the')} ${some(100, 'x')}`).join(' ');
  const index = new WordIndex(words(`${crowds} ${paragraph.join(' ')} ${some(100, 'x')}`));
  expect(index.found(paragraph)).toBe(10);
});

it('counts words that come in another order once', () => {
  const index = new WordIndex(words(`${some(100, 'x')} four five six seven one two three ${some(100, 'x')}`));
  expect(index.found(words('one two three four five six seven'))).toBe(4);
});

it('finds the two halves of a paragraph that columns part, and no more of what stands between than there may be', () => {
  const halves = ['a paragraph goes on at', 'the head of the next column'];
  const near = new WordIndex(words(`${halves[0]} ${some(30, 'x')} ${halves[1]}`));
  expect(near.found(words(halves.join(' ')))).toBe(11);
  const nowhere = new WordIndex(words(`${halves[0]} ${some(30, 'x')}`));
  expect(nowhere.found(words(halves.join(' ')))).toBe(5);
});
