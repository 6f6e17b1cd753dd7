/** Elements of the structure in, structure types of PDF out (ISO 32000-1 14.8.4). */

import type { ElementRole, StructureElement } from '../structure/structure.js';

/** Types of the paper's own, and the standard types that they stand for. */
export const ROLE_MAP = {
  FrontPage: 'Sect',
  Masthead: 'Sect',
  Teaser: 'Sect',
  Sidebar: 'Sect',
  Imprint: 'Sect',
  Picture: 'Div',
  Kicker: 'P',
  Deck: 'P',
  Byline: 'P',
  Source: 'P',
  JumpLine: 'P',
} as const;

const TYPES: Readonly<Record<Exclude<ElementRole, 'headline' | 'subhead'>, string>> = {
  document: 'Document',
  section: 'Part',
  story: 'Art',
  front: 'FrontPage',
  masthead: 'Masthead',
  teaser: 'Teaser',
  sidebar: 'Sidebar',
  imprint: 'Imprint',
  picture: 'Picture',
  kicker: 'Kicker',
  deck: 'Deck',
  byline: 'Byline',
  source: 'Source',
  jump: 'JumpLine',
  paragraph: 'P',
  quote: 'BlockQuote',
  list: 'L',
  'list-item': 'LI',
  label: 'Lbl',
  'list-body': 'LBody',
  table: 'Table',
  'table-head': 'THead',
  'table-body': 'TBody',
  row: 'TR',
  'header-cell': 'TH',
  cell: 'TD',
  figure: 'Figure',
  caption: 'Caption',
  contents: 'TOC',
  entry: 'TOCI',
  reference: 'Reference',
  span: 'Span',
  link: 'Link',
};

/** The structure type of an element; headings by their level. */
export function typeOf({ role, level }: StructureElement): string {
  return role === 'headline' || role === 'subhead' ? `H${level}` : TYPES[role];
}
