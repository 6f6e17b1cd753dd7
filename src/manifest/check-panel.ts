/** Checks a strip of fixed texts, rules and boxes: the styles, inks and placeholders that it names. */

import { unresolved } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import { checkPlaceholders, PANEL_PLACEHOLDERS } from './placeholders.js';
import type { LayoutFile, PanelFile } from './schema-layout.js';
import type { YamlPath, YamlSource } from './source.js';
import { SECTION_INK } from './template.js';

/** A layout whose parts are checked, and where they are written. */
export interface LayoutCheck {
  readonly layout: LayoutFile;
  readonly source: YamlSource;
  readonly problems: Problems;
}

/** The layout must have the ink. */
export function expectInk(ink: string, path: YamlPath, { layout, source, problems }: LayoutCheck): void {
  if (layout.inks[ink] === undefined)
    unresolved('ink', ink, Object.keys(layout.inks), source.span(path), problems);
}

/** Adds what is wrong with a panel to the problems. */
export function checkPanel(panel: PanelFile, path: YamlPath, check: LayoutCheck): void {
  const { layout, source, problems } = check;
  for (const [index, entry] of panel.texts.entries()) {
    const at = [...path, 'texts', index];
    if (layout.styles[entry.style] === undefined) {
      unresolved('style', entry.style, Object.keys(layout.styles), source.span([...at, 'style']), problems);
    }
    if (entry.text === undefined && (entry.even === undefined || entry.odd === undefined)) {
      const hint = 'Write “text” for all pages, or “even” and “odd” for pages with even and odd numbers.';
      problems.error(
        'missing-key',
        source.span(at),
        'this text has neither “text” nor both “even” and “odd”',
        hint,
      );
    }
    for (const key of ['text', 'even', 'odd'] as const) {
      const template = entry[key];
      if (template === undefined) continue;
      checkPlaceholders(template, source.textStart([...at, key]), PANEL_PLACEHOLDERS, problems);
    }
  }
  const expect = (ink: string | undefined, at: YamlPath): void => {
    if (ink !== undefined && ink !== SECTION_INK) expectInk(ink, [...path, ...at], check);
  };
  for (const [index, { ink }] of panel.texts.entries()) expect(ink, ['texts', index, 'ink']);
  for (const [index, { ink }] of panel.rules.entries()) expect(ink, ['rules', index, 'ink']);
  for (const [index, { box }] of panel.boxes.entries()) expect(box, ['boxes', index, 'box']);
}
