/** What a layout file may hold: sheet, grid, inks, type styles, and the panels and templates of pages. */

import { z } from 'zod';
import { length, screenColour } from './values.js';

const ink = z.strictObject({
  cmyk: z.tuple([percent(), percent(), percent(), percent()]),
  screen: screenColour,
});

function percent() {
  return z.number().min(0).max(100);
}

/** All fields optional: a style is the sum of what `all`, a script and a language say. */
export const styleFields = z.strictObject({
  font: z.array(z.string()).min(1).optional(),
  weight: z.int().min(1).max(1000).optional(),
  italic: z.boolean().optional(),
  size: length.optional(),
  leading: length.optional(),
  ink: z.string().optional(),
  align: z.enum(['justify', 'start', 'end', 'center']).optional(),
  indent: length.optional(),
  before: length.optional(),
  after: length.optional(),
  tracking: z.number().min(-50).max(500).optional(),
  capitals: z.boolean().optional(),
  hyphenate: z.boolean().optional(),
  features: z.array(z.string()).optional(),
  leastSpace: z.number().min(0.3).max(1).optional(),
  mostSpace: z.number().min(1).max(4).optional(),
  boldWeight: z.int().min(1).max(1000).optional(),
});

const panelText = z.strictObject({
  /** Filled in from the issue: {title.ar} {number.en} {date.ar} {page.en} {section.en} {tagline.ar.1} {contacts}. */
  text: z.string().optional(),
  /** For texts that change sides: what pages with even and odd numbers show. */
  even: z.string().optional(),
  odd: z.string().optional(),
  lang: z.string(),
  style: z.string(),
  at: z.enum(['left', 'right', 'center', 'outside', 'inside']),
  /** Distance from that edge of the panel. */
  x: length.default(0),
  /** Baseline, from the panel's top. */
  y: length,
});

const panelRule = z.strictObject({
  rule: length,
  ink: z.string(),
  y: length,
  x: length.default(0),
  width: length.optional(),
});

const panelBox = z.strictObject({
  box: z.string(),
  at: z.enum(['left', 'right']).default('left'),
  x: length.default(0),
  y: length,
  width: length,
  height: length,
});

/** A strip of the page with texts, rules and boxes at fixed places: mastheads, page heads, folios. */
export const panel = z.strictObject({
  height: length,
  boxes: z.array(panelBox).default([]),
  rules: z.array(panelRule).default([]),
  texts: z.array(panelText).default([]),
});

const frontTemplate = z.strictObject({
  masthead: panel,
  /** The main head stands on the picture in a box of this ink, or below it when left out. */
  overlay: z.strictObject({ ink: z.string(), columns: z.int().min(1), padding: length }).optional(),
  teaserPicture: length,
  gap: length,
  rule: length,
});

export const layoutFile = z.strictObject({
  sheet: z.strictObject({ width: length, height: length, bleed: length.default(0) }),
  margins: z.strictObject({ top: length, bottom: length, inside: length, outside: length }),
  columns: z.strictObject({ count: z.int().min(1).max(8), gutter: length }),
  /** Step of the baseline grid; every leading is a whole multiple of it. */
  grid: length,
  inks: z.record(z.string(), ink),
  styles: z.record(z.string(), z.record(z.string(), styleFields)),
  head: panel,
  folio: panel,
  front: frontTemplate,
  module: z.strictObject({
    /** Space and rule between modules. */
    gap: length,
    rule: length,
    ruleInk: z.string(),
    /** Height of a picture over its width: the limits within which the press may crop. */
    leastPicture: z.number().min(0.1).max(4),
    mostPicture: z.number().min(0.1).max(4),
    sidebarInk: z.string(),
    sidebarRule: length,
    sidebarPadding: length,
    endMark: z.string(),
  }),
});

export type LayoutFile = z.output<typeof layoutFile>;
export type StyleFields = z.output<typeof styleFields>;
export type PanelFile = z.output<typeof panel>;
