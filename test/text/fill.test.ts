/** How a gap is spread over spaces, letters and kashidas. */

import { describe, expect, it } from 'vitest';
import { fillLine, kashidaRoom, type LineRoom, mostKashidas } from '../../src/text/fill.js';

const settings = { leastSpace: 0.75, mostSpace: 1.5, kashidaAfter: 0.5 };
/** Spaces give 10 points up to their limit, letters 2, kashidas three times 3. */
const room: LineRoom = { spaces: 20, letters: 2, tatweels: 3, tatweel: 3 };
const plain: LineRoom = { ...room, tatweels: 0, tatweel: 0 };

/** Points that a filling adds to the line. */
function added({ spaceRatio, letters, tatweels }: ReturnType<typeof fillLine>): number {
  return (spaceRatio - 1) * room.spaces + letters * room.letters + tatweels * room.tatweel;
}

describe('a line that lacks width', () => {
  it('is filled exactly until its spaces would tear it apart', () => {
    for (let gap = 0; gap < 62; gap += 0.7) {
      expect(added(fillLine(gap, room, settings))).toBeCloseTo(gap, 9);
      expect(added(fillLine(gap, plain, settings))).toBeCloseTo(gap, 9);
    }
  });

  it('stretches spaces and letters alone at first', () => {
    expect(fillLine(6, room, settings)).toMatchObject({ tatweels: 0, ratio: 0.5, letters: 0.5 });
  });

  it('then takes kashidas and leaves the spaces about where they were', () => {
    expect(fillLine(9, room, settings)).toMatchObject({ tatweels: 1, ratio: 0.5 });
    expect(fillLine(15, room, settings)).toMatchObject({ tatweels: 3, ratio: 0.5 });
  });

  it('then lets spaces go to their limit, and past it once nothing else gives', () => {
    expect(fillLine(21, room, settings)).toMatchObject({ tatweels: 3, ratio: 1, spaceRatio: 1.5 });
    expect(fillLine(31, room, settings)).toMatchObject({ tatweels: 3, letters: 1, ratio: 2, spaceRatio: 2 });
  });

  it('is left short rather than torn apart, spaces and letters at their limits', () => {
    expect(fillLine(63, plain, settings)).toMatchObject({ spaceRatio: 1.5, letters: 1, short: 51 });
    expect(fillLine(72, room, settings)).toMatchObject({ spaceRatio: 1.5, tatweels: 3, short: 51 });
    expect(fillLine(71, room, settings)).toMatchObject({ spaceRatio: 4, short: 0 });
  });

  it('takes no tatweel that is wider than what it lacks', () => {
    const wide = { ...room, tatweel: 8 };
    expect(fillLine(7, wide, { ...settings, kashidaAfter: 0 }).tatweels).toBe(0);
  });

  it('without anything that gives stays as it is', () => {
    const nothing = { spaces: 0, letters: 0, tatweels: 0, tatweel: 0 };
    expect(fillLine(0, nothing, settings)).toMatchObject({ spaceRatio: 1, letters: 0, ratio: 0, short: 0 });
    expect(fillLine(5, nothing, settings)).toMatchObject({ spaceRatio: 1, tatweels: 0, short: 5 });
  });
});

describe('a line that is too long', () => {
  it('closes spaces and letters alike, and draws nothing out', () => {
    expect(fillLine(-3.5, room, settings)).toEqual({
      spaceRatio: 0.875,
      letters: -0.5,
      tatweels: 0,
      ratio: -0.5,
      short: 0,
    });
  });

  it('hangs over rather than close spaces further than to their least width', () => {
    const { spaceRatio, letters, ratio } = fillLine(-14, room, settings);
    expect([spaceRatio, letters, ratio]).toEqual([0.75, -1, -2]);
  });
});

describe('the words of a line that may carry a kashida', () => {
  it('are a share of them, and always one', () => {
    expect([1, 3, 4, 9].map(words => mostKashidas(words, 0.34))).toEqual([1, 1, 1, 3]);
  });

  it('give in proportion where more could than may', () => {
    const stretchable = { count: 6, tatweels: 24, width: 60 };
    expect(kashidaRoom(stretchable, 8, 0.25)).toEqual({ tatweels: 8, tatweel: 2.5 });
    expect(kashidaRoom(stretchable, 20, 0.5)).toEqual({ tatweels: 24, tatweel: 2.5 });
    expect(kashidaRoom({ count: 0, tatweels: 0, width: 0 }, 8, 0.5).tatweels).toBe(0);
  });
});
