/** What fonts/fonts.yaml may hold. */

import { z } from 'zod';

const face = z.strictObject({
  weight: z.int().min(1).max(1000),
  italic: z.boolean().default(false),
  /** `npm:<package>/<path>` for a file inside an installed package, else a path below fonts/. */
  file: z.string(),
});

export const fontsFile = z.strictObject({
  families: z.record(
    z.string(),
    z.strictObject({
      scripts: z.array(z.string()).default([]),
      scale: z.number().min(0.3).max(3).default(1),
      faces: z.array(face).min(1),
    }),
  ),
  /** Families to try by script; `any` for all scripts. */
  fallback: z.record(z.string(), z.array(z.string())),
});

export type FontsFile = z.output<typeof fontsFile>;
