/** Reads a YAML text: source in, plain value and a way to find any value's place in the file out. */

import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Problems, Span } from '../problem/problem.js';

export type YamlPath = readonly (string | number)[];

/** A parsed YAML text with the way back to its lines. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; the nearest enclosing value if the path does not exist. */
  span(path: YamlPath): Span;
  /** Where the key at the end of a path stands. */
  keySpan(path: YamlPath): Span;
  /** Where the text of a string value begins: past the quote, or on the first line of a block. */
  textStart(path: YamlPath): Span;
}

/**
 * Parses YAML 1.2. `firstLine` is the line of the file that the text begins on (front matter begins on line 2).
 * Syntax errors are added to `problems`, and the value is then undefined.
 */
export function parseYaml(file: string, text: string, firstLine: number, problems: Problems): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const spanAt = (from: number, to: number): Span => {
    const { line, col } = lines.linePos(from);
    const lineEnd = text.indexOf('\n', from);
    const end = Math.min(to, lineEnd < 0 ? text.length : lineEnd);
    return { file, line: line + firstLine - 1, column: Math.max(col, 1), length: Math.max(1, end - from) };
  };
  for (const error of document.errors) {
    const message = error.message.split(' at line ')[0]!.split('\n')[0]!.replace(/:$/, '');
    problems.error('yaml', spanAt(error.pos[0], error.pos[1]), message, hintFor(error.code));
  }
  const find = (path: YamlPath): Found => findNode(document.contents, path);
  const spanOf = (node: Node | null | undefined): Span => spanAt(node?.range?.[0] ?? 0, node?.range?.[1] ?? 1);
  return {
    file,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    span: path => spanOf(find(path).value),
    keySpan: path => {
      const { key, value } = find(path);
      return spanOf(key ?? value);
    },
    textStart: path => textStart(find(path).value, text, spanAt),
  };
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
      if (pair !== undefined) next = { key: pair.key, value: pair.value ?? pair.key };
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (item !== undefined) next = { key: undefined, value: item };
    }
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function textStart(
  node: Node | null | undefined,
  text: string,
  spanAt: (from: number, to: number) => Span,
): Span {
  let from = node?.range?.[0] ?? 0;
  const to = node?.range?.[1] ?? from + 1;
  if (text[from] === '"' || text[from] === "'") from++;
  else if (text[from] === '|' || text[from] === '>') {
    from = text.indexOf('\n', from) + 1;
    while (text[from] === ' ' || text[from] === '\n') from++;
  }
  return spanAt(from, to);
}

function hintFor(code: string): string | undefined {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'Keep one of the two lines.';
    case 'TAB_AS_INDENT':
      return 'Indent with spaces.';
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return 'Check the indentation and quotes here and on the line before; a text with “: ” in it needs quotes.';
    default:
      return 'A text that holds “: ”, “#” or begins with a sign needs quotes round it.';
  }
}
