/** Checks that fonts can do what styles ask of them: a layout and its fonts in, a warning for each feature they lack out. */

import type { FontSettings } from '../fonts/library.js';
import { hintFor } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import { familiesWith, familyHas } from './font-features.js';
import type { LayoutFile, StyleFields } from './schema-layout.js';
import type { YamlPath, YamlSource } from './source.js';
import type { Style, StyleSheet } from './styles.js';

interface Check {
  readonly families: FontSettings['families'];
  readonly source: YamlSource;
  readonly problems: Problems;
}

/** Adds what is wrong to `problems`; what a font lacks is left out when text is set. */
export function checkFeatures(layout: LayoutFile, styles: StyleSheet, check: Check): void {
  for (const [name, variants] of Object.entries(layout.styles)) {
    for (const [variant, fields] of Object.entries(variants)) {
      const stylesFor = (key: 'features' | 'smallCaps'): Style[] =>
        languagesOf(variant, key, variants, layout).map(lang => styles.get(name, lang));
      const path = ['styles', name, variant];
      for (const [index, feature] of (fields.features ?? []).entries())
        expectFeature(feature, stylesFor('features'), [...path, 'features', index], check);
      if (fields.smallCaps === true)
        expectSmallCapitals(stylesFor('smallCaps'), [...path, 'smallCaps'], check);
    }
  }
}

const SCRIPT = /^[A-Z][a-z]{3}$/;

/** Languages for which a variant of a style holds: `all` for the scripts that do not say something else. */
function languagesOf(
  variant: string,
  key: keyof StyleFields,
  variants: Readonly<Record<string, StyleFields>>,
  layout: LayoutFile,
): string[] {
  if (variant !== 'all') return [SCRIPT.test(variant) ? `und-${variant}` : variant];
  const named = [...Object.keys(variants), ...Object.keys(layout.styles['body'] ?? {})];
  const scripts = new Set(['Latn', 'Arab', ...named.filter(name => SCRIPT.test(name))]);
  return [...scripts].filter(script => variants[script]?.[key] === undefined).map(script => `und-${script}`);
}

/** A feature that is switched on: `onum`, `+onum`, `ss01=1`. */
const SWITCHED_ON = /^\+?([^-+=[]*)(?:\[[^\]]*\])?(?:=(?!0$|off$).*)?$/;

function expectFeature(
  written: string,
  styles: readonly Style[],
  path: YamlPath,
  { families, source, problems }: Check,
): void {
  const feature = SWITCHED_ON.exec(written)?.[1];
  const [first] = styles;
  if (feature === undefined || first === undefined) return;
  const isThere = (style: Style): boolean =>
    style.font.some(name => familyHas(families.get(name)!, style.italic, feature));
  if (styles.some(isThere)) return;
  const others = familiesWith(families, first.italic, feature);
  const tags = [...families.values()].flatMap(({ faces }) => faces.flatMap(face => [...face.features]));
  problems.warning(
    'missing-feature',
    source.span(path),
    `no font of the style “${first.name}” has the feature “${feature}”`,
    others.length > 0
      ? `Take it out, or take a font that has it: ${others.join(', ')}.`
      : hintFor(feature, [...new Set(tags)].sort()),
  );
}

function expectSmallCapitals(
  styles: readonly Style[],
  path: YamlPath,
  { families, source, problems }: Check,
): void {
  const [first] = styles;
  if (first === undefined || styles.some(style => style.smallCaps)) return;
  const others = familiesWith(families, first.italic, 'smcp');
  const fonts = new Set(styles.map(({ font, italic }) => `${font[0]}${italic ? ' italic' : ''}`));
  const font = others.length > 0 ? `a font that has them (${others.join(', ')}) or ` : '';
  problems.warning(
    'missing-feature',
    source.span(path),
    `the style “${first.name}” asks for small capitals, which are not in ${[...fonts].join(' or ')}`,
    `Its text is set as it is; take ${font}“capitals: true”.`,
  );
}
