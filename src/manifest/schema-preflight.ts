/** What an editor may write under `print.preflight`: how strictly each rule is taken; left out, a rule is a newspaper's. */

import { z } from 'zod';
import type { Severity } from '../problem/problem.js';

/** A rule that something keeps or breaks. */
function rule(usual: Severity) {
  return z.enum(['off', 'warning', 'error']).default(usual);
}

/** A rule whose breach would print something else than was written: it cannot be switched off. */
function grave(usual: Severity) {
  return z.enum(['warning', 'error']).default(usual);
}

export interface Limits {
  readonly error?: number | undefined;
  readonly warning?: number | undefined;
}

/** A rule with a measure: from which value on it is a warning, and from which an error. One left out is not checked. */
function limits(usual: Limits) {
  const limit = z.number().min(0).optional();
  const example = Object.entries(usual).map(([severity, value]) => `${severity}: ${value}`);
  return z
    .union([z.literal('off'), z.strictObject({ error: limit, warning: limit })])
    .default({ error: usual.error, warning: usual.warning })
    .describe(`off, or limits such as { ${example.join(', ')} }`);
}

/** Names of rules are the codes of the problems they find. Defaults: the Ghent Workgroup's newspaper rules and WAN-IFRA 26. */
export const preflightFile = z.strictObject({
  /** Pixels of a picture in an inch of paper, before it is brought down to the press's resolution: at least. */
  resolution: limits({ error: 100, warning: 150 }),
  /** Percent of a picture that is shown: at least. */
  crop: limits({ warning: 50 }),
  caption: rule('warning'),
  credit: rule('warning'),
  /** Alternative text of a picture. */
  alt: rule('warning'),
  /** A picture in inks without a profile. */
  'untagged-cmyk': rule('warning'),
  'drawing-rasterised': rule('warning'),

  /** More ink than `inkLimit`: in an ink of the layout, in the mean of 15 by 15 mm, in the single place with most. */
  'ink-flat': rule('error'),
  'ink-mean': rule('error'),
  'ink-peak': rule('warning'),
  /** Spot colours: at most. */
  'spot-colours': limits({ warning: 0 }),

  /** Points: type in several inks, and type in paper white or lighter than its ground, is at least so large. */
  'coloured-type': limits({ warning: 10 }),
  'reversed-type': limits({ warning: 10 }),
  /** Percent: small type stands on no darker tint. */
  'type-on-tint': limits({ warning: 30 }),
  /** A rule of the layout that runs into letters, their dots or vowel signs. */
  'type-on-rule': rule('warning'),
  /** Points: rules of one ink, and of several, are at least so wide. */
  'thin-rule': limits({ warning: 0.5 }),
  'thin-coloured-rule': limits({ warning: 1.5 }),
  /** The font's licence allows embedding a subset. */
  'font-embedding': rule('error'),

  /** The number of pages is a multiple. */
  'page-count': limits({ error: 2, warning: 4 }),
  'empty-page': rule('warning'),
  overset: grave('error'),
  'missing-glyph': grave('error'),
  'loose-line': rule('warning'),
  'torn-word': rule('warning'),

  /** The written file, read back: the clauses of its standard; small black text overprints. */
  'pdf-x': grave('error'),
  'black-overprint': rule('error'),
});

export type PreflightFile = z.output<typeof preflightFile>;

/** The severities of all rules without a measure but `overset`, which the command line has a word in. */
export function severitiesOf(preflight: PreflightFile): Map<string, Severity | 'off'> {
  const severities = new Map<string, Severity | 'off'>();
  for (const [name, setting] of Object.entries(preflight)) {
    if (typeof setting === 'string' && name !== 'overset') severities.set(name, setting);
  }
  return severities;
}
