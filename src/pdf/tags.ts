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

/** Rules, boxes and signs that are no part of the text (ISO 32000-1 14.8.2.2). */
export const ARTIFACT = '/Artifact BMC';
const REPEATED = '/Artifact <</Type /Pagination>> BDC';
const HEADER = '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC';
const FOOTER = '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC';

/** A marked-content sequence: its number on its page, and the first of its runs in the reading order of its text. */
export interface Mark {
  readonly page: number;
  readonly mcid: number;
  at: number;
}

/** A run's text, its place among the runs and the lines of that, and whether it is the last of its line. */
interface Tagged {
  readonly slot: Slot;
  readonly at: number;
  readonly line: number;
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
      else this.number(child, slot);
    }
  }

  private number({ runs }: StructureText, slot: Slot): void {
    let line = 0;
    for (const [at, { run }] of runs.entries()) {
      if (run.line !== runs[at - 1]?.run.line) line += 1;
      this.runs.set(run, { slot, at, line, endsLine: false });
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
  private last:
    | { readonly slot: Slot; readonly operator: string; readonly mark: Mark; line: number }
    | undefined;

  constructor(
    private readonly number: number,
    private readonly runs: ReadonlyMap<GlyphRun, Tagged>,
    private readonly figures: ReadonlyMap<Group, Slot>,
  ) {}

  /**
   * The operator that begins a run's sequence: that of the run before, if it is still `open` and this one stands on the same line of
   * the same text or on the next one. Runs are painted in the order they are read, but each of them from left to right: readers turn
   * right-to-left runs round by themselves, and pdf.js only what is in one sequence. `upper` tells headers from footers.
   */
  run(run: GlyphRun, open: string | undefined, upper: boolean): string {
    const found = this.runs.get(run);
    if (found === undefined) {
      if (run.ornament === true) return ARTIFACT;
      return run.line === undefined ? (upper ? HEADER : FOOTER) : REPEATED;
    }
    const { slot, at, line } = found;
    const { last } = this;
    const follows = last?.slot === slot && (line === last.line || line === last.line + 1);
    if (follows && open === last.operator) {
      last.line = line;
      last.mark.at = Math.min(last.mark.at, at);
      return open;
    }
    const { operator, mark } = this.begin(slot, at);
    this.last = { slot, operator, mark, line };
    return operator;
  }

  /** True for the run that is read last of its line. */
  endsLine(run: GlyphRun): boolean {
    return this.runs.get(run)?.endsLine === true;
  }

  /** Undefined for a group that is no figure, or one that is only decoration. */
  figure(group: Group): string | undefined {
    const slot = this.figures.get(group);
    return slot === undefined ? undefined : this.begin(slot, 0).operator;
  }

  private begin(slot: Slot, at: number): { operator: string; mark: Mark } {
    const mcid = this.elements.push(slot.element) - 1;
    const mark = { page: this.number, mcid, at };
    slot.marks.push(mark);
    return { operator: `/${typeOf(slot.element)} <</MCID ${mcid}>> BDC`, mark };
  }
}
