/** The text of an SVG file goes in, a tree of its elements with their places in the text comes out. */

import { SaxesParser, type SaxesTagNS } from 'saxes';

export interface SvgElement {
  /** Local name of an element in SVG's namespace. */
  readonly name: string;
  /** Attributes without namespace, besides `href` (also `xlink:href`) and `lang` (also `xml:lang`). */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (SvgElement | string)[];
  /** Where its tag begins; both count from 1. */
  readonly line: number;
  readonly column: number;
}

export interface SvgTree {
  readonly root: SvgElement;
  readonly byId: ReadonlyMap<string, SvgElement>;
}

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** Deeper nesting is no drawing. */
const MAX_DEPTH = 256;

/** Foreign elements keep their place in the stack while the file is read but are not handed on. */
interface OpenElement extends SvgElement {
  readonly children: (SvgElement | string)[];
  readonly foreign: boolean;
}

/**
 * Reads without fetching or expanding anything: a document type with declarations of its own is refused, so there are no
 * entities beside XML's five. Throws an Error saying what is wrong, with line and column.
 */
export function readSvgTree(text: string): SvgTree {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const byId = new Map<string, SvgElement>();
  const open: OpenElement[] = [];
  const roots: OpenElement[] = [];
  let place = { line: 1, column: 1 };
  const fail = (what: string): never => {
    throw new Error(`${place.line}:${place.column}: ${what}`);
  };
  parser.on('error', error => {
    throw error;
  });
  parser.on('doctype', declaration => {
    if (declaration.includes('[')) fail('it declares entities or a document type of its own');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') fail('it asks for a style sheet outside of it');
  });
  parser.on('opentagstart', tag => {
    place = { line: parser.line, column: Math.max(1, parser.column - tag.name.length - 1) };
  });
  parser.on('opentag', tag => {
    const element = makeElement(tag, place);
    if (open.length >= MAX_DEPTH) fail('its elements are nested too deeply');
    const id = element.attributes.get('id');
    if (id !== undefined && !element.foreign && !byId.has(id)) byId.set(id, element);
    if (!element.foreign) open.at(-1)?.children.push(element);
    if (open.length === 0) roots.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (part: string): void => {
    open.at(-1)?.children.push(part);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const root = roots[0];
  if (root === undefined || root.foreign || root.name !== 'svg') return fail('it is not an SVG drawing');
  return { root, byId };
}

function makeElement(tag: SaxesTagNS, place: { line: number; column: number }): OpenElement {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (uri === '' || (uri === XLINK && local === 'href') || (uri === XML && local === 'lang')) {
      if (uri === '' || !attributes.has(local)) attributes.set(local, value);
    }
  }
  return { name: tag.local, attributes, children: [], foreign: tag.uri !== SVG, ...place };
}
