/** What the width of a module costs: copy and columns in, how far they are from what suits them out. */

import { wishedColumns } from '../../flow/prepare.js';
import { COST, type Copy } from './choice.js';

/** A column of fewer lines looks like a mistake. */
const SHALLOW = 7;
/** Briefs read on from column to column, so they want longer ones. */
const SHALLOW_BRIEFS = 24;

/**
 * Columns more or fewer, of a page's `count`, than the copy's length and pictures ask for, and columns too short to look
 * like any.
 */
export function widthCost({ stories, from }: Copy, columns: number, count: number): number {
  const [prepared] = stories;
  if (stories.length > 1) {
    const lines = stories.reduce((sum, { brief }) => sum + brief!.length, 0) / columns;
    return Math.max(0, SHALLOW_BRIEFS - lines) * COST.shallowBriefs;
  }
  const lines = (from.rest ?? prepared!.body).length / columns;
  const shallow = Math.max(0, SHALLOW - lines) * COST.shallow;
  if (from.rest !== undefined) return shallow;
  const wished = wishedColumns(prepared!, count);
  const missed = prepared!.story.pin?.columns === undefined || columns === wished ? 0 : COST.pin;
  return Math.abs(wished - columns) * COST.width + shallow + missed;
}
