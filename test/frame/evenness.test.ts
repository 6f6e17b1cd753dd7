/** Loose lines counted off hand-made frames. */

import { expect, it } from 'vitest';
import { measureEvenness } from '../../src/frame/evenness.js';
import type { Edition, Group, Item } from '../../src/frame/frame.js';
import { black, edition, face, page } from '../pdf/helper.js';

/** A line of two letters round a space that is set `ratio` times its natural width. */
function line(ratio: number, y: number, lang = 'en'): Item {
  const letter = { text: 'a', glyphs: [], advance: 500 };
  const space = { text: ' ', glyphs: [], advance: 250 };
  const clusters = [letter, space, letter];
  const advances = [5, 2.5 * ratio, 5];
  return {
    kind: 'glyphs',
    x: 0,
    y,
    face: face('serif'),
    size: 10,
    ink: black,
    rtl: false,
    lang,
    clusters,
    advances,
  };
}

function counted(role: Group['role'], items: readonly Item[]): unknown {
  const group: Group = { kind: 'group', x: 0, y: 0, role, story: 's', alt: undefined, items };
  const issue: Edition = edition([page([group])]);
  return measureEvenness(issue);
}

it('counts lines over twice and three times the natural space', () => {
  expect(counted('paragraph', [line(1, 10), line(2.1, 20), line(3.2, 30)])).toEqual([
    { lang: 'en', lines: 3, over2: 2, over3: 1 },
  ]);
});

it('takes runs on one baseline for one line', () => {
  expect(counted('paragraph', [line(1, 10), line(3.4, 10)])).toEqual([
    { lang: 'en', lines: 1, over2: 1, over3: 0 },
  ]);
});

it('leaves heads and captions out', () => {
  expect(counted('headline', [line(4, 10)])).toEqual([]);
});
