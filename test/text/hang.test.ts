/** Hanging punctuation: marks at a line's ends stand out of the measure, the letters beside them at its edge. */

import { describe, expect, it } from 'vitest';
import { edges, setLines, setting, shapeText, type Wish, widthOf } from './support.js';

const hanging = { ...setting('justify'), hang: 1 };

/** Distance of the first line from the measure's ends; negative where it stands out. */
function firstEdges(
  text: string,
  full: string,
  wish: Wish = {},
  how = hanging,
): { left: number; right: number } {
  const width = widthOf(full, wish);
  return edges(setLines(shapeText(text, wish), width, how)[0]!, width);
}

describe('at the end of a line', () => {
  it('a full stop hangs for the greater part', () => {
    const stop = widthOf('.');
    const { left, right } = firstEdges('words that end. Then more', 'words that end', {});
    expect(left).toBeCloseTo(0, 5);
    expect(right).toBeCloseTo(-0.75 * stop, 5);
  });

  it('a hyphen hangs, one that justification adds too', () => {
    const { right } = firstEdges('of the govern\u00adment in it', 'of the govern ');
    expect(right).toBeCloseTo(-0.75 * widthOf('\u2010'), 5);
  });

  it('a letter does not', () => {
    expect(firstEdges('words that end here', 'words that end').right).toBeCloseTo(0, 5);
  });

  it('an Arabic comma hangs on the left', () => {
    const wish = { direction: 'rtl' } as const;
    const { left, right } = firstEdges('قال كلمة، ثم سكت', 'قال كلمة', wish);
    expect(left).toBeCloseTo(-0.75 * widthOf('،', wish), 5);
    expect(right).toBeCloseTo(0, 5);
  });

  it('a mark inside text that reads the other way does not: it is not at the edge', () => {
    const wish = { direction: 'rtl' } as const;
    const { left } = firstEdges('قال {en:no.} ثم', 'قال {en:no.}', wish);
    expect(left).toBeCloseTo(0, 1);
  });
});

it('a quotation mark hangs at the start of a line', () => {
  const lines = setLines(shapeText('one two “three four” five'), widthOf('“three four”'), hanging);
  const second = lines.find(line => line.runs[0]!.clusters[0]!.text === '“')!;
  expect(edges(second, 500).left).toBeCloseTo(-0.5 * widthOf('“'), 0);
});

it('nothing hangs where the style does not say so', () => {
  const { left, right } = firstEdges('words that end. Then more', 'words that end.', {}, setting('justify'));
  expect([left, right].map(edge => Math.abs(edge) < 0.01)).toEqual([true, true]);
});
