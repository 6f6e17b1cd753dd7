/** Type styles for a screen: those of the paper and how much a screen enlarges in, styles that read as large as in print out. */

import type { LayoutFile, StyleFields } from './schema-layout.js';
import { fieldsFor } from './styles.js';

type Styles = LayoutFile['styles'];

/** What is larger than the text on paper is so by this power of its proportion on a screen, whose column is a single one. */
const CONTRAST = 0.6;

/** Size and leading of a style that names none. Points. */
const SIZE = 9;
const LEADING = 12;

/**
 * All styles for pages that are seen at one over `enlarged` of their size: text as large as in print, heads larger by less. Sizes are
 * rounded to quarters of a point, leadings and spaces to `grid`.
 */
export function derivedStyles(styles: Styles, enlarged: number, grid: number): Styles {
  const found: Styles = {};
  for (const [name, variants] of Object.entries(styles)) {
    found[name] = {};
    const whole = { ...variants, all: { size: SIZE, leading: LEADING, ...variants['all'] } };
    for (const [variant, fields] of Object.entries(whole)) {
      const share = shareOf(styles, name, variant, enlarged);
      found[name][variant] = resized(fields, share, grid);
    }
  }
  return found;
}

/** The size that a style has then, in the script of Latin letters. */
export function sizedAs(styles: Styles, name: string, enlarged: number): number {
  const { size = SIZE } = fieldsFor(styles[name] ?? {}, 'und-Latn');
  return size * shareOf(styles, name, 'Latn', enlarged);
}

/** What the sizes of a style's variant are multiplied by. */
function shareOf(styles: Styles, name: string, variant: string, enlarged: number): number {
  const lang = variant === 'all' ? 'und-Latn' : /^[A-Z]/.test(variant) ? `und-${variant}` : variant;
  const sizeOf = (style: string): number => fieldsFor(styles[style] ?? {}, lang).size ?? SIZE;
  const proportion = sizeOf(name) / sizeOf('body');
  return enlarged * (proportion > 1 ? proportion ** (CONTRAST - 1) : 1);
}

function resized(fields: StyleFields, share: number, grid: number): StyleFields {
  const { size, leading, indent, before, after, tabs } = fields;
  const onGrid = (length: number): number => Math.round((length * share) / grid) * grid;
  const lengths = { indent, before, after };
  const more: StyleFields = {};
  for (const key of ['indent', 'before', 'after'] as const) {
    const length = lengths[key];
    if (length !== undefined) more[key] = onGrid(length);
  }
  if (size !== undefined) more.size = Math.round(size * share * 4) / 4;
  if (leading !== undefined) more.leading = Math.max(grid, onGrid(leading));
  if (tabs !== undefined)
    more.tabs = tabs.map(tab => ({ ...tab, at: tab.at === 'end' ? tab.at : tab.at * share }));
  return { ...fields, ...more };
}
