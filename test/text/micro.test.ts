/** Glyph scaling and letter space: letters take a small share of what a justified line lacks or has too much. */

import { describe, expect, it } from 'vitest';
import { setLines, setting, shapeText, widthOf } from './support.js';

const TEXT = 'some words that will not fill their lines evenly at all and then some more of them';
const scaled = { ...setting('justify'), glyphScaling: 0.015 };

describe('a justified line', () => {
  it('has its glyphs at most as much wider or narrower as the setting says', () => {
    for (let width = 60; width < 200; width += 7) {
      for (const { runs } of setLines(shapeText(TEXT), width, scaled)) {
        for (const { stretch = 1 } of runs) expect(Math.abs(stretch - 1)).toBeLessThanOrEqual(0.015 + 1e-9);
      }
    }
  });

  it('needs less of its word spaces than without', () => {
    const width = widthOf('some words that will') + 8;
    const [plain] = setLines(shapeText(TEXT), width, setting('justify'));
    const [easier] = setLines(shapeText(TEXT), width, scaled);
    expect(easier!.runs[0]!.stretch).toBeGreaterThan(1);
    expect(easier!.spaceRatio).toBeLessThan(plain!.spaceRatio);
  });

  it('is left alone at the end of a paragraph', () => {
    const last = setLines(shapeText(TEXT), 90, scaled).at(-1)!;
    for (const run of last.runs) expect(run.stretch).toBeUndefined();
  });
});

it('scales all glyphs of a line alike, whatever their script', () => {
  const lines = setLines(
    shapeText('words and {ar:كلمات عربية} in a line that is justified and goes on'),
    120,
    scaled,
  );
  const stretches = new Set(lines[0]!.runs.map(run => run.stretch));
  expect(stretches.size).toBe(1);
});

describe('letter space', () => {
  const spaced = { ...setting('justify'), letterSpace: 0.015 };

  it('sets letters at most as far apart or close as the setting says, as part of the size', () => {
    let most = 0;
    for (let width = 60; width < 200; width += 7) {
      for (const { runs } of setLines(shapeText(TEXT), width, spaced)) {
        for (const { letterSpace = 0, size } of runs) {
          expect(Math.abs(letterSpace)).toBeLessThanOrEqual(0.015 * size + 1e-9);
          most = Math.max(most, Math.abs(letterSpace));
        }
      }
    }
    expect(most).toBeGreaterThan(0);
  });

  it('is what each letter has more than its own advance, and spaces are told apart', () => {
    const [line] = setLines(shapeText(TEXT), widthOf('some words that will') + 6, spaced);
    const { clusters, advances, letterSpace, face, size } = line!.runs[0]!;
    for (const [at, { text, advance }] of clusters.entries()) {
      const own = (advance / face.unitsPerEm) * size;
      if (text !== ' ') expect(advances[at]! - own).toBeCloseTo(letterSpace!, 9);
      else expect(advances[at]! - own).toBeGreaterThan(letterSpace!);
    }
  });

  it('never parts letters that join', () => {
    const text = 'كلمات عربية تملأ سطرا with words of another script كلمات عربية';
    for (const { runs } of setLines(shapeText(text, { direction: 'rtl' }), 110, spaced)) {
      for (const run of runs) if (run.rtl) expect(run.letterSpace).toBeUndefined();
    }
  });
});
