/** A page template over its layout: what the template says in place of the layout's own, field by field for styles and modules. */

import type { LayoutFile, StyleFields, TemplateFile } from './schema-layout.js';

/** The template of pages for which nothing names one. */
export const USUAL_TEMPLATE = 'inside';

/** In panels, the ink of the page's section, or that of the rules between modules. */
export const SECTION_INK = 'section';

/** The layout file as it holds on pages of the template. A head of the template's own goes without the layout's section head. */
export function overlaid(layout: LayoutFile, template: TemplateFile): LayoutFile {
  const own = template.head === undefined ? layout.sectionHead : undefined;
  return {
    ...layout,
    columns: template.columns ?? layout.columns,
    styles: overlaidStyles(layout.styles, template.styles),
    opening: template.opening ?? layout.opening,
    head: template.head ?? layout.head,
    sectionHead: template.sectionHead ?? own,
    folio: template.folio ?? layout.folio,
    module: Object.assign({}, layout.module, template.module),
  };
}

type Styles = Readonly<Record<string, Readonly<Record<string, StyleFields>>>>;

function overlaidStyles(styles: Styles, changes: Styles): LayoutFile['styles'] {
  const found: LayoutFile['styles'] = { ...styles };
  for (const [name, variants] of Object.entries(changes)) {
    found[name] = { ...found[name] };
    for (const [variant, fields] of Object.entries(variants))
      found[name][variant] = { ...found[name][variant], ...fields };
  }
  return found;
}
