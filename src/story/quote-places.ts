/** Where slogans and pull quotes stand: blocks as written in, each quote between two blocks of text out. */

import { type Block, isBold } from './story.js';

const QUOTES: readonly Block['kind'][] = ['slogan', 'pull'];
const TEXT: readonly Block['kind'][] = ['paragraph', 'list-item', 'list'];

/** Blocks that a quote goes past rather than stand right over a head. */
const OVER_HEAD = 2;

/**
 * Moves each quote to the nearest place with text on both sides: not right under a subhead or a paragraph in bold, not over one
 * if it can be, not behind the story's last words. A quote that begins the blocks stays, and so does one that has no such place.
 */
export function placeQuotes(blocks: readonly Block[]): Block[] {
  let placed = [...blocks];
  for (const quote of blocks.filter(isQuote).reverse()) {
    const written = placed.indexOf(quote);
    const others = placed.filter(block => block !== quote);
    if (lastOf(others.slice(0, written)) === undefined) continue;
    let best: { gap: number; cost: number } | undefined;
    for (let gap = 1; gap <= others.length; gap++) {
      const cost = costOf(quote, others, written, gap);
      if (cost === undefined) continue;
      // Of two places as near the later one, but none rather than where it was written.
      const least = best?.cost ?? Number.POSITIVE_INFINITY;
      if (cost < least || (cost === least && best!.gap !== written)) best = { gap, cost };
    }
    if (best !== undefined) placed = others.toSpliced(best.gap, 0, quote);
  }
  return placed;
}

/** What it costs to set a quote before the block with index `gap`, in blocks it goes past; undefined where it cannot stand. */
function costOf(quote: Block, others: readonly Block[], written: number, gap: number): number | undefined {
  const above = lastOf(others.slice(0, gap));
  const following = others.slice(gap).filter(isInText);
  const [below] = following;
  if (above === undefined || below === undefined || !following.some(({ kind }) => TEXT.includes(kind)))
    return undefined;
  if (isHead(above) || isQuote(above) || isQuote(below) || areJoined(above, below)) return undefined;
  if (leavesPassage(quote, above, below)) return undefined;
  const [from, to] = gap < written ? [gap, written] : [written, gap];
  return others.slice(from, to).filter(isInText).length + (isHead(below) ? OVER_HEAD : 0);
}

/** True for blocks that stand in the column; sidebars stand beside it. */
function isInText({ kind }: Block): boolean {
  return kind !== 'sidebar';
}

function lastOf(blocks: readonly Block[]): Block | undefined {
  return blocks.findLast(isInText);
}

function isQuote({ kind }: Block): boolean {
  return QUOTES.includes(kind);
}

function isHead(block: Block): boolean {
  return block.kind === 'subhead' || (block.kind === 'paragraph' && isBold(block.text));
}

/** True for items of one list, and for a text and who wrote it or where it is from. */
function areJoined(above: Block, below: Block): boolean {
  if (below.kind === 'signature' || below.kind === 'source') return true;
  return above.kind === 'list-item' && below.kind === 'list-item';
}

/** True between blocks of another passage, and out of reach of the quote's own. */
function leavesPassage({ passage }: Block, above: Block, below: Block): boolean {
  if (passage === undefined) return above.passage !== undefined && above.passage === below.passage;
  return above.passage !== passage && below.passage !== passage;
}
