/** Composed paragraphs: rich texts and a style in; text with isolates, formats and places out. */

import { describe, expect, it } from 'vitest';
import type { Style } from '../../src/manifest/styles.js';
import { Problems, type Span } from '../../src/problem/problem.js';
import { compose, type Setting } from '../../src/story/compose.js';
import { parseInline } from '../../src/story/markdown.js';
import { directionOf } from '../../src/story/story.js';
import type { Paragraph } from '../../src/text/paragraph.js';

const STYLE: Style = {
  name: 'body',
  font: ['serif'],
  weight: 400,
  italic: false,
  size: 9,
  leading: 12,
  ink: { name: 'black', cmyk: [0, 0, 0, 1], rgb: [0, 0, 0] },
  align: 'start',
  balance: false,
  indent: 0,
  before: 0,
  after: 0,
  tracking: 0,
  capitals: false,
  smallCaps: false,
  hyphenate: true,
  features: [],
  leastSpace: 0.8,
  mostSpace: 1.6,
  glyphScaling: 0,
  letterSpace: 0,
  kashida: undefined,
  fit: false,
  tabs: [],
  hang: 0,
  boldWeight: 700,
  otherWeights: {},
};

const ORIGIN: Span = { file: 's.md', line: 4, column: 11, length: 1 };

function composed(text: string, lang: string, style: Partial<Style> = {}): Paragraph {
  const setting: Setting = {
    styleOf: () => STYLE,
    style: { ...STYLE, ...style },
    lang,
    direction: directionOf(lang),
    pageOf: (story, of) => (story === 'olive' ? (of === 'ar' ? '١٠' : '10') : '?'),
  };
  return compose(parseInline(text, ORIGIN, new Problems()), setting);
}

/** The text with isolates made visible. */
function visible(text: string, lang: string, style?: Partial<Style>): string {
  return composed(text, lang, style)
    .text.replaceAll('\u2066', '⟨ltr ')
    .replaceAll('\u2067', '⟨rtl ')
    .replaceAll('\u2069', '⟩');
}

it('isolates a span of the other direction', () => {
  expect(visible('The word :ar[مطبعة], a press', 'en')).toBe('The word ⟨rtl مطبعة⟩, a press');
  expect(visible('كلمة :en[offset] هنا', 'ar')).toBe('كلمة ⟨ltr offset⟩ هنا');
});

it('leaves a span of the same direction alone', () => {
  expect(visible('The word :fr[Imprimé]', 'en')).toBe('The word Imprimé');
});

it('keeps one isolate round a span with emphasis inside', () => {
  expect(visible('See :ar[دار *النشر* هنا]!', 'en')).toBe('See ⟨rtl دار النشر هنا⟩!');
});

it('isolates spans that touch each by itself', () => {
  expect(visible('a :ar[قال 5!]:ar[«ب»] b', 'en')).toBe('a ⟨rtl قال 5!⟩⟨rtl «ب»⟩ b');
});

it('isolates a span inside a span', () => {
  expect(visible('a :ar[قال :en[yes, “no”] ثم] b', 'en')).toBe('a ⟨rtl قال ⟨ltr yes, “no”⟩ ثم⟩ b');
  expect(visible('a :fr[dit :ar[نعم] oui] b', 'en')).toBe('a dit ⟨rtl نعم⟩ oui b');
});

it('isolates by the direction asked for', () => {
  expect(visible('A :span[12/3]{dir=rtl} b', 'en')).toBe('A ⟨rtl 12/3⟩ b');
});

it('fills in page references', () => {
  expect(visible('See page :page[olive].', 'en')).toBe('See page 10.');
  expect(visible('انظر الصفحة :page[olive].', 'ar')).toBe('انظر الصفحة ١٠.');
  expect(visible('See :ar[الصفحة :page[olive]].', 'en')).toBe('See ⟨rtl الصفحة ١٠⟩.');
});

it('sets capitals by language', () => {
  const capitals = { capitals: true };
  expect(visible('istanbul', 'en', capitals)).toBe('ISTANBUL');
  expect(visible('istanbul', 'tr', capitals)).toBe('İSTANBUL');
  expect(visible('in :tr[istanbul]', 'en', capitals)).toBe('IN İSTANBUL');
  expect(visible('straße', 'de', capitals)).toBe('STRASSE');
});

it('keeps the letters that capitals stand for', () => {
  const typed = (text: string, lang: string): string | undefined =>
    composed(text, lang, { capitals: true }).typed;
  expect(typed('By Ada', 'en')).toBe('By Ada');
  expect(typed('izmir', 'tr')).toBe('izmir');
  expect(typed('Große Straße', 'de')).toBe('Grosse Strasse');
  expect(typed('ομάδα', 'el')).toBe('ομάδα');
  expect(typed('NATO 14', 'en')).toBeUndefined();
  expect(composed('By Ada', 'en').typed).toBeUndefined();
});

describe('small capitals', () => {
  /** Stretches of the text with their features. */
  const features = (text: string, style: Partial<Style> = {}): [string, string][] => {
    const { text: whole, spans } = composed(text, 'en', style);
    return spans.map(({ start, end, format }) => [whole.slice(start, end), format.features.join(' ')]);
  };

  it('of a marked text in capitals are of capitals too', () => {
    expect(features('The :smallcaps[NATO] and :smallcaps[UN *(EU)*]')).toEqual([
      ['The ', ''],
      ['NATO', 'smcp c2sc'],
      [' and ', ''],
      ['UN ', 'smcp c2sc'],
      ['(EU)', 'smcp c2sc'],
    ]);
  });

  it('of a marked text with small letters leave its capitals', () => {
    expect(features(':smallcaps[Anno :fr[DOMINI]] 1706')).toEqual([
      ['Anno ', 'smcp'],
      ['DOMINI', 'smcp'],
      [' 1706', ''],
    ]);
  });

  it('of a style hold for its whole text, beside its own features', () => {
    const style = { smallCaps: true, features: ['onum'] };
    expect(features('Water *today*', style)).toEqual([
      ['Water ', 'onum smcp'],
      ['today', 'onum smcp'],
    ]);
    expect(features('NATO :smallcaps[Un]', style)).toEqual([
      ['NATO ', 'onum smcp'],
      ['Un', 'onum smcp'],
    ]);
    expect(features('NATO 2022', style)).toEqual([['NATO 2022', 'onum smcp c2sc']]);
  });

  it('with capitals are all of one height, and the text stays as it was typed', () => {
    expect(features('Water', { smallCaps: true, capitals: true })).toEqual([['Water', 'smcp c2sc']]);
    expect(features('In :smallcaps[NATO]', { capitals: true })).toEqual([
      ['IN ', ''],
      ['NATO', 'smcp c2sc'],
    ]);
  });
});

it('gives runs their weight, slant, language and link', () => {
  const { text, spans } = composed('a *b* **c** :fr[d] [e](https://f.org) :page[olive]', 'en', {
    italic: false,
  });
  const told = spans.map(({ start, end, format }) => [
    text.slice(start, end),
    format.font.weight,
    format.font.italic,
    format.lang,
    format.link,
  ]);
  expect(told).toEqual([
    ['a ', 400, false, 'en', undefined],
    ['b', 400, true, 'en', undefined],
    [' ', 400, false, 'en', undefined],
    ['c', 700, false, 'en', undefined],
    [' ', 400, false, 'en', undefined],
    ['d', 400, false, 'fr', undefined],
    [' ', 400, false, 'en', undefined],
    ['e', 400, false, 'en', { url: 'https://f.org' }],
    [' ', 400, false, 'en', undefined],
    ['10', 400, false, 'en', { story: 'olive' }],
  ]);
});

it('sets emphasis upright in an italic style', () => {
  const { spans } = composed('a *b*', 'en', { italic: true });
  expect(spans.map(span => span.format.font.italic)).toEqual([true, false]);
});

it('covers the text without gaps, and joins what looks alike', () => {
  const { text, spans } = composed('one\ntwo \\* three\n:ar[أ *ب*] four', 'en');
  expect(spans[0]).toMatchObject({ start: 0, end: 'one two * three '.length });
  expect(spans.at(-1)!.end).toBe(text.length);
  for (const [index, span] of spans.entries())
    expect(span.start).toBe(index === 0 ? 0 : spans[index - 1]!.end);
});

it('locates every character', () => {
  const { text, locate } = composed('one :ar[أب]\ntwo \\* three', 'en');
  const place = (needle: string): string => {
    const span = locate(text.indexOf(needle));
    return `${span?.line}:${span?.column}`;
  };
  expect(place('one')).toBe('4:11');
  expect(place('ne')).toBe('4:12');
  expect(place('ب')).toBe('4:20');
  expect(place('two')).toBe('5:1');
  expect(place('wo')).toBe('5:2');
  expect(place('*')).toBe('5:6');
  expect(place('three')).toBe('5:8');
  expect(composed('', 'en').locate(0)).toBeUndefined();
});
