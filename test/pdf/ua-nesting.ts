/** What may stand in which structure element (Matterhorn Protocol 09): a structure tree in, the places where it does not out. */

import type { StructureTree } from './structure.js';
import type { Failure } from './ua.js';

/** Types that are particular about their parts (ISO 32000-1 tables 333, 336, 337). */
const INSIDE: Readonly<Record<string, readonly [condition: string, ...types: string[]]>> = {
  Table: ['09-004', 'TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['09-004', 'TR'],
  TBody: ['09-004', 'TR'],
  TFoot: ['09-004', 'TR'],
  TR: ['09-004', 'TH', 'TD'],
  L: ['09-005', 'LI', 'L', 'Caption'],
  LI: ['09-005', 'Lbl', 'LBody'],
  TOC: ['09-006', 'TOCI', 'TOC', 'Caption'],
  TOCI: ['09-006', 'Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
};

/** Where an element must stand. */
const WITHIN: Readonly<Record<string, readonly [condition: string, ...types: string[]]>> = {
  TR: ['09-004', 'Table', 'THead', 'TBody', 'TFoot'],
  TH: ['09-004', 'TR'],
  TD: ['09-004', 'TR'],
  THead: ['09-004', 'Table'],
  TBody: ['09-004', 'Table'],
  TFoot: ['09-004', 'Table'],
  LI: ['09-005', 'L'],
  LBody: ['09-005', 'LI'],
  TOCI: ['09-006', 'TOC'],
};

export function* nesting({ elements }: StructureTree): Iterable<Failure> {
  for (const { type, children, parent } of elements) {
    const held = children.map(child => ('type' in child ? child.type : 'content'));
    const inside = INSIDE[type];
    if (inside !== undefined) {
      for (const part of held) if (!inside.slice(1).includes(part)) yield [inside[0], `${part} in ${type}`];
      if (!isCaptioned(type, held)) yield [inside[0], `the place of a caption in ${type}`];
    }
    if (type === 'Table') yield* partsOf(held);
    const within = WITHIN[type];
    if (within !== undefined && !within.slice(1).includes(parent?.type ?? ''))
      yield [within[0], `${type} in ${parent?.type ?? 'the root'}`];
  }
}

/** A table begins or ends with its one caption, a list and a list of contents begin with theirs. */
function isCaptioned(type: string, held: readonly string[]): boolean {
  const at = held.indexOf('Caption');
  if (at < 0) return true;
  return held.lastIndexOf('Caption') === at && (at === 0 || (type === 'Table' && at === held.length - 1));
}

/** One header and one footer at the most, and a body where there is one of them. */
function* partsOf(held: readonly string[]): Iterable<Failure> {
  for (const part of ['THead', 'TFoot']) {
    const { length } = held.filter(type => type === part);
    if (length > 1) yield ['09-004', `${length} ${part} in a Table`];
    if (length > 0 && !held.includes('TBody')) yield ['09-004', `${part} without TBody`];
  }
}
