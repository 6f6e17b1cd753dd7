/**
 * Copyfitting by lines: a module as laid out in, the same with what stays white in its columns filled out: photographs a
 * line higher, paragraphs set in a line more or less, where their spaces can give that.
 */

import { spanWidth } from './columns.js';
import { layModule, type ModuleContent, type ModuleLayout, measureFeet } from './module.js';
import type { Piece, Relined } from './piece.js';

export interface Copyfitted {
  readonly content: ModuleContent;
  readonly layout: ModuleLayout;
}

/** A module's content with something changed that fills so many lines of white. */
interface Change {
  readonly fills: number;
  readonly content: ModuleContent;
}

/** Changes that are tried before the white is left as it is. */
const TRIED = 24;
/** Lines that a photograph may gain or lose here: the search has chosen its size. */
const MOST_GROWN = 6;
/** Paragraphs that are set in a line less so that a photograph finds room. */
const MOST_TIGHTENED = 2;
/** What a line by which columns end apart weighs over one of white. */
const APART = 1.5;

/** `scale` is that of the module's photographs. What goes on over the next page stays as it was. */
export function copyfitModule(content: ModuleContent, layout: ModuleLayout, scale: number): Copyfitted {
  const sizes = new Map(layout.inserts.map(({ insert, height }) => [insert.picture, height]));
  let best = { content, layout };
  for (let next: Copyfitted | undefined = best; next !== undefined; ) {
    best = next;
    next = betterThan(best, scale, sizes);
  }
  return best;
}

function costOf({ content, layout }: Copyfitted): number {
  const { white, apart } = measureFeet(content, layout);
  return white + Math.max(0, apart - 1) * APART;
}

/** The module with the least noticeable change that mends something. */
function betterThan(fitted: Copyfitted, scale: number, sizes: Sizes): Copyfitted | undefined {
  const cost = costOf(fitted);
  if (cost < 0.5) return undefined;
  let tried = 0;
  for (const { fills, content } of changesOf(fitted, scale, sizes)) {
    if (fills < 1 || fills > cost + 0.5) continue;
    const layout = layModule(content, fitted.layout.height, scale);
    const next = layout && { content, layout };
    if (next !== undefined && sameRest(next.layout.rest, fitted.layout.rest) && costOf(next) < cost - 0.5)
      return next;
    tried += 1;
    if (tried === TRIED) return undefined;
  }
  return undefined;
}

/** Changes from the least noticeable on. */
function* changesOf({ content, layout }: Copyfitted, scale: number, sizes: Sizes): Iterable<Change> {
  const higher = resized(content, 1, scale, sizes).sort((a, b) => b.fills - a.fills);
  yield* higher;
  const longer = relined(content, layout, 1);
  yield* longer.map(paragraph => ({ fills: 1, content: withParagraph(content, paragraph) }));
  const shorter = higher.length === 0 ? [] : relined(content, layout, -1).slice(0, MOST_TIGHTENED);
  for (const picture of higher) {
    let change = picture;
    for (const paragraph of shorter) {
      // What stands later in the text keeps its place among the pieces.
      change = { fills: change.fills - 1, content: withParagraph(change.content, paragraph) };
      yield change;
    }
  }
  for (const picture of higher) {
    for (const { fills, content: both } of resized(picture.content, -1, scale, sizes))
      yield { fills: picture.fills + fills, content: both };
  }
}

/** Heights of pictures as the search chose them. */
type Sizes = ReadonlyMap<unknown, number>;

/** The content with each of its photographs `lines` lines higher, as far as its crop allows that. */
function resized(content: ModuleContent, lines: number, scale: number, sizes: Sizes): Change[] {
  const { inserts, columns, leading } = content;
  return inserts.flatMap((insert, at): Change[] => {
    const span = Math.min(insert.columns, columns.count);
    const width = spanWidth(columns, span);
    const height = insert.heightAt(scale, width) + lines * leading;
    const beyond = Math.abs(height - (sizes.get(insert.picture) ?? height)) > MOST_GROWN * leading + 0.01;
    const least = insert.heightAt(0, width);
    const most = insert.heightAt(Number.POSITIVE_INFINITY, width);
    const coarse = lines > 0 && height > (insert.fineHeight?.(width) ?? most);
    if (insert.picture === undefined || beyond || coarse || height < least - 0.01 || height > most + 0.01)
      return [];
    const changed = {
      ...insert,
      heightAt: (wanted: number) => (wanted === scale ? height : insert.heightAt(wanted, width)),
    };
    return [{ fills: span * lines, content: { ...content, inserts: inserts.with(at, changed) } }];
  });
}

/** Where a paragraph stands among a module's pieces, and what it would be in another number of lines. */
interface Paragraph {
  readonly first: Piece;
  readonly relined: Relined;
}

/** Paragraphs that stand whole in the module in `more` lines more, those with the evenest spaces first. */
function relined({ pieces }: ModuleContent, { rest }: ModuleLayout, more: number): Paragraph[] {
  const elsewhere = new Set(rest);
  const found = pieces.flatMap((first, at): Paragraph[] => {
    if (first.inLines === undefined) return [];
    const own = pieces.slice(at, endOf(pieces, at));
    const count = own.length + more;
    if (count < 1 || own.some(piece => elsewhere.has(piece))) return [];
    const set = first.inLines(count);
    return set === undefined ? [] : [{ first, relined: set }];
  });
  return found.sort((a, b) => a.relined.lacking - b.relined.lacking);
}

/** Where the paragraph that begins at `at` ends. */
function endOf(pieces: readonly Piece[], at: number): number {
  const { block, story } = pieces[at]!;
  let end = at + 1;
  while (end < pieces.length && pieces[end]!.block === block && pieces[end]!.story === story) end++;
  return end;
}

/** The content with a paragraph in another number of lines. What its neighbours make of its first and last line stays. */
function withParagraph(
  content: ModuleContent,
  { first, relined: { pieces: own } }: Paragraph,
): ModuleContent {
  const { pieces } = content;
  const at = pieces.indexOf(first);
  const end = endOf(pieces, at);
  const { before, step, story } = first;
  const { mayEndColumn } = pieces[end - 1]!;
  const changed = own.map((piece, line): Piece => {
    const placed = story === undefined ? piece : { ...piece, story };
    const kept = line === own.length - 1 ? { ...placed, mayEndColumn } : placed;
    return line > 0 ? kept : { ...kept, before, ...(step === undefined ? {} : { step }) };
  });
  return { ...content, pieces: [...pieces.slice(0, at), ...changed, ...pieces.slice(end)] };
}

function sameRest(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every((piece, index) => piece === b[index]);
}
