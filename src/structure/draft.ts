/** Elements in the making: parts found in frames in any order, one element for all parts with the same name. */

import type { Group, Role } from '../frame/frame.js';
import type { ElementRole, PlacedLink, PlacedRun, StructurePicture } from './structure.js';

/** A run where it was found. */
export interface FoundRun extends PlacedRun {
  /** What all runs of its line share. */
  readonly line: object;
  /** Middle of the run, in points of the page. */
  readonly x: number;
  readonly leaf: Draft;
  link: PlacedLink | undefined;
}

/** Roles whose elements hold text and nothing else. */
const LEAVES: ReadonlySet<ElementRole> = new Set<ElementRole>([
  'headline',
  'kicker',
  'deck',
  'byline',
  'subhead',
  'paragraph',
  'label',
  'list-body',
  'header-cell',
  'cell',
  'caption',
  'source',
  'jump',
  'reference',
  'figure',
]);

/** A step into the structure. */
export interface Step {
  readonly role: Exclude<Role, 'furniture'> | 'story' | 'list-body' | 'reference';
  /** Order among the parts of its whole; one found without stands behind the others, and is all in one group. */
  readonly block: number | undefined;
  readonly group?: Group;
  readonly story?: string | undefined;
}

export class Draft {
  readonly children: Draft[] = [];
  readonly runs: FoundRun[] = [];
  /** Links without any text. */
  readonly bare: PlacedLink[] = [];
  picture: StructurePicture | undefined;
  private readonly known = new Map<string | Group | undefined, Draft>();

  constructor(
    readonly role: ElementRole,
    readonly block: number,
    readonly parent: Draft | undefined,
    readonly story: string | undefined,
    /** The group that it was first found in. */
    readonly source: Group | undefined,
  ) {}

  get isLeaf(): boolean {
    return LEAVES.has(this.role);
  }

  /** The part of that name: a known one, or a new one. A block that is found in a paragraph stands behind it. */
  enter(step: Step, source: Group | undefined): Draft {
    if (this.isLeaf) return this.parent!.enter(step, source);
    const name = step.block === undefined ? step.group : `${step.role} ${step.block} ${step.story ?? ''}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const block = step.block ?? Number.POSITIVE_INFINITY;
    const made = new Draft(step.role, block, this, step.story, source);
    this.known.set(name, made);
    this.children.push(made);
    return made;
  }
}

export function isLeafRole(role: ElementRole): boolean {
  return LEAVES.has(role);
}
