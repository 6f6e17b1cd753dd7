/** What a layout of the phone edition may hold: what it has otherwise than is derived from the paper's own layout. */

import { z } from 'zod';
import { panel, tableFields, template } from './schema-layout.js';
import { distance, extent } from './values.js';

export const phoneFile = template
  .omit({ columns: true, head: true, sectionHead: true, picture: true })
  .extend({
    /** The page; a viewer shows it as wide as the screen. */
    sheet: z.strictObject({ width: extent, height: extent }).optional(),
    margins: z.strictObject({ top: distance, bottom: distance, sides: distance }).optional(),
    /** Step to which leadings and spaces are rounded. */
    grid: extent.optional(),
    /** Over the first page. */
    masthead: panel.optional(),
    table: tableFields.partial().optional(),
    /** Pictures reach to the edges of the screen, or to the margins. */
    pictures: z.enum(['edges', 'margins']).default('edges'),
    /** Height over width of the front page's picture on the first page; 0 leaves it out. */
    frontPicture: z.number().min(0).max(1.5).default(0.6),
    /** A story begins on a new page where less than this share of one is left. */
    room: z.number().min(0).max(1).default(0.5),
  });

export type PhoneFile = z.output<typeof phoneFile>;
