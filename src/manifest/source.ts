/** Reads a YAML text: source in, plain value and a way to find any value's place in the file out. */

import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import { placesIn, type TextPlace } from '../problem/place.js';
import type { Problems, Span } from '../problem/problem.js';
import { scalarOffsets } from './scalar.js';
import { lostSign, tellSyntax } from './syntax.js';

export type YamlPath = readonly (string | number)[];

/** A parsed YAML text with the way back to its lines. */
export interface YamlSource {
  readonly file: string;
  /** What the text says; after a syntax error only what could be made of it, undefined if nothing could. */
  readonly value: unknown;
  /** Whether the text has syntax errors; they have been reported. */
  readonly broken: boolean;
  /** Where the value at a path stands; the nearest enclosing value if the path does not exist. */
  span(path: YamlPath): Span;
  /** Where the key at the end of a path stands. */
  keySpan(path: YamlPath): Span;
  /** Where the text of a string value begins and where each of its characters stands. */
  textStart(path: YamlPath): TextPlace;
}

/**
 * Parses YAML 1.2. `firstLine` is the line of the file that the text begins on (front matter begins on line 2).
 * Syntax errors are added to `problems`.
 */
export function parseYaml(file: string, text: string, firstLine: number, problems: Problems): YamlSource {
  const document = parseDocument(text, { logLevel: 'silent' });
  const spanAt = placesIn(file, text, firstLine);
  const broken = reportSyntax(document, text, spanAt, problems);
  const find = (path: YamlPath): Found => findNode(document.contents, path);
  const spanOf = (node: Node | null | undefined): Span =>
    spanAt(node?.range?.[0] ?? 0, node?.range?.[1] ?? 1);
  return {
    file,
    value: broken ? valueOfBroken(document) : document.toJS(),
    broken,
    span: path => spanOf(find(path).value),
    keySpan: path => {
      const { key, value } = find(path);
      return spanOf(key ?? value);
    },
    textStart: path => placeOf(find(path).value, text, spanAt),
  };
}

type SpanAt = (from: number, to: number) => Span;

/** Reports syntax errors in the order of the text, and answers whether there are any. */
function reportSyntax(document: Document.Parsed, text: string, spanAt: SpanAt, problems: Problems): boolean {
  const errors = [...document.errors, ...document.warnings];
  const troubles = [
    ...errors.map(error => ({ ...tellSyntax(error, text, document), found: error.pos[0] })),
    ...uselessAnchors(document).map(at => ({ ...lostSign(text, at), found: at })),
  ].sort((a, b) => a.found - b.found);
  const lines = new Set<number>();
  for (const { from, to, message, hint, own } of troubles) {
    const span = spanAt(from, to);
    // After its first error a parser guesses; most of what it says then is an echo.
    if (lines.has(span.line) || (lines.size > 0 && !own)) continue;
    problems.error('yaml', span, message, hint);
    lines.add(span.line);
  }
  return troubles.length > 0;
}

/** Offsets of `&name` signs that no `*name` refers to: a text that begins with `&` loses its first word that way. */
function uselessAnchors(document: Document.Parsed): number[] {
  const anchors = new Map<string, number>();
  const used = new Set<string>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) used.add(node.source);
      else if (node.anchor !== undefined) anchors.set(node.anchor, node.range?.[0] ?? 0);
    },
  });
  return [...anchors].filter(([name]) => !used.has(name)).map(([, at]) => at);
}

function valueOfBroken(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

interface Found {
  readonly key: Node | undefined;
  readonly value: Node | null | undefined;
}

function findNode(root: Node | null, path: YamlPath): Found {
  let found: Found = { key: undefined, value: root };
  for (const step of path) {
    const node = found.value;
    let next: Found | undefined;
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find(
        item => isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair !== undefined) next = { key: pair.key, value: writtenNode(pair.value) ?? pair.key };
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (isNode(item)) next = { key: undefined, value: item };
    }
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

/** A value that stands in the text; YAML makes nodes of no length for what is left out. */
function writtenNode(node: Node | null): Node | undefined {
  return node === null || (node.range !== null && node.range !== undefined && node.range[0] === node.range[1])
    ? undefined
    : node;
}

function placeOf(node: Node | null | undefined, text: string, spanAt: SpanAt): TextPlace {
  const offsets = isScalar(node) && typeof node.value === 'string' ? scalarOffsets(node, text) : undefined;
  const start = node?.range?.[0] ?? 0;
  const at = (offset: number, length = 1): Span => {
    const from = offsets?.[Math.min(offset, offsets.length - 1)] ?? start;
    return spanAt(from, from + length);
  };
  return { ...at(0), at };
}
