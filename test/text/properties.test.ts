/** What holds for every paragraph and measure: nothing lost, nothing twice, lines as wide as their measure. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visualOrder } from '../../src/frame/reorder.js';
import { breakParagraph, type LineExtent } from '../../src/text/lines.js';
import type { Direction } from '../../src/text/paragraph.js';
import { isIgnorable } from '../../src/text/scripts.js';
import { type SetLine, setLine } from '../../src/text/set-line.js';
import { type ShapedParagraph, shapeStretch } from '../../src/text/shape.js';
import { edges, setting, shapeText } from './support.js';

const ENGLISH = [
  'office',
  'efficient',
  'newspaper',
  'a',
  'government',
  'the',
  'well-known',
  'extra\u00adordinary',
  'fi',
];
const ARABIC = ['السلام', 'في', 'الحكومة', 'مدرِّسَة', 'لأن', 'و', 'بالكرامة', 'می\u200cخواهد', 'قالت'];
const OTHER = [
  '1,234.56',
  '١٢٫٥٪',
  '(NASA)',
  '«نعم»',
  '“no,”',
  '—',
  '5 %',
  'https://a.org/news',
  'a@b.org',
  '20:30',
  '\u200e',
];
const SPANS = ['{en:New York, 2021}', '{ar:جريدة الناس!}', '{b:bold}', '{fr:journal}', '{b:عاجل}', '{en:a }'];
const JOINTS = [' ', ' ', ' ', ' ', '\u00a0', ' - ', '\u2028', '', '\u2003'];

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ENGLISH) },
  { weight: 4, arbitrary: fc.constantFrom(...ARABIC) },
  { weight: 2, arbitrary: fc.constantFrom(...OTHER) },
  { weight: 1, arbitrary: fc.constantFrom(...SPANS) },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(...JOINTS)), { minLength: 1, maxLength: 30 })
  .map(parts =>
    parts
      .map(([first, joint]) => first + joint)
      .join('')
      .trim(),
  );
const direction = fc.constantFrom<Direction>('ltr', 'rtl');
const alignment = fc.constantFrom('justify', 'start', 'end', 'center');

interface Sample {
  readonly shaped: ShapedParagraph;
  readonly extents: readonly LineExtent[];
  readonly lines: readonly SetLine[];
  readonly width: number;
  readonly justify: boolean;
}

const sample: fc.Arbitrary<Sample> = fc
  .record({
    text,
    direction,
    alignment,
    width: fc.integer({ min: 30, max: 220 }),
    indent: fc.constantFrom(0, 10),
    glyphScaling: fc.constantFrom(0, 0.015),
    letterSpace: fc.constantFrom(0, 0.015),
    kashida: fc.constantFrom(undefined, { words: 0.5, longest: 1.1, after: 0.3 }),
    tracking: fc.constantFrom(0, 0, 50),
    hyphenate: fc.boolean(),
  })
  .map(({ text, direction, alignment, width, indent, tracking, hyphenate, ...limits }) => {
    const shaped = shapeText(text, { direction, tracking, hyphenate });
    const how = { ...setting(alignment, indent), ...limits };
    const extents = breakParagraph(shaped, width, how);
    const lines = extents.map(line => setLine(shaped, line, width, how));
    return { shaped, extents, lines, width, justify: alignment === 'justify' };
  });

const RUNS = { numRuns: 300, seed: 14 };

function rangeOf(shaped: ShapedParagraph, line: LineExtent): [start: number, end: number] {
  return [shaped.starts[line.from]! + line.fromInside, shaped.starts[line.to]! + line.toInside];
}

/** The characters that are drawn. */
function visible(text: string): string {
  return [...text]
    .filter(character => character === '\u200c' || !isIgnorable(character.codePointAt(0)!))
    .join('');
}

describe('every paragraph', () => {
  it('keeps its text: lines cover it in order and leave out only white space at their ends', () => {
    fc.assert(
      fc.property(sample, ({ shaped, extents }) => {
        const { text } = shaped.paragraph;
        let done = 0;
        for (const line of extents) {
          const [start, end] = rangeOf(shaped, line);
          expect(start).toBeGreaterThanOrEqual(done);
          expect(visible(text.slice(done, start)).trim()).toBe('');
          done = Math.max(end, start);
        }
        expect(visible(text.slice(done)).trim()).toBe('');
      }),
      RUNS,
    );
  });

  it('sets on each line the characters of its range, each once', () => {
    fc.assert(
      fc.property(sample, ({ shaped, extents, lines }) => {
        for (const [index, line] of lines.entries()) {
          const [start, end] = rangeOf(shaped, extents[index]!);
          const range = visible(shaped.paragraph.text.slice(start, end));
          const set = line.runs.map(run => {
            const texts = run.clusters.map(cluster => cluster.text);
            return (run.rtl ? texts.reverse() : texts).join('');
          });
          for (const run of set) expect(range).toContain(run);
          expect([...set.join('')].sort()).toEqual([...range].sort());
        }
      }),
      RUNS,
    );
  });

  it('has white space at no end of a line', () => {
    fc.assert(
      fc.property(sample, ({ shaped, extents }) => {
        for (const line of extents) {
          const set = visible(shaped.paragraph.text.slice(...rangeOf(shaped, line)));
          expect(set).toBe(set.trim());
        }
      }),
      RUNS,
    );
  });

  it('fills the measure where a line is justified and not overfull, or knows by how much it is short', () => {
    fc.assert(
      fc.property(sample, ({ extents, lines, width, justify }) => {
        for (const [index, line] of lines.entries()) {
          const { left, right } = edges(line, width);
          const { indent, isLast } = extents[index]!;
          const overfull = line.natural > width - indent && left + right < indent - 0.01;
          if (!justify || isLast || overfull) continue;
          expect(Math.abs(left + right - indent - line.short)).toBeLessThan(0.01);
          expect(line.spaceRatio).toBeLessThan(4 + 1e-6);
        }
      }),
      RUNS,
    );
  });

  it('never prints over the end of its measure but for a single cluster wider than it', () => {
    fc.assert(
      fc.property(sample, ({ extents, lines, width }) => {
        for (const [index, line] of lines.entries()) {
          const { left, right } = edges(line, width);
          const clusters = line.runs.flatMap(run => run.clusters).filter(cluster => cluster.advance > 0);
          // A cut inside a ligature or a joined word is measured only when the line is set.
          if (clusters.length > 2) expect(left + right - extents[index]!.indent).toBeGreaterThan(-2);
        }
      }),
      RUNS,
    );
  });

  it('sets a cut line as its text with the text around it would be shaped', () => {
    fc.assert(
      fc.property(sample, ({ shaped, extents, lines }) => {
        for (const [index, line] of lines.entries()) {
          if (line.runs.some(run => run.clusters.some(cluster => cluster.kashida !== undefined))) continue;
          const [start, end] = rangeOf(shaped, extents[index]!);
          const wanted = shaped.items.flatMap(item => {
            const from = Math.max(start, item.start);
            const to = Math.min(end, item.end);
            return from < to ? [glyphs(shapeStretch(shaped.paragraph.text, item, from, to).clusters)] : [];
          });
          const got = line.runs.map(run => {
            const clusters = run.rtl ? [...run.clusters].reverse() : run.clusters;
            return glyphs(clusters.filter(cluster => cluster.text !== '' || cluster.advance === 0));
          });
          expect(got.sort()).toEqual(wanted.sort());
        }
      }),
      RUNS,
    );
  });
});

function glyphs(clusters: ShapedParagraph['clusters']): string {
  return clusters
    .map(cluster => `${cluster.glyphs.map(({ id, dx, dy }) => `${id}@${dx},${dy}`)}+${cluster.advance}`)
    .join(' ');
}

it('visual order is a permutation', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 }), levels => {
      expect(visualOrder(levels).sort((a, b) => a - b)).toEqual(levels.map((_, index) => index));
    }),
  );
});

it('the same paragraph on the same measure gives the same lines', () => {
  const make = (): unknown => {
    const shaped = shapeText('قالت «NASA» إن office 12% ثم 20:30', { direction: 'rtl', hyphenate: true });
    return breakParagraph(shaped, 70, setting('justify'));
  };
  expect(make()).toEqual(make());
});
