/**
 * The order of a run's stories that meets their pins: the run and a search in; the run, its stories moved as little as that
 * needs, out. A few searches at the most, and the same for the same input.
 */

import type { Run } from '../run.js';
import type { FoundPages } from './search.js';
import { type Standing, type Standings, standingsOf } from './standing.js';

/** Orders of a run's stories that are searched for its pins, the editor's own among them. */
const MOST_ORDERS = 8;
/** Places between two stories that are exchanged for a pin, at the most. */
const FARTHEST = 6;
/** Shares of a page: what stories can grow or shrink by, and the foot of a page on which none begins. */
const SLACK = 0.02;
const FOOT = 0.1;
/** What a place by which a story is out of the editor's order weighs, as a share of a page off the pinned place: less from try to try. */
const DISORDER = 0.03;

type Pin = NonNullable<Run['stories'][number]['story']['pin']>;

/** What a search found for one order of a run's stories. */
interface Tried {
  readonly run: Run;
  readonly found: FoundPages;
  readonly standings: Standings;
  /** Places in the run of stories that miss their pins, those that miss both page and place twice. */
  readonly missed: readonly number[];
}

/** The run with its stories in an order that meets their pins to pages and places, as far as one was found. */
export function orderForPins(run: Run, search: (run: Run) => FoundPages): Run {
  if (!run.stories.some(({ story }) => misses(story.pin, undefined, run) > 0)) return run;
  const ranks = new Map(run.stories.map((story, at) => [story, at]));
  let best = tryOrder(run, search);
  const seen = new Set([nameOf(run.stories)]);
  while (seen.size < MOST_ORDERS && best.missed.length > 0) {
    const stories = nextOrder(best, ranks, seen);
    if (stories === undefined) break;
    seen.add(nameOf(stories));
    const tried = tryOrder({ ...run, stories }, search);
    if (isBetter(tried, best)) best = tried;
  }
  return best.run;
}

/** How many pins to pages and places are missed that the run's pages could meet. */
export function missedPins(run: Run, found: FoundPages): number {
  return missedOf(run, standingsOf(run, found)).length;
}

function tryOrder(run: Run, search: (run: Run) => FoundPages): Tried {
  const found = search(run);
  const standings = standingsOf(run, found);
  return { run, found, standings, missed: missedOf(run, standings) };
}

function missedOf(run: Run, { stories }: Standings): number[] {
  return run.stories.flatMap(({ story }, at) => Array(misses(story.pin, stories[at], run)).fill(at));
}

/** Of a pin's page and place those that are missed; a place on another page than the pinned one is no use. */
function misses(pin: Pin | undefined, standing: Standing | undefined, run: Run): number {
  const { page, place } = pin ?? {};
  if (page !== undefined && !run.pages.includes(page)) return 0;
  const wrongPage = page !== undefined && page !== standing?.page;
  const there = place === 'top' ? standing?.atTop : standing?.atFoot;
  const wrongPlace = place !== undefined && (wrongPage || there !== true);
  return Number(wrongPage) + Number(wrongPlace);
}

/** No pin is worth text that finds no room, and no full page is worth a pin. */
function isBetter(one: Tried, other: Tried): boolean {
  const over = one.found.overset.length - other.found.overset.length;
  const missed = one.missed.length - other.missed.length;
  return (over || missed || one.found.cost - other.found.cost) < 0;
}

type Order = Run['stories'];

function nameOf(stories: Order): string {
  return stories.map(({ story }) => story.id).join();
}

/**
 * The order that has not been seen in which, by the room that stories took, those that miss their pins come nearest to them;
 * undefined if there is none. Of several, another one comes last each time, since only its ways are told from those seen.
 */
function nextOrder(
  tried: Tried,
  ranks: ReadonlyMap<Order[number], number>,
  seen: ReadonlySet<string>,
): Order | undefined {
  const reckoning = new Reckoning(tried, ranks, DISORDER * (1 - (seen.size - 1) / MOST_ORDERS) ** 2);
  const missed = [...new Set(tried.missed)];
  const turn = seen.size % missed.length;
  const turned = [...missed.slice(turn), ...missed.slice(0, turn)].map(at => tried.run.stories[at]!);
  let order: Order | undefined = tried.run.stories;
  for (const [at, story] of turned.entries()) {
    const isLast = at === turned.length - 1;
    let best: { readonly order: Order; readonly cost: number } | undefined;
    for (const way of waysTo(order, story)) {
      const cost = reckoning.cost(way);
      if (best !== undefined && cost >= best.cost) continue;
      if (!isLast || !seen.has(nameOf(way))) best = { order: way, cost };
    }
    if (best === undefined) return undefined;
    order = best.order;
  }
  return order;
}

/** The order with a story at every place, and at each with two others exchanged over it. */
function* waysTo(order: Order, story: Order[number]): Iterable<Order> {
  const others = order.filter(other => other !== story);
  for (let place = 0; place <= others.length; place++) {
    const way = [...others.slice(0, place), story, ...others.slice(place)];
    yield way;
    for (let before = Math.max(0, place - FARTHEST + 1); before < place; before++) {
      for (let after = place + 1; after <= Math.min(before + FARTHEST, others.length); after++) {
        const exchanged = [...way];
        [exchanged[before], exchanged[after]] = [way[after]!, way[before]!];
        yield exchanged;
      }
    }
  }
}

/** Where stories would begin and end in other orders, by the room that they took in one. */
class Reckoning {
  private readonly rooms: ReadonlyMap<Order[number], number>;
  /** Room of the run's pages before each of them, and before the one after the last. */
  private readonly edges: readonly number[];
  private readonly pages: readonly number[];

  constructor(
    { run, standings }: Tried,
    private readonly ranks: ReadonlyMap<Order[number], number>,
    private readonly disorder: number,
  ) {
    this.rooms = new Map(run.stories.map((story, at) => [story, standings.stories[at]!.room]));
    let edge = 0;
    this.edges = [edge, ...standings.pages.map(room => (edge += room))];
    this.pages = run.pages;
  }

  /** How far pinned stories would be off their places, and the others out of the editor's order. */
  cost(order: Order): number {
    let begin = 0;
    let cost = 0;
    const free: number[] = [];
    for (const [at, prepared] of order.entries()) {
      const room = this.rooms.get(prepared)!;
      const { pin } = prepared.story;
      if (pin?.page === undefined && pin?.place === undefined) free.push(this.ranks.get(prepared)!);
      else
        cost += this.distance(
          pin,
          begin - this.beside(order, at, -1),
          begin + room + this.beside(order, at, 1),
        );
      begin += room;
    }
    const ranked = [...free].sort((a, b) => a - b);
    return free.reduce((sum, rank, at) => sum + Math.abs(ranked.indexOf(rank) - at) * this.disorder, cost);
  }

  /** Room of stories right before or after one that are pinned to the same edge of the same page: they share it. */
  private beside(order: Order, at: number, step: 1 | -1): number {
    const { pin } = order[at]!.story;
    if (pin?.page === undefined || pin.place !== (step < 0 ? 'top' : 'bottom')) return 0;
    let room = 0;
    for (let next = at + step; next in order; next += step) {
      const other = order[next]!.story.pin;
      if (other?.page !== pin.page || other.place !== pin.place) break;
      room += this.rooms.get(order[next]!)!;
    }
    return room;
  }

  /** How far a story that begins and ends so is off its pin, in pages. */
  private distance({ page, place }: Pin, begin: number, end: number): number {
    const { edges } = this;
    const each = edges[1]!;
    if (page === undefined) {
      const at = place === 'top' ? begin : end;
      return this.slack(Math.min(...edges.map(edge => Math.abs(edge - at))));
    }
    const at = this.pages.indexOf(page);
    const top = edges[at];
    const foot = edges[at + 1];
    if (top === undefined || foot === undefined) return 0;
    if (place === 'top') return this.slack(Math.abs(begin - top));
    if (place === 'bottom') return this.slack(Math.abs(Math.min(end, begin + foot - top) - foot));
    return Math.max(0, top - begin, begin - (foot - FOOT * each)) / each;
  }

  private slack(distance: number): number {
    return Math.max(0, distance / this.edges[1]! - SLACK);
  }
}
