/** For the tests of shaping: sentences of the languages the press sets, and every typeface of fonts.yaml. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Face } from '../../src/fonts/face.js';
import { openFace } from '../../src/fonts/open.js';
import { fontFile } from './support.js';

/** Sentences and what HarfBuzz is told about them. */
export interface Sample {
  readonly language: string;
  /** BCP 47 tag. */
  readonly lang: string;
  /** ISO 15924 code. */
  readonly script: string;
  readonly rtl: boolean;
  readonly lines: readonly string[];
}

const ARABIC = { script: 'Arab', rtl: true } as const;
const LATIN = { script: 'Latn', rtl: false } as const;

export const SAMPLES: readonly Sample[] = [
  {
    ...ARABIC,
    language: 'vowelled Arabic',
    lang: 'ar',
    lines: [
      'مَطَرٌ عَلَى السُّطُوحِ، وَخُبْزٌ فِي الفُرْنِ، وَأُغْنِيَّةٌ تَمْضِي مَعَ النَّهْرِ.',
      'يَا أَيُّهَا النَّهَارُ الآتِي مِنْ وَرَاءِ الجِبَالِ، أَلَا تَرَى كَيْفَ اسْتَيْقَظَتِ القُرَى؟',
      'لِلْأَرْضِ لُغَةٌ لَا يَقْرَؤُهَا إِلَّا مَنْ حَرَثَهَا، وَلِلْمَاءِ صَوْتٌ يَعْرِفُهُ العَطْشَانُ.',
      'هٰذَا ٱلْبَيْتُ بَيْتُنَا، وَذٰلِكَ ٱلطَّرِيقُ طَرِيقُنَا: شَيْئًا فَشَيْئًا نَبْنِي مَا تَهَدَّمَ.',
      'كُلُّ مَنْ سَارَ عَلَى الدَّرْبِ رَأَىٰ مِئَذَنَةً وَبِئْرًا وَلُؤْلُؤَةً، ثُمَّ عَـــادَ.',
    ],
  },
  {
    ...ARABIC,
    language: 'Arabic',
    lang: 'ar',
    lines: [
      'ارتفع سعر رغيف الخبز بنسبة ١٢٫٥٪ (أي ٣٬٤٠٠ ليرة) «منذ الصيف»؛ فماذا بعد؟',
      'لأن الآلات لا تعمل، لإصلاحها ألفا لِتر من الماء والكهرباء كل ليلة!',
    ],
  },
  {
    ...ARABIC,
    language: 'Persian',
    lang: 'fa',
    lines: [
      'کتاب‌ها را به کتابخانه می‌برند و خبرنگاران گزارشی دربارهٔ آب می‌نویسند.',
      'در سال ۱۴۰۱ نزدیک به ۲۵٫۶ درصد از چاه‌های روستا خشک شد؛ چرا؟ پژوهشگران می‌پرسند.',
    ],
  },
  {
    ...ARABIC,
    language: 'Urdu',
    lang: 'ur',
    lines: [
      'شہر کے لوگ صبح سویرے اٹھتے ہیں اور ڈاک خانے کے سامنے اخبار پڑھتے ہیں۔',
      '۴۵۶۷ روپے میں کتنی روٹیاں آئیں گی؟ گھوڑا، ٹھنڈ، لئے، گئے، بھائی۔',
    ],
  },
  {
    ...ARABIC,
    language: 'Sorani',
    lang: 'ckb',
    lines: [
      'ڕۆژنامەی گەل هەواڵی گوند و شارەکان بڵاو دەکاتەوە.',
      'ئاوی چەم کەم بووە و جووتیارەکان چاوەڕێی بارانن؛ ساڵی ٢٠٢٢، گۆڤار و پێنووس.',
    ],
  },
  {
    ...LATIN,
    language: 'Kurmanji',
    lang: 'ku',
    lines: [
      'Rojnameya gel her roj nûçeyên gund û bajaran diweşîne.',
      'Şivan pez dibe çêrê; ava çem kêm bûye, lê fîstan û firîn têr in.',
    ],
  },
  {
    ...LATIN,
    language: 'Turkish',
    lang: 'tr',
    lines: [
      'Gazete fırından önce açılır; ılık ekmek, iyi haber, dört çiğdem.',
      'Kırk fincan kahvenin fikri: fiil, ofis, İstanbul’da ışıklar, Iğdır, affı.',
    ],
  },
  {
    ...LATIN,
    language: 'Spanish',
    lang: 'es',
    lines: [
      '¿Quién llega primero? ¡El periódico del niño, el pingüino y la cigüeña!',
      'Año 2022: «El café de la esquina» vende 1.250 panecillos, fijos y finos.',
    ],
  },
  {
    script: 'Cyrl',
    rtl: false,
    language: 'Ukrainian',
    lang: 'uk',
    lines: [
      'Газета виходить щосуботи; пам’ять і здоров’я важливіші за ґрунт.',
      'Її єдиний об’їзд — через міст, що з’єднує два села.',
    ],
  },
  {
    ...LATIN,
    language: 'English',
    lang: 'en',
    lines: [
      'The official’s office offered efficient, fluffy waffles to fifty-five flying fjord fish.',
      'AVATAR, Type, LTD., Wave, Yo-Yo and “first flight” figures: 1,234.56 (5 %).',
    ],
  },
];

interface TypefaceFile {
  readonly weight: number;
  readonly italic?: boolean;
  readonly file: string;
}

export interface Typeface {
  readonly name: string;
  readonly scripts: readonly string[];
  readonly path: string;
}

/** Every file of fonts.yaml. */
export const TYPEFACES: readonly Typeface[] = Object.entries(
  (
    parse(readFileSync(new URL('../../fonts/fonts.yaml', import.meta.url), 'utf8')) as {
      families: Record<string, { scripts: string[]; faces: TypefaceFile[] }>;
    }
  ).families,
).flatMap(([family, { scripts, faces }]) =>
  faces.map(({ weight, italic, file }) => ({
    name: `${family}/${weight}${italic ? 'i' : ''}`,
    scripts,
    path: fontFile(file.replace(/^npm:@expo-google-fonts\//, '')),
  })),
);

export function open(path: string): Face {
  return openFace({
    id: path,
    family: path,
    file: { weight: 400, italic: false, path, features: new Set() },
  });
}
