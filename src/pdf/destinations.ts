/** Where links and bookmarks lead: pages and stories in, places on pages as destinations (ISO 32000-1 12.3.2) out. */

import { elementsOf, type PlacedRun, runsOf, type StructureElement } from '../structure/structure.js';
import { type PdfRef, PdfToken, type PdfValue } from './container.js';

/** Pages by their numbers, in order; heights in points. */
export type Pages = ReadonlyMap<number, { readonly ref: PdfRef; readonly height: number }>;

/** Points of the page, y down. */
interface Spot {
  readonly left: number;
  readonly top: number;
}

/** White that is shown round a place. Points. */
const AROUND = 6;
const UNCHANGED = new PdfToken('null');

/**
 * A reader keeps its magnification (`XYZ` without one): who reads a column on a telephone lands on a column, and who looks at whole
 * pages stays with whole pages.
 */
export class Destinations {
  private readonly spots = new Map<string, Spot>();

  /** Without a structure only the heads of pages are known. */
  constructor(
    private readonly pages: Pages,
    document: StructureElement | undefined,
  ) {
    for (const story of document === undefined ? [] : elementsOf(document, 'story')) {
      for (const page of pages.keys()) {
        const spot = spotOf(story, page);
        if (spot !== undefined) this.spots.set(`${page} ${story.story}`, spot);
      }
    }
  }

  /**
   * The head of what the page has of the story, at the column in which the text begins there: in an Arabic story that is the one at
   * the right. Without a story the head of the page.
   * @throws Error if the edition does not have the page.
   */
  to(page: number, story: string | undefined): PdfValue {
    const found = this.pages.get(page);
    if (found === undefined) throw new Error(`a link leads to page ${page}, which does not exist`);
    const spot = story === undefined ? undefined : this.spots.get(`${page} ${story}`);
    if (spot === undefined) return [found.ref, 'XYZ', UNCHANGED, Math.ceil(found.height), UNCHANGED];
    const left = Math.max(0, Math.floor(spot.left - AROUND));
    const top = Math.ceil(Math.min(found.height, found.height - spot.top + AROUND));
    return [found.ref, 'XYZ', left, top, UNCHANGED];
  }
}

/** Undefined where the page has nothing of the story to read. */
function spotOf(story: StructureElement, page: number): Spot | undefined {
  const isHere = (placed: PlacedRun): boolean => placed.page === page;
  const all = runsOf(story).filter(isHere);
  if (all.length === 0) return undefined;
  const text =
    [...elementsOf(story, 'paragraph')].flatMap(paragraph => runsOf(paragraph)).find(isHere) ?? all[0]!;
  const line = all.filter(({ run, y }) => y === text.y && run.line === text.run.line);
  const tops = all.map(({ y, run }) => y - run.size);
  return {
    left: Math.min(...line.map(({ left }) => left)),
    top: Math.min(...tops, ...picturesOn(story, page)),
  };
}

/** The upper edges of the story's pictures. */
function picturesOn(element: StructureElement, page: number): number[] {
  return element.children.flatMap(child => {
    if (child.kind === 'element') return picturesOn(child, page);
    return child.kind === 'picture' && child.page === page ? [child.area.y] : [];
  });
}
