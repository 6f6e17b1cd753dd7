/** Marks what is painted: the structure of a document in; for each run and figure the marked-content sequence it stands in out. */

import type { GlyphRun, Group } from '../frame/frame.js';
import {
  runsOf,
  type StructureElement,
  type StructureNode,
  type StructurePicture,
  type StructureText,
} from '../structure/structure.js';
import { typeOf } from './element-types.js';
import { withLineEnd } from './line-end.js';

/** Rules, boxes and signs that are no part of the text (ISO 32000-1 14.8.2.2). */
export const ARTIFACT = '/Artifact BMC';
const REPEATED = '/Artifact <</Type /Pagination>> BDC';
const HEADER = '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC';
const FOOTER = '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC';

/** A marked-content sequence: its number on its page, and where it begins among the runs of its text. */
export interface Mark {
  readonly page: number;
  readonly mcid: number;
  readonly at: number;
}

/** A run's text, its place among the runs of that, and whether it is the last of its line. */
interface Tagged {
  readonly slot: Slot;
  readonly at: number;
  readonly endsLine: boolean;
}

/** Text or a picture of an element, with the sequences that it was painted in. */
interface Slot {
  readonly element: StructureElement;
  readonly marks: Mark[];
}

type Leaf = StructureText | StructurePicture;

/** The marks of all pages. */
export class TagBook {
  private readonly slots = new Map<Leaf, Slot>();
  private readonly runs = new Map<GlyphRun, Tagged>();
  private readonly figures = new Map<Group, Slot>();
  private readonly pages = new Map<number, PageTags>();

  constructor(readonly document: StructureElement) {
    this.add(document);
    const runs = runsOf(document);
    for (const [index, { run }] of runs.entries()) {
      const ends = run.line !== undefined && run.line !== runs[index + 1]?.run.line;
      this.runs.set(run, { ...this.runs.get(run)!, endsLine: ends });
    }
  }

  private add(element: StructureElement): void {
    for (const child of element.children) {
      if (child.kind === 'element') {
        this.add(child);
        continue;
      }
      const slot = { element, marks: [] };
      this.slots.set(child, slot);
      if (child.kind === 'picture') this.figures.set(child.group, slot);
      else
        for (const [at, { run }] of child.runs.entries()) this.runs.set(run, { slot, at, endsLine: false });
    }
  }

  /** For painting a page, and for the elements of its sequences then. */
  page(number: number): PageTags {
    const page = this.pages.get(number) ?? new PageTags(number, this.runs, this.figures);
    this.pages.set(number, page);
    return page;
  }

  /** The sequences of a text or picture in reading order; known once all pages are painted. */
  marksOf(leaf: Exclude<StructureNode, StructureElement>): readonly Mark[] {
    return this.slots.get(leaf)!.marks.toSorted((a, b) => a.at - b.at);
  }
}

/** Numbers the marked-content sequences of one page in the order in which they are painted. */
export class PageTags {
  /** The element of each sequence, by its number. */
  readonly elements: StructureElement[] = [];
  private last: { readonly slot: Slot; readonly operator: string; at: number } | undefined;

  constructor(
    private readonly number: number,
    private readonly runs: ReadonlyMap<GlyphRun, Tagged>,
    private readonly figures: ReadonlyMap<Group, Slot>,
  ) {}

  /**
   * The operator that begins a run's sequence: that of the run before, if it is still `open` and this one follows in reading order
   * too. `upper` tells headers from footers.
   */
  run(run: GlyphRun, open: string | undefined, upper: boolean): string {
    const found = this.runs.get(run);
    if (found === undefined) {
      if (run.ornament === true) return ARTIFACT;
      return run.line === undefined ? (upper ? HEADER : FOOTER) : REPEATED;
    }
    const { slot, at } = found;
    const { last } = this;
    if (last !== undefined && open === last.operator && slot === last.slot && at === last.at + 1) {
      last.at = at;
      return open;
    }
    const operator = this.begin(slot, at);
    this.last = { slot, operator, at };
    return operator;
  }

  /** The run as it is painted: the last one of a line with the space that the line leaves out. */
  shown(run: GlyphRun): readonly GlyphRun[] {
    return this.runs.get(run)?.endsLine === true ? withLineEnd(run) : [run];
  }

  /** Undefined for a group that is no figure, or one that is only decoration. */
  figure(group: Group): string | undefined {
    const slot = this.figures.get(group);
    return slot === undefined ? undefined : this.begin(slot, 0);
  }

  private begin(slot: Slot, at: number): string {
    const mcid = this.elements.push(slot.element) - 1;
    slot.marks.push({ page: this.number, mcid, at });
    return `/${typeOf(slot.element)} <</MCID ${mcid}>> BDC`;
  }
}
