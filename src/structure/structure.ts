/** The document as it is read, apart from its pages: elements in reading order, each with its text and pictures. */

import type { GlyphRun, Group, LinkItem, Rectangle, Role } from '../frame/frame.js';

/** What an element is: the roles that frames name, and what follows from them. */
export type ElementRole =
  | Exclude<Role, 'furniture'>
  | 'document'
  | 'section'
  | 'story'
  /** An entry's text beside its label. */
  | 'list-body'
  | 'table-head'
  | 'table-body'
  /** A figure with its caption. */
  | 'picture'
  | 'reference'
  /** Text in another language than its paragraph. */
  | 'span'
  | 'link';

export interface StructureElement {
  readonly kind: 'element';
  readonly role: ElementRole;
  /** Of headings, from 1; none is more than one deeper than the one before. */
  readonly level: number | undefined;
  /** Id of a story. */
  readonly story: string | undefined;
  /** Title of a section. */
  readonly title: string | undefined;
  /** BCP 47 tag and direction of its own text; undefined for what has none. */
  readonly lang: string | undefined;
  readonly rtl: boolean | undefined;
  /** Of a figure: what stands for it where it is not seen. */
  readonly alt: string | undefined;
  /** Of a link: the rectangles that lead there. */
  readonly links: readonly PlacedLink[];
  readonly children: readonly StructureNode[];
}

/** A run with its page, its left end and its baseline there, in points from the upper left corner. */
export interface PlacedRun {
  readonly run: GlyphRun;
  readonly page: number;
  readonly left: number;
  readonly y: number;
}

/** Runs in reading order, over lines, columns and pages. */
export interface StructureText {
  readonly kind: 'text';
  readonly runs: readonly PlacedRun[];
}

/** All that a figure shows. */
export interface StructurePicture {
  readonly kind: 'picture';
  readonly group: Group;
  readonly page: number;
  /** What it covers of the page, in points. */
  readonly area: Rectangle;
}

export type StructureNode = StructureElement | StructureText | StructurePicture;

/** A rectangle that a reader may tap, in the page's coordinates. */
export interface PlacedLink {
  readonly item: LinkItem;
  readonly page: number;
  readonly area: Rectangle;
}

/** An element with nothing said of it but what is given. */
export function made(
  role: ElementRole,
  children: readonly StructureNode[],
  more: Partial<StructureElement> = {},
): StructureElement {
  const unsaid = { level: undefined, story: undefined, title: undefined, lang: undefined, rtl: undefined };
  return { kind: 'element', role, ...unsaid, alt: undefined, links: [], ...more, children };
}

/** The elements of a role under an element, itself included, in reading order. */
export function* elementsOf(
  element: StructureElement,
  ...roles: readonly ElementRole[]
): Iterable<StructureElement> {
  if (roles.includes(element.role)) yield element;
  for (const child of element.children) if (child.kind === 'element') yield* elementsOf(child, ...roles);
}

/** The runs under an element in reading order. */
export function runsOf(element: StructureElement): PlacedRun[] {
  return element.children.flatMap(child => {
    if (child.kind === 'element') return runsOf(child);
    return child.kind === 'text' ? child.runs : [];
  });
}

/** What an element reads: lines joined as the text has it, forced line ends as line feeds. */
export function textOf(element: StructureElement): string {
  return joined(runsOf(element));
}

/** The text of runs in reading order. */
export function joined(runs: readonly PlacedRun[]): string {
  let text = '';
  let last: PlacedRun | undefined;
  for (const placed of runs) {
    const { line } = placed.run;
    if (last !== undefined && last.run.line !== line) text += last.run.line?.after ?? ' ';
    const { clusters, rtl } = placed.run;
    const logical = rtl ? clusters.toReversed() : clusters;
    text += logical.map(cluster => cluster.text).join('');
    last = placed;
  }
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** True if an entry, or the first of a list, stands beside a number. */
export function isNumbered(element: StructureElement): boolean {
  const [label] = elementsOf(element, 'label');
  return label !== undefined && /\p{Nd}/u.test(textOf(label));
}
