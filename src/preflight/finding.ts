/** What rules find: breaches in, problems with page, story, file and line out; what breaks one rule in one way is one finding. */

import type { Manifest } from '../manifest/manifest.js';
import type { Limits, PreflightFile } from '../manifest/schema-preflight.js';
import type { MadeEdition } from '../page/pages.js';
import type { Gallery } from '../picture/gallery.js';
import type { Problem, Severity, Span } from '../problem/problem.js';
import type { Story } from '../story/story.js';

/** An issue with its pages made. */
export interface Preflighted {
  readonly manifest: Manifest;
  readonly stories: readonly Story[];
  readonly made: Pick<MadeEdition, 'edition' | 'pages'>;
  readonly gallery: Gallery;
}

export type RuleName = keyof PreflightFile;

/** One place where a rule is broken. */
export interface Breach {
  readonly severity: Severity;
  readonly page: number;
  readonly story: string | undefined;
  readonly span: Span | undefined;
  /** What is wrong, without the place. */
  readonly message: string;
  readonly hint: string;
}

/** How bad a value is that should not be less than a limit, and that limit. */
export function tooSmall(
  limits: Limits | 'off',
  value: number,
): { severity: Severity; limit: number } | undefined {
  return broken(limits, limit => value < limit * (1 - ROUNDING));
}

/** The same for a value that should not be more. */
export function tooLarge(
  limits: Limits | 'off',
  value: number,
): { severity: Severity; limit: number } | undefined {
  return broken(limits, limit => value > limit * (1 + ROUNDING));
}

/** The same by any test of a limit. */
export function broken(
  limits: Limits | 'off',
  breaks: (limit: number) => boolean,
): { severity: Severity; limit: number } | undefined {
  if (limits === 'off') return undefined;
  for (const severity of ['error', 'warning'] as const) {
    const limit = limits[severity];
    if (limit !== undefined && breaks(limit)) return { severity, limit };
  }
  return undefined;
}

/** Measures that were scaled: what is printed as the limit keeps it. */
const ROUNDING = 0.01;

/** Breaches by rule and kind; those of one kind are told once, with all their pages. */
export class Findings {
  private readonly kinds = new Map<string, { readonly rule: RuleName; readonly breaches: Breach[] }>();

  /** `kind` tells breaches apart that must be mended apart. */
  add(rule: RuleName, kind: string, breach: Breach): void {
    const key = `${rule}/${kind}`;
    const known = this.kinds.get(key) ?? { rule, breaches: [] };
    this.kinds.set(key, known);
    known.breaches.push(breach);
  }

  /** In the order in which their kinds were found first. */
  get problems(): Problem[] {
    return [...this.kinds.values()].map(({ rule, breaches }) => {
      const worst = breaches.find(({ severity }) => severity === 'error') ?? breaches[0]!;
      const { page, story, span, severity, message, hint } = worst;
      const pages = breaches.map(breach => breach.page);
      const places = breaches.length === new Set(pages).size ? '' : `, in ${breaches.length} places`;
      const code: string = rule;
      return { code, severity, span, page, story, message: `${inWords(pages)}${places}: ${message}`, hint };
    });
  }
}

/** `page 3`, `pages 2, 3 and 7`, `pages 2 to 12`. */
export function inWords(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  const stretches: [number, number][] = [];
  for (const page of sorted) {
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else stretches.push([page, page]);
  }
  const parts = stretches.flatMap(([from, to]) =>
    to - from > 1 ? [`${from} to ${to}`] : from === to ? [`${from}`] : [`${from}`, `${to}`],
  );
  const last = parts.pop()!;
  return `${sorted.length === 1 ? 'page' : 'pages'} ${parts.length === 0 ? '' : `${parts.join(', ')} and `}${last}`;
}

/** `9.5 pt`. */
export function inPoints(points: number): string {
  return `${Math.round(points * 100) / 100} pt`;
}
