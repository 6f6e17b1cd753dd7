/** The Markdown source of a text: parsed nodes in, the places of their characters in the editor's file out. */

import type { Nodes, Text } from 'mdast';
import { placeFrom, type TextPlace } from '../problem/place.js';
import type { Problems, Span } from '../problem/problem.js';

/** Letters that stand side by side both in the text and in the editor's file. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

const SPACE = /[ \t\n]/;
const ENTITY = /^&(?:#\d+|#[xX][\da-fA-F]+|\w+);/;

/** A text as the editor wrote it. */
export class SourceText {
  private readonly at: TextPlace['at'];

  /** `origin` is where the text begins; a text that is folded or escaped in its file brings its own `at`. */
  constructor(
    readonly text: string,
    origin: Span | TextPlace,
  ) {
    this.at = 'at' in origin ? origin.at : placeFrom(origin, text).at;
  }

  /** Where a node begins; `length` characters are marked. */
  span(node: Nodes, length = 1): Span {
    return this.at(node.position?.start.offset ?? 0, length);
  }

  /** The place of an offset. */
  place(offset: number): TextPlace {
    return { ...this.at(offset), at: (further, length) => this.at(offset + further, length) };
  }

  /** What the editor wrote for a node. */
  slice(node: Nodes): string {
    return this.text.slice(node.position?.start.offset, node.position?.end.offset);
  }

  /** The character behind a node; empty at the end. */
  after(node: Nodes): string {
    return this.text[node.position?.end.offset ?? this.text.length] ?? '';
  }

  /** The text of a node with white space drawn together, cut where line ends or escapes stand in the file. */
  pieces(node: Text): Piece[] {
    const { value } = node;
    const pieces: { text: string; from: number; next: number; span: Span }[] = [];
    let from = node.position?.start.offset ?? 0;
    let spaced = false;
    for (let i = 0; i < value.length; ) {
      const { offset, units, next } = this.meet(value, i, from);
      const written = value.slice(i, i + units);
      i += units;
      from = next;
      const space = SPACE.test(written);
      if (space && spaced) continue;
      spaced = space;
      const last = pieces.at(-1);
      const span = this.at(offset);
      const goesOn = last !== undefined && last.next === offset && follows(last, span);
      if (goesOn) {
        last.text += space ? ' ' : written;
        last.next = next;
      } else pieces.push({ text: space ? ' ' : written, from: offset, next, span });
    }
    return pieces.map(({ text, span }) => ({ text, span: { ...span, length: text.length } }));
  }

  /** Where the character at `i` of a value stands in the source, at or after `from`; escapes and indents are passed over. */
  private meet(value: string, i: number, from: number): { offset: number; units: number; next: number } {
    const source = this.text;
    const [entity] = ENTITY.exec(source.slice(from, from + 40)) ?? [];
    if (entity !== undefined && !value.startsWith(entity, i)) {
      const units = value.codePointAt(i)! > 0xffff ? 2 : 1;
      return { offset: from, units, next: from + entity.length };
    }
    const found = source[from] === value[i] ? from : source.indexOf(value[i]!, from);
    const offset = found < 0 ? from : found;
    return { offset, units: 1, next: offset + 1 };
  }
}

/** Whether a place is the one right after the text of a piece. */
function follows(piece: { text: string; span: Span }, span: Span): boolean {
  return span.line === piece.span.line && span.column === piece.span.column + piece.text.length;
}

/** What the readers of single blocks need. */
export interface BlockReader {
  readonly source: SourceText;
  readonly problems: Problems;
  /** Name of the block that they stand in. */
  readonly outer?: string;
}
