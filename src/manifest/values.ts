/** Value types that several schemas share: lengths, colours, text by language. */

import { z } from 'zod';

const POINTS_PER: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72, pc: 12 };

const LENGTH = /^(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in|pc)$/;

/** A length such as `12mm`, `9.5pt`, `11in`; becomes points. Plain 0 needs no unit. */
export const length = z.union([z.string(), z.literal(0)]).transform((value, context) => {
  if (value === 0) return 0;
  const match = LENGTH.exec(value.trim());
  if (match === null) {
    context.addIssue({ code: 'custom', message: `“${value}” is no length; write a number with mm, cm, in, pc or pt` });
    return z.NEVER;
  }
  return Number(match[1]) * POINTS_PER[match[2]!]!;
});

/** A colour for screens, `#rrggbb`; becomes three numbers from 0 to 255. */
export const screenColour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'write the colour as "#rrggbb"')
  .transform(hex => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]);

/** Text in several languages by BCP 47 tag. */
export const textByLanguage = z.record(z.string(), z.string());

/** Ids of stories, sections and the like: they become parts of file names and links. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'ids are made of small Latin letters, digits and hyphens');

/** A point of a picture that must stay in view, as fractions of its width and height. */
export const focus = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]);
