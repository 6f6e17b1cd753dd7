/** The text dump of frames, item by item. */

import { describe, expect, it } from 'vitest';
import type { Face } from '../../src/fonts/face.js';
import { dumpEdition, dumpPage } from '../../src/frame/dump.js';
import type { Edition, GlyphRun, Group, Item, Page } from '../../src/frame/frame.js';

const INK = { name: 'black', cmyk: [0, 0, 0, 1], rgb: [0, 0, 0] } as const;
const FACE = { id: 'serif/400' } as unknown as Face;

function run(x: number, y: number, text: string, rules: Partial<GlyphRun> = {}): GlyphRun {
  const clusters = [...text].map(letter => ({ text: letter, glyphs: [], advance: 500 }));
  const advances = clusters.map(() => 5);
  return {
    kind: 'glyphs',
    x,
    y,
    face: FACE,
    size: 9.5,
    ink: INK,
    rtl: false,
    lang: 'en',
    clusters,
    advances,
    ...rules,
  };
}

function group(items: readonly Item[], rules: Partial<Group> = {}): Group {
  return { kind: 'group', x: 0, y: 0, role: undefined, story: undefined, alt: undefined, items, ...rules };
}

const page = (items: readonly Item[]): Page => ({ number: 2, label: '٢', width: 600, height: 800.04, items });
const dumped = (...items: Item[]): string[] => dumpPage(page(items)).split('\n').slice(1);

describe('a dumped page', () => {
  it('begins with its number, its label and its size', () => {
    expect(dumpPage(page([]))).toBe('page 2 (٢) 600 x 800');
  });

  it.each<[string, Item, string]>([
    [
      'rule',
      { kind: 'rule', x1: 1, y1: 2.04, x2: 3.25, y2: 2.04, width: 0.75, ink: INK },
      '  rule 1,2 3.3,2 0.8 black',
    ],
    ['box', { kind: 'box', x: -0.04, y: 2, width: 3, height: 4, ink: INK }, '  box 0,2 3 x 4 black'],
    [
      'picture',
      {
        kind: 'picture',
        x: 1,
        y: 2,
        width: 3,
        height: 4,
        file: 'a.jpg',
        crop: { x: 0, y: 0.12345, width: 1, height: 0.5 },
      },
      '  picture 1,2 3 x 4 a.jpg crop 0 0.123 1 0.5',
    ],
    ['drawing', { kind: 'drawing', x: 1, y: 2, scale: 0.5, shapes: [] }, '  drawing 1,2 x0.5 0 shapes'],
    [
      'page link',
      { kind: 'link', x: 1, y: 2, width: 3, height: 4, target: { page: 6 } },
      '  link 1,2 3 x 4 -> page 6',
    ],
    [
      'address link',
      { kind: 'link', x: 1, y: 2, width: 3, height: 4, target: { url: 'https://example.org' } },
      '  link 1,2 3 x 4 -> https://example.org',
    ],
  ])('writes a %s on one line', (_, item, line) => {
    expect(dumped(item)).toEqual([line]);
  });

  it('joins the runs of a line and says where it stands', () => {
    expect(dumped(run(10, 20, 'One'), run(25, 20, 'two'))).toEqual(['  10..40 @20 [serif/400 9.5] One|two']);
  });

  it('begins a new line with another baseline, and after anything else', () => {
    const rule: Item = { kind: 'rule', x1: 0, y1: 0, x2: 1, y2: 0, width: 1, ink: INK };
    expect(dumped(run(0, 20, 'a'), run(0, 32, 'b'), rule, run(5, 32, 'c'))).toEqual([
      '  0..5 @20 [serif/400 9.5] a',
      '  0..5 @32 [serif/400 9.5] b',
      '  rule 0,0 1,0 1 black',
      '  5..10 @32 [serif/400 9.5] c',
    ]);
  });

  it('names each face of a line once', () => {
    const other = { id: 'naskh/400' } as unknown as Face;
    const line = dumped(run(0, 0, 'a'), run(5, 0, 'b', { face: other, size: 10.6 }), run(10, 0, 'c'));
    expect(line).toEqual(['  0..15 @0 [serif/400 9.5 + naskh/400 10.6] a|b|c']);
  });

  it('writes right-to-left runs in logical order', () => {
    expect(dumped(run(0, 0, 'باب'.split('').reverse().join(''), { rtl: true }))).toEqual([
      '  0..15 @0 [serif/400 9.5] باب',
    ]);
  });

  it('indents what stands in groups and turned labels', () => {
    const turned: Item = { kind: 'turned', x: 5, y: 6, degrees: 90, runs: [run(0, 0, 'up')] };
    expect(dumped(group([group([turned], { role: 'figure', story: 's' })]))).toEqual([
      '  group',
      '    figure of s',
      '      turned 5,6 90°',
      '        0..10 @0 [serif/400 9.5] up',
    ]);
  });
});

it('says what a group is cut to', () => {
  const cut = group([], { clip: { x: -3, y: -3, width: 100.04, height: 50 } });
  expect(dumped(cut)).toEqual(['  group clipped to -3,-3 100 x 50']);
});

describe('a dumped edition', () => {
  it('begins with its title, language, binding and date', () => {
    const edition: Edition = {
      title: 'The Proof',
      lang: 'en',
      binding: 'left',
      date: '2021-05-01',
      bleed: 0,
      pages: [page([])],
    };
    expect(dumpEdition(edition)).toBe('The Proof | en | bound left | 2021-05-01\npage 2 (٢) 600 x 800');
  });
});
