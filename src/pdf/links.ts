/** Link annotations of a tagged document: its link elements in, annotations by page and what each reads aloud out. */

import type { PageTarget, Rectangle } from '../frame/frame.js';
import { elementsOf, type PlacedLink, type StructureElement, textOf } from '../structure/structure.js';
import type { PdfFile, PdfRef, PdfValue } from './container.js';
import type { Destinations, Pages } from './destinations.js';
import { linkAnnotation } from './share.js';

/** An annotation and its place in the structure. */
interface Annotated {
  readonly annotation: PdfRef;
  readonly page: number;
}

export class LinkBook {
  private readonly annotated = new Map<StructureElement, Annotated[]>();
  /** Keys of the parent tree: an annotation each. */
  readonly keys: (readonly [StructureElement, number])[] = [];

  /**
   * Writes all annotations, one for each line of a link; `firstKey` is the first free key of the parent tree.
   * @throws Error if a link leads to a page that the edition does not have.
   */
  constructor(
    file: PdfFile,
    document: StructureElement,
    pages: Pages,
    destinations: Destinations,
    firstKey: number,
  ) {
    const headlines = headlinesOf(document);
    const stories = storiesOf(document);
    for (const element of elementsOf(document, 'link')) {
      const annotated = linesOf(element.links).map(({ item, page, area }) => {
        const key = firstKey + this.keys.length;
        this.keys.push([element, key]);
        const { height } = pages.get(page)!;
        const foot = height - area.y - area.height;
        const rect = [area.x, foot, area.x + area.width, foot + area.height] as const;
        const more = { Contents: contentsOf(element, item.target, headlines), StructParent: key };
        const own = stories.get(element);
        const destinationOf = ({ page, story = own }: PageTarget): PdfValue => destinations.to(page, story);
        return { annotation: linkAnnotation(file, item.target, rect, destinationOf, more), page };
      });
      this.annotated.set(element, annotated);
    }
  }

  get count(): number {
    return this.keys.length;
  }

  /** The annotations of a link; none for other elements. */
  of(element: StructureElement): readonly Annotated[] {
    return this.annotated.get(element) ?? [];
  }

  /** The annotations of a page in reading order. */
  on(page: number): PdfRef[] {
    const all = [...this.annotated.values()].flat();
    return all.flatMap(annotated => (annotated.page === page ? [annotated.annotation] : []));
  }
}

/** One rectangle a line: those that stand side by side are joined. */
function linesOf(links: readonly PlacedLink[]): PlacedLink[] {
  const lines: PlacedLink[] = [];
  for (const link of links) {
    const at = lines.findIndex(({ page, area }) => page === link.page && isBeside(area, link.area));
    if (at < 0) lines.push(link);
    else lines[at] = { ...link, area: around(lines[at]!.area, link.area) };
  }
  return lines;
}

function isBeside(one: Rectangle, other: Rectangle): boolean {
  const sameLine = Math.abs(one.y - other.y) < 0.01 && Math.abs(one.height - other.height) < 0.01;
  return sameLine && one.x <= other.x + other.width + 1 && other.x <= one.x + one.width + 1;
}

function around(one: Rectangle, other: Rectangle): Rectangle {
  const x = Math.min(one.x, other.x);
  return { ...one, x, width: Math.max(one.x + one.width, other.x + other.width) - x };
}

/** What a link reads where its text is not seen: its words; a number alone says little, so the headline that it leads to. */
function contentsOf(
  link: StructureElement,
  target: PageTarget | { readonly url: string },
  headlines: ReadonlyMap<string, string>,
): string {
  const text = textOf(link).replaceAll('\n', ' ');
  if (/\p{L}/u.test(text)) return text;
  const says = link.links[0]?.item.says;
  if (says !== undefined) return says;
  if ('url' in target) return text || target.url;
  const headline = target.story === undefined ? undefined : headlines.get(target.story);
  return headline === undefined ? text || String(target.page) : `${headline} (${text})`;
}

/** The stories that links stand in: jump lines lead to the rest of their own. */
function storiesOf(document: StructureElement): Map<StructureElement, string> {
  const stories = [...elementsOf(document, 'story')];
  return new Map(
    stories.flatMap(story => [...elementsOf(story, 'link')].map(link => [link, story.story!] as const)),
  );
}

/** Headlines by story. */
function headlinesOf(document: StructureElement): Map<string, string> {
  const headlines = new Map<string, string>();
  for (const story of elementsOf(document, 'story')) {
    const [headline] = elementsOf(story, 'headline');
    if (headline !== undefined) headlines.set(story.story!, textOf(headline).replaceAll('\n', ' '));
  }
  return headlines;
}
