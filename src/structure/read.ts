/** Reads the structure of a document off its frames: an edition in; its stories, heads, lists and pictures in reading order out. */

import { boundsOf } from '../frame/extent.js';
import type { Edition, GlyphRun, Group, Item, LinkItem, Page } from '../frame/frame.js';
import { Draft, type FoundRun, isLeafRole, type Step } from './draft.js';
import { finish } from './finish.js';
import type { PlacedLink, StructureElement } from './structure.js';

/**
 * The document; undefined if the frames name no part of it. What belongs to no story and to no box of its own (folios,
 * rules, a table's header over its next column) is left out: it is furniture of the page.
 */
export function readStructure(edition: Edition): StructureElement | undefined {
  const root = new Draft('document', 0, undefined, undefined, undefined);
  for (const page of edition.pages) new PageReader(root, page).items(page.items, { x: 0, y: 0, steps: [] });
  return root.children.length === 0 ? undefined : finish(root, edition);
}

/** Where items stand: the origin of their coordinates, and the parts that they are in. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly steps: readonly GroupStep[];
  /** The outermost group with a role. */
  readonly outer?: Group;
}

interface GroupStep {
  readonly role: Step['role'] | 'furniture';
  readonly block: number | undefined;
  readonly story: string | undefined;
  readonly group?: Group;
}

class PageReader {
  private readonly found: FoundRun[] = [];

  constructor(
    private readonly root: Draft,
    private readonly page: Page,
  ) {}

  items(items: readonly Item[], place: Place): void {
    const from = this.found.length;
    const links: PlacedLink[] = [];
    for (const item of items) {
      if (item.kind === 'group') this.group(item, place);
      else if (item.kind === 'link') links.push(this.placed(item, place));
      else if (item.kind === 'glyphs') this.run(item, item.line ?? items, place);
      else if (item.kind === 'turned')
        for (const run of item.runs)
          this.run(run, item, { ...place, x: place.x + item.x, y: place.y + item.y });
    }
    for (const link of links) this.connect(link, this.found.slice(from), place);
  }

  private group(group: Group, { x, y, steps, outer }: Place): void {
    const { role, block, story } = group;
    const at = { x: x + group.x, y: y + group.y };
    if (role === undefined) {
      this.items(group.items, { ...at, steps, ...(outer === undefined ? {} : { outer }) });
      return;
    }
    const inside = { ...at, steps: [...steps, { role, block, story, group }], outer: outer ?? group };
    if (role !== 'figure') {
      this.items(group.items, inside);
      return;
    }
    const figure = this.draft(inside);
    const area = boundsOf(group.items, at.x, at.y);
    if (figure !== undefined && area !== undefined)
      figure.picture = { kind: 'picture', group, page: this.page.number, area };
  }

  private run(run: GlyphRun, line: object, place: Place): void {
    if (run.ornament === true) return;
    const parts = (run.parts ?? []).map(part => ({ ...part, story: undefined }));
    const leaf = this.draft({ ...place, steps: [...place.steps, ...parts] }, run);
    if (leaf === undefined) return;
    const width = run.advances.reduce((sum, advance) => sum + advance, 0);
    const left = place.x + run.x;
    const middle = { x: left + width / 2, y: place.y + run.y };
    const found = { run, page: this.page.number, line, left, ...middle, leaf, link: undefined };
    leaf.runs.push(found);
    this.found.push(found);
  }

  /** The element at the end of the steps; undefined for furniture, and for what stands on the pages a second time. */
  private draft({ steps, outer }: Place, run?: GlyphRun): Draft | undefined {
    const [first] = steps;
    if (first === undefined || steps.at(-1)!.role === 'furniture') return undefined;
    const path = steps.filter((step): step is GroupStep & Step => step.role !== 'furniture');
    if (first.story === undefined && isLeafRole(path[0]!.role)) return undefined;
    let at = this.root;
    if (first.story !== undefined) at = at.enter({ role: 'story', block: 0, story: first.story }, undefined);
    for (const { story: _, ...step } of path) {
      at = at.enter(step, outer);
      if (step.role === 'row' && at.source !== outer) return undefined;
    }
    return run === undefined ? at : textOf(at, run);
  }

  private placed(item: LinkItem, { x, y }: Place): PlacedLink {
    const { width, height } = item;
    return { item, page: this.page.number, area: { x: x + item.x, y: y + item.y, width, height } };
  }

  /** Gives a link to the text that it covers: of several blocks to the headline among them, or the first. */
  private connect(link: PlacedLink, runs: readonly FoundRun[], place: Place): void {
    const { x, y, width, height } = link.area;
    const covered = runs.filter(
      run => run.link === undefined && run.x >= x && run.x <= x + width && run.y >= y && run.y <= y + height,
    );
    const leaf = covered.find(run => run.leaf.role === 'headline')?.leaf ?? covered[0]?.leaf;
    for (const run of covered) if (run.leaf === leaf) run.link = link;
    if (leaf === undefined) (this.draft(place) ?? this.root).bare.push(link);
  }
}

/** Where the text of a box goes: into a paragraph of its own for each first line, an entry's into its reference, and so on. */
function textOf(box: Draft, { line }: GlyphRun): Draft {
  if (box.isLeaf) return box;
  if (box.role === 'list-item') return box.enter({ role: 'list-body', block: 1 }, undefined);
  if (box.role === 'entry') return box.enter({ role: 'reference', block: 0 }, undefined);
  const last = box.children.at(-1);
  const goesOn = last?.role === 'paragraph' && (line?.first !== true || last.runs.at(-1)?.run.line === line);
  return goesOn ? last : box.enter({ role: 'paragraph', block: box.children.length }, undefined);
}
