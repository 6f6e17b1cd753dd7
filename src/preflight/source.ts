/** Where what stands on a page comes from: an item in; what the layout or the drawing calls it, and its line, out. */

import type { DrawingItem, GlyphRun, Rule } from '../frame/frame.js';
import type { Layout } from '../manifest/layout.js';
import type { PanelFile } from '../manifest/schema-layout.js';
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
    return file === undefined
      ? panelName(run, layout, 'size')
      : { name: `text in ${file}`, span: inDrawing(file) };
  };
}

function styleName(style: string, lang: string, layout: Layout): Name {
  const span = layout.source.span(layout.styles.pathOf(style, lang, 'size'));
  return { name: `“${style}” in ${lang}`, span };
}

/** A panel by its path in the layout file, and the layout that holds on its pages. */
interface PlacedPanel {
  readonly path: readonly string[];
  readonly panel: PanelFile;
  readonly layout: Layout;
}

/** The panels of a layout and of its templates. */
function panelsOf(layout: Layout): PlacedPanel[] {
  const own = (at: Layout, path: readonly string[]): PlacedPanel[] =>
    (['head', 'sectionHead', 'folio'] as const).flatMap(key => {
      const panel = at[key];
      return panel === undefined ? [] : [{ path: [...path, key], panel, layout: at }];
    });
  const masthead = { path: ['front', 'masthead'], panel: layout.front.masthead, layout };
  const ofTemplates = [...layout.templates].flatMap(([name, template]) =>
    own(template.layout, ['templates', name]),
  );
  return [...own(layout, []), masthead, ...ofTemplates];
}

/** The text of a panel that is set like this run: its name, and where `value` of it is written. */
export function panelName(run: GlyphRun, layout: Layout, value: 'size' | 'y'): Name {
  for (const { path, panel, layout: own } of panelsOf(layout)) {
    for (const [index, { style, lang, ink }] of panel.texts.entries()) {
      const wanted = own.styles.get(style, lang);
      const isInk = ink !== undefined || wanted.ink === run.ink;
      if (lang !== run.lang || Math.abs(wanted.size - run.size) > 0.01 || !isInk) continue;
      const named = styleName(style, lang, own);
      return value === 'size'
        ? named
        : { ...named, span: layout.source.span([...path, 'texts', index, 'y']) };
    }
  }
  return { name: 'text', span: undefined };
}

/** The most letters that a message quotes. */
const QUOTED = 24;

/** The words of a run as they are read, the first of many. */
export function wordsIn({ clusters, rtl }: GlyphRun): string {
  const read = rtl ? [...clusters].reverse() : clusters;
  const whole = read
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return whole.length > QUOTED ? `${whole.slice(0, QUOTED - 1).trimEnd()}…` : whole;
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
  const ofPanels = panelsOf(layout).flatMap(({ path, panel }) =>
    panel.rules.map(({ rule }, index): WideRule => [[...path, 'rules', index, 'rule'], rule]),
  );
  const [path] =
    [...own, ...ofPanels, ...ofTemplates].find(([, wide]) => Math.abs(wide - width) < 0.001) ?? [];
  if (path === undefined) return { name: 'a rule', span: undefined };
  return {
    name: `“${path.filter(step => typeof step === 'string').join('.')}”`,
    span: layout.source.span(path),
  };
}

type WideRule = readonly [path: readonly (string | number)[], width: number];

function rulesOf({ table, module, front }: Layout): WideRule[] {
  return [
    [['table', 'rule'], table.rule],
    [['table', 'headRule'], table.headRule],
    [['module', 'rule'], module.rule],
    [['module', 'sidebarRule'], module.sidebarRule],
    [['front', 'rule'], front.rule],
  ];
}
