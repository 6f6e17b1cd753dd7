/** Where what stands on a page comes from: an item in; what the layout or the drawing calls it, and its line, out. */

import type { DrawingItem, GlyphRun, Rule } from '../frame/frame.js';
import type { Layout } from '../manifest/layout.js';
import type { Span } from '../problem/problem.js';
import type { Preflighted } from './finding.js';
import type { PlacedItem } from './place.js';

/** A run of text and the item it belongs to. */
export interface Labelled {
  readonly run: GlyphRun;
  readonly placed: PlacedItem;
}

export interface Name {
  readonly name: string;
  readonly span: Span | undefined;
}

/** Names of text: a type style of the layout, a text of a panel, or a drawing. */
export function namesOf(input: Preflighted): (words: Labelled) => Name {
  const { layout } = input.manifest;
  const drawings = drawingsOf(input);
  return ({ run, placed }) => {
    if (run.line !== undefined) return styleName(run.line.style, run.line.lang, layout);
    const drawing = placed.group?.items.find((item): item is DrawingItem => item.kind === 'drawing');
    const file = drawing && drawings(drawing);
    return file === undefined ? panelName(run, layout) : { name: `text in ${file}`, span: inDrawing(file) };
  };
}

function styleName(style: string, lang: string, layout: Layout): Name {
  const span = layout.source.span(layout.styles.pathOf(style, lang, 'size'));
  return { name: `“${style}” in ${lang}`, span };
}

/** The panels of a layout by their paths. */
function panelsOf(layout: Layout): [path: readonly string[], panel: Layout['head']][] {
  return [
    [['head'], layout.head],
    [['folio'], layout.folio],
    [['front', 'masthead'], layout.front.masthead],
  ];
}

/** The text of a panel that is set like this run. */
function panelName(run: GlyphRun, layout: Layout): Name {
  const texts = panelsOf(layout).flatMap(([, panel]) => panel.texts);
  const entry = texts.find(({ style, lang }) => {
    const { size, ink } = layout.styles.get(style, lang);
    return Math.abs(size - run.size) < 0.01 && ink === run.ink;
  });
  return entry === undefined ? { name: 'text', span: undefined } : styleName(entry.style, entry.lang, layout);
}

/** The files that vector drawings come from. */
export function drawingsOf({ gallery }: Preflighted): (drawing: DrawingItem) => string | undefined {
  const files = new Map<unknown, string>();
  for (const { file, vector } of gallery.pictures.values())
    if (vector !== undefined) files.set(vector.shapes, file);
  return drawing => files.get(drawing.shapes);
}

/** A drawing as a whole. */
export function inDrawing(file: string): Span {
  return { file, line: 1, column: 1, length: 1 };
}

/** The rule of the layout, or of one of its templates, that is so wide, if there is one. */
export function ruleName({ width }: Pick<Rule, 'width'>, layout: Layout): Name {
  const own = rulesOf(layout);
  const ofTemplates = [...layout.templates].flatMap(([name, template]) =>
    rulesOf(template.layout).map(([path, wide]): WideRule => [['templates', name, ...path], wide]),
  );
  const [path] = [...own, ...ofTemplates].find(([, wide]) => Math.abs(wide - width) < 0.001) ?? [];
  if (path === undefined) return { name: 'a rule', span: undefined };
  return {
    name: `“${path.filter(step => typeof step === 'string').join('.')}”`,
    span: layout.source.span(path),
  };
}

type WideRule = readonly [path: readonly (string | number)[], width: number];

function rulesOf(layout: Layout): WideRule[] {
  const { table, module, front } = layout;
  return [
    [['table', 'rule'], table.rule],
    [['table', 'headRule'], table.headRule],
    [['module', 'rule'], module.rule],
    [['module', 'sidebarRule'], module.sidebarRule],
    [['front', 'rule'], front.rule],
    ...panelsOf(layout).flatMap(([path, panel]) =>
      panel.rules.map(({ rule }, index): WideRule => [[...path, 'rules', index, 'rule'], rule]),
    ),
  ];
}
