/** HarfBuzz as we call it against fontkit's own layout, on words where both are known to be right. */

import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { openFace } from '../../src/fonts/open.js';
import { shapeRun } from '../../src/fonts/shaper.js';
import { fontFile } from '../text/support.js';

const ARABIC =
  'لما كان الاعتراف بالكرامة المتأصلة في جميع أعضاء الأسرة البشرية وبحقوقهم المتساوية الثابتة هو أساس الحرية والعدل والسلام في العالم ولا يجوز استرقاق أو استعباد أي شخص لكل فرد الحق في الحياة والحرية وسلامة شخصه إلا أن الآخرين لأن لآخر';
const PERSIAN =
  'تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند همه دارای عقل و وجدان می‌باشند و باید نسبت به یکدیگر با روح برادری رفتار کنند پژوهشگران گزارش چاپ';
const URDU =
  'تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں انہیں ضمیر اور عقل ودیعت ہوئی ہے اس لئے انہیں ایک دوسرے کے ساتھ بھائی چارے کا سلوک کرنا چاہئے ڈاک ٹکٹ';
const ENGLISH =
  'All human beings are born free and equal in dignity and rights They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood office efficient fluffy waffle AVATAR Typography Wave 1948 10';

interface FontkitRun {
  readonly glyphs: readonly { readonly id: number }[];
  readonly positions: readonly {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }[];
}

interface Trial {
  readonly font: string;
  readonly path: string;
  readonly language: string;
  readonly lang: string;
  readonly rtl: boolean;
  readonly text: string;
}

const NASKH = 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf';
const CAIRO = 'cairo/400Regular/Cairo_400Regular.ttf';
const SERIF = 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf';
const SANS = 'barlow-condensed/500Medium/BarlowCondensed_500Medium.ttf';

const TRIALS: readonly Trial[] = [
  ...[
    { font: 'Noto Naskh', path: NASKH },
    { font: 'Cairo', path: CAIRO },
  ].flatMap(font => [
    { ...font, language: 'Arabic', lang: 'ar', rtl: true, text: ARABIC },
    { ...font, language: 'Persian', lang: 'fa', rtl: true, text: PERSIAN },
    { ...font, language: 'Urdu', lang: 'ur', rtl: true, text: URDU },
  ]),
  { font: 'Source Serif 4', path: SERIF, language: 'English', lang: 'en', rtl: false, text: ENGLISH },
  { font: 'Barlow Condensed', path: SANS, language: 'English', lang: 'en', rtl: false, text: ENGLISH },
];

const LANGUAGE_TAGS: Readonly<Record<string, string>> = { ar: 'ARA ', fa: 'FAR ', ur: 'URD ', en: 'ENG ' };

describe('HarfBuzz and fontkit agree', () => {
  it.each(TRIALS)('$language in $font', ({ path, lang, rtl, text }) => {
    const file = fontFile(path);
    const face = openFace({
      id: path,
      family: path,
      file: { weight: 400, italic: false, path: file, features: new Set() },
    });
    const other = fontkit.create(readFileSync(file)) as unknown as {
      layout(text: string, features: object, script: string, language: string, direction: string): FontkitRun;
    };
    const failures: string[] = [];
    for (const word of new Set(text.split(' '))) {
      const script = rtl ? 'Arab' : 'Latn';
      const ours = shapeRun(face, {
        text: word,
        start: 0,
        end: word.length,
        rtl,
        script,
        lang,
        features: [],
      });
      const run = other.layout(word, {}, rtl ? 'arab' : 'latn', LANGUAGE_TAGS[lang]!, rtl ? 'rtl' : 'ltr');
      const mine = ours
        .map(glyph => `${glyph.id}+${glyph.xAdvance}@${glyph.xOffset},${glyph.yOffset}`)
        .join(' ');
      const theirs = run.glyphs
        .map(({ id }, at) => {
          const { xAdvance, xOffset, yOffset } = run.positions[at]!;
          return `${id}+${Math.round(xAdvance)}@${Math.round(xOffset)},${Math.round(yOffset)}`;
        })
        .join(' ');
      if (mine !== theirs) failures.push(`${word}: ${mine} | ${theirs}`);
    }
    expect(failures).toEqual([]);
  });
});

describe('shapeRun', () => {
  const path = fontFile(NASKH);
  const naskh = openFace({
    id: 'naskh',
    family: 'naskh',
    file: { weight: 400, italic: false, path, features: new Set() },
  });
  const shape = (text: string, start = 0, end = text.length) =>
    shapeRun(naskh, { text, start, end, rtl: true, script: 'Arab', lang: 'ar', features: [] });

  it('joins letters across the ends of a stretch', () => {
    const whole = shape('سمك').map(glyph => glyph.id);
    const parts = [...shape('سمك', 1, 3), ...shape('سمك', 0, 1)].map(glyph => glyph.id);
    expect(parts).toEqual(whole);
  });

  it('joins across more vowel marks than one', () => {
    const text = 'سَّم';
    expect(shape(text, 3, 4).map(glyph => glyph.id)).toEqual(shape('سم', 1, 2).map(glyph => glyph.id));
  });

  it('gives clusters as offsets into the whole text', () => {
    const text = 'كان يا ما كان في قديم الزمان';
    const clusters = new Set(shape(text, 20, 25).map(glyph => glyph.cluster));
    expect([...clusters].sort()).toEqual([20, 21, 22, 23, 24]);
  });

  it('mirrors brackets and guillemets in right-to-left runs', () => {
    const ids = (text: string, rtl: boolean): number[] =>
      shapeRun(naskh, { text, start: 0, end: 1, rtl, script: 'Arab', lang: 'ar', features: [] }).map(
        ({ id }) => id,
      );
    expect(ids('(', true)).toEqual(ids(')', false));
    expect(ids('«', true)).toEqual(ids('»', false));
    expect(ids('“', true)).toEqual(ids('“', false));
  });

  it('takes features by name', () => {
    const serif = fontFile(SERIF);
    const face = openFace({
      id: 'serif',
      family: 's',
      file: { weight: 400, italic: false, path: serif, features: new Set() },
    });
    const count = (features: string[]): number =>
      shapeRun(face, { text: 'office', start: 0, end: 6, rtl: false, script: 'Latn', lang: 'en', features })
        .length;
    expect(count([])).toBe(4);
    expect(count(['-liga'])).toBe(6);
  });
});
