/** The names of the type styles that the program itself sets text in. */

/** Styles that the press itself asks for; a layout must have them all. */
export const NEEDED_STYLES = [
  'body',
  'subhead',
  'list',
  'kicker',
  'headline-lead',
  'headline-major',
  'headline-normal',
  'headline-brief',
  'deck',
  'byline',
  'dateline',
  'caption',
  'credit',
  'slogan',
  'pull',
  'sidebar-title',
  'sidebar',
  'table-head',
  'table',
  'source',
  'jump',
  'drawing',
  'front-kicker',
  'front-kicker-reversed',
  'front-headline-reversed',
  'front-headline',
  'front-second',
  'front-deck',
  'teaser',
  'teaser-page',
  'imprint',
] as const;

/** Styles that a layout may leave out, and those that stand in for them. */
export const STAND_INS = {
  initial: 'body',
  'credit-side': 'credit',
  signature: 'byline',
  classified: 'body',
  'classified-head': 'subhead',
  contents: 'sidebar',
  'inside-title': 'sidebar-title',
} as const satisfies Readonly<Record<string, (typeof NEEDED_STYLES)[number]>>;

export type StyleName = (typeof NEEDED_STYLES)[number] | keyof typeof STAND_INS;
