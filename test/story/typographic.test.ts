/** Typewriter signs: Markdown as typed in, the text with its language's marks out. */

import bidiFactory from 'bidi-js';
import { describe, expect, it } from 'vitest';
import { visualOrder } from '../../src/frame/reorder.js';
import { Problems, type Span } from '../../src/problem/problem.js';
import { parseInline } from '../../src/story/markdown.js';
import type { Typography } from '../../src/story/marks.js';
import { plainText } from '../../src/story/story.js';
import { typographic } from '../../src/story/typographic.js';

const ORIGIN: Span = { file: 's.md', line: 4, column: 11, length: 1 };
const ALL: Typography = { quotes: true, dashes: true, ellipses: true };

function set(text: string, lang: string, wish: Typography = ALL): string {
  return plainText(typographic(parseInline(text, ORIGIN, new Problems()), lang, wish));
}

/** The same with spaces that no line ends at made visible. */
function shown(text: string, lang: string): string {
  return set(text, lang).replaceAll('\u202f', '⍽').replaceAll('\u00a0', '~');
}

describe('outer and inner marks', () => {
  it.each([
    ['en', '“a ‘b’ c”'],
    ['en-US', '“a ‘b’ c”'],
    ['ar', '«a ‹b› c»'],
    ['ar-SY', '«a ‹b› c»'],
    ['fa', '«a ‹b› c»'],
    ['ur', '”a ’b‘ c“'],
    ['ckb', '«a ‹b› c»'],
    ['ku', '“a ‘b’ c”'],
    ['kmr', '“a ‘b’ c”'],
    ['ku-Arab', '«a ‹b› c»'],
    ['fr', '«⍽a “b” c⍽»'],
    ['fr-CH', '«a ‹b› c»'],
    ['es', '“a ‘b’ c”'],
    ['de', '„a ‚b‘ c“'],
    ['tr', '“a ‘b’ c”'],
    ['it', '«a “b” c»'],
    ['pt', '“a ‘b’ c”'],
    ['pt-PT', '«a “b” c»'],
    ['uk', '«a „b“ c»'],
    ['he', '"a \'b\' c"'],
  ])('of %s', (lang, marks) => expect(shown('"a \'b\' c"', lang)).toBe(marks));

  it('of the publication come before those of the table', () => {
    const wish = { ...ALL, quotes: { ar: '“”‘’', he: '”””’' } };
    expect(set('"نص"', 'ar-SY', wish)).toBe('“نص”');
    expect(set('"a"', 'he', wish)).toBe('”a”');
    expect(set('"a"', 'en', wish)).toBe('“a”');
  });
});

describe('quotations', () => {
  it.each([
    ['He said: "Yes."', 'He said: “Yes.”'],
    ['("Yes," he said)', '(“Yes,” he said)'],
    ['"One" and "two"', '“One” and “two”'],
    ['"He said "yes"."', '“He said ‘yes’.”'],
    ['"\'Yes,\' she said"', '“‘Yes,’ she said”'],
    ['"She said \'yes.\'"', '“She said ‘yes.’”'],
    ['\'He said "yes"\'', '‘He said “yes”’'],
    ['"... and then"', '“… and then”'],
    ['"But--" he said', '“But–” he said'],
    ['"A *b* **c**"', '“A b c”'],
    ['*"A"* b', '“A” b'],
    ['"A\nb"', '“A b”'],
    ['"On page :page[olive]"', '“On page ”'],
    ['"Begun here and ended later', '“Begun here and ended later'],
    ['ended here."', 'ended here.”'],
    ['a " b', 'a " b'],
    ['a/"b"', 'a/“b”'],
  ])('%s', (typed, printed) => expect(set(typed, 'en')).toBe(printed));

  it('take the language of their own run', () => {
    expect(set('The word :ar["كتاب"] and "book"', 'en')).toBe('The word «كتاب» and “book”');
    expect(set('قال :en["yes"] ثم "نعم"', 'ar')).toBe('قال “yes” ثم «نعم»');
    expect(set('"The word :ar["كتاب"]"', 'en')).toBe('“The word «كتاب»”');
  });

  it('close with the marks they opened with', () => {
    expect(set('"a :fr[b"] c', 'en')).toBe('“a b” c');
  });

  it('stand right behind the short words of Arabic', () => {
    expect(set('"الحياة" و"الأهرام" وبـ"النهار"', 'ar')).toBe('«الحياة» و«الأهرام» وبـ«النهار»');
    expect(set("و'كتاب' هنا", 'ar')).toBe('و‹كتاب› هنا');
  });

  it('stand right behind an elided article', () => {
    expect(shown('l\'"été" et "l\'été"', 'fr')).toBe('l’«⍽été⍽» et «⍽l’été⍽»');
  });
});

describe('apostrophes', () => {
  it.each([
    ['en', "don't, it's, o'clock", 'don’t, it’s, o’clock'],
    ['en', "the '90s and 1980's", 'the ’90s and 1980’s'],
    ['en', "in '68 it began", 'in ’68 it began'],
    ['en', "rock 'n' roll and 'tis", 'rock ’n’ roll and ’tis'],
    ['en', "the boys' house", 'the boys’ house'],
    ['en', "'the boys' house'", '‘the boys’ house’'],
    ['en', "'I can't'", '‘I can’t’'],
    ['fr', "l'été, aujourd'hui", 'l’été, aujourd’hui'],
    ['it', "un po' d'acqua", 'un po’ d’acqua'],
    ['tr', "Ankara'da", 'Ankara’da'],
    ['uk', "п'ять, пам'ять", 'п’ять, пам’ять'],
    ['de', "so war's", 'so war’s'],
    ['en', "*Ahmad*'s", 'Ahmad’s'],
  ])('%s: %s', (lang, typed, printed) => expect(set(typed, lang)).toBe(printed));
});

describe('feet and inches stay straight', () => {
  it.each([['6\' tall, 5\'11", a 12" pipe'], ["6'2 and 1'000"], ['41°24\'12" N']])('%s', typed =>
    expect(set(typed, 'en')).toBe(typed),
  );

  it('inside a quotation', () => {
    expect(set('"the 12" record" and "in 1999"', 'en')).toBe('“the 12" record” and “in 1999”');
    expect(set('"12" and "13"', 'en')).toBe('“12” and “13”');
  });
});

describe('dashes', () => {
  it.each([
    ['en', 'a -- b', 'a~– b'],
    ['en', 'a--b', 'a~– b'],
    ['en', 'a - b', 'a~– b'],
    ['en', 'a--"b"--c', 'a~– “b”~– c'],
    ['en', 'a --- b', 'a~— b'],
    ['en', 'a---b', 'a—b'],
    ['en-US', 'a - b', 'a~— b'],
    ['en', 'well-known', 'well-known'],
    ['en', 'a -b', 'a -b'],
    ['en', 'a ---- b', 'a ---- b'],
    ['ar', 'كلمة - كلمة', 'كلمة~– كلمة'],
    ['fr', 'mot - mot', 'mot~– mot'],
    ['es', 'a --inciso-- b', 'a —inciso— b'],
    ['es', '--Hola', '—Hola'],
    ['uk', 'слово - слово', 'слово~— слово'],
    ['en', '2 - 1', '2~– 1'],
    ['en-US', '2 - 1', '2~– 1'],
    ['en', '*a* - :ar[ب]', 'a~– ب'],
    ['en', 'a\u00a0- b', 'a~– b'],
  ])('%s: %s', (lang, typed, printed) => expect(shown(typed, lang)).toBe(printed));
});

describe('ranges', () => {
  it.each([
    '12-14',
    'pages 3-4, 9-12.',
    '1914-1918',
    '1914-18',
    '1960-70s',
    '(1939-1945)',
    '1.5-2.5 %',
    '5%-10%',
    '$5-$10',
    '9:30-11:00',
    '9-11am',
    '1,000-2,000',
    '3-1',
    '12--14',
    '١٢-١٤',
    '١٩١٤-١٩١٨',
  ])('%s takes an en dash', typed => expect(set(typed, 'en')).toBe(typed.replaceAll(/-+/g, '–')));

  it.each([
    '555-1234',
    '+963-11-555-1234',
    '031 22-33 44',
    '(011) 22-33',
    '2022-03-01',
    '2022-03',
    '2001-12',
    '978-3-16-148410-0',
    'COVID-19',
    'A4-5',
    'B-52',
    '3-2-1',
    '12345-6789',
    '1918-1914',
    '01-02',
    '-5',
    '5-a',
    '12-14-year-olds',
  ])('%s keeps its hyphen', typed => expect(set(typed, 'en')).toBe(typed));

  it('keep their hyphen in text from right to left where a dash would exchange the numbers', () => {
    expect(set('12-14 ص 12-14 و١٢-١٤', 'ar')).toBe('12-14 ص 12–14 و١٢–١٤');
    expect(set('۱۲-۱۴ ص ۱۲-۱۴', 'fa')).toBe('۱۲-۱۴ ص ۱۲–۱۴');
    expect(set('ص GPS 12-14', 'ar')).toBe('ص GPS 12-14');
    expect(set('ص :en[a 12-14] ب 12-14', 'ar')).toBe('ص a 12–14 ب 12–14');
    expect(set('עמ 12-14', 'he')).toBe('עמ 12-14');
  });
});

describe('ellipses', () => {
  it('take three dots', () => {
    expect(set('a... b.... c.. "..."', 'en', { ...ALL, quotes: false })).toBe('a… b.... c.. "…"');
  });
});

describe('what stays as typed', () => {
  it.each(['https://a.org/x--y/"z', "www.a--b.org/it's", "o'neil--x@a-b.org", 'example.org/12-14'])(
    '%s',
    typed => expect(set(typed, 'en', { ...ALL, quotes: false })).toBe(typed),
  );

  it('an address in quotation marks', () => {
    expect(set('"https://a.org/b--c"', 'en')).toBe('“https://a.org/b--c”');
  });

  it('text between backticks', () => {
    expect(set('type `"a" -- b...` "now"', 'en')).toBe('type "a" -- b... “now”');
  });

  it('everything unless asked for', () => {
    const typed = '"a" -- don\'t... 12-14';
    expect(set(typed, 'en', { quotes: false, dashes: false, ellipses: false })).toBe(typed);
  });

  it('marks that are typographic already', () => {
    const typed = '“a ‘b’ c” – don’t… «x»';
    expect(set(typed, 'en')).toBe(typed);
  });
});

it.each([
  '12-14 ص 12-14 و١٢-١٤ و"١٥-١٧" 7-9',
  '١٢-١٤ 3-5 "6-8"',
  'كلمة -- 5 - 3 -- "7--9"...',
  "\"قال 12\" ثم 5' و'نعم' GPS 3-5",
])('keeps the order in which words and numbers are read: %s', typed => {
  const bidi = bidiFactory();
  const seen = (text: string): string => {
    return visualOrder(bidi.getEmbeddingLevels(text, 'rtl').levels)
      .map(index => text[index])
      .join('')
      .replaceAll(/[^\p{L}\p{Nd}]/gu, '');
  };
  const plain = plainText(parseInline(typed, ORIGIN, new Problems()));
  expect(set(typed, 'ar')).not.toBe(plain);
  expect(seen(set(typed, 'ar'))).toBe(seen(plain));
});

it('keeps the places of all words', () => {
  const typed = '"a"--b... *c* "d\n*e*" -- f 12-14 g';
  const found = typographic(parseInline(typed, ORIGIN, new Problems()), 'fr', ALL);
  const lines = typed.split('\n');
  for (const { text, span } of found) {
    expect(span.length).toBe(text.length);
    const from = span.column - (span.line === 4 ? 11 : 1);
    for (const [index, letter] of [...text].entries()) {
      if (/[a-z0-9]/.test(letter)) expect(lines[span.line - 4]![from + index]).toBe(letter);
    }
  }
  expect(found.map(run => run.text).join('|')).toBe(
    '«\u202f|a|\u202f»|\u00a0– |b|…| |c| |«\u202f|d |e|\u202f»|\u00a0|–| f 12–14 g',
  );
});
