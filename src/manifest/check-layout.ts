/** Checks what a layout says of itself: inks, styles, families and placeholders that it names, its grid and its measures. */

import type { FontSettings } from '../fonts/library.js';
import { nearestOf, unresolved } from '../problem/nearest.js';
import type { Problems } from '../problem/problem.js';
import { checkPanel, expectInk, type LayoutCheck } from './check-panel.js';
import { checkSpots } from './check-spots.js';
import type { LayoutFile, StyleFields, TemplateFile } from './schema-layout.js';
import type { YamlPath, YamlSource } from './source.js';
import { NEEDED_STYLES } from './style-names.js';
import { overlaid, USUAL_TEMPLATE } from './template.js';

/** Adds what is wrong to `problems`. Without font settings no family is checked. */
export function checkLayout(
  layout: LayoutFile,
  source: YamlSource,
  fonts: FontSettings | undefined,
  problems: Problems,
): void {
  const check = { layout, source, problems };
  checkMeasures(check);
  checkSpots(layout.inks, source, problems);
  checkNeededStyles(check);
  checkStyles(layout.styles, ['styles'], fonts, check);
  checkPageParts(layout, [], check);
  checkTemplates(fonts, check);
  checkPanel(layout.front.masthead, ['front', 'masthead'], check);
  for (const [name, panel] of Object.entries(layout.front.mastheads))
    checkPanel(panel, ['front', 'mastheads', name], check);
  const { overlay } = layout.front;
  if (overlay !== undefined) expectInk(overlay.ink, ['front', 'overlay', 'ink'], check);
  expectInk(layout.module.ruleInk, ['module', 'ruleInk'], check);
  const { ruleInk } = layout.table;
  if (ruleInk !== undefined) expectInk(ruleInk, ['table', 'ruleInk'], check);
  expectInk(layout.module.sidebarInk, ['module', 'sidebarInk'], check);
}

function checkStyles(
  styles: LayoutFile['styles'],
  path: YamlPath,
  fonts: FontSettings | undefined,
  check: LayoutCheck,
): void {
  for (const [name, variants] of Object.entries(styles)) {
    for (const [variant, style] of Object.entries(variants))
      checkStyle(name, style, [...path, name, variant], fonts, check);
  }
}

/** Head, section head and folio, of the layout or of a template. */
function checkPageParts(
  parts: Pick<TemplateFile, 'head' | 'sectionHead' | 'folio'>,
  path: YamlPath,
  check: LayoutCheck,
): void {
  for (const key of ['head', 'sectionHead', 'folio'] as const) {
    const panel = parts[key];
    if (panel !== undefined) checkPanel(panel, [...path, key], check);
  }
  const head = parts.head ?? check.layout.head;
  if (parts.sectionHead === undefined || parts.sectionHead.height <= head.height) return;
  const message = 'the section head is higher than the page head in whose room it stands';
  const span = check.source.span([...path, 'sectionHead', 'height']);
  check.problems.error('no-room', span, message, `Write ${head.height}pt or less, or make “head” higher.`);
}

/** What a template names: styles of the layout, inks, families, placeholders. */
export function checkTemplate(
  template: Omit<TemplateFile, 'columns' | 'picture'>,
  path: YamlPath,
  fonts: FontSettings | undefined,
  check: LayoutCheck,
): void {
  const { layout, source, problems } = check;
  checkPageParts(template, path, check);
  for (const style of Object.keys(template.styles)) {
    if (layout.styles[style] !== undefined) continue;
    const span = source.keySpan([...path, 'styles', style]);
    unresolved('style', style, Object.keys(layout.styles), span, problems);
  }
  checkStyles(template.styles, [...path, 'styles'], fonts, check);
  if (template.ground !== undefined) expectInk(template.ground, [...path, 'ground'], check);
  for (const key of ['ruleInk', 'sidebarInk'] as const) {
    const ink = template.module?.[key];
    if (ink !== undefined) expectInk(ink, [...path, 'module', key], check);
  }
}

/** Templates and the sections that name them. */
function checkTemplates(fonts: FontSettings | undefined, check: LayoutCheck): void {
  const { layout, source, problems } = check;
  for (const [name, template] of Object.entries(layout.templates)) {
    const path = ['templates', name];
    checkTemplate(template, path, fonts, check);
    const { columns, head, folio } = overlaid(layout, template);
    const own: YamlPath = template.columns === undefined ? path : [...path, 'columns'];
    checkRoom({ ...layout, columns, head, folio }, own, path, check);
  }
  const templates = [USUAL_TEMPLATE, ...Object.keys(layout.templates)];
  for (const [name, { template, ink }] of Object.entries(layout.sections)) {
    const path = ['sections', name];
    if (template !== undefined && !templates.includes(template))
      unresolved('template', template, templates, source.span([...path, 'template']), problems);
    if (ink !== undefined) expectInk(ink, [...path, 'ink'], check);
  }
}

/** Less than this holds no text worth setting: about twelve letters in a line, five lines on a page. Points. */
const LEAST_COLUMN = (20 * 72) / 25.4;
const LEAST_HEIGHT = 60;

function inMillimetres(points: number): string {
  return `${Math.round((points * 25.4) / 72)} mm`;
}

/** Margins, gutters and panels must leave room for text. */
function checkMeasures(check: LayoutCheck): void {
  const { layout, source, problems } = check;
  checkRoom(layout, ['columns'], ['sheet', 'height'], check);
  if (layout.module.leastPicture > layout.module.mostPicture) {
    const message = '“leastPicture” is more than “mostPicture”';
    problems.error('wrong-value', source.span(['module', 'leastPicture']), message, 'Exchange the two.');
  }
}

/** Room for columns and lines on pages of the layout or of a template; `across` and `down` are where too little of it is told. */
export function checkRoom(
  {
    sheet,
    margins,
    columns,
    head,
    folio,
  }: Pick<LayoutFile, 'sheet' | 'margins' | 'columns' | 'head' | 'folio'>,
  across: YamlPath,
  down: YamlPath,
  { source, problems }: LayoutCheck,
): void {
  const width = sheet.width - margins.inside - margins.outside - columns.gutter * (columns.count - 1);
  if (width <= 0) {
    const message = 'margins and gutters are wider than the sheet';
    problems.error(
      'no-room',
      source.span(['sheet', 'width']),
      message,
      'Make them smaller, or the sheet wider.',
    );
  }
  const columnWidth = width / columns.count;
  if (columnWidth > 0 && columnWidth < LEAST_COLUMN) {
    const message = `the columns are ${inMillimetres(columnWidth)} wide, too narrow for text`;
    const hint = `A column needs ${inMillimetres(LEAST_COLUMN)}: take fewer columns, or a wider sheet.`;
    problems.error('no-room', source.span(across), message, hint);
  }
  const height = sheet.height - margins.top - margins.bottom - head.height - folio.height;
  if (height < LEAST_HEIGHT) {
    const message =
      height <= 0
        ? 'margins, head and folio are higher than the sheet'
        : `margins, head and folio leave ${inMillimetres(height)} for text`;
    const hint = 'Make them smaller, or the sheet higher.';
    problems.error('no-room', source.span(down), message, hint);
  }
}

function checkNeededStyles({ layout, source, problems }: LayoutCheck): void {
  const names = Object.keys(layout.styles);
  const needed = new Set<string>(NEEDED_STYLES);
  const extra = names.filter(name => !needed.has(name));
  for (const name of NEEDED_STYLES) {
    if (layout.styles[name] !== undefined) continue;
    const near = nearestOf(name, extra);
    const span = source.keySpan(near === undefined ? ['styles'] : ['styles', near]);
    const hint = near === undefined ? 'Add it to “styles”.' : `Is it “${near}”, misspelt?`;
    problems.error('missing-style', span, `the layout has no style “${name}”`, hint);
  }
  const body = layout.styles['body'] ?? {};
  if (layout.styles['body'] === undefined) return;
  if (
    body['all']?.font === undefined &&
    (body['Latn']?.font === undefined || body['Arab']?.font === undefined)
  ) {
    const hint = 'Add “font: [family]” to “all”, or to both “Latn” and “Arab”.';
    problems.error('missing-key', source.keySpan(['styles', 'body']), 'the style “body” names no font', hint);
  }
}

/** Rounding of millimetres and inches, in grid steps. */
const ROUNDING = 1e-6;

function checkStyle(
  name: string,
  style: StyleFields,
  path: YamlPath,
  fonts: FontSettings | undefined,
  check: LayoutCheck,
): void {
  const { layout, source, problems } = check;
  if (style.ink !== undefined) expectInk(style.ink, [...path, 'ink'], check);
  for (const [index, family] of (style.font ?? []).entries()) {
    if (fonts === undefined || fonts.families.has(family)) continue;
    unresolved('font family', family, fonts.families.keys(), source.span([...path, 'font', index]), problems);
  }
  if (style.leading === undefined) return;
  const steps = style.leading / layout.grid;
  if (Math.abs(steps - Math.round(steps)) <= ROUNDING) return;
  const points = (count: number): string => `${Math.round(count * layout.grid * 1000) / 1000}pt`;
  problems.error(
    'off-grid',
    source.span([...path, 'leading']),
    `the leading of “${name}” is no whole multiple of the grid of ${points(1)}`,
    `Take ${steps < 1 ? '' : `${points(Math.floor(steps))} or `}${points(Math.ceil(steps))}, or change the grid.`,
  );
}
