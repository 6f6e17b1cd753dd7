/** Reads a layout: a name in, the page geometry with inks and type styles resolved out. */

import type { FontSettings } from '../fonts/library.js';
import type { Ink } from '../frame/frame.js';
import type { Problems, Span } from '../problem/problem.js';
import { checkFeatures } from './check-features.js';
import { checkLayout } from './check-layout.js';
import type { Project } from './project.js';
import { readYamlFile } from './read.js';
import {
  type InkFile,
  type LayoutFile,
  layoutFile,
  type OpeningFields,
  type TemplateFile,
} from './schema-layout.js';
import type { YamlSource } from './source.js';
import { fieldsFor, StyleSheet } from './styles.js';
import { overlaid, USUAL_TEMPLATE } from './template.js';

/** A page format with everything named in it looked up. Lengths in points. */
export interface Layout extends Omit<LayoutFile, 'inks' | 'styles' | 'opening' | 'templates'> {
  readonly inks: ReadonlyMap<string, Ink>;
  readonly styles: StyleSheet;
  /** How stories of a language begin. */
  readonly openingFor: (lang: string) => OpeningFields;
  /** Width of one column. */
  readonly columnWidth: number;
  /** By name. */
  readonly templates: ReadonlyMap<string, PageTemplate>;
  /** For the places of values in the layout. */
  readonly source: YamlSource;
  /** As it is written, for layouts that are derived from it. */
  readonly file: LayoutFile;
}

/** What pages of a template are made with. */
export interface PageTemplate {
  readonly name: string;
  /** The whole layout as it holds on such pages. */
  readonly layout: Layout;
  /** Behind everything between head and folio. */
  readonly ground: Ink | undefined;
  readonly picture: TemplateFile['picture'];
}

export type { StyleName } from './style-names.js';

/** The layout called `name`, or undefined if it is missing or wrong. Without font settings it is only checked. */
export function readLayout(
  project: Project,
  name: string,
  wantedBy: Span,
  fonts: FontSettings | undefined,
  problems: Problems,
): Layout | undefined {
  const read = readYamlFile(project, `layouts/${name}.yaml`, layoutFile, problems, wantedBy);
  if (read?.value === undefined) return undefined;
  const { value, source } = read;
  const before = problems.list.length;
  checkLayout(value, source, fonts, problems);
  if (fonts === undefined || problems.list.slice(before).some(problem => problem.severity === 'error')) {
    return undefined;
  }
  const inks = new Map<string, Ink>();
  for (const [inkName, file] of Object.entries(value.inks)) inks.set(inkName, inkOf(inkName, file));
  const base = layoutOf(value, source, inks, fonts);
  checkFeatures(value, base.styles, { families: fonts.families, source, problems });
  const entries: [string, TemplateFile | undefined][] = Object.entries({
    [USUAL_TEMPLATE]: undefined,
    ...value.templates,
  });
  const templates = new Map<string, PageTemplate>();
  for (const [template, file] of entries) {
    const layout = file === undefined ? base : layoutOf(overlaid(value, file), source, inks, fonts);
    const ground = file?.ground === undefined ? undefined : inks.get(file.ground);
    templates.set(template, { name: template, layout, ground, picture: file?.picture });
  }
  return { ...base, templates };
}

/** A layout with its names looked up; its templates are still to come. */
export function layoutOf(
  file: LayoutFile,
  source: YamlSource,
  inks: ReadonlyMap<string, Ink>,
  { families }: FontSettings,
): Layout {
  const { count, gutter } = file.columns;
  const typeWidth = file.sheet.width - file.margins.inside - file.margins.outside;
  return {
    ...file,
    inks,
    styles: new StyleSheet(file.styles, inks, families),
    openingFor: lang => fieldsFor(file.opening, lang),
    columnWidth: (typeWidth - gutter * (count - 1)) / count,
    templates: new Map(),
    source,
    file,
  };
}

/** An ink with fractions for percents. */
function inkOf(name: string, { cmyk, screen, spot, tint = 100 }: InkFile): Ink {
  const alternate = cmyk.map(percent => percent / 100) as [number, number, number, number];
  if (spot === undefined) return { name, cmyk: alternate, rgb: screen };
  const share = tint / 100;
  const mixed = alternate.map(part => part * share) as [number, number, number, number];
  return { name, cmyk: mixed, rgb: screen, spot: { name: spot, tint: share, alternate } };
}
