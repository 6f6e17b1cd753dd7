/** Text operators: codes, pen moves and their rounding. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../src/frame/frame.js';
import { PdfFile } from '../../src/pdf/container.js';
import { FontBook } from '../../src/pdf/font-book.js';
import { letterSpaceOf, showText } from '../../src/pdf/show-text.js';
import { face, run } from './helper.js';

function book(): FontBook {
  return new FontBook(new PdfFile({ version: '1.7', level: 6, info: {} }));
}

/** Codes and moves of an operator in order; moves in thousandths, to the right. */
function parts(operator: string): (string | number)[] {
  const found = operator.matchAll(/<([0-9A-F]*)>|(-?[\d.]+)/g);
  return [...found].flatMap<string | number>(([, codes, move]) =>
    codes === undefined ? -Number(move) : (codes.match(/.{4}/g) ?? []),
  );
}

describe('showText', () => {
  it('counts what its codes say of direction, empty ones too', () => {
    const strongOf = (text: string, rtl: boolean): object =>
      showText(run(face('naskh'), text, { x: 0, y: 0, rtl }), book().font(face('naskh')), true).strong;
    expect(strongOf('كتاب', true)).toEqual({ left: 0, right: 4 });
    expect(strongOf('12', false)).toEqual({ left: 0, right: 0 });
    expect(strongOf('،', true)).toEqual({ left: 0, right: 2 });
  });

  it('shows a run of natural width in one string', () => {
    const glyphs = run(face('serif'), 'nnn', { x: 0, y: 0, size: 9 });
    expect(showText(glyphs, book().font(glyphs.face), true).operator).toBe('<000200020002>Tj');
  });

  it('moves the pen for kerning and gives both letters one code', () => {
    const glyphs = run(face('serif'), 'AVA AA', { x: 0, y: 0, size: 9 });
    const codes = parts(showText(glyphs, book().font(glyphs.face), true).operator).filter(
      part => typeof part === 'string',
    );
    expect(codes).toEqual(['0002', '0003', '0002', '0004', '0002', '0002']);
  });

  it('shows equal clusters of both directions under codes of their own text', () => {
    const font = book().font(face('naskh'));
    const [ltr, rtl] = [false, true].map(
      dir => showText(run(face('naskh'), '،', { x: 0, y: 0, rtl: dir }), font, true).operator,
    );
    expect([ltr, rtl]).toEqual(['<0002>Tj', '<000400030005>Tj']);
  });

  it('keeps every cluster within a hundredth of a point of its place', () => {
    const natural = run(face('serif'), 'Justified lines end where they should', { x: 0, y: 0 });
    fc.assert(
      fc.property(
        fc.double({ min: 5, max: 90, noNaN: true }),
        fc.constantFrom(1, 0.985, 1.015),
        fc.array(fc.double({ min: -0.5, max: 3, noNaN: true }), { minLength: 37, maxLength: 37 }),
        fc.constantFrom(0, 0.14, -0.09),
        (size, stretch, extra, letterSpace) => {
          const advances = natural.advances.map((advance, index) => (advance * size) / 12 + extra[index]!);
          const glyphs: GlyphRun = { ...natural, size, advances, stretch, letterSpace };
          const font = book().font(glyphs.face);
          const widths = new Map(
            glyphs.clusters.map(cluster => [font.show(cluster, false).hex, font.show(cluster, false).width]),
          );
          const starts: number[] = [];
          const spaced = (letterSpaceOf(glyphs) / size) * 1000;
          let pen = 0;
          for (const part of parts(showText(glyphs, font, true).operator)) {
            if (typeof part === 'string') starts.push(pen);
            pen += ((typeof part === 'string' ? widths.get(part)! + spaced : part) * size * stretch) / 1000;
          }
          let place = 0;
          advances.forEach((advance, index) => {
            expect(Math.abs(starts[index]! - place)).toBeLessThan(0.01);
            place += advance;
          });
        },
      ),
      { numRuns: 50, seed: 1 },
    );
  });
});
