/** The type styles of a layout: a style derived from another keeps what it does not change. */

import { expect, it } from 'vitest';
import { rich, setter } from '../support/setting.js';

it('a derived style is its base in every language, but for its own fields', () => {
  const { styles } = setter.layout;
  const derived = styles.with('light', 'body', { kashida: 'light', align: 'start' });
  for (const lang of ['ar', 'en', 'fa', 'uk']) {
    const [base, light] = [styles.get('body', lang), derived.get('light', lang)];
    expect(light.kashida).toEqual({ words: 0.4, longest: 0.85, after: 0.9 });
    expect(light).toEqual({ ...base, name: 'light', align: 'start', kashida: light.kashida });
    expect(derived.get('body', lang)).toEqual(base);
  }
});

it('letters of another script have the weight that it has in the style, bold or not', () => {
  const { styles } = setter.layout;
  expect(styles.get('classified', 'ar')).toMatchObject({
    weight: 600,
    otherWeights: { Latn: { weight: 500, boldWeight: 700 } },
  });
  expect(styles.get('sidebar', 'en').otherWeights).toEqual({ Arab: { weight: 600, boldWeight: 900 } });
  const faces = (text: string, style: string): string[] => {
    const { shaped } = setter.set(rich(text), style, 'ar', 500);
    return [...new Set(shaped.items.map(item => item.face.id))].sort();
  };
  expect(faces('نظام ISO 9001 منذ', 'classified')).toEqual(['barlow-condensed/500', 'cairo/600']);
  expect(faces('**نظام ISO منذ**', 'sidebar')).toEqual(['barlow-condensed/700', 'cairo/900']);
  expect(faces('نظام ISO منذ', 'body')).toEqual(['noto-naskh/400', 'source-serif/400']);
});
