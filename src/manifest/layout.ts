/** Reads a layout: a name in, the page geometry with inks and type styles resolved out. */

import type { FontSettings } from '../fonts/library.js';
import type { Ink } from '../frame/frame.js';
import type { Problems, Span } from '../problem/problem.js';
import { readYamlFile, unresolved } from './read.js';
import type { Project } from './project.js';
import { type LayoutFile, layoutFile, type PanelFile } from './schema-layout.js';
import type { YamlSource } from './source.js';
import { StyleSheet } from './styles.js';

/** A page format with everything named in it looked up. Lengths in points. */
export interface Layout extends Omit<LayoutFile, 'inks' | 'styles'> {
  readonly inks: ReadonlyMap<string, Ink>;
  readonly styles: StyleSheet;
  /** Width of one column. */
  readonly columnWidth: number;
}

/** Styles that the press itself asks for; a layout must have them all. */
export const NEEDED_STYLES = [
  'body',
  'subhead',
  'list',
  'kicker',
  'headline-lead',
  'headline-major',
  'headline-normal',
  'headline-brief',
  'deck',
  'byline',
  'dateline',
  'caption',
  'credit',
  'slogan',
  'pull',
  'sidebar-title',
  'sidebar',
  'table-head',
  'table',
  'source',
  'jump',
  'drawing',
  'front-kicker',
  'front-kicker-reversed',
  'front-headline-reversed',
  'front-headline',
  'front-second',
  'front-deck',
  'teaser',
  'teaser-page',
  'imprint',
] as const;

export type StyleName = (typeof NEEDED_STYLES)[number];

/** The layout called `name`, or undefined if it is missing or wrong. */
export function readLayout(
  project: Project,
  name: string,
  wantedBy: Span,
  fonts: FontSettings,
  problems: Problems,
): Layout | undefined {
  const read = readYamlFile(project, `layouts/${name}.yaml`, layoutFile, problems, wantedBy);
  if (read === undefined) return undefined;
  const { value, source } = read;
  const inks = new Map<string, Ink>();
  for (const [inkName, { cmyk, screen }] of Object.entries(value.inks)) {
    const [c, m, y, k] = cmyk;
    inks.set(inkName, { name: inkName, cmyk: [c / 100, m / 100, y / 100, k / 100], rgb: screen });
  }
  const known = new Set(inks.keys());
  const expectInk = (ink: string, path: readonly (string | number)[]): void => {
    if (!known.has(ink)) unresolved('ink', ink, known, source.span(path), problems);
  };
  checkStyles(value, source, fonts, expectInk, problems);
  for (const key of ['head', 'folio'] as const) checkPanel(value[key], [key], value, source, expectInk, problems);
  checkPanel(value.front.masthead, ['front', 'masthead'], value, source, expectInk, problems);
  if (value.front.overlay !== undefined) expectInk(value.front.overlay.ink, ['front', 'overlay', 'ink']);
  expectInk(value.module.ruleInk, ['module', 'ruleInk']);
  expectInk(value.module.sidebarInk, ['module', 'sidebarInk']);
  if (problems.hasErrors) return undefined;
  const { count, gutter } = value.columns;
  const typeWidth = value.sheet.width - value.margins.inside - value.margins.outside;
  return {
    ...value,
    inks,
    styles: new StyleSheet(value.styles, inks),
    columnWidth: (typeWidth - gutter * (count - 1)) / count,
  };
}

function checkStyles(
  layout: LayoutFile,
  source: YamlSource,
  fonts: FontSettings,
  expectInk: (ink: string, path: readonly (string | number)[]) => void,
  problems: Problems,
): void {
  for (const name of NEEDED_STYLES) {
    if (layout.styles[name] === undefined) {
      problems.error('missing-style', source.keySpan(['styles']), `the layout has no style “${name}”`, 'Add it to “styles”.');
    }
  }
  const body = layout.styles['body'] ?? {};
  if (body['all']?.font === undefined && (body['Latn']?.font === undefined || body['Arab']?.font === undefined)) {
    problems.error('missing-key', source.span(['styles', 'body']), 'the style “body” names no font', 'Add “font: [family]”.');
  }
  for (const [name, variants] of Object.entries(layout.styles)) {
    for (const [variant, style] of Object.entries(variants)) {
      const path = ['styles', name, variant];
      if (style.ink !== undefined) expectInk(style.ink, [...path, 'ink']);
      for (const [index, family] of (style.font ?? []).entries()) {
        if (!fonts.families.has(family)) {
          unresolved('font family', family, fonts.families.keys(), source.span([...path, 'font', index]), problems);
        }
      }
      const steps = (style.leading ?? 0) / layout.grid;
      if (Math.abs(steps - Math.round(steps)) > 1e-6) {
        problems.error(
          'off-grid',
          source.span([...path, 'leading']),
          `the leading of “${name}” is no whole multiple of the grid of ${layout.grid} pt`,
          'Change the leading or the grid.',
        );
      }
    }
  }
}

function checkPanel(
  panel: PanelFile,
  path: readonly (string | number)[],
  layout: LayoutFile,
  source: YamlSource,
  expectInk: (ink: string, path: readonly (string | number)[]) => void,
  problems: Problems,
): void {
  for (const [index, text] of panel.texts.entries()) {
    const at = [...path, 'texts', index];
    if (layout.styles[text.style] === undefined) {
      unresolved('style', text.style, Object.keys(layout.styles), source.span([...at, 'style']), problems);
    }
    if (text.text === undefined && (text.even === undefined || text.odd === undefined)) {
      problems.error('missing-key', source.span(at), 'a panel text needs “text”, or both “even” and “odd”');
    }
  }
  for (const [index, rule] of panel.rules.entries()) expectInk(rule.ink, [...path, 'rules', index, 'ink']);
  for (const [index, box] of panel.boxes.entries()) expectInk(box.box, [...path, 'boxes', index, 'box']);
}
