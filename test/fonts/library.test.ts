/** The font library: a wish for families, weight and slant in one script, the faces to try out. */

import { describe, expect, it } from 'vitest';
import { FontLibrary } from '../../src/fonts/library.js';
import { fontFile, fonts } from '../text/support.js';

const ids = (families: string[], weight: number, italic: boolean, script: string): string[] =>
  fonts.candidates({ families, weight, italic }, script).map(face => face.id);

describe('the nearest face', () => {
  it('has the weight asked for where the family has it', () => {
    expect(ids(['source-serif'], 700, false, 'Latn')[0]).toBe('source-serif/700');
  });

  it('is the nearest weight otherwise', () => {
    expect(ids(['source-serif'], 500, false, 'Latn')[0]).toBe('source-serif/400');
    expect(ids(['source-serif'], 600, false, 'Latn')[0]).toBe('source-serif/700');
    expect(ids(['barlow-condensed'], 400, false, 'Latn')[0]).toBe('barlow-condensed/500');
    expect(ids(['barlow-condensed'], 900, false, 'Latn')[0]).toBe('barlow-condensed/800');
  });

  it('prefers slant to weight, and upright where there is no italic', () => {
    expect(ids(['source-serif'], 700, true, 'Latn')[0]).toBe('source-serif/700i');
    expect(ids(['cairo'], 700, true, 'Arab')[0]).toBe('cairo/700');
  });

  it('is the bolder of two as near from 400 up, the lighter below, as CSS has it', () => {
    const serif = 'source-serif-4';
    const face = (weight: number, name: string) => ({
      weight,
      italic: false,
      path: fontFile(`${serif}/${name}`),
      features: new Set<string>(),
    });
    const library = new FontLibrary({
      families: new Map([
        [
          's',
          {
            name: 's',
            scripts: ['Latn'],
            scale: 1,
            faces: [
              face(100, '400Regular/SourceSerif4_400Regular.ttf'),
              face(300, '400Regular/SourceSerif4_400Regular.ttf'),
              face(500, '400Regular/SourceSerif4_400Regular.ttf'),
              face(700, '700Bold/SourceSerif4_700Bold.ttf'),
            ],
          },
        ],
      ]),
      pairs: new Map(),
      fallback: new Map(),
    });
    const weight = (wanted: number) =>
      library.candidates({ families: ['s'], weight: wanted, italic: false }, 'Latn')[0]!.weight;
    expect(weight(400)).toBe(500);
    expect(weight(600)).toBe(700);
    expect(weight(300)).toBe(300);
    expect(weight(200)).toBe(100);
  });
});

describe('candidates', () => {
  it('begin with the style’s families made for the script, in the style’s order', () => {
    expect(ids(['source-serif', 'cairo', 'noto-naskh'], 400, false, 'Arab').slice(0, 2)).toEqual([
      'cairo/400',
      'noto-naskh/400',
    ]);
  });

  it('go on with the script’s fallback, the other families of the style, then any', () => {
    expect(ids(['barlow-condensed'], 500, false, 'Arab')).toEqual([
      'noto-naskh/400',
      'cairo/400',
      'barlow-condensed/500',
      'source-serif/400',
    ]);
  });

  it('of a script without a fallback are the style’s families and any', () => {
    expect(ids(['barlow-condensed'], 500, false, 'Hebr')).toEqual([
      'barlow-condensed/500',
      'source-serif/400',
      'noto-naskh/400',
    ]);
  });

  it('are opened once: the same wish gives the same faces', () => {
    const wish = { families: ['cairo'], weight: 400, italic: false };
    expect(fonts.candidates(wish, 'Arab')[0]).toBe(fonts.candidates({ ...wish, weight: 450 }, 'Arab')[0]);
  });
});

describe('faces', () => {
  const [naskh] = fonts.candidates({ families: ['noto-naskh'], weight: 400, italic: false }, 'Arab');

  it('tell what they cover', () => {
    expect(naskh!.covers(0x644)).toBe(true);
    expect(naskh!.covers(0xa66e)).toBe(false);
  });

  it('have metrics in font units', () => {
    expect(naskh!.unitsPerEm).toBe(1000);
    expect(naskh!.capHeight).toBeGreaterThan(0);
    expect(naskh!.xHeight).toBeGreaterThan(0);
    expect(naskh!.ascent).toBeGreaterThan(0);
    expect(naskh!.descent).toBeLessThan(0);
  });
});

describe('the size of a family among another', () => {
  const naskh = { name: 'n', scripts: ['Arab'], scale: 1.2, faces: [] };
  const serif = { name: 's', scripts: ['Latn'], scale: 1, faces: [] };
  const families = new Map([
    ['n', naskh],
    ['s', serif],
    ['c', { ...serif, name: 'c', scale: 0.8 }],
  ]);
  const library = new FontLibrary({ families, pairs: new Map([['n/c', 1.3]]), fallback: new Map() });

  it('is the ratio of their optical factors', () => {
    expect([library.factor('n', 's'), library.factor('s', 'n')]).toEqual([1.2, 1 / 1.2]);
    expect(library.factor('s', 's')).toBe(1);
  });

  it('is what their pair says, in both orders', () => {
    expect([library.factor('n', 'c'), library.factor('c', 'n')]).toEqual([1.3, 1 / 1.3]);
  });
});

it('a family that was not checked is a mistake of ours', () => {
  expect(() => fonts.factor('nope', 'cairo')).toThrow(/no family nope/);
});
