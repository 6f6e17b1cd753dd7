/** Tables as a reader's program wants them: a table as found in; a header and a body out, every row with all its cells. */

import type { Draft } from './draft.js';
import { type ElementRole, made, type StructureElement } from './structure.js';

/**
 * `rows` are the elements of the table's rows in their order. Cells without text leave no trace in frames. A header has a body under it (ISO
 * 32000-1 table 337); one that stands alone is rows of the table itself.
 */
export function tableParts(table: Draft, rows: readonly StructureElement[]): StructureElement[] {
  const drafts = table.children.filter(({ role, children }) => role === 'row' && children.length > 0);
  const sorted = drafts.toSorted((a, b) => a.block - b.block);
  const columns = Math.max(...sorted.flatMap(({ children }) => children.map(({ block }) => block))) + 1;
  const whole = rows.map((row, at) => withCells(row, sorted[at]!, columns));
  const isHead = ({ children }: StructureElement): boolean =>
    children.some(child => child.kind === 'element' && child.role === 'header-cell');
  if (whole.every(isHead)) return whole;
  const parts: [ElementRole, StructureElement[]][] = [
    ['table-head', whole.filter(isHead)],
    ['table-body', whole.filter(row => !isHead(row))],
  ];
  return parts.filter(([, held]) => held.length > 0).map(([role, held]) => made(role, held));
}

function withCells(row: StructureElement, { children }: Draft, columns: number): StructureElement {
  const role = children[0]!.role;
  const places = children.map(({ block }) => block).sort((a, b) => a - b);
  const cells = Array.from({ length: columns }, (_, column) => {
    const at = places.indexOf(column);
    return at < 0 ? made(role, []) : row.children[at]!;
  });
  return { ...row, children: cells };
}
