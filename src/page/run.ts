/** Flows a run of stories over its pages: the search for the fullest pages, then the pages as set. */

import type { PreparedStory } from '../flow/prepare.js';
import { blankShare, copyfitPage } from './copyfit.js';
import { type Opener, openedRun, openerCost, openerHeights, placeOpener } from './opener.js';
import { COST, type Filling, type Progress, piecesLeft } from './search/choice.js';
import type { RowContext } from './search/content.js';
import { missedPins, orderForPins } from './search/pin-order.js';
import { estimatePages, type FoundPages, Shops, START, searchRun } from './search/search.js';
import { type SetPage, setPage } from './set-page.js';

/** Stories that flow over pages of their own. */
export interface Run {
  /** Ascending; not all need follow one another. None where the issue has no page for the run. */
  readonly pages: readonly number[];
  /** The first of its pages, or the one that would be. */
  readonly firstPage: number;
  readonly stories: readonly PreparedStory[];
  /** Ways to go on that a search keeps after each page. */
  readonly states: number;
  /** What a page's rows are set in. The room may differ by page: the last one of an issue holds the imprint. */
  readonly contextOf: (page: number) => RowContext;
  /** A picture that stands over the text of its first page, or of its two. */
  readonly opener: Opener | undefined;
}

/** The last page of a run; the one before its first where it has none. */
export function lastPageOf({ pages, firstPage }: Pick<Run, 'pages' | 'firstPage'>): number {
  return pages.at(-1) ?? firstPage - 1;
}

export interface SetRun {
  readonly pages: readonly SetPage[];
  /** Stories that found no room on the run's pages, with how far each got. */
  readonly overset: readonly { readonly prepared: PreparedStory; readonly from: Progress }[];
  /** Pins to pages and places that are not met. */
  readonly missed: number;
}

/**
 * Searches from the quick one on: how many times a run's states each keeps, what it counts on that pictures grow by, what shallow
 * parts of stories weigh, which are better than white, and whether stories are parted in more ways on every page.
 */
const EFFORTS = [
  { times: 1, reached: { whole: 1, parted: 0.35 }, depth: 1, fine: false },
  { times: 1, reached: { whole: 1, parted: 0.35 }, depth: 0.35, fine: false },
  { times: 1, reached: { whole: 1, parted: 0.1 }, depth: 1, fine: true },
  { times: 3, reached: { whole: 0.5, parted: 0.2 }, depth: 0.35, fine: true },
];
/** A page with more than this share of it blank is worth a harder search, and so are lines that find no room, up to so many. */
const POOR = 0.02;
const FEW_LINES = 100;

/** The run's pages, with its stories in an order that meets their pins, or under the picture that opens it. */
export function setRun(run: Run): SetRun {
  if (run.opener !== undefined) return setOpened(run, run.opener);
  return settle(orderForPins(run, quickly)).set;
}

function quickly(run: Run): FoundPages {
  return searchRun(run, new Shops(run), { ...EFFORTS[0]!, states: run.states });
}

/** Pages as found and as set. */
interface Settled extends FoundPages {
  readonly set: SetRun;
}

/** If the quick search leaves a page poor, a harder one may do better. */
function settle(run: Run): Settled {
  const shops = new Shops(run);
  const tries: { readonly settled: Settled; readonly fault: Fault }[] = [];
  for (const { times, ...effort } of EFFORTS) {
    const found = searchRun(run, shops, { ...effort, states: run.states * times });
    const pages = found.pages.map((_, at) => fittedPage(run, shops, found.pages, at));
    const set = { pages, overset: found.overset, missed: missedPins(run, found) };
    const fault = faultOf(set, run);
    tries.push({ settled: { ...found, set }, fault });
    if (isSound(fault) || fault.lines > FEW_LINES) break;
  }
  return tries.reduce((a, b) => (isWorse(a.fault, b.fault) ? b : a)).settled;
}

/** What is wrong with the pages of a run, the worst first. */
interface Fault extends Pick<SetRun, 'missed'> {
  /** Lines that found no room. */
  readonly lines: number;
  /** Shares of pages blank beyond what is allowed; white before the last page with text weighs more. */
  readonly blank: number;
}

function faultOf(set: SetRun, run: Run): Fault {
  const blank = set.pages.map(page => blankShare(page, run.contextOf(page.page).area));
  const last = blank.findLastIndex(share => share < 1);
  const weight = (at: number): number => (at < last ? COST.early : 1);
  const beyond = blank.reduce((sum, share, at) => sum + Math.max(0, share - POOR) * weight(at), 0);
  return { lines: oversetLines(set), missed: set.missed, blank: beyond };
}

function isSound({ lines, missed, blank }: Fault): boolean {
  return lines === 0 && missed === 0 && blank === 0;
}

function isWorse(one: Fault, other: Fault): boolean {
  return (one.lines - other.lines || one.missed - other.missed || one.blank - other.blank) > 0;
}

/** What found no room: its lines, and one more for each story. */
export function oversetLines({ overset }: SetRun): number {
  return overset.reduce((sum, { prepared, from }) => sum + piecesLeft(prepared, from) + 1, 0);
}

/** The run under its picture, at the height of the picture that fills the pages best. */
function setOpened(run: Run, opener: Opener): SetRun {
  const tried = openerHeights(run, opener, estimatePages(run)).map(height => {
    const opened = openedRun(run, opener, height);
    const { set, cost } = settle(opened);
    return { height, set, cost: cost + openerCost(opener, height, run) };
  });
  const { height, set } = tried.reduce((a, b) => (b.cost < a.cost ? b : a));
  const pages = set.pages.map(page => ({ ...page, opener: placeOpener(run, opener, height, page.page) }));
  return { ...set, pages };
}

/** A page with more than this share of it blank is tried in other ways, so many at the most. */
const FULL = 0.015;
const MOST_TRIED = 16;

/** A found page as set, or another with just as much of the run that copyfitting makes fuller. */
function fittedPage(run: Run, shops: Shops, found: readonly Filling[], at: number): SetPage {
  const filling = found[at]!;
  let best = tryFilling(filling, run);
  if (best.blank <= FULL) return best.page;
  const others = shops.of(filling.choice.page).filler.others(found[at - 1]?.cursor ?? START, filling);
  for (const other of others.slice(0, MOST_TRIED)) {
    const tried = tryFilling(other, run);
    if (tried.blank < best.blank - 0.002) best = tried;
    if (best.blank <= FULL) break;
  }
  return best.page;
}

function tryFilling({ choice }: Filling, run: Run): { readonly page: SetPage; readonly blank: number } {
  const context = run.contextOf(choice.page);
  const { area } = context;
  const set = setPage(choice, context, run.pages[run.pages.indexOf(choice.page) + 1]);
  const page = copyfitPage(set, area.y + area.height);
  return { page, blank: blankShare(page, area) };
}
