/** What fonts/fonts.yaml may hold. */

import { z } from 'zod';
import { script, scriptOr, text } from './values.js';

const weight = z.int().min(1).max(1000).describe('a weight such as 400 (regular) or 700 (bold)');

const face = z.strictObject({
  weight,
  italic: z.boolean().default(false),
  /** `npm:<package>/<path>` for a file inside an installed package, else a path below fonts/. */
  file: text,
});

export const fontsFile = z.strictObject({
  families: z.record(
    z.string(),
    z.strictObject({
      scripts: z.array(script).default([]),
      scale: z.number().min(0.3).max(3).default(1),
      faces: z.array(face).min(1),
    }),
  ),
  /** How much larger the first family is set where it meets the second, in place of the ratio of their scales. */
  pairs: z
    .array(z.strictObject({ families: z.tuple([text, text]), factor: z.number().min(0.3).max(3) }))
    .default([]),
  /** Families to try by script; `any` for all scripts. */
  fallback: z.record(scriptOr('any', false), z.array(text)),
});
