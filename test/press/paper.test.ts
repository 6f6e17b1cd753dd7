/** Names of sheets and papers. */

import { describe, expect, it } from 'vitest';
import { fitsOn, paperOf, sheetFor, sheetSize, thicknessOf } from '../../src/press/paper.js';

const MM = 72 / 25.4;

describe('a sheet', () => {
  it.each([
    ['A3', 'A3', 297, 420],
    ['sra3', 'SRA3', 320, 450],
    ['320x450mm', '320 × 450 mm', 320, 450],
    ['32 × 45 cm', '32 × 45 cm', 320, 450],
    ['11x17in', '11 × 17 in', 279.4, 431.8],
    ['tabloid', 'Tabloid', 279.4, 431.8],
  ])('called %s is %s', (text, name, width, height) => {
    const sheet = sheetSize(text);
    expect(sheet).toEqual({ name, width: expect.closeTo(width * MM), height: expect.closeTo(height * MM) });
  });

  it.each(['', 'A9', '320x450', '0x450mm', '-3x4mm', '320mm', 'A3x2'])('cannot be called “%s”', text => {
    expect(sheetSize(text)).toBeUndefined();
  });

  it('holds an area lying or standing, and a hair more', () => {
    expect(fitsOn(420 * MM, 297 * MM, 297 * MM, 420 * MM)).toBe(true);
    expect(fitsOn(420.1 * MM, 297 * MM, 297 * MM, 420 * MM)).toBe(true);
    expect(fitsOn(421 * MM, 297 * MM, 297 * MM, 420 * MM)).toBe(false);
    expect(fitsOn(298 * MM, 298 * MM, 297 * MM, 420 * MM)).toBe(false);
  });

  it('is the smallest of the A series that holds an area', () => {
    expect([
      sheetFor(420 * MM, 297 * MM),
      sheetFor(560 * MM, 400 * MM),
      sheetFor(2000 * MM, 100 * MM),
    ]).toEqual(['A3', 'A2', undefined]);
  });
});

describe('a paper', () => {
  it.each([
    ['0.07mm', 0.07],
    ['0.2pt', 0.2 / MM],
    ['50g', 0.07],
    ['50 gsm', 0.07],
    ['50g/m2', 0.07],
  ])('of %s is %f mm thick', (text, millimetres) => {
    expect(thicknessOf(paperOf(text)!)! / MM).toBeCloseTo(millimetres, 6);
  });

  it.each(['', '45', 'thin', '-1mm', '45kg'])('cannot be “%s”', text => {
    expect(paperOf(text)).toBeUndefined();
  });

  it('has its measured thickness before what its weight lets expect, or none', () => {
    expect(thicknessOf({ thickness: 0.2, weight: 45 })).toBe(0.2);
    expect(thicknessOf({})).toBeUndefined();
  });
});
