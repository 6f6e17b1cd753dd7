/** Lines as pieces: a set text in, a piece a line out. */

import type { Role } from '../frame/frame.js';
import type { BlockContext } from './blocks.js';
import type { Piece, Relined } from './piece.js';
import type { SetText } from './setter.js';

/** One piece a line. A paragraph's first and last line are not parted from their neighbours (no widows, no orphans). */
export function linePieces(
  text: SetText,
  block: number,
  role: Role,
  before: number,
  context: Pick<BlockContext, 'setter'>,
  x = 0,
  decorate: (index: number, x: number, y: number) => ReturnType<Piece['draw']> = () => [],
): Piece[] {
  const last = text.lines.length - 1;
  const known = new Map<number, Relined | undefined>();
  const inLines = (count: number): Relined | undefined => {
    if (known.has(count)) return known.get(count);
    const set = context.setter.inLines(text, count);
    const relined = set && {
      pieces: linePieces(set.text, block, role, before, context, x, decorate),
      lacking: set.lacking,
    };
    known.set(count, relined);
    return relined;
  };
  return text.lines.map(({ hyphen }, index) => ({
    height: text.style.leading,
    before: index === 0 ? before : 0,
    floats: false,
    mayEndColumn: index === last || (index >= 1 && index < last - 1),
    role,
    block,
    line: index,
    ...(hyphen ? { divided: true as const } : {}),
    ...(index === 0 && text.setting.alignment === 'justify' ? { inLines } : {}),
    draw: (left, top) => [
      ...decorate(index, left, top),
      ...context.setter.drawLine(text, index, left + x, top),
    ],
  }));
}
