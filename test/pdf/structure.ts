/** The structure tree of a written PDF: objects as qpdf reads them in; elements with their content out. */

import { contentOf, type PageContent, type Painted } from './marked-content.js';
import type { Dictionary, PdfObjects, Value } from './objects.js';

/** A structure element as the file has it. */
export interface Element {
  readonly reference: string;
  readonly dictionary: Dictionary;
  /** Its type, by the role map a standard one. */
  readonly type: string;
  readonly parent: Element | undefined;
  readonly children: readonly (Element | Content | Annotation)[];
}

/** A marked-content sequence of a page, counted from 0. */
export interface Content {
  readonly page: number;
  readonly mcid: number;
}

export interface Annotation {
  readonly annotation: string;
}

export class StructureTree {
  readonly root: Dictionary;
  readonly elements: Element[] = [];
  readonly contents: readonly PageContent[];
  private readonly pageOf: ReadonlyMap<string, number>;
  private readonly sequences = new Map<string, Painted[]>();

  constructor(readonly pdf: PdfObjects) {
    this.root = pdf.dictionary(pdf.catalog['/StructTreeRoot']);
    this.pageOf = new Map(pdf.pageReferences.map((reference, index) => [reference, index]));
    this.contents = pdf.pages.map((_, index) => contentOf(pdf, index));
    for (const { painted } of this.contents) {
      for (const item of painted) {
        if (item.mcid === undefined) continue;
        const key = `${item.page} ${item.mcid}`;
        this.sequences.set(key, [...(this.sequences.get(key) ?? []), item]);
      }
    }
    for (const kid of kidsOf(this.root['/K'])) this.read(kid as string, undefined);
  }

  private read(reference: string, parent: Element | undefined): Element {
    const dictionary = this.pdf.dictionary(reference);
    const children: Element['children'][number][] = [];
    const element = {
      reference,
      dictionary,
      type: this.standard(dictionary['/S'] as string),
      parent,
      children,
    };
    this.elements.push(element);
    for (const kid of kidsOf(dictionary['/K'])) {
      const held = this.pdf.resolve(kid);
      if (typeof held === 'number') children.push({ page: this.page(dictionary['/Pg']), mcid: held });
      else if ((held as Dictionary)['/Type'] === '/MCR') {
        const { '/Pg': page, '/MCID': mcid } = held as Dictionary;
        children.push({ page: this.page(page ?? dictionary['/Pg']), mcid: mcid as number });
      } else if ((held as Dictionary)['/Type'] === '/OBJR')
        children.push({ annotation: (held as Dictionary)['/Obj'] as string });
      else children.push(this.read(kid as string, element));
    }
    return element;
  }

  private page(reference: Value | undefined): number {
    const page = this.pageOf.get(String(reference));
    if (page === undefined) throw new Error(`${String(reference)} is no page`);
    return page;
  }

  /** The standard type of a type, without its slash; `?` for one that is never reached. */
  standard(type: string): string {
    const roles = this.pdf.dictionary(this.root['/RoleMap'] ?? {});
    const seen = new Set<string>();
    let at = type;
    while (!STANDARD.has(at.slice(1))) {
      if (seen.has(at) || roles[at] === undefined) return '?';
      seen.add(at);
      at = roles[at] as string;
    }
    return at.slice(1);
  }

  /** What a sequence shows. */
  painted({ page, mcid }: Content): readonly Painted[] {
    return this.sequences.get(`${page} ${mcid}`) ?? [];
  }

  /** The text under an element in its reading order. */
  text(element: Element, skip: (element: Element) => boolean = () => false): string {
    return element.children
      .map(child => {
        if ('type' in child) return skip(child) ? '' : this.text(child, skip);
        return 'mcid' in child
          ? this.painted(child)
              .map(({ text }) => text)
              .join('')
          : '';
      })
      .join('');
  }

  ofType(...types: readonly string[]): Element[] {
    return this.elements.filter(({ type }) => types.includes(type));
  }

  /** An entry of the parent tree. */
  parents(key: number): Value | undefined {
    const nums = this.pdf.dictionary(this.root['/ParentTree'])['/Nums'] as Value[];
    const at = nums.findIndex((value, index) => index % 2 === 0 && value === key);
    return at < 0 ? undefined : this.pdf.resolve(nums[at + 1]);
  }
}

/** Attributes of an element by their owner (ISO 32000-1 14.7.5). */
export function attributesOf({ dictionary }: Element, owner: string, pdf: PdfObjects): Dictionary {
  const all = kidsOf(dictionary['/A']).map(entry => pdf.dictionary(entry));
  return all.find(entry => entry['/O'] === `/${owner}`) ?? {};
}

export function kidsOf(value: Value | undefined): Value[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Standard structure types (ISO 32000-1 14.8.4). */
export const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);
