/** The names of the type styles that the program itself sets text in. */

/** Styles that the press itself asks for; a layout must have them all. */
export const NEEDED_STYLES = [
  'body',
  'initial',
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

export type StyleName = (typeof NEEDED_STYLES)[number];
