/** Where words are divided: divisions of the languages' dictionaries, less those that leave under two letters before or three after. */

import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/problem/problem.js';
import { hyphenationPoints } from '../../src/text/hyphenate.js';
import { shapeParagraph } from '../../src/text/shape.js';
import { fonts, shapeText } from './support.js';

/** The word with a hyphen at each point. */
function divide(word: string, lang: string): string {
  const points = hyphenationPoints(word, lang);
  return [0, ...points].map((start, at) => word.slice(start, points[at])).join('-');
}

describe('words are divided as dictionaries divide them', () => {
  it.each([
    [
      'es',
      [
        'fe-rro-ca-rril',
        'pe-rió-dico',
        'cons-truc-ción',
        'gui-ta-rra',
        'ci-güeña',
        'bi-lin-güe',
        'sub-ra-yar',
      ],
    ],
    ['fr', ['gou-ver-ne-ment', 'hô-pi-tal', 'dé-mo-cra-tie', 'ma-ni-fes-ta-tion', 'si-gna-ture']],
    ['de', ['Stra-ßen-bahn', 'zu-cker', 'Fens-ter', 'Zei-tungs-ver-lag', 'Mäd-chen', 'Schiff-fahrt']],
    ['tr', ['ga-zete', 'öğ-ret-men', 'ki-tap-lık', 'sa-atli', 'Di-yar-ba-kır', 'is-tan-bul']],
    ['ku', ['roj-name', 'roj-na-me-van', 'ni-vîs-kar', 'ba-ja-ran', 'di-bis-tan', 'pir-tûk', 'ma-moste']],
    ['uk', ['сто-рінка', 'гро-мада', 'га-зета', 'що-ден-ник', 'ґрун-тов-ний', 'роз-мова', 'Укра-їна']],
    ['en', ['news-pa-per', 'gov-ern-ment', 'chil-dren']],
    ['it', ['gior-nale', 'cit-ta-dino', 'go-verno']],
    ['pt', ['jor-nal', 'go-verno', 'car-roça']],
  ])('%s', (lang, words) => {
    for (const word of words) expect(divide(word.replaceAll('-', ''), lang)).toBe(word);
  });
});

describe('capitals', () => {
  it.each([
    ['tr', 'İs-tan-bul'],
    ['tr', 'İZ-MİR'],
    ['tr', 'Kİ-TAP-LIK'],
    ['tr', 'ISIN-MAK'],
    ['es', 'PE-RIÓ-DICO'],
    ['uk', 'ПІВ-НІЧ'],
    ['de', 'STRAS-SEN'],
  ])('%s %s', (lang, word) => expect(divide(word.replaceAll('-', ''), lang)).toBe(word));

  it('make no difference', () => {
    for (const [lang, word] of [
      ['tr', 'ışıklar'],
      ['tr', 'istanbul'],
      ['tr', 'diyarbakır'],
      ['en', 'independent'],
      ['fr', 'élection'],
      ['uk', 'їдальня'],
      ['ku', 'çapemenî'],
    ] as const) {
      expect(hyphenationPoints(word.toLocaleUpperCase(lang), lang)).toEqual(hyphenationPoints(word, lang));
    }
  });

  it('with a dot are one letter in other languages too', () => {
    expect(hyphenationPoints('İstanbul', 'en')).toEqual(hyphenationPoints('istanbul', 'en'));
  });
});

describe('least lengths', () => {
  it('words under five letters are left whole', () => {
    expect(divide('gato', 'es')).toBe('gato');
    expect(divide('kapı', 'tr')).toBe('kapı');
  });

  it('two letters before the first hyphen, three after the last', () => {
    expect(divide('abogado', 'es')).toBe('abo-gado');
    expect(divide('camino', 'es')).toBe('ca-mino');
  });
});

describe('languages', () => {
  it('without patterns have no points', () => {
    for (const lang of ['ar', 'fa', 'ckb', 'pl', 'sw', 'zxx'])
      expect(hyphenationPoints('newspaper', lang)).toEqual([]);
  });

  it('of a region and in any case are known by their first part', () => {
    for (const lang of ['tr-CY', 'TR', 'tr-Latn-TR']) expect(divide('öğretmen', lang)).toBe('öğ-ret-men');
    expect(divide('rojname', 'kmr')).toBe('roj-name');
  });
});

it('an apostrophe that is a letter stays with the letter before it', () => {
  expect(divide('під\u02bcїзд', 'uk')).toBe('під\u02bc-їзд');
  expect(divide('об\u02bcєднання', 'uk')).toBe('об\u02bc-єд-на-ння');
});

it('Ukrainian й stays with the vowel before it, unless о follows', () => {
  expect(divide('вийшла', 'uk')).toBe('вий-шла');
  expect(divide('району', 'uk')).toBe('ра-йону');
});

describe('abbreviations and names with a capital inside', () => {
  const { paragraph } = shapeText('UNESCO OPENTYPE', { hyphenate: true });
  const divided = (typed: string): boolean =>
    shapeParagraph({ ...paragraph, typed }, fonts, new Problems()).breaks.some(
      ({ kind }) => kind === 'hyphen',
    );

  it('are left whole', () => expect(divided('UNESCO OpenType')).toBe(false));

  it('are told by what was typed, not by the capitals of a style', () =>
    expect(divided('Unesco Opentype')).toBe(true));
});
