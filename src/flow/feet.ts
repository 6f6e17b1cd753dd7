/** Even column feet: pieces and the slots that hold them in, slots so short that the text ends level in all of them out. */

import { carriedOver, mayOpen, type Piece, pour, type Slot, takeColumn } from './piece.js';

/** Pieces, and slots that take so much of them each that the columns end as level as can be. Points. */
export interface EvenFeet {
  readonly pieces: readonly Piece[];
  /** Each no deeper than its text may reach. */
  readonly slots: readonly Slot[];
  /** Columns are brought down by space until no more than this stays free under them. */
  readonly over: number;
  /** What then stays free under each column. */
  readonly free: readonly number[];
  /** From the shortest to the longest of that. */
  readonly apart: number;
}

/**
 * Text that ends in a module leaves room at the end of the last column. The room is shared out: all columns end earlier by
 * the same number of lines, the last ones by one more. Where keep rules leave no such breaks, a line of space under what
 * stands over the text moves other lines to the columns' ends. The text must fit into the slots.
 */
export function evenFeet(pieces: readonly Piece[], slots: readonly Slot[], leading: number): EvenFeet {
  const even = new Leveller(pieces, slots, leading).level()!;
  const head = headOver(pieces);
  if (even.apart <= leading + 0.01 || head === undefined) return even;
  const { height } = pieces[head]!;
  const lower = pieces.with(head, { ...pieces[head]!, height: height + leading });
  if (pour(lower, slots).length > 0) return even;
  const evener = new Leveller(lower, slots, leading).level()!;
  return evener.apart < even.apart - 0.01 ? evener : even;
}

/** Room under each column of text that goes on elsewhere, once space has brought the columns down. Points. */
export function freeUnder(pieces: readonly Piece[], slots: readonly Slot[], leading: number): number[] {
  const free: number[] = [];
  pour(pieces, slots, undefined, ({ foot, spots }, { top, bottom, under = 0 }) => {
    const room = bottom - top - foot;
    free.push(bottom > top ? room - Math.min(Math.floor(room / leading + 1e-6), spots) * leading : under);
  });
  return free;
}

/** The last piece of what stands over the text that begins a module: a deck, or the head over a story from another page. */
function headOver(pieces: readonly Piece[]): number | undefined {
  const text = pieces.findIndex(({ role }) => !HEADS.has(role));
  // Briefs, which say their story, keep their heads as they are.
  return text > 0 && pieces[text]!.story === undefined ? text - 1 : undefined;
}

const HEADS: ReadonlySet<Piece['role']> = new Set(['kicker', 'headline', 'deck', 'byline']);

/** The pieces from `next` on that are still to be placed when a column begins, and what the column can take of them. */
interface State {
  readonly queue: readonly Piece[];
  readonly next: number;
  /** By the lines that the column is shortened by. */
  readonly takes: Map<number, Take>;
}

interface Take {
  /** Height of its text. Points. */
  readonly foot: number;
  /** What stays free under it in the whole column. Points. */
  readonly under: number;
  /** Places where a line of space may be added. */
  readonly spots: number;
  readonly after: State;
}

/** What may stay free under columns, in lines: no less than `least`, no more than `most`, under the last one `last`. */
interface Window {
  readonly least: number;
  readonly most: number;
  readonly last: number;
}

function isOpen({ top, bottom }: Slot): boolean {
  return bottom > top;
}

/** Finds breaks between columns: of all that keep rules allow, those with which the columns end nearest to one line. */
class Leveller {
  /** What may be left when each column begins; ways that lead to the same are one. */
  private readonly states: State[][];
  private readonly open: readonly Slot[];
  /** What stays free under the other columns, in lines. */
  private readonly closed: readonly number[];

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly slots: readonly Slot[],
    private readonly leading: number,
  ) {
    this.open = slots.filter(isOpen);
    this.closed = slots.flatMap(slot => (isOpen(slot) ? [] : (slot.under ?? 0) / leading));
    this.states = Array.from({ length: this.open.length + 1 }, () => []);
  }

  /** Undefined if the text does not fit. */
  level(): EvenFeet | undefined {
    const { open, closed, leading } = this;
    const deepest = Math.max(0, ...closed, ...open.map(({ top, bottom }) => (bottom - top) / leading));
    for (let apart = 1; apart < deepest + 2; apart++) {
      const found = this.within(apart, apart);
      if (found === undefined) continue;
      // What stands apart shows least at the end of the text.
      for (let most = 1; most < apart; most++) {
        const better = this.within(apart, most);
        if (better !== undefined) return better;
      }
      return found;
    }
    return undefined;
  }

  /** Columns that end no more than `apart` lines from each other, and all but the last one no more than `most`. */
  private within(apart: number, most: number): EvenFeet | undefined {
    const [from, to] = this.leastFree(apart);
    for (let least = from; least <= to; least++) {
      const found = this.find({ least, most: least + most, last: least + apart });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** From the least to the most lines that can stay free under all columns that end `apart` lines from another. */
  private leastFree(apart: number): [number, number] {
    const { pieces, open, closed, leading } = this;
    if (open.length === 0) return [0, 0];
    const room = open.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
    let text = 0;
    let space = 0;
    let spots = 0;
    for (const piece of pieces) {
      text += piece.height;
      space += piece.before;
      if (mayOpen(piece)) spots += 1;
    }
    const least = (room - text - space) / leading - spots;
    const most = (room - text) / leading;
    // Columns that pictures close end as they do.
    return [
      Math.ceil(Math.max(0, least / open.length - apart, Math.max(...closed) - apart) - 0.01),
      Math.floor(Math.min(Math.max(0, most / open.length), ...closed) + 0.01),
    ];
  }

  private find(window: Window): EvenFeet | undefined {
    const shortened = this.breaksFrom(0, this.stateAt(0, this.pieces, 0), window, new Set());
    if (shortened === undefined) return undefined;
    const { pieces, slots, open, leading } = this;
    let state = this.stateAt(0, pieces, 0);
    const free = slots.map(slot => {
      const column = open.indexOf(slot);
      if (column < 0) return slot.under ?? 0;
      const take = this.take(column, state, shortened[column]!);
      state = take.after;
      return this.freeUnder(take, window) * leading;
    });
    return {
      pieces,
      slots: slots.map(slot => {
        const at = open.indexOf(slot);
        return at < 0 ? slot : { ...slot, bottom: slot.bottom - shortened[at]! * leading };
      }),
      over: window.least * leading,
      free,
      apart: free.length === 0 ? 0 : Math.max(...free) - Math.min(...free),
    };
  }

  /** Lines by which the columns from `column` on are shortened, the first ones as little as can be. */
  private breaksFrom(column: number, state: State, window: Window, dead: Set<State>): number[] | undefined {
    const { open, leading } = this;
    if (column === open.length) return state.next === state.queue.length ? [] : undefined;
    if (dead.has(state)) return undefined;
    const most = column === open.length - 1 ? window.last : window.most;
    for (let lines = window.least; ; ) {
      const take = this.take(column, state, lines);
      // No column stays empty for it.
      if (take.foot === 0 && this.take(column, state, 0).foot > 0) break;
      if (this.freeUnder(take, window) > most + 0.01) break;
      const others = this.breaksFrom(column + 1, take.after, window, dead);
      if (others !== undefined) return [lines, ...others];
      if (take.foot === 0) break;
      lines = Math.floor(take.under / leading + 1e-6) + 1;
    }
    dead.add(state);
    return undefined;
  }

  /** Lines that stay free once space has brought a column down. */
  private freeUnder({ under, spots }: Take, { least }: Window): number {
    const lines = under / this.leading;
    return lines - Math.max(0, Math.min(Math.floor(lines - least + 1e-6), spots));
  }

  private take(column: number, state: State, lines: number): Take {
    const known = state.takes.get(lines);
    if (known !== undefined) return known;
    const { top, bottom } = this.open[column]!;
    const room = bottom - top;
    const { queue, next } = state;
    const { end, moved, foot, spots } = takeColumn(queue, next, room - lines * this.leading);
    const after =
      moved.length > 0
        ? this.stateAt(column + 1, carriedOver(moved, queue.slice(end)), 0)
        : this.stateAt(column + 1, queue, end);
    const take = { foot, under: room - foot, spots, after };
    state.takes.set(lines, take);
    return take;
  }

  /** What is left when a column begins. A float that was moved on stands at its head, so that the first piece and the number tell. */
  private stateAt(column: number, queue: readonly Piece[], next: number): State {
    const left = queue.length - next;
    const known = this.states[column]!.find(
      state => state.queue.length - state.next === left && state.queue[state.next] === queue[next],
    );
    if (known !== undefined) return known;
    const state: State = { queue, next, takes: new Map() };
    this.states[column]!.push(state);
    return state;
  }
}
