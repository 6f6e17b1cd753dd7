/** Writes the structure of a document: elements and the marks of their content in, the structure tree of the PDF out. */

import { elementsOf, isNumbered, type StructureElement, textOf } from '../structure/structure.js';
import { type PdfDictionary, type PdfFile, type PdfRef, type PdfValue, pdfText } from './container.js';
import type { Pages } from './destinations.js';
import { ROLE_MAP, typeOf } from './element-types.js';
import type { LinkBook } from './links.js';
import type { TagBook } from './tags.js';

/** Writes all elements (ISO 32000-1 14.7); call when all pages are painted. Returns what the catalogue says of it. */
export function writeStructure(
  file: PdfFile,
  book: TagBook,
  links: LinkBook,
  pages: Pages,
  lang: string,
): PdfDictionary {
  const writer = new Writer(file, book, links, pages);
  const root = file.ref();
  const top = writer.element(book.document, root, { lang, rtl: false });
  const nums: PdfValue[] = [...pages.keys()].flatMap((number, index): PdfValue[] => [
    index,
    book.page(number).elements.map(element => writer.refs.get(element)!),
  ]);
  for (const [element, key] of links.keys) nums.push(key, writer.refs.get(element)!);
  Object.assign(root.data, {
    Type: 'StructTreeRoot',
    K: [top],
    RoleMap: { ...ROLE_MAP },
    ParentTree: file.object({ Nums: nums }),
    ParentTreeNextKey: pages.size + links.count,
  });
  file.end(root);
  return { StructTreeRoot: root, MarkInfo: { Marked: true } };
}

/** What holds for an element unless it says otherwise. */
interface Voice {
  readonly lang: string;
  readonly rtl: boolean;
}

class Writer {
  readonly refs = new Map<StructureElement, PdfRef>();

  constructor(
    private readonly file: PdfFile,
    private readonly book: TagBook,
    private readonly links: LinkBook,
    private readonly pages: Pages,
  ) {}

  /** Writes an element and all under it; an object each. */
  element(element: StructureElement, parent: PdfRef, outer: Voice): PdfRef {
    const ref = this.file.ref();
    this.refs.set(element, ref);
    const voice = { lang: element.lang ?? outer.lang, rtl: element.rtl ?? outer.rtl };
    const { kids, page } = this.kids(element, ref, voice);
    const attributes = this.attributes(element, voice.rtl === outer.rtl ? undefined : voice.rtl);
    const title = titleOf(element);
    ref.data = {
      S: typeOf(element),
      P: parent,
      T: title === undefined ? undefined : pdfText(title),
      Lang: voice.lang === outer.lang ? undefined : pdfText(voice.lang),
      Alt: element.alt === undefined ? undefined : pdfText(element.alt),
      A: attributes.length > 1 ? attributes : attributes[0],
      Pg: page,
      K: kids.length > 1 ? kids : kids[0],
    };
    return this.file.end(ref);
  }

  /** Content, elements and annotations of an element; content on the page named first goes by its number alone. */
  private kids(
    element: StructureElement,
    ref: PdfRef,
    voice: Voice,
  ): { kids: PdfValue[]; page: PdfRef | undefined } {
    let page: PdfRef | undefined;
    const kids = element.children.flatMap((child): PdfValue[] => {
      if (child.kind === 'element') return [this.element(child, ref, voice)];
      return this.book.marksOf(child).map(mark => {
        const own = this.pages.get(mark.page)!.ref;
        page ??= own;
        return own === page ? mark.mcid : { Type: 'MCR', Pg: own, MCID: mark.mcid };
      });
    });
    for (const { annotation, page: at } of this.links.of(element)) {
      kids.push({ Type: 'OBJR', Obj: annotation, Pg: this.pages.get(at)!.ref });
    }
    return { kids, page };
  }

  /** Attributes by their owners (ISO 32000-1 14.8.5). */
  private attributes(element: StructureElement, rtl: boolean | undefined): PdfDictionary[] {
    const attributes: PdfDictionary[] = [];
    const layout: PdfDictionary = {};
    if (rtl !== undefined && !INLINE.has(element.role)) layout['WritingMode'] = rtl ? 'RlTb' : 'LrTb';
    const [picture] = element.children;
    if (picture?.kind === 'picture') {
      const { x, y, width, height } = picture.area;
      const foot = this.pages.get(picture.page)!.height - y - height;
      layout['BBox'] = [x, foot, x + width, foot + height].map(value => Math.round(value * 100) / 100);
      layout['Placement'] = 'Block';
    }
    if (Object.keys(layout).length > 0) attributes.push({ O: 'Layout', ...layout });
    if (element.role === 'header-cell') attributes.push({ O: 'Table', Scope: 'Column' });
    if (element.role === 'list')
      attributes.push({ O: 'List', ListNumbering: isNumbered(element) ? 'Decimal' : 'Disc' });
    return attributes;
  }
}

const INLINE: ReadonlySet<StructureElement['role']> = new Set([
  'span',
  'link',
  'reference',
  'label',
] as const);

function titleOf(element: StructureElement): string | undefined {
  if (element.role === 'section') return element.title;
  if (element.role !== 'story') return undefined;
  const [headline] = elementsOf(element, 'headline');
  return headline === undefined ? undefined : textOf(headline).replaceAll('\n', ' ');
}
