/** The type styles of a layout: a style derived from another keeps what it does not change. */

import { expect, it } from 'vitest';
import { setter } from '../support/setting.js';

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
