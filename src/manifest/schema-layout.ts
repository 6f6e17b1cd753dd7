/** What a layout file may hold: sheet, grid, inks, type styles, and the panels and templates of pages. */

import { z } from 'zod';
import { distance, extent, language, length, screenColour, scriptOr, text } from './values.js';

/** Mixed of process inks; or, with `spot`, an ink of its own at a tint, for all of which `cmyk` stands in where there is none. */
const ink = z.strictObject({
  cmyk: z.tuple([percent(), percent(), percent(), percent()]),
  screen: screenColour,
  spot: text.optional(),
  tint: percent().optional(),
});

function percent() {
  return z.number().min(0).max(100);
}

/** All fields optional: a style is the sum of what `all`, a script and a language say. */
export const styleFields = z.strictObject({
  font: z.array(text).min(1).optional(),
  weight: z.int().min(1).max(1000).optional(),
  italic: z.boolean().optional(),
  size: extent.optional(),
  leading: extent.optional(),
  ink: text.optional(),
  align: z.enum(['justify', 'start', 'end', 'center']).optional(),
  balance: z.boolean().optional(),
  indent: distance.optional(),
  before: distance.optional(),
  after: distance.optional(),
  tracking: z.number().min(-50).max(500).optional(),
  capitals: z.boolean().optional(),
  smallCaps: z.boolean().optional(),
  hyphenate: z.boolean().optional(),
  features: z.array(text).optional(),
  leastSpace: z.number().min(0.3).max(1).optional(),
  mostSpace: z.number().min(1).max(4).optional(),
  glyphScaling: z.number().min(0).max(0.05).optional(),
  letterSpace: z.number().min(0).max(0.05).optional(),
  kashida: z
    .union([
      z.enum(['none', 'light', 'full']),
      z.strictObject({
        words: z.number().min(0).max(1),
        longest: z.number().min(0).max(4),
        after: z.number().min(0).max(1).default(0),
      }),
    ])
    .optional(),
  fit: z.boolean().optional(),
  tabs: z
    .array(
      z.strictObject({
        at: z.union([z.literal('end'), distance]),
        align: z.enum(['start', 'center', 'end', 'decimal']).optional(),
        leader: z.string().default(''),
      }),
    )
    .optional(),
  hang: z.number().min(0).max(1).optional(),
  boldWeight: z.int().min(1).max(1000).optional(),
});

const panelText = z.strictObject({
  /** Filled in from the issue: {title.ar} {number.en} {date.ar} {page.en} {section.en} {tagline.ar.1} {contacts}. */
  text: z.string().optional(),
  /** For texts that change sides: what pages with even and odd numbers show. */
  even: z.string().optional(),
  odd: z.string().optional(),
  lang: language,
  style: text,
  /** In place of the style's ink; `section` is that of the page's section. */
  ink: text.optional(),
  at: z.enum(['left', 'right', 'center', 'outside', 'inside']),
  /** Distance from that edge of the panel. */
  x: length.default(0),
  /** Baseline, from the panel's top. */
  y: length,
});

const panelRule = z.strictObject({
  rule: distance,
  ink: text,
  y: length,
  x: length.default(0),
  width: distance.optional(),
});

const panelBox = z.strictObject({
  box: text,
  at: z.enum(['left', 'right']).default('left'),
  x: length.default(0),
  y: length,
  width: distance,
  height: distance,
});

/** A strip of the page with texts, rules and boxes at fixed places: mastheads, page heads, folios. */
export const panel = z.strictObject({
  height: distance,
  boxes: z.array(panelBox).default([]),
  rules: z.array(panelRule).default([]),
  texts: z.array(panelText).default([]),
});

const frontTemplate = z.strictObject({
  masthead: panel,
  /** Others by name, for issues that ask for them. */
  mastheads: z.record(z.string(), panel).default({}),
  /** The main head stands on the picture in a box of this ink, or below it when left out. */
  overlay: z.strictObject({ ink: text, columns: z.int().min(1), padding: distance }).optional(),
  teaserPicture: distance,
  gap: distance,
  rule: distance,
});

/** How a story's first paragraph begins. */
const opening = z.strictObject({
  /** An initial so many lines high, whose head meets the capitals or the small letters of the first line. */
  lines: z.int().min(2).max(4).optional(),
  reach: z.enum(['capital', 'x-height']).optional(),
  /** So many words in bold, in place of an initial and where there is no room for one. */
  words: z.int().min(1).max(8).optional(),
  /** Only in stories of so many words and more, unless one asks for it. */
  from: z.int().min(0).optional(),
});

/** Rules under rows and under the header, 0pt for none, and the space between cells and under a row's text. */
export const tableFields = z.strictObject({
  rule: distance,
  /** Ink of the rules under rows; the others are in the module's. */
  ruleInk: text.optional(),
  headRule: distance,
  gap: distance,
  padding: distance,
  /** A table too wide for its column is set smaller, down to this share of its size. */
  smallest: z.number().min(0.2).max(1),
});

const table = tableFields.extend({
  rule: distance.default(0.4),
  headRule: distance.default(1),
  gap: distance.default(8),
  padding: distance.default(3),
  smallest: tableFields.shape.smallest.default(1),
});

const module = z.strictObject({
  /** Space and rule between modules. */
  gap: distance,
  rule: distance,
  ruleInk: text,
  /** Height of a picture over its width: the limits within which the press may crop. */
  leastPicture: z.number().min(0.1).max(4),
  mostPicture: z.number().min(0.1).max(4),
  /** Where credits stand: behind the caption, or along the picture's side. */
  credit: z.enum(['caption', 'side']).default('caption'),
  /** Labels of drawings below this size are set larger, as far as they find room. */
  leastLabel: distance.default(0),
  /** A drawing whose width the editor leaves open is no wider than leaves most of its labels at this size. */
  mostLabel: distance.default(12),
  sidebarInk: text,
  sidebarRule: distance,
  sidebarPadding: distance,
  endMark: z.string(),
});

const columns = z.strictObject({ count: z.int().min(1).max(8), gutter: distance });

const openings = z.record(scriptOr('all', true), opening);

/** What the pages of a template have otherwise than the layout; what it leaves out is as there. */
export const template = z.strictObject({
  columns: columns.optional(),
  styles: z.record(z.string(), z.record(scriptOr('all', true), styleFields)).default({}),
  opening: openings.optional(),
  head: panel.optional(),
  /** In the room of `head` on the first page of a section. */
  sectionHead: panel.optional(),
  folio: panel.optional(),
  module: module
    .extend({ credit: z.enum(['caption', 'side']), leastLabel: distance, mostLabel: distance })
    .partial()
    .optional(),
  /** Ink of a tint behind everything between head and folio. */
  ground: text.optional(),
  /**
   * The first picture of the first story stands over the text: to the edges of its page, or across two facing pages.
   */
  picture: z.enum(['page', 'spread']).optional(),
});

/** What a section has of its own. */
const section = z.strictObject({
  /** Its template, where the plan names none. */
  template: text.optional(),
  /** What `section` stands for as an ink of panels. */
  ink: text.optional(),
});

export const layoutFile = z.strictObject({
  sheet: z.strictObject({ width: extent, height: extent, bleed: distance.default(0) }),
  margins: z.strictObject({ top: distance, bottom: distance, inside: distance, outside: distance }),
  columns,
  /** Step of the baseline grid; every leading is a whole multiple of it. */
  grid: extent,
  inks: z.record(z.string(), ink),
  styles: z.record(z.string(), z.record(scriptOr('all', true), styleFields)),
  opening: openings.default({}),
  head: panel,
  /** In the room of `head` on the first page of a section. */
  sectionHead: panel.optional(),
  folio: panel,
  front: frontTemplate,
  table: table.prefault({}),
  module,
  /** By name; `inside` holds where nothing names another. */
  templates: z.record(z.string(), template).default({}),
  /** By the sections of the publication. */
  sections: z.record(z.string(), section).default({}),
});

export type LayoutFile = z.output<typeof layoutFile>;
export type TemplateFile = z.output<typeof template>;
export type InkFile = z.output<typeof ink>;
export type OpeningFields = z.output<typeof opening>;
export type StyleFields = z.output<typeof styleFields>;
export type PanelFile = z.output<typeof panel>;
