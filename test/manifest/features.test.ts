/** What styles ask of fonts: a layout and real fonts in, and all that is said of what they lack. */

import { expect, it } from 'vitest';
import { FONTS, LAYOUT, problemsOf } from './project.js';

const npm = (path: string): string => `"npm:@expo-google-fonts/${path}.ttf"`;
const REAL = `families:
  serif:
    scripts: [Latn]
    faces:
      - { weight: 400, file: ${npm('source-serif-4/400Regular/SourceSerif4_400Regular')} }
      - { weight: 400, italic: true, file: ${npm('source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic')} }
  naskh:
    scripts: [Arab]
    faces:
      - { weight: 400, file: ${npm('noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular')} }
fallback:
  any: [serif, naskh]
`;

/** The problems of a layout whose deck has these fields, by variant. */
function told(deck: string): string[] {
  return problemsOf({
    [FONTS]: REAL,
    [LAYOUT]: [
      ['font: [serif]', 'font: [serif, naskh]'],
      ['  deck: { all: { size: 9pt } }', `  deck: { ${deck} }`],
    ],
  });
}

it.each([
  'Latn: { features: [onum, smcp, "-liga", "liga=0", "+kern", "ss01=1"] }',
  'all: { features: [onum] }',
  'Arab: { features: [onum] }',
  'all: { smallCaps: true }',
  'Latn: { smallCaps: true }',
  'en: { smallCaps: true }',
  'Latn: { smallCaps: false, italic: true }',
])('%s is fine', deck => expect(told(deck)).toEqual([]));

it('a feature that no font of the style has', () => {
  expect(told('Latn: { font: [naskh], features: [onum, kern] }')).toEqual([
    'layouts/small.yaml:19:45 missing-feature (warning): no font of the style “deck” has the feature “onum” | Take it out, or take a font that has it: serif.',
  ]);
});

it('a feature that no font has', () => {
  expect(told('all: { features: [onun] }')).toEqual([
    'layouts/small.yaml:19:29 missing-feature (warning): no font of the style “deck” has the feature “onun” | Did you mean “onum”?',
  ]);
});

it('small capitals that only the upright face has', () => {
  expect(told('Latn: { italic: true, smallCaps: true }')).toEqual([
    'layouts/small.yaml:19:44 missing-feature (warning): the style “deck” asks for small capitals, which are not in serif italic | Its text is set as it is; take “capitals: true”.',
  ]);
});

it('small capitals of a script that has none', () => {
  expect(told('Arab: { smallCaps: true }')).toEqual([
    'layouts/small.yaml:19:30 missing-feature (warning): the style “deck” asks for small capitals, which are not in naskh | Its text is set as it is; take a font that has them (serif) or “capitals: true”.',
  ]);
});

it('a word for true', () => {
  expect(told('all: { smallCaps: yes }')).toEqual([
    'layouts/small.yaml:19:29 wrong-type: “smallCaps” must be true or false, not the text “yes” | Write true or false, without quotes.',
  ]);
});
