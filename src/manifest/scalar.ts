/** The characters of a YAML text value: a scalar and its source in, the offset of every character in the source out. */

import type { Scalar } from 'yaml';

const SPACE = /[ \t\n]/;

/**
 * For each UTF-16 unit of the value where it stands in the source, and one entry more for the end. Folded lines, indents,
 * quotes and escapes make the two differ.
 */
export function scalarOffsets(node: Scalar, source: string): number[] {
  const value = String(node.value);
  const { type } = node;
  const start = contentStart(node.range?.[0] ?? 0, type, source);
  const offsets: number[] = [];
  let at = start;
  while (offsets.length < value.length) {
    const unit = value[offsets.length]!;
    if (type === 'QUOTE_DOUBLE' && source[at] === '\\') {
      at = addEscape(source, at, value, offsets);
    } else if (at < source.length && SPACE.test(source[at]!)) {
      at = addSpace(source, at, value, offsets, type === 'QUOTE_DOUBLE');
    } else {
      // The second quote of a pair in single quotes, or anything that is not understood: meet again at the next equal sign.
      if (source[at] !== unit) at = Math.max(at, source.indexOf(unit, at));
      offsets.push(at++);
      if (type === 'QUOTE_SINGLE' && unit === "'" && source[at] === "'") at++;
    }
  }
  offsets.push(Math.min(at, source.length));
  return offsets;
}

/** Past the quote, or on the first character of a block's first line that is not empty. */
function contentStart(from: number, type: Scalar['type'], source: string): number {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return from + 1;
  if (type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED') return from;
  const lineEnd = source.indexOf('\n', from);
  if (lineEnd < 0) return source.length;
  const [space] = /^[ \n]*/.exec(source.slice(lineEnd + 1))!;
  // Empty lines at the top belong to the value.
  const blank = space.lastIndexOf('\n') + 1;
  return blank > 0 ? lineEnd + 1 : lineEnd + 1 + space.length;
}

/** White space of the source and what it became in the value, taken as one; returns where the source goes on. */
function addSpace(
  source: string,
  from: number,
  value: string,
  offsets: number[],
  doubleQuoted: boolean,
): number {
  let end = from;
  while (end < source.length && SPACE.test(source[end]!)) end++;
  const lines = source.slice(from, end).split('\n').length - 1;
  // Escaped white space may follow directly in double quotes, so there the length follows from the folding rule.
  const most = doubleQuoted ? (lines === 0 ? end - from : Math.max(1, lines - 1)) : Number.POSITIVE_INFINITY;
  for (let taken = 0; taken < most && offsets.length < value.length; taken++) {
    if (!SPACE.test(value[offsets.length]!)) break;
    offsets.push(Math.min(from + taken, end - 1));
  }
  return end;
}

/** A backslash sequence in double quotes: one character of the value, or none at the end of a line. */
function addEscape(source: string, at: number, value: string, offsets: number[]): number {
  const sign = source[at + 1];
  if (sign === '\n') {
    let end = at + 2;
    while (/[ \t]/.test(source[end] ?? '')) end++;
    return end;
  }
  const digits = sign === 'x' ? 2 : sign === 'u' ? 4 : sign === 'U' ? 8 : 0;
  const codePoint = value.codePointAt(offsets.length)!;
  offsets.push(at);
  if (sign === 'U' && codePoint > 0xffff) offsets.push(at);
  return at + 2 + digits;
}
